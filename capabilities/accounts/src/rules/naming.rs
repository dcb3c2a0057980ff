//! What an entry of the company's lists is called, and the code by which programs know it.

use super::client_refused::LONGEST_LABEL;

/// A code that is not taken, made from the first name that an entry had: small letters, digits
/// and low lines, so that it stands in an address, in JSON and at the head of a column.
pub fn free_code<'a>(label: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let mut code = String::new();
    for it in label.chars() {
        if it.is_ascii_alphanumeric() {
            code.push(it.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('_') {
            code.push('_');
        }
    }
    let code: String = code.trim_end_matches('_').chars().take(LONGEST_LABEL).collect();
    let code = if code.is_empty() { "entry".to_owned() } else { code };
    let numbered = (2..).map(|number| format!("{code}_{number}"));
    let mut codes = std::iter::once(code.clone()).chain(numbered);
    codes.find(|it| !known.contains(&it.as_str())).unwrap_or_default()
}

/// Both names, fit to be shown; the Indonesian one serves where there is no English one.
pub fn labelled(id: &str, en: &str) -> Option<(String, String)> {
    let fits = |text: &str| one_line(text).filter(|it| it.chars().count() <= LONGEST_LABEL);
    let indonesian = fits(id)?;
    let english = if one_line(en).is_none() { indonesian.clone() } else { fits(en)? };
    Some((indonesian, english))
}

/// Without marks that cannot be seen; none if nothing is left.
fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || it.is_control())
        .filter(|it| !it.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_made_once_and_is_free() {
        assert_eq!(free_code("Nomor PO (2026)", []), "nomor_po_2026");
        assert_eq!(free_code("Demo", ["demo", "demo_2"]), "demo_3");
        assert_eq!(free_code("名前", []), "entry");
    }

    #[test]
    fn the_indonesian_name_serves_for_both() {
        assert_eq!(labelled(" Wilayah ", ""), Some(("Wilayah".into(), "Wilayah".into())));
        assert_eq!(labelled("", "Region"), None);
        assert_eq!(labelled(&"x".repeat(LONGEST_LABEL + 1), ""), None);
    }

    proptest! {
        #[test]
        fn a_code_stands_anywhere(label in ".{0,80}") {
            let code = free_code(&label, ["entry"]);

            prop_assert!(!code.is_empty());
            prop_assert!(code.chars().all(|it| it.is_ascii_alphanumeric() || it == '_'));
        }
    }
}
