//! Pipeline: deals that may be won, and those that were.

kernel::words!();

pub mod rules;
pub mod pipeline;
pub mod stage;
pub mod lost_reason;
pub mod opportunity;
pub mod line;
pub mod opportunity_contact;
pub mod stage_change;

mod begin;
mod say;
mod owners;
mod fields;
mod shown;
mod find_opportunities;
mod ask_opportunities;
mod totals;
mod list_opportunities;
mod export_opportunities;
mod list_pipelines;
mod board;
mod opportunity_form;
mod opportunity_in;
mod open_opportunity;
mod change_opportunity;
mod back;
mod move_stage;
mod set_category;
mod win;
mod lose;
mod reopen;
mod hand_over;
mod hide_opportunity;
mod keep_lines;
mod keep_contacts;
mod log;
mod deal_work;
mod add_deal_task;
mod log_on_deal;
mod show_opportunity;
mod of_account;
mod labels;
mod keep_pipeline;
mod keep_stage;
mod keep_whole_pipeline;
mod keep_reason;
mod settings_form;
mod settings;
mod from_file;
mod searched;
mod tell;

use frame::follows::Follows;
use frame::stream::Reader;
use frame::web::list::Listed;
use frame::{App, Table};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

pub use add_deal_task::add_deal_task;
pub use begin::begin_with;
pub use change_opportunity::change_opportunity;
pub use fields::OpportunityFields;
pub use from_file::{FileStage, LostReasons, Stages, stages_for};
pub use hand_over::{hand_over, pass_on};
pub use hide_opportunity::{hide_opportunity, restore_opportunity};
pub use keep_contacts::{Taking, keep_contacts};
pub use keep_lines::{NewLine, keep_lines};
pub use keep_stage::StageFields;
pub use keep_whole_pipeline::{add_whole_pipeline, remove_pipeline};
pub use labels::Labels;
pub use lose::{Losing, lose};
pub use move_stage::{Moving, move_stage};
pub use of_account::PANEL;
pub use open_opportunity::{NewOpportunity, open_opportunity};
pub use opportunity::{OpportunityId, OpportunityKind, OpportunityOut};
pub use opportunity_contact::ContactRole;
pub use reopen::reopen;
pub use rules::ForecastCategory;
pub use searched::{SEARCHED, forget_deals};
pub use set_category::{Counting, set_category};
pub use tell::{TELLER, sees};
pub use win::{Winning, win};

/// What follows for deals from what happened elsewhere.
pub const READERS: &[Reader] = &[searched::FOLLOW_IMPORT];

/// Deals go where their client goes.
pub const FOLLOWS: &[Follows] = &[
    Follows::moves("account", "opportunity", "account_id"),
    Follows::moves_where_free("contact", "opportunity_contact", "contact_id", "opportunity_id"),
];

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_opportunities::routes())
        .merge(export_opportunities::routes())
        .merge(list_pipelines::routes())
        .merge(board::routes())
        .merge(open_opportunity::routes())
        .merge(show_opportunity::routes())
        .merge(add_deal_task::routes())
        .merge(log_on_deal::routes())
        .merge(change_opportunity::routes())
        .merge(move_stage::routes())
        .merge(set_category::routes())
        .merge(win::routes())
        .merge(lose::routes())
        .merge(reopen::routes())
        .merge(hand_over::routes())
        .merge(hide_opportunity::routes())
        .merge(keep_lines::routes())
        .merge(keep_contacts::routes())
        .merge(settings::routes())
}

/// Its list, of which people keep views.
pub const LIST: Listed = Listed {
    word: "opportunities",
    path: "/opportunities",
    section: "opportunities",
    area: Area::Pipeline,
    ask: |ctx, question| Box::pin(ask_opportunities::ask_opportunities(ctx, question)),
};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<pipeline::Entity>(),
    Table::of::<stage::Entity>(),
    Table::of::<lost_reason::Entity>(),
    Table::of::<opportunity::Entity>(),
    Table::of::<line::Entity>(),
    Table::of::<opportunity_contact::Entity>(),
    Table::of::<stage_change::Entity>(),
];

#[cfg(test)]
mod tests;
