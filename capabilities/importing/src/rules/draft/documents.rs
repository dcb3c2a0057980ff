//! What a row says of a document of the ledger or of a payment, and what all its rows say.

use kernel::{Day, Exact, labels};
use serde::{Deserialize, Serialize};

use super::{Field, Reference, TargetKind, Told, told, word};
use crate::rules::mapping::AccountKey;
use crate::rules::said::Said;

labels! {
    /// What a document is.
    #[schema(as = DraftDocumentKind)]
    pub enum DocumentKind {
        Invoice = "invoice",
        CreditNote = "credit-note",
        Cancellation = "cancellation",
        Adjustment = "adjustment",
    }
}

impl DocumentKind {
    /// Takes back what another document says.
    pub const fn is_opposite(self) -> bool {
        matches!(self, Self::CreditNote | Self::Cancellation)
    }
}

/// Whose it is: what the file says, and what of a client that is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Client {
    pub by: AccountKey,
    pub said: String,
}

impl Client {
    /// The record that must be there before this one; a key of another kind is looked up.
    fn reference(said: &Said<Self>) -> Option<Reference<'_>> {
        let client = said.value().filter(|it| it.by == AccountKey::Name)?;
        Some(Reference { field: Field::Account, kind: TargetKind::Account, name: &client.said })
    }
}

/// A line of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineDraft {
    pub text: String,
    pub quantity: Exact,
    /// Of one, before the discount.
    pub price: Exact,
    /// What is taken off; below zero on a line that is.
    #[serde(default)]
    pub discount: Exact,
    pub net: Exact,
    /// What it may be called in the catalogue: by its name, then by its code.
    pub products: Vec<String>,
}

/// A tax of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TaxDraft {
    /// In percent; nothing where only an amount is said.
    pub rate: Exact,
    pub amount: Exact,
    pub base: Exact,
    pub name: String,
    /// The amount is not said, and follows from the rate.
    #[serde(default)]
    pub is_computed: bool,
    /// The file says what it is taken of.
    #[serde(default)]
    pub has_base: bool,
}

/// What is taken off a document as a whole: as an amount, in percent, or both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DiscountDraft {
    /// As the file calls its column.
    pub name: String,
    pub amount: Option<Exact>,
    pub rate: Option<Exact>,
}

/// What is added to a document as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FeeDraft {
    /// As the file calls its column.
    pub name: String,
    pub amount: Exact,
}

/// A document: as one row says it, or as all its rows do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InvoiceDraft {
    pub number: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub kind: Said<DocumentKind>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub day: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub due_on: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub client: Said<Client>,
    pub currency: String,
    /// The number of the document that it takes back.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub cancels: Said<String>,
    /// What the file says that it comes to.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub total: Said<Exact>,
    pub lines: Vec<LineDraft>,
    pub taxes: Vec<TaxDraft>,
    /// Of one that is not whole yet; a whole one has a line of it.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub discount: Said<DiscountDraft>,
    /// The same of what is added.
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub fee: Said<FeeDraft>,
    /// Of one that is stored: what others took back of it, and what was paid.
    #[serde(default)]
    pub credited: Exact,
    #[serde(default)]
    pub paid: Exact,
}

/// A payment: as one row says it, or as all its rows do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PaymentDraft {
    pub number: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub day: Said<Day>,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub client: Said<Client>,
    pub currency: String,
    #[serde(default, skip_serializing_if = "Said::is_silent")]
    pub method: Said<String>,
    /// What each row pays: the number of the document, and how much of it.
    pub parts: Vec<PartDraft>,
}

/// A part of a payment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartDraft {
    /// None for what waits for later documents.
    pub pays: Option<String>,
    pub amount: Exact,
}

impl InvoiceDraft {
    /// What it comes to without taxes; none if that is out of all bounds.
    pub fn net(&self) -> Option<Exact> {
        Exact::sum(self.lines.iter().map(|it| it.net))
    }

    /// What lines and taxes come to.
    pub fn sum(&self) -> Option<Exact> {
        let tax = Exact::sum(self.taxes.iter().map(|it| it.amount))?;
        self.net()?.checked_add(tax)
    }

    /// The records that must be there before this one.
    pub(super) fn references(&self) -> [Option<Reference<'_>>; 2] {
        [
            Client::reference(&self.client),
            Reference::to(Field::Cancels, TargetKind::Invoice, &self.cancels),
        ]
    }

    /// What it says, in words.
    pub(super) fn told(&self) -> Vec<Told> {
        vec![
            told(Field::Number, Said::Is(self.number.clone())),
            told(Field::DocumentKind, self.kind.map(|it| it.word().to_owned())),
            told(Field::Day, word(&self.day)),
            told(Field::DueOn, word(&self.due_on)),
            told(Field::Account, self.client.map(|it| it.said.clone())),
            told(Field::AmountCurrency, Said::Is(self.currency.clone())),
            told(Field::Cancels, word(&self.cancels)),
            told(Field::Total, word(&self.total)),
            told(Field::Amount, self.net().map_or(Said::Silent, |it| Said::Is(it.to_string()))),
        ]
    }
}

impl PaymentDraft {
    /// All of it; none if that is out of all bounds.
    pub fn amount(&self) -> Option<Exact> {
        Exact::sum(self.parts.iter().map(|it| it.amount))
    }

    /// The records that must be there before this one.
    pub(super) fn references(&self) -> Vec<Option<Reference<'_>>> {
        let pays = self.parts.iter().filter_map(|it| it.pays.as_deref());
        let document = |name| Reference { field: Field::Pays, kind: TargetKind::Invoice, name };
        std::iter::once(Client::reference(&self.client))
            .chain(pays.map(|it| Some(document(it))))
            .collect()
    }

    /// What it says, in words.
    pub(super) fn told(&self) -> Vec<Told> {
        let pays = self.parts.iter().find_map(|it| it.pays.clone());
        vec![
            told(Field::Number, Said::Is(self.number.clone())),
            told(Field::Day, word(&self.day)),
            told(Field::Account, self.client.map(|it| it.said.clone())),
            told(Field::AmountCurrency, Said::Is(self.currency.clone())),
            told(Field::Amount, self.amount().map_or(Said::Silent, |it| Said::Is(it.to_string()))),
            told(Field::Method, word(&self.method)),
            told(Field::Pays, pays.map_or(Said::Silent, Said::Is)),
        ]
    }
}
