//! How wide the columns of a table are: as wide as what stands in them, if there is room.

use super::{BETWEEN, shortened};
use crate::document::{Side, Table};
use crate::face::Weight;
use crate::sheet::Sheet;

/// The sizes that are tried, the largest first.
const SIZES: [f32; 4] = [9.0, 8.0, 7.0, 6.0];
/// So many rows are measured; those after them are like those.
const MEASURED: usize = 300;
/// So short, at a size of one, that it is never broken.
const SHORT: f32 = 8.0;
/// No column of words asks for more than this, however long they are.
const WIDEST: f32 = 260.0;

pub struct Widths {
    pub size: f32,
    pub columns: Vec<f32>,
    /// What stays free at the edges.
    pub edge: f32,
}

/// What a column would like, and what it cannot do without, at a size of one.
#[derive(Clone, Copy, Default)]
struct Wish {
    all: f32,
    word: f32,
    /// All of a cell, but of the head its widest word only.
    number: f32,
}

impl Widths {
    pub fn of(sheet: &Sheet, table: &Table) -> Self {
        let wishes: Vec<Wish> = (0..table.columns.len()).map(|it| wish(sheet, table, it)).collect();
        let edge = 5.0;
        let gaps = table.columns.iter().skip(1).map(|_| BETWEEN).sum::<f32>();
        let room = sheet.room() - gaps - 2.0 * edge;
        let size = SIZES.into_iter().find(|size| least(table, &wishes, *size) <= room);
        let size = size.unwrap_or(6.0);
        Self { size, edge, columns: shared(table, &wishes, size, room) }
    }
}

fn wish(sheet: &Sheet, table: &Table, place: usize) -> Wish {
    let label = table.columns.get(place).map_or("", |it| it.label.as_str());
    let head = sheet.text(label, Weight::Bold);
    let word = head.widest_word(1.0);
    let mut wish = Wish { all: head.width(1.0), word, number: word };
    for row in table.rows.iter().take(MEASURED) {
        let weight = if row.strong { Weight::Bold } else { Weight::Regular };
        let cell = row.cells.get(place).map_or("", String::as_str);
        let text = sheet.text(&shortened(cell), weight);
        let all = text.width(1.0);
        wish.all = wish.all.max(all);
        wish.number = wish.number.max(all);
        wish.word = wish.word.max(text.widest_word(1.0));
    }
    wish
}

/// Numbers, days and short names stay whole; longer ones may be broken between their words, and
/// no word asks for half a page.
fn needs(side: Side, wish: Wish, size: f32) -> f32 {
    match side {
        Side::Right => (wish.number * size).min(150.0),
        Side::Left if wish.all <= SHORT => wish.all * size,
        Side::Left => (wish.word * size).min(110.0),
    }
}

fn least(table: &Table, wishes: &[Wish], size: f32) -> f32 {
    table.columns.iter().zip(wishes).map(|(it, wish)| needs(it.side, *wish, size)).sum()
}

/// What everybody needs, and of what is left to each in proportion to what they still want. What
/// nobody wants goes to the words.
fn shared(table: &Table, wishes: &[Wish], size: f32, room: f32) -> Vec<f32> {
    let columns = || table.columns.iter().zip(wishes);
    let mut widths: Vec<f32> = columns().map(|(it, wish)| needs(it.side, *wish, size)).collect();
    let taken: f32 = widths.iter().sum();
    if room < taken {
        return widths.into_iter().map(|it| it * room / taken).collect();
    }
    let wants: Vec<f32> = columns()
        .zip(&widths)
        .map(|((_, wish), width)| ((wish.all * size).min(WIDEST) - width).max(0.0))
        .collect();
    let wanted: f32 = wants.iter().sum();
    let left = room - taken;
    let given = if left < wanted { left / wanted } else { 1.0 };
    for (width, want) in widths.iter_mut().zip(&wants) {
        *width += want * given;
    }
    let rest = (left - wanted).max(0.0);
    let words = table.columns.iter().filter(|it| it.side == Side::Left).count();
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let each = rest / (if words == 0 { widths.len() } else { words }).max(1) as f32;
    for (width, column) in widths.iter_mut().zip(&table.columns) {
        if words == 0 || column.side == Side::Left {
            *width += each;
        }
    }
    widths
}
