//! A text with its glyphs, and the lines that it is broken into.

use std::ops::Range;
use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::clean::clean;
use crate::face::{Faces, Glyph, Weight};

/// A text in one weight, ready to be drawn at any size.
#[derive(Clone, Debug)]
pub struct Text {
    pub letters: Rc<str>,
    pub weight: Weight,
    pub glyphs: Rc<[Glyph]>,
}

/// Some glyphs of a text that stand beside each other.
#[derive(Clone, Debug)]
pub struct Line {
    pub glyphs: Range<usize>,
    /// Without the space at its end.
    pub width: f32,
}

impl Text {
    pub fn new(faces: &Faces, text: &str, weight: Weight) -> Self {
        let letters: Rc<str> = clean(text).into();
        let glyphs = faces.shape(&letters, weight).into();
        Self { letters, weight, glyphs }
    }

    /// How wide it is in one line.
    pub fn width(&self, size: f32) -> f32 {
        self.width_of(&(0..self.glyphs.len())) * size
    }

    /// How wide its widest word is.
    pub fn widest_word(&self, size: f32) -> f32 {
        let mut widest = 0.0_f32;
        let mut from = 0;
        for end in self.breaks() {
            widest = widest.max(self.width_of(&(from..end)));
            from = end;
        }
        widest * size
    }

    /// Broken into lines that are no wider than this; a word that is wider is broken too.
    pub fn lines(&self, size: f32, width: f32) -> Vec<Line> {
        let most = width / size;
        let mut lines = Vec::new();
        let mut from = 0;
        let mut fits = 0;
        for end in self.breaks() {
            if most < self.width_of(&(from..end)) && from < fits {
                lines.push(self.line(from..fits, size));
                from = fits;
            }
            while most < self.width_of(&(from..end)) {
                let cut = self.cut(from, end, most);
                lines.push(self.line(from..cut, size));
                from = cut;
            }
            fits = end;
        }
        if from < fits {
            lines.push(self.line(from..fits, size));
        }
        lines
    }

    /// As many glyphs as fit, and at least one; letters that belong together stay together.
    fn cut(&self, from: usize, end: usize, most: f32) -> usize {
        let mut wide = 0.0;
        let mut cut = from;
        for (place, glyph) in (from..end).zip(self.glyphs.get(from..end).unwrap_or_default()) {
            wide += glyph.advance;
            let begins = place != from && self.begins(place);
            if begins {
                cut = place;
            }
            if most < wide && from < cut {
                return cut;
            }
        }
        if from < cut { cut } else { end }
    }

    /// No glyph before it stands for the same letters.
    fn begins(&self, place: usize) -> bool {
        let of = |it: usize| self.glyphs.get(it).map(|it| it.of.start);
        place == 0 || of(place) != of(place - 1)
    }

    fn line(&self, glyphs: Range<usize>, size: f32) -> Line {
        Line { width: self.width_of(&glyphs) * size, glyphs }
    }

    /// Without the space at the end.
    fn width_of(&self, glyphs: &Range<usize>) -> f32 {
        let glyphs = self.glyphs.get(glyphs.clone()).unwrap_or_default();
        let spaces = glyphs.iter().rev().take_while(|it| self.is_space(it)).count();
        glyphs.iter().take(glyphs.len() - spaces).map(|it| it.advance).sum()
    }

    fn is_space(&self, glyph: &Glyph) -> bool {
        self.letters.get(glyph.of.clone()).is_some_and(|it| it == " ")
    }

    /// After how many glyphs a line may end; the last is the end of all.
    fn breaks(&self) -> Vec<usize> {
        let mut breaks = Vec::new();
        let mut place = 0;
        for (at, opportunity) in linebreaks(&self.letters) {
            let end = at == self.letters.len();
            while self.glyphs.get(place).is_some_and(|it| it.of.start < at) {
                place += 1;
            }
            // A ligature that reaches over the place holds it together.
            let is_whole = self.glyphs.get(place).is_none_or(|it| it.of.start == at);
            let may = matches!(opportunity, BreakOpportunity::Allowed) || end;
            if may && (is_whole || end) && breaks.last() != Some(&place) {
                breaks.push(if end { self.glyphs.len() } else { place });
            }
        }
        breaks
    }
}
