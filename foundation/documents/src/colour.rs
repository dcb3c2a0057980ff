//! The few colours of a document: those of the pages, on paper.

use krilla::color::rgb;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    Ink,
    Soft,
    Line,
    Wash,
    Brand,
    /// The bars of a chart, light enough for words beside them.
    Bar,
    /// What was before.
    Before,
    /// Below zero.
    Bad,
}

impl Colour {
    pub fn rgb(self) -> rgb::Color {
        let (red, green, blue) = match self {
            Self::Ink | Self::Before => (19, 37, 42),
            Self::Soft => (78, 94, 99),
            Self::Line => (206, 214, 215),
            Self::Wash => (236, 242, 242),
            Self::Brand => (0, 108, 114),
            Self::Bar => (52, 140, 146),
            Self::Bad => (181, 43, 40),
        };
        rgb::Color::new(red, green, blue)
    }
}
