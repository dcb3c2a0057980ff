//! What is known of a client changes.

use axum::response::Response;
use axum::routing::get;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, IntoActiveModel};

use serde_json::{Map, Value, json};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{self, AccountId, Model, Tier};
use crate::account_form::{AccountForm, form_page};
use crate::account_in::{AccountIn, merged};
use crate::account_out::AccountOut;
use crate::account_seen::{as_seen, is_change};
use crate::account_tag;
use crate::as_seen::{hold, refuse_newer};
use crate::change_owner::change_owner;
use crate::custom_value::Of;
use crate::fields::AccountFields;
use crate::open_account::about;
use crate::remember::remember;
use crate::rules::{AccountRefused, HIGHEST_TREE};
use crate::set_tags::set_tags;
use crate::set_values::{Said, set_values};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/edit", get(show).post(submit))
        .routes(routes!(change))
}

/// Changes an account; nothing is recorded when nothing changed.
pub async fn change_account(tx: &Tx, id: AccountId, fields: AccountFields) -> Result<Model> {
    let before = account::get_to(tx, Act::Edit, id).await?;
    let fields = fields.checked()?;
    if fields == AccountFields::of(&before) {
        return Ok(before);
    }
    // One that the actor does not see stays, for whoever does.
    if fields.parent != before.parent_id {
        known_parent(tx, id, fields.parent).await?;
    }

    let mut row = before.clone().into_active_model();
    row.name_key = Set(frame::text::key(&fields.name));
    row.name = Set(fields.name);
    row.status = Set(fields.status);
    row.tier = Set(fields.tier);
    row.industry = Set(fields.industry);
    row.parent_id = Set(fields.parent);
    row.phone = Set(fields.phone);
    row.website = Set(fields.website);
    row.founded_year = Set(fields.founded_year);
    row.revenue_amount = Set(fields.revenue.as_ref().map(|it| it.amount));
    row.revenue_currency = Set(fields.revenue.map(|it| it.currency));
    row.employees = Set(fields.employees);
    row.country = Set(fields.country);
    row.tax_number = Set(fields.tax_number);
    row.document_language = Set(fields.document_language);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;
    remember(tx, id).await?;

    let parents = (name_of(tx, before.parent_id).await?, name_of(tx, after.parent_id).await?);
    let mut event = about(&after, "accounts.changed");
    if before.parent_id != after.parent_id {
        // Whose names these are: who reads them may see one client and not the other.
        let id = |it: &Model| it.parent_id.map(|it| it.to_string());
        let ids = json!({ "before": id(&before), "after": id(&after) });
        event = event.with("parents", ids);
    }
    tx.record(
        event
            .change("name", before.name.clone(), after.name.clone())
            .change("status", before.status.word(), after.status.word())
            .change("tier", before.tier.map(Tier::word), after.tier.map(Tier::word))
            .change("industry", before.industry.clone(), after.industry.clone())
            .change("parent", parents.0, parents.1)
            .change("phone", before.phone.clone(), after.phone.clone())
            .change("website", before.website.clone(), after.website.clone())
            .change("founded_year", before.founded_year, after.founded_year)
            .change("revenue", money_text(&before), money_text(&after))
            .change("employees", before.employees, after.employees)
            .change("country", before.country.clone(), after.country.clone())
            .change("tax_number", before.tax_number.clone(), after.tax_number.clone())
            .change(
                "document_language",
                before.document_language.map(Lang::word),
                after.document_language.map(Lang::word),
            ),
    );
    Ok(after)
}

/// Says that something about the account changed: its place, its people, its addresses.
pub async fn touch(tx: &Tx, account: AccountId) -> Result<()> {
    let now = SimpleExpr::from(tx.now);
    let this = account::Column::Id.eq(account);
    let values = vec![(account::Column::UpdatedAt, now)];
    tx.update_where::<account::Entity, _>(account::Column::CompanyId, this, values).await?;
    remember(tx, account).await
}

/// A parent is an account that one may see, and stands not below its own child.
pub async fn known_parent(tx: &Tx, child: AccountId, parent: Option<AccountId>) -> Result<()> {
    let Some(parent) = parent else { return Ok(()) };
    let found = account::get(tx, parent).await;
    let mut above = match found {
        Ok(account) => account,
        Err(Error::NotFound) => return Err(Error::refused(AccountRefused::UnknownParent)),
        Err(error) => return Err(error),
    };
    for _ in 0..HIGHEST_TREE {
        if above.id == child {
            return Err(Error::refused(AccountRefused::BelowItself));
        }
        let Some(next) = above.parent_id else { return Ok(()) };
        above = account::whoever(tx, next).await?;
    }
    Err(Error::refused(AccountRefused::BelowItself))
}

/// Keeps what the company's own fields hold of an account that the actor may edit.
pub async fn set_custom(tx: &Tx, account: &Model, said: &Said) -> Result<()> {
    let changed = set_values(tx, Of::Account(account.id), said, |name| about(account, name));
    if changed.await? { touch(tx, account.id).await } else { Ok(()) }
}

async fn name_of(tx: &Tx, account: Option<AccountId>) -> Result<Option<String>> {
    match account {
        Some(id) => Ok(Some(account::whoever(tx, id).await?.name)),
        None => Ok(None),
    }
}

fn money_text(account: &Model) -> Option<String> {
    account.revenue().map(|it| it.to_string())
}

// In the browser.

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get_to(&ctx, Act::Edit, id).await?;
    let form = AccountForm::of(&ctx, &account).await?;
    form_page(&ctx, Some(id), form, None).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<AccountForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let before = account::get_to(&tx, Act::Edit, id).await?;
    let changed = match form.read(&tx, before.parent_id).await {
        Ok(fields) => change_from(&tx, id, &form, fields).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{id}"), said)
        }
        Err(error) => form_page(&tx, Some(id), form, Some(error)).await,
    }
}

async fn change_from(
    tx: &Tx,
    id: AccountId,
    form: &AccountForm,
    fields: AccountFields,
) -> Result<Model> {
    as_seen(tx, id, &form.was).await?;
    let account = change_account(tx, id, fields).await?;
    set_tags(tx, id, &form.tags()).await?;
    set_custom(tx, &account, &form.said(tx.lang(), false)).await?;
    Ok(account)
}

// In the API.

/// Change an account: fields that are not named stay
#[utoipa::path(
    patch,
    path = "/api/v1/accounts/{account}",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    request_body = AccountIn,
    responses(
        (status = 200, body = AccountOut),
        (status = 422, description = "Inputs at fault, or changed meanwhile", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(patch): Json<Map<String, Value>>,
) -> Result<Json<AccountOut>> {
    let tx = ctx.begin().await?;
    account::get_to(&tx, Act::Edit, id).await?;
    hold::<account::Entity>(&tx, id, account::Column::UpdatedAt).await?;
    let before = account::get_to(&tx, Act::Edit, id).await?;
    let present = AccountIn::of(&before, account_tag::of(&tx, id).await?);
    let wanted = merged(&present, patch)?;
    refuse_newer(&tx, wanted.seen_at, before.updated_at, id, is_change).await?;
    let (owner, tags) = (wanted.owner_id, wanted.tags.clone());
    let said = Said::by_program(&wanted.custom, false)?;
    let account = change_account(&tx, id, wanted.fields()).await?;
    if owner != account.owner_id {
        change_owner(&tx, id, owner).await?;
    }
    set_tags(&tx, id, &tags).await?;
    set_custom(&tx, &before, &said).await?;
    let out = AccountOut::of(&tx, account::get(&tx, id).await?).await?;
    tx.commit().await?;
    Ok(Json(out))
}
