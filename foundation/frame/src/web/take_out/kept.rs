//! Rows of which some columns are taken out, and rows that are known already.

use super::{Cell, Head, Rows};
use crate::error::Result;

/// Of each row the cells of some columns, in the order in which those were chosen.
pub struct Kept<R> {
    rows: R,
    /// Places in a whole row; none when all is taken as it is.
    places: Option<Vec<usize>>,
}

impl<R: Rows> Kept<R> {
    /// `columns`: words with commas between; all columns when it is empty. What belongs to no
    /// column stands first in every file.
    pub fn of(rows: R, columns: &str) -> Self {
        if columns.is_empty() {
            return Self { rows, places: None };
        }
        let head = rows.head();
        let of = |word: &str| -> Vec<usize> {
            (0..).zip(&head).filter(|(_, it)| it.word == word).map(|it| it.0).collect()
        };
        let mut places = of("");
        for word in columns.split(',').filter(|it| !it.is_empty()) {
            for place in of(word) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        Self { rows, places: Some(places) }
    }
}

impl<R: Rows> Rows for Kept<R> {
    fn head(&self) -> Vec<Head> {
        let head = self.rows.head();
        match &self.places {
            Some(places) => places.iter().map(|it| head[*it].clone()).collect(),
            None => head,
        }
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let mut rows = self.rows.next().await?;
        if let Some(places) = &self.places {
            for row in &mut rows {
                *row = places.iter().map(|it| row[*it].clone()).collect();
            }
        }
        Ok(rows)
    }
}

/// The head of a table whose rows are written from the beginning.
pub struct Whole {
    pub head: Vec<String>,
}

impl Rows for Whole {
    fn head(&self) -> Vec<Head> {
        self.head.iter().map(|it| Head::of("", it)).collect()
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        Ok(Vec::new())
    }
}
