//! The limits of a field as a form asks for them: each in an input of its name, a day that moves in
//! one beside it.

use std::collections::BTreeMap;

use kernel::money::Money;
use kernel::{Day, Lang};

use super::beyond::LimitsRefused;
use super::bound::Bound;
use super::limits::FieldLimits;
use super::{FieldKind, money, number, one_line, read, written};

/// What a form says of the limits of a field of this kind; what is not of this kind is not read.
pub fn limits(
    typed: &BTreeMap<String, String>,
    kind: FieldKind,
    currency: &str,
    lang: Lang,
) -> Result<FieldLimits, Vec<LimitsRefused>> {
    let mut form = Form { typed, faults: Vec::new() };
    let limits = match kind {
        FieldKind::Number => {
            let mut exact = |input: &'static str| {
                form.read(input, LimitsRefused::NoNumber(input), |typed| number(typed, lang))
            };
            let (smallest, largest) = (exact("smallest"), exact("largest"));
            let decimals =
                form.read("decimals", LimitsRefused::NoDecimals, |typed| typed.parse::<u32>().ok());
            FieldLimits { smallest, largest, decimals, ..FieldLimits::default() }
        }
        FieldKind::Money => {
            let mut amount = |input: &'static str| {
                form.read(input, LimitsRefused::NoAmount(input), |typed| {
                    let typed = [typed.to_owned()];
                    let value = read(FieldKind::Money, &[], &typed, None, currency, lang);
                    value.ok().flatten().and_then(|it| money(&it.text))
                })
            };
            FieldLimits {
                smallest_amount: amount("smallest_amount"),
                largest_amount: amount("largest_amount"),
                ..FieldLimits::default()
            }
        }
        FieldKind::Text => {
            let mut length = |input: &'static str| {
                form.read(input, LimitsRefused::NoLength(input), |typed| typed.parse::<u32>().ok())
            };
            let (shortest, longest) = (length("shortest"), length("longest"));
            let line = |input: &str| form.line(input).unwrap_or_default();
            FieldLimits {
                shortest,
                longest,
                pattern: line("pattern"),
                hint_id: line("hint_id"),
                hint_en: line("hint_en"),
                ..FieldLimits::default()
            }
        }
        FieldKind::Date => FieldLimits {
            earliest: form.bound("earliest", "earliest_in"),
            latest: form.bound("latest", "latest_in"),
            ..FieldLimits::default()
        },
        FieldKind::YesNo
        | FieldKind::Choice
        | FieldKind::Choices
        | FieldKind::Link
        | FieldKind::Phone
        | FieldKind::Email => FieldLimits::default(),
    };
    if form.faults.is_empty() { Ok(limits) } else { Err(form.faults) }
}

struct Form<'a> {
    typed: &'a BTreeMap<String, String>,
    faults: Vec<LimitsRefused>,
}

impl Form<'_> {
    fn line(&self, input: &str) -> Option<String> {
        self.typed.get(input).and_then(|it| one_line(it))
    }

    fn read<T>(
        &mut self,
        input: &str,
        refused: LimitsRefused,
        meant: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let read = meant(&self.line(input)?);
        if read.is_none() {
            self.faults.push(refused);
        }
        read
    }

    fn bound(&mut self, on: &'static str, in_days: &'static str) -> Option<Bound> {
        if self.line(on).is_some() && self.line(in_days).is_some() {
            self.faults.push(LimitsRefused::TwoDays(in_days));
            return None;
        }
        let fixed = self.read(on, LimitsRefused::NoDay(on), |typed| typed.parse::<Day>().ok());
        let moving = self.read(in_days, LimitsRefused::NoDays(in_days), |typed| {
            typed.replace('−', "-").parse::<i32>().ok().and_then(Bound::in_days)
        });
        fixed.map(Bound::On).or(moving)
    }
}

/// The inputs of a form that say these limits: what [`limits`] reads back.
pub fn inputs(limits: &FieldLimits, lang: Lang) -> BTreeMap<String, String> {
    let amount = |it: &Money| {
        let stored = format!("{} {}", it.amount, it.currency);
        written(FieldKind::Money, &stored, lang)
    };
    let (earliest, earliest_in) = parts(limits.earliest);
    let (latest, latest_in) = parts(limits.latest);
    let all = [
        ("smallest", limits.smallest.map(|it| it.shown(lang, 0))),
        ("largest", limits.largest.map(|it| it.shown(lang, 0))),
        ("decimals", limits.decimals.map(|it| it.to_string())),
        ("smallest_amount", limits.smallest_amount.as_ref().map(amount)),
        ("largest_amount", limits.largest_amount.as_ref().map(amount)),
        ("shortest", limits.shortest.map(|it| it.to_string())),
        ("longest", limits.longest.map(|it| it.to_string())),
        ("pattern", Some(limits.pattern.clone())),
        ("hint_id", Some(limits.hint_id.clone())),
        ("hint_en", Some(limits.hint_en.clone())),
        ("earliest", earliest),
        ("earliest_in", earliest_in),
        ("latest", latest),
        ("latest_in", latest_in),
    ];
    all.into_iter().filter_map(|(input, value)| Some((input.to_owned(), value?))).collect()
}

/// A fixed day, or in how many days.
fn parts(bound: Option<Bound>) -> (Option<String>, Option<String>) {
    match bound {
        Some(Bound::On(day)) => (Some(day.to_string()), None),
        Some(Bound::Today(days)) => (None, Some(days.to_string())),
        None => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(inputs: &[(&str, &str)]) -> BTreeMap<String, String> {
        inputs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn read_as(
        kind: FieldKind,
        inputs: &[(&str, &str)],
    ) -> Result<FieldLimits, Vec<LimitsRefused>> {
        limits(&form(inputs), kind, "IDR", Lang::Id)
    }

    #[test]
    fn a_form_says_back_what_it_said() {
        for (kind, said) in [
            (FieldKind::Number, vec![("smallest", "−1.500,25"), ("largest", "0,1")]),
            (FieldKind::Number, vec![("decimals", "0")]),
            (FieldKind::Money, vec![("smallest_amount", "1.000"), ("largest_amount", "12.50 USD")]),
            (FieldKind::Text, vec![("longest", "9"), ("pattern", " AA-9 "), ("hint_id", "Dua")]),
            (FieldKind::Date, vec![("earliest", "2026-03-02"), ("latest_in", "-30")]),
            (FieldKind::Link, Vec::new()),
        ] {
            let read = read_as(kind, &said).unwrap();

            assert_eq!(read == FieldLimits::default(), kind == FieldKind::Link, "{kind:?}");
            assert_eq!(limits(&inputs(&read, Lang::Id), kind, "IDR", Lang::Id), Ok(read));
        }
    }

    #[test]
    fn what_is_not_of_the_kind_is_not_read() {
        let said = [("smallest", "x"), ("earliest", "x"), ("longest", "x")];

        assert_eq!(read_as(FieldKind::YesNo, &said), Ok(FieldLimits::default()));
    }

    #[test]
    fn each_input_says_what_is_wrong_with_it() {
        for (kind, said, refused) in [
            (FieldKind::Number, ("smallest", "satu"), LimitsRefused::NoNumber("smallest")),
            (FieldKind::Number, ("decimals", "1,5"), LimitsRefused::NoDecimals),
            (FieldKind::Money, ("largest_amount", "-1"), LimitsRefused::NoAmount("largest_amount")),
            (FieldKind::Text, ("longest", "1,5"), LimitsRefused::NoLength("longest")),
            (FieldKind::Date, ("latest", "besok"), LimitsRefused::NoDay("latest")),
            (FieldKind::Date, ("latest_in", "99999"), LimitsRefused::NoDays("latest_in")),
        ] {
            assert_eq!(read_as(kind, &[said]), Err(vec![refused]));
        }
        let both = [("earliest", "2026-03-02"), ("earliest_in", "0")];
        let twice = vec![LimitsRefused::TwoDays("earliest_in")];
        assert_eq!(read_as(FieldKind::Date, &both), Err(twice));
    }
}
