//! What is asked of a list, as its address says it behind the `?`.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Chosen;
use crate::error::{Error, Result};
use crate::web::page;

/// The part that says in which order.
pub const SORT: &str = "sort";
/// The part that says which columns are shown, in their order, with commas between.
pub const COLUMNS: &str = "columns";
/// Parts of an address that are no part of a question: where in a list somebody stood.
const NO_QUESTION: &[&str] = &["cursor", "limit"];

/// What is asked: filters, an order and columns, by name; what is empty is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question(Vec<(String, String)>);

impl Question {
    /// Of what a handler took out of an address.
    pub fn of(looked: &impl Serialize) -> Result<Self> {
        Self::read(&serde_urlencoded::to_string(looked).map_err(Error::internal)?)
    }

    /// As it stands in an address.
    pub fn read(text: &str) -> Result<Self> {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(text).map_err(|it| malformed(&it))?;
        let mut question = Self::default();
        for (name, value) in pairs {
            if value.trim().is_empty() || NO_QUESTION.contains(&name.as_str()) {
                continue;
            }
            match question.0.iter_mut().find(|it| it.0 == COLUMNS && name == COLUMNS) {
                Some((_, columns)) => *columns = format!("{columns},{value}"),
                None => question.0.push((name, value)),
            }
        }
        Ok(question)
    }

    /// As a handler takes it out of an address.
    pub fn looked<L: DeserializeOwned>(&self) -> Result<L> {
        serde_urlencoded::from_str(&self.text()).map_err(|it| malformed(&it))
    }

    /// With the columns that somebody chose.
    pub fn showing(self, chosen: &Chosen) -> Self {
        self.with(COLUMNS, &chosen.columns)
    }

    /// What is asked by this name; empty when nothing is.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str())
    }

    /// With this instead; with nothing it is not asked any more.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let known = self.0.iter().position(|it| it.0 == name);
        match known {
            Some(at) if value.is_empty() => {
                self.0.remove(at);
            }
            Some(at) => value.clone_into(&mut self.0[at].1),
            None if value.is_empty() => {}
            None => self.0.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Name and value of each part, but for that of this name.
    pub fn but(&self, name: &str) -> Vec<(&str, &str)> {
        let others = self.0.iter().filter(|it| it.0 != name);
        others.map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In one order, so that two who ask the same are seen to.
    pub fn in_order(mut self) -> Self {
        self.0.sort();
        self.0.dedup();
        self
    }

    /// As it stands in an address.
    pub fn text(&self) -> String {
        serde_urlencoded::to_string(&self.0).unwrap_or_default()
    }

    /// The address of a list that is asked this.
    pub fn address(&self, path: &str) -> String {
        page::address(path, self.0.iter().map(|it| (it.0.as_str(), it.1.as_str())))
    }

    /// The same, read on from where a page ended.
    pub fn read_on(&self, path: &str, cursor: &str) -> String {
        self.clone().with("cursor", cursor).address(path)
    }
}

fn malformed(fault: &serde_urlencoded::de::Error) -> Error {
    Error::Malformed(fault.to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn where_somebody_stood_and_what_is_empty_is_no_question() {
        let asked = Question::read("tier=A&q=+&cursor=x&limit=9&city=Solo").unwrap();

        assert_eq!(asked.text(), "tier=A&city=Solo");
        assert_eq!(asked.in_order().text(), "city=Solo&tier=A");
        assert!(Question::read("cursor=x&q=").unwrap().is_empty());
    }

    #[test]
    fn columns_come_one_by_one_and_are_kept_together() {
        let asked = Question::read("columns=tier&q=a&columns=status").unwrap();

        assert_eq!(asked.get(COLUMNS), "tier,status");
        assert_eq!(asked.address("/accounts"), "/accounts?columns=tier%2Cstatus&q=a");
    }

    #[test]
    fn one_part_is_asked_otherwise_or_not_at_all() {
        let asked = Question::read("tier=A&q=x").unwrap();

        assert_eq!(asked.clone().with("tier", "B").text(), "tier=B&q=x");
        assert_eq!(asked.clone().with("tier", "").text(), "q=x");
        assert_eq!(asked.clone().with("owner", "").text(), "tier=A&q=x");
        assert_eq!(asked.but("q"), [("tier", "A")]);
        assert_eq!(asked.read_on("/accounts", "abc"), "/accounts?tier=A&q=x&cursor=abc");
    }

    proptest! {
        #[test]
        fn the_order_in_which_it_was_asked_does_not_matter(
            mut typed in proptest::collection::vec(("[a-c]{1,2}", "[a-c ]{0,2}"), 0..6),
        ) {
            let once = Question::of(&typed).unwrap().in_order();
            typed.reverse();

            prop_assert_eq!(&Question::of(&typed).unwrap().in_order(), &once);
            prop_assert_eq!(Question::read(&once.text()).unwrap(), once);
        }
    }
}
