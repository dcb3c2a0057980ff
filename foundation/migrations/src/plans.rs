//! What SQLite's planner is told of the tables, so that it plans for a large company from the first
//! row on.
//!
//! Without statistics it takes ten rows for all that one company has, and reads the whole company
//! where an index would lead to a few. Statistics of what is there (`ANALYZE`) would make plans
//! depend on the moment, and a test on ten rows would see other plans than a company of a hundred
//! thousand clients. So the statistics are written from the schema alone: the same everywhere, and
//! the same for as long as the schema is. <https://sqlite.org/fileformat2.html#stat1tab>

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement, TransactionTrait};

/// Rows of a table.
const ROWS: u64 = 1_000_000;
/// Of them, those of one company.
const OF_COMPANY: u64 = 100_000;

/// The columns of every index, in their order; of a table without row ids the index of its key is
/// called as the table.
const INDEXES: &str = "
    select tables.name, case when tables.wr and list.origin = 'pk' then tables.name else list.name end,
        list.\"unique\", coalesce(info.name, '')
    from pragma_table_list tables, pragma_index_list(tables.name) list,
        pragma_index_info(list.name) info
    where tables.type = 'table' and tables.schema = 'main' and tables.name not like 'sqlite\\_%' escape '\\'
    order by tables.name, list.name, info.seqno";

/// Writes the statistics of this schema; PostgreSQL gathers its own.
#[expect(clippy::disallowed_methods, reason = "the planner's tables are no entities")]
pub async fn settle(db: &DatabaseConnection) -> Result<(), DbErr> {
    if db.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let tx = db.begin().await?;
    // Makes the table of statistics, which nothing else may, and reads next to nothing for it.
    tx.execute_unprepared("pragma analysis_limit = 1").await?;
    tx.execute_unprepared("analyze").await?;
    tx.execute_unprepared("delete from sqlite_stat1").await?;
    let rows = tx.query_all_raw(Statement::from_string(DbBackend::Sqlite, INDEXES)).await?;
    let mut indexes: BTreeMap<(String, String), (bool, Vec<String>)> = BTreeMap::new();
    for row in rows {
        let key = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let index = indexes.entry(key).or_default();
        index.0 = row.try_get_by_index(2)?;
        index.1.push(row.try_get_by_index(3)?);
    }
    for ((table, index), (unique, columns)) in indexes {
        let values = [table, index, told(unique, &columns)];
        let values = values.map(sea_orm::Value::from);
        let sql = "insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)";
        tx.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
    }
    tx.execute_unprepared("analyze sqlite_schema").await?;
    tx.commit().await
}

/// Rows of an index, and how many of them have the same first column, first two, and so on.
fn told(unique: bool, columns: &[String]) -> String {
    let mut told = vec![ROWS];
    let mut same = ROWS;
    for column in columns {
        same = match column.as_str() {
            "company_id" => OF_COMPANY,
            name => (same / apart(name)).max(2),
        };
        told.push(same);
    }
    if unique && let Some(last) = told.last_mut() {
        *last = 1;
    }
    told.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")
}

/// By how many a column tells rows apart: another record, a moment or a name by many, somebody's own
/// by as many as there are people, a kind or a state by few.
fn apart(column: &str) -> u64 {
    let is = |ends: &[&str]| ends.iter().any(|it| column.ends_with(it));
    if matches!(column, "owner_id" | "person_id" | "actor_id" | "team_id") {
        // One of a hundred people has a hundredth of everything.
        100
    } else if is(&["id", "key", "word", "hash", "number"]) {
        1_000
    } else if column.is_empty() || is(&["_at", "_on", "name", "day", "month", "code", "since"]) {
        300
    } else {
        4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_large_and_a_record_is_one() {
        let told = |unique, columns: &[&str]| {
            told(unique, &columns.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
        };

        assert_eq!(told(true, &["company_id", "id"]), "1000000 100000 1");
        assert_eq!(told(false, &["company_id", "owner_id", "kind"]), "1000000 100000 1000 250");
        assert_eq!(
            told(true, &["company_id", "kind", "word", "record_id"]),
            "1000000 100000 25000 25 1"
        );
    }
}
