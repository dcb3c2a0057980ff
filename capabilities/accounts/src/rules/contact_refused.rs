//! Why somebody at a client is not restored, merged or parted.

use kernel::{Lang, Refusal};

use super::DAYS_TO_RESTORE;
use crate::words::Words;

/// Why somebody at a client is not restored, merged or parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactRefused {
    #[error("a contact merged with themselves")]
    WithItself,
    #[error("too late to restore")]
    TooLate,
    #[error("the contact is part of another")]
    PartOfAnother,
    #[error("the merge is undone already")]
    NotMerged,
    #[error("a later merge stands above this one")]
    LaterMerge,
    #[error("nothing to put back")]
    NothingTakenOff,
}

impl Refusal for ContactRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::WithItself => "contacts.with_itself",
            Self::TooLate => "contacts.too_late",
            Self::PartOfAnother => "contacts.part_of_another",
            Self::NotMerged => "contacts.not_merged",
            Self::LaterMerge => "contacts.later_merge",
            Self::NothingTakenOff => "contacts.nothing_taken_off",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::WithItself => Some("merged_id"),
            Self::TooLate
            | Self::PartOfAnother
            | Self::NotMerged
            | Self::LaterMerge
            | Self::NothingTakenOff => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::WithItself => w.refused_contact_with_itself(),
            Self::TooLate => return w.refused_contact_too_late(DAYS_TO_RESTORE),
            Self::PartOfAnother => w.refused_contact_part_of_another(),
            Self::NotMerged => w.refused_not_merged(),
            Self::LaterMerge => w.refused_contact_later_merge(),
            Self::NothingTakenOff => w.refused_nothing_taken_off(),
        }
        .to_owned()
    }
}
