//! Prospects: those who may become clients, to whom they go, and what comes of them.

kernel::words!();

pub mod rules;
pub mod choice;
pub mod prospect;
pub mod prospect_key;
pub mod assignment_rule;
pub mod assignment_turn;
pub mod assignment_pause;
pub mod assignment;
pub mod why;

mod begin;
mod owners;
mod fields;
mod shown;
mod twins;
mod assign;
mod find_prospects;
mod ask_prospects;
mod list_prospects;
mod export_prospects;
mod prospect_form;
mod prospect_in;
mod write_down;
mod show_prospect;
mod change_prospect;
mod set_status;
mod hand_over;
mod pass_prospects;
mod inbox;
mod list_people;
mod pause;
mod hide_prospect;
mod convert;
mod convert_page;
mod undo_conversion;
mod of_account;
mod keep_choice;
mod keep_rule;
mod rule_page;
mod settings;
mod list_choices;
mod from_file;
mod searched;
mod tell;

use frame::follows::Follows;
use frame::web::list::Listed;
use frame::{App, Table};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

pub use begin::begin_with;
pub use convert::{Client, Conversion, Deal, Person, convert};
pub use fields::ProspectFields;
pub use from_file::{forget, settle_imported};
pub use inbox::hand_out_inbox;
pub use keep_rule::{RuleFields, add_rule};
pub use of_account::PANEL;
pub use owners::Whose;
pub use pause::pause;
pub use prospect::{ProspectId, ProspectOut, ProspectStatus};
pub use searched::SEARCHED;
pub use set_status::{Status, set_status};
pub use tell::TELLER;
pub use undo_conversion::undo_conversion;
pub use write_down::{NewProspect, write_down};

/// What a client came from goes where the client goes.
pub const FOLLOWS: &[Follows] = &[
    Follows::moves("account", "prospect", "account_id"),
    Follows::moves("contact", "prospect", "contact_id"),
];

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_prospects::routes())
        .merge(export_prospects::routes())
        .merge(write_down::routes())
        .merge(inbox::routes())
        .merge(list_people::routes())
        .merge(pause::routes())
        .merge(show_prospect::routes())
        .merge(change_prospect::routes())
        .merge(set_status::routes())
        .merge(hand_over::routes())
        .merge(pass_prospects::routes())
        .merge(hide_prospect::routes())
        .merge(convert::routes())
        .merge(convert_page::routes())
        .merge(undo_conversion::routes())
        .merge(settings::routes())
        .merge(keep_choice::routes())
        .merge(rule_page::routes())
        .merge(list_choices::routes())
}

/// Its list, of which people keep views.
pub const LIST: Listed = Listed {
    word: "prospects",
    path: "/prospects",
    section: "prospects",
    area: Area::Prospects,
    ask: |ctx, question| Box::pin(ask_prospects::ask_prospects(ctx, question)),
};

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<choice::Entity>(),
    Table::of::<prospect::Entity>(),
    Table::of::<prospect_key::Entity>(),
    Table::of::<assignment_rule::Entity>(),
    Table::of::<assignment_turn::Entity>(),
    Table::of::<assignment_pause::Entity>(),
    Table::of::<assignment::Entity>(),
];

#[cfg(test)]
mod tests;
