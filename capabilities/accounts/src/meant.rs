//! What a word in somebody's file means: a code as it is kept, or what people read in either
//! language.

use frame::text;
use kernel::Lang;

use crate::account::{AccountStatus, Tier};
use crate::custom_field::Model as Field;
use crate::rules::reaching::{Channel, Consent};
use crate::words::Words;

/// How far the relation with a client has come.
pub fn status(word: &str) -> Option<AccountStatus> {
    let shown = |w: Words, it: AccountStatus| w.status(it).to_owned();
    either(word, AccountStatus::ALL, AccountStatus::word, shown)
}

/// How much a client is worth to us.
pub fn tier(word: &str) -> Option<Tier> {
    let shown = |w: Words, it: Tier| w.tier(it.word());
    either(word, Tier::ALL, Tier::word, shown)
}

/// How somebody prefers to be reached.
pub fn channel(word: &str) -> Option<Channel> {
    let shown = |w: Words, it: Channel| w.channel(it.word());
    either(word, Channel::ALL, Channel::word, shown)
}

/// What somebody said of being sent offers; a plain yes or no says it too.
pub fn consent(word: &str) -> Option<Consent> {
    let shown = |w: Words, it: Consent| w.consent(it.word());
    either(word, Consent::ALL, Consent::word, shown)
        .or_else(|| yes(word).map(|it| if it { Consent::Given } else { Consent::Refused }))
}

/// Yes or no.
pub fn yes(word: &str) -> Option<bool> {
    match text::key(word).as_str() {
        "yes" | "true" | "ya" | "y" | "1" => Some(true),
        "no" | "false" | "tidak" | "n" | "0" => Some(false),
        _ => None,
    }
}

fn either<T: Copy>(
    word: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
    shown: impl Fn(Words, T) -> String,
) -> Option<T> {
    let key = text::key(word);
    let is_meant = |it: &T| {
        let words = [Lang::Id, Lang::En].map(|lang| text::key(&shown(Words::of(lang), *it)));
        text::key(code(*it)) == key || words.contains(&key)
    };
    all.iter().copied().find(is_meant)
}

impl Field {
    /// The code of the choice that is called so: as it is kept, or else by its name in either
    /// language; none where several are called so. One that is offered no more counts too.
    pub fn meant(&self, word: &str) -> Option<String> {
        let (key, choices) = (text::key(word), self.choices());
        if let Some(choice) = choices.iter().find(|it| it.code == word) {
            return Some(choice.code.clone());
        }
        let mut named =
            choices.iter().filter(|it| [&it.id, &it.en].iter().any(|it| text::key(it) == key));
        let first = named.next()?;
        if named.next().is_some() { None } else { Some(first.code.clone()) }
    }

    /// As a reader sees what is kept.
    pub fn shown(&self, stored: &str, lang: Lang) -> String {
        crate::rules::custom::shown(self.kind, &self.choices(), stored, lang, Words::of(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_is_kept_and_as_it_is_shown() {
        for word in ["client", "Client", "Klien", " klien "] {
            assert_eq!(status(word), Some(AccountStatus::Client), "{word}");
        }
        for it in Channel::ALL {
            for lang in [Lang::Id, Lang::En] {
                let shown = Words::of(lang).channel(it.word());
                assert_eq!(channel(&shown), Some(*it), "{shown}");
            }
        }
        for word in ["Setuju", "given", "yes", "Ya"] {
            assert_eq!(consent(word), Some(Consent::Given), "{word}");
        }
        assert_eq!(consent("Tidak setuju"), Some(Consent::Refused));
        assert_eq!((tier("b"), tier("Tingkat B")), (Some(Tier::B), Some(Tier::B)));
        assert_eq!((status("teman"), channel("merpati"), yes("mungkin")), (None, None, None));
    }
}
