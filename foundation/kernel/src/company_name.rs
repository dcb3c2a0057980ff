//! Names of companies as Indonesians write them: the legal form stands before the name, behind
//! it, or nowhere, and is never what tells two companies apart by itself.

/// What kind of body it is by law stands beside the name: it is known by these words, at either
/// end. `Toko`, `Warung` and `Bank` are not among them: they are part of what one is called.
const FORMS: &[(&str, &str)] = &[
    ("pt", "pt"),
    ("perseroan", "pt"),
    ("cv", "cv"),
    ("ud", "ud"),
    ("tb", "tb"),
    ("pd", "pd"),
    ("fa", "firma"),
    ("firma", "firma"),
    ("perum", "perum"),
    ("perumda", "perumda"),
    ("perseroda", "perseroda"),
    ("koperasi", "koperasi"),
    ("kop", "koperasi"),
    ("yayasan", "yayasan"),
    ("yys", "yayasan"),
    ("ltd", "ltd"),
    ("inc", "inc"),
    ("llc", "llc"),
    ("pte", "ltd"),
    ("sdn", "bhd"),
    ("bhd", "bhd"),
    ("corp", "corp"),
    ("corporation", "corp"),
    ("gmbh", "gmbh"),
    ("bv", "bv"),
    ("plc", "plc"),
];

/// Said of a `PT`, and no form of their own.
const MARKS: &[&str] = &["tbk", "persero", "terbuka"];

/// A company's name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyName {
    /// `pt`, `cv`, `koperasi`, …; none when the name does not say.
    pub form: Option<&'static str>,
    /// What remains, in small letters and in the order in which it is written.
    pub words: Vec<String>,
}

impl CompanyName {
    pub fn read(text: &str) -> Self {
        let words = words(text);
        let mut form = None;
        let mut marked = false;
        let mut kept = &words[..];
        while let [first, rest @ ..] = kept
            && let Some(said) = Said::of(first)
        {
            said.note(&mut form, &mut marked);
            kept = rest;
        }
        while let [rest @ .., last] = kept
            && let Some(said) = Said::of(last)
        {
            said.note(&mut form, &mut marked);
            kept = rest;
        }
        // Whoever is called nothing but a form is called that.
        if kept.is_empty() {
            return Self { form: None, words };
        }
        let form = form.or(marked.then_some("pt"));
        Self { form, words: kept.to_vec() }
    }

    /// What it is called, without its form: `maju jaya`.
    pub fn core(&self) -> String {
        self.words.join(" ")
    }

    /// The same for every order of its words.
    pub fn fingerprint(&self) -> String {
        let mut words = self.words.clone();
        words.sort_unstable();
        words.join(" ")
    }

    /// The same for most ways to misspell it: old and new spelling, vowels, doubled letters.
    pub fn skeleton(&self) -> String {
        let mut bones: Vec<String> = self.words.iter().map(|it| skeleton(it)).collect();
        bones.sort_unstable();
        bones.join(" ")
    }

    /// The numbers in it: `Toko 88` is not `Toko 89`, however alike they look.
    pub fn numbers(&self) -> Vec<&str> {
        let number = |it: &&String| it.chars().any(|it| it.is_ascii_digit());
        self.words.iter().filter(number).map(String::as_str).collect()
    }
}

/// What a word at the edge of a name says.
enum Said {
    Form(&'static str),
    Mark,
}

impl Said {
    fn of(word: &str) -> Option<Self> {
        if MARKS.contains(&word) {
            return Some(Self::Mark);
        }
        FORMS.iter().find(|it| it.0 == word).map(|it| Self::Form(it.1))
    }

    fn note(self, form: &mut Option<&'static str>, marked: &mut bool) {
        match self {
            // The first that is read stands nearest to the name's edge, and counts.
            Self::Form(said) => *form = form.or(Some(said)),
            Self::Mark => *marked = true,
        }
    }
}

/// The words of a name: small letters, without marks; `P.T.` is one word and `&` is `dan`.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('&', " dan ").replace(['\'', '’', '`'], "");
    let mut words = Vec::new();
    for piece in text.split(|it: char| !(it.is_alphanumeric() || it == '.')) {
        let parts: Vec<&str> = piece.split('.').filter(|it| !it.is_empty()).collect();
        let initials = 1 < parts.len() && parts.iter().all(|it| it.chars().count() == 1);
        if initials {
            words.push(parts.concat());
        } else {
            words.extend(parts.into_iter().map(str::to_owned));
        }
    }
    words
}

/// How the spelling before 1972, and its ghosts in names, reads today.
const OLD_SPELLING: &[(&str, &str)] =
    &[("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("ch", "kh")];

fn skeleton(word: &str) -> String {
    if word.chars().any(|it| it.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut word = word.to_owned();
    for (old, new) in OLD_SPELLING {
        word = word.replace(old, new);
    }
    let vowel = |it: char| matches!(it, 'a' | 'e' | 'i' | 'o' | 'u');
    let mut bones = String::new();
    let mut letters = word.chars().enumerate().peekable();
    while let Some((at, letter)) = letters.next() {
        let before_vowel = letters.peek().is_some_and(|it| vowel(it.1));
        let letter = match letter {
            'z' => 's',
            'v' => 'f',
            'q' => 'k',
            // `Soerabaja` is Surabaya; at the end of a word it is an i.
            'y' if before_vowel => 'j',
            'y' | 'h' if 0 < at => continue,
            it => it,
        };
        if (vowel(letter) && 0 < at) || bones.ends_with(letter) {
            continue;
        }
        bones.push(letter);
    }
    bones
}

#[cfg(test)]
mod tests;
