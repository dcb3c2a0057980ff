//! The schema that migrations make, the tables that entities expect and the description of the
//! API say the same; on PostgreSQL a second fence stands around every company.

#![expect(clippy::unwrap_used, reason = "a test that cannot ask should stop")]
#![expect(clippy::disallowed_methods, reason = "asks the database itself, past the program")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use frame::table::Column;
use frame::{App, Table};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, QueryResult,
    Statement, TransactionTrait,
};
use testing::{World, id};
use utoipa_axum::router::OpenApiRouter;

/// What the history of migrations keeps for itself.
const BOOKS: &str = "seaql_migrations";

/// Known before a company is, or above all of them.
const ABOVE: &[&str] = &["company", "sign_in_name", "job", "schedule"];

async fn world() -> World {
    World::with(OpenApiRouter::new()).await
}

async fn ask(db: &impl ConnectionTrait, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await
}

async fn words(db: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    let rows = ask(db, sql).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

fn is_postgres(world: &World) -> bool {
    world.app.db.backend() == DbBackend::Postgres
}

#[tokio::test]
async fn migrations_and_entities_agree() {
    let world = world().await;
    let in_database = tables_of(world.app.db.pool()).await;
    let in_program: BTreeMap<String, BTreeSet<Column>> = jembatan::TABLES
        .concat()
        .into_iter()
        .map(Table::shape)
        .map(|it| (it.name, it.columns.into_iter().collect()))
        .collect();

    for (table, columns) in &in_database {
        let expected = in_program.get(table);
        let expected = expected.unwrap_or_else(|| panic!("`{table}` is in no list of TABLES"));
        assert_eq!(columns, expected, "the table and the entity of `{table}`");
    }
    for table in in_program.keys() {
        assert!(in_database.contains_key(table), "`{table}` has no table");
    }
}

/// What the database says of its tables.
async fn tables_of(db: &DatabaseConnection) -> BTreeMap<String, BTreeSet<Column>> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "select table_name::text, column_name::text, data_type::text, is_nullable = 'YES' \
             from information_schema.columns where table_schema = 'public'"
        }
        // A key of one column need not say that it is never null.
        _ => {
            "select t.name, c.name, lower(c.type), c.\"notnull\" = 0 and c.pk = 0 \
             from pragma_table_list t join pragma_table_info(t.name) c \
             where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite%'"
        }
    };
    let mut tables: BTreeMap<String, BTreeSet<Column>> = BTreeMap::new();
    for row in ask(db, sql).await.unwrap() {
        let table: String = row.try_get_by_index(0).unwrap();
        let column = Column {
            name: row.try_get_by_index(1).unwrap(),
            kind: row.try_get_by_index(2).unwrap(),
            nullable: row.try_get_by_index(3).unwrap(),
        };
        if table != BOOKS {
            tables.entry(table).or_default().insert(column);
        }
    }
    tables
}

#[tokio::test]
async fn no_reference_crosses_companies() {
    let world = world().await;
    if is_postgres(&world) {
        return; // The same text made both schemas; SQLite is the easier one to ask.
    }
    let sql = "select t.name || ' -> ' || f.\"table\" || ' (' || f.id || ')' \
        from pragma_table_list t join pragma_foreign_key_list(t.name) f \
        where t.schema = 'main' group by t.name, f.id \
        having f.\"table\" <> 'company' and sum(f.\"from\" = 'company_id' and f.\"to\" = 'company_id') = 0";
    assert_eq!(words(world.app.db.pool(), sql).await, Vec::<String>::new());

    let sql = "select t.name from pragma_table_list t join pragma_table_info(t.name) c \
        where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite%' \
        group by t.name having sum(c.name = 'company_id' and c.pk = 1) = 0 order by 1";
    let unkeyed: Vec<String> = words(world.app.db.pool(), sql).await;
    let unkeyed: Vec<&str> = unkeyed.iter().map(String::as_str).collect();
    assert_eq!(unkeyed, ["company", "job", BOOKS, "sign_in_name"]);
}

/// Two accounts become one only if everything that names an account says what becomes of it.
#[tokio::test]
async fn whatever_names_what_can_be_merged_follows_it() {
    let world = world().await;
    let db = world.app.db.pool();
    let lists = jembatan::FOLLOWS.concat();
    for record in ["account", "contact"] {
        let sql = if is_postgres(&world) {
            format!(
                "select k.table_name || '.' || k.column_name \
                 from information_schema.referential_constraints r \
                 join information_schema.key_column_usage k \
                     on k.constraint_name = r.constraint_name \
                 join information_schema.key_column_usage to_key \
                     on to_key.constraint_name = r.unique_constraint_name \
                     and to_key.ordinal_position = k.position_in_unique_constraint \
                 where to_key.table_name = '{record}' and k.column_name <> 'company_id' order by 1"
            )
        } else {
            format!(
                "select t.name || '.' || f.\"from\" from pragma_table_list t \
                 join pragma_foreign_key_list(t.name) f \
                 where t.schema = 'main' and f.\"table\" = '{record}' \
                 and f.\"from\" <> 'company_id' order by 1"
            )
        };
        let in_database: BTreeSet<String> = words(db, &sql).await.into_iter().collect();

        let listed: Vec<String> = lists
            .iter()
            .filter(|it| it.to == record)
            .map(|it| format!("{}.{}", it.table, it.column))
            .collect();
        let once: BTreeSet<String> = listed.iter().cloned().collect();
        assert_eq!(listed.len(), once.len(), "something is listed twice: {listed:?}");
        assert_eq!(in_database, once, "say in FOLLOWS of its crate what becomes of it");
    }
    // What they name besides is there, too.
    let tables = tables_of(db).await;
    for follows in &lists {
        let columns: Vec<&str> = tables[follows.table].iter().map(|it| it.name.as_str()).collect();
        for column in [Some(follows.key), follows.stamp].into_iter().flatten() {
            let stays = follows.how == frame::follows::How::Stays;
            assert!(stays || columns.contains(&column), "{}.{column}", follows.table);
        }
    }
}

#[tokio::test]
async fn schema_sql_shows_the_present() {
    let world = world().await;
    if is_postgres(&world) {
        return;
    }
    let sql = format!(
        "select sql from sqlite_master where sql is not null and tbl_name <> '{BOOKS}' \
         and tbl_name not like 'sqlite%' order by rowid"
    );
    let statements = words(world.app.db.pool(), &sql).await;
    let mut text = "-- The schema as it stands, from SQLite: made by a test, read by people.\n\
        -- The steps that lead here are in src/.\n"
        .to_owned();
    for statement in statements {
        // A table begins a paragraph; its indexes follow it closely.
        let table = statement.to_lowercase().starts_with("create table");
        text.push_str(if table { "\n" } else { "" });
        for line in statement.trim().lines() {
            let line = line.trim().replace("CREATE TABLE ", "create table ");
            let line = line.replace("CREATE UNIQUE INDEX ", "create unique index ");
            let line = line.replace("CREATE INDEX ", "create index ");
            let inside = table && !line.starts_with("create ") && !line.starts_with(')');
            text.push_str(if inside { "    " } else { "" });
            text.push_str(&line);
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push_str(";\n");
    }
    same_as_kept("../foundation/migrations/schema.sql", &text);
}

#[test]
fn the_description_of_the_api_is_kept() {
    let text = jembatan::routes::openapi().to_pretty_json().unwrap();
    same_as_kept("tests/openapi.json", &format!("{text}\n"));
}

/// Compares with a file beside this crate, or writes it when `UPDATE` is set.
fn same_as_kept(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if let Some((number, (now, before))) =
        (1..).zip(text.lines().zip(kept.lines())).find(|(_, (now, before))| now != before)
    {
        panic!(
            "{file}:{number}\n  kept: {before}\n  now:  {now}\nrun with UPDATE=1 and read the difference"
        );
    }
    assert_eq!(text.lines().count(), kept.lines().count(), "{file}: run with UPDATE=1");
}

/// A transaction in which the fence lets one company's rows be seen.
async fn inside(app: &App, company: &str) -> DatabaseTransaction {
    let transaction = app.db.pool().begin().await.unwrap();
    let sql = format!("select set_config('app.company', '{}', true)", id(company));
    transaction.execute_unprepared(&sql).await.unwrap();
    transaction
}

#[tokio::test]
async fn every_table_of_a_company_is_fenced() {
    let world = world().await;
    if !is_postgres(&world) {
        return;
    }
    let db = world.app.db.pool();

    assert_eq!(migrations::unfenced_tables(db).await.unwrap(), Vec::<String>::new());
    let open = "select relname::text from pg_class where relkind = 'r' \
        and relnamespace = 'public'::regnamespace and not relforcerowsecurity order by 1";
    let open = words(db, open).await;
    let open: Vec<&str> = open.iter().map(String::as_str).collect();
    assert_eq!(open, ["company", "job", "schedule", BOOKS, "sign_in_name"]);
}

#[tokio::test]
async fn the_program_owns_nothing_and_cannot_pass_the_fence() {
    let world = world().await;
    if !is_postgres(&world) {
        return;
    }
    let db = world.app.db.pool();

    let owned = "select relname::text from pg_class where relowner = current_user::regrole";
    assert_eq!(words(db, owned).await, Vec::<String>::new());
    let mighty = "select rolname::text from pg_roles \
        where pg_has_role(current_user, oid, 'member') \
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)";
    assert_eq!(words(db, mighty).await, Vec::<String>::new());
    for sql in [
        "alter table account disable row level security",
        "drop policy company on account",
        "create table mine (id uuid)",
        "truncate account",
        "create role mightier superuser",
    ] {
        assert!(db.execute_unprepared(sql).await.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn without_a_company_nothing_is_answered() {
    let world = world().await;
    if !is_postgres(&world) {
        return;
    }
    let fenced: Vec<String> = tables_of(world.app.db.pool()).await.into_keys().collect();
    for table in fenced.iter().filter(|it| !ABOVE.contains(&it.as_str())) {
        let refused = ask(world.app.db.pool(), &format!("select 1 from {table}")).await;
        let cause = refused.err().map(|it| it.to_string()).unwrap_or_default();
        assert!(cause.contains("app.company"), "{table}: {cause}");
    }
}

#[tokio::test]
async fn rows_of_another_company_do_not_exist() {
    let world = world().await;
    if !is_postgres(&world) {
        return;
    }
    let (mine, theirs) = (id("nusantara"), id("samudra"));
    let here = inside(&world.app, "nusantara").await;
    for table in tables_of(world.app.db.pool()).await.keys() {
        if ABOVE.contains(&table.as_str()) {
            continue;
        }
        let sql = format!("select '' from {table} where company_id <> '{mine}'");
        assert_eq!(words(&here, &sql).await, Vec::<String>::new(), "{table}");
    }
    assert_eq!(words(&here, "select name from account").await.len(), 4);

    let changed = "update account set name = 'ours now' where name = 'Kapal Bali'";
    assert_eq!(here.execute_unprepared(changed).await.unwrap().rows_affected(), 0);
    let gone = format!("delete from account where company_id = '{theirs}'");
    assert_eq!(here.execute_unprepared(&gone).await.unwrap().rows_affected(), 0);
    here.rollback().await.unwrap();

    for sql in [
        format!("update account set company_id = '{theirs}' where name = 'Warung Sari'"),
        format!(
            "insert into contact (company_id, id, name, name_key, created_at, updated_at) \
             values ('{theirs}', '{}', 'Tamu', 'tamu', 0, 0)",
            id("guest"),
        ),
    ] {
        let here = inside(&world.app, "nusantara").await;
        let refused = here.execute_unprepared(&sql).await;
        assert!(refused.is_err_and(|it| it.to_string().contains("row-level security")), "{sql}");
    }

    let there = inside(&world.app, "samudra").await;
    assert_eq!(words(&there, "select name from account").await, ["Kapal Bali"]);
}
