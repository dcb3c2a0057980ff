//! An account as a program writes it.

use std::collections::BTreeMap;

use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use kernel::money::Money;
use kernel::{Instant, Lang, PersonId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::account::{AccountId, AccountStatus, Model, Tier};
use crate::fields::AccountFields;

/// An account as a program writes it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccountIn {
    pub name: String,
    pub status: AccountStatus,
    pub tier: Option<Tier>,
    pub industry: Option<String>,
    /// The token's own person, unless told or unless they may write for the whole company.
    pub owner_id: Option<PersonId>,
    pub parent_id: Option<AccountId>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub founded_year: Option<i32>,
    pub revenue: Option<Money>,
    pub employees: Option<i64>,
    /// The two letters of ISO 3166; for a new account the company's own, unless told.
    pub country: Option<String>,
    /// NPWP, NIK or NITKU, with or without its points; 15 digits become 16.
    pub tax_number: Option<String>,
    /// `id` or `en`: of documents for it. The company's own when it is null.
    pub document_language: Option<Lang>,
    /// Words of the company's own; one that it does not have yet is one from now on.
    pub tags: Vec<String>,
    /// The company's own fields by their codes; one that is not named stays, `null` empties it.
    #[schema(value_type = std::collections::HashMap<String, Value>)]
    pub custom: BTreeMap<String, Value>,
    /// Of a change, the `updated_at` that was seen: it is refused if anything changed since.
    pub seen_at: Option<Instant>,
}

impl AccountIn {
    pub fn of(account: &Model, tags: Vec<String>) -> Self {
        let fields = AccountFields::of(account);
        Self {
            name: fields.name,
            status: fields.status,
            tier: fields.tier,
            industry: fields.industry,
            owner_id: account.owner_id,
            parent_id: fields.parent,
            phone: fields.phone,
            website: fields.website,
            founded_year: fields.founded_year,
            revenue: fields.revenue,
            employees: fields.employees,
            country: fields.country,
            tax_number: fields.tax_number,
            document_language: fields.document_language,
            tags,
            custom: BTreeMap::new(),
            seen_at: None,
        }
    }

    pub fn fields(self) -> AccountFields {
        AccountFields {
            name: self.name,
            status: self.status,
            tier: self.tier,
            industry: self.industry,
            parent: self.parent_id,
            phone: self.phone,
            website: self.website,
            founded_year: self.founded_year,
            revenue: self.revenue,
            employees: self.employees,
            country: self.country,
            tax_number: self.tax_number,
            document_language: self.document_language,
        }
    }
}

/// Whose a new account is when nobody says: the actor's own, unless they write for all.
pub fn usual_owner(ctx: &Ctx) -> Option<PersonId> {
    match ctx.actor.reach(Act::Create, Area::Accounts) {
        Reach::Own | Reach::Team => ctx.actor.somebody(),
        Reach::Company | Reach::Nobody => None,
    }
}

/// What is, with what a program says instead: a field that it does not name stays, and one that
/// it names as `null` becomes empty (RFC 7396).
pub fn merged<T: Serialize + DeserializeOwned>(
    present: &T,
    patch: Map<String, Value>,
) -> Result<T> {
    let mut whole = serde_json::to_value(present)?;
    if let Value::Object(fields) = &mut whole {
        fields.extend(patch);
    }
    serde_json::from_value(whole).map_err(|fault| Error::Malformed(fault.to_string()))
}
