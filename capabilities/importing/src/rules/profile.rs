//! What the cells of a column look like: all of them, not the first few.

use serde::{Deserialize, Serialize};

use crate::rules::day::DayOrder;
use crate::rules::number::{self, DecimalMark, MarkTold};
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
    /// Whoever asks of several columns is told which.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub column: String,
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
    says_point: Option<Witness>,
    says_comma: Option<Witness>,
    either_mark: Option<Witness>,
}

/// How something is written, and which row says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Guess<T> {
    /// Nothing depends on it.
    #[default]
    None,
    Sure(T, Witness),
    /// All that stands there reads both ways; somebody has to say.
    Either(Witness),
    /// Two rows that are not read in one way.
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
            return;
        }
        self.numbers += u64::from(number::is_number(cell));
        self.add_mark(cell, line);
    }

    fn add_day(&mut self, cell: &str, line: u64) -> bool {
        let written = cell.split(['T', ' ']).next().unwrap_or_default();
        let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
        let number = |part: &str| {
            part.parse::<u16>().ok().filter(|_| part.chars().all(|it| it.is_ascii_digit()))
        };
        let (first, second, year) = match parts[..] {
            [first, second, third] => (first, second, third.len()),
            // Whose birthday is 4/12 has an order as well, and is no whole day.
            [first, second] if written.contains('/') => (first, second, 0),
            _ => return false,
        };
        let (Some(one), Some(two)) = (number(first), number(second)) else { return false };
        if parts.get(2).is_some_and(|it| number(it).is_none()) {
            return false;
        }
        let slot = match (first.len(), year) {
            (4, 1..=2) => &mut self.year_first,
            (1..=2, 0 | 4) if 12 < one && two <= 12 => &mut self.day_first,
            (1..=2, 0 | 4) if 12 < two && one <= 12 => &mut self.month_first,
            (1..=2, 0 | 4) => &mut self.either_order,
            _ => return false,
        };
        slot.get_or_insert_with(|| witness(cell, line));
        year != 0
    }

    /// What this number says about the mark before decimals.
    fn add_mark(&mut self, cell: &str, line: u64) {
        let slot = match number::mark_told(amount_alone(cell)) {
            Some(MarkTold::Only(DecimalMark::Point)) => &mut self.says_point,
            Some(MarkTold::Only(DecimalMark::Comma)) => &mut self.says_comma,
            Some(MarkTold::Either) => &mut self.either_mark,
            None => return,
        };
        slot.get_or_insert_with(|| witness(cell, line));
    }

    /// The mark before decimals, by all numbers of the column.
    pub fn decimal_mark(&self) -> Guess<DecimalMark> {
        match (&self.says_point, &self.says_comma, &self.either_mark) {
            (Some(one), Some(other), _) => in_order(one, other),
            (Some(row), None, _) => Guess::Sure(DecimalMark::Point, row.clone()),
            (None, Some(row), _) => Guess::Sure(DecimalMark::Comma, row.clone()),
            (None, None, Some(row)) => Guess::Either(row.clone()),
            (None, None, None) => Guess::None,
        }
    }

    /// The order of days, by all days of the column. A day whose year comes first reads one way,
    /// beside whichever others.
    pub fn day_order(&self) -> Guess<DayOrder> {
        match (&self.day_first, &self.month_first, &self.either_order, &self.year_first) {
            (Some(one), Some(other), ..) => in_order(one, other),
            (Some(row), None, ..) => Guess::Sure(DayOrder::DayFirst, row.clone()),
            (None, Some(row), ..) => Guess::Sure(DayOrder::MonthFirst, row.clone()),
            (None, None, Some(row), _) => Guess::Either(row.clone()),
            (None, None, None, Some(row)) => Guess::Sure(DayOrder::YearFirst, row.clone()),
            (None, None, None, None) => Guess::None,
        }
    }

    /// Whether nearly all that stands here is of one kind.
    pub const fn is_mostly(&self, count: u64) -> bool {
        0 < self.filled && self.filled * 4 <= count * 5
    }
}

fn in_order<T>(one: &Witness, other: &Witness) -> Guess<T> {
    let (first, second) = if one.line <= other.line { (one, other) } else { (other, one) };
    Guess::Mixed(first.clone(), second.clone())
}

/// An amount without the currency before or behind it.
fn amount_alone(cell: &str) -> &str {
    let is_code = |it: &str| it.len() == 3 && it.bytes().all(|it| it.is_ascii_alphabetic());
    // Books write what is below zero in brackets.
    let cell = cell.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(cell);
    let rest = cell.strip_prefix("Rp").map_or(cell, |it| it.trim_start_matches('.'));
    let rest = rest.split_once(' ').filter(|it| is_code(it.0)).map_or(rest, |it| it.1);
    let rest = rest.rsplit_once(' ').filter(|it| is_code(it.1)).map_or(rest, |it| it.0);
    rest.trim().trim_start_matches(['$', '€', '£', '¥'])
}

fn witness(cell: &str, line: u64) -> Witness {
    Witness { line, text: shown(cell), column: String::new() }
}

fn shown(cell: &str) -> String {
    let mut shown: String = cell.chars().take(LETTERS).collect();
    if shown.len() < cell.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests;
