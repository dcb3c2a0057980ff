//! Forecast: what is asked of people, what they say will come, and what came.

kernel::words!();

pub mod rules;
pub mod target;
pub mod target_lock;
pub mod forecast;
pub mod forecast_figure;
pub mod forecast_deal;

mod say;
mod picking;
mod standing;
mod team_standing;
mod set_target;
mod targets;
mod keep_targets;
mod target_history;
mod submit;
mod decide;
mod my_forecast;
mod team_forecast;
mod show_forecast;
mod accuracy;
mod export_forecast;
mod keep_week;
mod tell;

use frame::jobs::Every;
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use decide::{Deciding, decide};
pub use forecast::ForecastId;
pub use keep_week::keep_week;
pub use rules::Period;
pub use rules::deciding::{Scope, Verdict};
pub use set_target::{Asked, set_target};
pub use submit::{Saying, submit};
pub use target::{Holder, TargetMeasure};
pub use tell::TELLER;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(my_forecast::routes())
        .merge(team_forecast::routes())
        .merge(submit::routes())
        .merge(show_forecast::routes())
        .merge(decide::routes())
        .merge(targets::routes())
        .merge(keep_targets::routes())
        .merge(set_target::routes())
        .merge(target_history::routes())
        .merge(accuracy::routes())
        .merge(export_forecast::routes())
}

/// What comes round by itself.
pub const EVERY: &[Every] = &[keep_week::EVERY];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<target::Entity>(),
    Table::of::<target_lock::Entity>(),
    Table::of::<forecast::Entity>(),
    Table::of::<forecast_figure::Entity>(),
    Table::of::<forecast_deal::Entity>(),
];

#[cfg(test)]
mod tests;
