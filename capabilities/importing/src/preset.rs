//! The mappings that come with the program, and those that an integrator writes.

use crate::rules::mapping::{Mapping, MappingFault};

/// The systems whose files are understood without asking.
const PRESETS: &[(&str, &str)] = &[
    ("crm-sales-opportunities", include_str!("../presets/crm-sales-opportunities.toml")),
    ("salesforce", include_str!("../presets/salesforce.toml")),
    ("hubspot", include_str!("../presets/hubspot.toml")),
    ("pipedrive", include_str!("../presets/pipedrive.toml")),
    ("odoo", include_str!("../presets/odoo.toml")),
    ("espocrm", include_str!("../presets/espocrm.toml")),
    ("xero", include_str!("../presets/xero.toml")),
    ("jurnal", include_str!("../presets/jurnal.toml")),
    ("quickbooks", include_str!("../presets/quickbooks.toml")),
];

/// Why a preset cannot be used. It is met by those who write presets, in English.
#[derive(Debug, thiserror::Error)]
pub enum PresetRefused {
    #[error("there is no preset `{name}`; there are: {known}")]
    Unknown { name: String, known: String },
    /// The cause names the line and shows it.
    #[error("preset `{name}`: {cause}")]
    Malformed { name: String, cause: toml::de::Error },
    #[error("preset `{name}`: {cause}")]
    Contradiction { name: String, cause: MappingFault },
}

/// The names of the presets.
pub fn names() -> impl Iterator<Item = &'static str> {
    PRESETS.iter().map(|(name, _)| *name)
}

/// Every preset with its name.
pub fn all() -> impl Iterator<Item = (&'static str, Mapping)> {
    PRESETS.iter().filter_map(|(name, text)| Some((*name, parse(name, text).ok()?)))
}

/// The preset of this name.
pub fn named(name: &str) -> Result<Mapping, PresetRefused> {
    let Some((_, text)) = PRESETS.iter().find(|(known, _)| *known == name) else {
        let known = names().chain(crate::ledger::LEDGERS.iter().copied());
        let known = known.collect::<Vec<_>>().join(", ");
        return Err(PresetRefused::Unknown { name: name.to_owned(), known });
    };
    parse(name, text)
}

/// A preset from the text of its file.
pub fn parse(name: &str, text: &str) -> Result<Mapping, PresetRefused> {
    let mapping: Mapping = toml::from_str(text)
        .map_err(|cause| PresetRefused::Malformed { name: name.to_owned(), cause })?;
    mapping
        .check()
        .map_err(|cause| PresetRefused::Contradiction { name: name.to_owned(), cause })?;
    Ok(mapping)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRODUCTS: &str = "\
currency = \"USD\"
[[file]]
name = \"products.csv\"
columns = [\"product\", \"price\"]
[[file.product]]
name = \"product\"
price = \"price\"
";

    fn refusal(text: &str) -> String {
        parse("mine", text).unwrap_err().to_string()
    }

    #[test]
    fn every_preset_that_comes_along_is_sound() {
        for name in names() {
            named(name).unwrap();
        }
        let unknown = named("siebel").unwrap_err().to_string();
        assert!(unknown.contains("`siebel`") && unknown.contains("crm-sales-opportunities"));
    }

    #[test]
    fn the_example_of_the_documents_is_sound() {
        let document = include_str!("../../../docs/importing.md");
        let example = document.split("```").find_map(|part| part.strip_prefix("toml\n")).unwrap();

        parse("example", example).unwrap();
    }

    #[test]
    fn an_unknown_field_is_named_with_its_line() {
        let refusal = refusal(&PRODUCTS.replace("price = \"price\"", "colour = \"price\""));

        assert!(refusal.contains("line 7"), "{refusal}");
        assert!(refusal.contains("unknown field `colour`"), "{refusal}");
        assert!(refusal.contains("`series`"), "{refusal}");
    }

    #[test]
    fn an_unknown_option_is_named_with_its_line() {
        let rule = "price = { column = \"price\", round = \"up\" }";
        let refusal = refusal(&PRODUCTS.replace("price = \"price\"", rule));

        assert!(refusal.contains("line 7"), "{refusal}");
        assert!(refusal.contains("unknown field `round`"), "{refusal}");
    }

    #[test]
    fn a_contradiction_is_named_with_its_place() {
        let cases = [
            ("price = \"price\"", "price = \"cost\"", "products.csv: product.price: `cost`"),
            ("\"USD\"", "\"dollar\"", "currency: `dollar`"),
            ("name = \"product\"", "name = { always = \"a\", column = \"product\" }", "either"),
            ("name = \"product\"", "name = { column = \"product\", template = \"x\" }", "`{}`"),
            (
                "name = \"product\"",
                "name = { column = \"product\", unit = \"millions\" }",
                "`unit`",
            ),
        ];
        for (written, instead, expected) in cases {
            let refusal = refusal(&PRODUCTS.replace(written, instead));
            assert!(refusal.contains(expected), "{refusal}");
        }
    }
}
