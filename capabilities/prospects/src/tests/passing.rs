//! Several prospects are given to somebody at once.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, Someone, WATI, World};

use super::{API, code, is, named, read, world, written};

const PASS: &str = "/prospects/pass";

async fn pass(world: &World, who: Someone, prospects: &[&Value], to: &str) -> (u16, Value) {
    let ids: Vec<&Value> = prospects.iter().map(|it| &it["id"]).collect();
    let body = json!({ "prospects": ids, "owner_id": to });
    let seen = world.browse(who).post_json("/api/v1/prospects/pass", &body).await;
    (seen.status, seen.json())
}

#[tokio::test]
async fn those_that_can_go_go_and_the_others_say_why_they_stay() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let one = written(&ayu, &named("Klinik Satu")).await;
    let two = written(&ayu, &named("Klinik Dua")).await;
    let foreign = written(&world.browse(WATI), &named("Warung Jauh")).await;
    let gone = written(&ayu, &named("Klinik Lepas")).await;
    let let_go = format!("{API}/{}/status", gone["id"].as_str().unwrap());
    let let_go =
        ayu.ask("POST", &let_go, r#"{"status": "disqualified", "reason": "no_budget"}"#).await;
    assert_eq!(let_go.status, 200, "{}", let_go.body);
    let rizky = RIZKY.person().to_string();

    let (status, done) = pass(&world, BUDI, &[&one, &gone, &foreign, &two], &rizky).await;

    assert_eq!(status, 200, "{done}");
    assert_eq!(done["passed"], json!([one["id"], two["id"]]));
    assert_eq!(done["stayed"].as_array().unwrap().len(), 2, "{done}");
    let theirs = world.browse(RIZKY);
    assert!(is(&read(&theirs, &one).await, RIZKY) && is(&read(&theirs, &two).await, RIZKY));
    assert!(is(&read(&ayu, &gone).await, AYU), "it stays whole where it was");
    let why = done["stayed"][0]["why"].as_str().unwrap();
    assert!(!why.is_empty(), "{done}");
}

#[tokio::test]
async fn only_whoever_hands_out_passes_several_and_only_to_those_in_reach() {
    let world = world().await;
    let one = written(&world.browse(AYU), &named("Klinik Satu")).await;
    let rizky = RIZKY.person().to_string();

    for who in [AYU, FAJAR, ANDI] {
        assert_eq!(pass(&world, who, &[&one], &rizky).await.0, 403, "{}", who.name);
        let typed = format!("chosen={}&step=choose", one["id"].as_str().unwrap());
        assert_eq!(world.browse(who).post(PASS, &typed).await.status, 403, "{}", who.name);
    }
    let wati = WATI.person().to_string();
    assert_eq!(pass(&world, BUDI, &[&one], &wati).await.0, 403, "of another team");
    let nobody = json!({ "prospects": [one["id"]], "owner_id": "" });
    let nobody = world.browse(BUDI).post_json("/api/v1/prospects/pass", &nobody).await;
    assert_eq!(code(&nobody), "prospects.unknown_owner");
    let many = vec![&one; 501];
    assert_eq!(pass(&world, BUDI, &many, &rizky).await.1["code"], "prospects.too_many_at_once");
    assert!(is(&read(&world.browse(AYU), &one).await, AYU));
}

#[tokio::test]
async fn the_page_names_them_asks_to_whom_and_says_what_became_of_them() {
    let world = world().await;
    let one = written(&world.browse(AYU), &named("Klinik Satu")).await;
    written(&world.browse(AYU), &named("Klinik Dua")).await;
    let budi = world.browse(BUDI);
    let chosen = format!("chosen={}", one["id"].as_str().unwrap());

    let list = budi.get("/prospects?q=klinik").await.body;
    assert!(list.contains(r#"action="/prospects/pass?q=klinik""#), "{list}");
    assert!(list.contains("All that match (2 prospects)"), "{list}");
    let page = budi.post("/prospects/pass?q=klinik", &format!("{chosen}&step=choose")).await.body;
    assert!(page.contains("Klinik Satu") && !page.contains("Klinik Dua"), "{page}");
    let wrong = budi.post("/prospects/pass?q=klinik", &format!("{chosen}&to=")).await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    assert!(wrong.body.contains("Klinik Satu"), "nothing is lost: {}", wrong.body);
    let none = budi.post(PASS, "step=choose").await;
    assert_eq!((none.status, none.location()), (303, "/prospects"));

    let done =
        budi.post("/prospects/pass?q=klinik", &format!("all=yes&to={}", RIZKY.person())).await;
    assert_eq!((done.status, done.location()), (303, "/prospects?q=klinik"), "{}", done.body);
    let names = world.browse(RIZKY).get(&format!("{API}?sort=name")).await.json();
    assert_eq!(names["items"].as_array().unwrap().len(), 2, "{names}");
}

#[tokio::test]
async fn a_list_of_prospects_has_views_chips_and_columns() {
    let world = world().await;
    written(
        &world.browse(AYU),
        &json!({ "name": "Klinik Satu", "phone": "08125550991",
        "source": "website" }),
    )
    .await;
    let budi = world.browse(BUDI);

    let page = budi.get("/prospects?source=website&columns=phone,status").await.body;
    assert!(page.contains("/views/new?list=prospects"), "{page}");
    assert!(page.contains(r#"href="/prospects?columns=phone%2Cstatus""#), "{page}");
    let phone = page.find(">Telephone</th>").unwrap();
    assert!(phone < page.find(">Status</th>").unwrap() && !page.contains(">Source</th>"), "{page}");
    let file = budi.get("/prospects.csv?source=website&columns=phone,status").await.body;
    assert!(file.contains("Name of the prospect,Telephone,Status"), "{file}");
    let gone = budi.get("/prospects?source=hilang").await;
    assert_eq!(gone.status, 200, "{}", gone.body);
    assert!(gone.body.contains("no longer there") && !gone.body.contains("Klinik Satu"));
}
