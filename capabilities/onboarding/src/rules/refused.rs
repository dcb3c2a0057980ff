//! Why something about welcoming a client is refused.

use kernel::{Lang, Refusal};

use super::{LONGEST_LABEL, LONGEST_LINE, MOST_DAYS, MOST_STEPS};
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OnboardingRefused {
    #[error("it has begun")]
    Begun,
    #[error("no checklist")]
    NoTemplate,
    #[error("nobody to do it")]
    Nobody,
    #[error("no reason")]
    NoReason,
    #[error("a reason too long")]
    ReasonTooLong,
    #[error("it is over")]
    Over,
    #[error("it was skipped")]
    Skipped,
    #[error("no label in `{0}`")]
    NoLabel(&'static str),
    #[error("no steps")]
    NoSteps,
    #[error("too many steps")]
    TooManySteps,
    #[error("no days")]
    NoDays,
    #[error("no kind")]
    NoKind,
    #[error("no owner of a step")]
    NoOwner,
}

impl Refusal for OnboardingRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Begun => "onboarding.begun",
            Self::NoTemplate => "onboarding.no_template",
            Self::Nobody => "onboarding.nobody",
            Self::NoReason => "onboarding.no_reason",
            Self::ReasonTooLong => "onboarding.reason_too_long",
            Self::Over => "onboarding.over",
            Self::Skipped => "onboarding.skipped",
            Self::NoLabel(_) => "onboarding.no_label",
            Self::NoSteps => "onboarding.no_steps",
            Self::TooManySteps => "onboarding.too_many_steps",
            Self::NoDays => "onboarding.no_days",
            Self::NoKind => "onboarding.no_kind",
            Self::NoOwner => "onboarding.no_owner",
        }
    }

    fn field(&self) -> Option<&str> {
        match self {
            Self::NoTemplate => Some("template"),
            Self::NoReason | Self::ReasonTooLong => Some("reason"),
            Self::NoLabel(field) => Some(field),
            Self::NoSteps | Self::TooManySteps => Some("step"),
            Self::NoDays => Some("days"),
            Self::NoKind => Some("kind"),
            Self::NoOwner => Some("whose"),
            _ => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Begun => w.refused_begun(),
            Self::NoTemplate => w.refused_no_template(),
            Self::Nobody => w.refused_nobody(),
            Self::NoReason => w.refused_no_reason(),
            Self::ReasonTooLong => return w.refused_too_long(LONGEST_LINE),
            Self::Over => w.refused_over(),
            Self::Skipped => w.refused_skipped(),
            Self::NoLabel(_) => return w.refused_no_label(LONGEST_LABEL),
            Self::NoSteps => w.refused_no_steps(),
            Self::TooManySteps => return w.refused_too_many_steps(MOST_STEPS),
            Self::NoDays => return w.refused_no_days(MOST_DAYS),
            Self::NoKind => w.refused_no_kind(),
            Self::NoOwner => w.refused_no_owner(),
        }
        .to_owned()
    }
}
