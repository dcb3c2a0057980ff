use serde_json::{Value, json};
use testing::{AYU, BUDI, Browser, SARI, SRI, Seen, World, id};
use utoipa_axum::router::OpenApiRouter;

use crate::starter;

/// A world in which clients, deals, visits and checklists have pages, too.
async fn world() -> World {
    let routes = OpenApiRouter::new()
        .merge(crate::routes())
        .merge(people::routes())
        .merge(accounts::routes())
        .merge(tasks::routes())
        .merge(pipeline::routes())
        .merge(onboarding::routes())
        .merge(visits::routes());
    World::furnished(routes, |made| {
        made.tellers = vec![crate::TELLER, accounts::TELLER];
    })
    .await
}

async fn used(browser: &Browser, code: &str) -> Value {
    let seen = browser.post(&format!("/api/v1/starters/{code}/uses"), "").await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

fn undo(used: &Value) -> String {
    format!("/api/v1/starter-uses/{}/undo", used["id"].as_str().unwrap())
}

async fn items(browser: &Browser, code: &str) -> Vec<Value> {
    let all = browser.get("/api/v1/starters").await.json();
    let all = all["items"].as_array().unwrap().clone();
    let one = all.into_iter().find(|it| it["code"] == code).unwrap();
    one["items"].as_array().unwrap().clone()
}

fn code(seen: &Seen) -> String {
    seen.json()["code"].as_str().unwrap_or_default().to_owned()
}

/// Every file is read, says everything in both languages, and brings something of each kind that it
/// is about.
#[test]
fn the_files_say_everything_in_both_languages() {
    for it in starter::all() {
        let wanted = it.wanted();
        assert!(15 <= wanted.len(), "{} brings only {}", it.code, wanted.len());
        let parts = wanted.iter().flat_map(|wanted| it.parts(wanted));
        let labels = wanted.iter().map(|it| &it.label).chain(parts).chain([&it.name, &it.about]);
        for label in labels {
            assert!(!label.id.trim().is_empty() && !label.en.trim().is_empty(), "{label:?}");
        }
        for kind in crate::rules::ItemKind::ALL {
            let names: Vec<_> = wanted.iter().filter(|it| it.kind == *kind).collect();
            assert!(!names.is_empty(), "{} brings no {kind:?}", it.code);
            let twice = names.iter().any(|one| {
                let same = names.iter().filter(|it| it.label.keys()[0] == one.label.keys()[0]);
                1 < same.count()
            });
            assert!(!twice, "{} brings a {kind:?} twice", it.code);
        }
    }
}

#[tokio::test]
async fn each_starter_adds_what_it_says_and_goes_again() {
    for it in starter::all() {
        let world = world().await;
        let sri = world.browse(SRI);
        let before = items(&sri, it.code).await;
        let missing = before.iter().filter(|it| it["there"] == false).count();
        assert!(0 < missing, "{}", it.code);

        let it_was = used(&sri, it.code).await;

        assert_eq!(it_was["items"].as_array().unwrap().len(), missing, "{}", it.code);
        let after = items(&sri, it.code).await;
        assert!(after.iter().all(|it| it["there"] == true), "{after:?}");
        let again = sri.post(&format!("/api/v1/starters/{}/uses", it.code), "").await;
        assert_eq!((again.status, code(&again)), (422, "starters.nothing_new".to_owned()));

        let undone = sri.post(&undo(&it_was), "").await;
        assert_eq!(undone.json(), json!({"removed": missing, "kept": 0}), "{}", undone.body);
        assert_eq!(items(&sri, it.code).await, before, "{}: as it was before", it.code);
        let twice = sri.post(&undo(&it_was), "").await;
        assert_eq!((twice.status, code(&twice)), (422, "starters.undone_already".to_owned()));
    }
}

#[tokio::test]
async fn what_it_added_stands_where_one_settles_it_by_hand() {
    let world = world().await;
    let sri = world.browse(SRI);
    used(&sri, "fmcg").await;

    for (page, says) in [
        ("/accounts/new", "Warung dan toko kelontong"),
        ("/accounts", "Ritel modern"),
        ("/settings/clients", "Type of outlet"),
        ("/settings/pipelines", "Trading terms"),
        ("/settings/visits", "Shelf arranged"),
        ("/settings/task-templates", "Program promosi"),
        ("/settings/onboarding", "New outlet"),
        ("/settings/starters/fmcg", "Your company has all of this starter already."),
    ] {
        let seen = sri.get(page).await;
        assert!(seen.body.contains(says), "{page}: {says}: {}", seen.body);
    }
}

#[tokio::test]
async fn what_a_field_would_hold_is_read_before_it_is_added() {
    let world = world().await;

    let page = world.browse(SRI).get("/settings/starters/fmcg").await.body;

    assert!(page.contains("Allowed: at least 0. Whole numbers only."), "{page}");
}

#[tokio::test]
async fn its_fields_hold_no_more_than_it_says() {
    let world = world().await;
    let sri = world.browse(SRI);
    used(&sri, "fmcg").await;

    let fields = sri.get("/api/v1/custom-fields").await.json();
    let mut fields = fields["items"].as_array().unwrap().iter();
    let facings = fields.find(|it| it["label"] == "Shelf facings").unwrap();
    let path = format!("/api/v1/accounts/{}", id("toko-maju"));
    let custom = json!({"custom": {facings["code"].as_str().unwrap(): "-1"}}).to_string();
    let seen = world.browse(AYU).ask("PATCH", &path, &custom).await;

    assert_eq!(facings["limits"], json!({"smallest": "0", "decimals": 0}));
    assert_eq!(seen.status, 422, "{}", seen.body);
    assert_eq!(seen.json()["fields"][0]["code"], "accounts.custom_too_small", "{}", seen.body);
}

#[tokio::test]
async fn what_is_there_already_stays_as_it_is() {
    let world = world().await;
    let sri = world.browse(SRI);
    let tagged = json!({"tags": ["RITEL  MODERN"]}).to_string();
    let path = format!("/api/v1/accounts/{}", id("toko-maju"));
    assert_eq!(sri.ask("PATCH", &path, &tagged).await.status, 200);
    let own = "label_id=Rak+ditata&label_en=Shelves&effective=on";
    assert_eq!(sri.post("/settings/visits/outcomes", own).await.status, 303);

    let it_was = used(&sri, "fmcg").await;

    let labels: Vec<_> =
        it_was["items"].as_array().unwrap().iter().map(|it| &it["label_id"]).collect();
    assert!(!labels.contains(&&json!("Ritel modern")), "{labels:?}");
    assert!(!labels.contains(&&json!("Rak ditata")), "{labels:?}");
    let page = sri.get("/settings/visits").await.body;
    assert!(page.contains("Shelves") && !page.contains("Shelf arranged"), "{page}");
}

#[tokio::test]
async fn what_somebody_uses_stays_and_the_rest_goes() {
    let world = world().await;
    let (sri, ayu) = (world.browse(SRI), world.browse(AYU));
    let it_was = used(&sri, "fmcg").await;
    let added = |kind: &str, label: &str| {
        let items = it_was["items"].as_array().unwrap();
        let one = items.iter().find(|it| it["kind"] == kind && it["label_id"] == label).unwrap();
        one["item"].as_str().unwrap().to_owned()
    };
    // A client has a tag, an industry and a field of it; a deal goes its way.
    let client = json!({
        "tags": ["Ritel modern"], "industry": "Minimarket", "custom": {"distributor": "PT Antar"},
    });
    let path = format!("/api/v1/accounts/{}", id("toko-maju"));
    let seen = ayu.ask("PATCH", &path, &client.to_string()).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let way = added("pipeline", "Masuk gerai dan promosi");
    let deal = json!({"name": "Rak depan", "account_id": id("toko-maju"), "pipeline": way});
    let seen = ayu.post_json("/api/v1/opportunities", &deal).await;
    assert_eq!(seen.status, 201, "{}", seen.body);

    let undone = sri.post(&undo(&it_was), "").await.json();

    assert_eq!(undone["kept"], 4, "{undone}");
    let left = sri.get("/api/v1/starter-uses").await.json();
    assert_eq!(left["items"][0]["undone_at"], json!(null));
    let stays: Vec<_> = left["items"][0]["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["removed_at"].is_null())
        .map(|it| it["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(stays, ["industry", "tag", "field", "pipeline"]);
    let again = sri.post(&undo(&it_was), "").await;
    assert_eq!((again.status, code(&again)), (422, "starters.all_in_use".to_owned()));
    let kept = ayu.get(&path).await.json();
    assert_eq!(kept["custom"]["distributor"], "PT Antar");

    // What is used no more goes as well.
    let bare = json!({"tags": []}).to_string();
    assert_eq!(ayu.ask("PATCH", &path, &bare).await.status, 200);
    assert_eq!(sri.post(&undo(&it_was), "").await.json(), json!({"removed": 1, "kept": 3}));
}

#[tokio::test]
async fn it_is_the_administrator_who_begins_with_a_starter() {
    let world = world().await;
    for someone in [AYU, BUDI] {
        let browser = world.browse(someone);
        for path in [
            "/settings/starters",
            "/settings/starters/fmcg",
            "/api/v1/starters",
            "/api/v1/starter-uses",
        ] {
            assert_eq!(browser.get(path).await.status, 403, "{path}");
        }
        assert_eq!(browser.post("/settings/starters/fmcg", "").await.status, 403);
        assert_eq!(browser.post("/api/v1/starters/fmcg/uses", "").await.status, 403);
    }
    let it_was = used(&world.browse(SRI), "fmcg").await;
    assert_eq!(world.browse(AYU).post(&undo(&it_was), "").await.status, 403);
    assert_eq!(world.browse(SARI).post(&undo(&it_was), "").await.status, 404);
    assert_eq!(world.browse(SRI).get("/settings/starters/bakery").await.status, 404);
    let others = items(&world.browse(SARI), "fmcg").await;
    assert!(others.iter().any(|it| it["there"] == false), "another company has none of it");
}

#[tokio::test]
async fn the_page_shows_first_what_would_come_and_offers_the_way_back() {
    let world = world().await;
    let sri = world.browse(SRI);

    let list = sri.get("/settings/starters").await.body;
    let before = sri.get("/settings/starters/advertising").await.body;
    let seen = sri.post("/settings/starters/advertising", "").await;
    let after = sri.get("/settings/starters/advertising").await.body;
    let again = sri.post("/settings/starters/advertising", "").await;

    for said in ["Advertising agency", "Consumer goods (FMCG)", "IT services", "Finance"] {
        assert!(list.contains(said), "{said}: {list}");
    }
    for said in ["Credentials → Brief received", "New</span>", "that are missing"] {
        assert!(before.contains(said), "{said}: {before}");
    }
    assert_eq!((seen.status, seen.location()), (303, "/settings/starters/advertising"));
    assert!(after.contains("/undo") && after.contains("There already"), "{after}");
    assert_eq!(again.status, 422);
    assert!(again.body.contains("nothing was added"), "{}", again.body);
    let from = after.find("/settings/starters/uses/").unwrap();
    let undo = &after[from..from + "/settings/starters/uses//undo".len() + 36];
    assert_eq!(sri.post(undo, "").await.status, 303, "{undo}");
    let gone = sri.get("/settings/starters/advertising").await.body;
    assert!(gone.contains("All of it was taken back"), "{gone}");
}
