//! The judgment of a day.

use kernel::{Day, Instant, Zone};

use super::belong::{Belonging, belongings, day_to_begin};
use super::day::{DayPolicy, DayState, WorkDay};
use super::fact::DayFact;
use super::judging::{Judging, Moment};
use super::shift::{Roster, Shift, late_minutes};

/// Which moments' facts a judgment of this day needs; more of them change nothing.
pub fn facts_around(day: Day, policy: &DayPolicy) -> (Instant, Instant) {
    (day.plus(-3).start(&policy.zone), day.plus(4).start(&policy.zone))
}

/// Judges one day by the facts around it, in any order, some of them perhaps twice.
///
/// Facts of the neighbouring days belong in `facts`: they say whether a clock-out after midnight
/// ends the day before, and whether the next day has begun. [`facts_around`] says which. None is
/// later than `now`: a fact is recorded no later than it was received.
pub fn judge_day(
    day: Day,
    roster: &Roster,
    facts: &[DayFact],
    now: Instant,
    policy: &DayPolicy,
) -> WorkDay {
    let all = belongings(facts, roster, policy);
    let own: Vec<&DayFact> = all.iter().filter(|it| it.day == day).map(|it| it.fact).collect();

    let next_began_at = began_after(day, &all, policy);
    Judging::of(own).judge(Moment { day, roster, policy, now, next_began_at })
}

/// The day that counts now for somebody who is `here`: the one that is open, or else today's.
pub fn current_day(
    here: &Zone,
    roster: &Roster,
    facts: &[DayFact],
    now: Instant,
    policy: &DayPolicy,
) -> WorkDay {
    let today = day_to_begin(now, here, roster, &policy.zone);
    let judge = |day| judge_day(day, roster, facts, now, policy);
    // Tomorrow's too: somebody who flew west stands on an earlier date than their own day's.
    [1, -1]
        .map(|days| judge(today.plus(days)))
        .into_iter()
        .find(|day| day.state == DayState::Open)
        .unwrap_or_else(|| judge(today))
}

/// What the one big button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextPunch {
    ClockIn,
    ClockOut,
}

/// The button for this day: never a look at the last punch, which may be last week's.
///
/// A day that a rule has closed while its clock-out may still come goes on asking for it.
pub fn next_punch(current: &WorkDay, now: Instant) -> NextPunch {
    if current.clock_out_until.is_some_and(|until| now <= until) {
        NextPunch::ClockOut
    } else {
        NextPunch::ClockIn
    }
}

/// For how many minutes somebody who has not begun should have been at work by now.
pub fn overdue_minutes(day: &WorkDay, shift: &Shift, now: Instant) -> i64 {
    match day.hours {
        Some(hours) if day.state == DayState::None && now < hours.ends_at => {
            late_minutes(now, hours.starts_at, shift.grace_in_minutes)
        }
        _ => 0,
    }
}

/// When the first fact of a later day began it.
fn began_after(day: Day, all: &[Belonging<'_>], policy: &DayPolicy) -> Option<Instant> {
    let later = all.iter().filter(|it| day < it.day && it.fact.opens(policy.check_in_opens_day));
    later.map(|it| it.fact.at).min()
}

#[cfg(test)]
mod tests;
