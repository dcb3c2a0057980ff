//! Accounts that may be one, side by side, for somebody to say.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::list::{self, Cut, Page};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Query, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::Act;
use kernel::{Instant, Lang, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_out::AccountOut;
use crate::duplicate::{self, DuplicateState, both_shown, pair};
use crate::duplicate_scan;
use crate::look_alikes::ReasonOut;
use crate::owners::names;
use crate::scan_duplicates::may_scan;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/duplicates", get(show))
        .route("/accounts/duplicates/dismiss", post(submit))
        .routes(routes!(read))
        .routes(routes!(dismiss))
}

/// Where a page of the list ended.
#[derive(Serialize, Deserialize)]
struct Key(i32, AccountId, AccountId);

/// Pairs that wait for somebody, both of whom the actor may see; the likest first.
pub async fn open_duplicates(ctx: &Ctx, cut: &Cut) -> Result<Page<duplicate::Model>> {
    use duplicate::Column;
    let limit = cut.limit()?;
    let mut found = ctx
        .whole_company::<duplicate::Entity>()
        .filter(Column::State.eq(DuplicateState::Open))
        .filter(both_shown(ctx));
    if let Some(Key(score, first, second)) = cut.after::<Key>()? {
        let pair = Expr::tuple([Column::FirstId.into_expr(), Column::SecondId.into_expr()]);
        let beyond = sea_orm::sea_query::ExprTrait::gt(
            pair,
            Expr::tuple([Expr::value(first), Expr::value(second)]),
        );
        let same = Condition::all().add(Column::Score.eq(score)).add(beyond);
        found = found.filter(Condition::any().add(Column::Score.lt(score)).add(same));
    }
    let rows = found
        .order_by_desc(Column::Score)
        .order_by_asc(Column::FirstId)
        .order_by_asc(Column::SecondId)
        .limit(limit + 1)
        .all(ctx)
        .await?;
    Page::cut(rows, limit, |it| Key(it.score, it.first_id, it.second_id))
}

/// Says that two are two. It is remembered, and no look at the company proposes them again.
pub async fn dismiss_duplicate(tx: &Tx, one: AccountId, other: AccountId) -> Result<()> {
    let (first, second) = pair(one, other);
    for id in [first, second] {
        account::get_to(tx, Act::Edit, id).await?;
    }
    let known = tx
        .whole_company::<duplicate::Entity>()
        .filter(duplicate::Column::FirstId.eq(first))
        .filter(duplicate::Column::SecondId.eq(second));
    let known = known.one(&**tx).await?.ok_or(Error::NotFound)?;
    if known.state == DuplicateState::Dismissed {
        return Ok(());
    }

    let mut row = known.into_active_model();
    row.state = Set(DuplicateState::Dismissed);
    row.decided_at = Set(Some(tx.now));
    row.person_id = Set(tx.actor.somebody());
    tx.update(row).await?;
    tx.record(
        Event::of("accounts.duplicate_dismissed", "account", first)
            .about(first)
            .with("other_id", second.to_string()),
    );
    Ok(())
}

// In the browser.

#[derive(Template)]
#[template(path = "list_duplicates.html")]
struct DuplicatesPage {
    shell: Shell,
    w: Words,
    lang: Lang,
    pairs: Vec<Pair>,
    next: String,
    scan: Option<duplicate_scan::Model>,
    scanned: String,
    may_scan: bool,
}

/// Two accounts, as the page shows them.
struct Pair {
    score: i32,
    reasons: Vec<String>,
    both: [Side; 2],
}

/// One of the two.
pub struct Side {
    pub account: Model,
    pub owner: String,
    pub visited: String,
}

impl DuplicatesPage {
    fn is_running(&self) -> bool {
        self.scan.as_ref().is_some_and(|it| it.finished_at.is_none())
    }

    fn steps(&self) -> (i64, i64) {
        self.scan.as_ref().map_or((0, 1), |it| (it.done, it.keys.max(1)))
    }

    fn progress(&self) -> String {
        let (done, steps) = self.steps();
        self.w.scan_running(self.lang.number(done.min(steps)), self.lang.number(steps))
    }
}

impl Side {
    pub fn of(account: Model, names: &HashMap<PersonId, String>, ctx: &Ctx) -> Self {
        let w = Words::of(ctx.lang());
        let owner = account.owner_id.and_then(|it| names.get(&it).cloned());
        let visited = account.last_visit_on.map(|it| ctx.lang().day(it));
        Self {
            owner: owner.unwrap_or_else(|| w.nobody().to_owned()),
            visited: visited.unwrap_or_else(|| w.never_visited().to_owned()),
            account,
        }
    }
}

async fn show(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Response> {
    if !ctx.may(Act::Edit, kernel::access::Area::Accounts) {
        return Err(Error::Denied);
    }
    let cut = Cut { limit: Some(20), ..cut };
    let found = open_duplicates(&ctx, &cut).await?;
    let next = match &found.next_cursor {
        Some(cursor) => list::address("/accounts/duplicates", &(), Some(cursor))?,
        None => String::new(),
    };
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let scan = duplicate_scan::last(&ctx).await?;
    let scanned = scan.as_ref().and_then(|it| it.finished_at);
    page::render(&DuplicatesPage {
        shell: ctx.shell("accounts"),
        pairs: pairs(&ctx, found.items).await?,
        next,
        scanned: scanned.map(|it| lang.moment(it, &ctx.actor.zone)).unwrap_or_default(),
        scan,
        may_scan: may_scan(&ctx),
        lang,
        w,
    })
}

async fn accounts_of(ctx: &Ctx, rows: &[duplicate::Model]) -> Result<HashMap<AccountId, Model>> {
    let ids: BTreeSet<AccountId> = rows.iter().flat_map(|it| [it.first_id, it.second_id]).collect();
    let accounts = account::shown(ctx).filter(account::Column::Id.is_in(ids)).all(ctx).await?;
    Ok(accounts.into_iter().map(|it| (it.id, it)).collect())
}

async fn pairs(ctx: &Ctx, rows: Vec<duplicate::Model>) -> Result<Vec<Pair>> {
    let accounts = accounts_of(ctx, &rows).await?;
    let owners = names(ctx, accounts.values().filter_map(|it| it.owner_id)).await?;
    let w = Words::of(ctx.lang());
    let pair = |row: duplicate::Model| {
        let side = |id| Some(Side::of(accounts.get(&id)?.clone(), &owners, ctx));
        Some(Pair {
            score: row.score,
            reasons: row.parts().iter().map(|it| w.likeness_part(*it)).collect(),
            both: [side(row.first_id)?, side(row.second_id)?],
        })
    };
    Ok(rows.into_iter().filter_map(pair).collect())
}

#[derive(Debug, Deserialize)]
struct PairForm {
    first_id: AccountId,
    second_id: AccountId,
}

async fn submit(ctx: Ctx, Form(form): Form<PairForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    dismiss_duplicate(&tx, form.first_id, form.second_id).await?;
    let said = Words::of(tx.lang()).duplicate_dismissed();
    tx.commit().await?;
    page::redirect_saying("/accounts/duplicates", said)
}

// In the API.

/// Two accounts that may be one.
#[derive(Serialize, utoipa::ToSchema)]
struct DuplicateOut {
    first: AccountOut,
    second: AccountOut,
    /// 50 to 100: the sum of the reasons.
    score: i32,
    reasons: Vec<ReasonOut>,
    found_at: Instant,
}

/// Pairs of accounts that may be one, the likest first
#[utoipa::path(
    get,
    path = "/api/v1/duplicates",
    tag = "accounts",
    params(Cut),
    responses((status = 200, body = Page<DuplicateOut>)),
)]
async fn read(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Json<Page<DuplicateOut>>> {
    if !ctx.may(Act::Edit, kernel::access::Area::Accounts) {
        return Err(Error::Denied);
    }
    let found = open_duplicates(&ctx, &cut).await?;
    let accounts = accounts_of(&ctx, &found.items).await?;
    let accounts = AccountOut::all(&ctx, accounts.into_values().collect()).await?;
    let account = |id| accounts.iter().find(|it| it.id == id).cloned();
    let out = |it: duplicate::Model| {
        Some(DuplicateOut {
            first: account(it.first_id)?,
            second: account(it.second_id)?,
            score: it.score,
            reasons: ReasonOut::all(&it.parts(), ctx.lang()),
            found_at: it.found_at,
        })
    };
    let Page { items, next_cursor } = found;
    Ok(Json(Page { items: items.into_iter().filter_map(out).collect(), next_cursor }))
}

/// Two accounts.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct PairIn {
    first_id: AccountId,
    second_id: AccountId,
}

/// Say that two accounts are two
#[utoipa::path(
    post,
    path = "/api/v1/duplicates/dismiss",
    tag = "accounts",
    responses((status = 204, description = "Remembered")),
)]
async fn dismiss(ctx: Ctx, Json(these): Json<PairIn>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    dismiss_duplicate(&tx, these.first_id, these.second_id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
