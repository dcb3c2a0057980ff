//! What the cells of a column look like: all of them, not the first few.

use serde::{Deserialize, Serialize};

use crate::rules::day::DayOrder;
use crate::rules::number::{self, DecimalMark};
use crate::rules::row::Row;

/// How many different values of a column are kept to be asked about.
pub const WORDS: usize = 40;
const SAMPLES: usize = 3;
/// A sample is shown in one line.
const LETTERS: usize = 60;

/// A row that decides something, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    pub line: u64,
    pub text: String,
}

/// What the cells of a column look like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    pub filled: u64,
    pub numbers: u64,
    pub emails: u64,
    /// Days in any order.
    pub days: u64,
    /// The first values that differ.
    pub samples: Vec<String>,
    /// All its values, if they are few.
    pub words: Vec<String>,
    pub has_many_words: bool,
    year_first: Option<Witness>,
    day_first: Option<Witness>,
    month_first: Option<Witness>,
    either_order: Option<Witness>,
    point: u64,
    comma: u64,
}

/// In which order a file writes its days, and which row says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayGuess {
    /// There are none.
    None,
    Sure(DayOrder, Witness),
    /// Every day reads both ways; somebody has to say.
    Either(Witness),
    /// Two rows that no order reads.
    Mixed(Witness, Witness),
}

/// Looks at the next row; one profile for each column.
pub fn add(profiles: &mut [Profile], row: &Row) {
    for (profile, cell) in profiles.iter_mut().zip(row.cells()) {
        profile.add(cell.trim(), row.line);
    }
}

impl Profile {
    fn add(&mut self, cell: &str, line: u64) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        if self.samples.len() < SAMPLES && !self.samples.iter().any(|it| *it == shown(cell)) {
            self.samples.push(shown(cell));
        }
        if !self.has_many_words && !self.words.iter().any(|it| it == cell) {
            if self.words.len() < WORDS && cell.chars().count() <= LETTERS {
                self.words.push(cell.to_owned());
            } else {
                self.has_many_words = true;
                self.words.clear();
            }
        }
        self.emails += u64::from(cell.contains('@') && !cell.contains(' '));
        if self.add_day(cell, line) {
            self.days += 1;
        } else if number::is_number(cell) {
            self.numbers += 1;
            self.add_mark(cell);
        }
    }

    fn add_day(&mut self, cell: &str, line: u64) -> bool {
        let written = cell.split(['T', ' ']).next().unwrap_or_default();
        let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
        let [first, second, third] = parts[..] else { return false };
        let number = |part: &str| {
            part.parse::<u16>().ok().filter(|_| part.chars().all(|it| it.is_ascii_digit()))
        };
        let (Some(one), Some(two), Some(_)) = (number(first), number(second), number(third)) else {
            return false;
        };
        let slot = match (first.len(), third.len()) {
            (4, 1..=2) => &mut self.year_first,
            (1..=2, 4) if 12 < one && two <= 12 => &mut self.day_first,
            (1..=2, 4) if 12 < two && one <= 12 => &mut self.month_first,
            (1..=2, 4) => &mut self.either_order,
            _ => return false,
        };
        slot.get_or_insert_with(|| Witness { line, text: shown(cell) });
        true
    }

    /// What this number says about the mark before decimals.
    fn add_mark(&mut self, cell: &str) {
        match (cell.rfind('.'), cell.rfind(',')) {
            (Some(point), Some(comma)) if comma < point => self.point += 1,
            (Some(_), Some(_)) => self.comma += 1,
            (Some(at), None) => match alone(cell, '.', at) {
                Some(true) => self.point += 1,
                Some(false) => self.comma += 1,
                None => {}
            },
            (None, Some(at)) => match alone(cell, ',', at) {
                Some(true) => self.comma += 1,
                Some(false) => self.point += 1,
                None => {}
            },
            (None, None) => {}
        }
    }

    /// Whether nearly all that stands here is of one kind.
    pub const fn is_mostly(&self, count: u64) -> bool {
        0 < self.filled && self.filled * 4 <= count * 5
    }
}

/// Whether the only kind of mark in a number stands before decimals; none if nobody can tell.
fn alone(cell: &str, mark: char, last: usize) -> Option<bool> {
    let decimals = cell.len() - last - 1;
    let whole = cell[..last].trim_start_matches(['+', '-']);
    if 1 < cell.matches(mark).count() {
        return Some(false);
    }
    (decimals != 3 || 3 < whole.len() || whole == "0").then_some(true)
}

/// The mark before decimals, by all numbers of a file; none if none of them tells.
pub fn decimal_mark(profiles: &[Profile]) -> Option<DecimalMark> {
    let (point, comma) =
        profiles.iter().fold((0, 0), |sum, it| (sum.0 + it.point, sum.1 + it.comma));
    match point.cmp(&comma) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(DecimalMark::Point),
        std::cmp::Ordering::Less => Some(DecimalMark::Comma),
    }
}

/// The order of days, by all days of a file.
pub fn day_order(profiles: &[Profile]) -> DayGuess {
    fn first<'a>(
        profiles: &'a [Profile],
        of: impl Fn(&'a Profile) -> Option<&'a Witness>,
    ) -> Option<Witness> {
        profiles.iter().filter_map(of).min_by_key(|it| it.line).cloned()
    }

    let year = first(profiles, |it| it.year_first.as_ref());
    let day = first(profiles, |it| it.day_first.as_ref());
    let month = first(profiles, |it| it.month_first.as_ref());
    let either = first(profiles, |it| it.either_order.as_ref());
    match (year, day, month, either) {
        (None, None, None, None) => DayGuess::None,
        (Some(year), None, None, None) => DayGuess::Sure(DayOrder::YearFirst, year),
        (None, Some(day), None, _) => DayGuess::Sure(DayOrder::DayFirst, day),
        (None, None, Some(month), _) => DayGuess::Sure(DayOrder::MonthFirst, month),
        (None, None, None, Some(either)) => DayGuess::Either(either),
        (_, Some(one), Some(other), _)
        | (Some(one), Some(other), None, _)
        | (Some(one), None, Some(other), _)
        | (Some(one), None, None, Some(other)) => DayGuess::Mixed(one, other),
    }
}

fn shown(cell: &str) -> String {
    let mut shown: String = cell.chars().take(LETTERS).collect();
    if shown.len() < cell.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(cells: &[&str]) -> Vec<Profile> {
        let mut profile = Profile::default();
        for (line, cell) in (2..).zip(cells) {
            profile.add(cell, line);
        }
        vec![profile]
    }

    fn witness(line: u64, text: &str) -> Witness {
        Witness { line, text: text.to_owned() }
    }

    #[test]
    fn one_row_decides_the_order_of_all_days() {
        assert_eq!(
            day_order(&of(&["01/02/2026", "03/04/2026", "25/12/2025"])),
            DayGuess::Sure(DayOrder::DayFirst, witness(4, "25/12/2025"))
        );
        assert_eq!(
            day_order(&of(&["1/2/2026", "12/25/2025 8:00"])),
            DayGuess::Sure(DayOrder::MonthFirst, witness(3, "12/25/2025 8:00"))
        );
        assert_eq!(
            day_order(&of(&["2026-03-02"])),
            DayGuess::Sure(DayOrder::YearFirst, witness(2, "2026-03-02"))
        );
    }

    #[test]
    fn days_that_read_both_ways_are_asked_about() {
        assert_eq!(
            day_order(&of(&["01/02/2026", "03/04/2026"])),
            DayGuess::Either(witness(2, "01/02/2026"))
        );
        assert_eq!(
            day_order(&of(&["25/12/2025", "12/25/2025"])),
            DayGuess::Mixed(witness(2, "25/12/2025"), witness(3, "12/25/2025"))
        );
        assert_eq!(day_order(&of(&["12", "x"])), DayGuess::None);
    }

    #[test]
    fn numbers_tell_the_mark_before_decimals() {
        assert_eq!(decimal_mark(&of(&["1.234", "1.234,50"])), Some(DecimalMark::Comma));
        assert_eq!(decimal_mark(&of(&["1,234", "1,234.5"])), Some(DecimalMark::Point));
        assert_eq!(decimal_mark(&of(&["1.234.567"])), Some(DecimalMark::Comma));
        assert_eq!(decimal_mark(&of(&["1100.04"])), Some(DecimalMark::Point));
        assert_eq!(decimal_mark(&of(&["0,125"])), Some(DecimalMark::Comma));
        assert_eq!(decimal_mark(&of(&["1.234", "12"])), None);
    }

    #[test]
    fn few_values_are_kept_and_many_are_not() {
        let many: Vec<String> = (0..=WORDS).map(|it| it.to_string()).collect();

        assert_eq!(of(&["Won", "Lost", "Won"])[0].words, ["Won", "Lost"]);
        assert!(of(&many.iter().map(String::as_str).collect::<Vec<_>>())[0].has_many_words);
    }

    proptest! {
        #[test]
        fn nothing_breaks_the_look(cells in prop::collection::vec(".{0,20}", 0..6)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let profiles = of(&cells);
            let _ = (day_order(&profiles), decimal_mark(&profiles));

            let filled = cells.iter().filter(|it| !it.is_empty()).count();
            prop_assert_eq!(profiles[0].filled, filled as u64);
        }
    }
}
