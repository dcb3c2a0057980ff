//! Two axes at once: one measure, with the rows of the one and the columns of the other.

use std::collections::{BTreeMap, BTreeSet};

use frame::Result;

use crate::asked::in_address;
use crate::rules::{Axis, Row, roll_up};
use crate::said;
use crate::view::{MOST_LINES, View};
use crate::words::Words;

/// More columns are for a file.
const MOST_COLUMNS: usize = 24;
/// The darkest of the shades, of which 0 is none.
const DARKEST: i128 = 5;

/// A table of one measure.
pub struct Matrix {
    pub title: String,
    pub heads: Vec<String>,
    pub rows: Vec<MatrixRow>,
    /// Columns that are not shown.
    pub hidden: usize,
}

pub struct MatrixRow {
    pub name: String,
    pub cells: Vec<Shade>,
    pub total: String,
}

/// A figure and how dark its cell is; nothing where there is nothing.
#[derive(Clone, Default)]
pub struct Shade {
    pub shown: String,
    pub href: String,
    pub heat: i128,
}

type Key = Option<String>;

/// The answer by both its axes; none when one was asked for, or when currencies are mixed, which
/// no cell could hold.
pub fn matrix(view: &View<'_>) -> Result<Option<Matrix>> {
    let question = &view.counted.question;
    let Some(split) = question.split.filter(|_| !view.is_mixed()) else { return Ok(None) };
    let measure = &view.report.source.measures[question.show];
    let (known, lang, w) = (&view.counted.known, view.lang, Words::of(view.lang));

    let columns = columns(split, &view.counted.split, |it| measure.of(&it.parts).weight());
    let hidden = columns.len().saturating_sub(MOST_COLUMNS);
    let columns = &columns[..columns.len().min(MOST_COLUMNS)];
    let cells: BTreeMap<(&Key, &Key), &Row> =
        view.counted.split.iter().map(|it| ((&it.keys[0], &it.keys[1]), it)).collect();
    let most = cells.values().map(|it| measure.of(&it.parts).weight()).max().unwrap_or(0).max(1);

    let mut rows = Vec::new();
    for line in view.counted.lines.iter().take(MOST_LINES) {
        let narrowed = view.asked.narrowed(question.by, in_address(line.key.as_deref()));
        let cell = |column: &Key| {
            let Some(row) = cells.get(&(&line.key, column)) else { return Ok(Shade::default()) };
            let figure = measure.of(&row.parts);
            let one = narrowed.narrowed(split, in_address(column.as_deref()));
            let weight = figure.weight().max(0).saturating_mul(DARKEST);
            Ok(Shade {
                shown: said::figure(measure, figure, &row.currency, lang),
                href: view.rows_of(&one)?,
                heat: weight / most,
            })
        };
        rows.push(MatrixRow {
            name: known.label(question.by, line.key.as_deref(), lang),
            cells: columns.iter().map(cell).collect::<Result<_>>()?,
            total: said::figure(measure, line.figures[question.show], &line.currency, lang),
        });
    }
    Ok(Some(Matrix {
        title: w.matrix_title(w.measure(measure.word), w.axis(split.word())),
        heads: columns.iter().map(|it| known.label(split, it.as_deref(), lang)).collect(),
        rows,
        hidden,
    }))
}

/// The keys of the second axis: in the order of time, or the heaviest first.
fn columns(split: Axis, rows: &[Row], weight: impl Fn(&Row) -> i128) -> Vec<Key> {
    if split.is_time() {
        let keys: BTreeSet<&Key> = rows.iter().map(|it| &it.keys[1]).collect();
        return keys.into_iter().cloned().collect();
    }
    let mut sums = roll_up(rows.iter().cloned(), |keys| vec![keys[1].clone()]);
    sums.sort_by_key(|it| (it.keys[0].is_none(), std::cmp::Reverse(weight(it))));
    sums.into_iter().map(|it| it.keys[0].clone()).collect()
}
