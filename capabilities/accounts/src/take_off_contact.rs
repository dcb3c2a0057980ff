//! Somebody who never was at a client is taken off it, and may be put back.

use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Path, page};
use frame::{App, Ctx, Error, Result, Tx, stream};
use kernel::Day;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::account_contact::{self, Column, Entity};
use crate::change_account::touch;
use crate::contact::{self, ContactId, Model};
use crate::contact_merge::standing;
use crate::hide_contact::{hide_contact, page_of};
use crate::keep_contact;
use crate::open_account::about;
use crate::remember_contacts::remember_keys;
use crate::rules::contact_refused::ContactRefused;
use crate::rules::{AccountRefused, DAYS_TO_RESTORE};
use crate::words::Words;

/// What happened to whoever was taken off.
pub const TAKEN_OFF: &str = "accounts.contact_taken_off";
/// Nobody takes off more people in the days in which they can be put back.
const MOST: u64 = 200;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/contacts/{contact}/take-off", post(submit))
        .route("/accounts/{account}/contacts/{contact}/put-back", post(submit_back))
        .routes(routes!(remove))
}

/// Takes somebody off this account: that they were there was a mistake. At the others they stay;
/// whoever is at none besides is deleted. Answers with them as they are then.
pub async fn take_off_contact(tx: &Tx, account: AccountId, id: ContactId) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let contact = contact::get(tx, id).await?;
    let post = keep_contact::post(tx, account.id, id).await?.ok_or(Error::NotFound)?;
    if !is_elsewhere(tx, account.id, id).await? {
        return hide_contact(tx, id).await;
    }

    let this = Condition::all().add(Column::AccountId.eq(account.id)).add(Column::ContactId.eq(id));
    tx.delete_where::<Entity, _>(Column::CompanyId, this).await?;
    remember_keys(tx, std::slice::from_ref(&contact)).await?;
    touch(tx, account.id).await?;

    tx.record(
        about(&account, TAKEN_OFF)
            .with("name", contact.name.clone())
            .with("contact_id", id.to_string())
            .with("role", post.role)
            .with("left_on", post.left_on.map(|it| it.to_string())),
    );
    Ok(contact)
}

async fn is_elsewhere(tx: &Tx, account: AccountId, contact: ContactId) -> Result<bool> {
    let others = tx
        .whole_company::<Entity>()
        .filter(Column::ContactId.eq(contact))
        .filter(Column::AccountId.ne(account))
        .limit(1);
    Ok(others.one(&**tx).await?.is_some())
}

/// Puts somebody back who was taken off this account, as what they were there.
pub async fn put_back_contact(tx: &Tx, account: AccountId, id: ContactId) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let taken = taken_off(tx, account.id).await?.into_iter().find(|it| it.contact == id);
    let taken = taken.ok_or(Error::refused(ContactRefused::NothingTakenOff))?;
    // That they were at this account is known; where else they are need not be.
    let contact = contact::whoever(tx, standing(tx, id).await?).await?;
    if contact.hidden_at.is_some() {
        return Err(Error::refused(ContactRefused::NothingTakenOff));
    }
    if keep_contact::post(tx, account.id, contact.id).await?.is_some() {
        return Err(Error::refused(AccountRefused::AlreadyThere));
    }

    tx.insert_all(vec![account_contact::ActiveModel {
        company_id: Set(tx.actor.company),
        account_id: Set(account.id),
        contact_id: Set(contact.id),
        role: Set(taken.role),
        left_on: Set(taken.left_on),
    }])
    .await?;
    remember_keys(tx, std::slice::from_ref(&contact)).await?;
    touch(tx, account.id).await?;

    tx.record(
        about(&account, "accounts.contact_put_back")
            .with("name", contact.name.clone())
            .with("contact_id", contact.id.to_string()),
    );
    Ok(contact)
}

/// Somebody who was taken off an account, and what they were there.
struct TakenOff {
    contact: ContactId,
    role: Option<String>,
    left_on: Option<Day>,
}

impl TakenOff {
    /// As the stream says it.
    fn read(event: &stream::Model) -> Option<Self> {
        let says = event.says();
        let text = |key: &str| says[key].as_str();
        Some(Self {
            contact: text("contact_id")?.parse().ok()?,
            role: text("role").map(str::to_owned),
            left_on: text("left_on").and_then(|it| it.parse().ok()),
        })
    }
}

/// Whom this event took off its account, while they can be put back.
pub fn may_be_put_back(ctx: &Ctx, event: &stream::Model) -> Option<ContactId> {
    let in_time = ctx.now.plus_days(-DAYS_TO_RESTORE) <= event.at;
    let taken_off = event.name == TAKEN_OFF && in_time;
    if taken_off { Some(TakenOff::read(event)?.contact) } else { None }
}

/// Who was taken off an account that was loaded in reach, and may be put back; the latest first.
async fn taken_off(tx: &Tx, account: AccountId) -> Result<Vec<TakenOff>> {
    let since = tx.now.plus_days(-DAYS_TO_RESTORE);
    let events = stream::about_all(tx, [account.0], Some(&[TAKEN_OFF]), None, MOST).await?;
    Ok(events.iter().filter(|it| since <= it.at).filter_map(TakenOff::read).collect())
}

// In the browser.

async fn submit(ctx: Ctx, Path((id, contact)): Path<(AccountId, ContactId)>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let contact = take_off_contact(&tx, id, contact).await?;
    let w = Words::of(tx.lang());
    // Whoever was deleted is taken back on their own page; the client's timeline does it otherwise.
    let (there, said) = if contact.hidden_at.is_some() {
        (page_of(id, contact.id), w.contact_deleted(&contact.name))
    } else {
        (format!("/accounts/{id}"), w.contact_taken_off(&contact.name))
    };
    tx.commit().await?;
    page::redirect_saying(&there, &said)
}

async fn submit_back(
    ctx: Ctx,
    Path((id, contact)): Path<(AccountId, ContactId)>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let contact = put_back_contact(&tx, id, contact).await?;
    let said = Words::of(tx.lang()).contact_put_back(&contact.name);
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{id}"), &said)
}

// In the API.

/// Take a person off an account where they never were; whoever is at no other is deleted
#[utoipa::path(
    delete,
    path = "/api/v1/accounts/{account}/contacts/{contact}",
    tag = "accounts",
    params(("account" = AccountId, Path), ("contact" = ContactId, Path)),
    responses((status = 204, description = "Taken off")),
)]
async fn remove(ctx: Ctx, Path((id, contact)): Path<(AccountId, ContactId)>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    take_off_contact(&tx, id, contact).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
