//! What may be kept as a view, with nothing but values.

use kernel::{Instant, Lang, Refusal};

use crate::words::Words;

/// Longer than this a name does not fit beside others.
pub const LONGEST_NAME: usize = 60;
/// A longer question is none that somebody asked of a list.
pub const LONGEST_QUESTION: usize = 2000;
/// More views of one list nobody finds their way in.
pub const MOST_VIEWS: u64 = 50;
/// So long what was deleted can be taken back.
pub const DAYS_TO_RESTORE: i64 = 30;

/// A view cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ViewRefused {
    #[error("a name is missing")]
    NoName,
    #[error("a name is too long")]
    NameTooLong,
    #[error("a name is taken")]
    NameTaken,
    #[error("nothing is asked")]
    NoQuestion,
    #[error("a question is too long")]
    QuestionTooLong,
    #[error("too many views")]
    TooMany,
    #[error("deleted too long ago")]
    TooLate,
}

impl Refusal for ViewRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "views.no_name",
            Self::NameTooLong => "views.name_too_long",
            Self::NameTaken => "views.name_taken",
            Self::NoQuestion => "views.no_question",
            Self::QuestionTooLong => "views.question_too_long",
            Self::TooMany => "views.too_many",
            Self::TooLate => "views.too_late",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name().to_owned(),
            Self::NameTooLong => w.refused_name_too_long(LONGEST_NAME),
            Self::NameTaken => w.refused_name_taken().to_owned(),
            Self::NoQuestion => w.refused_no_question().to_owned(),
            Self::QuestionTooLong => w.refused_question_too_long().to_owned(),
            Self::TooMany => w.refused_too_many(i64::try_from(MOST_VIEWS).unwrap_or_default()),
            Self::TooLate => w.refused_too_late(DAYS_TO_RESTORE),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::NameTooLong | Self::NameTaken => Some("name"),
            Self::NoQuestion | Self::QuestionTooLong | Self::TooMany | Self::TooLate => None,
        }
    }
}

/// The name, if it is one.
pub fn named(name: Option<String>) -> Result<String, ViewRefused> {
    let name = name.ok_or(ViewRefused::NoName)?;
    if LONGEST_NAME < name.chars().count() {
        return Err(ViewRefused::NameTooLong);
    }
    Ok(name)
}

/// Whether this can be kept as a question.
pub fn may_keep(question: &str) -> Result<(), ViewRefused> {
    match question.len() {
        0 => Err(ViewRefused::NoQuestion),
        length if LONGEST_QUESTION < length => Err(ViewRefused::QuestionTooLong),
        _ => Ok(()),
    }
}

/// Whether what was deleted then may still be taken back.
pub fn may_restore(hidden_at: Instant, now: Instant) -> Result<(), ViewRefused> {
    if hidden_at.plus_days(DAYS_TO_RESTORE) < now { Err(ViewRefused::TooLate) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_there_and_not_endless() {
        assert_eq!(may_keep(""), Err(ViewRefused::NoQuestion));
        assert_eq!(may_keep("tier=A"), Ok(()));
        let endless = "x".repeat(LONGEST_QUESTION + 1);
        assert_eq!(may_keep(&endless), Err(ViewRefused::QuestionTooLong));
    }

    #[test]
    fn what_was_deleted_comes_back_for_a_while() {
        let then = Instant(0);

        assert_eq!(may_restore(then, then.plus_days(DAYS_TO_RESTORE)), Ok(()));
        let late = then.plus_days(DAYS_TO_RESTORE).plus_seconds(1);
        assert_eq!(may_restore(then, late), Err(ViewRefused::TooLate));
    }

    #[test]
    fn every_refusal_says_so_in_both_languages() {
        for refused in [
            ViewRefused::NoName,
            ViewRefused::NameTooLong,
            ViewRefused::NameTaken,
            ViewRefused::NoQuestion,
            ViewRefused::QuestionTooLong,
            ViewRefused::TooMany,
            ViewRefused::TooLate,
        ] {
            let said = [Lang::Id, Lang::En].map(|it| refused.sentence(it));

            assert!(refused.code().starts_with("views.") && said[0] != said[1], "{said:?}");
        }
    }
}
