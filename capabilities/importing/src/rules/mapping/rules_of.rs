//! The rules of one record, field by field.

use std::collections::BTreeMap;

use kernel::access::Role;

use super::document_rules::{of_invoice, of_payment};
use super::{
    AccountRules, ContactRules, FieldRule, InvoiceRules, Only, OpportunityRules, PaymentRules,
    PersonRules, ProductRules, ProspectRules, TeamRules,
};
use crate::rules::draft::{DealKind, Field, Standing, TargetKind};

/// One of the records that a row speaks of.
#[derive(Clone, Copy, Debug)]
pub enum Rules<'a> {
    Team(&'a TeamRules),
    Person(&'a PersonRules),
    Product(&'a ProductRules),
    Account(&'a AccountRules),
    Contact(&'a ContactRules),
    Opportunity(&'a OpportunityRules),
    Prospect(&'a ProspectRules),
    Invoice(&'a InvoiceRules),
    Payment(&'a PaymentRules),
}

/// What a cell must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellType {
    Text,
    Email,
    Phone,
    Website,
    Whole,
    Year,
    Amount,
    Day,
    /// NPWP, NIK or NITKU; abroad whatever it is there.
    TaxNumber,
    Birthday,
    /// Several, with commas or semicolons between.
    Tags,
    /// Whatever a field of the company's own holds.
    Own,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl<'a> Rules<'a> {
    pub const fn kind(self) -> TargetKind {
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

    pub const fn repeats(self) -> bool {
        match self {
            Self::Team(rules) => rules.repeats,
            Self::Person(rules) => rules.repeats,
            Self::Product(rules) => rules.repeats,
            Self::Account(rules) => rules.repeats,
            Self::Contact(rules) => rules.repeats,
            Self::Opportunity(rules) => rules.repeats,
            Self::Prospect(rules) => rules.repeats,
            // Each row is a line of one of them.
            Self::Invoice(_) | Self::Payment(_) => true,
        }
    }

    /// Which rows speak of such a record.
    pub const fn only(self) -> &'a [Only] {
        match self {
            Self::Account(rules) => rules.only.as_slice(),
            Self::Contact(rules) => rules.only.as_slice(),
            _ => &[],
        }
    }

    /// Every rule with the field that it fills and what its cell must hold.
    pub fn fields(self) -> Vec<(Field, CellType, &'a FieldRule)> {
        use CellType::{Amount, Day, Email, Phone, Text, Word};
        let fields = match self {
            Self::Team(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Parent, Text, rules.parent.as_ref()),
            ],
            Self::Person(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Email, Email, rules.email.as_ref()),
                (Field::Team, Text, rules.team.as_ref()),
                (Field::Role, Word(ROLES), rules.role.as_ref()),
                (Field::Manages, Text, rules.manages.as_ref()),
            ],
            Self::Product(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::Series, Text, rules.series.as_ref()),
                (Field::Price, Amount, Some(&rules.price)),
            ],
            Self::Account(rules) => of_account(rules),
            Self::Contact(rules) => of_contact(rules),
            Self::Opportunity(rules) => vec![
                (Field::ExternalId, Text, Some(&rules.external_id)),
                (Field::Name, Text, rules.name.as_ref()),
                (Field::Agent, Text, Some(&rules.agent)),
                (Field::Product, Text, rules.product.as_ref()),
                (Field::Account, Text, rules.account.as_ref()),
                (Field::Pipeline, Text, rules.pipeline.as_ref()),
                (Field::Stage, Text, Some(&rules.stage)),
                (Field::Kind, Word(DEAL_KINDS), Some(&rules.kind)),
                (Field::EngagedOn, Day, rules.engaged_on.as_ref()),
                (Field::ClosedOn, Day, rules.closed_on.as_ref()),
                (Field::ExpectedCloseOn, Day, rules.expected_close_on.as_ref()),
                (Field::Value, Amount, rules.value.as_ref()),
                (Field::LostReason, Text, rules.lost_reason.as_ref()),
                (Field::NextStep, Text, rules.next_step.as_ref()),
            ],
            Self::Prospect(rules) => vec![
                (Field::Name, Text, Some(&rules.name)),
                (Field::ExternalId, Text, rules.external_id.as_ref()),
                (Field::ContactName, Text, rules.contact_name.as_ref()),
                (Field::Post, Text, rules.post.as_ref()),
                (Field::Phone, Phone, rules.phone.as_ref()),
                (Field::Email, Email, rules.email.as_ref()),
                (Field::Street, Text, rules.street.as_ref()),
                (Field::City, Text, rules.city.as_ref()),
                (Field::Province, Text, rules.province.as_ref()),
                (Field::Industry, Text, rules.industry.as_ref()),
                (Field::Source, Text, rules.source.as_ref()),
                (Field::Owner, Text, rules.owner.as_ref()),
                (Field::Value, Amount, rules.value.as_ref()),
                (Field::Note, Text, rules.note.as_ref()),
            ],
            Self::Invoice(rules) => of_invoice(rules),
            Self::Payment(rules) => of_payment(rules),
        };
        fields.into_iter().filter_map(|(field, cell, rule)| Some((field, cell, rule?))).collect()
    }

    /// The rule of the name by which others refer to the record.
    pub const fn name(self) -> &'a FieldRule {
        match self {
            Self::Team(rules) => &rules.name,
            Self::Person(rules) => &rules.name,
            Self::Product(rules) => &rules.name,
            Self::Account(rules) => &rules.name,
            Self::Contact(rules) => &rules.name,
            Self::Opportunity(rules) => &rules.external_id,
            Self::Prospect(rules) => &rules.name,
            Self::Invoice(rules) => &rules.number,
            Self::Payment(rules) => &rules.number,
        }
    }

    /// The rule that fills this field.
    pub fn rule(self, field: Field) -> Option<&'a FieldRule> {
        self.fields().into_iter().find(|it| it.0 == field).map(|it| it.2)
    }

    /// The rules of the company's own fields, by their codes.
    pub const fn custom(self) -> Option<&'a BTreeMap<String, FieldRule>> {
        match self {
            Self::Account(rules) => Some(&rules.custom),
            Self::Contact(rules) => Some(&rules.custom),
            _ => None,
        }
    }
}

/// Fields, what their cells must hold, and the rules that fill them.
pub type FieldRules<'a> = Vec<(Field, CellType, Option<&'a FieldRule>)>;

fn of_account(rules: &AccountRules) -> FieldRules<'_> {
    use CellType::{Amount, Own, Phone, Tags, TaxNumber, Text, Website, Whole, Word, Year};
    let mut fields = vec![
        (Field::Name, Text, Some(&rules.name)),
        (Field::Id, Text, rules.id.as_ref()),
        (Field::ExternalId, Text, rules.external_id.as_ref()),
        (Field::Industry, Text, rules.industry.as_ref()),
        (Field::FoundedYear, Year, rules.founded_year.as_ref()),
        (Field::Revenue, Amount, rules.revenue.as_ref()),
        (Field::Currency, Text, rules.currency.as_ref()),
        (Field::Employees, Whole, rules.employees.as_ref()),
        (Field::Country, Text, rules.country.as_ref()),
        (Field::Parent, Text, rules.parent.as_ref()),
        (Field::Status, Word(STANDINGS), rules.status.as_ref()),
        (Field::Tier, Word(TIERS), rules.tier.as_ref()),
        (Field::TaxNumber, TaxNumber, rules.tax_number.as_ref()),
        (Field::Phone, Phone, rules.phone.as_ref()),
        (Field::Website, Website, rules.website.as_ref()),
        (Field::Owner, Text, rules.owner_named()),
        (Field::Tags, Tags, rules.tags.as_ref()),
        (Field::Street, Text, rules.street.as_ref()),
        (Field::City, Text, rules.city.as_ref()),
        (Field::Province, Text, rules.province.as_ref()),
        (Field::Postcode, Text, rules.postcode.as_ref()),
        (Field::AddressCountry, Text, rules.address_country.as_ref()),
    ];
    fields.extend(rules.custom.values().map(|it| (Field::Custom, Own, Some(it))));
    fields
}

fn of_contact(rules: &ContactRules) -> FieldRules<'_> {
    use CellType::{Birthday, Day, Email, Own, Phone, Text, Word};
    let mut fields = vec![
        (Field::Name, Text, Some(&rules.name)),
        (Field::Account, Text, Some(&rules.account)),
        (Field::Id, Text, rules.id.as_ref()),
        (Field::ExternalId, Text, rules.external_id.as_ref()),
        (Field::Email, Email, rules.email.as_ref()),
        (Field::Phone, Phone, rules.phone.as_ref()),
        (Field::Whatsapp, Phone, rules.whatsapp.as_ref()),
        (Field::Post, Text, rules.post.as_ref()),
        (Field::Channel, Word(CHANNELS), rules.channel.as_ref()),
        (Field::Birthday, Birthday, rules.birthday.as_ref()),
        (Field::Consent, Word(CONSENTS), rules.consent.as_ref()),
        (Field::ConsentOn, Day, rules.consent_on.as_ref()),
        (Field::ConsentNote, Text, rules.consent_note.as_ref()),
    ];
    fields.extend(rules.custom.values().map(|it| (Field::Custom, Own, Some(it))));
    fields
}

/// The words for what a person is.
pub const ROLES: &[&str] = &words_of_roles();
/// The words for how far the relation with an account has come.
pub const STANDINGS: &[&str] =
    &[Standing::Prospect.word(), Standing::Client.word(), Standing::Former.word()];
/// The words for how much an account is worth.
pub const TIERS: &[&str] = &["A", "B", "C"];
/// The words for how somebody prefers to be reached.
pub const CHANNELS: &[&str] = &["phone", "whatsapp", "email", "visit"];
/// The words for what somebody said of being sent offers.
pub const CONSENTS: &[&str] = &["given", "refused"];
/// The words for what a deal is.
pub const DEAL_KINDS: &[&str] =
    &[DealKind::Open.word(), DealKind::Won.word(), DealKind::Lost.word()];

const fn words_of_roles() -> [&'static str; Role::ALL.len()] {
    let mut words = [""; Role::ALL.len()];
    let mut index = 0;
    while index < words.len() {
        words[index] = Role::ALL[index].word();
        index += 1;
    }
    words
}
