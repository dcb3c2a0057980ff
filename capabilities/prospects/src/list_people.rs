//! Who has how much to do, and who gets nothing new for a while.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result};
use kernel::PersonId;
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;

use crate::assign::loads_of;
use crate::owners::{may_hand_out, owners};
use crate::pause::PauseForm;
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
    /// What was typed of a pause, and refused.
    typed: PauseForm,
    is_refused: bool,
}

impl Line {
    /// The id of an input of this line.
    fn input(&self, name: &str) -> String {
        format!("{name}-{}", self.person)
    }
}

#[derive(Template)]
#[template(path = "list_people.html")]
struct PeoplePage {
    shell: Shell,
    w: Words,
    rows: Vec<Line>,
    faults: Faults,
}

impl PeoplePage {
    /// What is wrong with an input of this line.
    fn wrong(&self, line: &Line, name: &str) -> &str {
        if line.is_refused { self.faults.at(name) } else { "" }
    }
}

async fn show(ctx: Ctx) -> Result<Response> {
    people_page(&ctx, None, Faults::default()).await
}

/// The page, with the pause that somebody typed and what is wrong with it.
pub async fn people_page(
    ctx: &Ctx,
    mut typed: Option<(PersonId, PauseForm)>,
    faults: Faults,
) -> Result<Response> {
    if !may_hand_out(ctx) {
        return Err(Error::Denied);
    }
    let people = owners(ctx, Act::Edit).await?;
    let ids: BTreeSet<PersonId> = people.iter().map(|it| it.0).collect();
    let loads = loads_of(ctx, &ids).await?;
    let w = Words::of(ctx.lang());
    let row = |(person, name): (PersonId, String)| {
        let load = loads.get(&person).copied().unwrap_or_default();
        let away = load.away.map(|it| match it.until {
            Some(day) => w.away_until(ctx.lang().day(day)),
            None => w.away().to_owned(),
        });
        let refused = typed.take_if(|it| it.0 == person).map(|it| it.1);
        let is_refused = refused.is_some();
        Line { person, name, load, away, typed: refused.unwrap_or_default(), is_refused }
    };
    let rows = people.into_iter().map(row).collect();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(status, &PeoplePage { shell: ctx.shell("prospects"), w, rows, faults })
}
