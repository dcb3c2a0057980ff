//! Why a row is not imported, in words that let a person mend it.

use kernel::{Lang, Refusal};
use serde::Serialize;

use crate::own::Beyond;
use crate::rules::document_refused::DocumentRefused;
use crate::rules::draft::TargetKind;
use crate::rules::number::NumberFault;
use crate::words::Words;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RowRefused {
    #[error("{found} cells under {expected} columns")]
    Ragged { expected: usize, found: usize },
    #[error("the cell is empty")]
    Required,
    #[error("not a number")]
    NotANumber,
    #[error("more decimals than are kept")]
    TooManyDecimals,
    #[error("the number is too large")]
    TooLarge,
    #[error("the number is below zero")]
    BelowZero,
    #[error("not a year")]
    NotAYear,
    #[error("not a day")]
    NotADay,
    #[error("not a country")]
    NotACountry,
    #[error("not an address for mail")]
    NotAnEmail,
    #[error("not a telephone number")]
    NotAPhone,
    #[error("not the address of a website")]
    NotAWebsite,
    #[error("not stored, and the import adds nothing")]
    NotStored,
    /// By somebody stored, or by another row.
    #[error("somebody else has this address")]
    EmailShared,
    #[error("longer than {limit} letters")]
    TooLong { limit: usize },
    #[error("more than {limit} of them")]
    TooMany { limit: usize },
    #[error("not a number of the tax office")]
    NotATaxNumber,
    #[error("not a birthday")]
    NotABirthday,
    #[error("a day that is still to come")]
    DayToCome,
    #[error("not an id")]
    NotAnId,
    #[error("not a currency")]
    NotACurrency,
    /// The cell of the id is filled, and nobody has it.
    #[error("no {kind:?} has this id")]
    NoSuchId { kind: TargetKind },
    #[error("the contact of this key was deleted, or is part of another")]
    ContactGone,
    /// By something stored, or by another row.
    #[error("another {kind:?} has this key of another system")]
    ExternalIdShared { kind: TargetKind },
    #[error("an address without street, city and country")]
    AddressNowhere,
    #[error("nothing is known by which they prefer to be reached")]
    NoWayToReach,
    #[error("a day or a note of a consent that is not said")]
    ConsentMissing,
    #[error("a choice that is offered no more")]
    ChoiceRetired,
    /// Of those that the company sets to a field of its own.
    #[error("beyond the limits of the field: {0:?}")]
    Beyond(Beyond),
    #[error("not one of {known}")]
    NotListed { known: String },
    #[error("a deal that was won or lost has no closing day")]
    ClosedWithoutDay,
    #[error("closed before it began")]
    ClosedBeforeEngaged,
    /// The lines of all rows that speak of the record, this one included.
    #[error("lines {lines} say different things about one record")]
    Contradiction { lines: String },
    #[error("several stored records have this key")]
    KeyOfSeveral,
    #[error("no {kind:?} has this name")]
    NoSuch { kind: TargetKind },
    /// By its tax number, its id, or that of another system.
    #[error("no account is known by this")]
    NoSuchClient,
    #[error("the {kind:?} of this name was rejected")]
    RelationRejected { kind: TargetKind },
    #[error("several {kind:?} have this name")]
    SeveralSuch { kind: TargetKind },
    #[error("a {kind:?} stands above itself")]
    AboveItself { kind: TargetKind },
    /// The document stays out as a whole.
    #[error("{0}")]
    Document(DocumentRefused),
}

impl From<NumberFault> for RowRefused {
    fn from(fault: NumberFault) -> Self {
        match fault {
            NumberFault::NotANumber => Self::NotANumber,
            NumberFault::TooManyDecimals => Self::TooManyDecimals,
            NumberFault::TooLarge => Self::TooLarge,
        }
    }
}

impl Refusal for RowRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Ragged { .. } => "importing.ragged",
            Self::Required => "importing.required",
            Self::NotANumber => "importing.not_a_number",
            Self::TooManyDecimals => "importing.too_many_decimals",
            Self::TooLarge => "importing.too_large",
            Self::BelowZero => "importing.below_zero",
            Self::NotAYear => "importing.not_a_year",
            Self::NotADay => "importing.not_a_day",
            Self::NotACountry => "importing.not_a_country",
            Self::NotAnEmail => "importing.not_an_email",
            Self::NotAPhone => "importing.not_a_phone",
            Self::NotAWebsite => "importing.not_a_website",
            Self::NotStored => "importing.not_stored",
            Self::EmailShared => "importing.email_shared",
            Self::TooLong { .. } => "importing.too_long",
            Self::TooMany { .. } => "importing.too_many",
            Self::NotATaxNumber => "importing.not_a_tax_number",
            Self::NotABirthday => "importing.not_a_birthday",
            Self::DayToCome => "importing.day_to_come",
            Self::NotAnId => "importing.not_an_id",
            Self::NotACurrency => "importing.not_a_currency",
            Self::NoSuchId { .. } => "importing.no_such_id",
            Self::ContactGone => "importing.contact_gone",
            Self::ExternalIdShared { .. } => "importing.external_id_shared",
            Self::AddressNowhere => "importing.address_nowhere",
            Self::NoWayToReach => "importing.no_way_to_reach",
            Self::ConsentMissing => "importing.consent_missing",
            Self::ChoiceRetired => "importing.choice_retired",
            Self::Beyond(_) => "importing.beyond_limits",
            Self::NotListed { .. } => "importing.not_listed",
            Self::ClosedWithoutDay => "importing.closed_without_day",
            Self::ClosedBeforeEngaged => "importing.closed_before_engaged",
            Self::Contradiction { .. } => "importing.contradiction",
            Self::KeyOfSeveral => "importing.key_of_several",
            Self::NoSuch { .. } => "importing.no_such",
            Self::NoSuchClient => "importing.no_such_client",
            Self::RelationRejected { .. } => "importing.relation_rejected",
            Self::SeveralSuch { .. } => "importing.several_such",
            Self::AboveItself { .. } => "importing.above_itself",
            Self::Document(why) => why.code(),
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::Ragged { expected, found } => words.ragged(found, expected),
            Self::Required => words.required().to_owned(),
            Self::NotANumber => words.not_a_number().to_owned(),
            Self::TooManyDecimals => words.too_many_decimals().to_owned(),
            Self::TooLarge => words.too_large().to_owned(),
            Self::BelowZero => words.below_zero().to_owned(),
            Self::NotAYear => words.not_a_year().to_owned(),
            Self::NotADay => words.not_a_day().to_owned(),
            Self::NotACountry => words.not_a_country().to_owned(),
            Self::NotAnEmail => words.not_an_email().to_owned(),
            Self::NotAPhone => words.not_a_phone().to_owned(),
            Self::NotAWebsite => words.not_a_website().to_owned(),
            Self::NotStored => words.not_stored().to_owned(),
            Self::EmailShared => words.email_shared().to_owned(),
            Self::TooLong { limit } => words.too_long(limit),
            Self::TooMany { limit } => words.too_many(limit),
            Self::NotATaxNumber => words.not_a_tax_number().to_owned(),
            Self::NotABirthday => words.not_a_birthday().to_owned(),
            Self::DayToCome => words.day_to_come().to_owned(),
            Self::NotAnId => words.not_an_id().to_owned(),
            Self::NotACurrency => words.not_a_currency().to_owned(),
            Self::NoSuchId { kind } => words.no_such_id(kind.word()),
            Self::ContactGone => words.contact_gone().to_owned(),
            Self::ExternalIdShared { kind } => words.external_id_shared(kind.word()),
            Self::AddressNowhere => words.address_nowhere().to_owned(),
            Self::NoWayToReach => words.no_way_to_reach().to_owned(),
            Self::ConsentMissing => words.consent_missing().to_owned(),
            Self::ChoiceRetired => words.choice_retired().to_owned(),
            Self::Beyond(beyond) => beyond.sentence(lang),
            Self::NotListed { known } => words.not_listed(known),
            Self::ClosedWithoutDay => words.closed_without_day().to_owned(),
            Self::ClosedBeforeEngaged => words.closed_before_engaged().to_owned(),
            Self::Contradiction { lines } => words.contradiction(lines),
            Self::KeyOfSeveral => words.key_of_several().to_owned(),
            Self::NoSuch { kind } => words.no_such(kind.word()),
            Self::NoSuchClient => words.no_such_client().to_owned(),
            Self::RelationRejected { kind } => words.relation_rejected(kind.word()),
            Self::SeveralSuch { kind } => words.several_such(kind.word()),
            Self::AboveItself { kind } => words.above_itself(kind.word()),
            Self::Document(why) => why.sentence(lang),
        }
    }
}

/// What is wrong, and where in the file it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    pub file: String,
    pub line: u64,
    /// None when the row as a whole is at fault.
    pub column: Option<String>,
    /// What stands in that cell.
    pub value: Option<String>,
    pub why: RowRefused,
}

impl RowFault {
    /// The fault in the reader's words.
    pub fn out(&self, lang: Lang) -> RowFaultOut {
        RowFaultOut {
            file: self.file.clone(),
            line: self.line,
            column: self.column.clone(),
            value: self.value.clone(),
            code: self.why.code(),
            sentence: self.why.sentence(lang),
        }
    }
}

/// A fault as faces show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RowFaultOut {
    pub file: String,
    pub line: u64,
    pub column: Option<String>,
    pub value: Option<String>,
    pub code: &'static str,
    pub sentence: String,
}
