//! The lists of one industry: what they would add, what is there, and what they added.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::Path;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use people::person;
use utoipa_axum::router::OpenApiRouter;

use crate::known::plan;
use crate::say::{Group, groups};
use crate::starter_use::StarterUseId;
use crate::words::Words;
use crate::{starter, starter_item, starter_use};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/starters/{starter}", get(show))
}

#[derive(Template)]
#[template(path = "show_starter.html")]
struct StarterPage {
    shell: Shell,
    w: Words,
    code: &'static str,
    name: String,
    about: String,
    groups: Vec<Group>,
    /// What the button says; empty when nothing is missing.
    add: String,
    uses: Vec<Used>,
    faults: Faults,
}

/// That it was used, and what of it can be taken back.
struct Used {
    id: StarterUseId,
    said: String,
    items: String,
    may_undo: bool,
}

async fn show(ctx: Ctx, Path(code): Path<String>) -> Result<Response> {
    starter_page(&ctx, &code, None).await
}

/// The page, with why it was not used.
pub async fn starter_page(ctx: &Ctx, code: &str, refused: Option<Error>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let starter = starter::named(code).ok_or(Error::NotFound)?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let faults = refused.map(|it| Faults::of(it, lang)).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let planned = plan(ctx, starter).await?;
    let missing = planned.iter().filter(|it| !it.is_there).count();
    let page = StarterPage {
        shell: ctx.shell("settings"),
        w,
        code: starter.code,
        name: starter.name.of(lang).to_owned(),
        about: starter.about.of(lang).to_owned(),
        groups: groups(starter, &planned, ctx.now.day(&ctx.actor.zone), lang),
        add: match i64::try_from(missing).unwrap_or(i64::MAX) {
            0 => String::new(),
            missing => w.add_missing(missing),
        },
        uses: uses(ctx, code).await?,
        faults,
    };
    page::render_as(status, &page)
}

async fn uses(ctx: &Ctx, code: &str) -> Result<Vec<Used>> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let people = person::names(ctx).await?;
    let mut uses = Vec::new();
    for it in starter_use::all(ctx).await?.into_iter().filter(|it| it.starter == code) {
        let moment = lang.moment(it.used_at, &ctx.actor.zone);
        let who = it.person_id.and_then(|id| people.get(&id).cloned());
        let items = starter_item::of(ctx, it.id).await?;
        let labels = items.iter().filter(|it| it.removed_at.is_none());
        let labels: Vec<&str> = labels.map(|it| it.label(lang)).collect();
        uses.push(Used {
            id: it.id,
            said: w.used_by(moment, who.unwrap_or_else(|| w.at_the_founding().to_owned())),
            may_undo: it.undone_at.is_none() && !labels.is_empty(),
            items: labels.join(", "),
        });
    }
    Ok(uses)
}
