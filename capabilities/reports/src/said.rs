//! Figures in words: as the reader's language writes them, with what they were made of.

use kernel::exact::change_in_tenths;
use kernel::money::Money;
use kernel::{Exact, Lang};

use crate::rules::{Figure, Measure, Unit};
use crate::words::Words;

/// A dash where there is nothing to tell.
const NOTHING: &str = "—";
const TEN_THOUSANDTHS: i128 = 10_000;

/// The figure as people read it: `63,15%`, `Rp1.500.000`, `47,9`.
pub fn figure(measure: &Measure, figure: Figure, currency: &str, lang: Lang) -> String {
    let said = match (measure.unit, figure) {
        (Unit::Exact, Figure::Whole(sum)) => Some(Exact(small(sum)).money(currency)),
        (Unit::Quantity, Figure::Whole(sum)) => Some(Exact(small(sum)).shown(lang, 0)),
        (unit, figure) => in_units(unit, figure, currency).map(|(number, decimals)| match unit {
            Unit::Money | Unit::Exact | Unit::Price => {
                Money::new(small(number), currency).to_string()
            }
            Unit::Percent => format!("{}%", decimal(number, decimals, lang)),
            Unit::Count | Unit::Days | Unit::Quantity => decimal(number, decimals, lang),
        }),
    };
    said.unwrap_or_else(|| NOTHING.to_owned())
}

/// The figure as programs and spreadsheets read it: a point, and no marks between thousands.
pub fn plain(measure: &Measure, figure: Figure, currency: &str) -> Option<String> {
    match (measure.unit, figure) {
        (Unit::Exact | Unit::Quantity, Figure::Whole(sum)) => Some(Exact(small(sum)).to_string()),
        (unit, figure) => {
            let (number, decimals) = in_units(unit, figure, currency)?;
            Some(scaled(number, decimals, "", "."))
        }
    }
}

/// The figure as an integer of so many decimals, rounded once; none of nothing.
fn in_units(unit: Unit, figure: Figure, currency: &str) -> Option<(i128, u32)> {
    let minor = Money::decimals(currency);
    let (up, down, decimals) = match unit {
        Unit::Count => (1, 1, 0),
        Unit::Money => (1, 1, minor),
        Unit::Exact => (10_i128.pow(minor), TEN_THOUSANDTHS, minor),
        Unit::Price => (10_i128.pow(minor), 1, minor),
        Unit::Quantity => (1, TEN_THOUSANDTHS, 0),
        Unit::Percent => (10_000, 1, 2),
        Unit::Days => (10, 1, 1),
    };
    figure.scaled(up, down).map(|it| (it, decimals))
}

/// What a ratio was made of: `4.238/6.711`; nothing for a sum, which is its own part, and for a
/// mean, whose parts are other columns.
pub fn parts(measure: &Measure, figure: Figure, lang: Lang) -> String {
    match (measure.unit, figure) {
        (Unit::Percent, Figure::Ratio { part, whole }) if whole != 0 => {
            format!("{}/{}", lang.number(small(part)), lang.number(small(whole)))
        }
        _ => String::new(),
    }
}

/// How a figure changed: a look (`up`, `down`), and the change in words; none when it did not.
pub fn change(
    measure: &Measure,
    now: Figure,
    before: Figure,
    lang: Lang,
) -> Option<(&'static str, String)> {
    let w = Words::of(lang);
    let (now, before) = (measure.times(now, 10_000)?, measure.times(before, 10_000)?);
    let (look, mark) = match now.cmp(&before) {
        std::cmp::Ordering::Less => ("down", "−"),
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => ("up", "+"),
    };
    let said = if measure.unit == Unit::Percent {
        w.points(format!("{mark}{}", decimal((now - before).abs(), 2, lang)))
    } else {
        let percent = change_in_tenths(before, now)?;
        format!("{mark}{}%", decimal(percent.abs(), 1, lang))
    };
    Some((look, said))
}

/// As it stands at the head of a column.
pub fn begun(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

fn decimal(number: i128, decimals: u32, lang: Lang) -> String {
    match lang {
        Lang::Id => scaled(number, decimals, ".", ","),
        Lang::En => scaled(number, decimals, ",", "."),
    }
}

/// An integer of so many decimals as a decimal number.
fn scaled(number: i128, decimals: u32, group: &str, point: &str) -> String {
    let scale = 10_i128.pow(decimals);
    let (whole, rest) = (number.abs() / scale, number.abs() % scale);
    let digits = whole.to_string();
    let mut out = String::new();
    if number < 0 {
        out.push(if group.is_empty() { '-' } else { '−' });
    }
    for (place, digit) in digits.chars().enumerate() {
        if place != 0 && (digits.len() - place).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    if 0 < decimals {
        out.push_str(point);
        let width = decimals as usize;
        return format!("{out}{rest:0width$}");
    }
    out
}

fn small(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Formula;

    const RATE: Measure = Measure {
        word: "win_rate",
        unit: Unit::Percent,
        formula: Formula::Ratio { part: 0, whole: &[0, 1] },
    };
    const VALUE: Measure =
        Measure { word: "won_value", unit: Unit::Money, formula: Formula::Sum(0) };

    #[test]
    fn a_figure_is_written_as_each_language_does() {
        let rate = RATE.of(&[4_238, 2_473]);
        let value = VALUE.of(&[1_000_553_400]);

        assert_eq!(figure(&RATE, rate, "", Lang::Id), "63,15%");
        assert_eq!(figure(&RATE, rate, "", Lang::En), "63.15%");
        assert_eq!(parts(&RATE, rate, Lang::Id), "4.238/6.711");
        assert_eq!(figure(&VALUE, value, "USD", Lang::En), "USD 10,005,534.00");
        assert_eq!(plain(&VALUE, value, "USD").as_deref(), Some("10005534.00"));
        assert_eq!(plain(&RATE, rate, "").as_deref(), Some("63.15"));
        assert_eq!(figure(&RATE, RATE.of(&[0, 0]), "", Lang::Id), "—");
    }

    #[test]
    fn the_ledger_is_told_to_its_last_decimal() {
        let net = Measure { unit: Unit::Exact, ..VALUE };
        let mean = Measure {
            unit: Unit::Exact,
            formula: Formula::Ratio { part: 0, whole: &[1] },
            ..VALUE
        };
        let price = Measure { unit: Unit::Price, ..mean };

        let sum = net.of(&[97_477_479_340]);
        assert_eq!(figure(&net, sum, "GBP", Lang::Id), "GBP 9,747,747.934");
        assert_eq!(figure(&net, sum, "GBP", Lang::En), "GBP 9,747,747.934");
        assert_eq!(plain(&net, sum, "GBP").as_deref(), Some("9747747.934"));
        // 1.0005 over three documents, and two thirds of a pound for a piece.
        assert_eq!(figure(&mean, mean.of(&[10_005, 3]), "GBP", Lang::En), "GBP 0.33");
        assert_eq!(figure(&price, price.of(&[20_000, 30_000]), "GBP", Lang::En), "GBP 0.67");
        assert_eq!(plain(&price, price.of(&[1, 0]), "GBP"), None);
    }

    #[test]
    fn a_change_says_which_way() {
        let sum = |it| VALUE.of(&[it]);

        assert_eq!(change(&VALUE, sum(150), sum(100), Lang::Id), Some(("up", "+50,0%".to_owned())));
        assert_eq!(
            change(&VALUE, sum(50), sum(100), Lang::En),
            Some(("down", "−50.0%".to_owned()))
        );
        assert_eq!(change(&VALUE, sum(5), sum(0), Lang::En), None);
    }
}
