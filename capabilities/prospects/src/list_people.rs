//! Who has how much to do, and who gets nothing new for a while.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result};
use kernel::PersonId;
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;

use crate::assign::loads_of;
use crate::owners::{may_hand_out, owners};
use crate::rules::assign::Load;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects/people", get(show))
}

/// Somebody, and what they have to do.
struct Line {
    person: PersonId,
    name: String,
    load: Load,
    /// Until when they get nothing new; empty if that is not known.
    away: Option<String>,
}

#[derive(Template)]
#[template(path = "list_people.html")]
struct PeoplePage {
    shell: Shell,
    w: Words,
    rows: Vec<Line>,
}

async fn show(ctx: Ctx) -> Result<Response> {
    if !may_hand_out(&ctx) {
        return Err(Error::Denied);
    }
    let people = owners(&ctx, Act::Edit).await?;
    let ids: BTreeSet<PersonId> = people.iter().map(|it| it.0).collect();
    let loads = loads_of(&ctx, &ids).await?;
    let w = Words::of(ctx.lang());
    let row = |(person, name): (PersonId, String)| {
        let load = loads.get(&person).copied().unwrap_or_default();
        let away = load.away.map(|it| match it.until {
            Some(day) => w.away_until(ctx.lang().day(day)),
            None => w.away().to_owned(),
        });
        Line { person, name, load, away }
    };
    let rows = people.into_iter().map(row).collect();
    page::render(&PeoplePage { shell: ctx.shell("prospects"), w, rows })
}
