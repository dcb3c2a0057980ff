//! A report goes out by mail: to whoever may see it, in their own reach, once for each time.

mod files;

use std::sync::{Arc, Mutex};

use frame::Ctx;
use frame::mail::Mailer;
use kernel::Instant;
use pipeline::opportunity::{self, OpportunityId, OpportunityKind};
use sea_orm::ActiveValue::Set;
use serde_json::{Value as Json, json};
use testing::{AYU, BUDI, DEWI, HENDRA, RIZKY, SARI, SRI, Someone, WATI, World, id};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use crate::kept_report::KeptId;
use crate::send_report::SendReport;

/// A post office that takes everything and remembers it; it can be closed for a while.
#[expect(clippy::disallowed_methods, reason = "a post office stands outside of the program")]
async fn post_office() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let taken = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&taken);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader).lines();
            let _ = writer.write_all(b"220 post\r\n").await;
            let mut letter: Option<String> = None;
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = match &mut letter {
                    Some(text) if line == "." => {
                        kept.lock().unwrap().push(std::mem::take(text));
                        letter = None;
                        "250 kept\r\n"
                    }
                    Some(text) => {
                        text.push_str(&line);
                        text.push('\n');
                        continue;
                    }
                    None if line.starts_with("DATA") => {
                        letter = Some(String::new());
                        "354 go on\r\n"
                    }
                    None if line.starts_with("QUIT") => "221 bye\r\n",
                    None => "250 well\r\n",
                };
                let _ = writer.write_all(answer.as_bytes()).await;
            }
        }
    });
    (url, taken)
}

async fn world(mailer: Option<Mailer>) -> World {
    let world = World::furnished(crate::routes(), |made| {
        made.mailer = mailer;
        made.jobs = vec![crate::JOBS];
        made.every = crate::EVERY.to_vec();
    })
    .await;
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let won = |(owner, name, value): (Someone, &str, i64)| opportunity::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(OpportunityId(id(name))),
        owner_id: Set(owner.person()),
        name: Set(name.to_owned()),
        name_key: Set(name.to_lowercase()),
        pipeline: Set("new_business".to_owned()),
        stage: Set("Won".to_owned()),
        kind: Set(OpportunityKind::Won),
        closed_on: Set(Some("2026-02-10".parse().unwrap())),
        value_amount: Set(Some(value)),
        value_currency: Set("IDR".to_owned()),
        created_at: Set(tx.now),
        stage_since: Set(tx.now),
        updated_at: Set(tx.now),
        version: Set(1),
        ..Default::default()
    };
    tx.insert_all(vec![won((AYU, "A1", 700_000)), won((WATI, "W1", 40_000))]).await.unwrap();
    tx.commit().await.unwrap();
    world
}

async fn kept(world: &World, who: Someone) -> String {
    let new = json!({"report": "sales-progress", "asked": {"within": "all"}, "name": "Mingguan"});
    let seen = world.browse(who).post_json("/api/v1/kept-reports", &new).await;
    seen.json()["id"].as_str().unwrap().to_owned()
}

fn monday(readers: &[Someone]) -> Json {
    let readers: Vec<_> = readers.iter().map(|it| it.person().to_string()).collect();
    json!({"every": "weekly", "on_day": 1, "hour": 8, "readers": readers})
}

async fn settle(world: &World, who: Someone, kept: &str, mailing: &Json) -> testing::Seen {
    let path = format!("/api/v1/kept-reports/{kept}/mail");
    world.browse(who).ask("PUT", &path, &mailing.to_string()).await
}

#[tokio::test]
async fn each_reader_gets_it_once_in_their_own_reach() {
    let (url, taken) = post_office().await;
    let world = world(Some(Mailer::open(&url, "jembatan@nusantara.example").unwrap())).await;
    let one = kept(&world, HENDRA).await;
    let settled = settle(&world, HENDRA, &one, &monday(&[HENDRA, AYU])).await;
    assert_eq!(settled.status, 200, "{}", settled.body);
    assert_eq!(settled.json()["next_at"], "2026-03-09T01:00:00Z");
    world.work().await;
    assert!(taken.lock().unwrap().is_empty(), "not before its hour");

    world.at("2026-03-09T01:00:30Z");
    world.work().await;
    world.work().await;

    let letters = std::mem::take(&mut *taken.lock().unwrap());
    assert_eq!(letters.len(), 2, "{letters:?}");
    assert!(letters.iter().any(|it| it.contains("To: hendra@")), "{letters:?}");
    assert!(letters.iter().any(|it| it.contains("To: ayu@")), "{letters:?}");
    // Late by weeks, it is sent once, and goes on by its own hours.
    world.at("2026-04-01T05:00:00Z");
    world.work().await;
    assert_eq!(taken.lock().unwrap().len(), 2);
    let path = format!("/api/v1/kept-reports/{one}/mail");
    let mail = world.browse(HENDRA).get(&path).await.json();
    assert_eq!(mail["next_at"], "2026-04-06T01:00:00Z");
}

#[tokio::test]
async fn a_letter_holds_the_figures_of_its_readers_reach() {
    let (url, _) = post_office().await;
    let world = world(Some(Mailer::open(&url, "jembatan@nusantara.example").unwrap())).await;
    let one = kept(&world, HENDRA).await;
    settle(&world, HENDRA, &one, &monday(&[HENDRA, AYU, WATI, RIZKY])).await;
    let ctx = world.app.company(world.ctx(SRI).actor.company);
    let letter = async |who: Someone| {
        let report = SendReport::of(KeptId(one.parse().unwrap()), who.person(), Instant(9));
        report.written(&ctx, 0).await.unwrap()
    };

    let (all, ayu, wati) = (letter(HENDRA).await, letter(AYU).await, letter(WATI).await);
    let nothing = letter(RIZKY).await;

    assert!(all.text.contains("Rp740.000") && all.text.contains("Ayu Lestari"), "{}", all.text);
    assert!(ayu.text.contains("Rp700.000") && !ayu.text.contains("Wati"), "{}", ayu.text);
    assert!(wati.text.contains("Rp40.000") && !wati.text.contains("Ayu"), "{}", wati.text);
    assert!(!nothing.text.contains("Rp700.000") && !nothing.text.contains("Rp40.000"));
    assert!(ayu.text.contains("http://jembatan.test/reports/sales-progress?within=all"));
    assert!(ayu.subject.contains("Mingguan"), "{}", ayu.subject);
}

#[tokio::test]
async fn it_can_wait_and_stop_and_a_closed_post_office_is_tried_again() {
    let (url, taken) = post_office().await;
    let closed = Mailer::open("smtp://127.0.0.1:1", "jembatan@nusantara.example").unwrap();
    let world = world(Some(closed)).await;
    let one = kept(&world, BUDI).await;
    settle(&world, BUDI, &one, &monday(&[BUDI])).await;
    world.at("2026-03-09T01:00:30Z");
    world.work().await;

    let open = world
        .neighbour(crate::routes(), |made| {
            made.mailer = Some(Mailer::open(&url, "jembatan@nusantara.example").unwrap());
            made.jobs = vec![crate::JOBS];
            made.every = crate::EVERY.to_vec();
        })
        .await;
    open.at("2026-03-09T01:05:00Z");
    open.work().await;
    assert_eq!(taken.lock().unwrap().len(), 1, "it was tried again");

    let pause = format!("/reports/kept/{one}/mail/pause");
    assert_eq!(open.browse(BUDI).post(&pause, "").await.status, 303);
    open.at("2026-03-16T02:00:00Z");
    open.work().await;
    assert_eq!(taken.lock().unwrap().len(), 1, "it waits");
    assert_eq!(open.browse(BUDI).post(&pause, "").await.status, 303);
    open.work().await;
    assert_eq!(taken.lock().unwrap().len(), 1, "nothing is sent for the time in between");
    open.at("2026-03-23T02:00:00Z");
    open.work().await;
    assert_eq!(taken.lock().unwrap().len(), 2);

    let stop = open.browse(BUDI).post(&format!("/reports/kept/{one}/mail/stop"), "").await;
    assert_eq!(stop.status, 303);
    open.at("2026-03-30T02:00:00Z");
    open.work().await;
    assert_eq!(taken.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_and_changes_nothing() {
    let (url, _) = post_office().await;
    let world = world(Some(Mailer::open(&url, "jembatan@nusantara.example").unwrap())).await;
    let one = kept(&world, BUDI).await;

    let mut wrong = vec![monday(&[]), monday(&[DEWI]), monday(&[testing::ANDI])];
    for (name, value) in [("hour", json!(24)), ("on_day", json!(8))] {
        let mut mailing = monday(&[BUDI]);
        mailing[name] = value;
        wrong.push(mailing);
    }
    for mailing in wrong {
        let seen = settle(&world, BUDI, &one, &mailing).await;
        assert_eq!(seen.status, 422, "{mailing}: {}", seen.body);
    }
    let path = format!("/api/v1/kept-reports/{one}/mail");
    assert_eq!(world.browse(BUDI).get(&path).await.status, 404);
    assert_eq!(settle(&world, AYU, &one, &monday(&[AYU])).await.status, 404);
    assert_eq!(settle(&world, SARI, &one, &monday(&[SARI])).await.status, 404);
    let form = format!("every=monthly&day_weekly=1&day_monthly=5&hour=7&readers={}", BUDI.person());
    let page = format!("/reports/kept/{one}/mail");
    assert_eq!(world.browse(BUDI).post(&page, &form).await.status, 303);
    assert_eq!(world.browse(BUDI).get(&path).await.json()["next_at"], "2026-03-05T00:00:00Z");
    assert!(world.browse(BUDI).get(&page).await.body.contains("checked"));
}

#[tokio::test]
async fn an_installation_without_mail_says_so() {
    let world = world(None).await;
    let one = kept(&world, BUDI).await;

    let page = world.browse(BUDI).get(&format!("/reports/kept/{one}/mail")).await;
    let refused = settle(&world, BUDI, &one, &monday(&[BUDI])).await;

    assert!(page.status == 200 && page.body.contains("sends no mail"), "{}", page.body);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.json()["code"], "reports.no_mail");
}
