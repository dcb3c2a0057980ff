//! Why a step is refused, and to which day one is put off.

use kernel::{Day, Lang, Refusal};

use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaskRefused {
    #[error("whoever it is given to does not see the account")]
    Unseen,
    #[error("no day to put it off to")]
    NoDay,
    #[error("it is done already")]
    Done,
    #[error("too long ago to be taken back")]
    TooLate,
}

impl Refusal for TaskRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Unseen => "accounts.task_unseen",
            Self::NoDay => "accounts.task_without_day",
            Self::Done => "accounts.task_done_already",
            Self::TooLate => "accounts.task_too_late",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unseen => Some("owner_id"),
            Self::NoDay => Some("due_on"),
            Self::Done | Self::TooLate => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Unseen => w.refused_task_unseen(),
            Self::NoDay => w.refused_no_day(),
            Self::Done => w.refused_task_done(),
            Self::TooLate => w.refused_activity_too_late(),
        }
        .to_owned()
    }
}

/// So many days after today, or after its day if that is still to come.
pub fn put_off(due_on: Option<Day>, today: Day, days: i64) -> Day {
    due_on.filter(|it| today < *it).unwrap_or(today).plus(days)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_late_is_put_off_from_today() {
        let today = day("2026-03-02");

        assert_eq!(put_off(Some(day("2026-02-01")), today, 1), day("2026-03-03"));
        assert_eq!(put_off(None, today, 7), day("2026-03-09"));
        assert_eq!(put_off(Some(day("2026-03-05")), today, 1), day("2026-03-06"));
    }

    proptest! {
        #[test]
        fn what_is_put_off_is_to_come(ago in -400i64..400, days in 1i64..60) {
            let today = day("2026-03-02");

            prop_assert!(today < put_off(Some(today.plus(ago)), today, days));
        }
    }
}
