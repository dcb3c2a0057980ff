//! The schema's history. `schema.sql` beside this crate is its present.
//!
//! A step is one SQL file in the part of the language that SQLite and PostgreSQL share. Where
//! they differ, a line that begins with `--sqlite ` or `--postgres ` is for that engine alone.
//! History never changes when code does: this crate uses nothing of ours.

mod dialect;
mod fence;
mod plans;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};
use sea_orm_migration::prelude::*;
use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub use fence::{UNFENCED, grant, unfenced_tables};

/// Every step with its name, oldest first. One that has been released is never edited.
const STEPS: &[(&str, &str)] = &[
    ("m0001_spine", include_str!("m0001_spine.sql")),
    ("m0002_accounts", include_str!("m0002_accounts.sql")),
    ("m0003_pipeline", include_str!("m0003_pipeline.sql")),
    ("m0004_transactions", include_str!("m0004_transactions.sql")),
    ("m0005_search", include_str!("m0005_search.sql")),
    ("m0006_importing", include_str!("m0006_importing.sql")),
    ("m0007_reports", include_str!("m0007_reports.sql")),
    ("m0008_statements", include_str!("m0008_statements.sql")),
    ("m0009_account_depth", include_str!("m0009_account_depth.sql")),
    ("m0010_activities", include_str!("m0010_activities.sql")),
    ("m0011_agenda", include_str!("m0011_agenda.sql")),
    ("m0012_prospects", include_str!("m0012_prospects.sql")),
    ("m0013_forecast_and_book", include_str!("m0013_forecast_and_book.sql")),
    ("m0014_saved_views", include_str!("m0014_saved_views.sql")),
    ("m0015_contact_depth", include_str!("m0015_contact_depth.sql")),
    ("m0016_bulk_changes", include_str!("m0016_bulk_changes.sql")),
    ("m0017_import_keys", include_str!("m0017_import_keys.sql")),
    ("m0018_attachments_and_starters", include_str!("m0018_attachments_and_starters.sql")),
    ("m0019_why_refused", include_str!("m0019_why_refused.sql")),
    ("m0020_products_and_plans", include_str!("m0020_products_and_plans.sql")),
    ("m0021_import_ledger", include_str!("m0021_import_ledger.sql")),
    ("m0022_field_limits", include_str!("m0022_field_limits.sql")),
    ("m0023_contact_merges", include_str!("m0023_contact_merges.sql")),
    ("m0024_payment_days", include_str!("m0024_payment_days.sql")),
    ("m0025_one_set_of_books", include_str!("m0025_one_set_of_books.sql")),
    ("m0026_contact_twins", include_str!("m0026_contact_twins.sql")),
    ("m0027_numbers_are_found", include_str!("m0027_numbers_are_found.sql")),
    ("m0028_mailed_files", include_str!("m0028_mailed_files.sql")),
    ("m0030_line_discounts", include_str!("m0030_line_discounts.sql")),
    ("m0031_what_grew", include_str!("m0031_what_grew.sql")),
    ("m0033_two_sides_of_a_pack", include_str!("m0033_two_sides_of_a_pack.sql")),
    ("m0034_closed_by_product", include_str!("m0034_closed_by_product.sql")),
];

/// The whole history, by which two schemas are told apart.
pub fn text() -> String {
    STEPS.iter().map(|(_, sql)| *sql).collect()
}

/// Runs what is missing; a schema newer than this program is refused.
pub async fn run(db: &DatabaseConnection) -> Result<(), DbErr> {
    let changes = !pending(db).await?.is_empty();
    Steps::up(db, None).await?;
    if changes { plans::settle(db).await } else { Ok(()) }
}

/// Which steps wait to be run.
pub async fn pending(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let steps = Steps::get_pending_migrations(db).await?;
    Ok(steps.iter().map(|step| step.name().to_owned()).collect())
}

/// Every step that this program knows, oldest first.
pub fn known() -> Vec<String> {
    Steps::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// The steps that this database has been through. Only looks: the program's own role on
/// PostgreSQL may make no table, not even the one that remembers them.
#[expect(clippy::disallowed_methods, reason = "the table of steps is not an entity")]
pub async fn applied(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    if !SchemaManager::new(db).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let sql = "select version from seaql_migrations order by version";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

struct Steps;

#[async_trait::async_trait]
impl MigratorTrait for Steps {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let steps = STEPS.iter().map(|&(name, sql)| Box::new(Step { name, sql }) as _);
        steps.collect()
    }
}

struct Step {
    name: &'static str,
    sql: &'static str,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
#[expect(elided_lifetimes_in_paths, reason = "the trait elides it, and its macro counts")]
impl MigrationTrait for Step {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    #[expect(clippy::disallowed_methods, reason = "a migration is made of raw statements")]
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let postgres = db.get_database_backend() == DbBackend::Postgres;
        for statement in dialect::statements(self.sql, postgres) {
            db.execute_unprepared(&statement).await?;
        }
        if postgres {
            fence::raise(db).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("a step is never taken back: restore a backup instead".to_owned()))
    }
}
