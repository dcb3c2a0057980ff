//! Where letters and people reach a client.

use std::collections::HashMap;

use frame::{Ctx, Result};
use kernel::{CompanyId, ids, labels};
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};

ids! {
    /// An address.
    AddressId,
}

labels! {
    /// What an address is for.
    #[derive(Default)]
    pub enum AddressLabel {
        /// Where the client is at home.
        #[default]
        Main = "main",
        /// Where invoices go.
        Billing = "billing",
        /// Where goods go.
        Delivery = "delivery",
        Other = "other",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AddressId,
    pub account_id: AccountId,
    pub label: AddressLabel,
    /// Street and number, and what stands on the sign.
    pub street: String,
    pub city: Option<String>,
    pub province: Option<String>,
    pub postcode: Option<String>,
    pub country: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_account! { AddressId, Id }

impl Model {
    /// On one line: `Jl. Fatmawati 12, Jakarta Selatan 12430`.
    pub fn line(&self) -> String {
        let city = match (&self.city, &self.postcode) {
            (Some(city), Some(postcode)) => Some(format!("{city} {postcode}")),
            (city, postcode) => city.clone().or_else(|| postcode.clone()),
        };
        let parts = [Some(self.street.clone()), city, self.province.clone(), self.country.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
        parts.join(", ")
    }
}

/// The one to go to of each of these accounts, which the caller has loaded in reach.
pub async fn primaries(ctx: &Ctx, accounts: &[AccountId]) -> Result<HashMap<AccountId, Model>> {
    let theirs = Column::AccountId.is_in(accounts.iter().copied());
    let mut of: HashMap<AccountId, Vec<Model>> = HashMap::new();
    for address in ctx.whole_company::<Entity>().filter(theirs).all(ctx).await? {
        of.entry(address.account_id).or_default().push(address);
    }
    let one = |(account, all): (AccountId, Vec<Model>)| Some((account, primary(&all)?.clone()));
    Ok(of.into_iter().filter_map(one).collect())
}

/// The one to go to: the main address, or else the first that was written down.
pub fn primary<'a>(addresses: impl IntoIterator<Item = &'a Model>) -> Option<&'a Model> {
    addresses.into_iter().min_by_key(|it| (it.label, it.id))
}

/// An address as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct AddressOut {
    pub id: AddressId,
    pub label: AddressLabel,
    pub street: String,
    pub city: Option<String>,
    pub province: Option<String>,
    pub postcode: Option<String>,
    pub country: Option<String>,
}

impl From<Model> for AddressOut {
    fn from(address: Model) -> Self {
        Self {
            id: address.id,
            label: address.label,
            street: address.street,
            city: address.city,
            province: address.province,
            postcode: address.postcode,
            country: address.country,
        }
    }
}
