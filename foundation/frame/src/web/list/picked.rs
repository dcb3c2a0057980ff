//! Rows of a list that somebody chose, to do something with all of them.

use std::convert::Infallible;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::Question;
use crate::error::{Error, Result};

/// Which rows somebody chose, as a form or an address says it: `chosen` any number of times, each
/// an id or several with commas between, or `all=yes` for everything that fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    ids: Vec<String>,
    /// Everything that fits, whatever stands on this page.
    pub all: bool,
}

impl Picked {
    pub fn read(pairs: &[(String, String)]) -> Self {
        let chosen = pairs.iter().filter(|it| it.0 == "chosen").flat_map(|it| it.1.split(','));
        let mut ids: Vec<String> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for id in chosen.map(str::trim).filter(|it| !it.is_empty()) {
            if known.insert(id) {
                ids.push(id.to_owned());
            }
        }
        let all = pairs.iter().any(|it| it.0 == "all" && it.1 == "yes");
        Self { ids, all }
    }

    /// Nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && !self.all
    }

    /// Whether this row was.
    pub fn has(&self, id: &impl ToString) -> bool {
        self.ids.contains(&id.to_string())
    }

    /// The ids of the rows; malformed if one is none.
    pub fn ids<Id: FromStr>(&self) -> Result<Vec<Id>> {
        let id = |it: &String| {
            it.parse().map_err(|_| Error::Malformed(format!("`{it}` is no id of a row")))
        };
        self.ids.iter().map(id).collect()
    }

    /// The ids with commas between, for a form that passes them on.
    pub fn text(&self) -> String {
        self.ids.join(",")
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Picked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        Ok(Self::read(&pairs))
    }
}

/// How the rows of a list are chosen, and where something is done with them.
pub struct Choice {
    /// Where that is; what is asked of the list stands in it.
    pub action: String,
    pub picked: Picked,
    /// Those among the chosen that stand on other pages.
    pub elsewhere: Vec<String>,
}

impl Choice {
    /// `here`: the rows of this page.
    pub fn of(question: &Question, path: &str, picked: Picked, here: &[impl ToString]) -> Self {
        let here: Vec<String> = here.iter().map(ToString::to_string).collect();
        let elsewhere = picked.ids.iter().filter(|it| !here.contains(it)).cloned().collect();
        Self { action: question.address(path), picked, elsewhere }
    }

    pub fn has(&self, id: &impl ToString) -> bool {
        self.picked.has(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(text: &str) -> Picked {
        Picked::read(&serde_urlencoded::from_str::<Vec<(String, String)>>(text).unwrap())
    }

    #[test]
    fn rows_come_one_by_one_or_together_and_each_once() {
        let some = picked("chosen=1&chosen=2,3&q=x&chosen=2");

        assert_eq!(some.ids::<u8>().unwrap(), [1, 2, 3]);
        assert_eq!(some.text(), "1,2,3");
        assert!(some.has(&3) && !some.has(&4) && !some.all);
        assert!(picked("").is_empty() && !picked("all=yes").is_empty());
    }

    #[test]
    fn what_is_no_id_is_malformed() {
        assert!(matches!(picked("chosen=1&chosen=x").ids::<u8>(), Err(Error::Malformed(_))));
    }

    #[test]
    fn what_stands_on_other_pages_is_not_lost() {
        let question = Question::read("tier=A").unwrap();
        let choice = Choice::of(&question, "/accounts/bulk", picked("chosen=1&chosen=7"), &[7, 8]);

        assert_eq!(choice.action, "/accounts/bulk?tier=A");
        assert_eq!(choice.elsewhere, ["1"]);
        assert!(choice.has(&7) && !choice.has(&8));
    }
}
