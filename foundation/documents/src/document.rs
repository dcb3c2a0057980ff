//! What a document is made of.

use kernel::{Instant, Lang, Zone};

/// A document, before it has pages.
#[derive(Clone, Debug)]
pub struct Document {
    pub lang: Lang,
    /// Whose it is; stands above the title, and at the head of every page.
    pub company: String,
    pub title: String,
    /// Of which time it tells.
    pub period: String,
    /// To whom it goes: a name, and lines below it. Empty where it goes to nobody.
    pub addressee: Vec<String>,
    pub made: Made,
    /// Lying rather than standing, for tables of many columns.
    pub wide: bool,
    pub blocks: Vec<Block>,
}

/// Who made it, when, and from what.
#[derive(Clone, Debug)]
pub struct Made {
    /// Nobody, when it was asked for through a link.
    pub by: Option<String>,
    pub at: Instant,
    pub zone: Zone,
    pub from: String,
}

/// What stands under each other.
#[derive(Clone, Debug)]
pub enum Block {
    Heading(String),
    Text(String),
    /// Small, for what must be said and is not the matter itself.
    Note(String),
    /// The few numbers that somebody remembers.
    Figures(Vec<KeyFigure>),
    Table(Table),
    Chart(Chart),
    /// What follows begins a page.
    NewPage,
}

#[derive(Clone, Debug, Default)]
pub struct KeyFigure {
    pub label: String,
    pub value: String,
    /// What it was before, or what it is a part of.
    pub note: String,
}

#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Said to whoever has it read to them, and written above it.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub label: String,
    pub side: Side,
}

/// On which side of a column its cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

#[derive(Clone, Debug, Default)]
pub struct Row {
    pub cells: Vec<String>,
    /// A sum, or what opens and closes.
    pub strong: bool,
}

#[derive(Clone, Debug)]
pub struct Chart {
    pub title: String,
    pub kind: Kind,
    pub points: Vec<Point>,
    /// What the thin marks stand for, where there are any.
    pub before: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Lying bars, one below the other: things.
    Bars,
    /// Standing columns, one beside the other: time.
    Columns,
    /// A line through the points: how something went on.
    Line,
}

/// A number in a chart, with the words that stand beside it.
#[derive(Clone, Debug, Default)]
pub struct Point {
    pub name: String,
    pub value: i128,
    pub said: String,
    /// The same of the period that it is compared with.
    pub before: Option<i128>,
}

impl Column {
    pub fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), side: Side::Left }
    }

    pub fn numbers(label: impl Into<String>) -> Self {
        Self { label: label.into(), side: Side::Right }
    }
}

impl Row {
    pub const fn of(cells: Vec<String>) -> Self {
        Self { cells, strong: false }
    }

    pub const fn strong(cells: Vec<String>) -> Self {
        Self { cells, strong: true }
    }
}
