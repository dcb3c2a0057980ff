//! What is true of the protocol, with no IO.

use kernel::{Day, Instant, Lang, Refusal, Zone};

use crate::words::Words;

/// Events in one batch.
pub const MOST_EVENTS: usize = 50;
pub const MOST_PHOTOS: usize = 4;
pub const MOST_FIXES: usize = 5;
/// What somebody types fits in this many bytes.
pub const LONGEST_PAYLOAD: usize = 16 * 1024;

/// Changes that were being written while the last snapshot was taken are told again.
const OVERLAP_SECONDS: i64 = 60;

/// From when on changes are told; none when everything is.
///
/// A cursor of another day is too old: the plan that a phone keeps rolls on with the day.
pub fn since(cursor: Option<&str>, now: Instant, zone: &Zone) -> Option<Instant> {
    let then = Instant(cursor?.parse().ok()?);
    let same_day = then.day(zone) == now.day(zone);
    (then <= now && same_day).then(|| then.plus_seconds(-OVERLAP_SECONDS))
}

/// Days of one's own record that may be asked for at once.
const RECORD_DAYS: std::ops::RangeInclusive<i64> = 1..=62;

/// The first of so many days of one's own record, 14 unless told; nothing of more than may be asked
/// for.
pub fn record_from(today: Day, days: Option<i64>) -> Option<Day> {
    let days = Some(days.unwrap_or(14)).filter(|it| RECORD_DAYS.contains(it))?;
    Some(today.plus(1 - days))
}

/// 64 small hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldRefused {
    /// On a phone that several people use, each event waits for its own person.
    #[error("another person's event")]
    OtherPerson,
}

impl Refusal for FieldRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherPerson => "field.other_person",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::OtherPerson => Some("person"),
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::OtherPerson => w.other_person().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn a_cursor_is_good_for_its_day() {
        let (jakarta, now) = (Zone::jakarta(), at("2026-03-02T05:00:00Z"));
        let cursor = |text| at(text).0.to_string();
        let since = |cursor: &str| since(Some(cursor), now, &jakarta);

        assert_eq!(since(&cursor("2026-03-02T04:00:00Z")), Some(at("2026-03-02T03:59:00Z")));
        assert_eq!(since(&cursor("2026-03-01T16:59:00Z")), None, "yesterday in Jakarta");
        assert_eq!(since(&cursor("2026-03-02T06:00:00Z")), None, "the future");
        assert_eq!(since("x"), None);
    }

    #[test]
    fn a_hash_is_64_small_digits() {
        assert!(is_sha256(&"0f".repeat(32)));
        for wrong in ["", "../../etc/passwd", &"0F".repeat(32), &"0f".repeat(31)] {
            assert!(!is_sha256(wrong), "{wrong}");
        }
    }
}
