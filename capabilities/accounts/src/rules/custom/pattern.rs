//! The form that a text is written in, as people write it down: `A` for a letter, `9` for a digit.
//!
//! It is read sign by sign with all places in mind that the text may have come to, so no pattern
//! and no text can make it slow.

/// The most signs in a pattern: each has a bit of one number.
pub const LONGEST_PATTERN: usize = 60;

/// With more places than these at which a browser has to try, a text could make it slow.
const MOST_TRIES: usize = 4;

/// What stands at one place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// `A`
    Letter,
    /// `9`
    Digit,
    /// `?`
    Any,
    /// Itself; behind a `\` even `A`, `9`, `?`, `[` and `]`.
    Sign(char),
}

impl Mark {
    fn takes(self, sign: char) -> bool {
        match self {
            Self::Letter => sign.is_alphabetic(),
            Self::Digit => sign.is_ascii_digit(),
            Self::Any => true,
            Self::Sign(own) => own == sign,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    mark: Mark,
    /// It stood between `[` and `]`.
    may_be_missing: bool,
}

/// The form that a text is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Place>);

impl Pattern {
    /// None of what is no pattern: a bracket that is left open, nothing behind a `\`, too many
    /// signs, or none that must be there.
    pub fn read(text: &str) -> Option<Self> {
        let mut places = Vec::new();
        let mut may_be_missing = false;
        let mut signs = text.chars();
        while let Some(sign) = signs.next() {
            let mark = match sign {
                '[' if !may_be_missing => {
                    may_be_missing = true;
                    continue;
                }
                ']' if may_be_missing => {
                    may_be_missing = false;
                    continue;
                }
                '[' | ']' => return None,
                'A' => Mark::Letter,
                '9' => Mark::Digit,
                '?' => Mark::Any,
                '\\' => Mark::Sign(signs.next()?),
                own => Mark::Sign(own),
            };
            places.push(Place { mark, may_be_missing });
        }
        let must = places.iter().any(|it| !it.may_be_missing);
        let is_whole = !may_be_missing && must && places.len() <= LONGEST_PATTERN;
        is_whole.then_some(Self(places))
    }

    /// Whether a text is written so, from its first sign to its last.
    pub fn fits(&self, text: &str) -> bool {
        let mut reached = self.onwards(1);
        for sign in text.chars() {
            let mut next = 0_u64;
            for (at, place) in self.0.iter().enumerate() {
                if reached & (1_u64 << at) != 0 && place.mark.takes(sign) {
                    next |= 1_u64 << (at + 1);
                }
            }
            if next == 0 {
                return false;
            }
            reached = self.onwards(next);
        }
        reached & (1_u64 << self.0.len()) != 0
    }

    /// The places that are reached, with those behind what may be missing.
    fn onwards(&self, mut reached: u64) -> u64 {
        for (at, place) in self.0.iter().enumerate() {
            if place.may_be_missing && reached & (1_u64 << at) != 0 {
                reached |= 1_u64 << (at + 1);
            }
        }
        reached
    }

    /// A text that fits, with all that may be there: `AB-123`.
    pub fn example(&self) -> String {
        let mut letters = ('A'..='Z').cycle();
        let mut digits = ('1'..='9').cycle();
        let sign = |place: &Place| match place.mark {
            Mark::Letter => letters.next(),
            Mark::Digit => digits.next(),
            Mark::Any => Some('x'),
            Mark::Sign(own) => Some(own),
        };
        self.0.iter().filter_map(sign).collect()
    }

    /// The fewest characters that fit.
    pub fn least(&self) -> usize {
        self.0.iter().filter(|it| !it.may_be_missing).count()
    }

    /// The most characters that fit.
    pub fn most(&self) -> usize {
        self.0.len()
    }

    /// The same for a browser, as a regular expression that refuses nothing which fits; none where
    /// there is no such that is quick. Signs of one kind that follow each other are counted together,
    /// so that there is one way to read them.
    pub fn regex(&self) -> Option<String> {
        let mut runs: Vec<(Mark, usize, usize)> = Vec::new();
        for place in &self.0 {
            let must = usize::from(!place.may_be_missing);
            match runs.last_mut() {
                Some((mark, least, most)) if *mark == place.mark => {
                    *least += must;
                    *most += 1;
                }
                _ => runs.push((place.mark, must, 1)),
            }
        }
        if MOST_TRIES < runs.iter().filter(|(_, least, most)| least < most).count() {
            return None;
        }
        let signs: Option<String> = runs.into_iter().map(told).collect();
        Some(format!(r"\s*{}\s*", signs?))
    }

    /// Whether only digits fit.
    pub fn is_digits(&self) -> bool {
        self.0.iter().all(|it| match it.mark {
            Mark::Digit => true,
            Mark::Sign(own) => own.is_ascii_digit(),
            Mark::Letter | Mark::Any => false,
        })
    }

    /// Whether whatever fits has as many characters as a browser counts, which counts rarer signs
    /// twice.
    pub fn is_counted_alike(&self) -> bool {
        self.0.iter().all(|it| match it.mark {
            Mark::Digit => true,
            Mark::Sign(own) => own.len_utf16() == 1,
            Mark::Letter | Mark::Any => false,
        })
    }
}

/// So many signs of one kind, as a regular expression says them. A space may be typed several times
/// and is kept once, so where it may be missing there is no telling.
fn told((mark, least, most): (Mark, usize, usize)) -> Option<String> {
    let sign = match mark {
        Mark::Letter => r"\p{Alphabetic}".to_owned(),
        Mark::Digit => "[0-9]".to_owned(),
        Mark::Sign(' ') if (least, most) == (1, 1) => r"\s+".to_owned(),
        Mark::Sign(own) if own.is_whitespace() || own.is_control() => return None,
        Mark::Sign(own) if r"^$\.*+?()[]{}|/".contains(own) => format!(r"\{own}"),
        Mark::Sign(own) => own.to_string(),
        Mark::Any => return None,
    };
    Some(match (least, most) {
        (1, 1) => sign,
        (least, most) if least == most => format!("{sign}{{{least}}}"),
        (least, most) => format!("{sign}{{{least},{most}}}"),
    })
}

#[cfg(test)]
mod tests;
