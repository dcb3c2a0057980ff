//! The world as it is before anybody asks: as every test knows it, and a little more of Ayu's.

mod agenda;
mod attachments;
mod kept;
mod prospects;
mod forecast;
mod ledger;

use std::time::Duration;

use axum::http::StatusCode;
use frame::app::Made;
use frame::limits::{Limit, Limits};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DbBackend, TransactionTrait};
use serde_json::json;
use testing::{AYU, BUDI, Settled, TONO, World, id};

use crate::asks::{ASKED_FACT, FAR_FACT, LINK_SECRET, PHOTO, SESSION, event, name_of_photo};

type Row = Vec<(&'static str, SimpleExpr)>;

/// The world before anybody asks, brought about once.
pub struct Before(Settled);

impl Before {
    pub async fn new() -> Self {
        let world = World::furnished(jembatan::routes::routes(), furnish).await;
        rows(&world).await;
        attachments::write(&world);
        // What was there before is found.
        world.work().await;
        said_by_phone(&world).await;
        Self(world.settle().await)
    }

    /// One in which nobody has asked anything yet.
    pub async fn world(&self) -> World {
        self.0.world(jembatan::routes::routes(), furnish).await
    }
}

fn furnish(made: &mut Made) {
    made.limits = wide();
    made.jobs = jembatan::JOBS.to_vec();
    made.places = jembatan::PLACES;
    made.groups = jembatan::GROUPS;
    made.tabs = jembatan::TABS;
    made.panels = jembatan::PANELS.to_vec();
    made.tellers = jembatan::TELLERS.to_vec();
    made.readers = jembatan::READERS.to_vec();
    made.lists = jembatan::LISTS.to_vec();
    made.follows = jembatan::FOLLOWS.to_vec();
    made.searched = jembatan::SEARCHED.to_vec();
    made.every = [frame::EVERY, accounts::EVERY, tasks::EVERY].concat();
}

/// Everybody asks the same thing at the same moment here; how often they may is proven elsewhere.
fn wide() -> Limits {
    let (many, hour) = (100_000, Duration::from_hours(1));
    Limits {
        sign_in_name: Limit::new(many, hour),
        sign_in_address: Limit::new(many, hour),
        reset: Limit::new(many, hour),
        field: Limit::new(many, hour),
        export: Limit::new(many, hour),
        link: Limit::new(many, hour),
    }
}

/// A photo at clocking in, and check-ins far away that wait for a reviewer.
async fn said_by_phone(world: &World) {
    let ayu = world.browse(AYU);
    let put = format!("/api/v1/files/sha256/{}", name_of_photo());
    let seen = ayu.send("PUT", &put, "image/png", PHOTO.to_vec()).await;
    assert_eq!(seen.status, StatusCode::CREATED.as_u16(), "{}", seen.body);

    let mut begins = event("clock_in", "ayu-clock-in", json!({}));
    begins["photos"] = json!([name_of_photo()]);
    let far = json!({"visit_id": id("plan-toko-maju"), "account_id": id("toko-maju")});
    let mut far = event("visit_check_in", FAR_FACT, far);
    let next = json!({"visit_id": id("ayu-unplanned"), "account_id": id("toko-maju")});
    let mut next = event("visit_check_in", ASKED_FACT, next);
    for event in [&mut far, &mut next] {
        event["fix"] = json!({"lat": -6.3, "lon": 106.8, "accuracy_m": 10.0});
    }
    let batch = json!({"events": [begins, far, next]});
    let seen = ayu.post_json("/api/v1/field/events", &batch).await;
    assert!(!seen.body.contains("rejected"), "{}", seen.body);
    let plan = format!("/api/v1/visits/{}", id("plan-lama"));
    assert_eq!(ayu.ask("DELETE", &plan, "").await.status, 204);

    // Her manager asked about the later of the two.
    let asked = json!({"facts": [id(ASKED_FACT)], "verdict": "ask", "text": "Di mana?"});
    let seen = world.browse(BUDI).post_json("/api/v1/evidence/reviews", &asked).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
}

/// What only the database can be told to know by a name.
#[expect(clippy::too_many_lines, reason = "a list of rows, one after the other")]
async fn rows(world: &World) {
    let db = world.app.db.owner();
    let fence = db.begin().await.unwrap();
    if db.get_database_backend() == DbBackend::Postgres {
        let sql = format!("select set_config('app.company', '{}', true)", id("nusantara"));
        fence.execute_unprepared(&sql).await.unwrap();
    }
    let now = world.now().0;
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let rows: Vec<(&str, Row)> = vec![
        ("visit", planned("plan-apotek", "apotek-sehat", 1, now)),
        ("visit", planned("plan-besok", "toko-maju", 2, now)),
        ("visit", planned("plan-lama", "toko-maju", 3, now)),
        (
            "import_run",
            vec![
                ("id", uuid("import")),
                ("preset", text("crm-sales-opportunities")),
                ("state", text("finished")),
                ("summary", text("{}")),
                ("steps", Expr::value(0_i64)),
                ("done", Expr::value(0_i64)),
                ("started_at", Expr::value(now)),
                ("finished_at", Expr::value(now)),
            ],
        ),
        (
            "import_error_file",
            vec![
                ("run_id", uuid("import")),
                ("number", Expr::value(1)),
                ("name", text("accounts.csv")),
                ("rejected", Expr::value(1_i64)),
                ("content", text("account\nToko Maju\n")),
            ],
        ),
        ("opportunity", deal("ayu-deal", "Won", "won", now)),
        ("opportunity", deal("ayu-open-deal", "Engaging", "open", now)),
        (
            "stage_change",
            vec![
                ("opportunity_id", uuid("ayu-deal")),
                ("number", Expr::value(1)),
                ("pipeline", text("new_business")),
                ("stage", text("Won")),
                ("at", Expr::value(now)),
            ],
        ),
        (
            "invoice",
            vec![
                ("id", uuid("ayu-invoice")),
                ("account_id", uuid("toko-maju")),
                ("source", text("api")),
                ("number", text("INV-1")),
                ("kind", text("invoice")),
                ("day", text("2026-02-20")),
                ("country", text("ID")),
                ("currency", text("IDR")),
                ("net", Expr::value(550_000_000_i64)),
                ("tax", Expr::value(0_i64)),
                ("total", Expr::value(550_000_000_i64)),
                ("lines", Expr::value(0_i64)),
                ("credited", Expr::value(0_i64)),
                ("paid", Expr::value(0_i64)),
                ("state", text("open")),
                ("recorded_at", Expr::value(now)),
            ],
        ),
        (
            "invoice_problem",
            vec![
                ("id", uuid("ayu-problem")),
                ("owner_id", uuid("ayu")),
                ("account_id", uuid("toko-maju")),
                ("invoice_id", uuid("ayu-invoice")),
                ("kind", text("other")),
                ("text", text("Siapa yang memesan?")),
                ("raised_at", Expr::value(now)),
            ],
        ),
        (
            "contact",
            vec![
                ("id", uuid("dedi")),
                ("name", text("Dedi")),
                ("name_key", text("dedi")),
                ("created_at", Expr::value(now)),
                ("updated_at", Expr::value(now)),
            ],
        ),
        (
            "account_contact",
            vec![("account_id", uuid("apotek-sehat")), ("contact_id", uuid("dedi"))],
        ),
        (
            "task",
            vec![
                ("id", uuid("ayu-task")),
                ("owner_id", uuid("ayu")),
                ("account_id", uuid("toko-maju")),
                ("text", text("Kirim penawaran")),
                ("created_at", Expr::value(now)),
                ("updated_at", Expr::value(now)),
            ],
        ),
        ("custom_field", kept::region_field(now)),
        (
            "bank_change",
            vec![
                ("id", uuid("bank-change")),
                ("account_id", uuid("toko-maju")),
                ("kind", text("add")),
                ("bank", text("BCA")),
                ("number", text("0123456789")),
                ("holder", text("PT Maju")),
                ("reason", text("Surat")),
                ("state", text("waiting")),
                ("proposed_by", uuid("ayu")),
                ("proposed_at", Expr::value(now)),
            ],
        ),
        (
            "note",
            vec![
                ("id", uuid("ayu-note")),
                ("owner_id", uuid("ayu")),
                ("account_id", uuid("toko-maju")),
                ("text", text("Ingin diskon")),
                ("at", Expr::value(now)),
                ("happened_at", Expr::value(now)),
            ],
        ),
        (
            "notice",
            vec![
                ("id", uuid("ayu-notice")),
                ("person_id", uuid("ayu")),
                ("name", text("accounts.mentioned")),
                ("subject_kind", text("note")),
                ("subject_id", uuid("ayu-note")),
                ("data", text("{}")),
                ("link", text("/notices")),
                ("at", Expr::value(now)),
            ],
        ),
        (
            "api_token",
            vec![
                ("id", uuid("ayu-token")),
                ("secret_hash", Expr::value(vec![7_u8; 32])),
                ("person_id", uuid("ayu")),
                ("name", text("ponsel")),
                ("created_at", Expr::value(now)),
                ("expires_at", Expr::value(i64::MAX)),
            ],
        ),
        (
            "session",
            vec![
                ("id", Expr::value(SESSION.to_vec())),
                ("person_id", uuid("ayu")),
                ("created_at", Expr::value(now)),
                ("seen_at", Expr::value(now)),
                ("expires_at", Expr::value(i64::MAX)),
                ("stay", text("remembered")),
                ("agent", text("")),
                ("address", text("")),
            ],
        ),
        (
            "statement_link",
            vec![
                ("id", uuid("ayu-shared")),
                ("secret", Expr::value(frame::secrets::hash(&LINK_SECRET))),
                ("account_id", uuid("toko-maju")),
                ("owner_id", uuid("ayu")),
                ("from_day", text("2026-01-01")),
                ("lang", text("id")),
                ("created_at", Expr::value(now)),
                ("expires_at", Expr::value(i64::MAX)),
                ("views", Expr::value(0_i64)),
            ],
        ),
        (
            "one_time_link",
            vec![
                ("id", Expr::value(frame::secrets::hash(&LINK_SECRET))),
                ("person_id", Expr::value(TONO.person().0)),
                ("purpose", text("reset")),
                ("created_at", Expr::value(now)),
                ("expires_at", Expr::value(i64::MAX)),
            ],
        ),
    ];
    let rows = rows.into_iter().chain(twins(now)).chain(kept::all(now));
    for (table, values) in rows {
        let mut insert = Query::insert();
        let columns = values.iter().map(|(column, _)| *column).chain(["company_id"]);
        insert.into_table(Alias::new(table)).columns(columns.map(Alias::new));
        let values = values.iter().map(|(_, value)| value.clone());
        insert.values(values.chain([uuid("nusantara")])).unwrap();
        fence.execute(&insert).await.unwrap_or_else(|cause| panic!("{table}: {cause}"));
    }
    // The client may have moved.
    let mut moved = Query::update();
    moved.table(Alias::new("place")).value(Alias::new("moved_lat"), -6.21);
    moved.value(Alias::new("moved_lon"), 106.81).and_where(here("id", "toko-maju-place"));
    fence.execute(&moved).await.unwrap();
    fence.commit().await.unwrap();
}

/// Two clients of Ayu's that may be one, and one that became part of another.
fn twins(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let mut both = [id("toko-maju"), id("apotek-sehat")];
    both.sort();
    vec![
        (
            "account",
            vec![
                ("id", uuid("toko-lama")),
                ("owner_id", uuid("ayu")),
                ("name", text("Toko Lama")),
                ("name_key", text("toko lama")),
                ("status", text("former")),
                ("created_at", Expr::value(now)),
                ("updated_at", Expr::value(now)),
                ("hidden_at", Expr::value(now)),
            ],
        ),
        (
            "account_merge",
            vec![
                ("id", uuid("merge")),
                ("survivor_id", uuid("toko-maju")),
                ("merged_id", uuid("toko-lama")),
                ("at", Expr::value(now)),
            ],
        ),
        (
            "account_duplicate",
            vec![
                ("first_id", Expr::value(both[0])),
                ("second_id", Expr::value(both[1])),
                ("score", Expr::value(60)),
                ("parts", text("[]")),
                ("state", text("open")),
                ("found_at", Expr::value(now)),
            ],
        ),
    ]
}

fn here(column: &str, name: &str) -> SimpleExpr {
    Expr::col(Alias::new(column)).eq(id(name))
}

/// A visit of Ayu's tomorrow.
fn planned(name: &str, account: &str, sequence: i32, now: i64) -> Row {
    vec![
        ("id", Expr::value(id(name))),
        ("owner_id", Expr::value(id("ayu"))),
        ("account_id", Expr::value(id(account))),
        ("day", Expr::value("2026-03-03")),
        ("sequence", Expr::value(sequence)),
        ("planned", Expr::value(true)),
        ("state", Expr::value("planned")),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
    ]
}

/// A deal of Ayu's with Toko Maju.
fn deal(name: &str, stage: &str, kind: &str, now: i64) -> Row {
    vec![
        ("id", Expr::value(id(name))),
        ("owner_id", Expr::value(id("ayu"))),
        ("account_id", Expr::value(id("toko-maju"))),
        ("external_key", Expr::value(name)),
        ("name", Expr::value("Kertas untuk Toko Maju")),
        ("name_key", Expr::value("kertas untuk toko maju")),
        ("pipeline", Expr::value("new_business")),
        ("stage", Expr::value(stage)),
        ("kind", Expr::value(kind)),
        ("stage_since", Expr::value(now)),
        ("value_amount", Expr::value(1_054_i64)),
        ("value_currency", Expr::value("USD")),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
        ("version", Expr::value(1_i64)),
    ]
}
