//! The faces that a document is set in, and which of their glyphs stand for a text.

use std::ops::Range;

use harfrust::{Direction, Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};
use krilla::text::Font;
use skrifa::MetadataProvider;

use crate::clean::BOX;

const LATIN: &[u8] = include_bytes!("../fonts/plus-jakarta-sans-latin-regular.ttf");
const LATIN_BOLD: &[u8] = include_bytes!("../fonts/plus-jakarta-sans-latin-bold.ttf");
const MORE: &[u8] = include_bytes!("../fonts/plus-jakarta-sans-latin-ext-regular.ttf");
const MORE_BOLD: &[u8] = include_bytes!("../fonts/plus-jakarta-sans-latin-ext-bold.ttf");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// One glyph, in parts of the size it will have.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub id: u32,
    /// Of the faces of its weight.
    pub face: usize,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// Which bytes of the text it stands for.
    pub of: Range<usize>,
}

struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    drawn: Font,
}

/// Every face; a letter is looked for in each of its weight, in this order.
pub struct Faces {
    regular: Vec<Face>,
    bold: Vec<Face>,
}

impl Faces {
    /// None if a face that we carry cannot be read, which a test would have told.
    pub fn open() -> Option<Self> {
        let open = |files: [&'static [u8]; 2]| files.into_iter().map(Face::open).collect();
        let (regular, bold): (Option<Vec<Face>>, Option<Vec<Face>>) =
            (open([LATIN, MORE]), open([LATIN_BOLD, MORE_BOLD]));
        Some(Self { regular: regular?, bold: bold? })
    }

    fn of(&self, weight: Weight) -> &[Face] {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub fn drawn(&self, weight: Weight, face: usize) -> Option<Font> {
        self.of(weight).get(face).map(|it| it.drawn.clone())
    }

    /// The glyphs of a text, from left to right.
    pub fn shape(&self, text: &str, weight: Weight) -> Vec<Glyph> {
        let faces = self.of(weight);
        let mut glyphs = Vec::with_capacity(text.len());
        let mut run = Run::default();
        for (at, letter) in text.char_indices() {
            let (face, shown) = match faces.iter().position(|it| it.has(letter)) {
                Some(face) => (face, letter),
                None => (0, BOX),
            };
            if face != run.face && !run.shown.is_empty() {
                run.shape(faces, at, &mut glyphs);
            }
            run.face = face;
            run.push(shown, at);
        }
        run.shape(faces, text.len(), &mut glyphs);
        glyphs
    }
}

impl Face {
    fn open(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let data = ShaperData::new(&font);
        Some(Self { font, data, drawn: Font::new(bytes.into(), 0)? })
    }

    fn has(&self, letter: char) -> bool {
        self.font.charmap().map(letter).is_some()
    }
}

/// Letters of one face that stand beside each other.
#[derive(Default)]
struct Run {
    face: usize,
    /// What is drawn; a letter that no face has is drawn as a box.
    shown: String,
    /// Where in the text each byte of what is drawn comes from.
    from: Vec<usize>,
}

impl Run {
    fn push(&mut self, letter: char, at: usize) {
        self.shown.push(letter);
        self.from.resize(self.shown.len(), at);
    }

    /// Adds the glyphs of this run, which ends here, and begins a new one.
    fn shape(&mut self, faces: &[Face], end: usize, glyphs: &mut Vec<Glyph>) {
        let run = std::mem::take(self);
        let Some(face) = faces.get(run.face).filter(|_| !run.shown.is_empty()) else { return };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&run.shown);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaper = face.data.shaper(&face.font).build();
        // Figures of one width, so that columns of them stand in line.
        let tabular = [Feature::new(Tag::new(b"tnum"), 1, ..)];
        let shaped = shaper.shape(buffer, ShapeOptions::new().features(&tabular));
        let em = face.drawn.units_per_em();
        let infos = shaped.glyph_infos();
        for (place, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
            let later = infos.get(place + 1..).unwrap_or_default();
            let next = later.iter().find(|it| it.cluster != info.cluster);
            let from = |cluster: u32| {
                let at = usize::try_from(cluster).ok();
                at.and_then(|at| run.from.get(at).copied()).unwrap_or(end)
            };
            glyphs.push(Glyph {
                id: info.glyph_id,
                face: run.face,
                advance: part(position.x_advance, em),
                x: part(position.x_offset, em),
                y: part(position.y_offset, em),
                of: from(info.cluster)..next.map_or(end, |it| from(it.cluster)),
            });
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand units at the most")]
fn part(units: i32, em: f32) -> f32 {
    units as f32 / em
}
