//! When somebody was born, of which the year is often not told.

use kernel::{Day, Lang};

/// A day of the year, with the year if it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Birthday {
    year: Option<i16>,
    month: i8,
    day: i8,
}

/// The first three letters of each month in both languages.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "aug", "ags"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// A leap year, in which every day of a year is.
const LEAP: i16 = 2000;
const OLDEST: i16 = 1900;

impl Birthday {
    /// As people type it, day first (`12/04/1988`, `12 April`), and as it is kept.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = rest.split_once('-')?;
            return Self::of(None, month.parse().ok()?, day.parse().ok()?);
        }
        let split = |it: char| it.is_whitespace() || matches!(it, '/' | '.' | '-' | ',');
        let parts: Vec<&str> = text.split(split).filter(|it| !it.is_empty()).collect();
        match parts[..] {
            [year, month, day] if year.len() == 4 => {
                Self::of(Some(year.parse().ok()?), month.parse().ok()?, day.parse().ok()?)
            }
            [day, month, year] if year.len() == 4 => {
                Self::of(Some(year.parse().ok()?), month_of(month)?, day.parse().ok()?)
            }
            [day, month] => Self::of(None, month_of(month)?, day.parse().ok()?),
            _ => None,
        }
    }

    fn of(year: Option<i16>, month: i8, day: i8) -> Option<Self> {
        if year.is_some_and(|it| it < OLDEST) {
            return None;
        }
        jiff::civil::Date::new(year.unwrap_or(LEAP), month, day).ok()?;
        Some(Self { year, month, day })
    }

    /// Whether it is no later than this day.
    pub fn is_past(self, today: Day) -> bool {
        let Some(year) = self.year else { return true };
        jiff::civil::Date::new(year, self.month, self.day).is_ok_and(|it| Day(it) <= today)
    }

    /// `1988-04-12`, or `--04-12` as vCard writes a day without its year (RFC 6350, 4.3.1).
    pub fn stored(self) -> String {
        let Self { month, day, .. } = self;
        match self.year {
            Some(year) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("--{month:02}-{day:02}"),
        }
    }

    /// On which day it comes next, today included. Whoever was born on 29 February is wished well
    /// on the 28th where there is no 29th.
    pub fn next(self, today: Day) -> Day {
        let this = self.within(today.0.year());
        if today <= this { this } else { self.within(today.0.year() + 1) }
    }

    fn within(self, year: i16) -> Day {
        let date = jiff::civil::Date::new(year, self.month, self.day);
        Day(date.unwrap_or_else(|_| jiff::civil::date(year, 2, 28)))
    }

    /// `12 Apr 1988`, or `12 Apr`.
    pub fn shown(self, lang: Lang) -> String {
        let year = self.year.unwrap_or(LEAP);
        let Ok(date) = jiff::civil::Date::new(year, self.month, self.day) else {
            return String::new();
        };
        let shown = lang.day(Day(date));
        match self.year {
            Some(_) => shown,
            None => shown.trim_end_matches(&format!(" {LEAP}")).to_owned(),
        }
    }
}

/// The number of a month that is written as a number or a word.
fn month_of(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let begins = text.get(..3)?;
    let at = MONTHS.iter().position(|it| it.contains(&begins))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_birthday_is_read_as_people_write_it() {
        for text in
            ["12/04/1988", "12-4-1988", "12 April 1988", "12 apr 1988", "1988-04-12", "12.04.1988"]
        {
            assert_eq!(Birthday::read(text).unwrap().stored(), "1988-04-12", "{text}");
        }
        for text in ["12/04", "12 April", "--04-12"] {
            assert_eq!(Birthday::read(text).unwrap().stored(), "--04-12", "{text}");
        }
        for text in ["17 Agustus", "17 August", "17 agt. 2000"] {
            let read = Birthday::read(text).map(Birthday::stored);
            let august = read.is_some_and(|it| it.ends_with("08-17"));
            assert_eq!(august, text != "17 agt. 2000", "{text}");
        }
        for text in ["", "31/02", "13/13/1988", "kemarin", "12/04/88", "12/04/1788", "12"] {
            assert_eq!(Birthday::read(text), None, "{text}");
        }
    }

    #[test]
    fn it_comes_once_a_year_and_in_february_a_day_early_if_need_be() {
        let leap = Birthday::read("29/02/1992").unwrap();

        assert_eq!(leap.next(day("2026-01-01")), day("2026-02-28"));
        assert_eq!(leap.next(day("2027-03-01")), day("2028-02-29"));
        let april = Birthday::read("12 April").unwrap();
        assert_eq!(april.next(day("2026-04-12")), day("2026-04-12"));
        assert_eq!(april.next(day("2026-04-13")), day("2027-04-12"));
    }

    #[test]
    fn it_is_shown_without_a_year_that_nobody_told() {
        assert_eq!(Birthday::read("--04-12").unwrap().shown(Lang::En), "12 Apr");
        assert_eq!(Birthday::read("1988-04-12").unwrap().shown(Lang::Id), "12 Apr 1988");
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        let born = Birthday::read("2026-03-03").unwrap();

        assert!(!born.is_past(day("2026-03-02")) && born.is_past(day("2026-03-03")));
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_as_the_same(year in proptest::option::of(1900_i16..2100), month in 1_i8..=12, day in 1_i8..=28) {
            let birthday = Birthday::of(year, month, day).unwrap();

            prop_assert_eq!(Birthday::read(&birthday.stored()), Some(birthday));
        }

        #[test]
        fn the_next_one_is_within_a_year(month in 1_i8..=12, day in 1_i8..=28, ahead in 0_i64..3000) {
            let today = super::Day(jiff::civil::date(2026, 1, 1)).plus(ahead);
            let next = Birthday::of(None, month, day).unwrap().next(today);

            prop_assert!(today <= next && next <= today.plus(366));
        }
    }
}
