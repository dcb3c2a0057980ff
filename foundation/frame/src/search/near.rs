//! Words that look like one that nobody says.

use kernel::CompanyId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Expr, Func, Order, Query};

use super::gram;
use super::words::{grams, is_spelt};
use crate::ctx::Ctx;
use crate::error::Result;

/// Of the words that share the most pieces, so many are measured.
const MEASURED: u64 = 60;
/// And so many of those that are near enough are looked for.
const MOST: usize = 12;

/// Words of the company that may be meant by this one, the nearest first.
pub async fn near(ctx: &Ctx, word: &str) -> Result<Vec<String>> {
    if !is_spelt(word) {
        return Ok(Vec::new());
    }
    let shared = Alias::new("shared");
    let company: CompanyId = ctx.actor.company;
    let mut select = Query::select();
    select
        .column(gram::Column::Word)
        .expr_as(Func::count(Expr::col(gram::Column::Gram)), shared.clone())
        .from(gram::Entity)
        .and_where(gram::Column::CompanyId.eq(company))
        .and_where(gram::Column::Gram.is_in(grams(word)))
        .group_by_col(gram::Column::Word)
        .order_by(shared, Order::Desc)
        .order_by(gram::Column::Word, Order::Asc)
        .limit(MEASURED);
    let mut found = Vec::new();
    for row in ctx.rows(&select).await? {
        let known: String = row.try_get_by_index(0)?;
        if let Some(distance) = distance(word, &known) {
            found.push((distance, known));
        }
    }
    found.sort();
    found.truncate(MOST);
    Ok(found.into_iter().map(|it| it.1).collect())
}

/// How many slips of the finger lie between them; none if it is more than people make. What was
/// typed may be the beginning of the word.
pub fn distance(typed: &str, known: &str) -> Option<usize> {
    let length = typed.chars().count();
    let most = match length {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    let whole = strsim::osa_distance(typed, known);
    let begins = (length.saturating_sub(1)..=length + 1)
        .map(|it| known.chars().take(it).collect::<String>())
        .map(|it| strsim::osa_distance(typed, &it) + 1);
    // Of a long word one may have typed a part so far; of a short one that would be anything.
    let begun = if 5 <= length { begins.min() } else { None };
    let nearest = begun.map_or(whole, |it| it.min(whole));
    (nearest <= most).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_finger_are_near() {
        for (typed, known, slips) in [
            ("majua", "maju", Some(1)),
            ("mjau", "maju", Some(1)),
            ("sejahterra", "sejahtera", Some(1)),
            ("sejatera", "sejahtera", Some(1)),
            ("apotik", "apotek", Some(1)),
            ("sejater", "sejahtera", Some(2)),
            ("maju", "jaya", None),
            ("ani", "adi", Some(1)),
            ("an", "ani", None),
            ("gudang", "gedung", Some(2)),
        ] {
            assert_eq!(distance(typed, known), slips, "{typed} {known}");
        }
    }
}
