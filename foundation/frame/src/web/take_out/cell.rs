//! What stands in the cells of a file.

use kernel::money::Money;
use kernel::{Day, Exact, Lang};

/// What stands in a cell; it is never a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    /// Whole, or with a point before its decimals.
    Number(String),
    Day(Day),
    Nothing,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn count(count: i64) -> Self {
        Self::Number(count.to_string())
    }

    /// As many decimals as people write for the currency, which stands in a cell of its own.
    pub fn money(amount: i64, currency: &str) -> Self {
        Exact::of_money(&Money::new(amount, currency)).map_or(Self::Nothing, Self::exact)
    }

    pub fn exact(number: Exact) -> Self {
        Self::Number(number.to_string())
    }

    /// What is not there leaves its cell empty.
    pub fn perhaps<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, cell)
    }

    /// As the reader's spreadsheet reads it from a text file.
    pub(super) fn written(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Text(text), _) => text,
            (Self::Number(number), Lang::Id) => number.replace('.', ","),
            (Self::Number(number), Lang::En) => number,
            (Self::Day(day), _) => day.to_string(),
            (Self::Nothing, _) => String::new(),
        }
    }
}
