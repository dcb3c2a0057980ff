//! PostgreSQL's second fence: a row of another company does not exist.
//!
//! Every table with a `company_id` is forced behind a policy of plain equality with the setting
//! `app.company`, which each transaction sets for itself. A missing setting is an error, not an
//! open door. The application's role owns nothing and is granted rows only.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

/// Read before a company is known, or by the worker for all of them; they hold ids, names for
/// signing in and work that waits, and nothing of a client's.
pub const UNFENCED: &[&str] = &["sign_in_name", "job", "schedule"];

#[expect(clippy::disallowed_methods, reason = "a migration is made of raw statements")]
pub(crate) async fn raise(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    for table in tables(db).await? {
        if UNFENCED.contains(&table.as_str()) {
            continue;
        }
        for statement in [
            format!("alter table {table} enable row level security"),
            format!("alter table {table} force row level security"),
            format!("drop policy if exists company on {table}"),
            format!(
                "create policy company on {table} \
                 using (company_id = current_setting('app.company')::uuid) \
                 with check (company_id = current_setting('app.company')::uuid)"
            ),
        ] {
            db.execute_unprepared(&statement).await?;
        }
    }
    Ok(())
}

/// Lets a role that owns nothing read and write rows, and nothing else.
#[expect(clippy::disallowed_methods, reason = "rights are granted by raw statements")]
pub async fn grant(db: &impl ConnectionTrait, role: &str) -> Result<(), DbErr> {
    let quoted = role.replace('"', "\"\"");
    for statement in [
        format!("grant usage on schema public to \"{quoted}\""),
        format!(
            "grant select, insert, update, delete on all tables in schema public to \"{quoted}\""
        ),
    ] {
        db.execute_unprepared(&statement).await?;
    }
    Ok(())
}

/// Tables with a `company_id` that no forced policy guards, those that may be so left out.
#[expect(clippy::disallowed_methods, reason = "the catalogue of PostgreSQL is not an entity")]
pub async fn unfenced_tables(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = "select c.relname from pg_class c \
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' \
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace \
        and not (c.relrowsecurity and c.relforcerowsecurity \
                 and exists (select 1 from pg_policy p where p.polrelid = c.oid)) \
        order by 1";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let names = rows.iter().map(|row| row.try_get_by_index::<String>(0));
    let names = names.collect::<Result<Vec<_>, _>>()?;
    Ok(names.into_iter().filter(|name| !UNFENCED.contains(&name.as_str())).collect())
}

#[expect(clippy::disallowed_methods, reason = "the catalogue of PostgreSQL is not an entity")]
async fn tables(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let sql = "select table_name::text from information_schema.columns \
               where table_schema = 'public' and column_name = 'company_id' order by 1";
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
