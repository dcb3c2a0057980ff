//! What a row says about a document of the ledger, and about a payment.

use serde::Deserialize;

use super::rules_of::{CellType, FieldRules};
use super::{AccountKey, FieldRule};
use crate::rules::draft::Field;

/// What a row says about a document: a line of it, or all of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvoiceRules {
    /// Rows of one number are one document.
    pub number: FieldRule,
    /// An invoice, unless it comes to less than nothing.
    pub document_kind: Option<FieldRule>,
    pub day: FieldRule,
    pub due_on: Option<FieldRule>,
    pub account: FieldRule,
    /// By what of theirs the client is named.
    #[serde(default)]
    pub account_by: AccountKey,
    /// Of all amounts in the same row.
    pub currency: Option<FieldRule>,
    /// The document that a credit note takes back.
    pub cancels: Option<FieldRule>,
    pub product: Option<FieldRule>,
    pub code: Option<FieldRule>,
    pub text: Option<FieldRule>,
    pub quantity: Option<FieldRule>,
    /// Of one, before the discount.
    pub price: Option<FieldRule>,
    /// What is taken off the line.
    pub discount: Option<FieldRule>,
    /// The same in percent.
    pub discount_rate: Option<FieldRule>,
    /// Of the line after its discount, without its taxes.
    pub amount: Option<FieldRule>,
    /// In percent.
    pub tax_rate: Option<FieldRule>,
    /// What the tax is taken of, where that is not the amount of the line.
    pub tax_base: Option<FieldRule>,
    pub tax: Option<FieldRule>,
    /// What is taken off the whole document, before its taxes.
    pub document_discount: Option<FieldRule>,
    /// The same in percent.
    pub document_discount_rate: Option<FieldRule>,
    /// What is added to the whole document, such as freight.
    pub fee: Option<FieldRule>,
    /// Of the whole document, with its taxes.
    pub total: Option<FieldRule>,
}

/// What a row says about a payment: all of it, or what it pays of one document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PaymentRules {
    /// Rows of one number are one payment.
    pub number: FieldRule,
    pub day: FieldRule,
    pub account: FieldRule,
    /// By what of theirs the client is named.
    #[serde(default)]
    pub account_by: AccountKey,
    pub currency: Option<FieldRule>,
    pub amount: FieldRule,
    pub method: Option<FieldRule>,
    /// The document that it pays.
    pub pays: Option<FieldRule>,
}

impl InvoiceRules {
    /// Whether a row says what it comes to.
    pub const fn has_amounts(&self) -> bool {
        self.amount.is_some() || self.price.is_some() || self.total.is_some()
    }

    /// Whether something may be taken off a document as a whole.
    pub const fn is_discounted(&self) -> bool {
        self.document_discount.is_some() || self.document_discount_rate.is_some()
    }
}

pub(super) fn of_invoice(rules: &InvoiceRules) -> FieldRules<'_> {
    use CellType::{Amount, Day, Text};
    vec![
        (Field::Number, Text, Some(&rules.number)),
        (Field::DocumentKind, Text, rules.document_kind.as_ref()),
        (Field::Day, Day, Some(&rules.day)),
        (Field::DueOn, Day, rules.due_on.as_ref()),
        (Field::Account, Text, Some(&rules.account)),
        (Field::AmountCurrency, Text, rules.currency.as_ref()),
        (Field::Cancels, Text, rules.cancels.as_ref()),
        (Field::Product, Text, rules.product.as_ref()),
        (Field::Code, Text, rules.code.as_ref()),
        (Field::Text, Text, rules.text.as_ref()),
        (Field::Quantity, Amount, rules.quantity.as_ref()),
        (Field::Price, Amount, rules.price.as_ref()),
        (Field::Discount, Amount, rules.discount.as_ref()),
        (Field::DiscountRate, Amount, rules.discount_rate.as_ref()),
        (Field::Amount, Amount, rules.amount.as_ref()),
        (Field::TaxRate, Amount, rules.tax_rate.as_ref()),
        (Field::TaxBase, Amount, rules.tax_base.as_ref()),
        (Field::Tax, Amount, rules.tax.as_ref()),
        (Field::DocumentDiscount, Amount, rules.document_discount.as_ref()),
        (Field::DocumentDiscountRate, Amount, rules.document_discount_rate.as_ref()),
        (Field::Fee, Amount, rules.fee.as_ref()),
        (Field::Total, Amount, rules.total.as_ref()),
    ]
}

pub(super) fn of_payment(rules: &PaymentRules) -> FieldRules<'_> {
    use CellType::{Amount, Day, Text};
    vec![
        (Field::Number, Text, Some(&rules.number)),
        (Field::Day, Day, Some(&rules.day)),
        (Field::Account, Text, Some(&rules.account)),
        (Field::AmountCurrency, Text, rules.currency.as_ref()),
        (Field::Amount, Amount, Some(&rules.amount)),
        (Field::Method, Text, rules.method.as_ref()),
        (Field::Pays, Text, rules.pays.as_ref()),
    ]
}
