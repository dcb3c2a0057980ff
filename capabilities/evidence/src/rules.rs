//! What is true of reviews, with no IO.

use kernel::evidence::ReviewState;
use kernel::{Lang, Refusal};

use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceRefused {
    #[error("nobody reviews their own facts")]
    Own,
    #[error("a question needs words")]
    NoQuestion,
    #[error("a rejection needs a reason")]
    NoReason,
    #[error("nothing was asked")]
    NotAsked,
    #[error("an answer needs words")]
    NoAnswer,
    #[error("nothing was chosen")]
    NothingChosen,
    #[error("the review has moved on")]
    MovedOn,
}

impl Refusal for EvidenceRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Own => "evidence.own",
            Self::NoQuestion => "evidence.no_question",
            Self::NoReason => "evidence.no_reason",
            Self::NotAsked => "evidence.not_asked",
            Self::NoAnswer => "evidence.no_answer",
            Self::NothingChosen => "evidence.nothing_chosen",
            Self::MovedOn => "evidence.moved_on",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoQuestion | Self::NoReason | Self::NoAnswer => Some("text"),
            Self::NothingChosen => Some("facts"),
            Self::Own | Self::NotAsked | Self::MovedOn => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Own => w.refused_own(),
            Self::NoQuestion => w.refused_no_question(),
            Self::NoReason => w.refused_no_reason(),
            Self::NotAsked => w.refused_not_asked(),
            Self::NoAnswer => w.refused_no_answer(),
            Self::NothingChosen => w.refused_nothing_chosen(),
            Self::MovedOn => w.refused_moved_on(),
        }
        .to_owned()
    }
}

/// May somebody still be asked, or the fact be judged?
///
/// A verdict can be changed by another verdict, since a manager may learn more; what never
/// needed a look stays as it is.
pub const fn open_to_review(state: ReviewState) -> bool {
    !matches!(state, ReviewState::None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_needs_to_look_at_is_left_alone() {
        let open: Vec<_> = ReviewState::ALL.iter().filter(|it| open_to_review(**it)).collect();

        assert_eq!(open.len(), ReviewState::ALL.len() - 1);
    }
}
