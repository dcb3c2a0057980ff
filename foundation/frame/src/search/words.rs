//! What a text is found by, and what somebody looks for: pure, and the same on both sides.

use std::collections::BTreeSet;

use super::document;

/// A longer word is cut: nobody types more to find something.
const LONGEST_WORD: usize = 32;
/// More words of one record than this find nothing that the others do not.
const MOST_WORDS: usize = 400;
/// More words than this are not looked for at once.
const MOST_SOUGHT: usize = 6;
/// So many digits begin to be a number that one looks for.
const SHORTEST_NUMBER: usize = 3;
/// The end of a number is remembered by so many digits and more.
const SHORTEST_END: usize = 4;

/// Marks a number read from its beginning, and one read from its end. No word has them.
const BEGINNING: char = '#';
const END: char = '~';

/// What a record is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub words: Vec<String>,
    /// Telephones and tax numbers: by their beginning or their end, however they are written.
    pub numbers: Vec<String>,
    /// What documents are called by, of a kind that is found [by number](super::By::Number).
    pub documents: Vec<String>,
}

impl Texts {
    pub fn word(mut self, text: impl Into<String>) -> Self {
        self.words.push(text.into());
        self
    }

    pub fn words<'a>(mut self, texts: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        self.words.extend(texts.into_iter().flatten().map(str::to_owned));
        self
    }

    pub fn numbers<'a>(mut self, texts: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        self.numbers.extend(texts.into_iter().flatten().map(str::to_owned));
        self
    }

    pub fn document(mut self, number: impl Into<String>) -> Self {
        self.documents.push(number.into());
        self
    }

    /// Everything under which it is kept.
    pub(super) fn terms(&self) -> BTreeSet<String> {
        let words = self.words.iter().flat_map(|it| words(it));
        let mut terms: BTreeSet<String> = words.take(MOST_WORDS).collect();
        for number in self.numbers.iter().map(|it| significant(it)).filter(|it| !it.is_empty()) {
            terms.insert(format!("{END}{}", number.chars().rev().collect::<String>()));
            terms.insert(format!("{BEGINNING}{number}"));
        }
        terms.extend(self.documents.iter().flat_map(|it| document::terms(it)));
        terms
    }
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    pub words: Vec<String>,
    /// How what is kept of a number may begin; nothing when it is no number.
    pub number: Vec<String>,
    /// What a document may be called by, or a part of it; none when it holds too few digits.
    pub document: Option<String>,
}

impl Sought {
    pub fn read(typed: &str) -> Self {
        let mut found: Vec<String> = Vec::new();
        for word in words(typed) {
            if found.len() < MOST_SOUGHT && !found.contains(&word) {
                found.push(word);
            }
        }
        Self { words: found, number: number(typed), document: document::sought(typed) }
    }

    pub fn is_nothing(&self) -> bool {
        self.words.is_empty() && self.number.is_empty()
    }
}

/// The words of a text: small letters, without the marks on them.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|it: char| !(it.is_alphanumeric() || is_mark(it)));
    parts.map(folded).filter(|it| !it.is_empty())
}

/// A word as it is compared: `Soekárno's` is `soekarnos`.
pub fn folded(word: &str) -> String {
    let small = word.to_lowercase();
    small.chars().filter(|it| !is_mark(*it)).map(plain).take(LONGEST_WORD).collect()
}

/// What stands within a word and is none of its letters.
fn is_mark(it: char) -> bool {
    matches!(it, '\'' | '’' | '`' | '\u{300}'..='\u{36f}')
}

/// The letter under its accent, for the languages that write with these letters.
fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        it => it,
    }
}

/// A number without what stands before it only in some spellings: the plus, the country of a
/// number from here, zeros.
fn significant(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let here = number.trim_start().starts_with("+62");
    let digits = if here { &digits[2..] } else { digits.as_str() };
    digits.trim_start_matches('0').to_owned()
}

/// How what is kept of a number begins, for whatever somebody typed of it.
fn number(typed: &str) -> Vec<String> {
    let fits = |it: char| it.is_ascii_digit() || it.is_whitespace() || "+-./()".contains(it);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < SHORTEST_NUMBER || !typed.chars().all(fits) {
        return Vec::new();
    }
    let mut begins = Vec::new();
    let bare = digits.trim_start_matches('0');
    // Zeros do not make a number of what few digits begin: nearly everybody's phone begins with an 8.
    if SHORTEST_NUMBER <= bare.len() {
        begins.push(format!("{BEGINNING}{bare}"));
    }
    if let Some(rest) = bare.strip_prefix("62").map(|it| it.trim_start_matches('0'))
        && SHORTEST_NUMBER <= rest.len()
    {
        begins.push(format!("{BEGINNING}{rest}"));
    }
    if SHORTEST_END <= digits.len() {
        begins.push(format!("{END}{}", digits.chars().rev().collect::<String>()));
    }
    begins
}

/// The pieces of three letters of a word, its edges among them; and its letters in order, which a
/// short word of which two have changed places shares with the right one when it shares no piece.
pub fn grams(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain([' ']).collect();
    let pieces = letters.windows(3).map(|it| it.iter().collect());
    let mut ordered: Vec<char> = word.chars().collect();
    ordered.sort_unstable();
    pieces.chain([std::iter::once('=').chain(ordered).collect()]).collect()
}

/// Whether this is a word that may be misspelt: numbers are right or wrong.
pub fn is_spelt(word: &str) -> bool {
    3 <= word.chars().count() && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_folded() {
        let all: Vec<String> = words("PT. Café-Jum'at  É\u{301}toile (2)").collect();

        assert_eq!(all, ["pt", "cafe", "jumat", "etoile", "2"]);
    }

    #[test]
    fn a_number_is_found_in_any_spelling() {
        let kept = Texts::default().numbers([Some("+6281234567890")]).terms();
        let finds = |typed: &str| {
            let begins = Sought::read(typed).number;
            begins.iter().any(|it| kept.iter().any(|kept| kept.starts_with(it.as_str())))
        };

        for typed in [
            "0812-3456",
            "0812 3456 7890",
            "+62 812 3456 7890",
            "62812",
            "812345",
            "7890",
            "(0812) 3456.7890",
            "0062 812",
        ] {
            assert!(finds(typed), "{typed}");
        }
        for typed in ["0813", "1234567", "78", "081", "00008", "0812 abc", ""] {
            assert!(!finds(typed), "{typed}");
        }
    }

    #[test]
    fn a_tax_number_is_found_with_and_without_its_first_zero() {
        let kept = Texts::default().numbers([Some("0013121660091000")]).terms();

        for typed in ["01.312.166.0-091.000", "0013121660091000", "013121660"] {
            let begins = Sought::read(typed).number;
            let found = begins.iter().any(|it| kept.iter().any(|kept| kept.starts_with(it)));
            assert!(found, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_kept_is_found_by_the_same_words(text in ".{0,60}") {
            let kept = Texts::default().word(text.clone()).terms();

            for word in Sought::read(&text).words {
                prop_assert!(kept.contains(&word), "{word}");
                prop_assert!(!word.starts_with([BEGINNING, END]));
            }
        }
    }
}
