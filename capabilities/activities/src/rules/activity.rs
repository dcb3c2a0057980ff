//! What an activity must be, and why one is refused.

use kernel::{Instant, Lang, Refusal};

use crate::note::NoteKind;
use crate::words::Words;

/// Nothing that a person does with a client takes longer than a day.
pub const MOST_MINUTES: i64 = 1_440;
/// Clocks differ a little.
const AHEAD_MINUTES: i64 = 10;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActivityRefused {
    #[error("a note says nothing")]
    NoText,
    #[error("no account was chosen")]
    NoAccount,
    #[error("no account in reach is called so")]
    UnknownAccount,
    #[error("minutes are none, or more than a day has")]
    NoMinutes,
    #[error("this is no day and time")]
    NoMoment,
    #[error("it has not happened yet")]
    NotYet,
    #[error("this person is not at this account")]
    UnknownContact,
    #[error("another wrote it")]
    NotYours,
    #[error("too long ago to be taken back")]
    TooLate,
}

impl Refusal for ActivityRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoText => "accounts.activity_says_nothing",
            Self::NoAccount => "accounts.activity_without_account",
            Self::UnknownAccount => "accounts.activity_account_unknown",
            Self::NoMinutes => "accounts.activity_minutes",
            Self::NoMoment => "accounts.activity_moment",
            Self::NotYet => "accounts.activity_not_yet",
            Self::UnknownContact => "accounts.activity_contact_unknown",
            Self::NotYours => "accounts.activity_of_another",
            Self::TooLate => "accounts.activity_too_late",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoText => "text",
            Self::NoAccount | Self::UnknownAccount => "account",
            Self::NoMinutes => "minutes",
            Self::NoMoment | Self::NotYet => "happened_on",
            Self::UnknownContact => "contacts",
            Self::NotYours | Self::TooLate => return None,
        })
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoText => w.refused_activity_text(),
            Self::NoAccount => w.refused_activity_account(),
            Self::UnknownAccount => w.refused_activity_account_unknown(),
            Self::NoMinutes => w.refused_activity_minutes(),
            Self::NoMoment => w.refused_activity_moment(),
            Self::NotYet => w.refused_activity_not_yet(),
            Self::UnknownContact => w.refused_activity_contact(),
            Self::NotYours => w.refused_activity_not_yours(),
            Self::TooLate => w.refused_activity_too_late(),
        }
        .to_owned()
    }
}

/// What happened has happened, took as long as things take, and a note says something.
pub fn fit(
    kind: NoteKind,
    text: Option<&str>,
    outcome: Option<&str>,
    minutes: Option<i64>,
    happened_at: Instant,
    now: Instant,
) -> Result<(), ActivityRefused> {
    if text.is_none() && (!kind.is_between_people() || outcome.is_none()) {
        return Err(ActivityRefused::NoText);
    }
    if minutes.is_some_and(|it| !(1..=MOST_MINUTES).contains(&it)) {
        return Err(ActivityRefused::NoMinutes);
    }
    if now.plus_minutes(AHEAD_MINUTES) < happened_at {
        return Err(ActivityRefused::NotYet);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_772_000_000_000_000);

    #[test]
    fn a_call_may_be_told_by_its_outcome_alone() {
        let told = |kind, text, outcome| fit(kind, text, outcome, None, NOW, NOW);

        assert_eq!(told(NoteKind::Call, None, Some("Tidak diangkat")), Ok(()));
        assert_eq!(told(NoteKind::Call, None, None), Err(ActivityRefused::NoText));
        assert_eq!(told(NoteKind::Note, None, Some("x")), Err(ActivityRefused::NoText));
    }

    #[test]
    fn what_has_not_happened_is_no_activity() {
        let at = |moment| fit(NoteKind::Note, Some("x"), None, None, moment, NOW);

        assert_eq!(at(NOW.plus_minutes(9)), Ok(()));
        assert_eq!(at(NOW.plus_minutes(11)), Err(ActivityRefused::NotYet));
    }

    #[test]
    fn nothing_takes_no_time_or_two_days() {
        let long = |minutes| fit(NoteKind::Call, Some("x"), None, Some(minutes), NOW, NOW);

        assert_eq!((long(1), long(1_440)), (Ok(()), Ok(())));
        assert_eq!(long(0), Err(ActivityRefused::NoMinutes));
        assert_eq!(long(1_441), Err(ActivityRefused::NoMinutes));
    }
}
