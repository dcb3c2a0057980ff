//! The people at clients, for programs.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use frame::web::list::{Cut, Page};
use frame::web::{Json, Path, Query, api};
use frame::{App, Ctx, Result};
use kernel::{Day, Instant};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId};
use crate::account_in::merged;
use crate::as_seen::{hold, refuse_newer};
use crate::contact::{self, ContactId, ContactOut};
use crate::contact_merge;
use crate::contact_seen::is_change;
use crate::custom_value::Of;
use crate::find_contacts::{Looked, find_contacts, with_posts_of};
use crate::keep_contact::{ContactFields, NewContact, accounts_to_edit, change_contact};
use crate::look_alike_contacts::add_once;
use crate::open_account::about;
use crate::rules::reaching::{Channel, Consent};
use crate::set_values::{Said, set_values};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(read, change))
}

/// People at accounts that the token's person may view, by name
#[utoipa::path(
    get,
    path = "/api/v1/contacts",
    tag = "accounts",
    params(Looked, Cut),
    responses((status = 200, body = Page<ContactOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ContactOut>>> {
    Ok(Json(find_contacts(&ctx, &looked, &cut).await?))
}

/// One person
#[utoipa::path(
    get,
    path = "/api/v1/contacts/{contact}",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    responses(
        (status = 200, body = ContactOut),
        (status = 307, description = "They became part of another person, who is there"),
    ),
)]
async fn read(ctx: Ctx, Path(id): Path<ContactId>) -> Result<Response> {
    let contact = contact_merge::get_standing(&ctx, id).await?;
    if contact.id != id {
        let there = format!("/api/v1/contacts/{}", contact.id);
        return Ok(Redirect::temporary(&there).into_response());
    }
    Ok(Json(with_posts_of(&ctx, contact).await?).into_response())
}

/// A person at an account, as a program writes them.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
struct ContactIn {
    account_id: AccountId,
    /// What they are there.
    #[serde(default)]
    role: Option<String>,
    /// The company's own fields by their codes.
    #[serde(default)]
    #[schema(value_type = std::collections::HashMap<String, Value>)]
    custom: BTreeMap<String, Value>,
    #[serde(default)]
    name: String,
    /// As it is dialled; kept as E.164, as is the next one.
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    whatsapp: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    channel: Option<Channel>,
    /// `12/04/1988` or `12 April`; kept as `1988-04-12` or `--04-12`.
    #[serde(default)]
    birthday: Option<String>,
    #[serde(default)]
    consent: Option<Consent>,
    #[serde(default)]
    consent_on: Option<Day>,
    #[serde(default)]
    consent_note: Option<String>,
}

impl ContactIn {
    fn fields(self) -> ContactFields {
        ContactFields {
            name: self.name,
            phone: self.phone,
            whatsapp: self.whatsapp,
            email: self.email,
            channel: self.channel,
            birthday: self.birthday,
            consent: self.consent,
            consent_on: self.consent_on,
            consent_note: self.consent_note,
        }
    }
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct How {
    /// Write them down although they look like somebody; `/api/v1/contacts/like` says whom.
    anyway: bool,
}

/// Write down a person at an account
#[utoipa::path(
    post,
    path = "/api/v1/contacts",
    tag = "accounts",
    params(How),
    responses(
        (status = 201, body = ContactOut),
        (status = 422, description = "Inputs at fault, or they look like somebody", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Query(how): Query<How>,
    Json(new): Json<ContactIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let said = Said::by_program(&new.custom, true)?;
    let account = new.account_id;
    let person = NewContact { id: None, role: new.role.clone(), fields: new.fields() };
    let contact = add_once(&tx, account, person, how.anyway).await?;
    let account = account::get(&tx, account).await?;
    set_values(&tx, Of::Contact(contact.id), &said, |name| about(&account, name)).await?;
    let out = with_posts_of(&tx, contact).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(out)))
}

/// Change a person: fields that are not named stay
///
/// With `seen_at`, the `updated_at` that was seen, it is refused if they changed since.
#[utoipa::path(
    patch,
    path = "/api/v1/contacts/{contact}",
    tag = "accounts",
    params(("contact" = ContactId, Path)),
    request_body = ContactFields,
    responses(
        (status = 200, body = ContactOut),
        (status = 422, description = "Inputs at fault, or changed meanwhile", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<ContactId>,
    Json(mut patch): Json<Map<String, Value>>,
) -> Result<Json<ContactOut>> {
    let tx = ctx.begin().await?;
    contact::get(&tx, id).await?;
    hold::<contact::Entity>(&tx, id, contact::Column::UpdatedAt).await?;
    let before = contact::get(&tx, id).await?;
    let seen_at = patch.remove("seen_at").unwrap_or_default();
    let seen_at: Option<Instant> = serde_json::from_value(seen_at)
        .map_err(|fault| frame::Error::Malformed(fault.to_string()))?;
    if let Some(there) = accounts_to_edit(&tx, id).await?.first() {
        let is_change = |it: &frame::stream::Model| is_change(it, &before.name);
        refuse_newer(&tx, seen_at, before.updated_at, there.id, is_change).await?;
    }
    let custom = patch.remove("custom").unwrap_or_default();
    let custom: Option<BTreeMap<String, Value>> = serde_json::from_value(custom)
        .map_err(|fault| frame::Error::Malformed(fault.to_string()))?;
    let said = Said::by_program(&custom.unwrap_or_default(), false)?;
    let fields = merged(&ContactFields::of(&before), patch)?;
    let contact = change_contact(&tx, id, fields).await?;
    let accounts = accounts_to_edit(&tx, id).await?;
    if let Some(account) = accounts.first() {
        set_values(&tx, Of::Contact(id), &said, |name| about(account, name)).await?;
    }
    let out = with_posts_of(&tx, contact).await?;
    tx.commit().await?;
    Ok(Json(out))
}
