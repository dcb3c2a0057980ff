//! An account as the API shows it, with what hangs on it.

use std::collections::BTreeMap;

use frame::{Ctx, Error, Result};
use kernel::money::Money;
use kernel::{Day, Instant, Lang, PersonId};
use serde_json::Value;

use crate::account::{AccountId, AccountStatus, Model, Tier};
use crate::custom_field::{self, FieldRecord};
use crate::{account_tag, custom_value};

/// An account as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct AccountOut {
    pub id: AccountId,
    pub name: String,
    pub status: AccountStatus,
    pub tier: Option<Tier>,
    pub industry: Option<String>,
    pub owner_id: Option<PersonId>,
    pub parent_id: Option<AccountId>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub founded_year: Option<i32>,
    pub revenue: Option<Money>,
    pub employees: Option<i64>,
    /// Two letters of ISO 3166.
    pub country: Option<String>,
    /// NPWP or NIK in 16 digits, or NITKU in 22.
    pub tax_number: Option<String>,
    /// Of documents for it; the company's own when it is null.
    pub document_language: Option<Lang>,
    /// By which another system knows it, as an import told.
    pub external_id: Option<String>,
    pub tags: Vec<String>,
    /// The company's own fields that the reader may see, by their codes.
    #[schema(value_type = std::collections::HashMap<String, Value>)]
    pub custom: BTreeMap<String, Value>,
    pub last_visit_on: Option<Day>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl AccountOut {
    /// One account that was loaded in reach.
    pub async fn of(ctx: &Ctx, account: Model) -> Result<Self> {
        let one = Self::all(ctx, vec![account]).await?;
        one.into_iter().next().ok_or(Error::NotFound)
    }

    /// These accounts, which were loaded in reach, in their order.
    pub async fn all(ctx: &Ctx, accounts: Vec<Model>) -> Result<Vec<Self>> {
        let mut tags = account_tag::names(ctx, accounts.iter().map(|it| it.id)).await?;
        let fields = custom_field::seen(ctx, FieldRecord::Account).await?;
        let ids: Vec<AccountId> = accounts.iter().map(|it| it.id).collect();
        let values = custom_value::of_accounts(ctx, &fields, &ids).await?;
        let custom = |id: &AccountId| match values.get(id) {
            Some(values) => custom_value::json(&fields, values),
            None => BTreeMap::new(),
        };
        let out = accounts.into_iter().map(|account| Self {
            revenue: account.revenue(),
            tags: tags.remove(&account.id).unwrap_or_default(),
            custom: custom(&account.id),
            id: account.id,
            name: account.name,
            status: account.status,
            tier: account.tier,
            industry: account.industry,
            owner_id: account.owner_id,
            parent_id: account.parent_id,
            phone: account.phone,
            website: account.website,
            founded_year: account.founded_year,
            employees: account.employees,
            country: account.country,
            tax_number: account.tax_number,
            document_language: account.document_language,
            external_id: account.external_key,
            last_visit_on: account.last_visit_on,
            created_at: account.created_at,
            updated_at: account.updated_at,
        });
        Ok(out.collect())
    }
}
