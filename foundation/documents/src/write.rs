//! Pages become a PDF.

use kernel::{Instant, Zone};
use krilla::Document as Pdf;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::{GlyphId, KrillaGlyph};

use crate::colour::Colour;
use crate::document::{Document, Made};
use crate::face::{Faces, Weight};
use crate::sheet::{Drawn, HEAD, Placed, SIDE, Sheet, What};
use crate::text::Text;
use crate::words::Words;
use crate::{block, clean};

/// The document as a PDF. The same document is always the same bytes.
pub fn pdf(document: &Document) -> frame::Result<Vec<u8>> {
    let broken = || frame::Error::internal(std::io::Error::other("a face cannot be read"));
    let faces = Faces::open().ok_or_else(broken)?;
    let mut sheet = Sheet::new(faces, document.wide);
    block::set(&mut sheet, document).map_err(frame::Error::refused)?;
    edges(&mut sheet, document);
    let written = written(sheet, document);
    written.map_err(|cause| frame::Error::internal(std::io::Error::other(format!("{cause:?}"))))
}

/// The head and the foot of every page, which need to know how many there are.
fn edges(sheet: &mut Sheet, document: &Document) {
    let w = Words::of(document.lang);
    let pages = sheet.pages.len();
    let number = |it: usize| document.lang.number(i64::try_from(it).unwrap_or(i64::MAX));
    let made = made(&document.made, document, w);
    let done = std::mem::take(&mut sheet.pages);
    let head = [document.company.as_str(), &document.title, &document.period];
    let head: Vec<&str> = head.into_iter().filter(|it| !it.is_empty()).collect();
    let head = sheet.text(&head.join(" · "), Weight::Regular);
    let made = sheet.text(&made, Weight::Regular);
    for (place, page) in done.into_iter().enumerate() {
        sheet.pages.push(page);
        let (room, size, colour) = (sheet.room(), 7.5, Colour::Soft);
        let at =
            |y: f32, width: f32, right: bool| Placed { x: SIDE, y, width, size, colour, right };
        if 0 < place {
            sheet.line(None, &head, at(HEAD, room, false));
            sheet.rule(HEAD + 6.0, Colour::Line);
        }
        let foot = sheet.height - 26.0;
        sheet.rule(foot - 13.0, Colour::Line);
        let of = sheet.text(&w.page_of(number(place + 1), number(pages)), Weight::Regular);
        sheet.line(None, &made, at(foot, room - of.width(size) - 12.0, false));
        sheet.line(None, &of, at(foot, room, true));
    }
}

/// `Dibuat 29 Nov 2026 10.45 oleh Ayu, dari buku transaksi`.
fn made(made: &Made, document: &Document, w: Words) -> String {
    let moment = document.lang.moment(made.at, &made.zone);
    let zone = made.zone.label().to_owned();
    let by = made.by.as_deref().unwrap_or(&document.company);
    let mut said = w.made_by(format!("{moment} {zone}"), by);
    if !made.from.is_empty() {
        said = format!("{said}, {}", w.made_from(made.from.as_str()));
    }
    said
}

fn written(mut sheet: Sheet, document: &Document) -> Result<Vec<u8>, krilla::error::KrillaError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .unwrap_or_default();
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pdf = Pdf::new_with(settings);
    let pages = std::mem::take(&mut sheet.pages);
    for drawn in &pages {
        let Some(settings) = PageSettings::from_wh(sheet.width, sheet.height) else { continue };
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        draw_page(&mut surface, &mut sheet, drawn);
        surface.finish();
        page.finish();
    }
    let mut outline = Outline::new();
    for (text, page, y) in &sheet.contents {
        let place = XyzDestination::new(*page, Point::from_xy(SIDE, *y));
        outline.push_child(OutlineNode::new(text.clone(), place));
    }
    pdf.set_outline(outline);
    pdf.set_metadata(metadata(document));
    pdf.set_tag_tree(sheet.tags.tree(document.lang.word()));
    pdf.finish()
}

fn metadata(document: &Document) -> Metadata {
    let title = format!("{} {}", document.title, document.period);
    let by = document.made.by.as_deref().unwrap_or(&document.company);
    Metadata::new()
        .title(clean::clean(title.trim()).into_owned())
        .language(document.lang.word().to_owned())
        .creator("Jembatan".to_owned())
        .authors(vec![clean::clean(by).into_owned()])
        .creation_date(moment(document.made.at))
}

/// The same moment everywhere; what stands on the page is told in the zone of whoever reads.
fn moment(at: Instant) -> DateTime {
    let utc = at.local(&"UTC".parse().unwrap_or_else(|_| Zone::jakarta()));
    let small = |it: i8| it.unsigned_abs();
    DateTime::new(utc.year().unsigned_abs())
        .month(small(utc.month()))
        .day(small(utc.day()))
        .hour(small(utc.hour()))
        .minute(small(utc.minute()))
        .second(small(utc.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// What belongs to one part and was drawn together is tagged together.
fn draw_page(surface: &mut Surface<'_>, sheet: &mut Sheet, drawn: &[Drawn]) {
    for some in drawn.chunk_by(|one, next| one.part == next.part) {
        let part = some.first().and_then(|it| it.part);
        let tag = match part {
            Some(_) => ContentTag::Other,
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        };
        let identifier = surface.start_tagged(tag);
        for one in some {
            draw(surface, sheet, &one.what);
        }
        surface.end_tagged();
        if let Some(part) = part {
            sheet.tags.drawn(part, identifier);
        }
    }
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: colour.rgb().into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn draw(surface: &mut Surface<'_>, sheet: &Sheet, what: &What) {
    surface.set_stroke(None);
    match what {
        What::Words { text, glyphs, x, y, size, colour } => {
            surface.set_fill(Some(fill(*colour)));
            words(surface, &sheet.faces, text, glyphs.clone(), Point::from_xy(*x, *y), *size);
        }
        What::Area { x, y, width, height, colour } => {
            surface.set_fill(Some(fill(*colour)));
            let Some(area) = Rect::from_xywh(*x, *y, *width, *height) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(area);
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        What::Stroke { points, width, colour } => {
            surface.set_fill(None);
            let paint = colour.rgb().into();
            surface.set_stroke(Some(Stroke { paint, width: *width, ..Stroke::default() }));
            let mut path = PathBuilder::new();
            for (place, (x, y)) in points.iter().enumerate() {
                if place == 0 {
                    path.move_to(*x, *y);
                } else {
                    path.line_to(*x, *y);
                }
            }
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

/// Glyphs of one face are drawn together.
fn words(
    surface: &mut Surface<'_>,
    faces: &Faces,
    text: &Text,
    glyphs: std::ops::Range<usize>,
    at: Point,
    size: f32,
) {
    let mut x = at.x;
    let some = text.glyphs.get(glyphs).unwrap_or_default();
    for run in some.chunk_by(|one, next| one.face == next.face) {
        let face = run.first().map_or(0, |it| it.face);
        let drawn: Vec<KrillaGlyph> = run
            .iter()
            .map(|it| {
                let id = GlyphId::new(it.id);
                KrillaGlyph::new(id, it.advance, it.x, it.y, 0.0, it.of.clone(), None)
            })
            .collect();
        if let Some(font) = faces.drawn(text.weight, face) {
            surface.draw_glyphs(Point::from_xy(x, at.y), &drawn, font, &text.letters, size, false);
        }
        x += run.iter().map(|it| it.advance).sum::<f32>() * size;
    }
}
