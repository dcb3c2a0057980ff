use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn rule(text: &str) -> Repeat {
    text.parse().unwrap()
}

/// The days of the calendar from this one on.
fn days(text: &str, first: &str, count: usize) -> Vec<String> {
    let (rule, mut slot) = (rule(text), Slot { number: 1, on: day(first) });
    let mut days = vec![slot.on.to_string()];
    while days.len() < count {
        let Some(next) = rule.next(slot, slot.on) else { break };
        slot = next;
        days.push(slot.on.to_string());
    }
    days
}

#[test]
fn the_31st_is_the_last_day_of_a_shorter_month_and_comes_back() {
    let each = days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", 5);
    assert_eq!(each, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);

    let each = days("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2027-12-30", 4);
    assert_eq!(each, ["2027-12-30", "2028-01-30", "2028-02-29", "2028-03-30"]);
}

#[test]
fn the_29th_of_february_is_the_28th_in_most_years_and_comes_back() {
    let each = days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", "2024-02-29", 5);

    assert_eq!(each, ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
}

#[test]
fn a_fortnight_counts_weeks_that_begin_on_monday() {
    let each = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "2026-03-01", 4);

    // A Sunday: the Monday after it is of the week that is left out.
    assert_eq!(each, ["2026-03-01", "2026-03-09", "2026-03-15", "2026-03-23"]);
}

#[test]
fn a_working_day_is_followed_by_the_next() {
    let each = days("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-03-05", 4);

    assert_eq!(each, ["2026-03-05", "2026-03-06", "2026-03-09", "2026-03-10"]);
}

#[test]
fn the_second_tuesday_and_the_last_friday_are_found() {
    let each = days("FREQ=MONTHLY;BYDAY=2TU", "2026-03-10", 3);
    assert_eq!(each, ["2026-03-10", "2026-04-14", "2026-05-12"]);

    let each = days("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "2026-01-30", 3);
    assert_eq!(each, ["2026-01-30", "2026-03-27", "2026-05-29"]);
}

#[test]
fn a_series_ends_on_its_day_or_after_its_number() {
    assert_eq!(days("FREQ=DAILY;COUNT=3", "2026-03-02", 9).len(), 3);
    assert_eq!(days("FREQ=DAILY;UNTIL=20260304", "2026-03-02", 9).len(), 3);
    assert_eq!(days("FREQ=DAILY;INTERVAL=2;UNTIL=20260303", "2026-03-02", 9).len(), 1);
}

#[test]
fn what_was_missed_is_passed_over_and_counts() {
    let daily = rule("FREQ=DAILY;COUNT=5");
    let first = Slot { number: 1, on: day("2026-03-02") };

    let next = daily.next(first, day("2026-03-05"));

    assert_eq!(next, Some(Slot { number: 4, on: day("2026-03-05") }));
    assert_eq!(daily.next(first, day("2026-03-07")), None);
}

#[test]
fn after_it_is_done_is_counted_from_then() {
    let first = Slot { number: 1, on: day("2026-03-02") };
    let after = |text: &str, done: &str| {
        rule(text).next_after_done(first, day(done)).unwrap().on.to_string()
    };

    assert_eq!(after("FREQ=DAILY;INTERVAL=3", "2026-03-10"), "2026-03-13");
    assert_eq!(after("FREQ=DAILY;INTERVAL=3", "2026-03-01"), "2026-03-04");
    assert_eq!(after("FREQ=WEEKLY;BYDAY=MO", "2026-03-12"), "2026-03-16");
    assert_eq!(after("FREQ=MONTHLY;BYMONTHDAY=2", "2026-02-27"), "2026-04-02", "not twice");
}

#[test]
fn what_we_do_not_know_is_refused() {
    for wrong in [
        "",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=100",
        "FREQ=DAILY;INTERVAL=1;INTERVAL=2",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=2;UNTIL=20260302",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=WEEKLY;BYDAY=MO;WKST=SU",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=é",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "FREQ=DAILY\nFREQ=DAILY",
    ] {
        assert_eq!(wrong.parse::<Repeat>(), Err(NoRule), "{wrong}");
    }
    assert!("RRULE:FREQ=DAILY;UNTIL=20260302T170000Z".parse::<Repeat>().is_ok());
}

/// Any rule that we know.
fn any_rule() -> impl Strategy<Value = Repeat> {
    let pattern = prop_oneof![
        Just(Pattern::Daily),
        (1u8..128).prop_map(|mask| Pattern::Weekly(Weekdays(mask))),
        (1i8..=31).prop_map(Pattern::MonthDay),
        (prop_oneof![1i8..=4, Just(-1)], 0usize..7)
            .prop_map(|(nth, day)| Pattern::MonthWeekday(nth, WEEKDAYS[day].0)),
        (0i64..366).prop_map(|it| {
            let date = day("2024-01-01").plus(it).0;
            Pattern::Yearly(date.month(), date.day())
        }),
    ];
    let ends = prop_oneof![
        Just(Ends::Never),
        (0i64..4000).prop_map(|it| Ends::On(day("2026-03-02").plus(it))),
        (1u16..=MOST_TIMES).prop_map(Ends::After),
    ];
    (pattern, 1u16..=12, ends).prop_map(|(pattern, interval, ends)| Repeat {
        pattern,
        interval,
        ends,
    })
}

proptest! {
    #[test]
    fn a_rule_survives_text(rule in any_rule()) {
        prop_assert_eq!(rule.to_string().parse::<Repeat>(), Ok(rule));
    }

    #[test]
    fn the_next_is_later_and_of_the_pattern(rule in any_rule(), from in 0i64..3000) {
        let from = day("2024-01-01").plus(from);

        let next = rule.after(from);

        prop_assert!(from < next);
        match rule.pattern {
            Pattern::Daily => prop_assert_eq!(next.days_since(from), i64::from(rule.interval)),
            Pattern::Weekly(days) => prop_assert!(days.has(next.0.weekday())),
            Pattern::MonthDay(wanted) => {
                let last = next.0.last_of_month().day();
                prop_assert_eq!(next.0.day(), wanted.min(last));
            }
            Pattern::MonthWeekday(_, weekday) => prop_assert_eq!(next.0.weekday(), weekday),
            Pattern::Yearly(month, _) => prop_assert_eq!(next.0.month(), month),
        }
    }

    #[test]
    fn nothing_is_read_that_panics(text in ".{0,60}") {
        let _ = text.parse::<Repeat>();
        let _ = format!("FREQ=MONTHLY;BYDAY={text}").parse::<Repeat>();
        let _ = format!("FREQ=DAILY;UNTIL={text}").parse::<Repeat>();
    }

    /// The other reader of the standard says the same days.
    #[test]
    fn another_implementation_says_the_same_days(rule in any_rule(), from in 0i64..3000) {
        let pattern = Repeat { ends: Ends::Never, ..rule };
        // A series begins on a day of its own.
        let first = pattern.after(day("2024-01-01").plus(from));
        let ours: Vec<Day> = std::iter::successors(Some(first), |it| Some(pattern.after(*it)))
            .take(12)
            .collect();

        let text = format!("DTSTART:{}T120000Z\nRRULE:{pattern}", first.0.strftime("%Y%m%d"));
        let theirs: rrule::RRuleSet = text.parse().unwrap();
        let theirs = theirs.all(12).dates;
        let theirs = theirs.iter().map(|it| day(&it.format("%Y-%m-%d").to_string()));

        prop_assert_eq!(ours, theirs.collect::<Vec<_>>(), "{}", pattern);
    }
}
