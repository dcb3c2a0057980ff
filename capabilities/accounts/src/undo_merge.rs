//! Two accounts that became one become two again.

use std::collections::BTreeMap;

use axum::response::Response;
use axum::routing::post;
use frame::follows::{Follows, How};
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::account::{self, AccountId, Model};
use crate::merge::{self, MergeId, of_merged};
use crate::merge_accounts::stamp;
use crate::merge_row;
use crate::open_account::about;
use crate::remember::remember_all;
use crate::rules::AccountRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/merges/{merge}/undo", post(submit))
        .routes(routes!(create))
}

/// What became of a merge that was undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Unmerged {
    /// Records that went back to the account from which they came.
    pub went_back: u64,
    /// Records and values that stay as somebody has changed them since.
    pub changed_since: u64,
    /// Records made after the merge; they stay with the survivor.
    pub made_since: u64,
}

/// Takes a merge back: both accounts are as they were, but for what happened since.
pub async fn undo_merge(tx: &Tx, id: MergeId) -> Result<(merge::Model, Unmerged)> {
    let merge = tx.whole_company::<merge::Entity>().filter(merge::Column::Id.eq(id));
    let merge = merge.one(&**tx).await?.ok_or(Error::NotFound)?;
    for both in [merge.survivor_id, merge.merged_id] {
        let account = tx.get::<account::Entity>(both).await?;
        account::permit(tx, Act::Edit, account.owner_id).await?;
    }
    if merge.undone_at.is_some() {
        return Err(Error::refused(AccountRefused::NotMerged));
    }
    if of_merged(tx, merge.survivor_id).await?.is_some() {
        return Err(Error::refused(AccountRefused::LaterMerge));
    }

    let mut outcome = put_back(tx, &merge).await?;
    outcome.made_since = made_since(tx, &merge).await?;
    let mut row = merge.clone().into_active_model();
    row.undone_at = Set(Some(tx.now));
    let merge = tx.update(row).await?;
    stamp(tx, &[merge.survivor_id, merge.merged_id]).await?;

    let survivor = account::whoever(tx, merge.survivor_id).await?;
    let merged = account::whoever(tx, merge.merged_id).await?;
    remember_all(tx, &[survivor.clone(), merged.clone()]).await?;
    record(tx, &survivor, &merged, outcome);
    Ok((merge, outcome))
}

fn record(tx: &Tx, survivor: &Model, merged: &Model, outcome: Unmerged) {
    for (of, other) in [(survivor, merged), (merged, survivor)] {
        tx.record(
            about(of, "accounts.merge_undone")
                .with("name", other.name.clone())
                .with("went_back", outcome.went_back)
                .with("changed_since", outcome.changed_since)
                .with("made_since", outcome.made_since),
        );
    }
}

/// The last change goes first, as it was made over the others.
async fn put_back(tx: &Tx, merge: &merge::Model) -> Result<Unmerged> {
    let rows = tx
        .whole_company::<merge_row::Entity>()
        .filter(merge_row::Column::MergeId.eq(merge.id))
        .order_by_desc(merge_row::Column::Number)
        .all(&**tx)
        .await?;
    let mut outcome = Unmerged::default();
    let mut moved: BTreeMap<(String, String), Vec<Uuid>> = BTreeMap::new();
    for row in rows {
        let (key, changes) = (row.key()?, row.changes()?);
        if let ([(column, id)], []) = (&key[..], &changes[..]) {
            moved.entry((row.table_name, column.clone())).or_default().push(*id);
            continue;
        }
        let kept = tx.change_back(&row.table_name, &key, changes).await?;
        outcome.changed_since += count(kept.len());
    }
    for ((table, column), ids) in moved {
        let here =
            tx.followers("account").into_iter().find(|it| it.table == table && it.column == column);
        // A table that is no more took its rows with it.
        let Some(follows) = here else { continue };
        let back = tx.move_these(follows, &ids, merge.survivor_id.0, merge.merged_id.0).await?;
        outcome.went_back += back;
        outcome.changed_since += count(ids.len()).saturating_sub(back);
    }
    Ok(outcome)
}

/// What was made since carries its moment in its id.
async fn made_since(tx: &Tx, merge: &merge::Model) -> Result<u64> {
    let mut made = 0;
    let moving = |it: &&Follows| it.key == "id" && it.how == How::Moves;
    for follows in tx.followers("account").into_iter().filter(moving) {
        let ids = tx.keys(follows, merge.survivor_id.0).await?;
        made += count(ids.into_iter().filter(|it| merge.at.0 < made_at(*it)).count());
    }
    Ok(made)
}

/// Microseconds since 1970; 0 for an id that does not say.
fn made_at(id: Uuid) -> i64 {
    let Some(stamp) = id.get_timestamp() else { return 0 };
    let (seconds, nanos) = stamp.to_unix();
    i64::try_from(seconds).unwrap_or_default() * 1_000_000 + i64::from(nanos) / 1_000
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

// In the browser.

async fn submit(ctx: Ctx, Path((_, id)): Path<(AccountId, MergeId)>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (merge, outcome) = undo_merge(&tx, id).await?;
    let said = said(Words::of(tx.lang()), outcome);
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{}", merge.merged_id), &said)
}

fn said(w: Words, outcome: Unmerged) -> String {
    let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
    let mut said = w.merge_undone().to_owned();
    if 0 < outcome.made_since {
        said.push(' ');
        said.push_str(&w.merge_made_since(number(outcome.made_since)));
    }
    if 0 < outcome.changed_since {
        said.push(' ');
        said.push_str(&w.merge_changed_since(number(outcome.changed_since)));
    }
    said
}

// In the API.

/// Undo a merge
#[utoipa::path(
    post,
    path = "/api/v1/merges/{merge}/undo",
    tag = "accounts",
    params(("merge" = inline(MergeId), Path)),
    responses(
        (status = 200, body = Unmerged),
        (status = 422, description = "It cannot be undone", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Path(id): Path<MergeId>) -> Result<Json<Unmerged>> {
    let tx = ctx.begin().await?;
    let (_, outcome) = undo_merge(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(outcome))
}
