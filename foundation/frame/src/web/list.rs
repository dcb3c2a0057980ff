//! Lists: what is asked of them, how they are read page by page, and what is shown of each row.
//!
//! A list takes its [`Question`] out of the address, says by [`Asked`] what can be asked of it and
//! in words what is, walks its rows by an [`Ordered`], and is shown as a [`Listing`].

mod question;
mod filter;
mod columns;
mod order;
mod picked;
mod count;
mod listing;

pub use columns::{Chosen, Column, arranged, lost};
pub use count::Tally;
pub use filter::{Asked, Filter, Input};
pub use listing::{InForce, Listing};
pub use order::Ordered;
pub use picked::{Choice, Picked};
pub use question::{COLUMNS, Question, SORT};

use kernel::access::Area;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::app::Asking;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::secrets;

pub const MOST: u64 = 200;
const USUAL: u64 = 50;

/// Some of a list, and where to read on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Pass it as `cursor` for what follows; none at the end.
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// Of a list in which there is nothing.
    pub const fn empty() -> Self {
        Self { items: Vec::new(), next_cursor: None }
    }

    /// Of rows read with one more than `limit`, the first `limit`, and a cursor after the last of
    /// them if there was one more.
    pub fn cut<K: Serialize>(mut rows: Vec<T>, limit: u64, key: impl Fn(&T) -> K) -> Result<Self> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = limit < rows.len();
        rows.truncate(limit);
        let last = rows.last().filter(|_| more);
        let next_cursor = last.map(|row| write_cursor(&key(row))).transpose()?;
        Ok(Self { items: rows, next_cursor })
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next_cursor: self.next_cursor }
    }
}

/// A list of which people may keep questions under a name; `app` names them all.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    pub word: &'static str,
    pub path: &'static str,
    /// The place of the left column under which it stands.
    pub section: &'static str,
    /// Whose `view` it asks for.
    pub area: Area,
    /// What can be asked of it, and in words what is.
    pub ask: for<'a> fn(&'a Ctx, &'a Question) -> Asking<'a, Asked>,
}

/// What the address says by this name, understood; none when it says nothing.
pub fn read<T>(
    name: &str,
    text: &str,
    as_what: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>> {
    let text = text.trim_matches(' ');
    if text.is_empty() {
        return Ok(None);
    }
    let malformed = || Error::Malformed(format!("`{name}` cannot be {text:?}"));
    as_what(text).map(Some).ok_or_else(malformed)
}

/// How much of a list, and from where.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Cut {
    /// At most 200; 50 unless told.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u64>,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
}

impl Cut {
    pub fn limit(&self) -> Result<u64> {
        match self.limit {
            None => Ok(USUAL),
            Some(limit) if (1..=MOST).contains(&limit) => Ok(limit),
            Some(limit) => {
                Err(Error::Malformed(format!("limit is 1 to {MOST}, {limit} was asked for")))
            }
        }
    }

    /// Where to read on, as the key of the last row that was seen.
    pub fn after<K: DeserializeOwned>(&self) -> Result<Option<K>> {
        let Some(text) = self.cursor.as_deref().filter(|it| !it.is_empty()) else {
            return Ok(None);
        };
        let bytes = secrets::from_text(text).and_then(|it| serde_json::from_slice(&it).ok());
        bytes.map(Some).ok_or_else(|| Error::Malformed("cursor is not one of ours".to_owned()))
    }
}

/// The address of a list with these filters, read on from this cursor.
pub fn address(path: &str, filter: &impl Serialize, cursor: Option<&str>) -> Result<String> {
    let mut query = serde_urlencoded::to_string(filter).map_err(Error::internal)?;
    if let Some(cursor) = cursor {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str("cursor=");
        query.push_str(cursor);
    }
    Ok(if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") })
}

fn write_cursor<K: Serialize>(key: &K) -> Result<String> {
    Ok(secrets::to_text(&serde_json::to_vec(key)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_to_where_the_page_ended() {
        let page = Page::cut(vec![1, 2, 3], 2, |it| *it).unwrap();
        let cut = Cut { limit: None, cursor: page.next_cursor };

        assert_eq!(page.items, [1, 2]);
        assert_eq!(cut.after::<i32>().unwrap(), Some(2));
    }

    #[test]
    fn the_last_page_has_no_cursor() {
        assert_eq!(Page::cut(vec![1, 2], 2, |it| *it).unwrap().next_cursor, None);
    }

    #[test]
    fn a_filter_stays_in_the_address() {
        let filter = [("q", "a&b"), ("team", "")];

        assert_eq!(
            address("/people", &filter, Some("x")).unwrap(),
            "/people?q=a%26b&team=&cursor=x"
        );
        assert_eq!(address("/people", &(), None).unwrap(), "/people");
    }

    #[test]
    fn a_made_up_cursor_is_malformed() {
        let cut = Cut { limit: Some(500), cursor: Some("x'; drop table".to_owned()) };

        assert!(matches!(cut.after::<i32>(), Err(Error::Malformed(_))));
        assert!(matches!(cut.limit(), Err(Error::Malformed(_))));
    }
}
