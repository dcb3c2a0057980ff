//! Time: standing columns, or a line, with their numbers above and their names below.

use super::scale::Scale;
use crate::colour::Colour;
use crate::document::{Kind, Point};
use crate::face::Weight;
use crate::sheet::{Placed, SIDE, Sheet, What};
use crate::tags::PartId;
use crate::text::Text;

/// The whole picture, without its title.
pub const HEIGHT: f32 = 150.0;
const NAMES: f32 = 16.0;
const NUMBERS: f32 = 14.0;
const SIZE: f32 = 7.5;

pub fn draw(sheet: &mut Sheet, part: PartId, points: &[Point], kind: Kind) {
    let scale = Scale::of(points);
    #[expect(clippy::cast_precision_loss, reason = "sixty at the most")]
    let step = sheet.room() / points.len().max(1) as f32;
    let high = HEIGHT - NAMES - NUMBERS;
    let (top, bottom) = (sheet.y + NUMBERS, sheet.y + NUMBERS + high);
    let nought = bottom - scale.at(0, high);
    let (room, x) = (sheet.room(), SIDE);
    sheet.area(None, (x, nought - 0.3), (room, 0.6), Colour::Soft);

    let (mut line, mut path) = (Vec::new(), Vec::new());
    let mut middle = SIDE + step / 2.0;
    let thick = (step * 0.62).min(34.0);
    for point in points {
        let at = bottom - scale.at(point.value, high);
        // The number of what is below nought stands above nought.
        line.push((middle, at.min(nought)));
        path.push((middle, at));
        if kind == Kind::Columns {
            let (from, to) = if nought < at { (nought, at) } else { (at, nought) };
            let colour = if nought < at { Colour::Bad } else { Colour::Bar };
            let x = middle - thick / 2.0;
            sheet.area(Some(part), (x, from), (thick, (to - from).max(0.8)), colour);
        } else {
            sheet.area(Some(part), (middle - 1.8, at - 1.8), (3.6, 3.6), Colour::Brand);
        }
        if let Some(before) = point.before {
            let at = bottom - scale.at(before, high);
            let (x, wide) = (middle - thick / 2.0 - 2.0, thick + 4.0);
            sheet.area(Some(part), (x, at - 0.6), (wide, 1.2), Colour::Before);
        }
        middle += step;
    }
    if kind == Kind::Line && 1 < path.len() {
        let what = What::Stroke { points: path, width: 1.6, colour: Colour::Brand };
        sheet.draw(Some(part), what);
    }
    numbers(sheet, part, points, &line, step, top);
    names(sheet, part, points, step, bottom);
    sheet.y += HEIGHT;
}

/// Every number where all have room; otherwise the highest, the lowest and the last.
fn numbers(
    sheet: &mut Sheet,
    part: PartId,
    points: &[Point],
    places: &[(f32, f32)],
    step: f32,
    top: f32,
) {
    let texts: Vec<Text> =
        points.iter().map(|it| sheet.text(&format!("{} ", it.said), Weight::Regular)).collect();
    let room_for_all = texts.iter().all(|it| it.width(SIZE) <= step - 3.0);
    let highest = (0..points.len()).max_by_key(|it| points[*it].value);
    let last = points.len().checked_sub(1);
    let mut taken: Vec<(f32, f32)> = Vec::new();
    let chosen: Vec<usize> = if room_for_all {
        (0..points.len()).collect()
    } else {
        [highest, last].into_iter().flatten().collect()
    };
    for place in chosen {
        let (Some(text), Some((middle, at))) = (texts.get(place), places.get(place)) else {
            continue;
        };
        let width = text.width(SIZE);
        let left = (middle - width / 2.0).clamp(SIDE, (SIDE + sheet.room() - width).max(SIDE));
        if taken.iter().any(|(from, to)| left < *to + 3.0 && from - 3.0 < left + width) {
            continue;
        }
        taken.push((left, left + width));
        let before = points.get(place).and_then(|it| it.before).is_some();
        let y = (at - if before { 5.0 } else { 3.5 }).max(top - 4.0);
        let x = left;
        let (size, colour, right) = (SIZE, Colour::Ink, false);
        sheet.line(Some(part), text, Placed { x, y, width: width + 1.0, size, colour, right });
    }
}

/// The names that have room: every one, or every second, third, and so on.
fn names(sheet: &mut Sheet, part: PartId, points: &[Point], step: f32, bottom: f32) {
    let texts: Vec<Text> =
        points.iter().map(|it| sheet.text(&format!("{} ", it.name), Weight::Regular)).collect();
    let widest = texts.iter().map(|it| it.width(SIZE)).fold(0.0_f32, f32::max) + 4.0;
    let every = (1..=points.len()).find(|every| {
        #[expect(clippy::cast_precision_loss, reason = "sixty at the most")]
        let every = *every as f32;
        widest <= step * every
    });
    let every = every.unwrap_or(points.len()).max(1);
    let mut middle = SIDE + step / 2.0;
    for (place, text) in texts.iter().enumerate() {
        if place.is_multiple_of(every) {
            let width = text.width(SIZE);
            let x = (middle - width / 2.0).clamp(SIDE, (SIDE + sheet.room() - width).max(SIDE));
            let y = bottom + 11.0;
            let (size, colour, right) = (SIZE, Colour::Soft, false);
            sheet.line(Some(part), text, Placed { x, y, width: width + 1.0, size, colour, right });
        }
        middle += step;
    }
}
