//! Targets as people paste them from a spreadsheet: who, which period, how much.

use super::{ForecastRefused, LARGEST_AMOUNT, MOST_PASTED, Period};

/// One line of a pasted table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Counted from 1, as the spreadsheet does.
    pub line: usize,
    /// A person's name or address of mail, a team's name, or nothing for the company.
    pub who: String,
    pub period: Period,
    pub amount: i64,
}

/// What is pasted, line by line: tabs, semicolons or commas part the cells. A first line without a
/// period is the head, and is passed over.
pub fn pasted(text: &str, decimals: u32) -> Result<Vec<Pasted>, ForecastRefused> {
    let mut rows = Vec::new();
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    for (number, line) in lines.filter(|it| !it.1.trim().is_empty()) {
        if MOST_PASTED <= rows.len() {
            return Err(ForecastRefused::TooManyLines);
        }
        let parted_by = ['\t', ';', ','].into_iter().find(|it| line.contains(*it));
        let cells = cells(line, parted_by.unwrap_or('\t'));
        let wrong = |_| ForecastRefused::NoLine { line: number + 1 };
        let [who, period, amount] = cells.as_slice() else {
            return Err(ForecastRefused::NoLine { line: number + 1 });
        };
        let period: Period = match period.to_lowercase().replace(' ', "").parse() {
            Ok(period) => period,
            // What the columns are called.
            Err(_) if number == 0 => continue,
            Err(error) => return Err(wrong(error)),
        };
        let amount = amount_of(amount, decimals);
        let amount = amount.ok_or(ForecastRefused::NoLine { line: number + 1 })?;
        rows.push(Pasted { line: number + 1, who: who.clone(), period, amount });
    }
    if rows.is_empty() { Err(ForecastRefused::NothingPasted) } else { Ok(rows) }
}

/// The cells of a line; in quotes a cell may hold what parts them.
fn cells(line: &str, parted_by: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for it in line.chars() {
        match it {
            '"' => quoted = !quoted,
            it if it == parted_by && !quoted => cells.push(String::new()),
            it => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(it);
                }
            }
        }
    }
    cells.into_iter().map(|it| it.trim().to_owned()).collect()
}

/// An amount as people write it, in minor units: `1.500.000`, `1,500,000` and `Rp1.500.000` are one.
pub fn amount_of(text: &str, decimals: u32) -> Option<i64> {
    let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let text = text.strip_prefix("Rp").unwrap_or(&text);
    if text.is_empty() || !text.chars().all(|it| it.is_ascii_digit() || it == '.' || it == ',') {
        return None;
    }
    let places = usize::try_from(decimals).ok()?;
    let cut = text.rfind(['.', ',']).filter(|at| 0 < places && text.len() - at - 1 == places);
    let (whole, rest) = cut.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole: i64 = digits.parse().ok()?;
    let rest: i64 = if rest.is_empty() { 0 } else { rest.parse().ok()? };
    let amount = whole.checked_mul(10_i64.checked_pow(decimals)?)?.checked_add(rest)?;
    (amount <= LARGEST_AMOUNT).then_some(amount)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(line: usize, who: &str, period: &str, amount: i64) -> Pasted {
        Pasted { line, who: who.to_owned(), period: period.parse().unwrap(), amount }
    }

    #[test]
    fn a_pasted_table_is_read_with_and_without_a_head() {
        let tabs =
            "Nama\tPeriode\tTarget\nAyu Lestari\t2026-03\t1.500.000\n\nRizky\t2026-Q1\tRp9.000";
        let commas = "\"Lestari, Ayu\",2026,\"1,000\"";

        let read = [row(2, "Ayu Lestari", "2026-03", 1_500_000), row(4, "Rizky", "2026-q1", 9_000)];
        assert_eq!(pasted(tabs, 0).unwrap(), read);
        assert_eq!(pasted(commas, 0).unwrap(), [row(1, "Lestari, Ayu", "2026", 1_000)]);
    }

    #[test]
    fn the_line_at_fault_is_named() {
        for (text, line) in [
            ("Ayu;2026-03;5\nAyu;2026-13;5", 2),
            ("Ayu;2026-03;lima", 1),
            ("Ayu;2026-03", 1),
            ("Ayu;2026-03;-5", 1),
        ] {
            assert_eq!(pasted(text, 0), Err(ForecastRefused::NoLine { line }), "{text}");
        }
        assert_eq!(pasted(" \n ", 0), Err(ForecastRefused::NothingPasted));
    }

    proptest! {
        #[test]
        fn nothing_pasted_breaks_the_reading(text in "(?s).{0,80}") {
            let _ = pasted(&text, 0);
            let _ = pasted(&text, 2);
        }
    }
}
