//! The few numbers that somebody remembers, side by side.

use crate::DocumentRefused;
use crate::colour::Colour;
use crate::document::KeyFigure;
use crate::face::Weight;
use crate::sheet::{Placed, SIDE, Sheet};
use crate::tags::Part;

/// So many stand beside each other; a lying page has room for two more.
const BESIDE: usize = 3;
const GAP: f32 = 10.0;
const HEIGHT: f32 = 62.0;
/// Without a note below.
const LOW: f32 = 46.0;
const EDGE: f32 = 10.0;
/// The size of a number that fits, and of one that has to be made to.
const SIZES: [f32; 6] = [17.0, 15.0, 13.0, 11.0, 9.0, 7.0];

pub fn set(sheet: &mut Sheet, figures: &[KeyFigure]) -> Result<(), DocumentRefused> {
    let beside = if sheet.width < sheet.height { BESIDE } else { BESIDE + 2 };
    let beside = beside.min(figures.len()).max(1);
    #[expect(clippy::cast_precision_loss, reason = "five at the most")]
    let count = beside as f32;
    let width = (sheet.room() - GAP * (count - 1.0)) / count;
    let height = if figures.iter().all(|it| it.note.is_empty()) { LOW } else { HEIGHT };
    for row in figures.chunks(beside) {
        sheet.need(height + GAP)?;
        let mut x = SIDE;
        for figure in row {
            one(sheet, figure, x, (width, height));
            x += width + GAP;
        }
        sheet.y += height + GAP;
    }
    sheet.y += 4.0;
    Ok(())
}

fn one(sheet: &mut Sheet, figure: &KeyFigure, x: f32, (width, height): (f32, f32)) {
    let y = sheet.y;
    sheet.area(None, (x, y), (width, height), Colour::Wash);
    sheet.area(None, (x, y), (2.5, height), Colour::Brand);
    let inner = width - 2.0 * EDGE;
    let at = |y: f32, size: f32, colour: Colour| Placed {
        x: x + EDGE,
        y,
        width: inner,
        size,
        colour,
        right: false,
    };
    let part = sheet.part(Part::Paragraph, None);
    let label = sheet.text(&format!("{} ", figure.label), Weight::Regular);
    sheet.line(Some(part), &label, at(y + 16.0, 8.5, Colour::Soft));
    let value = sheet.text(&format!("{} ", figure.value), Weight::Bold);
    let size = SIZES.into_iter().find(|size| value.width(*size) <= inner).unwrap_or(6.0);
    sheet.line(Some(part), &value, at(y + 36.0, size, Colour::Ink));
    let note = sheet.text(&figure.note, Weight::Regular);
    sheet.line(Some(part), &note, at(y + 52.0, 8.0, Colour::Soft));
}
