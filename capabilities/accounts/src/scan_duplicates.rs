//! The whole company is looked through for clients that may be one, and for people there who may.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::jobs::Job;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::Instant;
use kernel::access::{Act, Area, Reach};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::duplicate::{self, DuplicateState};
use crate::duplicate_scan::{self, Model, ScanId, TwinKind, last};
use crate::keys::{Keys, alike, count_shared, next_shared};
use crate::pairs::{forget_unfound, propose};
use crate::twins_page::address_of;
use crate::words::Words;
use crate::{account_key, contact_duplicate, contact_key};

/// Keys that are looked at in one transaction.
const KEYS_AT_ONCE: u64 = 200;
/// A key that more share says nothing about them: a common name, a shared switchboard.
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

/// Looks through the company because many records came or changed at once; a look that is under
/// way begins again, for it may be past them.
pub async fn look_through(tx: &Tx) -> Result<()> {
    let Some(running) = last(tx).await?.filter(|it| it.finished_at.is_none()) else {
        begin(tx).await?;
        return Ok(());
    };
    let mut row = running.into_active_model();
    row.kind = Set(TwinKind::Account);
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
            kind: TwinKind::Account,
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
    let of_clients = count_shared::<account_key::Entity>(tx).await?;
    Ok(of_clients + count_shared::<contact_key::Entity>(tx).await?)
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

        let scan = match scan.kind {
            TwinKind::Account => look::<account_key::Entity>(tx, scan).await?,
            TwinKind::Contact => look::<contact_key::Entity>(tx, scan).await?,
        };
        if scan.finished_at.is_some() { Ok(()) } else { tx.later(tx.now, &self) }
    }
}

/// Looks at the next keys of this kind; after the last, it is the turn of the next kind.
async fn look<K: Keys>(tx: &Tx, scan: Model) -> Result<Model> {
    let keys = next_shared::<K>(tx, &scan.after_key, KEYS_AT_ONCE).await?;
    let Some((last, _)) = keys.last().cloned() else {
        return match scan.kind {
            TwinKind::Account => turn_to_people(tx, scan).await,
            TwinKind::Contact => finish(tx, scan).await,
        };
    };
    let small = keys.iter().filter(|it| it.1 <= MOST_OF_A_KEY).map(|it| it.0.clone());
    for found in alike::<K>(tx, small.collect()).await? {
        propose::<K::Of>(tx, found, DuplicateState::Open).await?;
    }

    let mut row = scan.clone().into_active_model();
    row.after_key = Set(last);
    row.done = Set(scan.done + i64::try_from(keys.len()).unwrap_or_default());
    tx.update(row).await
}

async fn turn_to_people(tx: &Tx, scan: Model) -> Result<Model> {
    let mut row = scan.into_active_model();
    row.kind = Set(TwinKind::Contact);
    row.after_key = Set(String::new());
    tx.update(row).await
}

/// Pairs that are alike no more are forgotten; what somebody said stays.
async fn finish(tx: &Tx, scan: Model) -> Result<Model> {
    let clients = forget_unfound::<duplicate::Entity>(tx, scan.started_at).await?;
    let people = forget_unfound::<contact_duplicate::Entity>(tx, scan.started_at).await?;
    let found = clients + people;

    let mut row = scan.clone().into_active_model();
    row.done = Set(scan.keys);
    row.found = Set(found);
    row.finished_at = Set(Some(tx.now));
    let scan = tx.update(row).await?;
    tx.record(Event::of("accounts.scan_finished", "duplicate_scan", scan.id).with("found", found));
    Ok(scan)
}

// In the browser.

/// From which page it was begun: there one comes back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Begun {
    kind: String,
}

async fn submit(ctx: Ctx, Query(begun): Query<Begun>) -> Result<Response> {
    let tx = ctx.begin().await?;
    scan_duplicates(&tx).await?;
    let said = Words::of(tx.lang()).scan_begun();
    tx.commit().await?;
    let kind = TwinKind::from_word(&begun.kind).unwrap_or(TwinKind::Account);
    page::redirect_saying(address_of(kind), said)
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

/// Look through the whole company for accounts that may be one, and for people who may
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
