//! What a company settles about its shifts and days decides how they are judged.

use super::*;

/// Until when a clock-out is waited for on the 2nd, after a clock-in at eight.
fn waits_until(roster: &Roster, policy: &DayPolicy) -> Option<Instant> {
    let facts = [fact(ClockIn, "2 08:00")];
    let day = judge_day(march(2), roster, &facts, wib("2 12:00"), policy);
    day.explanation.iter().find_map(|it| match it {
        DayReason::StillOpen { until } => Some(*until),
        _ => None,
    })
}

fn office_with(change: impl FnOnce(&mut Shift)) -> Roster {
    let mut shift = shift("08:00", "17:00");
    change(&mut shift);
    Roster::always(shift)
}

#[test]
fn nobody_leaves_early_within_the_grace() {
    for (grace_out_minutes, left, early) in [
        (0, "2 17:00", 0),
        (0, "2 16:59:30", 1),
        (15, "2 16:45", 0),
        (15, "2 16:44:59", 15),
        (15, "2 16:30", 30),
    ] {
        let roster = office_with(|it| it.grace_out_minutes = grace_out_minutes);
        let day = judged(2, &roster, &[fact(ClockIn, "2 08:00"), fact(ClockOut, left)]);

        assert_eq!(day.left_early_minutes, early, "{grace_out_minutes} {left}");
        assert_eq!(day.has(LeftEarly), 0 < early);
    }
}

#[test]
fn a_wider_margin_before_the_start_takes_earlier_punches() {
    let early_bird = [fact(ClockIn, "2 23:00"), fact(ClockOut, "3 17:00")];
    for (margin_before_minutes, day) in [(60, 2), (360, 3)] {
        let roster = office_with(|it| it.margin_before_minutes = margin_before_minutes);

        let began = judged(day, &roster, &early_bird).opened_at;

        assert_eq!(began, Some(wib("2 23:00")), "{margin_before_minutes}");
    }
}

#[test]
fn a_clock_out_is_waited_for_after_the_margin_and_the_tolerance() {
    for (margin_after_minutes, close_tolerance_minutes, until) in
        [(60, 300, "2 23:00"), (120, 300, "3 00:00"), (60, 0, "2 18:00"), (0, 30, "2 17:30")]
    {
        let roster = office_with(|it| it.margin_after_minutes = margin_after_minutes);
        let policy = DayPolicy { close_tolerance_minutes, ..policy() };

        assert_eq!(waits_until(&roster, &policy), Some(wib(until)), "{until}");
    }
}

#[test]
fn a_day_without_a_shift_is_as_long_as_the_company_says() {
    for (standard_minutes, until) in [(480, "2 21:00"), (600, "2 23:00")] {
        let policy = DayPolicy { standard_minutes, ..policy() };

        assert_eq!(waits_until(&Roster::default(), &policy), Some(wib(until)));
    }
}
