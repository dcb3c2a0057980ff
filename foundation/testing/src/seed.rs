#![expect(clippy::disallowed_methods, reason = "the world is made before anybody acts")]
//! `world.toml` becomes rows.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use frame::secrets;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DatabaseConnection, TransactionTrait};
use toml::{Table, Value};
use uuid::Uuid;

const TEXT: &str = include_str!("../world.toml");

/// What nothing refers to later comes last; `line` and sessions follow from the people.
const TABLES: &[&str] = &[
    "product",
    "payment_term",
    "account",
    "address",
    "place",
    "contact",
    "account_contact",
    "shift",
    "visit_outcome",
    "skip_reason",
    "visit",
    "pipeline",
    "stage",
    "lost_reason",
    "prospect_choice",
    "onboarding_template",
    "onboarding_template_step",
];

static WORLD: LazyLock<Table> = LazyLock::new(|| TEXT.parse().expect("world.toml is TOML"));

/// A person's row, in words.
#[derive(Clone)]
pub struct Row {
    pub id: String,
    pub name: String,
    pub company: String,
    pub roles: String,
    pub team: String,
    pub status: String,
    pub manages: String,
}

static PEOPLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let people = WORLD["person"].as_table().expect("people");
    let row = |(name, value): (&String, &Value)| {
        let text = |at: usize| value[at].as_str().expect("a text").to_owned();
        Row {
            id: text(0),
            name: name.clone(),
            company: text(1),
            roles: text(2),
            team: text(3),
            status: text(4),
            manages: text(5),
        }
    };
    people.iter().map(row).collect()
});

pub fn person(id: &str) -> &'static Row {
    PEOPLE.iter().find(|it| it.id == id).expect("somebody of the world")
}

/// The id of what the world calls so.
pub fn id(name: &str) -> Uuid {
    let hash = secrets::hash(name.as_bytes());
    let bytes: [u8; 16] = hash[..16].try_into().expect("a hash has 32 bytes");
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// By which two worlds are told apart.
pub fn fingerprint() -> String {
    let whole = format!("{TEXT}{}{}", migrations::text(), include_str!("seed.rs"));
    secrets::sha256_hex(whole.as_bytes())[..16].to_owned()
}

/// Fills an empty database.
pub async fn fill(db: &DatabaseConnection) {
    for company in ["nusantara", "samudra"] {
        let fence = db.begin().await.expect("a transaction");
        if db.get_database_backend() == sea_orm::DbBackend::Postgres {
            let sql = format!("select set_config('app.company', '{}', true)", id(company));
            fence.execute_unprepared(&sql).await.expect("the fence");
        }
        for table in ["company", "team"] {
            rows(&fence, table, company).await;
        }
        people(&fence, company).await;
        for table in TABLES {
            rows(&fence, table, company).await;
        }
        fence.commit().await.expect("the world is kept");
    }
}

async fn rows(db: &impl ConnectionTrait, table: &str, company: &str) {
    let Some(rows) = WORLD.get(table).and_then(Value::as_array) else { return };
    let mine = format!("@{company}");
    for row in rows.iter().filter_map(Value::as_table) {
        let of = row.get("company_id").or_else(|| row.get("id")).and_then(Value::as_str);
        if of != Some(mine.as_str()) {
            continue;
        }
        let columns = row.keys().map(String::as_str);
        insert(db, table, columns.collect(), row.values().map(value).collect()).await;
    }
}

async fn people(db: &impl ConnectionTrait, company: &str) {
    let mine: Vec<&Row> = PEOPLE.iter().filter(|it| it.company == company).collect();
    for row in &mine {
        let team: SimpleExpr = Expr::value((!row.team.is_empty()).then(|| id(&row.team)));
        let email = format!("{}@{}.example", row.id, row.company);
        insert(
            db,
            "person",
            vec![
                "company_id",
                "id",
                "name",
                "name_key",
                "email",
                "roles",
                "team_id",
                "status",
                "lang",
                "created_at",
            ],
            vec![
                Expr::value(id(company)),
                Expr::value(id(&row.id)),
                Expr::value(row.name.clone()),
                Expr::value(row.name.to_lowercase()),
                Expr::value(email.clone()),
                Expr::value(row.roles.clone()),
                team,
                Expr::value(row.status.clone()),
                Expr::value("id"),
                Expr::value(1_767_225_600_000_000_i64),
            ],
        )
        .await;
        let known = vec![Expr::value(email), Expr::value(id(company)), Expr::value(id(&row.id))];
        insert(db, "sign_in_name", vec!["email", "company_id", "person_id"], known).await;
    }
    for row in mine.iter().filter(|it| !it.manages.is_empty()) {
        let mut update = Query::update();
        update
            .table(Alias::new("team"))
            .value(Alias::new("manager_id"), id(&row.id))
            .and_where(Expr::col(Alias::new("company_id")).eq(id(company)))
            .and_where(Expr::col(Alias::new("id")).eq(id(&row.manages)));
        db.execute(&update).await.expect("a manager");
    }
    for (manager, person) in line(&mine) {
        insert(
            db,
            "line",
            vec!["company_id", "manager_id", "person_id"],
            vec![Expr::value(id(company)), Expr::value(id(&manager)), Expr::value(id(&person))],
        )
        .await;
    }
}

/// Who answers for whom in the world: its tree has two storeys.
fn line(people: &[&Row]) -> BTreeSet<(String, String)> {
    let mut line = BTreeSet::new();
    for manager in people {
        line.insert((manager.id.clone(), manager.id.clone()));
        if manager.manages.is_empty() {
            continue;
        }
        let below = |team: &str| {
            team == manager.manages
                || (manager.manages == "jabodetabek" && ["selatan", "utara"].contains(&team))
        };
        for person in people.iter().filter(|it| below(&it.team) || below(&it.manages)) {
            line.insert((manager.id.clone(), person.id.clone()));
        }
    }
    line
}

async fn insert(
    db: &impl ConnectionTrait,
    table: &str,
    columns: Vec<&str>,
    values: Vec<SimpleExpr>,
) {
    let mut insert = Query::insert();
    insert.into_table(Alias::new(table)).columns(columns.into_iter().map(Alias::new));
    insert.values(values).expect("as many values as columns");
    db.execute(&insert).await.unwrap_or_else(|cause| panic!("{table}: {cause}"));
}

fn value(value: &Value) -> SimpleExpr {
    match value {
        Value::String(text) => match text.strip_prefix('@') {
            Some(name) => Expr::value(id(name)),
            None => Expr::value(text.clone()),
        },
        Value::Integer(number) => Expr::value(*number),
        Value::Float(number) => Expr::value(*number),
        Value::Boolean(yes) => Expr::value(*yes),
        other => panic!("the world has no {other}"),
    }
}
