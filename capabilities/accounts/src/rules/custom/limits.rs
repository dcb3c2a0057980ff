//! What a company lets a field of its own hold, beside what the kind of the field says already.

use kernel::money::Money;
use kernel::{Day, Exact, Lang};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::beyond::{Allowed, Beyond, LimitsRefused};
use super::bound::Bound;
use super::pattern::Pattern;
use super::{FieldKind, LONGEST_HELP, Stored, browser, is_currency, money, one_line};
use crate::rules::LONGEST_LINE;
use crate::words::Words;

/// More decimals than these set no limit: a number has at most four.
pub const MOST_DECIMALS: u32 = 3;

/// To JSON `5` and `5.0` are the same number.
fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    let Some(number) = Option::<serde_json::Number>::deserialize(deserializer)? else {
        return Ok(None);
    };
    let whole = number.as_f64().unwrap_or(f64::NAN).to_string().parse();
    whole.map(Some).map_err(|_| D::Error::custom(format!("{number} is not a whole number")))
}

/// What a field of the company's own may hold, beside what its kind says already. Each belongs to
/// some kinds; what is left out sets no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FieldLimits {
    /// The smallest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest: Option<Exact>,
    /// The largest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<Exact>,
    /// The most decimals of a number; none of them is a whole number. Without it there are up to
    /// four.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole")]
    #[schema(minimum = 0, maximum = 3)]
    pub decimals: Option<u32>,
    /// The smallest amount. Values are in its currency, and so is the largest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest_amount: Option<Money>,
    /// The largest amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest_amount: Option<Money>,
    /// The fewest characters of a text.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole")]
    #[schema(minimum = 1, maximum = 300)]
    pub shortest: Option<u32>,
    /// The most characters of a text.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole")]
    #[schema(minimum = 1, maximum = 300)]
    pub longest: Option<u32>,
    /// The form of a text: `A` is a letter, `9` a digit, `?` any character, what stands in `[ ]` may
    /// be missing, a `\` stands before what is meant as itself, and so does everything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(example = "AA-9999")]
    pub pattern: String,
    /// What is wanted of a text, in the company's own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hint_id: String,
    /// The same in English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hint_en: String,
    /// The earliest day: `2026-03-02`, `today`, `today-30` or `today+30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "today-30")]
    pub earliest: Option<Bound>,
    /// The latest day, written in the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "today")]
    pub latest: Option<Bound>,
}

impl FieldLimits {
    /// Whether a value of this kind that somebody writes on this day is within them.
    pub fn hold(&self, kind: FieldKind, value: &Stored, today: Day) -> Result<(), Beyond> {
        match kind {
            FieldKind::Number => {
                let Some(number) = value.number.map(Exact) else { return Ok(()) };
                if let Some(decimals) = self.decimals.filter(|_| number.0 % self.step() != 0) {
                    return Err(Beyond::Decimals(decimals));
                }
                let (from, to) = (self.smallest.as_ref(), self.largest.as_ref());
                within(&number, from, to, || Allowed::Numbers(self.smallest, self.largest))
            }
            FieldKind::Money => {
                let Some(value) = money(&value.text) else { return Ok(()) };
                let (from, to) = (self.smallest_amount.as_ref(), self.largest_amount.as_ref());
                if let Some(limit) = from.or(to).filter(|it| it.currency != value.currency) {
                    return Err(Beyond::Currency(limit.currency.clone()));
                }
                let amounts = || Allowed::Amounts(from.cloned(), to.cloned());
                let (from, to) = (from.map(|it| &it.amount), to.map(|it| &it.amount));
                within(&value.amount, from, to, amounts)
            }
            FieldKind::Text => {
                let length = u32::try_from(value.text.chars().count()).unwrap_or(u32::MAX);
                let (from, to) = (self.shortest.as_ref(), self.longest.as_ref());
                within(&length, from, to, || Allowed::Lengths(self.shortest, self.longest))?;
                match Pattern::read(&self.pattern).filter(|it| !it.fits(&value.text)) {
                    Some(pattern) => Err(Beyond::Pattern {
                        hint_id: self.hint_id.clone(),
                        hint_en: self.hint_en.clone(),
                        example: pattern.example(),
                    }),
                    None => Ok(()),
                }
            }
            FieldKind::Date => {
                let Ok(day) = value.text.parse::<Day>() else { return Ok(()) };
                let (from, to) = self.days(today);
                within(&day, from.as_ref(), to.as_ref(), || Allowed::Days(from, to))
            }
            FieldKind::YesNo
            | FieldKind::Choice
            | FieldKind::Choices
            | FieldKind::Link
            | FieldKind::Phone
            | FieldKind::Email => Ok(()),
        }
    }

    /// The ten-thousandths by which a number goes from one that is allowed to the next.
    fn step(&self) -> i64 {
        10_i64.pow(4_u32.saturating_sub(self.decimals.unwrap_or(4)))
    }

    /// Whether no number with so few decimals lies between the smallest and the largest.
    fn no_number(&self) -> bool {
        let (Some(from), Some(to)) = (self.smallest, self.largest) else { return false };
        let step = i128::from(self.step());
        let first = (i128::from(from.0) + step - 1).div_euclid(step) * step;
        i128::from(to.0) < first
    }

    /// The first and the last day on this one.
    fn days(&self, today: Day) -> (Option<Day>, Option<Day>) {
        (self.earliest.map(|it| it.day(today)), self.latest.map(|it| it.day(today)))
    }

    /// What is wanted of a text, in the company's own words.
    pub fn hint(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.hint_id,
            Lang::En => &self.hint_en,
        }
    }

    /// What is allowed on this day, for whoever fills the field in; empty where all is.
    pub fn told(&self, today: Day, lang: Lang) -> String {
        let w = Words::of(lang);
        let (from, to) = self.days(today);
        let allowed = [
            Allowed::Numbers(self.smallest, self.largest),
            Allowed::Amounts(self.smallest_amount.clone(), self.largest_amount.clone()),
            Allowed::Lengths(self.shortest, self.longest),
            Allowed::Days(from, to),
        ];
        let allowed = allowed.iter().map(|it| it.shown(lang)).filter(|it| !it.is_empty());
        let allowed = allowed.map(|it| w.limit_allowed(it));
        let decimals = self.decimals.map(|it| decimals_said(it, w));
        let hint = match Pattern::read(&self.pattern) {
            _ if !self.hint(lang).is_empty() => Some(self.hint(lang).to_owned()),
            Some(pattern) => Some(w.limit_like(pattern.example())),
            None => None,
        };
        allowed.chain(decimals).chain(hint).collect::<Vec<_>>().join(" ")
    }

    /// What a browser can see to by itself without refusing what would be kept: attributes of the
    /// input, with what is wanted in the reader's words where it compares a form. It counts rarer
    /// characters twice, so the most of them is told only where there are none; and it reads no
    /// number as people here write it, so numbers are told by their form.
    pub fn browser(&self, today: Day, lang: Lang) -> Vec<(&'static str, String)> {
        let (from, to) = self.days(today);
        let written = Pattern::read(&self.pattern);
        let most = written.as_ref().filter(|it| it.is_counted_alike()).map(Pattern::most);
        let form = match (written, self.decimals, self.longest) {
            (Some(pattern), ..) => pattern.regex(),
            (None, Some(decimals), _) => Some(browser::number(decimals)),
            (None, None, Some(longest)) => Some(browser::length(self.shortest, longest)),
            (None, None, None) => None,
        };
        let title = form.as_ref().map(|_| self.told(today, lang));
        [
            ("min", from.map(|it| it.to_string())),
            ("max", to.map(|it| it.to_string())),
            ("minlength", self.shortest.map(|it| it.to_string())),
            ("maxlength", most.map(|it| it.to_string())),
            ("pattern", form),
            ("title", title),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// Whether there is nothing but digits, so that a telephone may show those alone: it shows no
    /// minus beside them.
    pub fn is_digits(&self) -> bool {
        let is_positive = self.smallest.is_some_and(|it| !it.is_negative());
        (self.decimals == Some(0) && is_positive)
            || Pattern::read(&self.pattern).is_some_and(|it| it.is_digits())
    }

    /// As they are kept: on one line each, and the hint in both languages.
    pub fn tidied(self) -> Self {
        let line = |text: &str| one_line(text).unwrap_or_default();
        let hint_id = line(&self.hint_id);
        let hint_en = one_line(&self.hint_en).unwrap_or_else(|| hint_id.clone());
        Self { pattern: line(&self.pattern), hint_id, hint_en, ..self }
    }

    /// What is wrong with the limits themselves, on a field of this kind.
    pub fn faults(&self, kind: FieldKind) -> Vec<LimitsRefused> {
        let mut faults = self.unsuitable(kind);
        let mut fault = |is_wrong: bool, refused: LimitsRefused| {
            if is_wrong {
                faults.push(refused);
            }
        };
        let is_turned = turned(self.smallest, self.largest);
        let has_decimals = self.decimals.is_none_or(|it| it <= MOST_DECIMALS);
        fault(!has_decimals, LimitsRefused::NoDecimals);
        let is_empty = is_turned || (has_decimals && self.no_number());
        fault(is_empty, LimitsRefused::Turned("largest"));

        let (from, to) = (self.smallest_amount.as_ref(), self.largest_amount.as_ref());
        let is_amount = |it: &Money| 0 <= it.amount && is_currency(&it.currency);
        for (limit, input) in [(from, "smallest_amount"), (to, "largest_amount")] {
            let is_wrong = limit.is_some_and(|it| !is_amount(it));
            fault(is_wrong, LimitsRefused::NoAmount(input));
        }
        let currencies = from.zip(to).is_some_and(|(from, to)| from.currency != to.currency);
        fault(currencies, LimitsRefused::Currencies);
        let amounts = turned(from.map(|it| it.amount), to.map(|it| it.amount));
        fault(amounts && !currencies, LimitsRefused::Turned("largest_amount"));

        let most = u32::try_from(LONGEST_LINE).unwrap_or(u32::MAX);
        for (limit, input) in [(self.shortest, "shortest"), (self.longest, "longest")] {
            let is_wrong = limit.is_some_and(|it| !(1..=most).contains(&it));
            fault(is_wrong, LimitsRefused::NoLength(input));
        }
        fault(turned(self.shortest, self.longest), LimitsRefused::Turned("longest"));
        match Pattern::read(&self.pattern) {
            Some(pattern) => {
                let count = |it: u32| usize::try_from(it).unwrap_or(usize::MAX);
                let is_short = self.shortest.is_some_and(|it| pattern.most() < count(it));
                let is_long = self.longest.is_some_and(|it| count(it) < pattern.least());
                fault(is_short || is_long, LimitsRefused::NeverFits);
            }
            None => fault(!self.pattern.is_empty(), LimitsRefused::NoPattern),
        }
        for (hint, input) in [(&self.hint_id, "hint_id"), (&self.hint_en, "hint_en")] {
            fault(LONGEST_HELP < hint.chars().count(), LimitsRefused::LongHint(input));
        }

        // A fixed day and one that moves may pass each other, so those two are not compared.
        let days = match (self.earliest, self.latest) {
            (Some(Bound::On(from)), Some(Bound::On(to))) => to < from,
            (Some(Bound::Today(from)), Some(Bound::Today(to))) => to < from,
            _ => false,
        };
        fault(days, LimitsRefused::Turned("latest"));
        faults
    }

    /// Limits that fields of this kind do not have.
    fn unsuitable(&self, kind: FieldKind) -> Vec<LimitsRefused> {
        let set = [
            ("smallest", FieldKind::Number, self.smallest.is_some()),
            ("largest", FieldKind::Number, self.largest.is_some()),
            ("decimals", FieldKind::Number, self.decimals.is_some()),
            ("smallest_amount", FieldKind::Money, self.smallest_amount.is_some()),
            ("largest_amount", FieldKind::Money, self.largest_amount.is_some()),
            ("shortest", FieldKind::Text, self.shortest.is_some()),
            ("longest", FieldKind::Text, self.longest.is_some()),
            ("pattern", FieldKind::Text, !self.pattern.is_empty()),
            ("hint_id", FieldKind::Text, !self.hint_id.is_empty()),
            ("hint_en", FieldKind::Text, !self.hint_en.is_empty()),
            ("earliest", FieldKind::Date, self.earliest.is_some()),
            ("latest", FieldKind::Date, self.latest.is_some()),
        ];
        let wrong = set.into_iter().filter(|(_, of, is_set)| *is_set && *of != kind);
        wrong.map(|(input, ..)| LimitsRefused::Unsuitable(input)).collect()
    }
}

/// How many decimals a number has at most, in a sentence.
pub fn decimals_said(decimals: u32, w: Words) -> String {
    match decimals {
        0 => w.limit_whole().to_owned(),
        some => w.limit_decimals(i64::from(some)),
    }
}

fn turned<T: Ord>(from: Option<T>, to: Option<T>) -> bool {
    from.zip(to).is_some_and(|(from, to)| to < from)
}

fn within<T: Ord>(
    value: &T,
    from: Option<&T>,
    to: Option<&T>,
    allowed: impl FnOnce() -> Allowed,
) -> Result<(), Beyond> {
    if from.is_some_and(|from| value < from) {
        return Err(Beyond::Below(allowed()));
    }
    if to.is_some_and(|to| to < value) {
        return Err(Beyond::Above(allowed()));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
