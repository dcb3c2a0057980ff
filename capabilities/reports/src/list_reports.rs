//! What can be asked: every report that somebody may see.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use people::person;
use utoipa_axum::router::OpenApiRouter;

use crate::kept_report::{self, KeptId};
use crate::report::{REPORTS, may_export, may_see};
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
    kept: Vec<Kept>,
}

/// A question or a copy that somebody keeps.
struct Kept {
    id: KeptId,
    name: String,
    /// What report it is of.
    report: &'static str,
    /// A copy, with the moment when it was taken.
    taken: Option<String>,
    /// Whose it is, where it is not the reader's own.
    by: String,
    mine: bool,
    shared: String,
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
    if REPORTS.iter().any(|it| may_export(&ctx, it)) {
        cards.push(Card {
            href: "/reports/pack.pdf".to_owned(),
            icon: "download",
            title: w.pack_title(),
            lead: w.pack_lead().to_owned(),
        });
    }
    let names = person::names(&ctx).await?;
    let kept = kept_report::all(&ctx).await?;
    let kept = kept.into_iter().filter_map(|it| {
        let mine = it.owner_id == ctx.actor.person;
        let by = names.get(&it.owner_id).cloned().unwrap_or_default();
        Some(Kept {
            report: (it.of_report()?.title)(lang),
            taken: it.taken_at.map(|at| lang.moment(at, &ctx.actor.zone)),
            by: if mine { String::new() } else { by },
            shared: w.shared(it.shared.word()),
            id: it.id,
            name: it.name,
            mine,
        })
    });
    let kept = kept.collect();
    page::render(&ReportsPage { shell: ctx.shell("reports"), w, cards, kept })
}
