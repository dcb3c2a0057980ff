//! What a row says about a record, before anything is stored.

use kernel::access::Role;
use kernel::labels;
use kernel::money::Money;
use serde::{Deserialize, Serialize};

use crate::rules::said::Said;

mod account;
mod contact;
mod documents;
mod opportunity;
mod prospect;
mod packed;

pub use self::account::{AccountDraft, OwnSaid};
pub use self::contact::ContactDraft;
pub use self::documents::{
    Client, DiscountDraft, DocumentKind, FeeDraft, InvoiceDraft, LineDraft, PartDraft,
    PaymentDraft, TaxDraft,
};
pub use self::opportunity::OpportunityDraft;
pub use self::packed::Packed;
pub use self::prospect::ProspectDraft;
pub use crate::rules::field::Field;

labels! {
    /// What can be imported, in the order in which one may refer to another.
    pub enum TargetKind {
        Team = "team",
        Person = "person",
        Product = "product",
        /// A word that hangs on accounts; no file has rows of them.
        Tag = "tag",
        Account = "account",
        Contact = "contact",
        Opportunity = "opportunity",
        Prospect = "prospect",
        /// A document of the ledger: an invoice, or what sets one right.
        Invoice = "invoice",
        Payment = "payment",
        /// A day of another system's ledger.
        LedgerDay = "ledger-day",
    }
}

impl TargetKind {
    /// Whether it is told in rows that are one together, and stands in the ledger, where nothing
    /// is changed.
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Invoice | Self::Payment)
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
    #[schema(as = DraftStanding)]
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
    Prospect(ProspectDraft),
    Invoice(InvoiceDraft),
    Payment(PaymentDraft),
}

/// A field that names another record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    pub field: Field,
    pub kind: TargetKind,
    pub name: &'a str,
}

impl<'a> Reference<'a> {
    /// The record that is named, if one is.
    fn to(field: Field, kind: TargetKind, said: &'a Said<String>) -> Option<Self> {
        said.value().map(|name| Self { field, kind, name })
    }
}

/// What is said of one field, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub field: Field,
    /// The code of a field of the company's own.
    pub own: Option<String>,
    pub said: Said<String>,
}

const fn told(field: Field, said: Said<String>) -> Told {
    Told { field, own: None, said }
}

fn of_own(custom: &OwnSaid) -> impl Iterator<Item = Told> + '_ {
    let one = |(code, said): (&String, &Said<String>)| Told {
        field: Field::Custom,
        own: Some(code.clone()),
        said: said.clone(),
    };
    custom.iter().map(one)
}

fn word<T: ToString>(said: &Said<T>) -> Said<String> {
    said.map(ToString::to_string)
}

/// A field that an import changes, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Change {
    pub field: Field,
    /// The code of a field of the company's own; `field` is `custom` then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
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
            Self::Prospect(_) => TargetKind::Prospect,
            Self::Invoice(_) => TargetKind::Invoice,
            Self::Payment(_) => TargetKind::Payment,
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
            Self::Prospect(draft) => &draft.name,
            Self::Invoice(draft) => &draft.number,
            Self::Payment(draft) => &draft.number,
        }
    }

    /// The record of the same kind above this one; none if nothing is said about it.
    pub const fn parent(&self) -> Option<&Said<String>> {
        match self {
            Self::Team(TeamDraft { parent, .. }) | Self::Account(AccountDraft { parent, .. }) => {
                Some(parent)
            }
            Self::Person(_)
            | Self::Product(_)
            | Self::Contact(_)
            | Self::Opportunity(_)
            | Self::Prospect(_)
            | Self::Invoice(_)
            | Self::Payment(_) => None,
        }
    }

    /// The records that must be there before this one.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let to = Reference::to;
        let named = match self {
            Self::Team(draft) => vec![to(Field::Parent, TargetKind::Team, &draft.parent)],
            Self::Person(draft) => vec![
                to(Field::Team, TargetKind::Team, &draft.team),
                to(Field::Manages, TargetKind::Team, &draft.manages),
            ],
            Self::Product(_) => vec![],
            Self::Account(draft) => draft.references().to_vec(),
            Self::Contact(draft) => vec![to(Field::Account, TargetKind::Account, &draft.account)],
            Self::Opportunity(draft) => draft.references().to_vec(),
            Self::Prospect(draft) => vec![to(Field::Owner, TargetKind::Person, &draft.owner)],
            Self::Invoice(draft) => draft.references().to_vec(),
            Self::Payment(draft) => draft.references(),
        };
        named.into_iter().flatten().collect()
    }

    /// What is said of the company's own fields.
    pub const fn custom(&self) -> Option<&OwnSaid> {
        match self {
            Self::Account(AccountDraft { custom, .. })
            | Self::Contact(ContactDraft { custom, .. }) => Some(custom),
            _ => None,
        }
    }

    /// What this draft would change in what is stored.
    pub fn changes(&self, stored: &Self) -> Vec<Change> {
        let stored = stored.told();
        let before = |it: &Told| {
            let same = stored.iter().find(|was| (was.field, &was.own) == (it.field, &it.own));
            same.and_then(|was| was.said.value()).cloned()
        };
        let mut changes = Vec::new();
        for it in self.told() {
            let after = match &it.said {
                Said::Silent => continue,
                Said::Nothing => None,
                Said::Is(value) => Some(value.clone()),
            };
            let before = before(&it);
            if before != after {
                changes.push(Change { field: it.field, own: it.own, before, after });
            }
        }
        changes
    }

    /// What is said of this field, in words.
    pub fn says(&self, field: Field) -> Option<String> {
        self.told().into_iter().find(|it| it.field == field)?.said.value().cloned()
    }

    /// Every field that is compared, in words.
    fn told(&self) -> Vec<Told> {
        fn is<T: ToString + ?Sized>(value: &T) -> Said<String> {
            Said::Is(value.to_string())
        }

        match self {
            Self::Team(draft) => {
                vec![told(Field::Name, is(&draft.name)), told(Field::Parent, word(&draft.parent))]
            }
            Self::Person(draft) => vec![
                told(Field::Name, is(&draft.name)),
                told(Field::Email, word(&draft.email)),
                told(Field::Team, word(&draft.team)),
                told(Field::Role, draft.role.map(|role| role.word().to_owned())),
                told(Field::Manages, word(&draft.manages)),
            ],
            Self::Product(draft) => vec![
                told(Field::Name, is(&draft.name)),
                told(Field::Series, word(&draft.series)),
                told(Field::Price, is(&draft.price)),
            ],
            Self::Account(draft) => draft.told(),
            Self::Contact(draft) => draft.told(),
            Self::Opportunity(draft) => draft.told(),
            Self::Prospect(draft) => draft.told(),
            Self::Invoice(draft) => draft.told(),
            Self::Payment(draft) => draft.told(),
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
            [Change {
                field: Field::Employees,
                own: None,
                before: Some("12".to_owned()),
                after: None
            }]
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
