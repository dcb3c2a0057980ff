use proptest::prelude::*;

use super::*;
use crate::rules::draft::TargetKind;
use crate::rules::guess::for_target;
use crate::rules::number::scaled;
use crate::rules::profile;
use crate::rules::row::Row;

/// The choice that is guessed for products with these columns, and what it must be told.
fn guessed(currency: &str, columns: &[(&str, &[&str])]) -> (Choice, Vec<Question>) {
    let names: Vec<String> = columns.iter().map(|it| it.0.to_owned()).collect();
    let mut profiles = vec![Profile::default(); names.len()];
    let rows = columns.iter().map(|it| it.1.len()).max().unwrap_or_default();
    for place in 0..rows {
        let mut row = Row::default();
        row.line = place as u64 + 2;
        let cells: Vec<&str> =
            columns.iter().map(|it| it.1.get(place).copied().unwrap_or_default()).collect();
        let (mut text, mut ends) = (String::new(), Vec::new());
        for cell in cells {
            text.push_str(cell);
            ends.push(text.len());
        }
        row.set(&text, &ends);
        profile::add(&mut profiles, &row);
    }
    let mut own = Own::default();
    own.currency = currency.to_owned();
    let target = if columns.iter().any(|it| it.0 == "Deal Name") {
        TargetKind::Opportunity
    } else {
        TargetKind::Product
    };
    let choice = for_target(target, &names, &profiles, &own);
    let questions = questions(&choice, &names, &profiles, &own);
    (choice, questions)
}

fn prices(currency: &str, cells: &[&str]) -> (DecimalMark, bool) {
    let (choice, questions) = guessed(currency, &[("Nama", &["a"]), ("Harga", cells)]);
    (choice.decimal_mark, !questions.is_empty())
}

#[test]
fn a_price_list_in_rupiah_is_asked_about_and_offers_the_comma() {
    let cells = ["15.000", "75.000", "150.000"];

    assert_eq!(prices("IDR", &cells), (DecimalMark::Comma, true));
    assert_eq!(prices("USD", &cells), (DecimalMark::Point, true));
    let (_, questions) = guessed("IDR", &[("Nama", &["a"]), ("Harga", &cells)]);
    let row = Witness { line: 2, text: "15.000".to_owned(), column: "Harga".to_owned() };
    assert_eq!(questions, [Question::Mark(row)]);
}

#[test]
fn one_amount_that_reads_one_way_decides_its_column() {
    for (currency, cells, mark) in [
        ("USD", &["15.000", "1.500.000"][..], DecimalMark::Comma),
        ("USD", &["Rp150.000", "Rp1.250.000"], DecimalMark::Comma),
        ("IDR", &["1,054", "26,768.00"], DecimalMark::Point),
        ("EUR", &["1.234", "19,90"], DecimalMark::Comma),
        ("EUR", &["1,234", "19.90"], DecimalMark::Point),
        ("IDR", &["55", "550", "1096"], DecimalMark::Point),
    ] {
        assert_eq!(prices(currency, cells), (mark, false), "{cells:?}");
    }
}

#[test]
fn two_ways_of_writing_in_one_column_are_asked_about() {
    assert_eq!(prices("IDR", &["1.234,50", "1,234.50", "150.000"]), (DecimalMark::Comma, true));
}

#[test]
fn another_column_is_offered_and_not_believed() {
    let (choice, questions) = guessed(
        "USD",
        &[
            ("Record ID", &["1", "2"]),
            ("Deal Name", &["a", "b"]),
            ("Deal Stage", &["Won", "Won"]),
            ("Deal owner", &["Ayu", "Ayu"]),
            ("Amount", &["150.000", "75.000"]),
            ("Create Date", &["25/12/2025", "13/01/2026"]),
            ("Close Date", &["01/02/2026", "03/04/2026"]),
        ],
    );

    assert_eq!(choice.day_order, DayOrder::DayFirst);
    let asked: Vec<&str> = questions
        .iter()
        .map(|it| match it {
            Question::Mark(row) | Question::Days(row) => row.column.as_str(),
        })
        .collect();
    assert_eq!(asked, ["Amount", "Close Date"]);
}

#[test]
fn columns_that_are_not_read_as_numbers_are_not_asked_about() {
    let (_, questions) = guessed(
        "IDR",
        &[("Nama", &["1.250", "2.500"]), ("Harga", &["900", "1100"]), ("Lintang", &["-6.208"])],
    );

    assert_eq!(questions, []);
}

/// As a program of this convention writes an amount.
fn written(whole: u64, decimals: Option<u64>, mark: DecimalMark) -> String {
    let (point, group) = if mark == DecimalMark::Point { ('.', ',') } else { (',', '.') };
    let whole = kernel::money::grouped(whole, group);
    decimals.map_or_else(|| whole.clone(), |it| format!("{whole}{point}{it:02}"))
}

fn amount() -> impl Strategy<Value = (u64, Option<u64>)> {
    (0..5_000_000_u64, prop::option::weighted(0.2, 0..100_u64))
}

proptest! {
    #[test]
    fn a_column_of_one_convention_is_never_read_in_another_without_a_question(
        amounts in prop::collection::vec(amount(), 1..8),
        is_comma: bool,
        currency in prop::sample::select(vec!["IDR", "USD", "EUR"]),
    ) {
        let mark = if is_comma { DecimalMark::Comma } else { DecimalMark::Point };
        let cells: Vec<String> =
            amounts.iter().map(|it| written(it.0, it.1, mark)).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();

        let (found, is_asked) = prices(currency, &cells);

        for ((whole, decimals), cell) in amounts.iter().zip(&cells) {
            let meant = i64::try_from(whole * 100 + decimals.unwrap_or_default()).unwrap();
            prop_assert!(is_asked || scaled(cell, found, 2) == Ok(meant), "{cells:?} {found:?}");
        }
    }
}
