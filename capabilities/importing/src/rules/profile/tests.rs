use proptest::prelude::*;

use super::*;

fn of(cells: &[&str]) -> Profile {
    let mut profile = Profile::default();
    for (line, cell) in (2..).zip(cells) {
        profile.add(cell, line);
    }
    profile
}

#[test]
fn one_row_decides_the_order_of_all_days() {
    assert_eq!(
        of(&["01/02/2026", "03/04/2026", "25/12/2025"]).day_order(),
        Guess::Sure(DayOrder::DayFirst, witness("25/12/2025", 4))
    );
    assert_eq!(
        of(&["1/2/2026", "12/25/2025 8:00"]).day_order(),
        Guess::Sure(DayOrder::MonthFirst, witness("12/25/2025 8:00", 3))
    );
    assert_eq!(
        of(&["2026-03-02"]).day_order(),
        Guess::Sure(DayOrder::YearFirst, witness("2026-03-02", 2))
    );
    assert_eq!(
        of(&["4/12", "30/6"]).day_order(),
        Guess::Sure(DayOrder::DayFirst, witness("30/6", 3))
    );
}

#[test]
fn days_that_read_both_ways_are_asked_about() {
    for cells in [&["01/02/2026", "03/04/2026"][..], &["01/02/2026", "2026-12-25"]] {
        assert_eq!(of(cells).day_order(), Guess::Either(witness("01/02/2026", 2)));
    }
    assert_eq!(
        of(&["12/25/2025", "25/12/2025"]).day_order(),
        Guess::Mixed(witness("12/25/2025", 2), witness("25/12/2025", 3))
    );
    assert_eq!(of(&["12", "x"]).day_order(), Guess::None);
}

#[test]
fn numbers_tell_the_mark_before_decimals() {
    for (cells, mark, row) in [
        (&["1.234", "1.234,50"][..], DecimalMark::Comma, ("1.234,50", 3)),
        (&["1,234", "1,234.5"], DecimalMark::Point, ("1,234.5", 3)),
        (&["1.234.567"], DecimalMark::Comma, ("1.234.567", 2)),
        (&["1100.04"], DecimalMark::Point, ("1100.04", 2)),
        (&["0,125"], DecimalMark::Comma, ("0,125", 2)),
        (&["Rp 1.500.000"], DecimalMark::Comma, ("Rp 1.500.000", 2)),
        (&["USD 1,500.00"], DecimalMark::Point, ("USD 1,500.00", 2)),
    ] {
        let decides = witness(row.0, row.1);
        assert_eq!(of(cells).decimal_mark(), Guess::Sure(mark, decides), "{cells:?}");
    }
    assert_eq!(of(&["12", "Toko, Maju"]).decimal_mark(), Guess::None);
}

#[test]
fn a_column_whose_amounts_all_read_both_ways_leaves_the_mark_open() {
    assert_eq!(
        of(&["15.000", "75.000", "150.000"]).decimal_mark(),
        Guess::Either(witness("15.000", 2))
    );
    assert_eq!(of(&["500", "Rp1,250"]).decimal_mark(), Guess::Either(witness("Rp1,250", 3)));
    assert_eq!(
        of(&["1,234.5", "150.000", "1.234,5"]).decimal_mark(),
        Guess::Mixed(witness("1,234.5", 2), witness("1.234,5", 4))
    );
}

#[test]
fn few_values_are_kept_and_many_are_not() {
    let many: Vec<String> = (0..=WORDS).map(|it| it.to_string()).collect();

    assert_eq!(of(&["Won", "Lost", "Won"]).words, ["Won", "Lost"]);
    assert!(of(&many.iter().map(String::as_str).collect::<Vec<_>>()).has_many_words);
}

proptest! {
    #[test]
    fn nothing_breaks_the_look(cells in prop::collection::vec(".{0,20}", 0..6)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let profile = of(&cells);
        let _ = (profile.day_order(), profile.decimal_mark());

        let filled = cells.iter().filter(|it| !it.is_empty()).count();
        prop_assert_eq!(profile.filled, filled as u64);
    }
}
