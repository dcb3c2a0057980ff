//! One visit: what was planned, what was made of it, and how far that proves itself.

use accounts::account;
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use evidence::fact::{self, FactKind};
use evidence::say::{PlaceOut, SignalOut, TimeOut};
use frame::web::shell::Shell;
use frame::web::{Json, Path, page};
use frame::{App, Ctx, Error, Result};
use kernel::Day;
use kernel::access::{Act, Area};
use kernel::evidence::ReviewState;
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::rules::VisitId;
use crate::shown::{Shown, shown};
use crate::visit::{self, VisitOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/visits/{visit}", get(show)).routes(routes!(read))
}

#[derive(Template)]
#[template(path = "show_visit.html")]
struct VisitPage {
    shell: Shell,
    w: Words,
    it: Shown,
    day: String,
    person: String,
    /// Whether the reader may look at the client's page.
    client_known: bool,
    facts: Vec<Said>,
    rescheduled_from: Option<VisitId>,
    may_edit: bool,
}

/// A fact about the visit, with its evidence.
struct Said {
    icon: &'static str,
    kind: &'static str,
    iso: String,
    at: String,
    time: TimeOut,
    place: Option<PlaceOut>,
    signals: Vec<SignalOut>,
    photos: Vec<String>,
    review: Option<(&'static str, &'static str)>,
    question: Option<String>,
    answer: Option<String>,
}

async fn show(ctx: Ctx, Path(id): Path<VisitId>) -> Result<Response> {
    let visit = ctx.get::<visit::Entity>(id).await?;
    let (owner, rescheduled_from) = (visit.owner_id, visit.rescheduled_from);
    let planned_for = visit.day;
    let person = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(owner));
    let person = person.one(&ctx).await?.ok_or(Error::NotFound)?;
    let facts = ctx
        .find::<fact::Entity>()
        .filter(fact::Column::VisitId.eq(uuid::Uuid::from(id)))
        .order_by_asc(fact::Column::RecordedAt)
        .all(&ctx)
        .await?;
    let client_known = account::get(&ctx, visit.account_id).await.is_ok();
    let (lang, day) = (ctx.lang(), ctx.lang().day(visit.day));
    let it = shown(&ctx, vec![visit]).await?.pop().ok_or(Error::NotFound)?;
    page::render(&VisitPage {
        shell: ctx.shell("visits"),
        w: Words::of(lang),
        may_edit: it.waiting() && ctx.permit(Act::Edit, Area::Visits, owner).await.is_ok(),
        it,
        day,
        person: person.name,
        client_known,
        facts: facts.iter().map(|fact| said(&ctx, fact, planned_for)).collect(),
        rescheduled_from,
    })
}

fn said(ctx: &Ctx, fact: &fact::Model, day: Day) -> Said {
    let (lang, zone) = (ctx.lang(), &fact.zone);
    let at = fact.recorded_at;
    // The page says the day above; a time says its own only when that is another.
    let time = if at.day(zone) == day { lang.clock(at, zone) } else { lang.moment(at, zone) };
    let w = Words::of(lang);
    let (icon, kind) = match fact.kind {
        FactKind::VisitCheckIn => ("map-pin", w.fact_check_in()),
        FactKind::VisitCheckOut => ("log-out", w.fact_check_out()),
        FactKind::VisitSkip => ("skip-forward", w.fact_skip()),
        FactKind::VisitPlan => ("calendar", w.fact_plan()),
        _ => ("notebook-pen", w.fact_note()),
    };
    let review = match fact.review {
        ReviewState::None => None,
        ReviewState::Pending => Some(("waits", w.waits())),
        ReviewState::Asked => Some(("waits", w.asked())),
        ReviewState::Accepted => Some(("good", w.accepted())),
        ReviewState::Rejected => Some(("bad", w.rejected())),
    };
    Said {
        icon,
        kind,
        iso: fact.recorded_at.to_string(),
        at: format!("{time} {}", zone.label()),
        time: TimeOut::of(&fact.time(), zone, lang),
        place: fact.place().map(|it| PlaceOut::of(&it, lang)),
        signals: fact.signals().iter().map(|it| SignalOut::of(it, zone, lang)).collect(),
        photos: fact.photos(),
        review,
        question: fact.question.clone(),
        answer: fact.answer.clone(),
    }
}

/// One visit
#[utoipa::path(
    get,
    path = "/api/v1/visits/{id}",
    tag = "visits",
    params(("id" = VisitId, Path)),
    responses((status = 200, body = VisitOut), (status = 404, body = frame::web::api::Problem)),
)]
async fn read(ctx: Ctx, Path(id): Path<VisitId>) -> Result<Json<VisitOut>> {
    Ok(Json(ctx.get::<visit::Entity>(id).await?.into()))
}
