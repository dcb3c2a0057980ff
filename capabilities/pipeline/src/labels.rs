//! What an entry of the company's lists is called, in both languages.

use frame::{Error, Result};
use kernel::labels;
use serde::Deserialize;

use crate::rules::{LONGEST_LABEL, PipelineRefused};

/// What an entry is called; the English name may be left to the Indonesian one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Labels {
    pub label_id: String,
    pub label_en: String,
}

labels! {
    /// Where an entry goes among its neighbours.
    pub enum Turn {
        Earlier = "earlier",
        Later = "later",
    }
}

impl Labels {
    /// As they are kept.
    pub fn of(id: &str, en: &str) -> Self {
        Self { label_id: id.to_owned(), label_en: en.to_owned() }
    }

    /// Both names, fit to be shown.
    pub fn read(&self) -> Result<(String, String)> {
        let label = |text: &str, field| {
            let label = frame::text::line(text).filter(|it| it.chars().count() <= LONGEST_LABEL);
            label.ok_or_else(|| Error::refused(PipelineRefused::NoLabel { field }))
        };
        let indonesian = label(&self.label_id, "label_id")?;
        let english = match frame::text::line(&self.label_en) {
            None => indonesian.clone(),
            Some(_) => label(&self.label_en, "label_en")?,
        };
        Ok((indonesian, english))
    }
}

/// Of entries in their order, the two that change places; none at the end.
pub fn neighbours<T>(entries: &[T], at: usize, turn: Turn) -> Option<(&T, &T)> {
    let other = match turn {
        Turn::Earlier => at.checked_sub(1)?,
        Turn::Later => at + 1,
    };
    Some((entries.get(at)?, entries.get(other)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_end_there_is_nowhere_to_go() {
        assert_eq!(neighbours(&[1, 2, 3], 1, Turn::Earlier), Some((&2, &1)));
        assert_eq!(neighbours(&[1, 2, 3], 1, Turn::Later), Some((&2, &3)));
        assert_eq!(neighbours(&[1, 2, 3], 0, Turn::Earlier), None);
        assert_eq!(neighbours(&[1, 2, 3], 2, Turn::Later), None);
    }
}
