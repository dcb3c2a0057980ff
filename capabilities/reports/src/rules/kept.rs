//! What is kept of a report: under which name, for whom, and why it may be refused.

pub use kernel::access::Shared;

use kernel::access::Reach;
use kernel::{Instant, Lang, Refusal};

use crate::words::Words;

/// Longer than this a name is no longer one.
pub const LONGEST_NAME: usize = 120;
/// So long what was deleted can be taken back.
pub const DAYS_TO_RESTORE: i64 = 30;
/// More colleagues than this read a report where it stands.
pub const MOST_READERS: usize = 50;

/// Reports said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportRefused {
    #[error("a name is missing")]
    NoName,
    #[error("a name is too long")]
    NameTooLong,
    #[error("a frozen copy is its keeper's alone")]
    CopyIsOwn,
    #[error("deleted too long ago")]
    TooLate,
    #[error("no day or hour is written so")]
    NoTime,
    #[error("nobody is to get it")]
    NoReaders,
    #[error("too many are to get it")]
    TooManyReaders,
    #[error("somebody who does not work here, has no address, or may not see this report")]
    UnknownReader,
    #[error("no mail goes out from here")]
    NoMail,
    #[error("a frozen copy goes nowhere")]
    CopyIsNotSent,
}

impl Refusal for ReportRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "reports.no_name",
            Self::NameTooLong => "reports.name_too_long",
            Self::CopyIsOwn => "reports.copy_is_own",
            Self::TooLate => "reports.too_late",
            Self::NoTime => "reports.no_time",
            Self::NoReaders => "reports.no_readers",
            Self::TooManyReaders => "reports.too_many_readers",
            Self::UnknownReader => "reports.unknown_reader",
            Self::NoMail => "reports.no_mail",
            Self::CopyIsNotSent => "reports.copy_is_not_sent",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name().to_owned(),
            Self::NameTooLong => w.refused_name_too_long(LONGEST_NAME),
            Self::CopyIsOwn => w.refused_copy_is_own().to_owned(),
            Self::TooLate => w.refused_too_late(DAYS_TO_RESTORE),
            Self::NoTime => w.refused_no_time().to_owned(),
            Self::NoReaders => w.refused_no_readers().to_owned(),
            Self::TooManyReaders => w.refused_too_many_readers(MOST_READERS),
            Self::UnknownReader => w.refused_unknown_reader().to_owned(),
            Self::NoMail => w.refused_no_mail().to_owned(),
            Self::CopyIsNotSent => w.refused_copy_is_not_sent().to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::NameTooLong => Some("name"),
            Self::CopyIsOwn => Some("shared"),
            Self::NoTime => Some("hour"),
            Self::NoReaders | Self::TooManyReaders | Self::UnknownReader => Some("readers"),
            Self::TooLate | Self::NoMail | Self::CopyIsNotSent => None,
        }
    }
}

/// The name, if it is one.
pub fn named(name: Option<String>) -> Result<String, ReportRefused> {
    let name = name.ok_or(ReportRefused::NoName)?;
    if LONGEST_NAME < name.chars().count() {
        return Err(ReportRefused::NameTooLong);
    }
    Ok(name)
}

/// Whether what was deleted then may still be taken back.
pub fn may_restore(hidden_at: Instant, now: Instant) -> Result<(), ReportRefused> {
    if hidden_at.plus_days(DAYS_TO_RESTORE) < now { Err(ReportRefused::TooLate) } else { Ok(()) }
}

/// The word for how far somebody reached when a copy was taken.
pub const fn reach_word(reach: Reach) -> &'static str {
    match reach {
        Reach::Nobody => "nobody",
        Reach::Own => "own",
        Reach::Team => "team",
        Reach::Company => "company",
    }
}

/// Whether somebody who reaches so far now may still read a copy that was taken with that reach.
pub fn reaches(now: Reach, then: &str) -> bool {
    let all = [Reach::Own, Reach::Team, Reach::Company];
    all.into_iter().find(|it| reach_word(*it) == then).is_some_and(|it| it <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_read_by_whoever_reaches_as_far_as_it_did() {
        assert!(reaches(Reach::Company, "team") && reaches(Reach::Team, "team"));
        assert!(!reaches(Reach::Own, "team") && !reaches(Reach::Company, "nobody"));
    }

    #[test]
    fn what_was_deleted_comes_back_for_a_while() {
        let then = Instant(0);

        assert_eq!(may_restore(then, then.plus_days(DAYS_TO_RESTORE)), Ok(()));
        let late = then.plus_days(DAYS_TO_RESTORE).plus_seconds(1);
        assert_eq!(may_restore(then, late), Err(ReportRefused::TooLate));
    }

    #[test]
    fn every_refusal_says_so_in_both_languages() {
        for refused in [
            ReportRefused::NoName,
            ReportRefused::NameTooLong,
            ReportRefused::CopyIsOwn,
            ReportRefused::TooLate,
            ReportRefused::NoTime,
            ReportRefused::NoReaders,
            ReportRefused::TooManyReaders,
            ReportRefused::UnknownReader,
            ReportRefused::NoMail,
            ReportRefused::CopyIsNotSent,
        ] {
            let said = [Lang::Id, Lang::En].map(|it| refused.sentence(it));

            assert!(refused.code().starts_with("reports.") && said[0] != said[1], "{said:?}");
        }
    }
}
