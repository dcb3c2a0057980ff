//! Codes by which facts, files and programs know what a company has named.

/// A code that is not taken, made from the first name that an entry had.
pub fn free_code<'a>(label: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let numbered = (2..).map(|number| format!("{label} ({number})"));
    let mut codes = std::iter::once(label.to_owned()).chain(numbered);
    codes.find(|it| !known.contains(&it.as_str())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_once_and_is_free() {
        assert_eq!(free_code("Demo", ["Proposal"]), "Demo");
        assert_eq!(free_code("Demo", ["Demo", "Demo (2)"]), "Demo (3)");
    }
}
