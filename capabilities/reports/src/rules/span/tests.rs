use proptest::prelude::*;

use super::*;

fn span(from: &str, to: &str) -> Span {
    Span { from: from.parse().unwrap(), to: to.parse().unwrap() }
}

#[test]
fn periods_move_with_today() {
    let today: Day = "2026-03-02".parse().unwrap();
    for (within, from, to) in [
        (Within::ThisMonth, "2026-03-01", "2026-03-31"),
        (Within::LastMonth, "2026-02-01", "2026-02-28"),
        (Within::ThisQuarter, "2026-01-01", "2026-03-31"),
        (Within::LastQuarter, "2025-10-01", "2025-12-31"),
        (Within::ThisYear, "2026-01-01", "2026-12-31"),
        (Within::LastYear, "2025-01-01", "2025-12-31"),
        (Within::NextMonth, "2026-04-01", "2026-04-30"),
        (Within::NextQuarter, "2026-04-01", "2026-06-30"),
        (Within::TwelveMonths, "2025-04-01", "2026-03-31"),
    ] {
        assert_eq!(within.span(today), Some(span(from, to)), "{within:?}");
    }
    assert_eq!(Within::All.span(today), None);
}

#[test]
fn whole_months_are_compared_with_whole_months() {
    for (from, to, compared, earlier) in [
        ("2026-03-01", "2026-03-31", Compare::Before, ("2026-02-01", "2026-02-28")),
        ("2026-01-01", "2026-03-31", Compare::Before, ("2025-10-01", "2025-12-31")),
        ("2026-03-05", "2026-03-11", Compare::Before, ("2026-02-26", "2026-03-04")),
        ("2024-02-01", "2024-02-29", Compare::YearBefore, ("2023-02-01", "2023-02-28")),
        ("2023-02-01", "2023-02-28", Compare::YearBefore, ("2022-02-01", "2022-02-28")),
        ("2025-02-01", "2025-02-28", Compare::YearBefore, ("2024-02-01", "2024-02-29")),
        ("2026-03-05", "2026-03-11", Compare::YearBefore, ("2025-03-05", "2025-03-11")),
    ] {
        assert_eq!(span(from, to).compared(compared), span(earlier.0, earlier.1));
    }
}

#[test]
fn a_period_has_every_month_that_it_touches() {
    assert_eq!(
        span("2025-11-30", "2026-02-01").months(),
        ["2025-11", "2025-12", "2026-01", "2026-02"]
    );
    assert_eq!(span("2026-02-01", "2026-02-01").months(), ["2026-02"]);
}

#[test]
fn a_key_of_time_is_some_days_or_nothing() {
    for (axis, key, from, to) in [
        (Axis::Month, "2024-02", "2024-02-01", "2024-02-29"),
        (Axis::Quarter, "2017-Q4", "2017-10-01", "2017-12-31"),
        (Axis::Year, "2017", "2017-01-01", "2017-12-31"),
    ] {
        assert_eq!(Span::of_key(axis, key), Some(span(from, to)), "{key}");
    }
    for (axis, key) in [
        (Axis::Month, "%"),
        (Axis::Month, "2017-3"),
        (Axis::Month, "2017-13"),
        (Axis::Month, "2017"),
        (Axis::Quarter, "2017-Q5"),
        (Axis::Quarter, "2017-Q0"),
        (Axis::Quarter, "2017-01"),
        (Axis::Year, "2017-01"),
        (Axis::Year, "two"),
        (Axis::Person, "2017"),
    ] {
        assert_eq!(Span::of_key(axis, key), None, "{key}");
    }
}

#[test]
fn a_period_falls_into_whole_months_and_edges() {
    for (from, to, months, edges) in [
        ("2026-01-01", "2026-03-31", Some(("2026-01-01", "2026-03-31")), vec![]),
        (
            "2026-01-15",
            "2026-03-10",
            Some(("2026-02-01", "2026-02-28")),
            vec![("2026-01-15", "2026-01-31"), ("2026-03-01", "2026-03-10")],
        ),
        ("2026-01-15", "2026-02-10", None, vec![("2026-01-15", "2026-02-10")]),
        ("2026-01-01", "2026-01-30", None, vec![("2026-01-01", "2026-01-30")]),
    ] {
        let of = |it: (&str, &str)| span(it.0, it.1);

        let pieces = span(from, to).pieces();

        assert_eq!(pieces.months, months.map(of), "{from}");
        assert_eq!(pieces.edges, edges.into_iter().map(of).collect::<Vec<_>>(), "{from}");
    }
}

proptest! {
    #[test]
    fn pieces_are_the_whole_of_a_period(start in -20_000..20_000_i64, days in 0..500_i64) {
        let epoch: Day = "2000-01-01".parse().unwrap();
        let span = Span { from: epoch.plus(start), to: epoch.plus(start + days) };
        let length = |it: &Span| it.to.days_since(it.from) + 1;

        let pieces = span.pieces();

        let sum: i64 = pieces.months.iter().chain(&pieces.edges).map(length).sum();
        prop_assert_eq!(sum, days + 1);
        prop_assert!(pieces.months.is_none_or(Span::is_whole_months));
    }

    #[test]
    fn the_period_before_ends_where_this_one_begins(start in -20_000..20_000_i64, days in 0..1_500_i64) {
        let epoch: Day = "2000-01-01".parse().unwrap();
        let span = Span { from: epoch.plus(start), to: epoch.plus(start + days) };

        prop_assert_eq!(span.compared(Compare::Before).to.plus(1), span.from);
    }
}
