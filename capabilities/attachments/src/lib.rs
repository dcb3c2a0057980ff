//! Attachments: files that people keep with a client, with something that happened there, or with a
//! deal.

kernel::words!();

pub mod rules;
pub mod attachment;

mod holder;
mod look;
mod receive;
mod attach;
mod change_attachment;
mod hide_attachment;
mod sweep;
mod say;
mod list_attachments;
mod show_attachment;
mod download;
mod panels;
mod tell;

use frame::follows::Follows;
use frame::jobs::Every;
use frame::{App, Table};
use utoipa_axum::router::OpenApiRouter;

pub use attachment::{AttachmentId, AttachmentOut};
pub use holder::Holder;
pub use panels::{OF_ACCOUNT, OF_ACTIVITY, OF_CONTACT, OF_OPPORTUNITY};
pub use tell::TELLER;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list_attachments::routes())
        .merge(attach::routes())
        .merge(show_attachment::routes())
        .merge(change_attachment::routes())
        .merge(hide_attachment::routes())
        .merge(download::routes())
}

/// Attachments go where their client goes; those of a deal go with the deal.
pub const FOLLOWS: &[Follows] =
    &[Follows::moves("account", "attachment", "account_id").stamped("updated_at")];

/// What comes round by itself.
pub const EVERY: &[Every] = &[sweep::SWEEP];

/// The tables that are kept here.
pub const TABLES: &[Table] = &[Table::of::<attachment::Entity>()];

#[cfg(test)]
mod tests;
