//! Within what bounds a company may settle things, with no IO.

use kernel::{Lang, Refusal, country};

use crate::company::{PHOTO_WORDS, Settings};
use crate::words::Words;

/// The zones that are offered, western to eastern; a company elsewhere keeps its own.
pub const ZONES: &[(&str, &str)] = &[
    ("Asia/Jakarta", "WIB · Jakarta"),
    ("Asia/Pontianak", "WIB · Pontianak"),
    ("Asia/Makassar", "WITA · Makassar"),
    ("Asia/Jayapura", "WIT · Jayapura"),
    ("Asia/Singapore", "Singapore"),
    ("Asia/Kuala_Lumpur", "Kuala Lumpur"),
    ("Asia/Dili", "Dili"),
];

/// The currencies in which a company may keep its books.
pub const CURRENCIES: &[&str] = &["AUD", "EUR", "IDR", "JPY", "MYR", "SGD", "USD"];

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingRefused {
    #[error("{field} is not from {least} to {most}")]
    OutOfBounds { field: &'static str, least: i64, most: i64 },
    #[error("a good fix is worse than a usable one")]
    GoodAboveUsable,
    #[error("{0} is none of the words known here")]
    UnknownWord(&'static str),
}

impl Refusal for SettingRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::OutOfBounds { .. } => "people.setting_out_of_bounds",
            Self::GoodAboveUsable => "people.good_above_usable",
            Self::UnknownWord(_) => "people.setting_unknown_word",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::OutOfBounds { field, .. } | Self::UnknownWord(field) => Some(field),
            Self::GoodAboveUsable => Some("good_accuracy_m"),
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::OutOfBounds { least, most, .. } => {
                w.refused_out_of_bounds(lang.number(*least), lang.number(*most))
            }
            Self::GoodAboveUsable => w.refused_good_above_usable().to_owned(),
            Self::UnknownWord(_) => w.refused_unknown_word().to_owned(),
        }
    }
}

/// Everything about these settings that cannot be.
pub fn settings_faults(settings: &Settings) -> Vec<Box<dyn Refusal>> {
    #[expect(clippy::cast_precision_loss, reason = "settings are small numbers")]
    let numbers = [
        ("radius_m", settings.radius_m, 20, 5_000),
        ("good_accuracy_m", settings.good_accuracy_m, 5, 500),
        ("usable_accuracy_m", settings.usable_accuracy_m, 20, 5_000),
        ("fastest_kmh", settings.fastest_kmh, 30, 1_000),
        ("photo_max_px", f64::from(settings.photo_max_px), 640, 4_096),
        ("close_tolerance_minutes", settings.close_tolerance_minutes as f64, 0, 720),
        ("standard_minutes", settings.standard_minutes as f64, 60, 960),
        ("unvisited_days", settings.unvisited_days as f64, 1, 365),
        ("silent_minutes", settings.silent_minutes as f64, 15, 720),
    ];
    let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
    for (field, value, least, most) in numbers {
        // Not a number is within no bounds.
        #[expect(clippy::cast_precision_loss, reason = "bounds are small numbers")]
        let within = (least as f64..=most as f64).contains(&value);
        if !within {
            faults.push(Box::new(SettingRefused::OutOfBounds { field, least, most }));
        }
    }
    if settings.usable_accuracy_m < settings.good_accuracy_m {
        faults.push(Box::new(SettingRefused::GoodAboveUsable));
    }
    let words = [
        ("photo_at_check_in", &settings.photo_at_check_in),
        ("photo_at_clock_in", &settings.photo_at_clock_in),
    ];
    for (field, word) in words {
        if !PHOTO_WORDS.contains(&word.as_str()) {
            faults.push(Box::new(SettingRefused::UnknownWord(field)));
        }
    }
    if country::of_code(&settings.country).is_none() {
        faults.push(Box::new(SettingRefused::UnknownWord("country")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(settings: &Settings) -> Vec<&'static str> {
        settings_faults(settings).iter().map(|it| it.code()).collect()
    }

    #[test]
    fn what_a_company_begins_with_is_within_bounds() {
        assert_eq!(codes(&Settings::default()), [""; 0]);
    }

    #[test]
    fn what_is_no_number_is_out_of_bounds() {
        let settings = Settings { radius_m: f64::NAN, ..Settings::default() };

        assert_eq!(codes(&settings), ["people.setting_out_of_bounds"]);
    }

    #[test]
    fn a_good_fix_is_also_a_usable_one() {
        let settings =
            Settings { good_accuracy_m: 300.0, usable_accuracy_m: 100.0, ..Settings::default() };

        assert_eq!(codes(&settings), ["people.good_above_usable"]);
    }

    #[test]
    fn every_zone_that_is_offered_exists() {
        for (name, _) in ZONES {
            assert!(name.parse::<kernel::Zone>().is_ok(), "{name}");
        }
    }
}
