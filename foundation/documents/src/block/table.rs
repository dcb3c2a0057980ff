//! A table, which goes on over pages with its heads on each of them.

mod widths;

use crate::colour::Colour;
use crate::document::{Row, Side, Table};
use crate::face::Weight;
use crate::sheet::{SIDE, Sheet, What};
use crate::tags::{Part, PartId};
use crate::text::{Line, Text};
use crate::{DocumentRefused, clean};

use widths::Widths;

/// What a row has above and below its words.
const ABOVE: f32 = 3.2;
/// Between two columns.
const BETWEEN: f32 = 9.0;
/// So many lines of one cell are printed.
const MOST_LINES: usize = 8;

pub fn set(sheet: &mut Sheet, table: &Table) -> Result<(), DocumentRefused> {
    let widths = Widths::of(sheet, table);
    let part = sheet.part(Part::Table, None);
    if !table.caption.is_empty() {
        caption(sheet, part, table)?;
    }
    let heads = Row::strong(table.columns.iter().map(|it| it.label.clone()).collect());
    let head = sheet.part(Part::TableHead, Some(part));
    let head = sheet.part(Part::TableRow, Some(head));
    let heads = Set::of(sheet, table, &widths, &heads);
    // A head has at least three rows below it.
    sheet.need(heads.height + 3.0 * (widths.size * 1.4 + 2.0 * ABOVE))?;
    heads.draw(sheet, table, &widths, Some(head), true);

    let body = sheet.part(Part::TableBody, Some(part));
    for row in &table.rows {
        let set = Set::of(sheet, table, &widths, row);
        if sheet.left() < set.height {
            sheet.new_page()?;
            heads.draw(sheet, table, &widths, None, true);
        }
        let part = sheet.part(Part::TableRow, Some(body));
        set.draw(sheet, table, &widths, Some(part), false);
    }
    sheet.y += 12.0;
    Ok(())
}

fn caption(sheet: &mut Sheet, table: PartId, said: &Table) -> Result<(), DocumentRefused> {
    sheet.need(70.0)?;
    let part = sheet.part(Part::Caption, Some(table));
    let text = sheet.text(&said.caption, Weight::Bold);
    sheet.flow(part, &text, 9.5, Colour::Ink)?;
    sheet.y += 3.0;
    Ok(())
}

/// A row whose cells have their lines.
struct Set {
    cells: Vec<(Text, Vec<Line>)>,
    height: f32,
    strong: bool,
}

impl Set {
    fn of(sheet: &Sheet, table: &Table, widths: &Widths, row: &Row) -> Self {
        let weight = if row.strong { Weight::Bold } else { Weight::Regular };
        let mut most = 1;
        let cells = widths.columns.iter().zip(0_usize..).map(|(width, place)| {
            let said = row.cells.get(place).map_or("", String::as_str);
            let said = shortened(said);
            let text = sheet.text(&said, weight);
            let mut lines = text.lines(widths.size, *width);
            lines.truncate(MOST_LINES);
            most = most.max(lines.len());
            (text, lines)
        });
        let cells = cells.take(table.columns.len()).collect();
        #[expect(clippy::cast_precision_loss, reason = "eight at the most")]
        let height = most as f32 * widths.size * 1.4 + 2.0 * ABOVE;
        Self { cells, height, strong: row.strong }
    }

    /// Draws it as a part, or as what only repeats one.
    fn draw(
        &self,
        sheet: &mut Sheet,
        table: &Table,
        widths: &Widths,
        part: Option<PartId>,
        head: bool,
    ) {
        if head {
            let (room, y) = (sheet.room(), sheet.y);
            sheet.area(None, (SIDE, y), (room, self.height), Colour::Wash);
        } else if self.strong {
            sheet.rule(sheet.y, Colour::Soft);
        }
        let mut x = SIDE + widths.edge;
        for (place, ((text, lines), column)) in self.cells.iter().zip(&table.columns).enumerate() {
            let width = widths.columns.get(place).copied().unwrap_or_default();
            let cell = part.map(|row| {
                let cell = match (head, place) {
                    (true, _) => Part::HeadCell,
                    (false, 0) => Part::RowHead,
                    (false, _) => Part::Cell,
                };
                sheet.part(cell, Some(row))
            });
            let colour = if head { Colour::Soft } else { Colour::Ink };
            let right = column.side == Side::Right;
            let mut y = sheet.y + ABOVE + widths.size * 1.02;
            for line in lines {
                let shift = if right { width - line.width } else { 0.0 };
                let (glyphs, size) = (line.glyphs.clone(), widths.size);
                let text = text.clone();
                let x = x + shift;
                sheet.draw(cell, What::Words { text, glyphs, x, y, size, colour });
                y += widths.size * 1.4;
            }
            x += width + BETWEEN;
        }
        sheet.y += self.height;
        sheet.rule(sheet.y, Colour::Line);
    }
}

/// A text of which more could be printed than anybody reads in a cell.
fn shortened(text: &str) -> String {
    const MOST: usize = 400;
    let mut letters = text.chars();
    let some: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() { format!("{}…", clean::clean(&some)) } else { some }
}
