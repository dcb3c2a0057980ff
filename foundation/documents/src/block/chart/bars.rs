//! Lying bars: one thing below the other, its number at the end of its bar.

use super::scale::Scale;
use crate::colour::Colour;
use crate::document::Point;
use crate::face::Weight;
use crate::sheet::{Placed, SIDE, Sheet};
use crate::tags::PartId;
use crate::text::Text;

const STEP: f32 = 18.0;
const THICK: f32 = 10.0;
const SIZE: f32 = 8.5;
const GAP: f32 = 6.0;

pub fn height(bars: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "twenty at the most")]
    let bars = bars as f32;
    bars * STEP
}

pub fn draw(sheet: &mut Sheet, part: PartId, points: &[Point]) {
    let scale = Scale::of(points);
    let named = |sheet: &Sheet, text: &str| sheet.text(&format!("{text} "), Weight::Regular);
    let texts: Vec<(Text, Text)> =
        points.iter().map(|it| (named(sheet, &it.name), named(sheet, &it.said))).collect();
    let widest = |of: fn(&(Text, Text)) -> &Text| {
        texts.iter().map(|it| of(it).width(SIZE)).fold(0.0_f32, f32::max)
    };
    let names = widest(|it| &it.0).min(sheet.room() * 0.34);
    let numbers = widest(|it| &it.1).min(sheet.room() * 0.26);
    let from = SIDE + names + GAP;
    let length = sheet.room() - names - numbers - 2.0 * GAP;
    let nought = scale.at(0, length);
    for (point, (name, said)) in points.iter().zip(&texts) {
        let y = sheet.y;
        let baseline = y + THICK - 1.8;
        let at = |x: f32, width: f32, colour: Colour| Placed {
            x,
            y: baseline,
            width,
            size: SIZE,
            colour,
            right: false,
        };
        sheet.line(Some(part), name, at(SIDE, names + 1.0, Colour::Ink));
        let end = scale.at(point.value, length);
        let (left, right) = if end < nought { (end, nought) } else { (nought, end) };
        let colour = if end < nought { Colour::Bad } else { Colour::Bar };
        sheet.area(Some(part), (from + left, y), ((right - left).max(0.8), THICK), colour);
        if let Some(before) = point.before {
            let before = from + scale.at(before, length);
            sheet.area(Some(part), (before - 0.6, y - 2.0), (1.2, THICK + 4.0), Colour::Before);
        }
        let reach = point.before.map_or(right, |it| scale.at(it, length).max(right));
        sheet.line(Some(part), said, at(from + reach + GAP, numbers + 1.0, Colour::Ink));
        sheet.y += STEP;
    }
}
