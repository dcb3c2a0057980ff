//! A report as blocks of a document: its numbers, its picture, its table.

use documents::{Block, Chart, Column, KeyFigure, Kind, Point, Row, Table};
use frame::Result;

use crate::counted::Line;
use crate::said;
use crate::view::{Cell, Shown, View};
use crate::words::Words;

/// So many things stand in a picture.
const DRAWN: usize = 15;

/// The figures of everything together, each with what it was before.
pub fn figures(view: &View<'_>) -> Result<Vec<KeyFigure>> {
    let w = Words::of(view.lang);
    let heads = view.heads()?;
    let mut figures = Vec::new();
    for total in view.totals()? {
        let mixed = view.is_mixed();
        figures.extend(heads.iter().zip(&total.cells).map(|(head, cell)| KeyFigure {
            label: if mixed {
                format!("{} {}", head.label, total.currency)
            } else {
                head.label.clone()
            },
            value: cell.shown.clone(),
            note: note(cell, w),
        }));
    }
    Ok(figures)
}

/// `4.238/6.711, +12,4%`.
fn note(cell: &Cell, w: Words) -> String {
    let change = cell.change.as_ref().map(|(_, said)| w.against_before(said.as_str()));
    let parts = [Some(cell.parts.clone()), change];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    parts.join(" · ")
}

/// The picture of the measure that is shown: of one currency, since two are not compared.
pub fn chart(view: &View<'_>, before: String) -> Result<Option<Block>> {
    let question = &view.counted.question;
    let lines = view.lines()?;
    let Some(first) = lines.first() else { return Ok(None) };
    let one = lines.iter().zip(&view.counted.lines).filter(|it| it.0.currency == first.currency);
    let (kind, most) =
        if question.by.is_time() { (Kind::Columns, usize::MAX) } else { (Kind::Bars, DRAWN) };
    let show = question.show;
    let weight = |line: &[crate::rules::Figure]| {
        line.get(show).map(|it| it.weight()).filter(|it| *it != i128::MIN)
    };
    let point = |(shown, line): (&Shown, &Line)| Point {
        name: shown.name.clone(),
        value: weight(&line.figures).unwrap_or(0),
        said: shown.cells.get(show).map(|it| it.shown.clone()).unwrap_or_default(),
        before: line.before.as_deref().and_then(weight),
    };
    let points: Vec<Point> = one.map(point).take(most).collect();
    let w = Words::of(view.lang);
    let measure = w.measure(view.report.source.measures[show].word);
    let title = w.drawn_by(said::begun(&measure), w.axis(question.by.word()));
    let before = if points.iter().any(|it| it.before.is_some()) { before } else { String::new() };
    Ok(Some(Block::Chart(Chart { title, kind, points, before })))
}

pub fn table(view: &View<'_>) -> Result<Block> {
    let w = Words::of(view.lang);
    let mixed = view.is_mixed();
    let mut columns = vec![Column::words(said::begun(&w.axis(view.counted.question.by.word())))];
    if mixed {
        columns.push(Column::words(w.currency_label()));
    }
    columns.extend(view.heads()?.into_iter().map(|it| Column::numbers(it.label)));
    let cells = |it: &Shown| {
        let mut cells = vec![it.name.clone()];
        if mixed {
            cells.push(it.currency.clone());
        }
        cells.extend(it.cells.iter().map(|it| it.shown.clone()));
        cells
    };
    let mut rows: Vec<Row> = view.lines()?.iter().map(|it| Row::of(cells(it))).collect();
    rows.extend(view.totals()?.iter().map(|it| Row::strong(cells(it))));
    Ok(Block::Table(Table { caption: String::new(), columns, rows }))
}
