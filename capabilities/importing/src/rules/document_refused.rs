//! Why a document of the ledger or a payment stays out, with all of its rows.

use kernel::{Exact, Lang};

use crate::rules::row_refused::RowRefused;
use crate::words::Words;

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentRefused {
    #[error("another row of the document was rejected")]
    RowRejected,
    #[error("rows of one document stand in several files")]
    InSeveralFiles,
    #[error("rows of one document say different things")]
    Contradicts,
    #[error("the amount is not quantity times price")]
    LineDiffers,
    #[error("quantity times price has more decimals than the currency")]
    LineUnwhole,
    #[error("the discount is not its rate, which would be {expected}")]
    DiscountDiffers { expected: Exact },
    #[error("the discount is more than what it comes off")]
    DiscountTooMuch,
    #[error("the tax is not its rate, which would be {expected}")]
    TaxDiffers { expected: Exact },
    #[error("the lines come to {sum}")]
    TotalDiffers { sum: Exact },
    #[error("an invoice comes to less than nothing")]
    BelowZero,
    #[error("due before its own day")]
    DueBeforeDay,
    #[error("an invoice takes nothing back")]
    TakesNothingBack,
    #[error("recorded already, with other content")]
    Recorded,
    #[error("the document that is meant is another client's")]
    OtherClient,
    #[error("the document that is meant is in {currency}")]
    OtherCurrency { currency: String },
    #[error("only {left} is left to take back")]
    CreditTooMuch { left: Exact },
    #[error("only {left} is left to pay")]
    PaidTooMuch { left: Exact },
    #[error("a payment over nothing")]
    NothingPaid,
    #[error("one document is paid twice by one payment")]
    PaidTwice,
    #[error("parts of a payment have different signs")]
    OtherSign,
}

impl From<DocumentRefused> for RowRefused {
    fn from(why: DocumentRefused) -> Self {
        Self::Document(why)
    }
}

impl DocumentRefused {
    /// Stable, safe to branch on.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::RowRejected => "importing.document_row_rejected",
            Self::InSeveralFiles => "importing.document_in_several_files",
            Self::Contradicts => "importing.document_contradicts",
            Self::LineDiffers => "importing.line_differs",
            Self::LineUnwhole => "importing.line_unwhole",
            Self::DiscountDiffers { .. } => "importing.discount_differs",
            Self::DiscountTooMuch => "importing.discount_too_much",
            Self::TaxDiffers { .. } => "importing.tax_differs",
            Self::TotalDiffers { .. } => "importing.total_differs",
            Self::BelowZero => "importing.invoice_below_zero",
            Self::DueBeforeDay => "importing.due_before_day",
            Self::TakesNothingBack => "importing.takes_nothing_back",
            Self::Recorded => "importing.recorded_otherwise",
            Self::OtherClient => "importing.document_of_another",
            Self::OtherCurrency { .. } => "importing.other_currency",
            Self::CreditTooMuch { .. } => "importing.credit_too_much",
            Self::PaidTooMuch { .. } => "importing.paid_too_much",
            Self::NothingPaid => "importing.nothing_paid",
            Self::PaidTwice => "importing.paid_twice",
            Self::OtherSign => "importing.other_sign",
        }
    }

    /// In the reader's words.
    pub fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::RowRejected => w.document_row_rejected().to_owned(),
            Self::InSeveralFiles => w.document_in_several_files().to_owned(),
            Self::Contradicts => w.document_contradicts().to_owned(),
            Self::LineDiffers => w.line_differs().to_owned(),
            Self::LineUnwhole => w.line_unwhole().to_owned(),
            Self::DiscountDiffers { expected } => w.discount_differs(expected.shown(lang, 0)),
            Self::DiscountTooMuch => w.discount_too_much().to_owned(),
            Self::TaxDiffers { expected } => w.tax_differs(expected.shown(lang, 0)),
            Self::TotalDiffers { sum } => w.total_differs(sum.shown(lang, 0)),
            Self::BelowZero => w.invoice_below_zero().to_owned(),
            Self::DueBeforeDay => w.due_before_day().to_owned(),
            Self::TakesNothingBack => w.takes_nothing_back().to_owned(),
            Self::Recorded => w.recorded_otherwise().to_owned(),
            Self::OtherClient => w.document_of_another().to_owned(),
            Self::OtherCurrency { currency } => w.other_currency(currency),
            Self::CreditTooMuch { left } => w.credit_too_much(left.shown(lang, 0)),
            Self::PaidTooMuch { left } => w.paid_too_much(left.shown(lang, 0)),
            Self::NothingPaid => w.nothing_paid().to_owned(),
            Self::PaidTwice => w.paid_twice().to_owned(),
            Self::OtherSign => w.other_sign().to_owned(),
        }
    }
}
