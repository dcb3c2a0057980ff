//! Clients that may be one, side by side, for somebody to say.

use std::collections::{BTreeSet, HashMap};

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::list::{Cut, Page};
use frame::web::{Form, Json, Query, page};
use frame::{App, Ctx, Event, Result, Tx};
use kernel::Instant;
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::account_out::AccountOut;
use crate::duplicate::Entity;
use crate::duplicate_scan::TwinKind;
use crate::look_alikes::ReasonOut;
use crate::owners::names;
use crate::pairs::{Pair, ask_again, pair, pairs_in, part};
use crate::rules::likeness::Part;
use crate::twins_page::{
    Looked, ON_A_PAGE, Reason, Side, Twins, address_of, permit_looking, said_of, twins_page,
};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/duplicates", get(show))
        .route("/accounts/duplicates/dismiss", post(submit))
        .route("/accounts/duplicates/reopen", post(submit_again))
        .routes(routes!(read))
        .routes(routes!(dismiss))
        .routes(routes!(reopen))
}

/// Says that two are two. It is remembered, and no look at the company proposes them again.
pub async fn dismiss_duplicate(tx: &Tx, one: AccountId, other: AccountId) -> Result<()> {
    permit_both(tx, one, other).await?;

    if part::<Entity>(tx, one, other).await? {
        tx.record(told("accounts.duplicate_dismissed", one, other));
    }
    Ok(())
}

/// Takes back that two are two: the pair waits again.
pub async fn reopen_duplicate(tx: &Tx, one: AccountId, other: AccountId) -> Result<()> {
    permit_both(tx, one, other).await?;

    if ask_again::<Entity>(tx, one, other).await? {
        tx.record(told("accounts.duplicate_reopened", one, other));
    }
    Ok(())
}

async fn permit_both(tx: &Tx, one: AccountId, other: AccountId) -> Result<()> {
    let (first, second) = pair(one, other);
    for id in [first, second] {
        account::get_to(tx, Act::Edit, id).await?;
    }
    Ok(())
}

fn told(name: &'static str, one: AccountId, other: AccountId) -> Event {
    let (first, second) = pair(one, other);
    Event::of(name, "account", first).about(first).with("other_id", second.to_string())
}

// In the browser.

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    permit_looking(&ctx)?;
    let cut = Cut { limit: Some(ON_A_PAGE), ..cut };
    let Page { items, next_cursor } = pairs_in::<Entity>(&ctx, looked.state()?, &cut).await?;
    let items = twins(&ctx, items).await?;
    twins_page(&ctx, TwinKind::Account, &looked, Page { items, next_cursor }).await
}

async fn accounts_of(ctx: &Ctx, rows: &[Pair<AccountId>]) -> Result<HashMap<AccountId, Model>> {
    let ids: BTreeSet<AccountId> = rows.iter().flat_map(|it| [it.first, it.second]).collect();
    let accounts = account::shown(ctx).filter(account::Column::Id.is_in(ids)).all(ctx).await?;
    Ok(accounts.into_iter().map(|it| (it.id, it)).collect())
}

async fn twins(ctx: &Ctx, rows: Vec<Pair<AccountId>>) -> Result<Vec<Twins>> {
    let accounts = accounts_of(ctx, &rows).await?;
    let owners = names(ctx, accounts.values().filter_map(|it| it.owner_id)).await?;
    let said = said_of(ctx, &rows).await?;
    let w = Words::of(ctx.lang());
    let side = |id: AccountId| {
        let account = accounts.get(&id)?;
        let owner = account.owner_id.and_then(|it| owners.get(&it).cloned());
        let visited = account.last_visit_on.map(|it| ctx.lang().day(it));
        Some(Side {
            id: id.to_string(),
            name: account.name.clone(),
            href: Some(format!("/accounts/{id}")),
            facts: vec![
                (w.owner_label(), owner.unwrap_or_else(|| w.nobody().to_owned())),
                (w.phone_label(), account.phone_shown()),
                (w.tax_number_label(), account.tax_shown().unwrap_or_default()),
                (w.last_visit_label(), visited.unwrap_or_else(|| w.never_visited().to_owned())),
            ],
        })
    };
    let reason = |it: Part| Reason { said: w.likeness_part(it), is_against: it.points() < 0 };
    let one = |(row, said): (Pair<AccountId>, String)| {
        Some(Twins {
            score: row.score,
            reasons: row.parts().into_iter().map(reason).collect(),
            both: [side(row.first)?, side(row.second)?],
            merge: Some(format!("/accounts/{}/merge?with={}", row.first, row.second)),
            said,
        })
    };
    Ok(std::iter::zip(rows, said).filter_map(one).collect())
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
    page::redirect_saying(address_of(TwinKind::Account), said)
}

async fn submit_again(ctx: Ctx, Form(form): Form<PairForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    reopen_duplicate(&tx, form.first_id, form.second_id).await?;
    let said = Words::of(tx.lang()).duplicate_reopened();
    tx.commit().await?;
    page::redirect_saying(address_of(TwinKind::Account), said)
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
    params(Looked, Cut),
    responses((status = 200, body = Page<DuplicateOut>)),
)]
async fn read(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<DuplicateOut>>> {
    permit_looking(&ctx)?;
    let found = pairs_in::<Entity>(&ctx, looked.state()?, &cut).await?;
    let accounts = accounts_of(&ctx, &found.items).await?;
    let accounts = AccountOut::all(&ctx, accounts.into_values().collect()).await?;
    let account = |id| accounts.iter().find(|it| it.id == id).cloned();
    let out = |it: Pair<AccountId>| {
        Some(DuplicateOut {
            first: account(it.first)?,
            second: account(it.second)?,
            score: it.score,
            reasons: ReasonOut::all(&it.parts::<Part>(), ctx.lang()),
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

/// Take back that two accounts are two
#[utoipa::path(
    post,
    path = "/api/v1/duplicates/reopen",
    tag = "accounts",
    responses((status = 204, description = "They wait again")),
)]
async fn reopen(ctx: Ctx, Json(these): Json<PairIn>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    reopen_duplicate(&tx, these.first_id, these.second_id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
