//! Days that other systems got wrong.

use super::*;

fn night() -> Roster {
    Roster::always(Shift {
        weekdays: super::super::super::shift::Weekdays::ALL,
        ..shift("18:00", "07:00")
    })
}

#[test]
fn a_night_shift_ends_at_ten_past_seven_and_the_evening_shift_begins() {
    let facts = [
        fact(ClockIn, "2 17:55"),
        fact(ClockOut, "3 07:10"),
        fact(ClockIn, "3 17:58"),
        fact(ClockOut, "4 07:02"),
    ];

    let (first, second) = (judged(2, &night(), &facts), judged(3, &night(), &facts));
    assert_eq!((first.worked_minutes, first.closed_at), (795, Some(wib("3 07:10"))));
    assert_eq!((second.worked_minutes, second.opened_at), (784, Some(wib("3 17:58"))));
    assert_eq!((first.marks, second.marks), (vec![], vec![]));
}

#[test]
fn a_night_shift_before_an_evening_shift_of_another_length() {
    let evening = Shift { meaning: ShiftMeaning::Company, ..shift("16:00", "23:00") };
    let roster =
        Roster::new(vec![(march(1), night().on(march(1)).cloned()), (march(3), Some(evening))]);
    let facts = [fact(ClockIn, "2 18:00"), fact(ClockOut, "3 07:10"), fact(ClockIn, "3 15:50")];

    assert_eq!(judged(2, &roster, &facts).closed_at, Some(wib("3 07:10")));
    assert_eq!(judged(3, &roster, &facts).opened_at, Some(wib("3 15:50")));
}

#[test]
fn an_afternoon_shift_whose_margin_passes_midnight() {
    let roster = Roster::always(shift("14:00", "23:30"));
    let facts = [fact(ClockIn, "2 13:50"), fact(ClockOut, "3 00:20"), fact(ClockIn, "3 13:55")];

    let day = judged(2, &roster, &facts);
    assert_eq!((day.closed_at, day.worked_minutes), (Some(wib("3 00:20")), 630));
    assert_eq!(judged(3, &roster, &facts).opened_at, Some(wib("3 13:55")));
}

#[test]
fn in_and_out_on_two_dates_are_one_day() {
    for roster in [Roster::default(), office(), Roster::always(shift("16:00", "23:59"))] {
        let facts = [fact(ClockIn, "2 21:30"), fact(ClockOut, "3 01:15")];

        let day = judged(2, &roster, &facts);
        assert_eq!((day.worked_minutes, day.closed_at), (225, Some(wib("3 01:15"))));
        assert_eq!(judged(3, &roster, &facts).state, DayState::None);
    }
}

#[test]
fn the_button_next_morning_begins_the_day() {
    let forgotten = [fact(ClockIn, "2 08:00")];
    let here = Zone::jakarta();
    let button = |now: &str| {
        let day = current_day(&here, &office(), &forgotten, wib(now), &policy());
        next_punch(&day, wib(now))
    };

    assert_eq!(button("2 16:00"), NextPunch::ClockOut);
    assert_eq!(button("2 20:30"), NextPunch::ClockOut, "working over");
    assert_eq!(button("3 07:30"), NextPunch::ClockIn);
    assert_eq!(button("5 07:30"), NextPunch::ClockIn);
}

#[test]
fn the_button_after_a_night_ends_the_night() {
    let facts = [fact(ClockIn, "2 18:00")];
    let here = Zone::jakarta();
    let button = |now: &str| {
        let day = current_day(&here, &night(), &facts, wib(now), &policy());
        (day.day, next_punch(&day, wib(now)))
    };

    assert_eq!(button("3 00:30"), (march(2), NextPunch::ClockOut));
    assert_eq!(button("3 07:30"), (march(2), NextPunch::ClockOut));
    assert_eq!(button("3 17:30"), (march(3), NextPunch::ClockIn));
}

#[test]
fn a_forgotten_clock_out_does_not_poison_the_next_day() {
    let facts = [fact(ClockIn, "2 08:00"), fact(ClockIn, "3 08:20"), fact(ClockOut, "3 17:00")];

    let (first, second) = (judged(2, &office(), &facts), judged(3, &office(), &facts));
    assert_eq!((first.closed_at, first.marks), (Some(wib("2 17:00")), vec![ClosedByRule]));
    assert_eq!((second.worked_minutes, second.late_minutes), (520, 20));
    assert_eq!(second.marks, [Late]);
}

#[test]
fn a_round_the_clock_shift_ends_where_the_next_begins() {
    let guard = Roster::always(Shift {
        weekdays: super::super::super::shift::Weekdays::ALL,
        ..shift("08:00", "08:00")
    });
    let facts = [
        fact(ClockIn, "2 07:55"),
        fact(ClockOut, "3 08:05"),
        fact(ClockIn, "3 08:06"),
        fact(ClockOut, "4 08:00"),
    ];

    let (first, second) = (judged(2, &guard, &facts), judged(3, &guard, &facts));
    assert_eq!((first.opened_at, first.closed_at), (Some(wib("2 07:55")), Some(wib("3 08:05"))));
    assert_eq!((first.worked_minutes, first.marks), (24 * 60, vec![Capped]));
    assert_eq!((second.opened_at, second.closed_at), (Some(wib("3 08:06")), Some(wib("4 08:00"))));
}

#[test]
fn jakarta_in_the_morning_and_makassar_in_the_afternoon() {
    let facts = [fact(ClockIn, "2 08:00"), fact_in(ClockOut, "2 17:00", Zone::makassar())];
    let local = Shift { meaning: ShiftMeaning::Local, ..shift("08:00", "17:00") };

    let on_the_wall = judged(2, &Roster::always(local), &facts);
    assert_eq!((on_the_wall.worked_minutes, on_the_wall.marks), (480, vec![]));
    assert_eq!(on_the_wall.zones, [Zone::jakarta(), Zone::makassar()]);
    let by_the_company = judged(2, &office(), &facts);
    assert_eq!((by_the_company.worked_minutes, by_the_company.left_early_minutes), (480, 60));
}

#[test]
fn three_zones_in_one_day_add_up() {
    let local = Roster::always(Shift { meaning: ShiftMeaning::Local, ..shift("08:00", "17:00") });
    let facts = [
        fact(ClockIn, "2 08:00"),
        fact(ClockOut, "2 09:00"),
        fact_in(ClockIn, "2 13:00", Zone::makassar()),
        fact_in(ClockOut, "2 14:30", Zone::makassar()),
        fact_in(ClockIn, "2 17:30", Zone::jayapura()),
        fact_in(ClockOut, "2 19:00", Zone::jayapura()),
    ];

    let day = judged(2, &local, &facts);
    assert_eq!((day.worked_minutes, day.spans.len(), day.zones.len()), (240, 3, 3));
    assert_eq!(day.late_minutes, 0);
}

#[test]
fn eight_in_jayapura_is_late_only_by_the_companys_clock_of_jayapura() {
    // 08.05 WIT is 06.05 WIB: early for the company's clock, in grace on the wall.
    let facts = [
        fact_in(ClockIn, "2 08:05", Zone::jayapura()),
        fact_in(ClockOut, "2 17:00", Zone::jayapura()),
    ];
    let local = Shift { meaning: ShiftMeaning::Local, ..shift("08:00", "17:00") };

    let wall = judged(2, &Roster::always(local), &facts);
    assert_eq!((wall.late_minutes, wall.left_early_minutes), (0, 0));
    let company = judged(2, &office(), &facts);
    assert_eq!((company.late_minutes, company.left_early_minutes), (0, 120));
}

#[test]
fn whoever_flies_west_over_midnight_ends_their_own_day() {
    let facts = [fact_in(ClockIn, "3 00:30", Zone::jayapura()), fact(ClockOut, "2 23:30")];

    let day = judged(3, &Roster::default(), &facts);
    assert_eq!((day.worked_minutes, day.state), (60, DayState::Closed));
    assert_eq!(judged(2, &Roster::default(), &facts).state, DayState::None);
}

#[test]
fn no_day_has_a_hundred_and_fifty_six_hours() {
    let facts = [fact(ClockIn, "2 08:00"), fact(ClockOut, "8 20:49")];

    for day in 1..=9 {
        assert!(judged(day, &Roster::default(), &facts).worked_minutes <= 24 * 60);
    }
    assert_eq!(judged(8, &Roster::default(), &facts).marks, [NoClockIn]);
}
