//! Two accounts that became one become two again.

use axum::response::Response;
use axum::routing::post;
use frame::follows::{Follows, How};
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::merge::{self, MergeId, of_merged};
use crate::merge_accounts::stamp;
use crate::merge_row;
use crate::merging::{Pair, Unmerged, made_since, put_back};
use crate::open_account::about;
use crate::remember::remember_all;
use crate::remember_contacts::remember_people_at;
use crate::rules::AccountRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/merges/{merge}/undo", post(submit))
        .routes(routes!(create))
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

    let both = Pair { kind: "account", survivor: merge.survivor_id.0, merged: merge.merged_id.0 };
    let mut outcome = put_back(tx, both, merge_row::of(tx, id).await?).await?;
    outcome.made_since = made_since(tx, both, merge.at, is_a_record).await?;
    let mut row = merge.clone().into_active_model();
    row.undone_at = Set(Some(tx.now));
    let merge = tx.update(row).await?;
    stamp(tx, &[merge.survivor_id, merge.merged_id]).await?;

    let survivor = account::whoever(tx, merge.survivor_id).await?;
    let merged = account::whoever(tx, merge.merged_id).await?;
    remember_all(tx, &[survivor.clone(), merged.clone()]).await?;
    remember_people_at(tx, &[survivor.id, merged.id]).await?;
    record(tx, &survivor, &merged, outcome);
    Ok((merge, outcome))
}

/// What is there once for a pair was there before one of the two.
fn is_a_record(follows: &Follows) -> bool {
    follows.key == "id" && follows.how == How::Moves
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

// In the browser.

async fn submit(ctx: Ctx, Path((_, id)): Path<(AccountId, MergeId)>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (merge, outcome) = undo_merge(&tx, id).await?;
    let said = said(Words::of(tx.lang()), outcome);
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{}", merge.merged_id), &said)
}

/// That they are two again, and what was left as it is.
pub fn said(w: Words, outcome: Unmerged) -> String {
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
