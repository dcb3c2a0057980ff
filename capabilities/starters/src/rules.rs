//! What a starter would add: whatever is not there yet, by whatever name it is known.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Lang, Refusal, labels};

use crate::words::Words;

labels! {
    /// What a starter brings.
    pub enum ItemKind {
        /// An industry that is offered where one is written down.
        Industry = "industry",
        Tag = "tag",
        /// A field of the company's own.
        Field = "field",
        Pipeline = "pipeline",
        /// How a visit may end.
        Outcome = "outcome",
        /// A template of tasks.
        Tasks = "tasks",
        /// A checklist for new clients.
        Checklist = "checklist",
    }
}

/// What something is called, in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub id: String,
    pub en: String,
}

impl Label {
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }

    /// By which it is recognised, in either language.
    pub fn keys(&self) -> [String; 2] {
        [key(&self.id), key(&self.en)]
    }
}

/// However it is spelt, it is one.
pub fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The names of what is there already, by its kind.
pub type Known = BTreeMap<ItemKind, BTreeSet<String>>;

/// One thing that a starter brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub kind: ItemKind,
    /// Its place among those of its kind.
    pub number: usize,
    pub label: Label,
}

/// Whether it is there already.
pub fn is_there(wanted: &Wanted, known: &Known) -> bool {
    let Some(names) = known.get(&wanted.kind) else { return false };
    wanted.label.keys().iter().any(|it| names.contains(it))
}

/// Why a starter is not used or not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StarterRefused {
    #[error("all of it is there already")]
    NothingNew,
    #[error("it was taken back already")]
    UndoneAlready,
    #[error("all that it added is in use")]
    AllInUse,
}

impl Refusal for StarterRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NothingNew => "starters.nothing_new",
            Self::UndoneAlready => "starters.undone_already",
            Self::AllInUse => "starters.all_in_use",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NothingNew => w.refused_nothing_new(),
            Self::UndoneAlready => w.refused_undone_already(),
            Self::AllInUse => w.refused_all_in_use(),
        }
        .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(id: &str, en: &str) -> Wanted {
        let label = Label { id: id.to_owned(), en: en.to_owned() };
        Wanted { kind: ItemKind::Tag, number: 0, label }
    }

    #[test]
    fn a_thing_is_known_by_either_name_however_it_is_spelt() {
        let names = BTreeSet::from(["key account".to_owned()]);
        let known = Known::from([(ItemKind::Tag, names)]);

        assert!(is_there(&tag("Klien utama", "Key  Account"), &known));
        assert!(is_there(&tag("KEY ACCOUNT", "Important"), &known));
        assert!(!is_there(&tag("Klien utama", "Important"), &known));
        let field = Wanted { kind: ItemKind::Field, ..tag("Key account", "Key account") };
        assert!(!is_there(&field, &known), "a tag is no field");
    }

    #[test]
    fn every_refusal_says_in_both_languages_what_to_do() {
        for refused in
            [StarterRefused::NothingNew, StarterRefused::UndoneAlready, StarterRefused::AllInUse]
        {
            let [id, en] = [Lang::Id, Lang::En].map(|it| refused.sentence(it));

            assert!(id.ends_with('.') && en.ends_with('.') && id != en, "{id} {en}");
        }
    }
}
