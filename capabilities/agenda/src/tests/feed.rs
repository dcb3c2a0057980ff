//! What a calendar reads, for how long, and who has none.

use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;
use testing::{AYU, BUDI, Browser, DEWI, NOON, RIZKY, Seen, Someone, TONO, World, id};

use super::{deal, task, world};

/// The path of a calendar that somebody has just made.
async fn made(browser: &Browser) -> String {
    let made = browser.post_json("/api/v1/calendar-feed", &json!({})).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let url = made.json()["url"].as_str().unwrap().to_owned();
    url.strip_prefix(testing::ORIGIN).unwrap().to_owned()
}

/// As a calendar program asks: nobody is signed in.
async fn read(world: &World, path: &str) -> Seen {
    world.browse(None).get(path).await
}

/// Folded lines are joined, as every reader does.
fn unfolded(seen: &Seen) -> String {
    seen.body.replace("\r\n ", "")
}

async fn becomes(world: &World, someone: Someone, status: PersonStatus) {
    let tx = world.app.company(someone.company()).begin().await.unwrap();
    let mut row = tx.get::<person::Entity>(someone.person()).await.unwrap().into_active_model();
    row.status = Set(status);
    tx.update(row).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_calendar_program_reads_the_agenda_without_signing_in() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let rapat = task(&ayu, "Rapat; harga, \\dan\nBEGIN:VEVENT", "2026-03-05", Some("14:00")).await;
    task(&ayu, "Laporan", "2026-03-06", None).await;
    deal(&ayu).await;
    let path = made(&ayu).await;

    let seen = read(&world, &path).await;

    assert_eq!(seen.status, 200);
    assert_eq!(seen.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(seen.headers["cache-control"], "private, no-cache");
    assert_eq!(seen.headers["referrer-policy"], "no-referrer");
    let calendar = unfolded(&seen);
    let uid = format!("UID:task-{}@jembatan\r\n", rapat["id"].as_str().unwrap());
    for line in [
        uid.as_str(),
        "DTSTART:20260305T070000Z\r\n",
        "DTSTART;VALUE=DATE:20260306\r\n",
        "SUMMARY:Laporan · Toko Maju\r\n",
        "SUMMARY:Kunjungan: Toko Maju\r\n",
        "SUMMARY:Perkiraan tutup: Kertas 2026\r\n",
        // Ten in the morning in Jakarta.
        "DTSTART:20260302T030000Z\r\n",
    ] {
        assert!(calendar.contains(line), "{line}: {calendar}");
    }
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT\r\n").count(), 5, "{calendar}");
}

#[tokio::test]
async fn the_same_is_not_sent_twice_and_a_change_is_seen() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let made_task = task(&ayu, "Laporan", "2026-03-06", None).await;
    let id = made_task["id"].as_str().unwrap();
    let path = made(&ayu).await;

    let first = read(&world, &path).await;
    world.at("2026-03-02T05:10:00Z");
    let again = read(&world, &path).await;
    assert_eq!(first.headers["etag"], again.headers["etag"], "nothing has changed");

    ayu.post(&format!("/tasks/{id}/done"), "").await;
    let done = read(&world, &path).await;
    assert_ne!(first.headers["etag"], done.headers["etag"]);
    assert!(unfolded(&done).contains("SUMMARY:✓ Laporan"), "{}", done.body);
    assert!(unfolded(&done).contains("SEQUENCE:600\r\n"), "{}", done.body);

    ayu.post(&format!("/tasks/{id}/hide"), "").await;
    let gone = unfolded(&read(&world, &path).await);
    assert!(gone.contains("STATUS:CANCELLED"), "{gone}");
    world.at("2026-04-05T05:10:00Z");
    assert!(!unfolded(&read(&world, &path).await).contains("Laporan"), "it is forgotten");
}

#[tokio::test]
async fn a_visit_that_was_taken_out_of_the_plan_is_cancelled() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let path = made(&ayu).await;
    let visit = format!("visit-{}@jembatan", id("plan-toko-maju"));

    ayu.post(&format!("/visits/{}/remove", id("plan-toko-maju")), "").await;

    let calendar = unfolded(&read(&world, &path).await);
    let event = calendar.split("BEGIN:VEVENT").find(|it| it.contains(&visit));
    let event = event.unwrap_or_else(|| panic!("{calendar}"));
    assert!(event.contains("STATUS:CANCELLED"), "{event}");
    assert!(!event.contains("Toko Maju"), "{event}");
}

#[tokio::test]
async fn an_address_is_over_when_it_is_renewed_or_withdrawn() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let first = made(&ayu).await;
    let second = made(&ayu).await;

    assert_eq!(read(&world, &first).await.status, 404);
    assert_eq!(read(&world, &second).await.status, 200);
    assert_eq!(ayu.post("/me/calendar/withdraw", "").await.status, 303);
    assert_eq!(read(&world, &second).await.status, 404);
    let none = ayu.get("/api/v1/calendar-feed").await.json();
    assert_eq!(none["feed"], json!(null));
}

#[tokio::test]
async fn whoever_is_shut_out_or_leaves_has_no_calendar() {
    let world = world().await;
    let path = made(&world.browse(AYU)).await;
    assert_eq!(read(&world, &path).await.status, 200);

    for status in [PersonStatus::Suspended, PersonStatus::Left] {
        becomes(&world, AYU, status).await;
        assert_eq!(read(&world, &path).await.status, 404, "{status:?}");
    }
    becomes(&world, AYU, PersonStatus::Active).await;
    assert_eq!(read(&world, &path).await.status, 200);
}

#[tokio::test]
async fn nobody_guesses_and_every_wrong_address_is_the_same() {
    let world = world().await;
    let path = made(&world.browse(AYU)).await;
    let secret = path.trim_start_matches("/calendar/").trim_end_matches(".ics").to_owned();
    let (company, key) = secret.split_once('.').unwrap();
    assert_eq!(key.len(), 43, "256 bits");
    let other = id("samudra").simple();

    for wrong in [
        format!("/calendar/{secret}"),
        format!("/calendar/{other}.{key}.ics"),
        format!("/calendar/{company}.{}.ics", "A".repeat(43)),
        format!("/calendar/{company}..ics"),
        "/calendar/.ics".to_owned(),
        "/calendar/%00.ics".to_owned(),
    ] {
        let seen = read(&world, &wrong).await;
        assert_eq!((seen.status, seen.body.as_str()), (404, ""), "{wrong}");
    }
}

#[tokio::test]
async fn only_what_its_owner_sees_and_chose_goes_into_it() {
    let world = world().await;
    let ayu = world.browse(AYU);
    task(&ayu, "Laporan", "2026-03-06", None).await;
    let path = made(&ayu).await;
    let budis = made(&world.browse(BUDI)).await;

    assert!(!unfolded(&read(&world, &budis).await).contains("Laporan"), "his own alone");
    let none = ayu.post("/me/calendar/contents", "").await;
    assert_eq!(none.status, 422, "{}", none.body);
    ayu.post("/me/calendar/contents", "visits=on").await;
    let visits = unfolded(&read(&world, &path).await);
    assert!(visits.contains("Kunjungan") && !visits.contains("Laporan"), "{visits}");

    for someone in [TONO, DEWI] {
        let seen = world.browse(someone).post_json("/api/v1/calendar-feed", &json!({})).await;
        assert_eq!(seen.status, 403, "{}", someone.name);
    }
    assert_eq!(world.browse(RIZKY).get("/api/v1/calendar-feed").await.json()["feed"], json!(null));
}

#[tokio::test]
async fn the_address_is_shown_once_and_the_page_says_when_it_was_read() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let page = ayu.post("/me/calendar", "tasks=on&visits=on").await;
    assert_eq!(page.status, 200);
    let start = page.body.find("/calendar/").unwrap();
    let path: String = page.body[start..].chars().take_while(|it| *it != '<').collect();
    assert!(path.strip_suffix(".ics").is_some(), "{path}");
    let again = ayu.get("/me/calendar").await.body;
    assert!(!again.contains(".ics") && again.contains("never read"), "{again}");
    read(&world, &path).await;
    let read_at = ayu.get("/api/v1/calendar-feed").await.json()["feed"]["read_at"].clone();
    assert_eq!(read_at, json!(NOON));
}

#[tokio::test]
async fn a_reader_that_asks_too_often_has_to_wait() {
    let world = world().await;
    let path = made(&world.browse(AYU)).await;

    let mut last = 200;
    for _ in 0..100 {
        last = read(&world, &path).await.status;
        if last == 429 {
            break;
        }
    }

    assert_eq!(last, 429);
}
