//! Days as they should be judged.

use kernel::FactId;

use super::super::day::DayMark::{
    Capped, ClosedByRule, ClosedByVisit, DayOff, DoubleClockIn, DoubleClockOut, InReview, Late,
    LeftEarly, NoClockIn, OffShift, OpenedByVisit,
};
use super::super::day::DayReason;
use super::super::fact::DayFactKind::{self, ClockIn, ClockOut, VisitCheckIn, VisitCheckOut};
use super::super::fact::Standing;
use super::super::shift::ShiftMeaning;
use super::*;

mod known;
mod properties;
mod settled;
mod visits;

/// Which day in March 2026; the 2nd is a Monday.
pub fn march(day: i8) -> Day {
    Day(jiff::civil::date(2026, 3, day))
}

/// Moments are written as day and clock, `2 08:00` or `2 08:00:30`.
pub fn at(text: &str, zone: &Zone) -> Instant {
    let (day, clock) = text.split_once(' ').unwrap();
    let clock: jiff::civil::Time = clock.parse().unwrap();
    march(day.parse().unwrap()).at(clock, zone)
}

pub fn wib(text: &str) -> Instant {
    at(text, &Zone::jakarta())
}

/// A verified fact in Jakarta. Its id comes of what it is.
pub fn fact(kind: DayFactKind, text: &str) -> DayFact {
    fact_in(kind, text, Zone::jakarta())
}

pub fn fact_in(kind: DayFactKind, text: &str, zone: Zone) -> DayFact {
    let at = at(text, &zone);
    let number = u128::from(at.0.unsigned_abs()) * 8 + kind as u128;
    let id = FactId(uuid::Uuid::from_u128(number));
    DayFact { id, kind, at, zone, standing: Standing::Verified }
}

pub fn shift(starts: &str, ends: &str) -> Shift {
    let (starts, ends) = (starts.parse().unwrap(), ends.parse().unwrap());
    Shift { grace_in_minutes: 10, ..Shift::new(starts, ends, ShiftMeaning::Company) }
}

pub fn office() -> Roster {
    Roster::always(shift("08:00", "17:00"))
}

pub fn policy() -> DayPolicy {
    DayPolicy { check_in_opens_day: false, ..DayPolicy::new(Zone::jakarta()) }
}

/// The day as it is seen long afterwards.
pub fn judged(day: i8, roster: &Roster, facts: &[DayFact]) -> WorkDay {
    judge_day(march(day), roster, facts, wib("20 12:00"), &policy())
}

#[test]
fn a_plain_day() {
    let day = judged(2, &office(), &[fact(ClockIn, "2 07:58:11"), fact(ClockOut, "2 17:02")]);

    assert_eq!((day.state, day.worked_minutes, day.late_minutes), (DayState::Closed, 543, 0));
    assert_eq!(day.opened_at, Some(wib("2 07:58:11")));
    assert_eq!(day.closed_at, Some(wib("2 17:02")));
    assert_eq!(day.marks, []);
}

#[test]
fn a_day_without_facts_has_not_begun() {
    let day = judged(2, &office(), &[fact(ClockIn, "3 08:00")]);

    assert_eq!((day.state, day.opened_at, day.marks), (DayState::None, None, vec![]));
}

#[test]
fn grace_holds_to_the_second() {
    for (clock, late) in [
        ("2 08:00:00", 0),
        ("2 08:10:00", 0),
        ("2 08:10:01", 10),
        ("2 08:11:00", 11),
        ("2 09:30:59", 90),
    ] {
        let day = judged(2, &office(), &[fact(ClockIn, clock), fact(ClockOut, "2 17:00")]);

        assert_eq!((day.late_minutes, day.has(Late)), (late, 0 < late), "{clock}");
    }
}

#[test]
fn without_grace_one_second_is_one_minute() {
    let strict = Shift { grace_in_minutes: 0, ..shift("08:00", "17:00") };
    let facts = [fact(ClockIn, "2 08:00:01"), fact(ClockOut, "2 16:59:59")];

    let day = judged(2, &Roster::always(strict), &facts);
    assert_eq!((day.late_minutes, day.left_early_minutes), (1, 1));
    assert_eq!(day.marks, [Late, LeftEarly]);
}

#[test]
fn several_pairs_add_up() {
    let facts = [
        fact(ClockIn, "2 08:00"),
        fact(ClockOut, "2 12:00:30"),
        fact(ClockIn, "2 13:00"),
        fact(ClockOut, "2 17:00:30"),
    ];

    let day = judged(2, &office(), &facts);
    assert_eq!((day.spans.len(), day.worked_minutes), (2, 481), "seconds add up before rounding");
    assert_eq!(day.marks, []);
}

#[test]
fn somebody_at_lunch_has_not_left_early() {
    let facts = [fact(ClockIn, "2 08:00"), fact(ClockOut, "2 12:00")];
    let judged = |now| judge_day(march(2), &office(), &facts, wib(now), &policy());

    assert_eq!(judged("2 12:30").left_early_minutes, 0);
    assert_eq!(judged("2 17:00").left_early_minutes, 300);
}

#[test]
fn a_second_clock_in_or_out_changes_nothing_and_is_said() {
    let facts = [
        fact(ClockIn, "2 08:00"),
        fact(ClockIn, "2 08:01"),
        fact(ClockOut, "2 17:00"),
        fact(ClockOut, "2 19:00"),
    ];

    let day = judged(2, &office(), &facts);
    assert_eq!((day.opened_at, day.closed_at), (Some(wib("2 08:00")), Some(wib("2 17:00"))));
    assert_eq!(day.marks, [DoubleClockIn, DoubleClockOut]);
}

#[test]
fn a_clock_out_alone_is_kept_and_counts_nothing() {
    let day = judged(2, &office(), &[fact(ClockOut, "2 17:00")]);

    assert_eq!((day.state, day.worked_minutes), (DayState::Closed, 0));
    assert_eq!((day.opened_at, day.closed_at), (None, Some(wib("2 17:00"))));
    assert_eq!(day.marks, [NoClockIn]);
}

#[test]
fn a_forgotten_clock_out_ends_with_the_shift() {
    let facts = [fact(ClockIn, "2 08:05")];
    let judged = |now| judge_day(march(2), &office(), &facts, wib(now), &policy());

    let evening = judged("2 19:00");
    assert_eq!((evening.state, evening.worked_minutes), (DayState::Open, 655));
    let night = judged("2 23:00:01");
    assert_eq!((night.state, night.closed_at), (DayState::Closed, Some(wib("2 17:00"))));
    assert_eq!((night.worked_minutes, night.marks), (535, vec![ClosedByRule]));
}

#[test]
fn a_forgotten_clock_out_ends_with_the_last_thing_that_is_known() {
    let mut out = fact(VisitCheckOut, "2 18:40");
    let facts =
        |out: &DayFact| [fact(ClockIn, "2 08:00"), fact(VisitCheckIn, "2 17:30"), out.clone()];

    assert_eq!(judged(2, &office(), &facts(&out)).closed_at, Some(wib("2 18:40")));
    out.standing = Standing::Doubtful;
    let day = judged(2, &office(), &facts(&out));
    assert_eq!(day.closed_at, Some(wib("2 17:30")), "what is in doubt adds nothing");
    assert_eq!(day.marks, [ClosedByRule, InReview]);
}

#[test]
fn without_a_shift_nothing_is_invented() {
    let day = judged(2, &Roster::default(), &[fact(ClockIn, "2 08:00")]);

    assert_eq!((day.worked_minutes, day.closed_at), (0, Some(wib("2 08:00"))));
    assert!(day.has(ClosedByRule));
}

#[test]
fn a_late_clock_out_mends_a_day_that_a_rule_had_closed() {
    let facts = [fact(ClockIn, "2 08:00"), fact(ClockOut, "3 01:10")];

    let before = judge_day(march(2), &office(), &facts[..1], wib("2 23:30"), &policy());
    assert!(before.has(ClosedByRule));
    assert_eq!(next_punch(&before, wib("2 23:30")), NextPunch::ClockOut);
    let after = judged(2, &office(), &facts);
    assert_eq!((after.closed_at, after.marks), (Some(wib("3 01:10")), vec![]));
    assert_eq!(judged(3, &office(), &facts).state, DayState::None);
}

#[test]
fn a_day_off_is_marked_and_never_late() {
    let day = judged(7, &office(), &[fact(ClockIn, "7 10:00"), fact(ClockOut, "7 12:00")]);

    assert_eq!((day.worked_minutes, day.late_minutes), (120, 0));
    assert_eq!((day.marks, day.hours), (vec![DayOff], None));
}

#[test]
fn work_outside_the_hours_is_neither_late_nor_early() {
    let day = judged(2, &office(), &[fact(ClockIn, "2 20:00"), fact(ClockOut, "2 22:00")]);

    assert_eq!((day.marks, day.late_minutes, day.worked_minutes), (vec![OffShift], 0, 120));
}

#[test]
fn an_early_bird_is_on_shift() {
    let day = judged(2, &office(), &[fact(ClockIn, "2 05:10"), fact(ClockOut, "2 17:00")]);

    assert_eq!((day.day, day.marks), (march(2), vec![]));
}

#[test]
fn a_rejected_punch_stays_on_record_and_counts_for_nothing() {
    let mut early = fact(ClockIn, "2 07:30");
    early.standing = Standing::Rejected;
    let facts = [early.clone(), fact(ClockIn, "2 09:00"), fact(ClockOut, "2 17:00")];

    let day = judged(2, &office(), &facts);
    assert_eq!((day.opened_at, day.late_minutes), (Some(wib("2 09:00")), 60));
    assert!(day.explanation.contains(&DayReason::Rejected { fact: early.id, at: early.at }));
    assert!(day.facts.contains(&early.id));
}

#[test]
fn whoever_is_not_there_is_overdue_until_the_shift_is_over() {
    let facts = [];
    for (now, minutes) in [("2 08:10", 0), ("2 08:12", 12), ("2 17:00", 0)] {
        let day = judge_day(march(2), &office(), &facts, wib(now), &policy());

        assert_eq!(overdue_minutes(&day, &shift("08:00", "17:00"), wib(now)), minutes, "{now}");
    }
}
