//! When a task comes again: the part of RFC 5545 that people say in one sentence.
//!
//! Kept as an RRULE that means what the standard says. A month has no 31st each time: whoever asks
//! for the 29th, 30th or 31st gets the last day of a month that is shorter, and the 29th of
//! February is the 28th in most years. In the standard's words that is
//! `BYMONTHDAY=28,29,30,31;BYSETPOS=-1`.

mod text;

use jiff::civil::{Date, Weekday};
use kernel::{Day, labels};

pub use text::{NoRule, WEEKDAYS};

labels! {
    /// From where the next one is counted.
    #[derive(Default)]
    pub enum RepeatFrom {
        /// It comes on its days, whether the one before was done or not.
        #[default]
        Calendar = "calendar",
        /// It comes so long after the one before was done.
        Done = "done",
    }
}

/// Nobody waits for longer than this many days, weeks, months or years.
pub const LONGEST_INTERVAL: u16 = 99;
/// Nor does a series that is counted have more than this.
pub const MOST_TIMES: u16 = 999;

/// On which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    Daily,
    Weekly(Weekdays),
    /// The 1st to the 31st, or the last day of a month that is shorter.
    MonthDay(i8),
    /// The first to the fourth of such a weekday, or with -1 the last.
    MonthWeekday(i8, Weekday),
    /// This day of this month.
    Yearly(i8, i8),
}

/// Some days of the week, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// None of no days at all.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        let mask = days.into_iter().fold(0, |mask, it| mask | Self::bit(it));
        (mask != 0).then_some(Self(mask))
    }

    /// Monday to Friday.
    pub const fn working() -> Self {
        Self(0b001_1111)
    }

    pub fn has(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// In the order of a week that begins on Monday.
    pub fn all(self) -> impl Iterator<Item = Weekday> {
        WEEKDAYS.iter().map(|it| it.0).filter(move |it| self.has(*it))
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

/// When it comes no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    Never,
    /// After this day.
    On(Day),
    /// After so many, the first included.
    After(u16),
}

/// A rule by which a task comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub pattern: Pattern,
    /// Every so many days, weeks, months or years.
    pub interval: u16,
    pub ends: Ends,
}

/// A place in a series: its number, from 1, and the day on which the rule puts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub number: i32,
    pub on: Day,
}

impl Repeat {
    /// The next of the calendar after this one, and not before that day: what was missed is past,
    /// and nobody finds a heap of it. Whatever was passed over counts.
    pub fn next(&self, slot: Slot, not_before: Day) -> Option<Slot> {
        let mut next = slot;
        loop {
            next = self.within(Slot { number: next.number + 1, on: self.after(next.on) })?;
            if not_before <= next.on {
                return Some(next);
            }
        }
    }

    /// The next after this one was done on that day.
    pub fn next_after_done(&self, slot: Slot, done_on: Day) -> Option<Slot> {
        let from = match self.pattern {
            Pattern::Daily => done_on,
            // Whoever is early does not do the same one twice.
            _ => done_on.max(slot.on),
        };
        self.within(Slot { number: slot.number + 1, on: self.after(from) })
    }

    fn within(&self, slot: Slot) -> Option<Slot> {
        let goes_on = match self.ends {
            Ends::Never => true,
            Ends::On(last) => slot.on <= last,
            Ends::After(times) => slot.number <= i32::from(times),
        };
        (goes_on && slot.on.0.year() < LAST_YEAR).then_some(slot)
    }

    /// The first day of the pattern after this one, whose day, week, month or year is where the
    /// interval is counted from.
    pub fn after(&self, day: Day) -> Day {
        let every = i64::from(self.interval.max(1));
        match self.pattern {
            Pattern::Daily => day.plus(every),
            Pattern::Weekly(days) => {
                let monday = day.plus(-i64::from(day.0.weekday().to_monday_zero_offset()));
                let later = |week: i64| {
                    let in_week = (0..7).map(move |it| monday.plus(7 * week + it));
                    in_week.filter(|it| day < *it && days.has(it.0.weekday()))
                };
                later(0).chain(later(every)).next().unwrap_or_else(|| day.plus(7 * every))
            }
            Pattern::MonthDay(of_month) => self.after_month(day, |it| in_month(it, of_month)),
            Pattern::MonthWeekday(nth, weekday) => self.after_month(day, |it| {
                it.nth_weekday_of_month(nth, weekday).unwrap_or_else(|_| it.last_of_month())
            }),
            Pattern::Yearly(month, of_month) => {
                let year = day.0.year();
                let step = i16::try_from(every).unwrap_or(1);
                let of = |year: i16| {
                    Date::new(year, month, 1).map_or(day.0, |first| in_month(first, of_month))
                };
                let this = of(year);
                Day(if day.0 < this { this } else { of(year.saturating_add(step)) })
            }
        }
    }

    fn after_month(&self, day: Day, of: impl Fn(Date) -> Date) -> Day {
        let first = day.0.first_of_month();
        let this = of(first);
        if day.0 < this {
            return Day(this);
        }
        let months = jiff::Span::new().months(i64::from(self.interval.max(1)));
        Day(of(first.saturating_add(months)))
    }
}

/// Nothing is planned for later than this.
const LAST_YEAR: i16 = 9000;

/// This day of the month, or its last one if it is shorter.
fn in_month(first: Date, of_month: i8) -> Date {
    let last = first.last_of_month();
    Date::new(first.year(), first.month(), of_month.clamp(1, last.day())).unwrap_or(last)
}

#[cfg(test)]
mod tests;
