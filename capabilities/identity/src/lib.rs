//! Identity: proving who is there, before anything else happens.

kernel::words!();

pub mod rules;
pub mod credential;
pub mod session;
pub mod link;
pub mod token;

mod who;
mod password;
mod sign_in;
mod sign_out;
mod invite;
mod accept;
mod reset;
mod issue_token;
mod language;
mod seen;
mod sweep;
mod end_session;
mod person_form;
mod person_page;
mod admit;
mod keep_person;
mod me;
mod change_password;
mod tell;
#[cfg(test)]
mod real;

use frame::jobs::{Every, Kind};
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use accept::{enter, set_password};
pub use admit::admit;
pub use end_session::{end_sessions, shut_out};
pub use invite::{Invitation, invite};
pub use issue_token::{IssuedToken, issue_token, revoke_token};
pub use keep_person::keep_person;
pub use rules::Stay;
pub use seen::write_down_seen;
pub use sign_in::open_session;
pub use tell::TELLER;
pub use who::{actor_of, who};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(sign_in::routes())
        .merge(sign_out::routes())
        .merge(accept::routes())
        .merge(reset::routes())
        .merge(issue_token::routes())
        .merge(language::routes())
        .merge(invite::routes())
        .merge(end_session::routes())
        .merge(person_page::routes())
        .merge(admit::routes())
        .merge(keep_person::routes())
        .merge(me::routes())
        .merge(change_password::routes())
}

pub const JOBS: &[Kind] = &[Kind::of::<invite::MailLink>()];

pub const EVERY: &[Every] = &[sweep::SWEEP];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[
    Table::of::<credential::Entity>(),
    Table::of::<session::Entity>(),
    Table::of::<link::Entity>(),
    Table::of::<token::Entity>(),
];
