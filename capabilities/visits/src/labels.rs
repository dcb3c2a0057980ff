//! What an entry of the company's lists is called, in both languages.

use frame::{Error, Result};
use serde::Deserialize;

use crate::rules::{LONGEST_LABEL, VisitRefused};

/// What an entry is called in both languages; the English name may be left to the Indonesian one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Labels {
    pub label_id: String,
    pub label_en: String,
}

impl Labels {
    /// As they are kept.
    pub fn of(id: &str, en: &str) -> Self {
        Self { label_id: id.to_owned(), label_en: en.to_owned() }
    }
}

/// Both names, fit to be shown.
pub fn labels(typed: &Labels) -> Result<(String, String)> {
    let label = |text: &str, field| {
        let label = frame::text::line(text).filter(|it| it.chars().count() <= LONGEST_LABEL);
        label.ok_or(Error::refused(VisitRefused::NoLabel { field }))
    };
    let indonesian = label(&typed.label_id, "label_id")?;
    let english = match frame::text::line(&typed.label_en) {
        None => indonesian.clone(),
        Some(english) => label(&english, "label_en")?,
    };
    Ok((indonesian, english))
}

/// A code that facts can name for ever, made from the first name that the entry had.
pub fn free_code<'a>(label: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let letter = |it: char| if it.is_ascii_alphanumeric() { it.to_ascii_lowercase() } else { '_' };
    let code: String = label.chars().map(letter).collect();
    let code = code.trim_matches('_');
    let code = if code.is_empty() { "entry" } else { code };
    let known: Vec<&str> = known.into_iter().collect();
    let taken = |it: &str| known.contains(&it);
    let numbered = (2..).map(|number| format!("{code}_{number}"));
    let mut codes = std::iter::once(code.to_owned()).chain(numbered);
    codes.find(|it| !taken(it)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_once_and_is_free() {
        assert_eq!(free_code("Repeat order!", ["order"]), "repeat_order");
        assert_eq!(free_code("Order", ["order", "order_2"]), "order_3");
        assert_eq!(free_code("…", []), "entry");
    }
}
