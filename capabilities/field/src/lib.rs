//! The phone's protocol: what it sends, what it needs to know, and what its person may see of
//! themselves. `docs/field-protocol.md` tells it whole.

kernel::words!();

mod rules;
mod shell;
mod events;
mod event;
mod proof;
mod apply;
mod snapshot;
mod record;
mod photo;

#[cfg(test)]
mod tests;

use frame::App;
use utoipa_axum::router::OpenApiRouter;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(shell::routes())
        .merge(events::routes())
        .merge(snapshot::routes())
        .merge(record::routes())
        .merge(photo::routes())
}
