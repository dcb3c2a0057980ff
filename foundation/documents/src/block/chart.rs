//! Numbers as a picture, with the words beside what they say, and no legend to decode.

mod bars;
mod columns;
mod scale;

use crate::DocumentRefused;
use crate::colour::Colour;
use crate::document::{Chart, Kind};
use crate::face::Weight;
use crate::sheet::{Placed, SIDE, Sheet};
use crate::tags::Part;
use crate::words::Words;

/// So many things are drawn; the table beside has them all.
const MOST_BARS: usize = 20;
/// So many moments have room beside each other.
const MOST_COLUMNS: usize = 60;

pub fn set(sheet: &mut Sheet, chart: &Chart, w: Words) -> Result<(), DocumentRefused> {
    if chart.points.is_empty() {
        return Ok(());
    }
    let height = match chart.kind {
        Kind::Bars => bars::height(chart.points.len().min(MOST_BARS)),
        Kind::Columns | Kind::Line => columns::HEIGHT,
    };
    sheet.need(height + 40.0)?;
    let part = sheet.part(Part::Picture(said(chart)), None);
    let title = sheet.text(&format!("{} ", chart.title), Weight::Bold);
    let size = 9.5;
    let y = sheet.y + 12.0;
    let at = Placed { x: SIDE, y, width: sheet.room(), size, colour: Colour::Ink, right: false };
    sheet.line(Some(part), &title, at);
    if !chart.before.is_empty() {
        let before = sheet.text(&w.before_marker(chart.before.as_str()), Weight::Regular);
        let at = Placed { size: 8.0, colour: Colour::Soft, right: true, ..at };
        sheet.line(Some(part), &before, at);
    }
    sheet.y += 24.0;
    match chart.kind {
        Kind::Bars => {
            let some = chart.points.get(..MOST_BARS).unwrap_or(&chart.points);
            bars::draw(sheet, part, some);
        }
        Kind::Columns | Kind::Line => {
            let later = chart.points.len().saturating_sub(MOST_COLUMNS);
            let some = chart.points.get(later..).unwrap_or(&chart.points);
            columns::draw(sheet, part, some, chart.kind);
        }
    }
    sheet.y += 14.0;
    Ok(())
}

/// The picture in words.
fn said(chart: &Chart) -> String {
    const MOST: usize = 24;
    let points = chart.points.iter().take(MOST).map(|it| format!("{}: {}", it.name, it.said));
    let points: Vec<String> = points.collect();
    crate::clean::clean(&format!("{}. {}", chart.title, points.join("; "))).into_owned()
}
