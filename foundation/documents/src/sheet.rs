//! Pages while they are filled: what is drawn where, and of which part it is.

use std::ops::Range;

use crate::colour::Colour;
use crate::face::{Faces, Weight};
use crate::tags::{Part, PartId, Tags};
use crate::text::Text;
use crate::{DocumentRefused, MOST_PAGES};

/// A4, in points.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;
/// What stays white at the sides.
pub const SIDE: f32 = 45.0;
/// Where the head of a page stands, and where what it is about begins.
pub const HEAD: f32 = 36.0;
pub const TOP: f32 = 58.0;
/// Where the foot begins, from below.
pub const FOOT: f32 = 52.0;

/// One thing that is drawn.
pub struct Drawn {
    /// None where it only adorns.
    pub part: Option<PartId>,
    pub what: What,
}

pub enum What {
    /// Some glyphs of a text, with their baseline.
    Words {
        text: Text,
        glyphs: Range<usize>,
        x: f32,
        y: f32,
        size: f32,
        colour: Colour,
    },
    Area {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        colour: Colour,
    },
    /// A line through points.
    Stroke {
        points: Vec<(f32, f32)>,
        width: f32,
        colour: Colour,
    },
}

pub struct Sheet {
    pub faces: Faces,
    pub tags: Tags,
    pub width: f32,
    pub height: f32,
    pub pages: Vec<Vec<Drawn>>,
    /// Where on the page the next thing begins.
    pub y: f32,
    /// Headings, with their page and place, for the list of contents beside the pages.
    pub contents: Vec<(String, usize, f32)>,
}

impl Sheet {
    pub fn new(faces: Faces, wide: bool) -> Self {
        let (width, height) = if wide { (LONG, SHORT) } else { (SHORT, LONG) };
        Self {
            faces,
            tags: Tags::default(),
            width,
            height,
            pages: vec![Vec::new()],
            y: TOP,
            contents: Vec::new(),
        }
    }

    /// How wide what stands between the sides is.
    pub fn room(&self) -> f32 {
        self.width - 2.0 * SIDE
    }

    /// How much is left of this page.
    pub fn left(&self) -> f32 {
        self.height - FOOT - self.y
    }

    pub fn new_page(&mut self) -> Result<(), DocumentRefused> {
        if MOST_PAGES <= self.pages.len() {
            return Err(DocumentRefused::TooLong);
        }
        self.pages.push(Vec::new());
        self.y = TOP;
        Ok(())
    }

    /// Goes on to the next page where this much no longer fits.
    pub fn need(&mut self, height: f32) -> Result<(), DocumentRefused> {
        if self.left() < height && TOP < self.y { self.new_page() } else { Ok(()) }
    }

    /// The page that is being filled.
    pub const fn page(&self) -> usize {
        self.pages.len() - 1
    }

    pub fn text(&self, text: &str, weight: Weight) -> Text {
        Text::new(&self.faces, text, weight)
    }

    pub fn part(&mut self, part: Part, within: Option<PartId>) -> PartId {
        self.tags.add(part, within)
    }

    pub fn draw(&mut self, part: Option<PartId>, what: What) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Drawn { part, what });
        }
    }

    pub fn area(&mut self, part: Option<PartId>, at: (f32, f32), size: (f32, f32), colour: Colour) {
        let what = What::Area { x: at.0, y: at.1, width: size.0, height: size.1, colour };
        self.draw(part, what);
    }

    /// A line from the left to the right.
    pub fn rule(&mut self, y: f32, colour: Colour) {
        let (x, width) = (SIDE, self.room());
        self.area(None, (x, y), (width, 0.6), colour);
    }

    /// A text in one line, which ends where the room for it ends.
    pub fn line(&mut self, part: Option<PartId>, text: &Text, at: Placed) {
        let lines = text.lines(at.size, at.width);
        let Some(first) = lines.first() else { return };
        let x = if at.right { at.x + at.width - first.width } else { at.x };
        let what = What::Words {
            text: text.clone(),
            glyphs: first.glyphs.clone(),
            x,
            y: at.y,
            size: at.size,
            colour: at.colour,
        };
        self.draw(part, what);
    }

    /// A text in as many lines as it needs, from here on down, over pages.
    pub fn flow(
        &mut self,
        part: PartId,
        text: &Text,
        size: f32,
        colour: Colour,
    ) -> Result<(), DocumentRefused> {
        let height = size * 1.45;
        for line in text.lines(size, self.room()) {
            self.need(height)?;
            self.y += height;
            let what = What::Words {
                text: text.clone(),
                glyphs: line.glyphs,
                x: SIDE,
                y: self.y - size * 0.38,
                size,
                colour,
            };
            self.draw(Some(part), what);
        }
        Ok(())
    }
}

/// Where a line stands: its baseline, and the room between left and right.
#[derive(Clone, Copy)]
pub struct Placed {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub size: f32,
    pub colour: Colour,
    pub right: bool,
}
