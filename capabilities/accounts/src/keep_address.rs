//! An address of a client is written down, changed or taken away.

use frame::{Error, Result, Tx};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel};

use crate::account::{self, AccountId};
use crate::address::{self, AddressId, AddressLabel, Model};
use crate::change_account::touch;
use crate::fields::Faults;
use crate::open_account::about;
use crate::rules::AccountRefused;

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
