//! The countries of the world, by the two letters of ISO 3166-1.
//!
//! The names of both languages are those of Unicode's Common Locale Data Repository.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Lang;

/// Code, English name, Indonesian name, and what else it is called, each parted by `|`.
const LIST: &str = include_str!("countries.csv");

/// A country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// `ID`.
    pub code: &'static str,
    english: &'static str,
    indonesian: &'static str,
    others: &'static str,
}

impl Country {
    pub const fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.indonesian,
            Lang::En => self.english,
        }
    }
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    LIST.lines()
        .filter_map(|line| {
            let mut parts = line.split(';');
            Some(Country {
                code: parts.next()?,
                english: parts.next()?,
                indonesian: parts.next()?,
                others: parts.next()?,
            })
        })
        .collect()
});

static BY_NAME: LazyLock<HashMap<String, &'static Country>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for country in COUNTRIES.iter() {
        let others = country.others.split('|');
        for name in [country.english, country.indonesian].into_iter().chain(others) {
            names.entry(key(name)).or_insert(country);
        }
    }
    names.remove("");
    // A code is always itself, whatever else is abbreviated alike.
    names.extend(COUNTRIES.iter().map(|it| (key(it.code), it)));
    names
});

/// Every country, by its name in this language.
pub fn all(lang: Lang) -> Vec<&'static Country> {
    let mut all: Vec<_> = COUNTRIES.iter().collect();
    all.sort_by_key(|it| key(it.name(lang)));
    all
}

/// The country with this code.
pub fn of_code(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|it| it.code == code)
}

/// The country that somebody means: by its code or a name, in either language.
pub fn meant(text: &str) -> Option<&'static Country> {
    BY_NAME.get(&key(text)).copied()
}

/// Names are compared without case, marks and `the`; `&` is a word.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            '&' => key.push_str("and"),
            'å' | 'ã' | 'á' => key.push('a'),
            'ç' => key.push('c'),
            'é' => key.push('e'),
            'í' => key.push('i'),
            'ô' => key.push('o'),
            'ü' => key.push('u'),
            it if it.is_alphanumeric() => key.push(it),
            _ => {}
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_as_many_as_the_standard_names() {
        let codes: BTreeSet<_> = COUNTRIES.iter().map(|it| it.code).collect();

        assert_eq!((COUNTRIES.len(), codes.len()), (249, 249));
        assert!(
            codes.iter().all(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_uppercase()))
        );
        for country in COUNTRIES.iter() {
            assert!(!country.english.is_empty() && !country.indonesian.is_empty());
            for name in [country.code, country.english, country.indonesian] {
                assert_eq!(meant(name), Some(country), "{name} means one country");
            }
        }
    }

    #[test]
    fn a_country_is_meant_by_whatever_it_is_called() {
        for (text, code) in [
            ("id", "ID"),
            (" Indonesia ", "ID"),
            ("amerika serikat", "US"),
            ("U.S.A.", "US"),
            ("Korea", "KR"),
            ("Cina", "CN"),
            ("Cote d'Ivoire", "CI"),
            ("Bosnia and Herzegovina", "BA"),
            ("Timor Leste", "TL"),
        ] {
            assert_eq!(meant(text).map(|it| it.code), Some(code), "{text}");
        }
        for text in ["", "?", "Philipines", "ZZ", "Atlantis"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_stands_in_the_order_of_its_language() {
        let names: Vec<_> = all(Lang::Id).iter().map(|it| it.name(Lang::Id)).take(3).collect();

        assert_eq!(names, ["Afganistan", "Afrika Selatan", "Albania"]);
    }
}
