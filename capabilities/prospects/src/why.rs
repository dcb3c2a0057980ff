//! Why a prospect is whose it is, with the names of that moment, and the sentence that says so.

use kernel::Lang;
use serde::{Deserialize, Serialize};

use crate::rules::assign::{Away, Full, Way};
use crate::words::Words;

/// Why a prospect is whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Why {
    Rule {
        #[serde(flatten)]
        rule: Named,
        way: Way,
        to: String,
        passed: Vec<Passed>,
        /// Rules before it that found nobody.
        before: Vec<Tried>,
    },
    /// Rules were about it, and found nobody; none was about it if there are none here.
    Waits {
        tried: Vec<Tried>,
    },
    /// There are no rules.
    NoRules,
    /// Put back into the inbox by somebody.
    PutBack {
        by: String,
    },
    Hand {
        by: String,
        to: String,
    },
    Own {
        to: String,
    },
}

/// A rule, by its number on the list and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub number: usize,
    pub name: String,
}

/// A rule that found nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    #[serde(flatten)]
    pub rule: Named,
    pub passed: Vec<Passed>,
}

/// Somebody who was passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    pub who: String,
    #[serde(flatten)]
    pub full: Full,
}

impl Why {
    /// In one or two sentences.
    pub fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Rule { rule, way, to, passed, before } => {
                let said = match way {
                    Way::Person => w.why_person(rule.number, &rule.name, to),
                    Way::Turn => w.why_turn(rule.number, &rule.name, to),
                    Way::Least => w.why_least(rule.number, &rule.name, to),
                };
                let mut parts = vec![said];
                parts.extend(passed.iter().map(|it| it.sentence(lang)));
                parts.extend(before.iter().map(|it| it.sentence(lang)));
                parts.join("; ")
            }
            Self::Waits { tried } if tried.is_empty() => w.why_no_rule_fits().to_owned(),
            Self::Waits { tried } => {
                let mut parts = vec![w.why_all_full().to_owned()];
                parts.extend(tried.iter().map(|it| it.sentence(lang)));
                parts.join("; ")
            }
            Self::NoRules => w.why_no_rules().to_owned(),
            Self::PutBack { by } => w.why_put_back(by),
            Self::Hand { by, to } if by.is_empty() => w.why_given(to),
            Self::Hand { by, to } => w.why_hand(by, to),
            Self::Own { to } => w.why_own(to),
        }
    }
}

impl Tried {
    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let passed: Vec<String> = self.passed.iter().map(|it| it.sentence(lang)).collect();
        if passed.is_empty() {
            return w.why_rule_of_nobody(self.rule.number, &self.rule.name);
        }
        w.why_rule_full(self.rule.number, &self.rule.name, passed.join(", "))
    }
}

impl Passed {
    fn sentence(&self, lang: Lang) -> String {
        let (w, who) = (Words::of(lang), &self.who);
        match self.full {
            Full::Away(Away { until: None }) => w.passed_away(who),
            Full::Away(Away { until: Some(day) }) => w.passed_away_until(who, lang.day(day)),
            Full::Open { has, most } => w.passed_open(who, has, most),
            Full::Clients { has, most } => w.passed_clients(who, has, most),
            Full::Day { has, most } => w.passed_day(who, has, most),
            Full::Month { has, most } => w.passed_month(who, has, most),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(number: usize, name: &str) -> Named {
        Named { number, name: name.to_owned() }
    }

    fn full(who: &str) -> Passed {
        Passed { who: who.to_owned(), full: Full::Open { has: 30, most: 30 } }
    }

    #[test]
    fn it_says_whose_turn_it_was_and_who_was_passed_over() {
        let why = Why::Rule {
            rule: named(2, "Jabar ritel"),
            way: Way::Turn,
            to: "Budi".to_owned(),
            passed: vec![full("Sari")],
            before: Vec::new(),
        };

        assert_eq!(
            why.sentence(Lang::Id),
            "Aturan 2 “Jabar ritel”: bergiliran, giliran Budi; Sari dilewati: penuh 30/30"
        );
        assert_eq!(
            why.sentence(Lang::En),
            "Rule 2 “Jabar ritel”: in turn, Budi’s turn; Sari passed over: full 30/30"
        );
    }

    #[test]
    fn what_waits_says_what_it_waits_for() {
        let tried = vec![Tried { rule: named(1, "Bandung"), passed: vec![full("Sari")] }];

        let said = Why::Waits { tried }.sentence(Lang::Id);

        assert!(said.starts_with("Menunggu di kotak masuk"), "{said}");
        assert!(said.contains("aturan 1 “Bandung”") && said.contains("penuh 30/30"), "{said}");
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let why =
            Why::Waits { tried: vec![Tried { rule: named(1, "A"), passed: vec![full("B")] }] };
        let kept = serde_json::to_string(&why).unwrap();

        assert_eq!(serde_json::from_str::<Why>(&kept).unwrap(), why);
        assert!(kept.contains("\"why\":\"open\""), "{kept}");
    }
}
