//! How long a number is in a picture.

use crate::document::Point;

/// From the least to the most of these numbers, nought included.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    least: i128,
    most: i128,
}

impl Scale {
    pub fn of(points: &[Point]) -> Self {
        let all = points.iter().flat_map(|it| [Some(it.value), it.before]).flatten();
        let (least, most) = all.fold((0, 0), |(least, most), it| (it.min(least), it.max(most)));
        Self { least, most: if least == most { 1 } else { most } }
    }

    /// Where on a way of this length the number stands.
    pub fn at(self, value: i128, length: f32) -> f32 {
        /// Finer than any printer.
        const PARTS: i128 = 30_000;
        let all = self.most.saturating_sub(self.least).max(1);
        let above = value.saturating_sub(self.least);
        // Far beyond any amount of money the parts are lost, and not the picture.
        let parts = match above.checked_mul(PARTS) {
            Some(above) => above / all,
            None => above / (all / PARTS).max(1),
        };
        let parts = u16::try_from(parts.clamp(0, PARTS)).unwrap_or_default();
        f32::from(parts) / 30_000.0 * length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[i128]) -> Vec<Point> {
        values.iter().map(|it| Point { value: *it, ..Point::default() }).collect()
    }

    #[test]
    fn nought_has_its_place_and_nothing_leaves_the_picture() {
        let scale = Scale::of(&points(&[-50, 150]));

        assert!((scale.at(0, 100.0) - 25.0).abs() < 0.1);
        assert!((scale.at(150, 100.0) - 100.0).abs() < 0.1);
        assert!(scale.at(-50, 100.0).abs() < 0.1);
        assert!(Scale::of(&points(&[0, 0])).at(0, 100.0).abs() < 0.1);
        assert!((Scale::of(&points(&[i128::MAX])).at(i128::MAX, 100.0) - 100.0).abs() < 0.1);
    }
}
