//! What an account, an address or a contact must be, and why one is refused.

pub mod birthday;
pub mod reaching;
pub mod likeness;
pub mod person_name;
pub mod same_person;
pub mod one_contact;
pub mod contact_refused;
pub mod stale;
pub mod client_refused;
pub mod sharing;
pub mod terms;
pub mod naming;
pub mod bank;
pub mod custom;
pub mod vcard;

use kernel::{Lang, Refusal};

pub use kernel::ways::website;

use crate::words::Words;

/// The longest name of an account or a contact, in letters.
pub const LONGEST_NAME: usize = 200;
/// The longest line of any other kind.
pub const LONGEST_LINE: usize = 300;
/// The longest note.
pub const LONGEST_TEXT: usize = 10_000;
/// A place is a circle between a door and a large estate.
pub const RADIUS_M: std::ops::RangeInclusive<f64> = 20.0..=5_000.0;
/// What was deleted can be taken back for so many days.
pub const DAYS_TO_RESTORE: i64 = 30;
/// More places than these are one blot on a map.
pub const MOST_PLACES: u64 = 2_000;
/// Nobody climbs more storeys of parents than this.
pub const HIGHEST_TREE: usize = 20;

/// Why something about an account is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountRefused {
    #[error("no name")]
    NoName,
    #[error("a name too long")]
    NameTooLong,
    #[error("too long a text in `{0}`")]
    TooLong(&'static str),
    #[error("no telephone number in `{0}`")]
    NoPhone(&'static str),
    #[error("no address of mail")]
    NoEmail,
    #[error("no address of a web site")]
    NoWebsite,
    #[error("no year")]
    NoYear,
    #[error("no amount")]
    NoAmount,
    #[error("no number of people")]
    NoEmployees,
    #[error("no country")]
    NoCountry,
    #[error("no tax number")]
    NoTaxNumber,
    #[error("unknown choice in `{0}`")]
    NoChoice(&'static str),
    #[error("unknown owner")]
    UnknownOwner,
    #[error("unknown parent")]
    UnknownParent,
    #[error("several accounts of the parent's name")]
    ManyParents,
    #[error("an account below itself")]
    BelowItself,
    #[error("the account exists")]
    Exists,
    #[error("too late to restore")]
    TooLate,
    #[error("no street")]
    NoStreet,
    #[error("no coordinates")]
    NoPoint,
    #[error("no radius")]
    NoRadius,
    #[error("no move to decide")]
    NoMove,
    #[error("the contact is there already")]
    AlreadyThere,
    #[error("no text")]
    NoText,
    #[error("no day of leaving")]
    NoLeavingDay,
    #[error("no birthday")]
    NoBirthday,
    #[error("no day of a consent, or one to come")]
    NoConsentDay,
    #[error("nothing is known by which they prefer to be reached")]
    NoWay,
    #[error("an account merged with itself")]
    WithItself,
    #[error("an account merged with one above or below it")]
    ParentAndChild,
    #[error("the merge is undone already")]
    NotMerged,
    #[error("the change of many is undone already")]
    UndoneAlready,
    #[error("a later merge stands above this one")]
    LaterMerge,
    #[error("the account is part of another")]
    PartOfAnother,
}

impl Refusal for AccountRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "accounts.no_name",
            Self::NameTooLong => "accounts.name_too_long",
            Self::TooLong(_) => "accounts.too_long",
            Self::NoPhone(_) => "accounts.no_phone",
            Self::NoEmail => "accounts.no_email",
            Self::NoWebsite => "accounts.no_website",
            Self::NoYear => "accounts.no_year",
            Self::NoAmount => "accounts.no_amount",
            Self::NoEmployees => "accounts.no_employees",
            Self::NoCountry => "accounts.no_country",
            Self::NoTaxNumber => "accounts.no_tax_number",
            Self::NoChoice(_) => "accounts.no_choice",
            Self::UnknownOwner => "accounts.unknown_owner",
            Self::UnknownParent => "accounts.unknown_parent",
            Self::ManyParents => "accounts.many_parents",
            Self::BelowItself => "accounts.below_itself",
            Self::Exists => "accounts.exists",
            Self::TooLate => "accounts.too_late",
            Self::NoStreet => "accounts.no_street",
            Self::NoPoint => "accounts.no_point",
            Self::NoRadius => "accounts.no_radius",
            Self::NoMove => "accounts.no_move",
            Self::AlreadyThere => "accounts.already_there",
            Self::NoText => "accounts.no_text",
            Self::NoLeavingDay => "accounts.no_leaving_day",
            Self::NoBirthday => "accounts.no_birthday",
            Self::NoConsentDay => "accounts.no_consent_day",
            Self::NoWay => "accounts.no_way",
            Self::WithItself => "accounts.with_itself",
            Self::ParentAndChild => "accounts.parent_and_child",
            Self::NotMerged => "accounts.not_merged",
            Self::UndoneAlready => "accounts.undone_already",
            Self::LaterMerge => "accounts.later_merge",
            Self::PartOfAnother => "accounts.part_of_another",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoName | Self::NameTooLong => Some("name"),
            Self::TooLong(field) | Self::NoPhone(field) | Self::NoChoice(field) => Some(field),
            Self::NoEmail => Some("email"),
            Self::NoWebsite => Some("website"),
            Self::NoYear => Some("founded_year"),
            Self::NoAmount => Some("revenue"),
            Self::NoEmployees => Some("employees"),
            Self::NoCountry => Some("country"),
            Self::NoTaxNumber => Some("tax_number"),
            Self::WithItself | Self::ParentAndChild => Some("merged_id"),
            Self::UnknownOwner => Some("owner_id"),
            Self::UnknownParent | Self::ManyParents | Self::BelowItself => Some("parent_id"),
            Self::NoStreet => Some("street"),
            Self::NoPoint => Some("point"),
            Self::NoRadius => Some("radius_m"),
            Self::AlreadyThere => Some("contact_id"),
            Self::NoText => Some("text"),
            Self::NoLeavingDay => Some("left_on"),
            Self::NoBirthday => Some("birthday"),
            Self::NoConsentDay => Some("consent_on"),
            Self::NoWay => Some("channel"),
            Self::Exists
            | Self::TooLate
            | Self::NoMove
            | Self::NotMerged
            | Self::UndoneAlready
            | Self::LaterMerge
            | Self::PartOfAnother => None,
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NoName => w.refused_no_name(),
            Self::NameTooLong => return w.refused_too_long(count(LONGEST_NAME)),
            Self::TooLong("text" | "note") => return w.refused_too_long(count(LONGEST_TEXT)),
            Self::TooLong(_) => return w.refused_too_long(count(LONGEST_LINE)),
            Self::NoPhone(_) => w.refused_no_phone(),
            Self::NoEmail => w.refused_no_email(),
            Self::NoWebsite => w.refused_no_website(),
            Self::NoYear => w.refused_no_year(),
            Self::NoAmount => w.refused_no_amount(),
            Self::NoEmployees => w.refused_no_employees(),
            Self::NoCountry => w.refused_no_country(),
            Self::NoTaxNumber => w.refused_no_tax_number(),
            Self::NoChoice(_) => w.refused_no_choice(),
            Self::UnknownOwner => w.refused_unknown_owner(),
            Self::UnknownParent => w.refused_unknown_parent(),
            Self::ManyParents => w.refused_many_parents(),
            Self::BelowItself => w.refused_below_itself(),
            Self::Exists => w.refused_exists(),
            Self::TooLate => return w.refused_too_late(DAYS_TO_RESTORE),
            Self::NoStreet => w.refused_no_street(),
            Self::NoPoint => w.refused_no_point(),
            Self::NoRadius => w.refused_no_radius(),
            Self::NoMove => w.refused_no_move(),
            Self::AlreadyThere => w.refused_already_there(),
            Self::NoText => w.refused_no_text(),
            Self::NoLeavingDay => w.refused_no_day(),
            Self::NoBirthday => w.refused_no_birthday(),
            Self::NoConsentDay => w.refused_no_consent_day(),
            Self::NoWay => w.refused_no_way(),
            Self::WithItself => w.refused_with_itself(),
            Self::ParentAndChild => w.refused_parent_and_child(),
            Self::NotMerged => w.refused_not_merged(),
            Self::UndoneAlready => w.refused_undone_already(),
            Self::LaterMerge => w.refused_later_merge(),
            Self::PartOfAnother => w.refused_part_of_another(),
        }
        .to_owned()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A point as people paste it: `-6.2441, 106.7991`, in degrees, latitude first.
pub fn point(text: &str) -> Option<kernel::geo::Point> {
    let numbers: Vec<f64> = text
        .split(|it: char| it.is_whitespace() || matches!(it, ',' | ';' | '(' | ')' | '°'))
        .filter(|it| !it.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [lat, lon] = numbers[..] else { return None };
    let point = kernel::geo::Point { lat, lon };
    point.is_somewhere().then_some(point)
}

/// An amount as people write it, in minor units: `1.500.000`, `1,500,000` and `1.500.000,00` are one,
/// and `1.054,5` is as much as `1,054.50`. None where it could be read in two ways, or has decimals
/// that the currency has not: an amount is never guessed.
pub fn amount(text: &str, decimals: u32) -> Option<i64> {
    let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let places = usize::try_from(decimals).ok()?;
    let (whole, rest) = match text.rfind(['.', ',']) {
        Some(at) if ends_whole(&text, at) => (&text[..at], &text[at + 1..]),
        _ => (text.as_str(), "0"),
    };
    let is_rest = (1..=places.max(2)).contains(&rest.len());
    let rest = Some(rest).filter(|_| is_rest)?.trim_end_matches('0');
    if places < rest.len() || !rest.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    format!("{}{rest:0<places$}", ungrouped(whole)?).parse().ok()
}

/// Whether the mark here stands before decimals: it is the only one of its kind, and what follows
/// is no group of three, unless another kind of mark stands between the groups.
fn ends_whole(text: &str, at: usize) -> bool {
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let once = !before.contains(&text[at..=at]);
    once && (before.contains(['.', ',']) || behind.len() != 3)
}

/// The digits of groups of three with one kind of mark between them, or of no groups at all.
fn ungrouped(whole: &str) -> Option<String> {
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let Some(at) = whole.find(['.', ',']) else {
        return is_number(whole).then(|| whole.to_owned());
    };
    let (first, others) = (&whole[..at], whole[at + 1..].split(&whole[at..=at]));
    let mut digits =
        Some(first).filter(|it| is_number(it) && it.len() <= 3 && *it != "0")?.to_owned();
    for group in others {
        digits.push_str(Some(group).filter(|it| is_number(it) && it.len() == 3)?);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pasted_point_is_read() {
        for text in ["-6.2441, 106.7991", "-6.2441 106.7991", "(-6.2441,106.7991)"] {
            let point = point(text).unwrap();

            assert!((point.lat + 6.2441).abs() < 1e-9 && (point.lon - 106.7991).abs() < 1e-9);
        }
        for text in ["", "0,0", "-6,2441, 106,7991", "106.7, 200.1", "abc, 1", "NaN, 1", "1"] {
            assert_eq!(point(text), None, "{text}");
        }
    }

    #[test]
    fn an_amount_is_read_in_either_manner() {
        assert_eq!(amount("1.500.000", 0), Some(1_500_000));
        assert_eq!(amount("1,500,000", 0), Some(1_500_000));
        assert_eq!(amount("1,054.00", 2), Some(105_400));
        assert_eq!(amount("12", 2), Some(1_200));
        // One digit behind the mark is a decimal, and no more than it says.
        assert_eq!(amount("1.054,5", 2), Some(105_450));
        assert_eq!(amount("12.5", 2), Some(1_250));
        // Rupiah are often written with decimals that they have not.
        assert_eq!(amount("1.500.000,00", 0), Some(1_500_000));
        assert_eq!(amount("1500000,00", 0), Some(1_500_000));
        assert_eq!(amount("1.500", 0), Some(1_500));
        assert_eq!(amount("1.500", 2), Some(150_000));
        // What could be two amounts, or one that the currency cannot pay, is none.
        for (text, decimals) in [
            ("1.500,75", 0),
            ("0.500", 2),
            ("1.50.000", 0),
            ("1.5000", 2),
            ("1,500.000", 2),
            ("1.500.000.00", 0),
            ("1.234,567.8", 2),
            ("12.", 2),
            (".5", 2),
        ] {
            assert_eq!(amount(text, decimals), None, "{text}");
        }
        for text in ["", "-5", "1e9", "Rp5", "99999999999999999999"] {
            assert_eq!(amount(text, 0), None, "{text}");
        }
    }

    #[test]
    fn a_web_site_is_one_that_a_browser_may_follow() {
        assert_eq!(website("tokomaju.co.id").as_deref(), Some("https://tokomaju.co.id"));
        assert_eq!(website("http://a.id/x?y").as_deref(), Some("http://a.id/x?y"));
        for text in ["", "javascript:alert(1)", "toko maju", "localhost", "data:text/html,x"] {
            assert_eq!(website(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_the_reading(text in ".{0,40}", decimals in 0u32..4) {
            let _ = (point(&text), website(&text));

            prop_assert!(amount(&text, decimals).is_none_or(|it| 0 <= it));
        }

        #[test]
        fn what_is_written_is_read_back(minor in 0i64..1_000_000_000_000) {
            let written = kernel::money::grouped(minor.unsigned_abs(), '.');

            prop_assert_eq!(amount(&written, 0), Some(minor));
        }
    }
}
