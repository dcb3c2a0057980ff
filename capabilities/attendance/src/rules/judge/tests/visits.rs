//! Days that visits begin and end.

use super::*;

fn by_visits(day: i8, facts: &[DayFact]) -> WorkDay {
    let policy = DayPolicy::new(Zone::jakarta());
    judge_day(march(day), &office(), facts, wib("20 12:00"), &policy)
}

#[test]
fn the_first_check_in_begins_the_day_and_the_last_check_out_ends_it() {
    let facts = [
        fact(VisitCheckIn, "2 08:05"),
        fact(VisitCheckOut, "2 09:00"),
        fact(VisitCheckIn, "2 15:30"),
        fact(VisitCheckOut, "2 16:50"),
    ];

    let day = by_visits(2, &facts);
    assert_eq!((day.opened_at, day.closed_at), (Some(wib("2 08:05")), Some(wib("2 16:50"))));
    assert_eq!((day.worked_minutes, day.spans.len()), (525, 1));
    assert_eq!(day.marks, [LeftEarly, OpenedByVisit, ClosedByVisit]);
}

#[test]
fn where_the_company_does_not_let_them_visits_begin_nothing() {
    let facts = [fact(VisitCheckIn, "2 08:05"), fact(VisitCheckOut, "2 09:00")];

    let day = judged(2, &office(), &facts);
    assert_eq!(day.state, DayState::None);
    let why = DayReason::VisitsDoNotOpen { fact: facts[0].id, at: facts[0].at };
    assert!(day.explanation.contains(&why));
}

#[test]
fn a_visit_in_doubt_does_not_begin_the_day_until_somebody_accepts_it() {
    let mut first = fact(VisitCheckIn, "2 08:05");
    first.standing = Standing::Doubtful;
    let second = fact(VisitCheckIn, "2 10:00");

    let day = by_visits(2, &[first.clone(), second.clone()]);
    assert_eq!(day.opened_at, Some(second.at));
    assert!(
        day.explanation.contains(&DayReason::VisitNotVerified { fact: first.id, at: first.at })
    );
    first.standing = Standing::Verified;
    assert_eq!(by_visits(2, &[first.clone(), second]).opened_at, Some(first.at));
}

#[test]
fn a_clock_in_that_arrives_late_begins_the_day_after_all() {
    let visit = [fact(VisitCheckIn, "2 09:00"), fact(VisitCheckOut, "2 10:00")];
    let with_punch = [visit[0].clone(), visit[1].clone(), fact(ClockIn, "2 07:59")];

    assert!(by_visits(2, &visit).has(OpenedByVisit));
    let day = by_visits(2, &with_punch);
    assert_eq!((day.opened_at, day.has(OpenedByVisit)), (Some(wib("2 07:59")), false));
    assert_eq!(day.closed_at, Some(wib("2 17:00")), "who punches is closed as those who punch");
}

#[test]
fn a_clock_out_ends_a_day_that_a_visit_began() {
    let facts = [fact(VisitCheckIn, "2 08:00"), fact(ClockOut, "2 17:00")];

    let day = by_visits(2, &facts);
    assert_eq!((day.worked_minutes, day.marks), (540, vec![OpenedByVisit]));
}

#[test]
fn a_visit_left_open_ends_the_day_where_it_was_last_seen() {
    let facts = [fact(VisitCheckIn, "2 08:00"), fact(VisitCheckIn, "2 14:00")];

    let day = by_visits(2, &facts);
    assert_eq!(day.closed_at, Some(wib("2 14:00")));
    assert_eq!(day.marks, [LeftEarly, OpenedByVisit, ClosedByRule]);
}

#[test]
fn leaving_a_client_next_morning_does_not_lengthen_the_day() {
    let facts = [
        fact(ClockIn, "2 08:00"),
        fact(VisitCheckIn, "2 16:00"),
        fact(VisitCheckOut, "3 06:40"),
        fact(VisitCheckIn, "3 08:30"),
    ];

    let (first, second) = (by_visits(2, &facts), by_visits(3, &facts));
    assert_eq!(first.closed_at, Some(wib("2 17:00")));
    assert_eq!(second.opened_at, Some(wib("3 08:30")));
}

#[test]
fn a_visit_after_the_clock_out_is_a_second_span() {
    let facts = [
        fact(ClockIn, "2 08:00"),
        fact(ClockOut, "2 12:00"),
        fact(VisitCheckIn, "2 14:00"),
        fact(VisitCheckOut, "2 17:00"),
    ];

    let day = by_visits(2, &facts);
    assert_eq!((day.spans.len(), day.worked_minutes), (2, 420));
}

#[test]
fn who_clocks_in_after_a_visit_at_midnight_is_waited_for_since_then() {
    let facts =
        [fact(VisitCheckIn, "4 00:00"), fact(ClockIn, "4 13:39"), fact(ClockOut, "5 00:01")];

    let on = |day| {
        let policy = DayPolicy::new(Zone::jakarta());
        judge_day(march(day), &Roster::default(), &facts, wib("20 12:00"), &policy)
    };
    assert_eq!(on(4).closed_at, Some(wib("5 00:01")));
    assert_eq!(on(5).state, DayState::None);
}

#[test]
fn who_clocks_in_again_is_waited_for_since_then() {
    let facts = [fact(ClockIn, "2 08:00"), fact(ClockIn, "2 14:00"), fact(ClockOut, "3 00:30")];

    let day = judged(2, &Roster::default(), &facts);
    assert_eq!((day.opened_at, day.closed_at), (Some(wib("2 08:00")), Some(wib("3 00:30"))));
    assert_eq!(day.marks, [DoubleClockIn]);
    assert_eq!(judged(3, &Roster::default(), &facts).state, DayState::None);
}
