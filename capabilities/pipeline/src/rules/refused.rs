//! Why something about a deal is refused.

use kernel::{Lang, Refusal};

use super::{
    DAYS_TO_RESTORE, LONGEST_LABEL, LONGEST_NAME, LONGEST_TEXT, MOST_EXPECTED_DAYS, MOST_LINES,
};
use crate::words::Words;

/// Why something about a deal is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PipelineRefused {
    #[error("no name")]
    NoName,
    #[error("a name too long")]
    NameTooLong,
    #[error("too long a text in `{field}`")]
    TooLong { field: &'static str },
    #[error("no amount")]
    NoAmount,
    #[error("no currency")]
    NoCurrency,
    #[error("the amount is that of the lines")]
    AmountOfLines,
    #[error("no day in `{field}`")]
    NoDay { field: &'static str },
    #[error("a day for no step")]
    DayOfNoStep,
    #[error("closed in the future")]
    ClosedInFuture,
    #[error("unknown account")]
    UnknownAccount,
    #[error("unknown owner")]
    UnknownOwner,
    #[error("unknown pipeline")]
    UnknownPipeline,
    #[error("unknown stage")]
    UnknownStage,
    #[error("a stage that ends a deal")]
    ClosingStage,
    #[error("no reason")]
    NoReason,
    #[error("no note")]
    NoNote,
    #[error("the deal is closed")]
    Closed,
    #[error("the deal is open")]
    Open,
    #[error("changed meanwhile by {by}")]
    Stale { by: String },
    #[error("too late to restore")]
    TooLate,
    #[error("unknown product")]
    UnknownProduct,
    #[error("no quantity")]
    NoQuantity,
    #[error("no price")]
    NoPrice,
    #[error("too many lines")]
    TooManyLines,
    #[error("unknown contact")]
    UnknownContact,
    #[error("no client at which to keep what happened")]
    NoClientToLogAt,
    #[error("no role")]
    NoRole,
    #[error("no label in `{field}`")]
    NoLabel { field: &'static str },
    #[error("a label that is taken")]
    LabelTaken,
    #[error("no probability")]
    NoProbability,
    #[error("no kind")]
    NoKind,
    #[error("no expected days")]
    NoExpectedDays,
    #[error("no category of an open deal")]
    NoCategory,
    #[error("the last of its kind")]
    LastOfKind,
    #[error("the last pipeline")]
    LastPipeline,
}

impl Refusal for PipelineRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "pipeline.no_name",
            Self::NameTooLong => "pipeline.name_too_long",
            Self::TooLong { .. } => "pipeline.too_long",
            Self::NoAmount => "pipeline.no_amount",
            Self::NoCurrency => "pipeline.no_currency",
            Self::AmountOfLines => "pipeline.amount_of_lines",
            Self::NoDay { .. } => "pipeline.no_day",
            Self::DayOfNoStep => "pipeline.day_of_no_step",
            Self::ClosedInFuture => "pipeline.closed_in_future",
            Self::UnknownAccount => "pipeline.unknown_account",
            Self::UnknownOwner => "pipeline.unknown_owner",
            Self::UnknownPipeline => "pipeline.unknown_pipeline",
            Self::UnknownStage => "pipeline.unknown_stage",
            Self::ClosingStage => "pipeline.closing_stage",
            Self::NoReason => "pipeline.no_reason",
            Self::NoNote => "pipeline.no_note",
            Self::Closed => "pipeline.closed",
            Self::Open => "pipeline.open",
            Self::Stale { .. } => "pipeline.stale",
            Self::TooLate => "pipeline.too_late",
            Self::UnknownProduct => "pipeline.unknown_product",
            Self::NoQuantity => "pipeline.no_quantity",
            Self::NoPrice => "pipeline.no_price",
            Self::TooManyLines => "pipeline.too_many_lines",
            Self::UnknownContact => "pipeline.unknown_contact",
            Self::NoClientToLogAt => "pipeline.no_client_to_log_at",
            Self::NoRole => "pipeline.no_role",
            Self::NoLabel { .. } => "pipeline.no_label",
            Self::LabelTaken => "pipeline.label_taken",
            Self::NoProbability => "pipeline.no_probability",
            Self::NoKind => "pipeline.no_kind",
            Self::NoExpectedDays => "pipeline.no_expected_days",
            Self::NoCategory => "pipeline.no_category",
            Self::LastOfKind => "pipeline.last_of_kind",
            Self::LastPipeline => "pipeline.last_pipeline",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::NameTooLong => Some("name"),
            Self::TooLong { field } | Self::NoDay { field } | Self::NoLabel { field } => {
                Some(field)
            }
            Self::NoAmount | Self::NoCurrency | Self::AmountOfLines => Some("amount"),
            Self::DayOfNoStep => Some("next_step"),
            Self::ClosedInFuture => Some("closed_on"),
            Self::UnknownAccount => Some("account_id"),
            Self::UnknownOwner => Some("owner_id"),
            Self::UnknownPipeline => Some("pipeline"),
            Self::UnknownStage | Self::ClosingStage => Some("stage"),
            Self::NoReason => Some("lost_reason"),
            Self::NoNote => Some("lost_note"),
            Self::UnknownProduct | Self::NoQuantity | Self::NoPrice | Self::TooManyLines => {
                Some("lines")
            }
            Self::UnknownContact => Some("contact_id"),
            Self::NoRole => Some("role"),
            Self::LabelTaken => Some("label_en"),
            Self::NoProbability => Some("probability"),
            Self::NoKind => Some("kind"),
            Self::NoExpectedDays => Some("expected_days"),
            Self::NoCategory => Some("category"),
            Self::Closed
            | Self::Open
            | Self::Stale { .. }
            | Self::TooLate
            | Self::LastOfKind
            | Self::NoClientToLogAt
            | Self::LastPipeline => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name(),
            Self::NameTooLong => return w.refused_too_long(count(LONGEST_NAME)),
            Self::TooLong { .. } => return w.refused_too_long(count(LONGEST_TEXT)),
            Self::NoAmount => w.refused_no_amount(),
            Self::NoCurrency => w.refused_no_currency(),
            Self::AmountOfLines => w.refused_amount_of_lines(),
            Self::NoDay { .. } => w.refused_no_day(),
            Self::DayOfNoStep => w.refused_day_of_no_step(),
            Self::ClosedInFuture => w.refused_closed_in_future(),
            Self::UnknownAccount => w.refused_unknown_account(),
            Self::UnknownOwner => w.refused_unknown_owner(),
            Self::UnknownPipeline => w.refused_unknown_pipeline(),
            Self::UnknownStage => w.refused_unknown_stage(),
            Self::ClosingStage => w.refused_closing_stage(),
            Self::NoReason => w.refused_no_reason(),
            Self::NoNote => w.refused_no_note(),
            Self::Closed => w.refused_closed(),
            Self::Open => w.refused_open(),
            Self::Stale { by } if by.is_empty() => w.refused_stale(),
            Self::Stale { by } => return w.refused_stale_by(by),
            Self::TooLate => return w.refused_too_late(DAYS_TO_RESTORE),
            Self::UnknownProduct => w.refused_unknown_product(),
            Self::NoQuantity => w.refused_no_quantity(),
            Self::NoPrice => w.refused_no_price(),
            Self::TooManyLines => return w.refused_too_many_lines(count(MOST_LINES)),
            Self::UnknownContact => w.refused_unknown_contact(),
            Self::NoClientToLogAt => w.refused_no_client_to_log_at(),
            Self::NoRole => w.refused_no_role(),
            Self::NoLabel { .. } => return w.refused_no_label(count(LONGEST_LABEL)),
            Self::LabelTaken => w.refused_label_taken(),
            Self::NoProbability => w.refused_no_probability(),
            Self::NoKind => w.refused_no_kind(),
            Self::NoExpectedDays => {
                return w.refused_no_expected_days(i64::from(MOST_EXPECTED_DAYS));
            }
            Self::NoCategory => w.refused_no_category(),
            Self::LastOfKind => w.refused_last_of_kind(),
            Self::LastPipeline => w.refused_last_pipeline(),
        }
        .to_owned()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
