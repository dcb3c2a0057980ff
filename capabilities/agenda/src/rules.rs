//! Which days a view shows, and in which order a day is read.

pub mod ics;

use kernel::{Day, Instant, Lang, Refusal, labels};

use crate::words::Words;

/// Why something about an agenda is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgendaRefused {
    #[error("a calendar of nothing")]
    Nothing,
    #[error("no calendar to change")]
    NoFeed,
}

impl Refusal for AgendaRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "agenda.calendar_of_nothing",
            Self::NoFeed => "agenda.no_calendar",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Nothing => w.refused_calendar_of_nothing(),
            Self::NoFeed => w.refused_no_calendar(),
        }
        .to_owned()
    }
}

labels! {
    /// How much of the agenda is seen at once.
    #[derive(Default)]
    pub enum View {
        #[default]
        Day = "day",
        /// From Monday on.
        Week = "week",
    }
}

labels! {
    /// What stands in an agenda.
    pub enum Kind {
        Task = "task",
        Visit = "visit",
        /// A deal is thought to close.
        Close = "close",
        /// The next step of a deal.
        NextStep = "next_step",
        /// Somebody at a client has their birthday.
        Birthday = "birthday",
    }
}

impl View {
    /// The first day that is seen, and how many.
    pub fn span(self, day: Day) -> (Day, i64) {
        match self {
            Self::Day => (day, 1),
            Self::Week => (monday(day), 7),
        }
    }
}

/// The Monday of this day's week.
pub fn monday(day: Day) -> Day {
    day.plus(-i64::from(day.0.weekday().to_monday_zero_offset()))
}

/// By which what is on one day is sorted: what lasts all day first, then by the clock; what is done
/// comes last.
pub fn place(at: Option<Instant>, done: bool) -> (bool, Option<Instant>) {
    (done, at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_week_begins_on_monday() {
        let day = |text: &str| text.parse::<Day>().unwrap();

        assert_eq!(View::Week.span(day("2026-03-08")), (day("2026-03-02"), 7), "a Sunday");
        assert_eq!(View::Week.span(day("2026-03-02")), (day("2026-03-02"), 7));
        assert_eq!(View::Day.span(day("2026-03-08")), (day("2026-03-08"), 1));
    }

    proptest! {
        #[test]
        fn the_day_asked_for_is_seen(from in 0i64..5000) {
            let day = "2020-01-01".parse::<Day>().unwrap().plus(from);
            for view in View::ALL {
                let (first, count) = view.span(day);
                prop_assert!(first <= day && day < first.plus(count));
            }
        }
    }
}
