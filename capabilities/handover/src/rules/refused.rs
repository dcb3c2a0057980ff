//! What is refused of moving clients and handing them over, and in which words.

use kernel::{Lang, Refusal};

use super::{DAYS_TO_UNDO, LONGEST_TEXT, MOST_ACCOUNTS, MOST_GRACE_DAYS};
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandoverRefused {
    #[error("nothing was chosen")]
    NothingChosen,
    #[error("nobody takes")]
    NobodyTakes,
    #[error("unknown taker")]
    UnknownTaker,
    #[error("too many accounts")]
    TooMany,
    #[error("no cap")]
    NoCap,
    #[error("no grace")]
    NoGrace,
    #[error("it runs or is over")]
    NotPlanned,
    #[error("it is not done")]
    NotDone,
    #[error("too late to undo")]
    TooLate,
    #[error("nothing would move")]
    NothingMoves,
    #[error("too long")]
    TooLong { field: &'static str },
    #[error("no text")]
    NoText { field: &'static str },
    #[error("nobody can answer")]
    NobodyAnswers,
    #[error("answered already")]
    Answered,
    #[error("taken back")]
    Withdrawn,
    #[error("nobody is named")]
    NobodyNamed,
}

impl Refusal for HandoverRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingChosen => "handover.nothing_chosen",
            Self::NobodyTakes => "handover.nobody_takes",
            Self::UnknownTaker => "handover.unknown_taker",
            Self::TooMany => "handover.too_many",
            Self::NoCap => "handover.no_cap",
            Self::NoGrace => "handover.no_grace",
            Self::NotPlanned => "handover.not_planned",
            Self::NotDone => "handover.not_done",
            Self::TooLate => "handover.too_late",
            Self::NothingMoves => "handover.nothing_moves",
            Self::TooLong { .. } => "handover.too_long",
            Self::NoText { .. } => "handover.no_text",
            Self::NobodyAnswers => "handover.nobody_answers",
            Self::Answered => "handover.answered",
            Self::Withdrawn => "handover.withdrawn",
            Self::NobodyNamed => "handover.nobody_named",
        }
    }

    fn field(&self) -> Option<&str> {
        match self {
            Self::NothingChosen | Self::TooMany => Some("from_id"),
            Self::NobodyTakes | Self::UnknownTaker => Some("takers"),
            Self::NoCap => Some("cap"),
            Self::NoGrace => Some("grace_days"),
            Self::TooLong { field } | Self::NoText { field } => Some(field),
            Self::NobodyNamed => Some("person_id"),
            Self::NotPlanned
            | Self::NotDone
            | Self::TooLate
            | Self::NothingMoves
            | Self::NobodyAnswers
            | Self::Answered
            | Self::Withdrawn => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NothingChosen => w.refused_nothing_chosen(),
            Self::NobodyTakes => w.refused_nobody_takes(),
            Self::UnknownTaker => w.refused_unknown_taker(),
            Self::TooMany => return w.refused_too_many(count(MOST_ACCOUNTS)),
            Self::NoCap => w.refused_no_cap(),
            Self::NoGrace => return w.refused_no_grace(i64::from(MOST_GRACE_DAYS)),
            Self::NotPlanned => w.refused_not_planned(),
            Self::NotDone => w.refused_not_done(),
            Self::TooLate => return w.refused_too_late(DAYS_TO_UNDO),
            Self::NothingMoves => w.refused_nothing_moves(),
            Self::TooLong { .. } => return w.refused_too_long(count(LONGEST_TEXT)),
            Self::NoText { .. } => w.refused_no_text(),
            Self::NobodyAnswers => w.refused_nobody_answers(),
            Self::Answered => w.refused_answered(),
            Self::Withdrawn => w.refused_withdrawn(),
            Self::NobodyNamed => w.refused_nobody_named(),
        }
        .to_owned()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
