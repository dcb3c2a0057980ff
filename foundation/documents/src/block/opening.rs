//! How a document begins: whose it is, what it is, of which time, and to whom it goes.

use crate::colour::Colour;
use crate::document::Document;
use crate::face::Weight;
use crate::sheet::{HEAD, SIDE, Sheet};
use crate::tags::Part;
use crate::{DocumentRefused, clean};

pub fn set(sheet: &mut Sheet, document: &Document) -> Result<(), DocumentRefused> {
    sheet.area(None, (SIDE, HEAD - 4.0), (28.0, 3.0), Colour::Brand);
    sheet.y = HEAD + 2.0;
    if !document.company.is_empty() {
        let company = sheet.text(&document.company, Weight::Bold);
        let part = sheet.part(Part::Paragraph, None);
        sheet.flow(part, &company, 9.5, Colour::Brand)?;
    }
    sheet.y += 3.0;
    let said = match clean::clean(&document.title).trim() {
        "" => "–".to_owned(),
        title => title.to_owned(),
    };
    let title = sheet.text(&said, Weight::Bold);
    sheet.contents.push((said.clone(), 0, HEAD));
    let part = sheet.part(Part::Title(said), None);
    sheet.flow(part, &title, 21.0, Colour::Ink)?;
    if !document.period.is_empty() {
        let period = sheet.text(&document.period, Weight::Regular);
        let part = sheet.part(Part::Paragraph, None);
        sheet.flow(part, &period, 10.5, Colour::Soft)?;
    }
    if let Some((name, rest)) = document.addressee.split_first() {
        sheet.y += 10.0;
        let name = sheet.text(name, Weight::Bold);
        let part = sheet.part(Part::Paragraph, None);
        sheet.flow(part, &name, 11.0, Colour::Ink)?;
        for line in rest {
            let line = sheet.text(line, Weight::Regular);
            let part = sheet.part(Part::Paragraph, None);
            sheet.flow(part, &line, 9.0, Colour::Soft)?;
        }
    }
    sheet.y += 8.0;
    Ok(())
}
