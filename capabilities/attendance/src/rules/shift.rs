//! When a team works.

use jiff::civil::{Time, Weekday};
use kernel::{Day, Instant, Zone, labels};
use serde::{Deserialize, Serialize};

labels! {
    /// Whose clock a shift's hours are read on.
    pub enum ShiftMeaning {
        /// The company's: 08.00 in Jakarta is 09.00 in Denpasar.
        Company = "company",
        /// The one on the wall: 08.00 wherever somebody is.
        Local = "local",
    }
}

/// The days of a week, Monday the lowest bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekdays(pub u8);

impl Weekdays {
    pub const MONDAY_TO_FRIDAY: Self = Self(0b001_1111);
    pub const MONDAY_TO_SATURDAY: Self = Self(0b011_1111);
    pub const ALL: Self = Self(0b111_1111);

    pub fn contains(self, day: Day) -> bool {
        let bit = match day.0.weekday() {
            Weekday::Monday => 0,
            Weekday::Tuesday => 1,
            Weekday::Wednesday => 2,
            Weekday::Thursday => 3,
            Weekday::Friday => 4,
            Weekday::Saturday => 5,
            Weekday::Sunday => 6,
        };
        self.0 >> bit & 1 == 1
    }
}

/// A team's hours. A shift that does not end later than it starts ends on the next day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    pub starts: Time,
    pub ends: Time,
    /// Later than this is late; up to it nothing is.
    pub grace_in_minutes: i64,
    pub grace_out_minutes: i64,
    pub meaning: ShiftMeaning,
    /// How long before its start a punch is certainly meant for this shift.
    pub margin_before_minutes: i64,
    pub margin_after_minutes: i64,
    pub weekdays: Weekdays,
}

/// A shift on one day, as moments. The date is that of its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub accepted_from: Instant,
    pub accepted_to: Instant,
}

impl Shift {
    /// A shift with the usual margins, an hour on both sides, from Monday to Friday.
    pub const fn new(starts: Time, ends: Time, meaning: ShiftMeaning) -> Self {
        Self {
            starts,
            ends,
            grace_in_minutes: 0,
            grace_out_minutes: 0,
            meaning,
            margin_before_minutes: 60,
            margin_after_minutes: 60,
            weekdays: Weekdays::MONDAY_TO_FRIDAY,
        }
    }

    pub fn ends_next_day(&self) -> bool {
        self.ends <= self.starts
    }

    /// The zone in which somebody who is `here` reads this shift.
    pub const fn zone<'a>(&self, here: &'a Zone, company: &'a Zone) -> &'a Zone {
        match self.meaning {
            ShiftMeaning::Company => company,
            ShiftMeaning::Local => here,
        }
    }

    /// The hours of a day on the clock of one zone.
    pub fn hours(&self, day: Day, zone: &Zone) -> Hours {
        self.hours_between(day, zone, zone)
    }

    /// The hours of a day that begins in one zone and ends in another: on the local clock,
    /// somebody who flies from Jakarta to Makassar starts at 08.00 WIB and ends at 17.00 WITA.
    pub fn hours_between(&self, day: Day, begins: &Zone, ends: &Zone) -> Hours {
        let last = if self.ends_next_day() { day.plus(1) } else { day };
        let starts_at = day.at(self.starts, begins);
        let ends_at = last.at(self.ends, ends).max(starts_at);
        Hours {
            starts_at,
            ends_at,
            accepted_from: starts_at.plus_minutes(-self.margin_before_minutes.max(0)),
            accepted_to: ends_at.plus_minutes(self.margin_after_minutes.max(0)),
        }
    }
}

/// Whole minutes after the start, once the grace is used up; at least one then. Compared by the
/// second: at 08.10.00 ten minutes of grace hold, at 08.10.01 they do not.
pub fn late_minutes(at: Instant, starts_at: Instant, grace_minutes: i64) -> i64 {
    beyond_grace(at.seconds_since(starts_at), grace_minutes)
}

/// Whole minutes before the end, once the grace is used up; at least one then.
pub fn early_minutes(at: Instant, ends_at: Instant, grace_minutes: i64) -> i64 {
    beyond_grace(ends_at.seconds_since(at), grace_minutes)
}

const fn beyond_grace(seconds: i64, grace_minutes: i64) -> i64 {
    let grace_s = if grace_minutes < 0 { 0 } else { grace_minutes.saturating_mul(60) };
    if seconds <= grace_s {
        0
    } else if seconds < 60 {
        1
    } else {
        seconds / 60
    }
}

/// Which shift holds from which day on. A day before the first has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    versions: Vec<(Day, Option<Shift>)>,
}

impl Roster {
    /// The versions of a person's shift in any order; none is a time without one.
    pub fn new(mut versions: Vec<(Day, Option<Shift>)>) -> Self {
        versions.sort_by_key(|(from, _)| *from);
        Self { versions }
    }

    /// One shift for all time.
    pub fn always(shift: Shift) -> Self {
        Self::new(vec![(Day(jiff::civil::Date::MIN), Some(shift))])
    }

    /// The hours that hold on this day, a working day or not: on a free day they still say where
    /// one day ends and the next begins.
    pub fn on(&self, day: Day) -> Option<&Shift> {
        self.versions.iter().rev().find(|(from, _)| *from <= day)?.1.as_ref()
    }

    /// The shift that is to be worked on this day.
    pub fn due_on(&self, day: Day) -> Option<&Shift> {
        self.on(day).filter(|shift| shift.weekdays.contains(day))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_shift_that_ends_before_it_starts_ends_tomorrow() {
        let night = Shift::new(time(18, 0, 0, 0), time(7, 0, 0, 0), ShiftMeaning::Company);

        let hours = night.hours(day("2026-03-02"), &Zone::jakarta());
        assert_eq!(hours.starts_at.to_string(), "2026-03-02T11:00:00Z");
        assert_eq!(hours.ends_at.to_string(), "2026-03-03T00:00:00Z");
        assert_eq!(hours.accepted_to.to_string(), "2026-03-03T01:00:00Z");
    }

    #[test]
    fn eight_o_clock_is_the_companys_or_the_walls() {
        let eight = |meaning| Shift::new(time(8, 0, 0, 0), time(17, 0, 0, 0), meaning);
        let (jakarta, makassar) = (Zone::jakarta(), Zone::makassar());
        let starts = |shift: &Shift| {
            shift.hours(day("2026-03-02"), shift.zone(&makassar, &jakarta)).starts_at.to_string()
        };

        assert_eq!(starts(&eight(ShiftMeaning::Company)), "2026-03-02T01:00:00Z");
        assert_eq!(starts(&eight(ShiftMeaning::Local)), "2026-03-02T00:00:00Z");
    }

    #[test]
    fn a_shift_holds_from_its_day_on() {
        let shift = Shift::new(time(8, 0, 0, 0), time(17, 0, 0, 0), ShiftMeaning::Company);
        let free = (day("2026-04-01"), None);
        let roster = Roster::new(vec![free, (day("2026-03-02"), Some(shift.clone()))]);

        assert_eq!(roster.on(day("2026-03-01")), None);
        assert_eq!(roster.on(day("2026-03-31")), Some(&shift));
        assert_eq!(roster.due_on(day("2026-03-28")), None, "a Saturday");
        assert_eq!(roster.on(day("2026-04-01")), None);
    }
}
