//! Periods, and what they are compared with.

use jiff::civil::Date;
use jiff::{Span as Length, ToSpan as _};
use kernel::{Day, labels};

use super::Axis;

labels! {
    /// A period that moves with today.
    pub enum Within {
        ThisMonth = "this-month",
        LastMonth = "last-month",
        ThisQuarter = "this-quarter",
        LastQuarter = "last-quarter",
        ThisYear = "this-year",
        LastYear = "last-year",
        NextMonth = "next-month",
        NextQuarter = "next-quarter",
        /// This month and the eleven before.
        TwelveMonths = "twelve-months",
        /// As long as there is anything.
        All = "all",
    }
}

labels! {
    /// What a period is compared with.
    pub enum Compare {
        /// As long, and just before.
        Before = "before",
        YearBefore = "year-before",
    }
}

/// From a day to a day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Span {
    #[serde(deserialize_with = "kernel::time::kept")]
    pub from: Day,
    #[serde(deserialize_with = "kernel::time::kept")]
    pub to: Day,
}

impl Within {
    /// Nothing of it has happened yet.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::NextMonth | Self::NextQuarter)
    }

    /// The period as of this day; none for all of time. One that still runs ends with its last
    /// day, so that whole months are compared with whole months.
    pub fn span(self, today: Day) -> Option<Span> {
        let month = today.0.first_of_month();
        let quarter = first_of_quarter(month);
        let year = today.0.first_of_year();
        let (from, length) = match self {
            Self::ThisMonth => (month, 1_i32.month()),
            Self::LastMonth => (back(month, 1), 1_i32.month()),
            Self::ThisQuarter => (quarter, 3_i32.months()),
            Self::LastQuarter => (back(quarter, 3), 3_i32.months()),
            Self::ThisYear => (year, 12_i32.months()),
            Self::LastYear => (back(year, 12), 12_i32.months()),
            Self::NextMonth => (back(month, -1), 1_i32.month()),
            Self::NextQuarter => (back(quarter, -3), 3_i32.months()),
            Self::TwelveMonths => (back(month, 11), 12_i32.months()),
            Self::All => return None,
        };
        let end = from.saturating_add(length);
        Some(Span { from: Day(from), to: Day(end).plus(-1) })
    }
}

fn back(day: Date, months: i32) -> Date {
    day.saturating_sub(months.months())
}

fn first_of_quarter(month: Date) -> Date {
    back(month, i32::from((month.month() - 1) % 3))
}

/// A period in whole months and the days beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pieces {
    pub months: Option<Span>,
    pub edges: Vec<Span>,
}

impl Span {
    /// It begins with a month and ends with one.
    fn is_whole_months(self) -> bool {
        self.from.0.day() == 1 && self.to.0 == self.to.0.last_of_month()
    }

    /// Months that it touches.
    fn month_count(self) -> i32 {
        let (from, to) = (self.from.0, self.to.0);
        let years = i32::from(to.year()) - i32::from(from.year());
        years * 12 + i32::from(to.month()) - i32::from(from.month()) + 1
    }

    /// The period that this one is compared with. Whole months are compared with whole months,
    /// however long they are.
    pub fn compared(self, with: Compare) -> Self {
        match with {
            Compare::Before if self.is_whole_months() => self.earlier(self.month_count().months()),
            Compare::Before => {
                let days = self.to.days_since(self.from) + 1;
                Self { from: self.from.plus(-days), to: self.to.plus(-days) }
            }
            Compare::YearBefore => self.earlier(12_i32.months()),
        }
    }

    fn earlier(self, by: Length) -> Self {
        let to = self.to.0.saturating_sub(by);
        let to = if self.is_whole_months() { to.last_of_month() } else { to };
        Self { from: Day(self.from.0.saturating_sub(by)), to: Day(to) }
    }

    /// Every month that it touches, as `2017-03`.
    pub fn months(self) -> Vec<String> {
        let first = self.from.0.first_of_month();
        let month =
            |number: i32| first.saturating_add(number.months()).strftime("%Y-%m").to_string();
        (0..self.month_count()).map(month).collect()
    }

    /// The whole months in it, and what is left of it before and after them.
    pub fn pieces(self) -> Pieces {
        let (from, to) = (self.from.0, self.to.0);
        let first = if from.day() == 1 { from } else { back(from.first_of_month(), -1) };
        let last = if to == to.last_of_month() {
            to
        } else {
            back(to.first_of_month(), 1).last_of_month()
        };
        if last < first {
            return Pieces { months: None, edges: vec![self] };
        }
        let before = Self { from: self.from, to: Day(first).plus(-1) };
        let after = Self { from: Day(last).plus(1), to: self.to };
        let edges = [before, after].into_iter().filter(|it| it.from <= it.to);
        Pieces { months: Some(Self { from: Day(first), to: Day(last) }), edges: edges.collect() }
    }

    /// The month in which it begins and the one in which it ends, as `2017-03`.
    pub fn month_keys(self) -> (String, String) {
        let key = |day: Day| day.0.strftime("%Y-%m").to_string();
        (key(self.from), key(self.to))
    }

    /// Whether this day is one of its.
    pub fn holds(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// The days of a key of an axis of time: `2017-03`, `2017-Q1` or `2017`; none of what is no
    /// such key.
    pub fn of_key(axis: Axis, key: &str) -> Option<Self> {
        let (year, month, months) = match (axis, key.split_once('-')) {
            (Axis::Year, None) => (key, 1, 12),
            (Axis::Quarter, Some((year, quarter))) => {
                let quarter: i8 = quarter.strip_prefix('Q')?.parse().ok()?;
                (year, quarter.checked_mul(3)?.checked_sub(2)?, 3)
            }
            (Axis::Month, Some((year, month))) => (year, month.parse().ok()?, 1),
            _ => return None,
        };
        let from = Date::new(year.parse().ok()?, month, 1).ok()?;
        let to = from.saturating_add(months.months());
        let span = Self { from: Day(from), to: Day(to).plus(-1) };
        // One day has one key of each axis: `2017-3` and `+2017` are none.
        let month = from.strftime("%Y-%m").to_string();
        (axis.of_month(&month) == key).then_some(span)
    }
}

#[cfg(test)]
mod tests;
