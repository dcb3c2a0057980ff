//! The lists of which views are kept.

use frame::web::list::Listed;
use frame::{Ctx, Error, Result};
use kernel::access::Act;

/// The list of this name, for whoever may look at it.
pub fn find(ctx: &Ctx, word: &str) -> Result<Listed> {
    let list = ctx.app.lists.iter().find(|it| it.word == word).ok_or(Error::NotFound)?;
    if ctx.may(Act::View, list.area) { Ok(*list) } else { Err(Error::Denied) }
}

/// Its address with this question.
pub fn address(list: &Listed, question: &str) -> String {
    if question.is_empty() { list.path.to_owned() } else { format!("{}?{question}", list.path) }
}
