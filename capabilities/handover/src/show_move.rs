//! A move client by client: before it, while it runs, and after it.

use std::collections::{BTreeMap, HashMap};

use accounts::{AccountId, account};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query, page};
use frame::{App, Ctx, Result};
use kernel::money::Money;
use kernel::{Exact, PersonId};
use people::company;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::book_move::{self, BookMoveId, BookMoveOut, Model, MoveState, permit};
use crate::book_move_row::{self, RowState, of};
use crate::load::{keepers, money, names, takers};
use crate::rules::{DAYS_TO_UNDO, Reason};
use crate::say::name;
use crate::words::Words;

/// So many clients stand on one page.
const SHOWN: u64 = 100;
/// A menu of more people than this is no menu; then it has those who take by the plan.
const MOST_IN_A_MENU: usize = 60;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/book-moves/{move}", get(show))
        .routes(routes!(read))
        .routes(routes!(rows))
}

#[derive(Template)]
#[template(path = "show_move.html")]
struct MovePage {
    shell: Shell,
    w: Words,
    it: Model,
    title: String,
    by: String,
    rule: String,
    note: Option<String>,
    state: &'static str,
    planned: bool,
    runs: bool,
    may_undo: bool,
    progress: String,
    loads: Vec<LoadShown>,
    rows: Vec<RowShown>,
    people: Vec<(String, String)>,
    counts: Vec<(String, String, &'static str)>,
    goes: i64,
    after: String,
    next: String,
}

/// What somebody has before and after.
struct LoadShown {
    name: String,
    before: i64,
    after: i64,
    worth: String,
}

struct RowShown {
    position: i64,
    account: AccountId,
    name: String,
    from: String,
    to: String,
    why: String,
    conflicts: Vec<&'static str>,
    with_it: String,
    worth: String,
    state: &'static str,
    look: &'static str,
    /// Why it was refused; empty unless it was.
    refused: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Looked {
    #[serde(deserialize_with = "frame::web::extract::blank")]
    after: Option<i64>,
}

async fn show(
    ctx: Ctx,
    Path(id): Path<BookMoveId>,
    Query(looked): Query<Looked>,
) -> Result<Response> {
    permit(&ctx)?;
    let it = ctx.get::<book_move::Entity>(id).await?;
    let w = Words::of(ctx.lang());
    let after = looked.after.unwrap_or(0);
    let mut rows = of(&ctx, id, after, SHOWN + 1).await?;
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let more = shown < rows.len();
    rows.truncate(shown);
    let last = rows.last().map_or(0, |it| it.position).to_string();
    let plan = it.plan();
    let mut people = keepers(&ctx).await?;
    if MOST_IN_A_MENU < people.len() {
        people.retain(|it| plan.takers.contains(&it.id));
    }
    let mut ids = vec![it.person_id];
    ids.extend(it.from_id);
    ids.extend(plan.takers.iter().copied());
    for row in &rows {
        ids.extend(row.from_id.into_iter().chain(row.to_id));
    }
    let names = names(&ctx, ids).await?;
    let clients = account::names(&ctx, rows.iter().map(|it| it.account_id)).await?;
    let currency = company::mine(&ctx).await?.currency;
    let totals = totals(&ctx, id).await?;
    let until = it.finished_at.map(|it| it.plus_days(DAYS_TO_UNDO));
    let path = format!("/book-moves/{id}");
    let page = MovePage {
        shell: ctx.shell("accounts"),
        w,
        title: match it.from_id {
            Some(from) => w.move_of(name(&names, Some(from))),
            None => w.move_by_filter().to_owned(),
        },
        by: w.planned_by(
            name(&names, Some(it.person_id)),
            w.0.moment(it.created_at, &ctx.actor.zone),
        ),
        rule: w.way(plan.way).to_owned(),
        note: plan.note,
        state: w.move_state(it.state),
        planned: it.state == MoveState::Planned,
        runs: it.runs(),
        may_undo: it.state == MoveState::Done && until.is_none_or(|it| ctx.now <= it),
        progress: w.moved_of(it.done, it.accounts.to_string()),
        loads: loads(&ctx, &it, &totals, &names, &currency).await?,
        goes: totals.iter().filter(|it| it.0.1 == RowState::Planned).map(|it| it.1.0).sum(),
        counts: counts(&totals, w),
        rows: rows.iter().map(|it| row_shown(it, &names, &clients, &currency, w)).collect(),
        people: people.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
        after: if after == 0 { String::new() } else { after.to_string() },
        next: if more { page::address(&path, [("after", last.as_str())]) } else { String::new() },
        it,
    };
    page::render(&page)
}

fn row_shown(
    it: &book_move_row::Model,
    names: &HashMap<PersonId, String>,
    clients: &HashMap<AccountId, String>,
    currency: &str,
    w: Words,
) -> RowShown {
    let going = [
        (it.deals, w.deals_go(i64::from(it.deals))),
        (it.tasks, w.tasks_go(i64::from(it.tasks))),
        (it.visits, w.visits_go(i64::from(it.visits))),
    ];
    let going: Vec<String> = going.into_iter().filter(|it| 0 < it.0).map(|it| it.1).collect();
    RowShown {
        position: it.position,
        account: it.account_id,
        name: clients.get(&it.account_id).cloned().unwrap_or_default(),
        from: name(names, it.from_id),
        to: name(names, it.to_id),
        why: it.reason().as_ref().map(|it| w.reason(it)).unwrap_or_default(),
        conflicts: w.conflicts(&it.conflicts),
        with_it: going.join(" · "),
        worth: if it.worth == 0 {
            String::new()
        } else {
            money(Exact(it.worth), currency).to_string()
        },
        state: w.row_state(it.state),
        look: it.state.look(),
        refused: it.refused().map(|it| it.sentence(w.0).to_owned()).unwrap_or_default(),
    }
}

/// By taker and state: how many, and what they brought.
type Totals = BTreeMap<(Option<PersonId>, RowState), (i64, i64)>;

async fn totals(ctx: &Ctx, id: BookMoveId) -> Result<Totals> {
    use book_move_row::Column;
    let rows: Vec<(Option<PersonId>, RowState, i64)> = ctx
        .whole_company::<book_move_row::Entity>()
        .select_only()
        .columns([Column::ToId, Column::State, Column::Worth])
        .filter(Column::MoveId.eq(id))
        .into_tuple()
        .all(ctx)
        .await?;
    let mut totals = Totals::new();
    for (to, state, worth) in rows {
        let sum = totals.entry((to, state)).or_default();
        sum.0 += 1;
        sum.1 = sum.1.saturating_add(worth);
    }
    Ok(totals)
}

/// What everybody has who takes clients: now, and with those that come.
async fn loads(
    ctx: &Ctx,
    it: &Model,
    totals: &Totals,
    names: &HashMap<PersonId, String>,
    currency: &str,
) -> Result<Vec<LoadShown>> {
    if it.state != MoveState::Planned {
        return Ok(Vec::new());
    }
    let mut people: Vec<PersonId> = it.plan().takers;
    for to in totals.keys().filter_map(|it| it.0) {
        if !people.contains(&to) {
            people.push(to);
        }
    }
    let known = crate::load::names(ctx, people.iter().copied()).await?;
    let loads = takers(ctx, &people).await?.into_iter().map(|taker| {
        let coming = totals.get(&(Some(taker.person), RowState::Planned)).copied();
        let (count, worth) = coming.unwrap_or_default();
        let told = known.get(&taker.person).or_else(|| names.get(&taker.person));
        LoadShown {
            name: told.cloned().unwrap_or_default(),
            before: taker.load,
            after: taker.load + count,
            worth: money(Exact(worth), currency).to_string(),
        }
    });
    let mut loads: Vec<LoadShown> = loads.collect();
    if let Some(from) = it.from_id {
        let going: i64 =
            totals.iter().filter(|it| it.0.1 == RowState::Planned).map(|it| it.1.0).sum();
        if let Some(taker) = takers(ctx, &[from]).await?.into_iter().next() {
            loads.insert(
                0,
                LoadShown {
                    name: name(names, Some(from)),
                    before: taker.load,
                    after: taker.load - going,
                    worth: Money::new(0, currency).to_string(),
                },
            );
        }
    }
    Ok(loads)
}

fn counts(totals: &Totals, w: Words) -> Vec<(String, String, &'static str)> {
    let mut by: BTreeMap<RowState, i64> = BTreeMap::new();
    for ((_, state), (count, _)) in totals {
        *by.entry(*state).or_default() += count;
    }
    let count = |(state, count): (RowState, i64)| {
        (w.row_state(state).to_owned(), w.0.number(count), state.look())
    };
    by.into_iter().map(count).collect()
}

// In the API.

/// A client of a move.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct RowOut {
    account_id: AccountId,
    from_id: Option<PersonId>,
    to_id: Option<PersonId>,
    /// Why, by a word and its parts.
    #[schema(value_type = Object)]
    reason: Option<Reason>,
    /// The same as a sentence.
    why: String,
    conflicts: Vec<String>,
    deals: i32,
    tasks: i32,
    visits: i32,
    state: RowState,
    /// Why it stayed or did not come back, in a sentence; none unless somebody or something refused.
    refused: Option<String>,
}

/// A move of clients
#[utoipa::path(
    get,
    path = "/api/v1/book-moves/{move}",
    tag = "handover",
    params(("move" = BookMoveId, Path)),
    responses((status = 200, body = BookMoveOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<BookMoveId>) -> Result<Json<BookMoveOut>> {
    permit(&ctx)?;
    Ok(Json(ctx.get::<book_move::Entity>(id).await?.into()))
}

/// The clients of a move
#[utoipa::path(
    get,
    path = "/api/v1/book-moves/{move}/accounts",
    tag = "handover",
    params(("move" = BookMoveId, Path), Cut),
    responses((status = 200, body = Page<RowOut>)),
)]
async fn rows(
    ctx: Ctx,
    Path(id): Path<BookMoveId>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<RowOut>>> {
    permit(&ctx)?;
    ctx.get::<book_move::Entity>(id).await?;
    let limit = cut.limit()?;
    let rows = of(&ctx, id, cut.after()?.unwrap_or(0), limit + 1).await?;
    let w = Words::of(ctx.lang());
    let page = Page::cut(rows, limit, |it| it.position)?;
    Ok(Json(page.map(|it| {
        let (reason, refused) = (it.reason(), it.refused());
        RowOut {
            account_id: it.account_id,
            from_id: it.from_id,
            to_id: it.to_id,
            why: reason.as_ref().map(|it| w.reason(it)).unwrap_or_default(),
            reason,
            conflicts: it
                .conflicts
                .split(',')
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect(),
            deals: it.deals,
            tasks: it.tasks,
            visits: it.visits,
            state: it.state,
            refused: refused.map(|it| it.sentence(w.0).to_owned()),
        }
    })))
}
