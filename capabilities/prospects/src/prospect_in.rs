//! A prospect as a program writes it.

use frame::web::extract::given;
use frame::{Error, Result};
use kernel::Day;
use kernel::money::Money;
use serde::Deserialize;

use crate::fields::ProspectFields;
use crate::owners::Whose;
use crate::prospect::Model;
use crate::rules::ProspectRefused;
use crate::write_down::NewProspect;

/// A prospect as a program writes it.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProspectIn {
    pub name: String,
    /// Somebody's id, `rules`, or `inbox`. Unless told it is the token's own person's, and the
    /// rules decide where that person writes for the whole company.
    pub owner_id: Option<String>,
    pub contact_name: Option<String>,
    pub contact_role: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub province: Option<String>,
    pub industry: Option<String>,
    /// A code of the company's list; `other`, unless told.
    pub source: Option<String>,
    pub note: Option<String>,
    pub value: Option<Money>,
    pub next_step: Option<String>,
    pub next_step_on: Option<Day>,
    /// By which your system knows it. Sent again with the same words, nothing is written twice.
    pub external_key: Option<String>,
}

/// What is to be changed about a prospect: what is not named stays, and `null` makes it empty.
#[expect(clippy::option_option, reason = "left out, nothing, or something: three things")]
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProspectPatch {
    /// The version that was seen; without it nobody looks whether it is still so.
    pub version: Option<i64>,
    pub name: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub contact_name: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub contact_role: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub email: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub street: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub city: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub province: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub industry: Option<Option<String>>,
    pub source: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub note: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Money>)]
    pub value: Option<Option<Money>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    pub next_step: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Day>)]
    pub next_step_on: Option<Option<Day>>,
}

impl ProspectIn {
    pub fn read(self) -> Result<NewProspect> {
        let (amount, currency) = match self.value {
            Some(value) => (Some(value.amount), value.currency),
            None => (None, String::new()),
        };
        // What is worth something says in what; nothing said is the company's own.
        if amount.is_some() && currency.trim().is_empty() {
            return Err(Error::refused(ProspectRefused::NoCurrency));
        }
        Ok(NewProspect {
            whose: Whose::read(self.owner_id.as_deref().unwrap_or_default())?,
            external_key: self.external_key,
            fields: ProspectFields {
                name: self.name,
                contact_name: self.contact_name,
                contact_role: self.contact_role,
                phone: self.phone,
                email: self.email,
                street: self.street,
                city: self.city,
                province: self.province,
                industry: self.industry,
                source: self.source.unwrap_or_default(),
                note: self.note,
                amount,
                currency,
                next_step: self.next_step,
                next_step_on: self.next_step_on,
            },
        })
    }
}

impl ProspectPatch {
    /// As it is, with what is said instead.
    pub fn over(self, before: &Model) -> ProspectFields {
        let mut fields = ProspectFields::of(before);
        if let Some(name) = self.name {
            fields.name = name;
        }
        if let Some(source) = self.source {
            fields.source = source;
        }
        for (field, said) in [
            (&mut fields.contact_name, self.contact_name),
            (&mut fields.contact_role, self.contact_role),
            (&mut fields.phone, self.phone),
            (&mut fields.email, self.email),
            (&mut fields.street, self.street),
            (&mut fields.city, self.city),
            (&mut fields.province, self.province),
            (&mut fields.industry, self.industry),
            (&mut fields.note, self.note),
            (&mut fields.next_step, self.next_step),
        ] {
            if let Some(said) = said {
                *field = said;
            }
        }
        if let Some(day) = self.next_step_on {
            fields.next_step_on = day;
        }
        match self.value {
            Some(Some(value)) => {
                fields.amount = Some(value.amount);
                fields.currency = value.currency;
            }
            Some(None) => fields.amount = None,
            None => {}
        }
        fields
    }
}
