//! Everything that the database holds, to see whether anything changed.

use std::collections::BTreeMap;
use std::fmt::Write;

use frame::Table;
use frame::table::Shape;
use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use testing::{World, id};

/// The rows of each table, as text.
#[derive(Debug, PartialEq, Eq)]
pub struct Dump(BTreeMap<String, String>);

impl Dump {
    pub async fn of(world: &World) -> Self {
        let db = world.app.db.pool();
        let postgres = db.get_database_backend() == DbBackend::Postgres;
        let shapes = || jembatan::TABLES.concat().into_iter().map(Table::shape);
        let tables: Vec<String> =
            shapes().map(if postgres { rows_on_postgres } else { rows_on_sqlite }).collect();
        let sql = tables.join(" union all ");

        let mut found: BTreeMap<String, String> = BTreeMap::new();
        // SQLite shows everything at once; PostgreSQL shows one company after the other.
        let companies = if postgres { &["nusantara", "samudra"][..] } else { &["all"] };
        for company in companies {
            let view = db.begin().await.unwrap();
            if postgres {
                let fence = format!("select set_config('app.company', '{}', true)", id(company));
                view.execute_unprepared(&fence).await.unwrap();
            }
            let statement = Statement::from_string(db.get_database_backend(), sql.clone());
            for row in view.query_all_raw(statement).await.unwrap() {
                let table: String = row.try_get_by_index(0).unwrap();
                let rows: Option<String> = row.try_get_by_index(1).unwrap();
                let kept = found.entry(table).or_default();
                writeln!(kept, "{company}: {}", rows.unwrap_or_default()).unwrap();
            }
            view.rollback().await.unwrap();
        }
        Self(found)
    }

    /// The tables whose rows are not the same.
    pub fn changed(&self, now: &Self) -> Vec<&str> {
        let tables = self.0.iter().filter(|(table, rows)| now.0.get(*table) != Some(rows));
        tables.map(|(table, _)| table.as_str()).collect()
    }
}

fn rows_on_postgres(table: Shape) -> String {
    let name = table.name;
    format!("select '{name}', string_agg(t::text, ';' order by t::text) from {name} t")
}

fn rows_on_sqlite(table: Shape) -> String {
    let name = table.name;
    let columns: Vec<String> =
        table.columns.iter().map(|it| format!("quote(\"{}\")", it.name)).collect();
    let row = columns.join(" || ',' || ");
    format!(
        "select '{name}', (select group_concat(r, ';') from (select {row} as r from \"{name}\" order by 1))"
    )
}
