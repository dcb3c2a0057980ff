//! What can be asked: every report that somebody may see.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::report::{REPORTS, may_see};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/reports", get(show))
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage {
    shell: Shell,
    w: Words,
    cards: Vec<Card>,
}

/// A report, and what it answers.
struct Card {
    href: String,
    icon: &'static str,
    title: &'static str,
    lead: String,
}

async fn show(ctx: Ctx) -> Result<Response> {
    if !ctx.may(Act::View, Area::Reports) {
        return Err(Error::Denied);
    }
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let seen = REPORTS.iter().filter(|it| may_see(&ctx, it));
    let mut cards: Vec<Card> = seen
        .map(|it| Card {
            href: format!("/reports/{}", it.word),
            icon: it.icon,
            title: (it.title)(lang),
            lead: (it.lead)(lang),
        })
        .collect();
    if ctx.may(Act::View, Area::Visits) {
        cards.push(Card {
            href: "/team/productivity".to_owned(),
            icon: "route",
            title: w.productivity_title(),
            lead: w.productivity_lead().to_owned(),
        });
    }
    page::render(&ReportsPage { shell: ctx.shell("reports"), w, cards })
}
