//! Why a task is refused, and to which day one is put off.

use kernel::{Day, Lang, Refusal};

use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaskRefused {
    #[error("nothing to do in it")]
    NoText,
    #[error("no day that there is")]
    NotADay,
    #[error("no account in reach is called so")]
    UnknownAccount,
    #[error("whoever it is given to does not see the account")]
    Unseen,
    #[error("no day to put it off to")]
    NoDay,
    #[error("it is done already")]
    Done,
    #[error("too long ago to be taken back")]
    TooLate,
    #[error("no time of day")]
    NoTime,
    #[error("a time, a reminder or a repetition without a day")]
    TimeWithoutDay,
    #[error("no reminder that comes before")]
    NoReminder,
    #[error("no rule of repetition")]
    NoRule,
    #[error("no number of days, weeks, months or years")]
    NoInterval,
    #[error("no end of a repetition")]
    NoEnd,
    #[error("a repetition that ends before it begins")]
    EndsBefore,
}

impl Refusal for TaskRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoText => "accounts.no_step",
            Self::NotADay => "accounts.no_day",
            Self::UnknownAccount => "accounts.activity_account_unknown",
            Self::Unseen => "accounts.task_unseen",
            Self::NoDay => "accounts.task_without_day",
            Self::Done => "accounts.task_done_already",
            Self::TooLate => "accounts.task_too_late",
            Self::NoTime => "accounts.task_no_time",
            Self::TimeWithoutDay => "accounts.task_time_without_day",
            Self::NoReminder => "accounts.task_no_reminder",
            Self::NoRule => "accounts.task_no_rule",
            Self::NoInterval => "accounts.task_no_interval",
            Self::NoEnd => "accounts.task_no_end",
            Self::EndsBefore => "accounts.task_ends_before",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownAccount => Some("account"),
            Self::Unseen => Some("owner_id"),
            Self::NoText => Some("text"),
            Self::NotADay | Self::NoDay | Self::TimeWithoutDay => Some("due_on"),
            Self::NoTime => Some("due_time"),
            Self::NoReminder => Some("remind"),
            Self::NoRule => Some("repeat"),
            Self::NoInterval => Some("every"),
            Self::NoEnd | Self::EndsBefore => Some("until"),
            Self::Done | Self::TooLate => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::UnknownAccount => w.refused_activity_account_unknown(),
            Self::Unseen => w.refused_task_unseen(),
            Self::NoText => w.refused_no_step(),
            Self::NotADay | Self::NoDay => w.refused_no_day(),
            Self::Done => w.refused_task_done(),
            Self::TooLate => w.refused_activity_too_late(),
            Self::NoTime => w.refused_task_no_time(),
            Self::TimeWithoutDay => w.refused_task_time_without_day(),
            Self::NoReminder => w.refused_task_no_reminder(),
            Self::NoRule => w.refused_task_no_rule(),
            Self::NoInterval => w.refused_task_no_interval(),
            Self::NoEnd => w.refused_task_no_end(),
            Self::EndsBefore => w.refused_task_ends_before(),
        }
        .to_owned()
    }
}

/// Whether this is an address of the agenda, and of nothing outside: people are led back to where
/// they came from, and nowhere else.
pub fn leads_back(from: &str) -> bool {
    let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"/?&=-".contains(&it);
    let rest = from.strip_prefix("/agenda");
    rest.is_some_and(|it| it.is_empty() || it.starts_with('?'))
        && from.len() < 200
        && from.bytes().all(plain)
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

    #[test]
    fn people_are_led_back_to_the_agenda_and_nowhere_else() {
        assert!(leads_back("/agenda"));
        assert!(leads_back("/agenda?view=week&day=2026-03-02"));
        for elsewhere in
            ["", "list", "//evil.example", "/agenda.evil", "/agenda?x=\r\nSet-Cookie:", "/tasks"]
        {
            assert!(!leads_back(elsewhere), "{elsewhere}");
        }
    }

    proptest! {
        #[test]
        fn what_is_put_off_is_to_come(ago in -400i64..400, days in 1i64..60) {
            let today = day("2026-03-02");

            prop_assert!(today < put_off(Some(today.plus(ago)), today, days));
        }
    }
}
