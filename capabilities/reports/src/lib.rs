//! The numbers, across everything: the team now, and what a period came to.

kernel::words!();

pub mod rules;

mod heard;
mod team_board;
mod weigh;
mod productivity;
mod why;
mod export;
mod known;
mod asked;
mod report;
mod narrowing;
mod deal_lines;
mod deals;
mod open_deals;
mod ledger;
mod sales;
mod products;
mod purchases;
mod silent;
mod comings;
mod coverage;
mod counted;
mod said;
mod say;
mod view;
mod matrix;
mod list_reports;
mod show_report;
mod report_out;
mod report_rows;
mod export_report;
mod report_document;
mod print_report;
mod management_pack;
mod frozen;
pub mod kept_report;
mod keep_report;
mod show_kept;
mod change_kept;
pub mod report_mail;
pub mod mail_reader;
mod mailing;
mod mail_report;
mod stop_mail;
mod mailed_file;
mod letter;
mod send_report;
mod tell;

use frame::jobs::{Every, Kind};
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use tell::TELLER;

/// Everything that reports answer.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(team_board::routes())
        .merge(productivity::routes())
        .merge(why::routes())
        .merge(export::routes())
        .merge(list_reports::routes())
        .merge(show_report::routes())
        .merge(report_rows::routes())
        .merge(export_report::routes())
        .merge(print_report::routes())
        .merge(management_pack::routes())
        .merge(keep_report::routes())
        .merge(show_kept::routes())
        .merge(change_kept::routes())
        .merge(mail_report::routes())
        .merge(stop_mail::routes())
}

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<kept_report::Entity>(),
    Table::of::<report_mail::Entity>(),
    Table::of::<mail_reader::Entity>(),
];

/// What may be left for later.
pub const JOBS: &[Kind] = &[Kind::of::<send_report::SendReport>()];

/// What comes round by itself.
pub const EVERY: &[Every] = &[Every {
    name: "reports.mail",
    minutes: 15,
    run: |tx| Box::pin(send_report::leave_what_is_due(tx)),
}];
