//! What was changed of many clients at once is undone, wherever nobody changed it since.

use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account;
use crate::account_tag;
use crate::bulk::Edit;
use crate::bulk_change::{BulkChangeId, Column, Entity};
use crate::bulk_row;
use crate::change_in_bulk::about;
use crate::rules::AccountRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/bulk/{bulk}/undo", post(submit)).routes(routes!(create))
}

/// How an undo went.
#[derive(Clone, Copy, Debug, Default, Serialize, utoipa::ToSchema)]
pub struct BulkUndone {
    pub restored: i64,
    /// Changed since, gone, or no longer the actor's.
    pub left: i64,
}

/// Whoever made a change takes it back.
pub async fn undo_bulk(tx: &Tx, id: BulkChangeId) -> Result<BulkUndone> {
    let mine = tx.whole_company::<Entity>().filter(Column::OwnerId.eq(tx.actor.person));
    let change = mine.filter(Column::Id.eq(id)).one(&**tx).await?.ok_or(Error::NotFound)?;
    if change.undone_at.is_some() {
        return Err(Error::refused(AccountRefused::UndoneAlready));
    }
    let edit = Edit { field: change.field, value: change.value.clone() };
    let rows = tx.whole_company::<bulk_row::Entity>().filter(bulk_row::Column::ChangeId.eq(id));

    let mut outcome = BulkUndone::default();
    for row in rows.all(&**tx).await? {
        let account = account::get_to(tx, Act::Edit, row.account_id).await;
        let account = match account {
            Ok(account) => account,
            Err(Error::NotFound | Error::Denied) => {
                outcome.left += 1;
                continue;
            }
            Err(error) => return Err(error),
        };
        let tags = account_tag::of(tx, account.id).await?;
        if edit.now(&account, &tags) == row.after {
            edit.write(tx, &account, &row.before).await?;
            outcome.restored += 1;
        } else {
            outcome.left += 1;
        }
    }
    let mut row = change.into_active_model();
    row.undone_at = Set(Some(tx.now));
    let change = tx.update(row).await?;

    tx.record(
        about("accounts.bulk_undone", &change)
            .with("restored", outcome.restored)
            .with("left", outcome.left),
    );
    Ok(outcome)
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<BulkChangeId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let outcome = undo_bulk(&tx, id).await?;
    let w = Words::of(tx.lang());
    let mut said = w.bulk_undone(outcome.restored);
    if 0 < outcome.left {
        said.push(' ');
        said.push_str(&w.bulk_left(outcome.left));
    }
    tx.commit().await?;
    page::redirect_saying("/accounts", &said)
}

// In the API.

/// Undo a change of many accounts, wherever nothing changed since
#[utoipa::path(
    post,
    path = "/api/v1/bulk-changes/{bulk}/undo",
    tag = "accounts",
    params(("bulk" = BulkChangeId, Path)),
    responses((status = 200, body = BulkUndone), (status = 422, body = api::Problem)),
)]
async fn create(ctx: Ctx, Path(id): Path<BulkChangeId>) -> Result<Json<BulkUndone>> {
    let tx = ctx.begin().await?;
    let outcome = undo_bulk(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(outcome))
}
