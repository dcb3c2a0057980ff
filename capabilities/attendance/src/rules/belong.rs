//! To which working day a fact belongs.
//!
//! By itself a moment belongs to the day whose shift it is nearest to. But a clock-out belongs to
//! the day that is open, which is how a night shift and an evening shift the day after are told
//! apart, and why a working day may cross midnight.

use kernel::{Day, Instant, Zone};

use super::day::DayPolicy;
use super::fact::{DayFact, DayFactKind, in_order};
use super::shift::{Hours, Roster};

/// A fact and the day to which it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Belonging<'a> {
    pub day: Day,
    pub fact: &'a DayFact,
}

/// A day that waits for its end.
#[derive(Clone, Copy, Debug)]
struct OpenDay {
    day: Day,
    patience: Patience,
}

/// How long an open day waits.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// After this the day is closed by rule.
    pub waits_until: Instant,
    /// Until this a clock-out is still this day's: it then closes it after all.
    pub joins_until: Instant,
}

/// Every fact with its day, as they happened. Each belongs to exactly one.
pub fn belongings<'a>(
    facts: &'a [DayFact],
    roster: &Roster,
    policy: &DayPolicy,
) -> Vec<Belonging<'a>> {
    let mut open: Option<OpenDay> = None;
    let mut found = Vec::new();
    for fact in in_order(facts) {
        let alone = if fact.kind == DayFactKind::ClockIn { day_to_begin } else { natural_day };
        let natural = alone(fact.at, &fact.zone, roster, &policy.zone);
        let day = open.filter(|open| joins(fact, natural, open)).map_or(natural, |open| open.day);
        let begins = open.is_none_or(|open| open.day != day);
        if fact.opens(policy.check_in_opens_day) && (begins || fact.kind == DayFactKind::ClockIn) {
            open = Some(OpenDay { day, patience: patience(day, fact, roster, policy) });
        }
        if fact.closes() && open.is_some_and(|open| open.day == day) {
            open = None;
        }
        found.push(Belonging { day, fact });
    }
    found
}

/// Whether a fact is part of the open day rather than of the one in which its moment lies.
fn joins(fact: &DayFact, natural: Day, open: &OpenDay) -> bool {
    let Patience { waits_until, joins_until } = open.patience;
    // Somebody who flew west may stand on an earlier date than the one that they began on.
    let is_not_later = natural <= open.day;
    match fact.kind {
        DayFactKind::ClockOut => fact.at <= joins_until,
        // A clock-in on a later day begins that day, whatever was forgotten on the one before.
        DayFactKind::ClockIn => is_not_later && fact.at <= joins_until,
        DayFactKind::VisitCheckIn | DayFactKind::VisitCheckOut => {
            fact.at <= joins_until && (is_not_later || fact.at <= waits_until)
        }
    }
}

/// The day to which a moment belongs by itself: the date of the start of the shift that it is
/// nearest to. Without shifts, the date on the wall.
pub fn natural_day(at: Instant, here: &Zone, roster: &Roster, company: &Zone) -> Day {
    latest_begun(at, here, roster, company, |before, after| {
        let (end, start) = (before.ends_at, after.starts_at);
        half_way(before.accepted_to, after.accepted_from).clamp(end.min(start), end.max(start))
    })
}

/// The day that a clock-in at this moment begins. It differs from the natural day only where one
/// shift follows another without a pause: whoever comes at 07.55 to relieve the guard who leaves
/// at 08.00 begins the next shift.
pub fn day_to_begin(at: Instant, here: &Zone, roster: &Roster, company: &Zone) -> Day {
    latest_begun(at, here, roster, company, |before, after| {
        half_way(before.accepted_to.min(after.accepted_from), after.accepted_from)
    })
}

/// The latest day that has begun; `parts` says where the windows of two shifts meet.
fn latest_begun(
    at: Instant,
    here: &Zone,
    roster: &Roster,
    company: &Zone,
    parts: impl Fn(Hours, Hours) -> Instant,
) -> Day {
    let date = at.day(here);
    let begins = |day: Day| {
        let before = hours_on(day.plus(-1), here, roster, company);
        let after = hours_on(day, here, roster, company);
        match (before, after) {
            (None, None) => day.start(here),
            (Some(before), None) => day.start(here).max(before.accepted_to),
            (None, Some(after)) => day.start(here).min(after.accepted_from),
            (Some(before), Some(after)) => parts(before, after),
        }
    };
    let candidates = [2, 1, 0, -1].map(|days| date.plus(days));
    candidates.into_iter().find(|day| begins(*day) <= at).unwrap_or_else(|| date.plus(-2))
}

fn hours_on(day: Day, here: &Zone, roster: &Roster, company: &Zone) -> Option<Hours> {
    roster.on(day).map(|shift| shift.hours(day, shift.zone(here, company)))
}

const fn half_way(a: Instant, b: Instant) -> Instant {
    Instant(a.0 + (b.0 - a.0) / 2)
}

/// How long a day waits for its end that was begun by this fact: by its latest clock-in, and by a
/// visit when there is none. Whoever clocks in again says that they go on, whatever came before.
/// Once the next shift's window begins, what is missing stays missing; and nobody is waited for
/// longer than a day, or than the shift.
pub fn patience(day: Day, begun: &DayFact, roster: &Roster, policy: &DayPolicy) -> Patience {
    let hours = hours_on(day, &begun.zone, roster, &policy.zone);
    let next = hours_on(day.plus(1), &begun.zone, roster, &policy.zone);
    let tolerance = policy.close_tolerance_minutes.max(0);
    let ended = match hours {
        Some(hours) => hours.accepted_to.max(begun.at.plus_hours(1)),
        None => begun.at.plus_minutes(policy.standard_minutes.max(0)),
    };
    let midnight = day.plus(1).start(&begun.zone);
    let waits = ended.plus_minutes(tolerance);
    let joins = waits.max(midnight);
    let (waits, joins) = match (hours, next) {
        (Some(hours), Some(next)) => {
            let last = hours.accepted_to.max(next.accepted_from);
            (waits.min(last), last)
        }
        (None, Some(next)) => (waits.min(next.accepted_from), joins.min(next.accepted_from)),
        (_, None) => (waits, joins),
    };
    let longest = begun.at.plus_hours(24);
    let longest = hours.map_or(longest, |hours| longest.max(hours.accepted_to));
    Patience { waits_until: waits.min(longest), joins_until: joins.min(longest) }
}
