//! Everything about one prospect on one page.

use accounts::account;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Json, Path};
use frame::{App, Ctx, Error, Result, stream};
use kernel::{Instant, Lang};
use pipeline::opportunity;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::choice::{self, List};
use crate::fields::ProspectFields;
use crate::owners::{may_hand_out, names};
use crate::prospect::{self, Model, ProspectId, ProspectOut, ProspectStatus};
use crate::rules::DAYS_TO_RESTORE;
use crate::shown::{Shown, shown};
use crate::tell::tell_here;
use crate::twins::{Twin, traits, twins};
use crate::words::Words;
use crate::{assignment, write_down};

/// Events that the page shows.
const SHOWN: u64 = 50;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects/{prospect}", get(show)).routes(routes!(read))
}

/// Something that happened to it.
struct Happened {
    sentence: String,
    who: String,
    iso: String,
    moment: String,
}

#[derive(Template)]
#[template(path = "show_prospect.html")]
struct ProspectPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    it: Shown,
    /// Why it is whose it is.
    why: String,
    reason: String,
    twins: Vec<Twin>,
    events: Vec<Happened>,
    /// What came of it, as far as the reader may see it.
    client: Option<(String, String)>,
    deal: Option<(String, String)>,
    may_hand_out: bool,
    may_undo: bool,
    /// What somebody typed of a talk that was refused; empty if no talk was.
    talk: String,
    faults: Faults,
}

impl ProspectPage {
    fn is_converted(&self) -> bool {
        self.it.it.status == ProspectStatus::Converted
    }

    /// The way that a prospect goes: what is behind it, and where it is.
    fn steps(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let here = self.it.it.status;
        let state = |step: ProspectStatus| match (step <= here, step == here) {
            (_, true) => "here",
            (true, false) => "done",
            _ => "",
        };
        let step = |&it: &ProspectStatus| (it.word(), self.w.status(it), state(it));
        ProspectStatus::OPEN.iter().map(step).collect()
    }
}

async fn show(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    prospect_page(&ctx, id, String::new(), Faults::default()).await
}

/// The page of a prospect, with what somebody typed of a talk and what is wrong with it.
pub async fn prospect_page(
    ctx: &Ctx,
    id: ProspectId,
    talk: String,
    faults: Faults,
) -> Result<Response> {
    let it = ctx.get::<prospect::Entity>(id).await?;
    if it.hidden_at.is_some() {
        return hidden_page(ctx, it).await;
    }
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let choices = choice::all(ctx).await?;
    let reason = it.reason.as_deref().map(|it| choices.label(List::Reason, it, lang).to_owned());
    let looked_at = if it.status.is_open() {
        twins(ctx, &traits(&ProspectFields::of(&it)), Some(id)).await?
    } else {
        Vec::new()
    };
    let client = match it.account_id {
        Some(id) => account::get(ctx, id).await.ok(),
        None => None,
    };
    let deal = match it.opportunity_id {
        Some(id) => opportunity::get(ctx, id).await.ok(),
        None => None,
    };
    let since = it.converted_at.map(|it| it.plus_days(DAYS_TO_RESTORE));
    let may_edit = prospect::may_edit(ctx, &it).await?;
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = ProspectPage {
        shell: ctx.shell("prospects"),
        w,
        lang,
        why: write_down::why_of(ctx, id).await?,
        reason: reason.unwrap_or_default(),
        twins: looked_at,
        events: events(ctx, id).await?,
        client: client.map(|it| (format!("/accounts/{}", it.id), it.name)),
        deal: deal.map(|it| (format!("/opportunities/{}", it.id), it.name)),
        may_hand_out: may_hand_out(ctx),
        may_undo: may_edit && since.is_some_and(|it| ctx.now <= it),
        it: shown(ctx, vec![it]).await?.pop().ok_or(Error::NotFound)?,
        talk,
        faults,
    };
    page::render_as(status, &page)
}

async fn events(ctx: &Ctx, id: ProspectId) -> Result<Vec<Happened>> {
    let events = stream::about(ctx, id.0, None, SHOWN).await?;
    let people = names(ctx, events.iter().filter_map(|it| it.actor_id)).await?;
    let one = |event: stream::Model| {
        let sentence = tell_here(&event, ctx.lang())?;
        Some(Happened {
            sentence,
            who: event.actor_id.and_then(|it| people.get(&it).cloned()).unwrap_or_default(),
            iso: event.at.to_string(),
            moment: ctx.lang().moment(event.at, &ctx.actor.zone),
        })
    };
    Ok(events.into_iter().filter_map(one).collect())
}

#[derive(Template)]
#[template(path = "hidden_prospect.html")]
struct HiddenPage {
    shell: Shell,
    w: Words,
    prospect: Model,
    hidden_on: String,
    until: String,
    may_restore: bool,
}

async fn hidden_page(ctx: &Ctx, prospect: Model) -> Result<Response> {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let hidden_at = prospect.hidden_at.unwrap_or(ctx.now);
    let until = hidden_at.plus_days(DAYS_TO_RESTORE);
    page::render(&HiddenPage {
        shell: ctx.shell("prospects"),
        w: Words::of(lang),
        hidden_on: lang.day(hidden_at.day(zone)),
        until: lang.day(until.day(zone)),
        may_restore: ctx.now <= until && prospect::may_edit(ctx, &prospect).await?,
        prospect,
    })
}

// In the API.

/// A prospect, and how it came to whoever has it.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct ProspectWhole {
    #[serde(flatten)]
    prospect: ProspectOut,
    /// The newest first.
    assignments: Vec<AssignmentOut>,
    twins: Vec<TwinOut>,
}

/// Whose it became, and why.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct AssignmentOut {
    owner_id: Option<kernel::PersonId>,
    how: assignment::How,
    at: Instant,
    why: String,
}

/// A client or a prospect in reach that looks like it.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct TwinOut {
    href: String,
    name: String,
    /// 50 to 100.
    score: i32,
    why: String,
}

/// One prospect, with why it is whose it is and what looks like it
#[utoipa::path(
    get,
    path = "/api/v1/prospects/{prospect}",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses((status = 200, body = ProspectWhole)),
)]
async fn read(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Json<ProspectWhole>> {
    let it = prospect::get(&ctx, id).await?;
    let lang = ctx.lang();
    let twins = twins(&ctx, &traits(&ProspectFields::of(&it)), Some(id)).await?;
    let twin =
        |it: Twin| TwinOut { href: it.href(), why: it.why(lang), name: it.name, score: it.score };
    let assigned = assignment::of(&ctx, id).await?.into_iter().map(|it| AssignmentOut {
        owner_id: it.person_id,
        why: it.why().map(|it| it.sentence(lang)).unwrap_or_default(),
        how: it.how,
        at: it.at,
    });
    Ok(Json(ProspectWhole {
        assignments: assigned.collect(),
        twins: twins.into_iter().map(twin).collect(),
        prospect: it.into(),
    }))
}
