use proptest::prelude::*;

use super::*;
use crate::rules::custom::{CustomRefused, ValueFault};

fn today() -> Day {
    "2026-03-02".parse().unwrap()
}

fn holds(limits: &FieldLimits, kind: FieldKind, text: &str) -> Result<(), Beyond> {
    limits.hold(kind, &Stored::of(kind, text.to_owned()), today())
}

fn numbers(smallest: &str, largest: &str) -> FieldLimits {
    FieldLimits {
        smallest: smallest.parse().ok(),
        largest: largest.parse().ok(),
        ..FieldLimits::default()
    }
}

fn amounts(smallest: i64, largest: i64) -> FieldLimits {
    FieldLimits {
        smallest_amount: Some(Money::new(smallest, "IDR")),
        largest_amount: Some(Money::new(largest, "IDR")),
        ..FieldLimits::default()
    }
}

fn lengths(shortest: u32, longest: u32) -> FieldLimits {
    FieldLimits { shortest: Some(shortest), longest: Some(longest), ..FieldLimits::default() }
}

fn decimals(most: u32) -> FieldLimits {
    FieldLimits { decimals: Some(most), ..FieldLimits::default() }
}

fn written(pattern: &str) -> FieldLimits {
    FieldLimits { pattern: pattern.to_owned(), ..FieldLimits::default() }
}

fn days(earliest: &str, latest: &str) -> FieldLimits {
    FieldLimits {
        earliest: earliest.parse().ok(),
        latest: latest.parse().ok(),
        ..FieldLimits::default()
    }
}

#[test]
fn what_stands_on_a_limit_is_within_it() {
    for (limits, kind, fits, low, high) in [
        (numbers("0.1", "0.3"), FieldKind::Number, vec!["0.1", "0.3"], "0.0999", "0.3001"),
        (numbers("-5", "0"), FieldKind::Number, vec!["-5", "0"], "-5.0001", "0.0001"),
        (amounts(1, 9), FieldKind::Money, vec!["1 IDR", "9 IDR"], "0 IDR", "10 IDR"),
        (lengths(2, 3), FieldKind::Text, vec!["ab", "😀😀😀", "ééé"], "😀", "abcd"),
        (
            days("today-1", "2026-03-04"),
            FieldKind::Date,
            vec!["2026-03-01", "2026-03-04"],
            "2026-02-28",
            "2026-03-05",
        ),
    ] {
        for it in fits {
            assert_eq!(holds(&limits, kind, it), Ok(()), "{it}");
        }
        assert!(matches!(holds(&limits, kind, low), Err(Beyond::Below(_))), "{low}");
        assert!(matches!(holds(&limits, kind, high), Err(Beyond::Above(_))), "{high}");
    }
}

#[test]
fn a_number_has_no_more_decimals_than_are_allowed() {
    for (most, fits, misses) in [
        (0, vec!["0", "-7", "1500"], vec!["0.5", "-7.0001"]),
        (2, vec!["1.25", "-0.5", "7"], vec!["1.255", "0.0001"]),
        (3, vec!["1.255"], vec!["1.2555"]),
    ] {
        for it in fits {
            assert_eq!(holds(&decimals(most), FieldKind::Number, it), Ok(()), "{it}");
        }
        for it in misses {
            let beyond = Err(Beyond::Decimals(most));
            assert_eq!(holds(&decimals(most), FieldKind::Number, it), beyond, "{it}");
        }
    }
    let told = |most: u32, lang| decimals(most).told(today(), lang);
    assert_eq!(told(0, Lang::Id), "Hanya bilangan bulat.");
    assert_eq!(told(1, Lang::En), "At most 1 decimal.");
    assert_eq!(told(2, Lang::En), "At most 2 decimals.");
    let refused = holds(&decimals(0), FieldKind::Number, "0.5").unwrap_err();
    assert!(refused.sentence(Lang::En).ends_with("Whole numbers only."));
}

#[test]
fn amounts_are_compared_in_one_currency_alone() {
    let refused = holds(&amounts(1, 9), FieldKind::Money, "500 USD");

    assert_eq!(refused, Err(Beyond::Currency("IDR".to_owned())));
    assert_eq!(holds(&FieldLimits::default(), FieldKind::Money, "500 USD"), Ok(()));
}

#[test]
fn a_text_is_written_as_asked_for() {
    let limits = FieldLimits { hint_id: "Dua huruf".to_owned(), ..written("AA-999") };

    assert_eq!(holds(&limits, FieldKind::Text, "AB-123"), Ok(()));
    let refused = holds(&limits, FieldKind::Text, "AB123").unwrap_err();
    assert!(refused.sentence(Lang::Id).ends_with("Dua huruf"), "{}", refused.sentence(Lang::Id));
    assert!(refused.sentence(Lang::En).ends_with("Write it like AB-123."));
}

#[test]
fn what_is_wrong_is_said_with_what_is_allowed() {
    for (limits, kind, value, indonesian, english) in [
        (
            numbers("0.1", "1500.25"),
            FieldKind::Number,
            "0",
            "0,1 sampai 1.500,25",
            "0.1 to 1,500.25",
        ),
        (numbers("7", "7"), FieldKind::Number, "8", "tepat 7", "exactly 7"),
        (numbers("7", ""), FieldKind::Number, "6", "paling kecil 7", "at least 7"),
        (amounts(0, 9_000), FieldKind::Money, "9001 IDR", "Rp0 sampai Rp9.000", "Rp0 to Rp9.000"),
        (lengths(1, 1), FieldKind::Text, "ab", "tepat 1 karakter", "exactly 1 character."),
        (lengths(2, 3), FieldKind::Text, "a", "2 sampai 3 karakter", "2 to 3 characters"),
        (
            days("today", ""),
            FieldKind::Date,
            "2026-03-01",
            "2 Mar 2026 atau",
            "2 Mar 2026 or later",
        ),
    ] {
        let fault = ValueFault::Beyond(holds(&limits, kind, value).unwrap_err());
        let refused = CustomRefused::at("x", fault);

        for (lang, words) in [(Lang::Id, indonesian), (Lang::En, english)] {
            let sentence = kernel::Refusal::sentence(&refused, lang);
            assert!(sentence.contains(words), "{sentence}: {words}");
            let told = limits.told(today(), lang);
            assert!(told.contains(words), "{told}: {words}");
        }
    }
    assert_eq!(FieldLimits::default().told(today(), Lang::Id), "");
}

#[test]
fn every_refusal_of_a_limit_has_a_code_of_its_own() {
    let refused = [
        (holds(&numbers("1", "2"), FieldKind::Number, "0"), "accounts.custom_too_small"),
        (holds(&amounts(1, 2), FieldKind::Money, "3 IDR"), "accounts.custom_too_large"),
        (holds(&lengths(2, 3), FieldKind::Text, "a"), "accounts.custom_too_short"),
        (holds(&lengths(2, 3), FieldKind::Text, "abcd"), "accounts.custom_too_long"),
        (holds(&days("today", ""), FieldKind::Date, "2026-03-01"), "accounts.custom_too_early"),
        (holds(&days("", "today"), FieldKind::Date, "2026-03-03"), "accounts.custom_too_late"),
        (holds(&amounts(1, 2), FieldKind::Money, "1 USD"), "accounts.custom_currency"),
        (holds(&written("99"), FieldKind::Text, "a"), "accounts.custom_pattern"),
        (holds(&decimals(0), FieldKind::Number, "0.5"), "accounts.custom_decimals"),
    ];
    for (it, code) in refused {
        assert_eq!(it.unwrap_err().code(), code);
    }
}

#[test]
fn limits_that_make_no_sense_say_which_input_is_wrong() {
    let hint = "x".repeat(LONGEST_HELP + 1);
    let dollars = Some(Money::new(9, "USD"));
    for (limits, kind, refused) in [
        (numbers("1", "0.9"), FieldKind::Number, LimitsRefused::Turned("largest")),
        (decimals(4), FieldKind::Number, LimitsRefused::NoDecimals),
        (decimals(0), FieldKind::Text, LimitsRefused::Unsuitable("decimals")),
        (
            FieldLimits { decimals: Some(0), ..numbers("0.1", "0.9") },
            FieldKind::Number,
            LimitsRefused::Turned("largest"),
        ),
        (amounts(2, 1), FieldKind::Money, LimitsRefused::Turned("largest_amount")),
        (amounts(-1, 1), FieldKind::Money, LimitsRefused::NoAmount("smallest_amount")),
        (
            FieldLimits { largest_amount: dollars, ..amounts(1, 2) },
            FieldKind::Money,
            LimitsRefused::Currencies,
        ),
        (lengths(3, 2), FieldKind::Text, LimitsRefused::Turned("longest")),
        (lengths(1, 301), FieldKind::Text, LimitsRefused::NoLength("longest")),
        (lengths(0, 9), FieldKind::Text, LimitsRefused::NoLength("shortest")),
        (written("A["), FieldKind::Text, LimitsRefused::NoPattern),
        (
            FieldLimits { longest: Some(2), ..written("999") },
            FieldKind::Text,
            LimitsRefused::NeverFits,
        ),
        (
            FieldLimits { hint_id: hint, ..FieldLimits::default() },
            FieldKind::Text,
            LimitsRefused::LongHint("hint_id"),
        ),
        (days("2026-03-03", "2026-03-02"), FieldKind::Date, LimitsRefused::Turned("latest")),
        (days("today", "today-1"), FieldKind::Date, LimitsRefused::Turned("latest")),
        (written("99"), FieldKind::Number, LimitsRefused::Unsuitable("pattern")),
        (days("today", ""), FieldKind::YesNo, LimitsRefused::Unsuitable("earliest")),
    ] {
        assert_eq!(limits.faults(kind), [refused], "{limits:?}");
        for lang in [Lang::Id, Lang::En] {
            assert!(!kernel::Refusal::sentence(&refused, lang).is_empty());
        }
    }
    for (limits, kind) in [
        (numbers("1", "1"), FieldKind::Number),
        (FieldLimits { decimals: Some(0), ..numbers("-0.5", "0.5") }, FieldKind::Number),
        (lengths(1, 300), FieldKind::Text),
        (FieldLimits { longest: Some(3), ..written("999[9]") }, FieldKind::Text),
        (days("today", "2000-01-01"), FieldKind::Date),
        (FieldLimits::default(), FieldKind::Link),
    ] {
        assert_eq!(limits.faults(kind), [], "{limits:?}");
    }
}

#[test]
fn a_browser_is_told_what_it_counts_as_we_do() {
    let all = |limits: &FieldLimits| -> Vec<String> {
        let told = limits.browser(today(), Lang::En);
        told.into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    };
    let form = |limits: &FieldLimits| all(limits).iter().any(|it| it.starts_with("pattern="));

    assert_eq!(all(&days("today-1", "2027-01-01")), ["min=2026-03-01", "max=2027-01-01"]);
    let long = all(&lengths(2, 3));
    assert_eq!(long[0], "minlength=2");
    assert!(!long.iter().any(|it| it.starts_with("maxlength")), "rarer characters count twice");
    assert_eq!(long.last().unwrap(), "title=Allowed: 2 to 3 characters.");
    assert_eq!(
        all(&written("999[9]")),
        ["maxlength=4", r"pattern=\s*[0-9]{3,4}\s*", "title=Write it like 1234."]
    );
    assert_eq!(all(&written("?99")), Vec::<String>::new(), "it would have to guess");
    assert_eq!(all(&numbers("1", "2")), Vec::<String>::new(), "it does not read our numbers");
    assert!(form(&decimals(0)) && form(&decimals(2)));
    assert!(written("9999").is_digits() && !written("99-99").is_digits());
    let counted = FieldLimits { decimals: Some(0), ..numbers("0", "") };
    assert!(counted.is_digits() && !decimals(0).is_digits(), "there is no minus among digits");
}

#[test]
fn limits_are_the_same_in_json_and_on_one_line() {
    let limits = FieldLimits {
        pattern: " AA \n 99 ".to_owned(),
        hint_id: "Dua\thuruf".to_owned(),
        ..amounts(1, 9)
    };
    let limits = FieldLimits { earliest: "today-3".parse().ok(), ..limits.tidied() };

    assert_eq!((limits.pattern.as_str(), limits.hint_en.as_str()), ("AA 99", "Dua huruf"));
    let json = serde_json::to_string(&limits).unwrap();
    assert_eq!(serde_json::from_str::<FieldLimits>(&json).unwrap(), limits);
    assert_eq!(serde_json::to_string(&FieldLimits::default()).unwrap(), "{}");
}

proptest! {
    #[test]
    fn a_number_is_within_or_beyond(value in any::<i32>(), one in any::<i32>(), other in any::<i32>()) {
        let exact = |it: i32| Exact(i64::from(it));
        let (from, to) = (exact(one.min(other)), exact(one.max(other)));
        let limits = FieldLimits { smallest: Some(from), largest: Some(to), ..FieldLimits::default() };
        let value = exact(value);

        let held = holds(&limits, FieldKind::Number, &value.to_string()).is_ok();

        prop_assert_eq!(held, (from..=to).contains(&value));
    }

    #[test]
    fn a_length_is_counted_in_characters(text in "\\PC{0,12}") {
        let count = u32::try_from(text.chars().count()).unwrap();

        let held = holds(&lengths(3, 8), FieldKind::Text, &text).is_ok();

        prop_assert_eq!(held, (3..=8).contains(&count));
    }
}

proptest! {
    #[test]
    fn a_number_is_fine_enough_or_beyond(value in any::<i32>(), most in 0u32..=3) {
        let value = Exact(i64::from(value));
        let text = value.to_string();
        let written = text.split_once('.').map_or(0, |(_, behind)| behind.len());

        let held = holds(&decimals(most), FieldKind::Number, &text).is_ok();

        prop_assert_eq!(held, written <= usize::try_from(most).unwrap());
    }
}

#[test]
fn a_length_is_a_whole_number_however_it_is_written() {
    let longest = |json: &str| serde_json::from_str::<FieldLimits>(json).map(|it| it.longest).ok();

    assert_eq!(longest(r#"{"longest": 5}"#), Some(Some(5)));
    assert_eq!(longest(r#"{"longest": 5.0}"#), Some(Some(5)));
    assert_eq!(longest(r#"{"longest": null}"#), Some(None));
    assert_eq!(longest("{}"), Some(None));
    for wrong in ["5.5", "-5", "1e30", "\"5\""] {
        assert_eq!(longest(&format!(r#"{{"longest": {wrong}}}"#)), None, "{wrong}");
    }
}
