//! Names of people as they are written down: with a title or without, in the spelling of today or
//! of old, in full or by the first word alone.

/// How one is addressed; before a name it is no part of it.
const TITLES: &[&str] = &[
    "abang", "bang", "bapak", "bpk", "bu", "ci", "cik", "dr", "dra", "drg", "drh", "drs", "h",
    "haji", "hajjah", "hj", "ibu", "ir", "kak", "ko", "koh", "kyai", "mas", "mbak", "miss", "mr",
    "mrs", "ms", "nn", "nona", "ny", "nyonya", "om", "pak", "prof", "saudara", "saudari", "sdr",
    "sdri", "tante", "tn", "tuan", "ust", "ustad", "ustadz", "ustadzah",
];

/// What one has studied; behind a name it is no part of it.
const DEGREES: &[&str] = &[
    "ak", "amd", "apt", "ba", "bsc", "ca", "cpa", "dea", "ma", "mba", "mbiomed", "mh", "mhum",
    "mkes", "mkom", "mm", "mpd", "msc", "msi", "mt", "phd", "psi", "se", "sfarm", "sh", "shut",
    "si", "sik", "sip", "skep", "skom", "sp", "spd", "spi", "spsi", "spt", "ssi", "ssos", "st",
];

/// Which of several who are called the same.
const GENERATIONS: &[(&str, &str)] = &[
    ("jr", "jr"),
    ("junior", "jr"),
    ("sr", "sr"),
    ("senior", "sr"),
    ("ii", "ii"),
    ("iii", "iii"),
    ("iv", "iv"),
];

const MUHAMMAD: &str = "muhammad";

/// The same name, shortened or spelt in another way.
const SPELLINGS: &[(&str, &str)] = &[
    ("abd", "abdul"),
    ("achmad", "ahmad"),
    ("akhmad", "ahmad"),
    ("mhd", MUHAMMAD),
    ("moch", MUHAMMAD),
    ("mochamad", MUHAMMAD),
    ("mochammad", MUHAMMAD),
    ("moh", MUHAMMAD),
    ("mohamad", MUHAMMAD),
    ("mohamed", MUHAMMAD),
    ("mohammad", MUHAMMAD),
    ("muh", MUHAMMAD),
    ("muhamad", MUHAMMAD),
    ("st", "siti"),
];

/// Letters that sound alike or are left out, and how names were written before 1972.
const SOUNDS: &[(&str, &str)] = &[
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("nj", "ny"),
    ("sj", "s"),
    ("sy", "s"),
    ("sh", "s"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("q", "k"),
    ("v", "f"),
    ("z", "s"),
];

/// Two words are as good as one from here on.
const ALIKE: f64 = 0.82;
/// In shorter words one other letter makes another name.
const LONG_ENOUGH: usize = 5;

/// How two names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Same,
    /// The same words in another spelling or order.
    Spelt,
    /// A slip of the finger apart.
    Alike,
    /// One is how the other begins, or has initials in its place: `Ibu Rina`, `R. Hartati`.
    Part,
    /// The last word is the same and the first is not: father and son, husband and wife.
    Family,
    Other,
}

/// Somebody's name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Without titles and degrees, in small letters and in the order in which it is written.
    pub words: Vec<String>,
    /// `jr`, `sr`, `ii`, …; none when the name does not say.
    pub generation: Option<&'static str>,
}

impl PersonName {
    pub fn read(text: &str) -> Self {
        let text = text.to_lowercase().replace(['\'', '’', '`'], "");
        let mut name = Self::default();
        let mut titles = Vec::new();
        for (number, part) in without_remarks(&text).split(',').enumerate() {
            for token in part.split_whitespace() {
                name.take(token, 0 < number, &mut titles);
            }
        }
        // Whoever is called nothing but a title is called that, and whoever has no letters, so.
        if name.words.is_empty() {
            name.words = if titles.is_empty() { vec![text.trim().to_owned()] } else { titles };
        }
        name
    }

    fn take(&mut self, token: &str, after_comma: bool, titles: &mut Vec<String>) {
        let whole: String = token.chars().filter(|it| it.is_alphanumeric()).collect();
        let behind = !self.words.is_empty();
        if whole.is_empty() || (behind && is_degree(&whole, after_comma || token.contains('.'))) {
            return;
        }
        for word in token.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()) {
            let spelt = SPELLINGS.iter().find(|it| it.0 == word).map_or(word, |it| it.1);
            let generation = GENERATIONS.iter().find(|it| it.0 == word);
            if self.words.is_empty() && TITLES.contains(&word) {
                titles.push(word.to_owned());
            } else if let Some(&(_, said)) = generation.filter(|_| !self.words.is_empty()) {
                self.generation = Some(said);
            } else {
                self.words.push(spelt.to_owned());
            }
        }
    }

    /// The same for every order and most spellings of its words, with `Muhammad` before them or
    /// without.
    pub fn fingerprint(&self) -> String {
        let mut words: Vec<String> = self.core().iter().map(|it| sound(it)).collect();
        words.sort_unstable();
        words.join(" ")
    }

    /// How these two stand to each other.
    pub fn beside(&self, other: &Self) -> Beside {
        if self.words == other.words {
            return Beside::Same;
        }
        if self.numbers() != other.numbers() {
            return Beside::Other;
        }
        if self.fingerprint() == other.fingerprint() {
            return Beside::Spelt;
        }
        let cores = (self.core(), other.core());
        let whole = (&self.words[..], &other.words[..]);
        if is_alike(cores.0, cores.1) {
            Beside::Alike
        } else if begins(cores.0, cores.1) || begins(whole.0, whole.1) {
            Beside::Part
        } else if is_family(cores.0, cores.1) {
            Beside::Family
        } else {
            Beside::Other
        }
    }

    /// Its words, without the `Muhammad` that many begin with and as many leave out.
    fn core(&self) -> &[String] {
        match &self.words[..] {
            [first, rest @ ..] if first == MUHAMMAD && !rest.is_empty() => rest,
            all => all,
        }
    }

    /// `Kasir 1` is not `Kasir 2`, however alike they look.
    fn numbers(&self) -> Vec<&str> {
        let number = |it: &&String| it.chars().any(|it| it.is_ascii_digit());
        self.words.iter().filter(number).map(String::as_str).collect()
    }
}

/// Short ones are words of their own, unless they are written as a degree.
fn is_degree(whole: &str, as_degree: bool) -> bool {
    DEGREES.contains(&whole) && (as_degree || 2 < whole.len())
}

/// What stands in brackets is said of somebody, and not what they are called.
fn without_remarks(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for it in text.chars() {
        match it {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(it),
            _ => {}
        }
    }
    kept
}

/// A word as it sounds.
fn sound(word: &str) -> String {
    if word.chars().any(|it| it.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut word = word.to_owned();
    for (written, sounds) in SOUNDS {
        word = word.replace(written, sounds);
    }
    let mut sounds = String::new();
    for letter in word.chars() {
        if !sounds.ends_with(letter) {
            sounds.push(letter);
        }
    }
    if 3 < sounds.len() {
        for (written, said) in [("h", ""), ("ie", "i"), ("y", "i")] {
            if let Some(stem) = sounds.strip_suffix(written) {
                return format!("{stem}{said}");
            }
        }
    }
    sounds
}

/// Whether two words are one, but for a slip of the finger. A last vowel tells names apart:
/// `Susanto` is a man and `Susanti` a woman.
fn near(one: &str, other: &str) -> bool {
    let (one, other) = (sound(one), sound(other));
    if one == other {
        return true;
    }
    let long_enough = |it: &str| LONG_ENOUGH <= it.chars().count();
    let stem = |it: &str| it.strip_suffix(['a', 'e', 'i', 'o', 'u']).map(str::to_owned);
    let ends_otherwise = stem(&one).is_some() && stem(&one) == stem(&other);
    long_enough(&one)
        && long_enough(&other)
        && !ends_otherwise
        && ALIKE <= strsim::normalized_damerau_levenshtein(&one, &other)
}

fn is_alike(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && std::iter::zip(one, other).all(|(one, other)| near(one, other))
}

/// Whether one is how the other begins; an initial stands for any word that begins so.
fn begins(one: &[String], other: &[String]) -> bool {
    let both = || std::iter::zip(one, other);
    both().all(|(one, other)| near(one, other) || is_initial(one, other))
        && both().any(|(one, other)| is_word(one) && is_word(other) && near(one, other))
}

fn is_word(word: &str) -> bool {
    1 < word.chars().count()
}

fn is_initial(one: &str, other: &str) -> bool {
    (!is_word(one) || !is_word(other)) && one.chars().next() == other.chars().next()
}

fn is_family(one: &[String], other: &[String]) -> bool {
    let ([given, .., last], [others_given, .., others_last]) = (one, other) else { return false };
    let same_given = near(given, others_given) || is_initial(given, others_given);
    near(last, others_last) && !same_given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(one: &str, other: &str) -> Beside {
        PersonName::read(one).beside(&PersonName::read(other))
    }

    #[test]
    fn titles_degrees_and_remarks_are_no_part_of_a_name() {
        for text in [
            "Rina Hartati",
            "Ibu Rina Hartati",
            "Hj. Rina Hartati, S.E., M.M.",
            "dr. Rina  HARTATI (Pembelian)",
            "Rina Hartati, S.Kom",
            "Rina Hartati MBA",
        ] {
            assert_eq!(PersonName::read(text).words, ["rina", "hartati"], "{text}");
        }
        assert_eq!(PersonName::read("Jack Ma").words, ["jack", "ma"]);
        assert_eq!(PersonName::read("Ibu").words, ["ibu"]);
        assert_eq!(PersonName::read("?!").words, ["?!"]);
        assert_eq!(PersonName::read("Hasan Basri Jr.").generation, Some("jr"));
    }

    #[test]
    fn names_are_compared_as_people_mean_them() {
        for (one, other, expected) in [
            ("Pak Budi Santoso", "Budi Santoso", Beside::Same),
            ("Hartati, Rina", "Rina Hartati", Beside::Spelt),
            ("Moch. Rizky Pratama", "Rizki Pratama", Beside::Spelt),
            ("Achmad Soesanto", "Ahmad Susanto", Beside::Spelt),
            ("Siti Aisyah", "St. Aisya", Beside::Spelt),
            ("Dewi Anggraini", "Dewi Angraeni", Beside::Alike),
            ("Ibu Rina", "Rina Hartati", Beside::Part),
            ("R. Hartati", "Rina Hartati", Beside::Part),
            ("M. Rizky", "Muhammad Rizky", Beside::Part),
            ("Hasan Basri", "Rizal Basri", Beside::Family),
            ("Hasan Basri", "Rizal Hasan Basri", Beside::Family),
            ("Pak Basri", "Hasan Basri", Beside::Other),
            ("Budi Susanto", "Budi Susanti", Beside::Other),
            ("Rina", "Rani", Beside::Other),
            ("Kasir 1", "Kasir 2", Beside::Other),
            ("R.", "Rina", Beside::Other),
        ] {
            assert_eq!(beside(one, other), expected, "{one} and {other}");
            assert_eq!(beside(other, one), expected, "{other} and {one}");
        }
    }
}
