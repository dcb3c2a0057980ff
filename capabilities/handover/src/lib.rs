//! Handover: clients pass to others, with all that goes with them and what the next one must know.

kernel::words!();

pub mod rules;
pub mod book_move;
pub mod book_move_row;
pub mod handover_pack;
pub mod handover_question;
pub mod handover_rule;

mod say;
mod load;
mod pass_client;
mod plan_move;
mod name_takers;
mod run_move;
mod undo_move;
mod list_moves;
mod show_move;
mod pack_content;
mod list_packs;
mod show_pack;
mod answer_pack;
mod of_account;
mod follow_won;
mod settings;
mod tell;

use frame::follows::Follows;
use frame::jobs::Kind;
use frame::stream::Reader;
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use answer_pack::{acknowledge, answer, ask, write_pack};
pub use book_move::{BookMoveId, MoveState, Plan};
pub use handover_pack::PackId;
pub use handover_rule::WonWay;
pub use name_takers::name_takers;
pub use of_account::PANEL;
pub use plan_move::plan_move;
pub use rules::Way;
pub use run_move::run_move;
pub use settings::settle;
pub use tell::TELLER;
pub use undo_move::undo_move;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_moves::routes())
        .merge(show_move::routes())
        .merge(name_takers::routes())
        .merge(run_move::routes())
        .merge(undo_move::routes())
        .merge(list_packs::routes())
        .merge(show_pack::routes())
        .merge(answer_pack::routes())
        .merge(settings::routes())
}

/// What may be left for later.
pub const JOBS: &[Kind] = &[Kind::of::<run_move::RunMove>(), Kind::of::<undo_move::UndoMove>()];

/// What follows from what happened elsewhere.
pub const READERS: &[Reader] = follow_won::READERS;

/// What was moved says what was, and a pack is read at the client that stands for its own.
pub const FOLLOWS: &[Follows] = &[
    Follows::stays("account", "book_move_row", "account_id"),
    Follows::moves("account", "handover_pack", "account_id"),
];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<book_move::Entity>(),
    Table::of::<book_move_row::Entity>(),
    Table::of::<handover_pack::Entity>(),
    Table::of::<handover_question::Entity>(),
    Table::of::<handover_rule::Entity>(),
];

#[cfg(test)]
mod tests;
