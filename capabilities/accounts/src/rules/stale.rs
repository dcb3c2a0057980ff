//! Why a change is not kept that would overwrite another's.

use kernel::{Lang, Refusal};

use crate::words::Words;

/// What was changed meanwhile by somebody else.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("changed meanwhile by {by}: {what}")]
pub struct Stale {
    /// Who changed it last, by name; empty where that is not known.
    pub by: String,
    /// What they changed, in the reader's words; empty where it is only known that they did.
    pub what: String,
}

/// The code by which a form knows the refusal.
pub const STALE: &str = "accounts.stale";

impl Refusal for Stale {
    fn code(&self) -> &'static str {
        STALE
    }

    fn field(&self) -> Option<&'static str> {
        None
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let by = if self.by.is_empty() { w.by_system() } else { self.by.as_str() };
        if self.what.is_empty() {
            w.refused_stale(by)
        } else {
            w.refused_stale_what(by, self.what.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_second_reads_who_was_first_and_what_they_changed() {
        let what = "Status: Klien → Mantan klien".to_owned();
        let stale = Stale { by: "Budi Santoso".to_owned(), what };

        for lang in [Lang::Id, Lang::En] {
            let said = stale.sentence(lang);
            assert!(said.contains("Budi Santoso") && said.contains("Mantan klien"), "{said}");
            let unknown = Stale { by: String::new(), what: String::new() }.sentence(lang);
            assert!(unknown.contains(Words::of(lang).by_system()), "{unknown}");
        }
    }
}
