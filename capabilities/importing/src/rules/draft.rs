//! What a row says about a record, before anything is stored.

use kernel::Day;
use kernel::access::Role;
use kernel::labels;
use kernel::money::Money;
use serde::{Deserialize, Serialize};

use crate::rules::said::Said;

labels! {
    /// What can be imported, in the order in which one may refer to another.
    pub enum TargetKind {
        Team = "team",
        Person = "person",
        Product = "product",
        Account = "account",
        Contact = "contact",
        Opportunity = "opportunity",
        /// A day of another system's ledger.
        LedgerDay = "ledger-day",
    }
}

labels! {
    /// What a field of a record is called.
    pub enum Field {
        Name = "name",
        Parent = "parent",
        Email = "email",
        Team = "team",
        Role = "role",
        Manages = "manages",
        Series = "series",
        Price = "price",
        Industry = "industry",
        FoundedYear = "founded-year",
        Revenue = "revenue",
        Employees = "employees",
        Country = "country",
        Status = "status",
        Phone = "phone",
        Website = "website",
        Owner = "owner",
        Post = "post",
        Whatsapp = "whatsapp",
        ExternalId = "external-id",
        Agent = "agent",
        Product = "product",
        Account = "account",
        Stage = "stage",
        Kind = "kind",
        EngagedOn = "engaged-on",
        ClosedOn = "closed-on",
        Value = "value",
    }
}

labels! {
    /// Whether a deal can still be won.
    pub enum DealKind {
        Open = "open",
        Won = "won",
        Lost = "lost",
    }
}

labels! {
    /// How far the relation with an account has come.
    pub enum Standing {
        Prospect = "prospect",
        Client = "client",
        Former = "former",
    }
}

/// A team and the team above it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TeamDraft {
    pub name: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub parent: Said<String>,
}

/// Somebody who works here. Without an address nobody is invited yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PersonDraft {
    pub name: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub email: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub team: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub role: Said<Role>,
    /// The team that this person answers for.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub manages: Said<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProductDraft {
    pub name: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub series: Said<String>,
    pub price: Money,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AccountDraft {
    pub name: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub industry: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub founded_year: Said<i32>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub revenue: Said<Money>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub employees: Said<i64>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub country: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub parent: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub status: Said<Standing>,
    /// E.164.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub phone: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub website: Said<String>,
    /// Who looks after it from now on, if nobody does yet.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub owner: Said<String>,
}

/// Somebody at an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContactDraft {
    pub name: String,
    /// Where they are. Somebody who is known already stays where they are.
    pub account: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub email: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub phone: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub whatsapp: Said<String>,
    /// What they are there.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub post: Said<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OpportunityDraft {
    pub external_id: String,
    pub agent: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub product: Said<String>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub account: Said<String>,
    /// As the source calls it.
    pub stage: String,
    pub kind: DealKind,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub engaged_on: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub closed_on: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub value: Said<Money>,
}

/// A record of any kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "target", rename_all = "kebab-case")]
pub enum Draft {
    Team(TeamDraft),
    Person(PersonDraft),
    Product(ProductDraft),
    Account(AccountDraft),
    Contact(ContactDraft),
    Opportunity(OpportunityDraft),
}

/// A field that names another record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    pub field: Field,
    pub kind: TargetKind,
    pub name: &'a str,
}

/// A field that an import changes, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Change {
    pub field: Field,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Draft {
    pub const fn kind(&self) -> TargetKind {
        match self {
            Self::Team(_) => TargetKind::Team,
            Self::Person(_) => TargetKind::Person,
            Self::Product(_) => TargetKind::Product,
            Self::Account(_) => TargetKind::Account,
            Self::Contact(_) => TargetKind::Contact,
            Self::Opportunity(_) => TargetKind::Opportunity,
        }
    }

    /// The name by which others refer to it.
    pub fn name(&self) -> &str {
        match self {
            Self::Team(draft) => &draft.name,
            Self::Person(draft) => &draft.name,
            Self::Product(draft) => &draft.name,
            Self::Account(draft) => &draft.name,
            Self::Contact(draft) => &draft.name,
            Self::Opportunity(draft) => &draft.external_id,
        }
    }

    /// The record of the same kind above this one; none if nothing is said about it.
    pub const fn parent(&self) -> Option<&Said<String>> {
        match self {
            Self::Team(TeamDraft { parent, .. }) | Self::Account(AccountDraft { parent, .. }) => {
                Some(parent)
            }
            Self::Person(_) | Self::Product(_) | Self::Contact(_) | Self::Opportunity(_) => None,
        }
    }

    /// The records that must be there before this one.
    pub fn references(&self) -> Vec<Reference<'_>> {
        fn to(field: Field, kind: TargetKind, said: &Said<String>) -> Option<Reference<'_>> {
            said.value().map(|name| Reference { field, kind, name })
        }

        let named = match self {
            Self::Team(draft) => vec![to(Field::Parent, TargetKind::Team, &draft.parent)],
            Self::Person(draft) => vec![
                to(Field::Team, TargetKind::Team, &draft.team),
                to(Field::Manages, TargetKind::Team, &draft.manages),
            ],
            Self::Product(_) => vec![],
            Self::Account(draft) => vec![
                to(Field::Parent, TargetKind::Account, &draft.parent),
                to(Field::Owner, TargetKind::Person, &draft.owner),
            ],
            Self::Contact(draft) => vec![to(Field::Account, TargetKind::Account, &draft.account)],
            Self::Opportunity(draft) => vec![
                Some(Reference {
                    field: Field::Agent,
                    kind: TargetKind::Person,
                    name: &draft.agent,
                }),
                to(Field::Product, TargetKind::Product, &draft.product),
                to(Field::Account, TargetKind::Account, &draft.account),
            ],
        };
        named.into_iter().flatten().collect()
    }

    /// What this draft would change in what is stored.
    pub fn changes(&self, stored: &Self) -> Vec<Change> {
        let stored = stored.said();
        let before = |field| stored.iter().find(|it| it.0 == field).and_then(|it| it.1.value());
        let mut changes = Vec::new();
        for (field, said) in self.said() {
            let after = match said {
                Said::Silent => continue,
                Said::Nothing => None,
                Said::Is(value) => Some(value),
            };
            let before = before(field).cloned();
            if before != after {
                changes.push(Change { field, before, after });
            }
        }
        changes
    }

    /// Every field, in words.
    fn said(&self) -> Vec<(Field, Said<String>)> {
        fn word<T: ToString>(said: &Said<T>) -> Said<String> {
            said.map(ToString::to_string)
        }
        fn is<T: ToString + ?Sized>(value: &T) -> Said<String> {
            Said::Is(value.to_string())
        }

        match self {
            Self::Team(draft) => {
                vec![(Field::Name, is(&draft.name)), (Field::Parent, word(&draft.parent))]
            }
            Self::Person(draft) => vec![
                (Field::Name, is(&draft.name)),
                (Field::Email, word(&draft.email)),
                (Field::Team, word(&draft.team)),
                (Field::Role, draft.role.map(|role| role.word().to_owned())),
                (Field::Manages, word(&draft.manages)),
            ],
            Self::Product(draft) => vec![
                (Field::Name, is(&draft.name)),
                (Field::Series, word(&draft.series)),
                (Field::Price, is(&draft.price)),
            ],
            Self::Account(draft) => vec![
                (Field::Name, is(&draft.name)),
                (Field::Industry, word(&draft.industry)),
                (Field::FoundedYear, word(&draft.founded_year)),
                (Field::Revenue, word(&draft.revenue)),
                (Field::Employees, word(&draft.employees)),
                (Field::Country, word(&draft.country)),
                (Field::Parent, word(&draft.parent)),
                (Field::Status, draft.status.map(|status| status.word().to_owned())),
                (Field::Phone, word(&draft.phone)),
                (Field::Website, word(&draft.website)),
                (Field::Owner, word(&draft.owner)),
            ],
            // Where somebody is, and as what, is written once: people move, files do not.
            Self::Contact(draft) => vec![
                (Field::Name, is(&draft.name)),
                (Field::Email, word(&draft.email)),
                (Field::Phone, word(&draft.phone)),
                (Field::Whatsapp, word(&draft.whatsapp)),
            ],
            Self::Opportunity(draft) => vec![
                (Field::ExternalId, is(&draft.external_id)),
                (Field::Agent, is(&draft.agent)),
                (Field::Product, word(&draft.product)),
                (Field::Account, word(&draft.account)),
                (Field::Stage, is(&draft.stage)),
                (Field::Kind, is(draft.kind.word())),
                (Field::EngagedOn, word(&draft.engaged_on)),
                (Field::ClosedOn, word(&draft.closed_on)),
                (Field::Value, word(&draft.value)),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toko(employees: Said<i64>) -> Draft {
        Draft::Account(AccountDraft {
            name: "Toko Maju".to_owned(),
            employees,
            ..AccountDraft::default()
        })
    }

    #[test]
    fn silence_changes_nothing_and_nothing_is_a_word() {
        let stored = toko(Said::Is(12));

        assert_eq!(toko(Said::Silent).changes(&stored), []);
        assert_eq!(toko(Said::Is(12)).changes(&stored), []);
        let cleared = toko(Said::Nothing).changes(&stored);
        assert_eq!(
            cleared,
            [Change { field: Field::Employees, before: Some("12".to_owned()), after: None }]
        );
    }

    #[test]
    fn a_draft_survives_json() {
        for employees in [Said::Silent, Said::Nothing, Said::Is(12)] {
            let json = serde_json::to_string(&toko(employees.clone())).unwrap();
            assert_eq!(serde_json::from_str::<Draft>(&json).unwrap(), toko(employees), "{json}");
        }
    }
}
