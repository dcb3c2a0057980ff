//! What a view keeps, in words: its filters, its order and its columns, and which of them there are
//! no more.

use frame::web::list::{COLUMNS, Listed, Question, SORT, arranged, lost};
use frame::{Ctx, Result};

use crate::words::Words;

/// What a view keeps.
pub struct Kept {
    pub lines: Vec<Line>,
}

/// One part of it.
pub struct Line {
    pub label: String,
    pub said: String,
    /// There is no such thing, or no more, or not for the reader.
    pub gone: bool,
}

impl Kept {
    /// Something of it is gone: the list shows nothing until it is taken away.
    pub fn is_broken(&self) -> bool {
        self.lines.iter().any(|it| it.gone)
    }
}

/// What this question of a list keeps.
pub async fn kept(ctx: &Ctx, list: &Listed, question: &str) -> Result<Kept> {
    let w = Words::of(ctx.lang());
    let question = Question::read(question)?;
    let asked = (list.ask)(ctx, &question).await?;
    let mut lines: Vec<Line> = asked
        .in_force()
        .map(|it| Line { label: it.label.clone(), said: it.told().to_owned(), gone: it.is_gone() })
        .collect();
    if lines.is_empty() {
        let said = w.no_filters().to_owned();
        lines.push(Line { label: w.filters_label().to_owned(), said, gone: false });
    }
    if !asked.sorts.is_empty() {
        let order = asked.order(&question);
        let said = order.unwrap_or(question.get(SORT)).to_owned();
        lines.push(Line { label: w.order_label().to_owned(), said, gone: order.is_none() });
    }
    if !asked.columns.is_empty() {
        let missing = lost(&question, &asked.columns);
        let usual = question.get(COLUMNS).is_empty();
        let shown = arranged(&question, asked.columns).into_iter().filter(|it| it.shown);
        let shown: Vec<String> = shown.map(|it| it.label).collect();
        let said = if usual { w.columns_usual(shown.join(", ")) } else { shown.join(", ") };
        lines.push(Line { label: w.columns_label().to_owned(), said, gone: false });
        if !missing.is_empty() {
            let said = missing.join(", ");
            lines.push(Line { label: w.columns_label().to_owned(), said, gone: true });
        }
    }
    Ok(Kept { lines })
}
