//! Who asked for what, when, and what was asked before.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Query, page};
use frame::{App, Ctx, Result, stream};
use people::person;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::picking::{Tab, picked, tabs};
use crate::targets::lines;
use crate::team_forecast::may_look;
use crate::words::Words;

/// So much is shown at once.
const SHOWN: u64 = 50;
const NAMED: &[&str] = &["forecast.target_set", "forecast.target_opened"];

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/forecast/targets/history", get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Looked {
    #[serde(deserialize_with = "frame::web::extract::blank")]
    before: Option<i64>,
}

#[derive(Template)]
#[template(path = "target_history.html")]
struct HistoryPage {
    shell: Shell,
    w: Words,
    tabs: Vec<Tab>,
    rows: Vec<(String, String, String)>,
    next: String,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    may_look(&ctx)?;
    let holders: Vec<_> = lines(&ctx).await?.iter().map(|it| it.holder.id()).collect();
    let events = stream::about_all(&ctx, holders, Some(NAMED), looked.before, SHOWN).await?;
    let names = person::names(&ctx).await?;
    let full = u64::try_from(events.len()).is_ok_and(|it| it == SHOWN);
    let last = events.last().filter(|_| full).map(|it| it.seq.to_string()).unwrap_or_default();
    let rows = events.iter().filter_map(|it| {
        let by = it.actor_id.and_then(|it| names.get(&it).cloned()).unwrap_or_default();
        Some((ctx.lang().moment(it.at, &ctx.actor.zone), by, ctx.tell(it)?))
    });
    page::render(&HistoryPage {
        rows: rows.collect(),
        next: if last.is_empty() {
            String::new()
        } else {
            page::address("/forecast/targets/history", [("before", last.as_str())])
        },
        tabs: tabs(&ctx, "/forecast/targets", picked(&ctx, "").await?),
        shell: ctx.shell("forecast"),
        w: Words::of(ctx.lang()),
    })
}
