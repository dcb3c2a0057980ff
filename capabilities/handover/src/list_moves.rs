//! The moves of clients, and a new one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Json, Query, api};
use frame::{App, Ctx, Error, Result};
use kernel::PersonId;
use people::person::PersonStatus;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::book_move::{self, BookMoveId, BookMoveOut, Model, Plan, permit};
use crate::load::{givers, names, takers};
use crate::plan_move::plan_move;
use crate::rules::{HandoverRefused, USUAL_GRACE_DAYS, Way};
use crate::say::name;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/book-moves", get(show))
        .route("/book-moves/new", get(new).post(submit))
        .routes(routes!(list, create))
}

/// A form of which several inputs have one name.
type Typed = Vec<(String, String)>;

// In the browser.

#[derive(Template)]
#[template(path = "list_moves.html")]
struct MovesPage {
    shell: Shell,
    w: Words,
    rows: Vec<MoveShown>,
    next: String,
}

struct MoveShown {
    id: BookMoveId,
    title: String,
    by: String,
    on: String,
    counts: String,
    state: &'static str,
    look: &'static str,
}

async fn show(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Response> {
    permit(&ctx)?;
    let w = Words::of(ctx.lang());
    let found = find(&ctx, &cut).await?;
    let mut ids: Vec<PersonId> = found.items.iter().map(|it| it.person_id).collect();
    ids.extend(found.items.iter().filter_map(|it| it.from_id));
    let names = names(&ctx, ids).await?;
    let next = found.next_cursor.clone().unwrap_or_default();
    let shown = |it: Model| MoveShown {
        id: it.id,
        title: match it.from_id {
            Some(from) => w.move_of(name(&names, Some(from))),
            None => w.move_by_filter().to_owned(),
        },
        by: name(&names, Some(it.person_id)),
        on: w.0.moment(it.created_at, &ctx.actor.zone),
        counts: w.moved_of(it.moved, it.accounts.to_string()),
        state: w.move_state(it.state),
        look: it.state.look(),
    };
    page::render(&MovesPage {
        rows: found.items.into_iter().map(shown).collect(),
        next: if next.is_empty() {
            next
        } else {
            page::address("/book-moves", [("cursor", next.as_str())])
        },
        shell: ctx.shell("accounts"),
        w,
    })
}

async fn find(ctx: &Ctx, cut: &Cut) -> Result<Page<Model>> {
    let limit = cut.limit()?;
    let mut rows = ctx.find::<book_move::Entity>();
    if let Some(last) = cut.after::<BookMoveId>()? {
        rows = rows.filter(book_move::Column::Id.lt(last));
    }
    let rows = rows.order_by_desc(book_move::Column::Id).limit(limit + 1).all(ctx).await?;
    Page::cut(rows, limit, |it| it.id)
}

#[derive(Template)]
#[template(path = "new_move.html")]
struct NewMovePage {
    shell: Shell,
    w: Words,
    people: Vec<(String, String)>,
    takers: Vec<TakerShown>,
    ways: Vec<(&'static str, &'static str)>,
    tier: String,
    industry: String,
    city: String,
    note: String,
    from: String,
    way: String,
    cap: String,
    grace: String,
    faults: Faults,
}

struct TakerShown {
    id: String,
    name: String,
    load: String,
    chosen: bool,
}

async fn new(ctx: Ctx, Query(typed): Query<Typed>) -> Result<Response> {
    new_page(&ctx, &typed, Faults::default()).await
}

async fn submit(ctx: Ctx, frame::web::Form(typed): frame::web::Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    permit(&tx)?;
    let planned = match read(&typed) {
        Ok(plan) => plan_move(&tx, plan).await,
        Err(error) => Err(error),
    };
    match planned {
        Ok(it) => {
            tx.commit().await?;
            page::redirect(&format!("/book-moves/{}", it.id))
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            new_page(&tx, &typed, faults).await
        }
    }
}

fn of<'a>(typed: &'a [(String, String)], name: &str) -> &'a str {
    typed.iter().find(|it| it.0 == name).map_or("", |it| it.1.trim())
}

fn read(typed: &[(String, String)]) -> Result<Plan> {
    let text = |name: &str| Some(of(typed, name)).filter(|it| !it.is_empty()).map(str::to_owned);
    let number = |name: &str, refused: HandoverRefused| match of(typed, name) {
        "" => Ok(None),
        typed => typed.parse::<i64>().map(Some).map_err(|_| Error::refused(refused)),
    };
    let takers = typed.iter().filter(|it| it.0 == "takers");
    let takers: Result<Vec<PersonId>, _> = takers.map(|it| it.1.parse()).collect();
    let grace = number("grace_days", HandoverRefused::NoGrace)?.map(i32::try_from).transpose();
    Ok(Plan {
        from_id: of(typed, "from_id").parse().ok(),
        tier: text("tier"),
        industry: text("industry"),
        city: text("city"),
        way: Way::from_word(of(typed, "way")).unwrap_or_default(),
        takers: takers.map_err(|_| Error::refused(HandoverRefused::UnknownTaker))?,
        cap: number("cap", HandoverRefused::NoCap)?,
        grace_days: grace.map_err(|_| Error::refused(HandoverRefused::NoGrace))?,
        note: text("note"),
        ..Plan::default()
    })
}

async fn new_page(ctx: &Ctx, typed: &[(String, String)], faults: Faults) -> Result<Response> {
    permit(ctx)?;
    let w = Words::of(ctx.lang());
    let everybody = givers(ctx).await?;
    let stay: Vec<_> = everybody.iter().filter(|it| it.status != PersonStatus::Left).collect();
    let ids: Vec<PersonId> = stay.iter().map(|it| it.id).collect();
    let loads = takers(ctx, &ids).await?;
    let shown = stay.iter().zip(loads).map(|(it, load)| TakerShown {
        id: it.id.to_string(),
        name: it.name.clone(),
        load: w.has_clients(load.load),
        chosen: typed.iter().any(|(name, id)| name == "takers" && *id == it.id.to_string()),
    });
    let people = everybody.iter().map(|it| {
        let left = it.status == PersonStatus::Left;
        let name = if left { w.name_left(&it.name) } else { it.name.clone() };
        (it.id.to_string(), name)
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let grace = of(typed, "grace_days");
    let text = |name: &str| of(typed, name).to_owned();
    let page = NewMovePage {
        shell: ctx.shell("accounts"),
        w,
        people: people.collect(),
        takers: shown.collect(),
        ways: Way::ALL.iter().map(|it| (it.word(), w.way(*it))).collect(),
        tier: text("tier"),
        industry: text("industry"),
        city: text("city"),
        note: text("note"),
        from: of(typed, "from_id").to_owned(),
        way: match of(typed, "way") {
            "" => Way::LeastLoaded.word().to_owned(),
            word => word.to_owned(),
        },
        cap: of(typed, "cap").to_owned(),
        grace: if grace.is_empty() { USUAL_GRACE_DAYS.to_string() } else { grace.to_owned() },
        faults,
    };
    page::render_as(status, &page)
}

// In the API.

/// Moves of clients, the newest first
#[utoipa::path(
    get,
    path = "/api/v1/book-moves",
    tag = "handover",
    params(Cut),
    responses((status = 200, body = Page<BookMoveOut>)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Json<Page<BookMoveOut>>> {
    permit(&ctx)?;
    Ok(Json(find(&ctx, &cut).await?.map(BookMoveOut::from)))
}

/// Plan a move of clients; nothing moves until it is run
#[utoipa::path(
    post,
    path = "/api/v1/book-moves",
    tag = "handover",
    responses(
        (status = 201, body = BookMoveOut),
        (status = 422, description = "Nothing chosen, or nobody takes", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(plan): Json<Plan>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let it = plan_move(&tx, plan).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(BookMoveOut::from(it))))
}
