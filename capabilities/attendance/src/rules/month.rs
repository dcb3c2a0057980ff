//! A month of the calendar.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use kernel::Day;

/// `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: Date,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no month, such as 2026-03")]
pub struct NoMonth(String);

impl Month {
    /// The month in which a day lies.
    pub fn of(day: Day) -> Self {
        Self { first: day.0.first_of_month() }
    }

    pub const fn first(self) -> Day {
        Day(self.first)
    }

    pub fn last(self) -> Day {
        Day(self.first.last_of_month())
    }

    pub fn days(self) -> impl Iterator<Item = Day> {
        (0..i64::from(self.first.days_in_month())).map(move |it| self.first().plus(it))
    }

    /// 1 to 12.
    pub fn number(self) -> i64 {
        i64::from(self.first.month())
    }

    pub fn year(self) -> i16 {
        self.first.year()
    }

    pub fn before(self) -> Self {
        Self::of(self.first().plus(-1))
    }

    pub fn after(self) -> Self {
        Self::of(self.last().plus(1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(text: &str) -> Result<Self, NoMonth> {
        let no_month = || NoMonth(text.to_owned());
        let (year, month) = text.split_once('-').ok_or_else(no_month)?;
        let (year, month) = (year.parse().map_err(|_| no_month())?, month.parse());
        let first = Date::new(year, month.map_err(|_| no_month())?, 1).map_err(|_| no_month())?;
        Ok(Self { first })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_follow_each_other() {
        let december: Month = "2026-12".parse().unwrap();

        assert_eq!(december.after().to_string(), "2027-01");
        assert_eq!(december.before().to_string(), "2026-11");
        assert_eq!(december.last().to_string(), "2026-12-31");
        assert_eq!("2028-02".parse::<Month>().unwrap().days().count(), 29);
        assert_eq!((december.number(), december.year()), (12, 2026));
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for text in ["", "2026", "2026-13", "2026-00", "-1", "maret"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }
}
