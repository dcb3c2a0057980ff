//! Onboarding: what is done with a new client, from the first day to the first order.

kernel::words!();

pub mod rules;
pub mod template;
pub mod template_step;
pub mod onboarding;
pub mod step;

mod begin;
mod start;
mod tick;
mod stop;
mod follow;
mod show;
mod list_steps;
mod export_steps;
mod keep_template;
mod remove_template;
mod settings;
mod tell;

use frame::follows::Follows;
use frame::stream::Reader;
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use begin::begin_with;
pub use keep_template::{
    StepFields, TemplateFields as ChecklistFields, add_template as add_checklist,
};
pub use onboarding::OnboardingId;
pub use remove_template::remove_template as remove_checklist;
pub use show::PANEL;
pub use step::StepId;
pub use tell::TELLER;
pub use tick::{Act, act_on};

/// What follows here from what happens elsewhere.
pub const READERS: &[Reader] = follow::ALL;

/// There is one for each client: its key is the company.
pub const FOLLOWS: &[Follows] =
    &[Follows::moves_where_free("account", "onboarding", "account_id", "company_id")];

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_steps::routes())
        .merge(export_steps::routes())
        .merge(start::routes())
        .merge(tick::routes())
        .merge(stop::routes())
        .merge(show::routes())
        .merge(settings::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<template::Entity>(),
    Table::of::<template_step::Entity>(),
    Table::of::<onboarding::Entity>(),
    Table::of::<step::Entity>(),
];

#[cfg(test)]
mod tests;
