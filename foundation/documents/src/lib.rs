//! Documents: what people print, send and keep, as a PDF.
//!
//! A [`Document`] is made of values and of nothing else: no markup is ever read, so a name is a
//! name, whatever it is made of. The same document comes out as the same bytes. Every document is
//! tagged for people who have it read to them (PDF/UA-1), can be kept for decades (PDF/A-2a), and
//! carries its own faces.

kernel::words!();

pub mod document;
mod clean;
mod face;
mod text;
mod colour;
mod sheet;
mod tags;
mod block;
mod write;
mod answer;

use kernel::{Lang, Refusal};

pub use answer::{Pdf, answer, render};
pub use document::{
    Block, Chart, Column, Document, KeyFigure, Kind, Made, Point, Row, Side, Table,
};
pub use write::pdf;

use words::Words;

/// Nobody reads more, and nobody waits for more.
pub const MOST_PAGES: usize = 200;

/// Why a document was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentRefused {
    #[error("more than {MOST_PAGES} pages")]
    TooLong,
}

impl Refusal for DocumentRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "documents.too_long",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::TooLong => w.too_long(i64::try_from(MOST_PAGES).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests;
