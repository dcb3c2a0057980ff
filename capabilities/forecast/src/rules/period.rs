//! Months, quarters and years of the company, and which days they hold.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use kernel::Day;

/// A time for which something is asked or said: `2026-03`, `2026-q1` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    Month { year: i16, month: i8 },
    Quarter { year: i16, quarter: i8 },
    Year { year: i16 },
}

/// Not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no period")]
pub struct NoPeriod(String);

/// The years that anybody plans for.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

impl Period {
    pub fn month_of(day: Day) -> Self {
        Self::Month { year: day.0.year(), month: day.0.month() }
    }

    pub fn quarter_of(day: Day) -> Self {
        Self::Quarter { year: day.0.year(), quarter: (day.0.month() - 1) / 3 + 1 }
    }

    pub fn year_of(day: Day) -> Self {
        Self::Year { year: day.0.year() }
    }

    pub const fn year(self) -> i16 {
        match self {
            Self::Month { year, .. } | Self::Quarter { year, .. } | Self::Year { year } => year,
        }
    }

    /// The numbers of its first month and of its last.
    const fn ends(self) -> (i8, i8) {
        match self {
            Self::Month { month, .. } => (month, month),
            Self::Quarter { quarter, .. } => (quarter * 3 - 2, quarter * 3),
            Self::Year { .. } => (1, 12),
        }
    }

    pub fn first_day(self) -> Day {
        Day(jiff::civil::date(self.year(), self.ends().0, 1))
    }

    pub fn last_day(self) -> Day {
        Day(jiff::civil::date(self.year(), self.ends().1, 1).last_of_month())
    }

    pub fn holds(self, day: Day) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// Its months, in their order.
    pub fn months(self) -> Vec<Self> {
        let (first, last) = self.ends();
        (first..=last).map(|month| Self::Month { year: self.year(), month }).collect()
    }

    /// The same a period earlier.
    pub fn before(self) -> Self {
        match self {
            Self::Month { year, month: 1 } => Self::Month { year: year - 1, month: 12 },
            Self::Month { year, month } => Self::Month { year, month: month - 1 },
            Self::Quarter { year, quarter: 1 } => Self::Quarter { year: year - 1, quarter: 4 },
            Self::Quarter { year, quarter } => Self::Quarter { year, quarter: quarter - 1 },
            Self::Year { year } => Self::Year { year: year - 1 },
        }
    }

    /// The same a period later.
    pub fn after(self) -> Self {
        match self {
            Self::Month { year, month: 12 } => Self::Month { year: year + 1, month: 1 },
            Self::Month { year, month } => Self::Month { year, month: month + 1 },
            Self::Quarter { year, quarter: 4 } => Self::Quarter { year: year + 1, quarter: 1 },
            Self::Quarter { year, quarter } => Self::Quarter { year, quarter: quarter + 1 },
            Self::Year { year } => Self::Year { year: year + 1 },
        }
    }

    /// The same a year earlier.
    pub fn a_year_before(self) -> Self {
        match self {
            Self::Month { year, month } => Self::Month { year: year - 1, month },
            Self::Quarter { year, quarter } => Self::Quarter { year: year - 1, quarter },
            Self::Year { year } => Self::Year { year: year - 1 },
        }
    }

    /// How many of its days have come, with today, and how many it has.
    pub fn elapsed(self, today: Day) -> (i64, i64) {
        let whole = self.last_day().days_since(self.first_day()) + 1;
        (today.days_since(self.first_day()).saturating_add(1).clamp(0, whole), whole)
    }
}

/// The Monday of the week in which this day lies.
pub fn monday(day: Day) -> Day {
    day.plus(-i64::from(day.0.weekday().to_monday_zero_offset()))
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-q{quarter}"),
            Self::Year { year } => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Period {
    type Err = NoPeriod;

    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        let no = || NoPeriod(text.to_owned());
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let digits = year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit());
        let year: i16 =
            year.parse().ok().filter(|it| digits && YEARS.contains(it)).ok_or_else(no)?;
        let Some(rest) = rest else { return Ok(Self::Year { year }) };
        if let Some(quarter) = rest.strip_prefix('q') {
            let quarter = quarter.parse().ok().filter(|it| (1..=4).contains(it)).ok_or_else(no)?;
            return Ok(Self::Quarter { year, quarter });
        }
        let month = Date::strptime("%Y-%m-%d", format!("{year:04}-{rest}-01")).map_err(|_| no())?;
        if rest.len() != 2 {
            return Err(no());
        }
        Ok(Self::Month { year, month: month.month() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn a_leap_year_has_a_day_more() {
        assert_eq!(period("2028-02").last_day(), day("2028-02-29"));
        assert_eq!(period("2026-02").last_day(), day("2026-02-28"));
        assert_eq!(period("2028-q1").elapsed(day("2028-12-31")), (91, 91));
        assert_eq!(period("2026-q1").elapsed(day("2026-03-02")), (61, 90));
        assert_eq!(period("2026-q1").elapsed(day("2025-12-31")), (0, 90));
    }

    #[test]
    fn a_quarter_ends_where_the_next_begins() {
        assert!(period("2026-q1").holds(day("2026-03-31")));
        assert!(!period("2026-q1").holds(day("2026-04-01")));
        assert!(period("2026-q2").holds(day("2026-04-01")));
        assert_eq!(period("2026-q4").after(), period("2027-q1"));
        assert_eq!(period("2026-01").before(), period("2025-12"));
    }

    #[test]
    fn the_same_moment_is_another_period_further_east() {
        // Half past eight in the evening in UTC: April already in Jayapura, still March in London.
        let moment: kernel::Instant = "2026-03-31T16:30:00Z".parse().unwrap();

        assert_eq!(Period::quarter_of(moment.day(&kernel::Zone::jakarta())), period("2026-q1"));
        assert_eq!(Period::quarter_of(moment.day(&kernel::Zone::jayapura())), period("2026-q2"));
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "26", "2026-", "2026-13", "2026-q5", "2026-q0", "2026-3", "+026", "1999"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday(day("2026-03-02")), day("2026-03-02"));
        assert_eq!(monday(day("2026-03-08")), day("2026-03-02"));
    }

    proptest! {
        #[test]
        fn a_day_lies_in_one_month_quarter_and_year(days in 0_i64..60_000) {
            let day = day("2000-01-01").plus(days);
            for period in [Period::month_of(day), Period::quarter_of(day), Period::year_of(day)] {
                prop_assert!(period.holds(day));
                prop_assert!(!period.before().holds(day) && !period.after().holds(day));
                prop_assert_eq!(period.after().before(), period);
                prop_assert_eq!(period.before().last_day().plus(1), period.first_day());
                prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
                let holding = period.months().into_iter().filter(|it| it.holds(day)).count();
                prop_assert_eq!(holding, 1);
            }
        }

        #[test]
        fn no_text_breaks_the_reading(text in ".{0,12}") {
            let _ = text.parse::<Period>();
        }
    }
}
