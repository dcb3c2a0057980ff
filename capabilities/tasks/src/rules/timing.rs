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
mod tests;
