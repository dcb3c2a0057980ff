//! Many records at once, from the files of other systems.
//!
//! A file is looked at (`reading`), its rows become drafts by a mapping (`preset`,
//! `rules::drafting`), and all drafts together become a plan (`rules::planning`): what would be
//! created, updated, left as it is or rejected, and why. Nothing is written before a plan stands.
//! `import` carries it out in short transactions, and `undo` takes back what it did.

kernel::words!();

pub mod rules;
pub mod own;
pub mod reading;
pub mod source_file;
pub mod preset;
pub mod error_file;
pub mod brought;

pub mod run;
pub mod change;
pub mod kept_errors;
pub mod import_file;
pub mod remembered;
pub mod summary;
pub mod ledger_summary;
mod underway;

mod few_at_once;
mod known;
mod alike;
mod tally;
mod prepare;
mod preview;
mod kept;
mod write;
mod import;
pub mod ledger;
mod upload;
mod map_files;
mod choose_ledger;
mod check_files;
mod check_errors;
mod run_import;
mod undo;
mod sweep;
mod runs;
mod show_run;
mod ledger_part;
mod tell;

#[cfg(test)]
mod tests;

use frame::jobs::{Every, Kind};
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use import::{Import, Imported, Progress, dry_run, import};
pub use ledger::{LEDGERS, LedgerImport, LedgerImported, dry_run_ledger, import_ledger};
pub use run::{RunId, RunState};
pub use tell::TELLER;
pub use undo::{StayedOut, Undone, stayed, undo};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(runs::routes())
        .merge(upload::routes())
        .merge(map_files::routes())
        .merge(choose_ledger::routes())
        .merge(check_files::routes())
        .merge(check_errors::routes())
        .merge(run_import::routes())
        .merge(show_run::routes())
}

pub const JOBS: &[Kind] = &[Kind::of::<run_import::RunImport>(), Kind::of::<undo::UndoImport>()];

/// What comes round by itself.
pub const EVERY: &[Every] = &[sweep::SWEEP];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<run::Entity>(),
    Table::of::<change::Entity>(),
    Table::of::<kept_errors::Entity>(),
    Table::of::<import_file::Entity>(),
    Table::of::<remembered::Entity>(),
];
