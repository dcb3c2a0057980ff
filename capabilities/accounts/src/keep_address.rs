//! An address of a client is written down, changed or taken away.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults as Wrong};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel};
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::address::{self, AddressId, AddressLabel, Model};
use crate::change_account::touch;
use crate::fields::Faults;
use crate::open_account::about;
use crate::rules::AccountRefused;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/addresses/new", get(show_new).post(submit_new))
        .route("/addresses/{address}/edit", get(show).post(submit))
        .route("/addresses/{address}/remove", post(remove))
}

/// Everything about an address that people may write, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AddressFields {
    pub label: AddressLabel,
    /// Street and number, and what stands on the sign.
    pub street: String,
    pub city: Option<String>,
    pub province: Option<String>,
    pub postcode: Option<String>,
    pub country: Option<String>,
}

impl AddressFields {
    /// A street, or a whole address on one line.
    pub fn line(street: impl Into<String>) -> Self {
        Self { street: street.into(), ..Self::default() }
    }

    fn checked(self) -> Result<Self> {
        let mut faults = Faults::default();
        let street = faults.line(Some(&self.street), "street").unwrap_or_default();
        let city = faults.line(self.city.as_deref(), "city");
        let province = faults.line(self.province.as_deref(), "province");
        let postcode = faults.line(self.postcode.as_deref(), "postcode");
        let country = faults.line(self.country.as_deref(), "country");
        // A head office of which only the country is known is worth keeping.
        let somewhere = !street.is_empty() || city.is_some() || country.is_some();
        faults.unless(somewhere, AccountRefused::NoStreet);
        faults.none()?;
        Ok(Self { label: self.label, street, city, province, postcode, country })
    }
}

/// Adds an address to an account.
pub async fn add_address(tx: &Tx, account: AccountId, fields: AddressFields) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let fields = fields.checked()?;

    let address = tx
        .insert(address::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            account_id: Set(account.id),
            label: Set(fields.label),
            street: Set(fields.street),
            city: Set(fields.city),
            province: Set(fields.province),
            postcode: Set(fields.postcode),
            country: Set(fields.country),
        })
        .await?;
    touch(tx, account.id).await?;
    tx.record(about(&account, "accounts.address_added").with("address", address.line()));
    Ok(address)
}

/// Changes an address.
pub async fn change_address(tx: &Tx, id: AddressId, fields: AddressFields) -> Result<Model> {
    let before = tx.get::<address::Entity>(id).await?;
    let account = account::get_to(tx, Act::Edit, before.account_id).await?;
    let fields = fields.checked()?;

    let mut row = before.clone().into_active_model();
    row.label = Set(fields.label);
    row.street = Set(fields.street);
    row.city = Set(fields.city);
    row.province = Set(fields.province);
    row.postcode = Set(fields.postcode);
    row.country = Set(fields.country);
    let after = tx.update(row).await?;
    touch(tx, account.id).await?;
    tx.record(about(&account, "accounts.address_changed").change(
        "address",
        before.line(),
        after.line(),
    ));
    Ok(after)
}

/// Takes an address away.
pub async fn remove_address(tx: &Tx, id: AddressId) -> Result<AccountId> {
    let address = tx.get::<address::Entity>(id).await?;
    let account = account::get_to(tx, Act::Edit, address.account_id).await?;

    let this = address::Column::Id.eq(id);
    let gone = tx.delete_where::<address::Entity, _>(address::Column::CompanyId, this).await?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    touch(tx, account.id).await?;
    tx.record(about(&account, "accounts.address_removed").with("address", address.line()));
    Ok(account.id)
}

// In the browser.

#[derive(Template)]
#[template(path = "keep_address.html")]
struct AddressPage {
    shell: Shell,
    w: Words,
    account: account::Model,
    existing: Option<AddressId>,
    form: AddressFields,
    faults: Wrong,
}

impl AddressPage {
    fn labels(&self) -> Vec<(&'static str, &'static str)> {
        AddressLabel::ALL.iter().map(|&it| (it.word(), self.w.label(it))).collect()
    }

    /// City, province, postcode and country, as the form shows them.
    fn rest(&self) -> [&str; 4] {
        let form = &self.form;
        [&form.city, &form.province, &form.postcode, &form.country]
            .map(|it| it.as_deref().unwrap_or_default())
    }
}

async fn show_new(ctx: Ctx, Path(account): Path<AccountId>) -> Result<Response> {
    let account = account::get_to(&ctx, Act::Edit, account).await?;
    let form = AddressFields { country: Some("Indonesia".to_owned()), ..AddressFields::default() };
    address_page(&ctx, account, None, form, None)
}

async fn submit_new(
    ctx: Ctx,
    Path(account): Path<AccountId>,
    Form(form): Form<AddressFields>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    match add_address(&tx, account, form.clone()).await {
        Ok(_) => saved(tx, account).await,
        Err(error) => {
            let account = account::get_to(&tx, Act::Edit, account).await?;
            address_page(&tx, account, None, form, Some(error))
        }
    }
}

async fn show(ctx: Ctx, Path(id): Path<AddressId>) -> Result<Response> {
    let address = ctx.get::<address::Entity>(id).await?;
    let account = account::get_to(&ctx, Act::Edit, address.account_id).await?;
    let form = AddressFields {
        label: address.label,
        street: address.street,
        city: address.city,
        province: address.province,
        postcode: address.postcode,
        country: address.country,
    };
    address_page(&ctx, account, Some(id), form, None)
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AddressId>,
    Form(form): Form<AddressFields>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    match change_address(&tx, id, form.clone()).await {
        Ok(address) => saved(tx, address.account_id).await,
        Err(error) => {
            let address = tx.get::<address::Entity>(id).await?;
            let account = account::get_to(&tx, Act::Edit, address.account_id).await?;
            address_page(&tx, account, Some(id), form, Some(error))
        }
    }
}

async fn remove(ctx: Ctx, Path(id): Path<AddressId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let account = remove_address(&tx, id).await?;
    saved(tx, account).await
}

async fn saved(tx: Tx, account: AccountId) -> Result<Response> {
    let said = Words::of(tx.lang()).saved();
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{account}"), said)
}

fn address_page(
    ctx: &Ctx,
    account: account::Model,
    existing: Option<AddressId>,
    form: AddressFields,
    refused: Option<Error>,
) -> Result<Response> {
    let faults = refused.map(|it| Wrong::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let w = Words::of(ctx.lang());
    let shell = ctx.shell("accounts");
    page::render_as(status, &AddressPage { shell, w, account, existing, form, faults })
}
