//! The whole company is looked through for accounts that may be one.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::jobs::Job;
use frame::web::{Json, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::Instant;
use kernel::access::{Act, Area, Reach};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, OnConflict, Order, Query};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::AccountId;
use crate::account_key;
use crate::duplicate::{self, DuplicateState, pair};
use crate::duplicate_scan::{self, Model, ScanId, last};
use crate::remember::traits_of;
use crate::rules::likeness::{Likeness, likeness};
use crate::words::Words;

/// Keys that are looked at in one transaction.
const KEYS_AT_ONCE: u64 = 200;
/// A key that more accounts share says nothing about them: a common name, a shared switchboard.
const MOST_OF_A_KEY: i64 = 60;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/duplicates/scan", post(submit)).routes(routes!(create))
}

/// Whether the actor may have the company looked through, and see what of it is theirs.
pub fn may_scan(ctx: &Ctx) -> bool {
    Reach::Team <= ctx.actor.reach(Act::Edit, Area::Accounts)
}

/// Begins to look through the company; if somebody does already, theirs goes on.
pub async fn scan_duplicates(tx: &Tx) -> Result<Model> {
    if !may_scan(tx) {
        return Err(Error::Denied);
    }

    match last(tx).await?.filter(|it| it.finished_at.is_none()) {
        Some(running) => Ok(running),
        None => begin(tx).await,
    }
}

/// Looks through the company because many accounts came or changed at once; a look that is under
/// way begins again, for it may be past them.
pub async fn look_through(tx: &Tx) -> Result<()> {
    let Some(running) = last(tx).await?.filter(|it| it.finished_at.is_none()) else {
        begin(tx).await?;
        return Ok(());
    };
    let mut row = running.into_active_model();
    row.after_key = Set(String::new());
    row.keys = Set(shared_keys(tx).await?);
    row.done = Set(0);
    tx.update(row).await?;
    Ok(())
}

async fn begin(tx: &Tx) -> Result<Model> {
    let scan = tx
        .add::<Model, duplicate_scan::ActiveModel>(Model {
            company_id: tx.actor.company,
            id: tx.id(),
            person_id: tx.actor.somebody(),
            after_key: String::new(),
            keys: shared_keys(tx).await?,
            done: 0,
            found: 0,
            started_at: tx.now,
            finished_at: None,
        })
        .await?;
    tx.record(Event::of("accounts.scan_begun", "duplicate_scan", scan.id));
    tx.later(tx.now, &ScanDuplicates { scan: scan.id })?;
    Ok(scan)
}

async fn shared_keys(tx: &Tx) -> Result<i64> {
    let (shared, key) = (Alias::new("shared"), account_key::Column::Key);
    let mut inner = Query::select();
    inner
        .column(key)
        .from(account_key::Entity)
        .and_where(account_key::Column::CompanyId.eq(tx.actor.company))
        .group_by_col(key)
        .and_having(count().gt(1));
    let mut outer = Query::select();
    outer.expr(Func::count(Expr::col((shared.clone(), key)))).from_subquery(inner, shared);
    let rows = tx.rows(&outer).await?;
    Ok(rows.first().map(|it| it.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

fn count() -> sea_orm::sea_query::SimpleExpr {
    Expr::from(Func::count(Expr::col(account_key::Column::AccountId)))
}

/// Looks at the next keys.
#[derive(Debug, Serialize, Deserialize)]
pub struct ScanDuplicates {
    scan: ScanId,
}

impl Job for ScanDuplicates {
    const NAME: &'static str = "accounts.scan_duplicates";

    async fn run(self, tx: &Tx) -> Result<()> {
        let this = tx.whole_company::<duplicate_scan::Entity>();
        let this = this.filter(duplicate_scan::Column::Id.eq(self.scan)).one(&**tx).await?;
        let Some(scan) = this.filter(|it| it.finished_at.is_none()) else { return Ok(()) };

        let keys = next_keys(tx, &scan.after_key).await?;
        let Some((last, _)) = keys.last().cloned() else { return finish(tx, scan).await };
        let small = keys.iter().filter(|it| it.1 <= MOST_OF_A_KEY).map(|it| it.0.clone());
        for (pair, likeness) in alike(tx, small.collect()).await? {
            propose(tx, pair, &likeness, DuplicateState::Open).await?;
        }

        let mut row = scan.clone().into_active_model();
        row.after_key = Set(last);
        row.done = Set(scan.done + i64::try_from(keys.len()).unwrap_or_default());
        tx.update(row).await?;
        tx.later(tx.now, &self)
    }
}

async fn next_keys(tx: &Tx, after: &str) -> Result<Vec<(String, i64)>> {
    let key = account_key::Column::Key;
    let mut select = Query::select();
    select
        .column(key)
        .expr(count())
        .from(account_key::Entity)
        .and_where(account_key::Column::CompanyId.eq(tx.actor.company))
        .and_where(key.gt(after))
        .group_by_col(key)
        .and_having(count().gt(1))
        .order_by(key, Order::Asc)
        .limit(KEYS_AT_ONCE);
    let rows = tx.rows(&select).await?;
    let row = |it: &sea_orm::QueryResult| Ok((it.try_get_by_index(0)?, it.try_get_by_index(1)?));
    rows.iter().map(row).collect()
}

/// The pairs among those who share one of these keys that may be one.
async fn alike(tx: &Tx, keys: Vec<String>) -> Result<Vec<((AccountId, AccountId), Likeness)>> {
    let rows = tx
        .whole_company::<account_key::Entity>()
        .filter(account_key::Column::Key.is_in(keys))
        .all(&**tx)
        .await?;
    let mut sharing: BTreeMap<String, Vec<AccountId>> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for row in rows {
        ids.insert(row.account_id);
        sharing.entry(row.key).or_default().push(row.account_id);
    }
    let traits = traits_of(tx, &ids).await?;
    let mut pairs = BTreeSet::new();
    for same in sharing.values() {
        for (at, one) in same.iter().enumerate() {
            pairs.extend(same[at + 1..].iter().map(|other| pair(*one, *other)));
        }
    }
    let compared = pairs.into_iter().filter_map(|it| {
        let found = likeness(traits.get(&it.0)?, traits.get(&it.1)?);
        found.is_likely().then_some((it, found))
    });
    Ok(compared.collect())
}

/// Keeps a pair; what somebody said of it stays.
pub async fn propose(
    tx: &Tx,
    (first, second): (AccountId, AccountId),
    likeness: &Likeness,
    state: DuplicateState,
) -> Result<()> {
    use duplicate::Column;
    let decided = state != DuplicateState::Open;
    let row = duplicate::ActiveModel {
        company_id: Set(tx.actor.company),
        first_id: Set(first),
        second_id: Set(second),
        score: Set(likeness.score()),
        parts: Set(serde_json::to_string(&likeness.parts)?),
        state: Set(state),
        found_at: Set(tx.now),
        decided_at: Set(decided.then_some(tx.now)),
        person_id: Set(tx.actor.somebody().filter(|_| decided)),
    };
    let key = [Column::CompanyId, Column::FirstId, Column::SecondId];
    let anew = [Column::Score, Column::Parts, Column::FoundAt];
    tx.put(row, OnConflict::columns(key).update_columns(anew).to_owned()).await
}

/// Pairs that are alike no more are forgotten; what somebody said stays.
async fn finish(tx: &Tx, scan: Model) -> Result<()> {
    let open = duplicate::Column::State.eq(DuplicateState::Open);
    let old =
        Condition::all().add(open.clone()).add(duplicate::Column::FoundAt.lt(scan.started_at));
    tx.delete_where::<duplicate::Entity, _>(duplicate::Column::CompanyId, old).await?;
    let found = tx.whole_company::<duplicate::Entity>().filter(open).count(&**tx).await?;

    let mut row = scan.clone().into_active_model();
    row.done = Set(scan.keys);
    row.found = Set(i64::try_from(found).unwrap_or(i64::MAX));
    row.finished_at = Set(Some(tx.now));
    tx.update(row).await?;
    tx.record(Event::of("accounts.scan_finished", "duplicate_scan", scan.id).with("found", found));
    Ok(())
}

// In the browser.

async fn submit(ctx: Ctx) -> Result<Response> {
    let tx = ctx.begin().await?;
    scan_duplicates(&tx).await?;
    let said = Words::of(tx.lang()).scan_begun();
    tx.commit().await?;
    page::redirect_saying("/accounts/duplicates", said)
}

// In the API.

/// A look at the whole company.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct ScanOut {
    id: ScanId,
    started_at: Instant,
    finished_at: Option<Instant>,
    /// So many steps of so many.
    done: i64,
    steps: i64,
}

/// Look through the whole company for accounts that may be one
#[utoipa::path(
    post,
    path = "/api/v1/duplicates/scans",
    tag = "accounts",
    responses((status = 202, body = ScanOut)),
)]
async fn create(ctx: Ctx) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let scan = scan_duplicates(&tx).await?;
    tx.commit().await?;
    let out = ScanOut {
        id: scan.id,
        started_at: scan.started_at,
        finished_at: scan.finished_at,
        done: scan.done,
        steps: scan.keys,
    };
    Ok((StatusCode::ACCEPTED, Json(out)))
}
