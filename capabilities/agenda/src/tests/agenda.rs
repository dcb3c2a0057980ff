//! What an agenda shows, to whom, and where one is led back to.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, DEWI, FAJAR, GILANG, HENDRA, RIZKY, SRI, TONO, id};

use super::{deal, task, world};

/// Kind, text and day of each.
fn said(list: &Value) -> Vec<String> {
    let one = |it: &Value| {
        let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", text("day"), text("kind"), text("text"))
    };
    list.as_array().unwrap().iter().map(one).collect()
}

#[tokio::test]
async fn a_week_holds_tasks_visits_and_days_of_deals_in_their_order() {
    let world = world().await;
    let ayu = world.browse(AYU);
    deal(&ayu).await;
    task(&ayu, "Laporan", "2026-03-02", None).await;
    task(&ayu, "Rapat", "2026-03-02", Some("09:00")).await;
    task(&ayu, "Faktur", "2026-02-27", None).await;
    task(&ayu, "Nanti", "2026-03-20", None).await;

    let week = ayu.get("/api/v1/agenda?from=2026-03-02&to=2026-03-08").await.json();

    assert_eq!(
        said(&week["items"]),
        [
            "2026-03-02 task Laporan",
            "2026-03-02 task Rapat",
            "2026-03-02 visit Toko Maju",
            "2026-03-04 next_step Kirim draf · Kertas 2026",
            "2026-03-06 close Kertas 2026",
        ]
    );
    assert_eq!(said(&week["overdue"]), ["2026-02-27 task Faktur"]);
    let page = ayu.get("/agenda?view=week").await.body;
    for shown in ["Laporan", "09:00 WIB", "Kertas 2026", "Faktur", "Overdue", "Monday", "Sunday"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("Nanti"));
    let day = ayu.get("/agenda?day=2026-03-04").await.body;
    assert!(day.contains("Kirim draf") && !day.contains("Laporan"), "{day}");
}

#[tokio::test]
async fn whoever_has_a_birthday_is_wished_well_but_in_no_calendar_elsewhere() {
    let world = world().await;
    let ayu = world.browse(AYU);
    for (name, birthday) in
        [("Bu Tini", "--03-04"), ("Pak Oka", "1980-03-08"), ("Bu Nur", "1975-03-09")]
    {
        let new = json!({"name": name, "birthday": birthday, "account_id": id("toko-maju")});
        let made = ayu.post_json("/api/v1/contacts", &new).await;
        assert_eq!(made.status, 201, "{}", made.body);
    }
    let week = "/api/v1/agenda?from=2026-03-02&to=2026-03-08";
    let birthdays = |list: &Value| -> Vec<String> {
        said(&list["items"]).into_iter().filter(|it| it.contains(" birthday ")).collect()
    };

    let seen = ayu.get(week).await.json();
    assert_eq!(birthdays(&seen), ["2026-03-04 birthday Bu Tini", "2026-03-08 birthday Pak Oka"]);
    assert!(ayu.get("/agenda?view=week").await.body.contains("Birthday"));
    // They are nobody's of Rizky's, and no calendar that stands elsewhere tells them.
    assert_eq!(birthdays(&world.browse(RIZKY).get(week).await.json()), Vec::<String>::new());
    let feed = ayu.post_json("/api/v1/calendar-feed", &json!({})).await.json();
    let address = feed["url"].as_str().unwrap().strip_prefix(testing::ORIGIN).unwrap();
    let calendar = world.browse(None).get(address).await;
    assert_eq!(calendar.status, 200);
    assert!(!calendar.body.contains("Bu Tini"), "{}", calendar.body);
}

#[tokio::test]
async fn what_is_done_or_put_off_here_leads_back_here() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let task = task(&ayu, "Laporan", "2026-03-02", None).await;
    let id = task["id"].as_str().unwrap();
    let from = "from=%2Fagenda%3Fview%3Dweek";

    let off = ayu.post(&format!("/tasks/{id}/postpone"), &format!("days=1&{from}")).await;
    assert_eq!(off.location(), "/agenda?view=week");
    ayu.post(&format!("/tasks/{id}/done"), from).await;

    let week = ayu.get("/agenda?view=week").await.body;
    assert!(week.contains("<s>Laporan</s>"), "{week}");
    assert!(week.contains(&format!("/tasks/{id}/reopen")), "{week}");
    let added = ayu.post("/tasks", &format!("text=Baru&due_on=2026-03-03&{from}")).await;
    assert_eq!(added.location(), "/agenda?view=week");
}

#[tokio::test]
async fn a_manager_reads_the_agendas_of_their_people_and_nobody_else_does() {
    let world = world().await;
    let ayu = world.browse(AYU);
    task(&ayu, "Laporan rahasia", "2026-03-02", None).await;
    let page = format!("/agenda?person={}", AYU.person());
    let api = format!("/api/v1/agenda?person_id={}", AYU.person());

    for someone in [AYU, BUDI, HENDRA, SRI] {
        let seen = world.browse(someone).get(&page).await;
        assert!(seen.body.contains("Laporan rahasia"), "{}: {}", someone.name, seen.body);
    }
    for (someone, status) in
        [(RIZKY, 404), (GILANG, 404), (ANDI, 404), (TONO, 403), (DEWI, 403), (FAJAR, 403)]
    {
        assert_eq!(world.browse(someone).get(&page).await.status, status, "{}", someone.name);
        assert_eq!(world.browse(someone).get(&api).await.status, status, "{}", someone.name);
    }
    assert!(!world.browse(BUDI).get("/agenda").await.body.contains("Laporan rahasia"));
    assert!(!world.browse(RIZKY).get("/agenda").await.body.contains("Ayu Lestari"));
}

#[tokio::test]
async fn an_empty_agenda_says_what_to_do() {
    let world = world().await;

    let empty = world.browse(RIZKY).get("/agenda").await;
    assert!(empty.body.contains("Nothing here yet"), "{}", empty.body);
    assert_eq!(world.browse(None).get("/agenda").await.status, 303);
    let far = world.browse(RIZKY).get("/api/v1/agenda?from=2026-03-02&to=2026-09-02").await;
    assert_eq!(far.status, 400);
    let back = world.browse(RIZKY).get("/api/v1/agenda?from=2026-03-02&to=2026-03-01").await;
    assert_eq!(back.status, 400);
}

#[tokio::test]
async fn whoever_shares_a_client_is_told_its_history_visits_included() {
    let world = world().await;
    let (ayu, client) = (world.browse(AYU), format!("/accounts/{}", id("toko-maju")));
    let part = json!({ "role": "specialist", "kind": "overlay" }).to_string();
    let team = format!("/api/v1{client}/team/{}", RIZKY.person());
    assert_eq!(ayu.ask("PUT", &team, &part).await.status, 200);
    let removed = ayu.post(&format!("/visits/{}/remove", id("plan-toko-maju")), "").await;
    assert_eq!(removed.status, 303, "{}", removed.body);

    for who in [AYU, BUDI, RIZKY] {
        let seen = world.browse(who).get(&client).await;
        assert_eq!(seen.status, 200, "{}", who.name);
        assert!(seen.body.contains("taken out of the plan"), "{}: {}", who.name, seen.body);
    }
}
