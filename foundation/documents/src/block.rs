//! The blocks of a document, set one below the other.

mod chart;
mod figures;
mod opening;
mod table;

use crate::colour::Colour;
use crate::document::{Block, Document};
use crate::face::Weight;
use crate::sheet::Sheet;
use crate::tags::Part;
use crate::words::Words;
use crate::{DocumentRefused, clean};

/// Sets the whole document.
pub fn set(sheet: &mut Sheet, document: &Document) -> Result<(), DocumentRefused> {
    opening::set(sheet, document)?;
    for block in &document.blocks {
        match block {
            Block::Heading(text) => heading(sheet, text)?,
            Block::Text(text) => words(sheet, text, 9.5, Colour::Ink)?,
            Block::Note(text) => words(sheet, text, 8.0, Colour::Soft)?,
            Block::Figures(figures) => figures::set(sheet, figures)?,
            Block::Table(table) => table::set(sheet, table)?,
            Block::Chart(chart) => chart::set(sheet, chart, Words::of(document.lang))?,
            Block::NewPage => sheet.new_page()?,
        }
    }
    Ok(())
}

/// A heading never stands alone at the end of a page.
fn heading(sheet: &mut Sheet, text: &str) -> Result<(), DocumentRefused> {
    let said = clean::clean(text).trim().to_owned();
    if said.is_empty() {
        return Ok(());
    }
    sheet.need(110.0)?;
    sheet.y += 10.0;
    sheet.contents.push((said.clone(), sheet.page(), sheet.y));
    let part = sheet.part(Part::Heading(said), None);
    let text = sheet.text(text, Weight::Bold);
    sheet.flow(part, &text, 13.0, Colour::Ink)?;
    sheet.y += 4.0;
    Ok(())
}

/// Paragraphs, parted where the text has its own lines.
fn words(sheet: &mut Sheet, text: &str, size: f32, colour: Colour) -> Result<(), DocumentRefused> {
    for text in text.lines().filter(|it| !it.trim().is_empty()) {
        let part = sheet.part(Part::Paragraph, None);
        let text = sheet.text(text, Weight::Regular);
        sheet.flow(part, &text, size, colour)?;
    }
    sheet.y += 6.0;
    Ok(())
}
