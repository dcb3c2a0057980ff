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
    assert_eq!(wrong(Wish { times: "3", until: "2026-04-01", ..daily() }), Err(TaskRefused::NoEnd));
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
