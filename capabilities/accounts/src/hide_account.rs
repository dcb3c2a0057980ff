//! A client is deleted, and may be taken back.

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Path, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model};
use crate::merge::of_merged;
use crate::open_account::about;
use crate::rules::{AccountRefused, DAYS_TO_RESTORE};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/delete", post(delete))
        .route("/accounts/{account}/restore", post(restore))
        .routes(routes!(remove))
}

/// Deletes an account: nobody finds it any more, and it can be taken back for a while.
pub async fn hide_account(tx: &Tx, id: AccountId) -> Result<Model> {
    let account = account::get_to_settle(tx, id).await?;

    let mut row = account.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    let account = tx.update(row).await?;

    tx.record(about(&account, "accounts.hidden").with("name", account.name.clone()));
    Ok(account)
}

/// Takes a deleted account back.
pub async fn restore_account(tx: &Tx, id: AccountId) -> Result<Model> {
    let account = tx.get::<account::Entity>(id).await?;
    account::permit(tx, Act::Edit, account.owner_id).await?;
    let Some(hidden_at) = account.hidden_at else { return Ok(account) };
    if of_merged(tx, id).await?.is_some() {
        return Err(Error::refused(AccountRefused::PartOfAnother));
    }
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(AccountRefused::TooLate));
    }

    let mut row = account.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    let account = tx.update(row).await?;

    tx.record(about(&account, "accounts.restored").with("name", account.name.clone()));
    Ok(account)
}

// In the browser.

async fn delete(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let account = hide_account(&tx, id).await?;
    let said = Words::of(tx.lang()).account_deleted(&account.name);
    tx.commit().await?;
    // The page of what was deleted offers to take it back.
    page::redirect_saying(&format!("/accounts/{id}"), &said)
}

async fn restore(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let account = restore_account(&tx, id).await?;
    let said = Words::of(tx.lang()).account_restored(&account.name);
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{id}"), &said)
}

// In the API.

/// Delete an account; it can be restored for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/accounts/{account}",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses((status = 204, description = "Deleted")),
)]
async fn remove(ctx: Ctx, Path(id): Path<AccountId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_account(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
