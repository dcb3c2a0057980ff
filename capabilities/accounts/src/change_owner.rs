//! A client gets another person to look after it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::PersonId;
use kernel::access::Act;
use people::person;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::open_account::{about, known_owner};
use crate::owners::{may_hand_over, owners};
use crate::put_member::leave;
use crate::rules::AccountRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/owner", get(show).post(submit))
}

/// Hands an account over; both the old owner and the new one must be in reach.
pub async fn change_owner(tx: &Tx, id: AccountId, owner: Option<PersonId>) -> Result<Model> {
    let before = account::get_to_settle(tx, id).await?;
    if !may_hand_over(tx) {
        return Err(Error::Denied);
    }
    account::permit(tx, Act::Edit, owner).await?;
    known_owner(tx, owner).await?;
    pass_on(tx, before, owner).await
}

/// What becomes of an account that passes to somebody, whoever decided that: by hand, or by a rule
/// that needs no permit.
pub async fn pass_on(tx: &Tx, before: Model, owner: Option<PersonId>) -> Result<Model> {
    let id = before.id;
    if before.owner_id == owner {
        return Ok(before);
    }

    let mut row = before.clone().into_active_model();
    row.owner_id = Set(owner);
    row.updated_at = Set(tx.now);
    let after = tx.update(row).await?;
    if let Some(owner) = owner {
        leave(tx, id, owner).await?;
    }

    let from = name_of(tx, before.owner_id).await?;
    let to = name_of(tx, owner).await?;
    tx.record(about(&after, "accounts.owner_changed").change("owner", from, to));
    // Whoever had it hears of it too: their phone takes it off.
    tx.record(
        about(&after, "accounts.handed_over")
            .owner(before.owner_id)
            .with("name", after.name.clone()),
    );
    Ok(after)
}

async fn name_of(tx: &Tx, person: Option<PersonId>) -> Result<Option<String>> {
    let Some(id) = person else { return Ok(None) };
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(id));
    Ok(person.one(&**tx).await?.map(|it| it.name))
}

// In the browser.

#[derive(Template)]
#[template(path = "change_owner.html")]
struct OwnerPage {
    shell: Shell,
    w: Words,
    account: Model,
    owners: Vec<(String, String)>,
    chosen: String,
    faults: Faults,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OwnerForm {
    owner_id: String,
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get_to_settle(&ctx, id).await?;
    if !may_hand_over(&ctx) {
        return Err(Error::Denied);
    }
    let chosen = account.owner_id.map(|it| it.to_string()).unwrap_or_default();
    owner_page(&ctx, account, chosen, Faults::default()).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<OwnerForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let owner: Result<PersonId> =
        form.owner_id.parse().map_err(|_| Error::refused(AccountRefused::UnknownOwner));
    let changed = match owner {
        Ok(owner) => change_owner(&tx, id, Some(owner)).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/accounts/{id}"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let account = account::get_to_settle(&tx, id).await?;
            owner_page(&tx, account, form.owner_id, faults).await
        }
    }
}

async fn owner_page(ctx: &Ctx, account: Model, chosen: String, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let owners = owners(ctx, Act::Edit).await?.into_iter();
    let page = OwnerPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        account,
        owners: owners.map(|(id, name)| (id.to_string(), name)).collect(),
        chosen,
        faults,
    };
    page::render_as(status, &page)
}
