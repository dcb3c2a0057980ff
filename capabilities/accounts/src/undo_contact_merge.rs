//! Two contacts who became one become two again.

use std::collections::BTreeSet;

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

use crate::account::{self, AccountId};
use crate::account_contact;
use crate::contact::{self, ContactId};
use crate::contact_merge::{self, ContactMergeId, of_merged};
use crate::contact_merge_row;
use crate::keep_contact::{accounts_to_edit, touch_accounts};
use crate::merge_contacts::stamp;
use crate::merging::{Pair, Remembered, Unmerged, made_since, put_back};
use crate::open_account::about;
use crate::remember_contacts::remember_contacts;
use crate::rules::contact_refused::ContactRefused;
use crate::undo_merge::said;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/contacts/{contact}/merges/{joined}/undo", post(submit))
        .routes(routes!(create))
}

/// Takes a merge back: both contacts are as they were, but for what happened since.
pub async fn undo_contact_merge(
    tx: &Tx,
    id: ContactMergeId,
) -> Result<(contact_merge::Model, Unmerged)> {
    let merge =
        tx.whole_company::<contact_merge::Entity>().filter(contact_merge::Column::Id.eq(id));
    let merge = merge.one(&**tx).await?.ok_or(Error::NotFound)?;
    tx.get::<contact::Entity>(merge.survivor_id).await?;
    accounts_to_edit(tx, merge.survivor_id).await?;
    let rows = contact_merge_row::of(tx, id).await?;
    permit_part(tx, &merge, &rows).await?;
    if merge.undone_at.is_some() {
        return Err(Error::refused(ContactRefused::NotMerged));
    }
    if of_merged(tx, merge.survivor_id).await?.is_some() {
        return Err(Error::refused(ContactRefused::LaterMerge));
    }

    let both = Pair { kind: "contact", survivor: merge.survivor_id.0, merged: merge.merged_id.0 };
    let mut outcome = put_back(tx, both, rows).await?;
    outcome.made_since = made_since(tx, both, merge.at, carries_its_moment).await?;
    let mut row = merge.clone().into_active_model();
    row.undone_at = Set(Some(tx.now));
    let merge = tx.update(row).await?;
    stamp(tx, &[merge.survivor_id, merge.merged_id]).await?;

    let survivor = contact::whoever(tx, merge.survivor_id).await?;
    let merged = contact::whoever(tx, merge.merged_id).await?;
    remember_contacts(tx, &[survivor.clone(), merged.clone()]).await?;
    let accounts = touch_accounts(tx, &[survivor.id, merged.id]).await?;

    for account in &accounts {
        tx.record(
            about(account, "accounts.contact_merge_undone")
                .with("name", survivor.name.clone())
                .with("other", merged.name.clone())
                .with("went_back", outcome.went_back)
                .with("changed_since", outcome.changed_since)
                .with("made_since", outcome.made_since),
        );
    }
    Ok((merge, outcome))
}

/// May the actor part these two? That is for whoever may change both: the survivor, and the other
/// where they were before. Not found if those accounts may not even be seen.
pub async fn permit_part(
    ctx: &Ctx,
    merge: &contact_merge::Model,
    rows: &[Remembered],
) -> Result<()> {
    let stayed = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.eq(merge.merged_id));
    let mut ids: BTreeSet<AccountId> =
        stayed.all(ctx).await?.iter().map(|it| it.account_id).collect();
    let moved = rows.iter().filter(|it| it.table == "account_contact" && it.changes.is_empty());
    ids.extend(moved.flat_map(|it| &it.key).map(|(_, account)| AccountId(*account)));

    let seen = account::shown(ctx).filter(account::Column::Id.is_in(ids.iter().copied()));
    if seen.one(ctx).await?.is_none() {
        return Err(Error::NotFound);
    }
    let theirs = ctx
        .find_to::<account::Entity>(Act::Edit)
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::HiddenAt.is_null());
    theirs.one(ctx).await?.map(|_| ()).ok_or(Error::Denied)
}

/// What hangs on a contact is known by the id of the record that names them: of a note, of a deal.
/// What a field of the company's own holds is known by the field, which was there before.
fn carries_its_moment(follows: &Follows) -> bool {
    follows.how != How::Stays && follows.key != "field_id"
}

// In the browser.

async fn submit(
    ctx: Ctx,
    Path((id, _, merge)): Path<(AccountId, ContactId, ContactMergeId)>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (_, outcome) = undo_contact_merge(&tx, merge).await?;
    let said = said(Words::of(tx.lang()), outcome);
    tx.commit().await?;
    // Either may be at this client now, or both.
    page::redirect_saying(&format!("/accounts/{id}"), &said)
}

// In the API.

/// Undo a merge of two persons
#[utoipa::path(
    post,
    path = "/api/v1/contact-merges/{joined}/undo",
    tag = "accounts",
    params(("joined" = inline(ContactMergeId), Path)),
    responses(
        (status = 200, body = Unmerged),
        (status = 422, description = "It cannot be undone", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Path(id): Path<ContactMergeId>) -> Result<Json<Unmerged>> {
    let tx = ctx.begin().await?;
    let (_, outcome) = undo_contact_merge(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(outcome))
}
