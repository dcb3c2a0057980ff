//! Somebody at a client is deleted, and may be taken back.

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::contact::{self, ContactId, ContactOut, Model};
use crate::contact_merge::of_merged;
use crate::find_contacts::with_posts_of;
use crate::keep_contact::{accounts_to_edit, touch_accounts};
use crate::open_account::about;
use crate::rules::DAYS_TO_RESTORE;
use crate::rules::contact_refused::ContactRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/contacts/{contact}/delete", post(delete))
        .route("/accounts/{account}/contacts/{contact}/restore", post(restore))
        .routes(routes!(remove))
        .routes(routes!(take_back))
}

/// Deletes a contact: nobody finds them any more, at whatever client, and they can be taken back
/// for a while. Whoever may change them may do it.
pub async fn hide_contact(tx: &Tx, id: ContactId) -> Result<Model> {
    let contact = contact::get(tx, id).await?;
    accounts_to_edit(tx, id).await?;

    let mut row = contact.into_active_model();
    row.hidden_at = Set(Some(tx.now));
    row.updated_at = Set(tx.now);
    let contact = tx.update(row).await?;
    let accounts = touch_accounts(tx, &[id]).await?;

    for account in &accounts {
        tx.record(told(account, "accounts.contact_hidden", &contact));
    }
    Ok(contact)
}

/// Takes a deleted contact back, to every client where they were.
pub async fn restore_contact(tx: &Tx, id: ContactId) -> Result<Model> {
    let contact = tx.get::<contact::Entity>(id).await?;
    accounts_to_edit(tx, id).await?;
    let Some(hidden_at) = contact.hidden_at else { return Ok(contact) };
    if of_merged(tx, id).await?.is_some() {
        return Err(Error::refused(ContactRefused::PartOfAnother));
    }
    if hidden_at.plus_days(DAYS_TO_RESTORE) < tx.now {
        return Err(Error::refused(ContactRefused::TooLate));
    }

    let mut row = contact.into_active_model();
    row.hidden_at = Set(None);
    row.updated_at = Set(tx.now);
    let contact = tx.update(row).await?;
    let accounts = touch_accounts(tx, &[id]).await?;

    for account in &accounts {
        tx.record(told(account, "accounts.contact_restored", &contact));
    }
    Ok(contact)
}

fn told(account: &account::Model, name: &'static str, contact: &Model) -> Event {
    about(account, name)
        .with("name", contact.name.clone())
        .with("contact_id", contact.id.to_string())
}

// In the browser.

async fn delete(ctx: Ctx, Path((id, contact)): Path<(AccountId, ContactId)>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let account = account::get_to(&tx, Act::Edit, id).await?;
    let contact = hide_contact(&tx, contact).await?;
    let said = Words::of(tx.lang()).contact_deleted(&contact.name);
    tx.commit().await?;
    // The page of whoever was deleted offers to take them back.
    page::redirect_saying(&page_of(account.id, contact.id), &said)
}

async fn restore(ctx: Ctx, Path((id, contact)): Path<(AccountId, ContactId)>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let account = account::get_to(&tx, Act::Edit, id).await?;
    let contact = restore_contact(&tx, contact).await?;
    let said = Words::of(tx.lang()).contact_restored(&contact.name);
    tx.commit().await?;
    page::redirect_saying(&page_of(account.id, contact.id), &said)
}

/// The page of somebody at this client.
pub fn page_of(account: AccountId, contact: ContactId) -> String {
    format!("/accounts/{account}/contacts/{contact}/edit")
}

// In the API.

/// Delete a person; they can be restored for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/contacts/{contact}",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    responses((status = 204, description = "Deleted")),
)]
async fn remove(ctx: Ctx, Path(id): Path<ContactId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_contact(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Restore a person who was deleted
#[utoipa::path(
    post,
    path = "/api/v1/contacts/{contact}/restore",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    responses(
        (status = 200, body = ContactOut),
        (status = 422, description = "Too late, or part of another", body = api::Problem),
    ),
)]
async fn take_back(ctx: Ctx, Path(id): Path<ContactId>) -> Result<Json<ContactOut>> {
    let tx = ctx.begin().await?;
    let contact = restore_contact(&tx, id).await?;
    let out = with_posts_of(&tx, contact).await?;
    tx.commit().await?;
    Ok(Json(out))
}
