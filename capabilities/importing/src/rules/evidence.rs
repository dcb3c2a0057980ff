//! How a file writes its numbers and its days: what its cells prove, and what somebody must say.
//!
//! Each column that is read as a number or a day has to prove it by its own cells. What another
//! column proves is offered first and never taken in silence: one file may be put together from
//! two.

use crate::own::{self, Own, OwnField};
use crate::rules::choice::Choice;
use crate::rules::day::DayOrder;
use crate::rules::draft::Field;
use crate::rules::mapping::{CellType, FieldRule, FileMapping, Rules, same_column};
use crate::rules::number::DecimalMark;
use crate::rules::profile::{Guess, Profile, Witness};

/// What the columns prove that a choice reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub mark: Guess<DecimalMark>,
    pub days: Guess<DayOrder>,
    /// The mark of the columns that prove theirs, where others leave it open.
    mark_beside: Option<DecimalMark>,
    order_beside: Option<DayOrder>,
}

/// What nobody can know and somebody has to say before anything is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    Mark(Witness),
    Days(Witness),
}

impl Evidence {
    /// Of the columns that a choice reads as numbers and as days.
    pub fn of(choice: &Choice, columns: &[String], profiles: &[Profile], own: &Own) -> Self {
        Self::by(columns, profiles, |column| holds(choice, column, own))
    }

    /// Of those that a preset's file reads so.
    pub fn of_file(
        file: &FileMapping,
        columns: &[String],
        profiles: &[Profile],
        own: &Own,
    ) -> Self {
        let held: Vec<(&str, Holds)> =
            file.rules().into_iter().flat_map(|it| read(it, own)).collect();
        Self::by(columns, profiles, |column| {
            held.iter().find(|it| same_column(it.0, column)).map(|it| it.1)
        })
    }

    fn by(columns: &[String], profiles: &[Profile], holds: impl Fn(&str) -> Option<Holds>) -> Self {
        let (mut marks, mut orders) = (Vec::new(), Vec::new());
        for (column, profile) in columns.iter().zip(profiles) {
            match holds(column) {
                Some(Holds::Number) => marks.push(named(profile.decimal_mark(), column)),
                Some(Holds::Day) => orders.push(named(profile.day_order(), column)),
                None => {}
            }
        }
        let (mark, mark_beside) = together(marks);
        // A day whose year comes first reads one way whatever the others do.
        let is_plain = |it: &Guess<DayOrder>| matches!(it, Guess::Sure(DayOrder::YearFirst, _));
        if orders.iter().any(|it| *it != Guess::None && !is_plain(it)) {
            orders.retain(|it| !is_plain(it));
        }
        let (days, order_beside) = together(orders);
        Self { mark, days, mark_beside, order_beside }
    }

    /// The mark that is proved, or else offered first: that of other columns, or that of the
    /// country whose currency it is. None where there is nothing to go by.
    pub fn mark(&self, currency: &str) -> Option<DecimalMark> {
        match &self.mark {
            Guess::Sure(mark, _) => Some(*mark),
            _ => self.mark_beside.or_else(|| DecimalMark::of_currency(currency)),
        }
    }

    /// The order that is proved, or else offered first.
    pub fn order(&self) -> DayOrder {
        match &self.days {
            Guess::Sure(order, _) => *order,
            Guess::None => DayOrder::YearFirst,
            _ => self.order_beside.unwrap_or(DayOrder::DayFirst),
        }
    }
}

/// What this choice still has to be told. A preset that is taken whole says it itself.
pub fn questions(
    choice: &Choice,
    columns: &[String],
    profiles: &[Profile],
    own: &Own,
) -> Vec<Question> {
    if choice.preset.is_some() {
        return Vec::new();
    }
    let evidence = Evidence::of(choice, columns, profiles, own);
    let mark = open(evidence.mark).filter(|_| !choice.mark_said).map(Question::Mark);
    let days = open(evidence.days).filter(|_| !choice.order_said).map(Question::Days);
    mark.into_iter().chain(days).collect()
}

fn open<T>(guess: Guess<T>) -> Option<Witness> {
    match guess {
        Guess::None | Guess::Sure(..) => None,
        Guess::Either(row) | Guess::Mixed(row, _) => Some(row),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Number,
    Day,
}

fn holds(choice: &Choice, column: &str, own: &Own) -> Option<Holds> {
    let of_field = |field: &Field| match field {
        it if it.is_number() => Some(Holds::Number),
        it if it.is_day() => Some(Holds::Day),
        _ => None,
    };
    if let Some(field) = choice.columns.get(column) {
        return of_field(field);
    }
    of_own(own.field(choice.target, choice.custom.get(column)?)?)
}

/// The columns that a record's rules read as numbers and as days.
fn read<'a>(rules: Rules<'a>, own: &Own) -> Vec<(&'a str, Holds)> {
    let of_field = |(_, cell, rule): (Field, CellType, &'a FieldRule)| {
        let holds = match cell {
            CellType::Amount | CellType::Whole | CellType::Year => Holds::Number,
            CellType::Day | CellType::Birthday => Holds::Day,
            _ => return None,
        };
        Some((rule.column.as_deref()?, holds))
    };
    let of_own = |(code, rule): (&String, &'a FieldRule)| {
        Some((rule.column.as_deref()?, of_own(own.field(rules.kind(), code)?)?))
    };
    let custom = rules.custom().into_iter().flatten().filter_map(of_own);
    rules.fields().into_iter().filter_map(of_field).chain(custom).collect()
}

const fn of_own(field: &OwnField) -> Option<Holds> {
    if own::is_number(field) {
        Some(Holds::Number)
    } else if own::is_day(field) {
        Some(Holds::Day)
    } else {
        None
    }
}

fn named<T>(guess: Guess<T>, column: &str) -> Guess<T> {
    let of = |row: Witness| Witness { column: column.to_owned(), ..row };
    match guess {
        Guess::None => Guess::None,
        Guess::Sure(it, row) => Guess::Sure(it, of(row)),
        Guess::Either(row) => Guess::Either(of(row)),
        Guess::Mixed(one, other) => Guess::Mixed(of(one), of(other)),
    }
}

/// What several columns say, and what the surest of them does.
fn together<T: Copy + PartialEq>(guesses: Vec<Guess<T>>) -> (Guess<T>, Option<T>) {
    let mut sure: Option<(T, Witness)> = None;
    let mut either = None;
    for guess in guesses {
        match guess {
            Guess::None => {}
            Guess::Mixed(one, other) => return (Guess::Mixed(one, other), None),
            Guess::Either(row) => {
                either.get_or_insert(row);
            }
            Guess::Sure(it, row) => match &sure {
                Some((other, first)) if *other != it => {
                    return (Guess::Mixed(first.clone(), row), None);
                }
                Some(_) => {}
                None => sure = Some((it, row)),
            },
        }
    }
    match (either, sure) {
        (Some(row), sure) => (Guess::Either(row), sure.map(|it| it.0)),
        (None, Some((it, row))) => (Guess::Sure(it, row), None),
        (None, None) => (Guess::None, None),
    }
}

#[cfg(test)]
mod tests;
