//! Two accounts that became one and were parted again are what they were, whatever hangs on them.

#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]
#![expect(clippy::disallowed_methods, reason = "asks the database itself, past the program")]

mod contacts;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use serde_json::{Value, json};
use testing::{AYU, BUDI, FAJAR, SRI, World, id};

const MAJU: &str = "toko-maju";
const SEHAT: &str = "apotek-sehat";

/// What remembers a merge, and what happened. All else is as it was.
const REMEMBERS: &[&str] = &[
    "account_merge",
    "account_merge_row",
    "contact_merge",
    "contact_merge_row",
    "event",
    "stream_head",
    "job",
    "schedule",
    "session",
];

/// Moves when a phone must hear of something, and so when a merge is undone.
const STAMP: &str = "updated_at";

/// Something that hangs on an account.
#[derive(Clone, Copy, Debug)]
enum Hung {
    Note,
    Step,
    Contact,
    /// Somebody who is known at the other one.
    Shared,
    Address,
    Place,
    Visit,
    Phone,
    Website,
    Child,
    Deal,
    Invoice,
    Member,
    Payment,
    Bank,
    Tag,
    Own,
    File,
}

async fn world() -> World {
    let world = World::furnished(jembatan::routes::routes(), |made| {
        made.panels = jembatan::PANELS.to_vec();
        made.jobs = jembatan::JOBS.to_vec();
        made.every = jembatan::EVERY.concat();
        made.tellers = jembatan::TELLERS.to_vec();
        made.readers = jembatan::READERS.to_vec();
        made.follows = jembatan::FOLLOWS.to_vec();
        made.searched = jembatan::SEARCHED.to_vec();
    })
    .await;
    world.work().await;
    world
}

async fn hang(world: &World, number: usize, hung: Hung, on: &str) {
    let ayu = world.browse(AYU);
    let account = format!("/accounts/{}", id(on));
    let seen = match hung {
        Hung::Note => ayu.post(&format!("{account}/notes"), "text=Catatan").await,
        Hung::Step => ayu.post(&format!("{account}/tasks"), "step=Kirim").await,
        Hung::Contact => {
            let form = format!("name=Orang+{number}&phone=0811123{number:04}");
            ayu.post(&format!("{account}/contacts/new"), &form).await
        }
        Hung::Shared => {
            let form = format!("contact_id={}&role=Kasir", id("rina"));
            ayu.post(&format!("{account}/contacts/link"), &form).await
        }
        Hung::Address => {
            let form = format!("label=other&street=Jl.+Radio+{number}&city=Jakarta");
            ayu.post(&format!("{account}/addresses/new"), &form).await
        }
        Hung::Place => {
            let form = format!("point=-6.2{number:02},106.81&radius_m=100");
            ayu.post(&format!("{account}/place"), &form).await
        }
        Hung::Visit => {
            let plan =
                json!({"person_id": AYU.person(), "account_id": id(on), "day": "2026-03-05"});
            ayu.post_json("/api/v1/visits", &plan).await
        }
        Hung::Phone => patch(world, on, &json!({"phone": format!("021 555 {number:04}")})).await,
        Hung::Website => patch(world, on, &json!({"website": format!("toko{number}.id")})).await,
        Hung::Child => {
            let child = json!({"name": format!("Anak {number}"), "parent_id": id(on)});
            ayu.post_json("/api/v1/accounts?anyway=true", &child).await
        }
        Hung::Deal => {
            let value = json!({"amount": "250000", "currency": "IDR"});
            let deal =
                json!({"name": format!("Rak {number}"), "account_id": id(on), "value": value});
            ayu.post_json("/api/v1/opportunities", &deal).await
        }
        Hung::Invoice => {
            let line = json!({"text": "Kertas", "quantity": "2", "price": "55000"});
            let invoice = json!({
                "kind": "invoice", "account_id": id(on), "number": format!("INV-{number}"),
                "day": "2026-02-03",
                "due_on": "2026-03-03", "currency": "IDR", "lines": [line],
            });
            world.browse(FAJAR).post_json("/api/v1/invoices", &invoice).await
        }
        Hung::Member => {
            let part = json!({"role": "support", "kind": "overlay", "share": "5"});
            let path = format!("/api/v1/accounts/{}/team/{}", id(on), id("rizky"));
            world.browse(BUDI).ask("PUT", &path, &part.to_string()).await
        }
        Hung::Payment => {
            let form = "term=prepaid&method=qris";
            ayu.post(&format!("{account}/payment"), form).await
        }
        Hung::Bank => {
            let form = format!("bank=BNI&number=1234567{number}&holder=Toko&reason=Surat");
            ayu.post(&format!("{account}/bank-accounts"), &form).await
        }
        Hung::Tag => patch(world, on, &json!({"tags": [format!("pameran {number}")]})).await,
        Hung::Own => {
            let path = "/settings/clients/fields/new";
            let field =
                "record=account&kind=text&label_id=Wilayah&seen_by=everybody&kept_by=everybody";
            world.browse(SRI).post(path, field).await;
            patch(world, on, &json!({"custom": {"wilayah": format!("Timur {number}")}})).await
        }
        Hung::File => {
            let kind = "multipart/form-data; boundary=part";
            let body = format!(
                "--part\r\nContent-Disposition: form-data; name=\"files\"; \
                 filename=\"catatan.txt\"\r\n\r\nRak {number}\r\n--part--\r\n"
            );
            ayu.send("POST", &format!("{account}/attachments"), kind, body.into_bytes()).await
        }
    };
    // Whoever is there already is there already.
    assert!(
        seen.status < 500 && !matches!(seen.status, 400 | 401 | 403 | 404),
        "{hung:?}: {} {}",
        seen.status,
        seen.body
    );
}

async fn patch(world: &World, on: &str, what: &Value) -> testing::Seen {
    let path = format!("/api/v1/accounts/{}", id(on));
    world.browse(AYU).ask("PATCH", &path, &what.to_string()).await
}

/// Every row of every table but of those that remember, without the stamps.
async fn dump(world: &World) -> BTreeMap<String, Vec<String>> {
    let postgres = world.app.db.backend() == DbBackend::Postgres;
    let fence = world.app.db.pool().begin().await.unwrap();
    if postgres {
        let sql = format!("select set_config('app.company', '{}', true)", id("nusantara"));
        fence.execute_unprepared(&sql).await.unwrap();
    }
    let mut dump = BTreeMap::new();
    for shape in jembatan::TABLES.concat().into_iter().map(frame::Table::shape) {
        if REMEMBERS.contains(&shape.name.as_str()) {
            continue;
        }
        let columns = shape.columns.iter().filter(|it| it.name != STAMP).map(|it| {
            let name = &it.name;
            if postgres { format!("coalesce({name}::text, '-')") } else { format!("quote({name})") }
        });
        let columns = columns.collect::<Vec<_>>().join(" || '|' || ");
        let sql = format!("select {columns} from {} order by 1", shape.name);
        let rows = fence.query_all_raw(Statement::from_string(fence.get_database_backend(), sql));
        let rows = rows.await.unwrap();
        let rows = rows.iter().map(|it| it.try_get_by_index(0).unwrap()).collect();
        dump.insert(shape.name, rows);
    }
    fence.rollback().await.unwrap();
    dump
}

async fn merge_and_undo(hung: Vec<(Hung, bool)>, take: Vec<&'static str>) {
    let world = world().await;
    for (number, (hung, first)) in hung.into_iter().enumerate() {
        hang(&world, number, hung, if first { MAJU } else { SEHAT }).await;
    }
    let before = dump(&world).await;

    let ayu = world.browse(AYU);
    let path = format!("/api/v1/accounts/{}/merge", id(MAJU));
    let merged = ayu.post_json(&path, &json!({"merged_id": id(SEHAT), "take": take})).await;
    assert_eq!(merged.status, 200, "{}", merged.body);
    assert_ne!(dump(&world).await, before);
    let page = ayu.get(&format!("/accounts/{}", id(MAJU))).await.body;
    let at = page.find("/merges/").unwrap() + 8;
    let undone = ayu.post(&format!("/api/v1/merges/{}/undo", &page[at..at + 36]), "").await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(undone.json()["changed_since"], 0, "{}", undone.body);
    let after = dump(&world).await;
    for (table, rows) in &before {
        assert_eq!(&after[table], rows, "{table}");
    }
}

#[test]
fn merged_and_parted_they_are_what_they_were() {
    let one = prop::sample::select(vec![
        Hung::Note,
        Hung::Step,
        Hung::Contact,
        Hung::Shared,
        Hung::Address,
        Hung::Place,
        Hung::Visit,
        Hung::Phone,
        Hung::Website,
        Hung::Child,
        Hung::Deal,
        Hung::Invoice,
        Hung::Member,
        Hung::Payment,
        Hung::Bank,
        Hung::Tag,
        Hung::Own,
        Hung::File,
    ]);
    let hung = prop::collection::vec((one, any::<bool>()), 0..8);
    let fields = vec!["name", "status", "tier", "phone", "website", "place", "country", "owner"];
    let take = prop::sample::subsequence(fields, 0..8);
    let runtime = tokio::runtime::Runtime::new().unwrap();

    // Each case is a world of its own.
    let mut runner =
        TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    runner
        .run(&(hung, take), |(hung, take)| {
            runtime.block_on(merge_and_undo(hung, take));
            Ok(())
        })
        .unwrap();
}

/// Everything at once, on both: what is there twice, and what only one of them has.
#[tokio::test]
async fn all_that_can_hang_on_two_clients_is_parted_again() {
    let hung = [
        Hung::Note,
        Hung::Step,
        Hung::Contact,
        Hung::Shared,
        Hung::Address,
        Hung::Visit,
        Hung::Deal,
        Hung::Invoice,
        Hung::Member,
        Hung::Payment,
        Hung::Bank,
        Hung::Tag,
        Hung::Own,
        Hung::File,
    ];
    let on_both = hung.into_iter().flat_map(|it| [(it, true), (it, false)]);

    merge_and_undo(on_both.collect(), vec!["name", "tier", "owner"]).await;
}

/// Whoever was without a signal names the client as it was when they left.
#[tokio::test]
async fn a_phone_that_was_away_is_heard_at_what_it_became_part_of() {
    let world = world().await;
    let ayu = world.browse(AYU);
    hang(&world, 1, Hung::Visit, SEHAT).await;
    let path = format!("/api/v1/accounts/{}/merge", id(MAJU));
    ayu.post_json(&path, &json!({"merged_id": id(SEHAT)})).await;
    let event = |kind: &str, name: &str, payload: Value| {
        json!({
            "id": id(name), "person": AYU.person(), "device": id("phone"), "seq": 1, "kind": kind,
            "claimed_at": testing::NOON, "zone": "Asia/Jakarta",
            "fix": {"lat": -6.2, "lon": 106.8, "accuracy_m": 12.0}, "payload": payload,
        })
    };
    let arrives = json!({"visit_id": id("visit"), "account_id": id(SEHAT)});
    let noted = json!({"account_id": id(SEHAT), "text": "Dari jauh"});

    let batch = json!({"events": [
        event("visit_check_in", "arrives", arrives), event("note", "noted", noted),
    ]});
    let heard = ayu.post_json("/api/v1/field/events", &batch).await;

    assert!(!heard.body.contains("rejected"), "{}", heard.body);
    let visits = format!("/api/v1/visits?account_id={}", id(MAJU));
    let visits = world.browse(BUDI).get(&visits).await.json();
    let made = visits["items"].as_array().unwrap().iter().find(|it| it["id"] == json!(id("visit")));
    assert_eq!(made.unwrap()["state"], "open", "{visits}");
    let page = ayu.get(&format!("/accounts/{}", id(MAJU))).await;
    assert!(page.body.contains("Dari jauh"), "{}", page.body);
}
