//! What stands beside the name of each row of a list, and in which order: the reader chooses.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::{COLUMNS, Question};

/// More columns nobody chooses.
const MOST: usize = 60;

/// Something that can be shown of each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What the address calls it.
    pub word: String,
    pub label: String,
    /// It stands at the right, as numbers do.
    pub number: bool,
    /// It is shown: now or, before anybody chose, usually.
    pub shown: bool,
}

impl Column {
    /// One that is usually shown.
    pub fn of(word: &str, label: &str) -> Self {
        Self { word: word.to_owned(), label: label.to_owned(), number: false, shown: true }
    }

    pub fn number(self) -> Self {
        Self { number: true, ..self }
    }

    /// Not shown unless somebody chooses it.
    pub fn hidden(self) -> Self {
        Self { shown: false, ..self }
    }
}

/// All columns: those that are shown in their order, then the others.
pub fn arranged(question: &Question, known: Vec<Column>) -> Vec<Column> {
    let words = asked(question);
    if words.is_empty() {
        return known;
    }
    let place = |it: &Column| words.iter().position(|word| *word == it.word);
    let mut all: Vec<Column> =
        known.into_iter().map(|it| Column { shown: place(&it).is_some(), ..it }).collect();
    all.sort_by_key(|it| place(it).unwrap_or(usize::MAX));
    all
}

/// The words of columns that are asked for and that there are not, or not for the reader.
pub fn lost(question: &Question, known: &[Column]) -> Vec<String> {
    let words = asked(question).into_iter();
    words.filter(|word| !known.iter().any(|it| it.word == *word)).map(str::to_owned).collect()
}

fn asked(question: &Question) -> Vec<&str> {
    words(question.get(COLUMNS))
}

fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(',').map(str::trim).filter(|it| !it.is_empty()) {
        if !words.contains(&word) && words.len() < MOST {
            words.push(word);
        }
    }
    words
}

/// Which columns somebody chose, as the menu of columns or an address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Words with commas between, in their order; empty when nobody chose.
    pub columns: String,
    /// One of them was just moved: the menu stays open.
    pub moved: bool,
}

impl Chosen {
    /// Out of the parts of an address: `columns` any number of times, and `move=tier.up` for the
    /// one that changes its place.
    fn read(pairs: &[(String, String)]) -> Self {
        let all = |name: &str| -> Vec<&str> {
            pairs.iter().filter(|it| it.0 == name).map(|it| it.1.as_str()).collect()
        };
        let columns = all(COLUMNS).join(",");
        let mut columns = words(&columns);
        let moves = all("move");
        for (word, way) in moves.iter().filter_map(|it| it.rsplit_once('.')) {
            let at = columns.iter().position(|it| *it == word);
            match (at, way) {
                (Some(at), "up") if 0 < at => columns.swap(at - 1, at),
                (Some(at), "down") if at + 1 < columns.len() => columns.swap(at, at + 1),
                _ => {}
            }
        }
        Self { columns: columns.join(","), moved: !moves.is_empty() }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Chosen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        Ok(Self::read(&pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str) -> Chosen {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(text).unwrap();
        Chosen::read(&pairs)
    }

    fn known() -> Vec<Column> {
        vec![Column::of("tier", "Tier"), Column::of("tags", "Tags"), Column::of("x", "X").hidden()]
    }

    fn shown(text: &str) -> Vec<String> {
        let all = arranged(&Question::read(text).unwrap(), known()).into_iter();
        all.filter(|it| it.shown).map(|it| it.word).collect()
    }

    #[test]
    fn unless_told_the_usual_ones_are_shown() {
        assert_eq!(shown("q=a"), ["tier", "tags"]);
        assert_eq!(shown("columns=x,tier"), ["x", "tier"]);
        assert_eq!(shown("columns=x,gone,x"), ["x"]);
    }

    #[test]
    fn what_is_not_there_is_told() {
        let question = Question::read("columns=x,gone").unwrap();

        assert_eq!(lost(&question, &known()), ["gone"]);
    }

    #[test]
    fn a_column_is_moved_by_a_button() {
        assert_eq!(chosen("columns=a&columns=b&columns=c&move=c.up").columns, "a,c,b");
        assert_eq!(chosen("columns=a&columns=b&move=a.up").columns, "a,b", "it is the first");
        assert_eq!(chosen("columns=custom.x,b&move=custom.x.down").columns, "b,custom.x");
        assert!(chosen("columns=a&move=a.up").moved && !chosen("columns=a").moved);
        assert_eq!(chosen("").columns, "");
    }
}
