//! When a task is due, when it reminds, and whether it comes again.

use jiff::civil::Time;
use kernel::{Day, Instant, Zone};

use super::repeat::{Ends, Pattern, Repeat, RepeatFrom, Weekdays};
use super::task::TaskRefused;

/// A task of a whole day is reminded of so long before this hour of it.
const MORNING: Time = Time::constant(8, 0, 0, 0);
/// Nobody is reminded earlier than four weeks before.
pub const LONGEST_REMINDER: i32 = 28 * MINUTES_OF_A_DAY;
const MINUTES_OF_A_DAY: i32 = 1_440;
/// A reminder that comes later than this says so.
const LATE_MINUTES: i64 = 15;

/// What somebody says of the time of a task, beside its day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// On the clock of whoever says it; none for the whole day.
    pub time: Option<Time>,
    pub remind: Option<Remind>,
    pub repeat: Option<Repeating>,
}

/// A reminder before a task is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Remind {
    pub minutes: i32,
    /// Not only under the bell.
    pub mail: bool,
}

/// How a task comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeating {
    pub rule: Repeat,
    pub from: RepeatFrom,
}

impl Timing {
    /// Nothing of it makes sense without a day.
    pub fn check(&self, due_on: Option<Day>) -> Result<(), TaskRefused> {
        if let Some(remind) = self.remind
            && !(0..=LONGEST_REMINDER).contains(&remind.minutes)
        {
            return Err(TaskRefused::NoReminder);
        }
        let asks = self.time.is_some() || self.remind.is_some() || self.repeat.is_some();
        if due_on.is_none() && asks { Err(TaskRefused::TimeWithoutDay) } else { Ok(()) }
    }

    /// As [`check`](Self::check), for a task whose series begins on that day.
    pub fn check_first(&self, due_on: Option<Day>) -> Result<(), TaskRefused> {
        self.check(due_on)?;
        match (due_on, self.repeat.map(|it| it.rule.ends)) {
            (Some(first), Some(Ends::On(last))) if last < first => Err(TaskRefused::EndsBefore),
            _ => Ok(()),
        }
    }
}

/// The moment at which a task is due, if it has a time.
pub fn due_at(due_on: Option<Day>, time: Option<Time>, zone: &Zone) -> Option<Instant> {
    Some(due_on?.at(time?, zone))
}

/// The moment of the reminder: whole days by the calendar, the rest by the clock.
pub fn remind_at(due_on: Day, time: Option<Time>, zone: &Zone, minutes: i32) -> Instant {
    let (days, rest) = (minutes / MINUTES_OF_A_DAY, minutes % MINUTES_OF_A_DAY);
    let day = due_on.plus(-i64::from(days));
    day.at(time.unwrap_or(MORNING), zone).plus_minutes(-i64::from(rest))
}

/// Whether a reminder for that moment comes so late that it has to say so.
pub fn is_late(remind_at: Instant, now: Instant) -> bool {
    remind_at.plus_minutes(LATE_MINUTES) < now
}

/// Whether a task is overdue: at its time if it has one, and else when its day is over.
pub fn is_overdue(due_on: Option<Day>, due_at: Option<Instant>, now: Instant, today: Day) -> bool {
    match due_at {
        Some(at) => at < now,
        None => due_on.is_some_and(|it| it < today),
    }
}

/// `14:05` or `14.05`.
pub fn time(typed: &str) -> Result<Option<Time>, TaskRefused> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let parts = typed.split_once([':', '.']);
    let number = |it: &str| it.parse::<i8>().ok().filter(|_| it.len() <= 2);
    let time =
        parts.and_then(|(hour, minute)| Time::new(number(hour)?, number(minute)?, 0, 0).ok());
    time.map(Some).ok_or(TaskRefused::NoTime)
}

/// As it is kept and sent.
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// How a form says that a task comes again.
#[derive(Clone, Debug, Default)]
pub struct Wish<'a> {
    /// `daily`, `working`, `weekly`, `month_day`, `month_weekday`, `month_last_weekday`, `yearly`.
    pub kind: &'a str,
    pub every: &'a str,
    /// For `weekly`; the weekday of the first day if there are none.
    pub days: Vec<jiff::civil::Weekday>,
    pub until: &'a str,
    pub times: &'a str,
}

impl Wish<'_> {
    /// The rule that follows from the first day.
    pub fn rule(&self, due_on: Option<Day>) -> Result<Option<Repeat>, TaskRefused> {
        if self.kind.is_empty() {
            return Ok(None);
        }
        let first = due_on.ok_or(TaskRefused::TimeWithoutDay)?.0;
        let nth = (first.day() - 1) / 7 + 1;
        let pattern = match self.kind {
            "daily" => Pattern::Daily,
            "working" => Pattern::Weekly(Weekdays::working()),
            "weekly" => {
                let own = Weekdays::of([first.weekday()]);
                let days = Weekdays::of(self.days.iter().copied()).or(own);
                Pattern::Weekly(days.ok_or(TaskRefused::NoRule)?)
            }
            "month_day" => Pattern::MonthDay(first.day()),
            // There is not always a fifth; whoever means that means the last.
            "month_weekday" if nth <= 4 => Pattern::MonthWeekday(nth, first.weekday()),
            "month_weekday" | "month_last_weekday" => Pattern::MonthWeekday(-1, first.weekday()),
            "yearly" => Pattern::Yearly(first.month(), first.day()),
            _ => return Err(TaskRefused::NoRule),
        };
        let interval = match self.every.trim() {
            "" => 1,
            number => number.parse().map_err(|_| TaskRefused::NoInterval)?,
        };
        if !(1..=super::repeat::LONGEST_INTERVAL).contains(&interval) {
            return Err(TaskRefused::NoInterval);
        }
        let ends = match (self.until.trim(), self.times.trim()) {
            ("", "") => Ends::Never,
            (day, "") => Ends::On(day.parse().map_err(|_| TaskRefused::NoEnd)?),
            ("", times) => match times.parse() {
                Ok(times @ 1..=super::repeat::MOST_TIMES) => Ends::After(times),
                _ => return Err(TaskRefused::NoEnd),
            },
            _ => return Err(TaskRefused::NoEnd),
        };
        Ok(Some(Repeat { pattern, interval, ends }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn moment(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn two_in_jakarta_is_two_in_jakarta_wherever_it_is_read() {
        let two = time("14.00").unwrap();

        let at = due_at(Some(day("2026-03-05")), two, &Zone::jakarta()).unwrap();

        assert_eq!(at, moment("2026-03-05T07:00:00Z"));
        assert_eq!(at.local(&Zone::makassar()).hour(), 15);
        assert_eq!(at.local(&Zone::jayapura()).hour(), 16);
    }

    #[test]
    fn a_whole_day_is_reminded_of_in_its_morning() {
        let due = day("2026-03-05");
        let jakarta = Zone::jakarta();

        assert_eq!(remind_at(due, None, &jakarta, 0), moment("2026-03-05T01:00:00Z"));
        assert_eq!(remind_at(due, None, &jakarta, 1_440), moment("2026-03-04T01:00:00Z"));
        let two = time("14:00").unwrap();
        assert_eq!(remind_at(due, two, &jakarta, 90), moment("2026-03-05T05:30:00Z"));
    }

    #[test]
    fn a_day_before_is_the_same_time_the_day_before_even_when_clocks_are_changed() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        let ten = time("10:00").unwrap();

        let reminded = remind_at(day("2026-03-29"), ten, &berlin, 1_440);

        assert_eq!(reminded, moment("2026-03-28T09:00:00Z"));
        assert_eq!(day("2026-03-29").at(ten.unwrap(), &berlin), moment("2026-03-29T08:00:00Z"));
    }

    #[test]
    fn a_time_is_late_after_it_and_a_day_when_it_is_over() {
        let (today, now) = (day("2026-03-02"), moment("2026-03-02T05:00:00Z"));
        let overdue =
            |on: &str, at: Option<&str>| is_overdue(Some(day(on)), at.map(moment), now, today);

        assert!(overdue("2026-03-02", Some("2026-03-02T04:59:59Z")));
        assert!(!overdue("2026-03-02", Some("2026-03-02T05:00:00Z")));
        assert!(!overdue("2026-03-02", None));
        assert!(overdue("2026-03-01", None));
        assert!(!is_overdue(None, None, now, today));
    }

    #[test]
    fn a_time_is_read_in_both_languages_and_nothing_else_is_one() {
        assert_eq!(time(" 9.05 ").unwrap().map(clock), Some("09:05".to_owned()));
        assert_eq!(time("23:59").unwrap().map(clock), Some("23:59".to_owned()));
        assert_eq!(time("").unwrap(), None);
        for wrong in ["24:00", "9", "9:60", "siang", "-1:00", "09:00:00", "009:00"] {
            assert_eq!(time(wrong), Err(TaskRefused::NoTime), "{wrong}");
        }
    }

    #[test]
    fn a_time_needs_a_day_and_an_end_comes_after_the_beginning() {
        let daily = Repeat { pattern: Pattern::Daily, interval: 1, ends: Ends::Never };
        let ends = Repeat { ends: Ends::On(day("2026-03-01")), ..daily };
        let again = |rule| Timing {
            repeat: Some(Repeating { rule, from: RepeatFrom::Calendar }),
            ..Timing::default()
        };

        assert_eq!(again(daily).check(None), Err(TaskRefused::TimeWithoutDay));
        assert_eq!(again(daily).check(Some(day("2026-03-02"))), Ok(()));
        assert_eq!(again(ends).check_first(Some(day("2026-03-02"))), Err(TaskRefused::EndsBefore));
        assert_eq!(again(ends).check(Some(day("2026-03-02"))), Ok(()), "its last one was put off");
        let remind =
            |minutes| Timing { remind: Some(Remind { minutes, mail: false }), ..Timing::default() };
        let on = Some(day("2026-03-02"));
        assert_eq!(remind(LONGEST_REMINDER).check(on), Ok(()));
        assert_eq!(remind(LONGEST_REMINDER + 1).check(on), Err(TaskRefused::NoReminder));
        assert_eq!(remind(-1).check(on), Err(TaskRefused::NoReminder));
        assert_eq!(remind(0).check(None), Err(TaskRefused::TimeWithoutDay));
        assert_eq!(Timing::default().check(None), Ok(()));
    }

    #[test]
    fn a_wish_follows_from_the_first_day() {
        let on = |first: &str, kind: &'static str| {
            let wish = Wish { kind, every: "2", ..Wish::default() };
            wish.rule(Some(day(first))).unwrap().unwrap().to_string()
        };

        assert_eq!(on("2026-03-03", "weekly"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        assert_eq!(on("2026-03-31", "month_day"), "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1");
        assert_eq!(on("2026-03-10", "month_weekday"), "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU");
        assert_eq!(on("2026-03-31", "month_weekday"), "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU");
        let wrong = |wish: Wish<'_>| wish.rule(Some(day("2026-03-02")));
        let daily = || Wish { kind: "daily", ..Wish::default() };
        assert_eq!(wrong(Wish { every: "0", ..daily() }), Err(TaskRefused::NoInterval));
        assert_eq!(wrong(Wish { every: "x", ..daily() }), Err(TaskRefused::NoInterval));
        assert_eq!(wrong(Wish { times: "0", ..daily() }), Err(TaskRefused::NoEnd));
        assert_eq!(
            wrong(Wish { times: "3", until: "2026-04-01", ..daily() }),
            Err(TaskRefused::NoEnd)
        );
        assert_eq!(wrong(Wish { kind: "hourly", ..Wish::default() }), Err(TaskRefused::NoRule));
        assert_eq!(wrong(Wish::default()), Ok(None));
    }

    proptest! {
        #[test]
        fn a_reminder_never_comes_after_what_it_reminds_of(
            days in 0i64..4000,
            hour in 0i8..24,
            minutes in 0i32..=LONGEST_REMINDER,
        ) {
            let due = day("2020-01-01").plus(days);
            let at = Time::new(hour, 0, 0, 0).ok();
            let zone = Zone::makassar();

            let reminded = remind_at(due, at, &zone, minutes);

            prop_assert!(reminded <= due_at(Some(due), at, &zone).unwrap());
        }
    }
}
