//! The words by which people say what it was, how long it took, and when.

use jiff::civil::{Date, Weekday};
use kernel::Day;

use crate::note::{Direction, NoteKind};

/// The wall clock: hours and minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub hour: i8,
    pub minute: i8,
}

pub fn kind(word: &str) -> Option<NoteKind> {
    Some(match word.trim_end_matches('.').to_lowercase().as_str() {
        "tel" | "telp" | "telpon" | "tlp" | "telepon" | "telfon" | "call" | "phone" | "phoned"
        | "called" => NoteKind::Call,
        "video" | "vc" | "vidcall" | "zoom" | "gmeet" | "teams" => NoteKind::Video,
        "wa" | "whatsapp" | "pesan" | "chat" | "sms" | "message" | "telegram" => NoteKind::Message,
        "email" | "e-mail" | "surel" | "mail" => NoteKind::Email,
        "rapat" | "ketemu" | "bertemu" | "temu" | "pertemuan" | "meeting" | "met" | "meet" => {
            NoteKind::Meeting
        }
        "catatan" | "catat" | "note" => NoteKind::Note,
        _ => return None,
    })
}

pub fn direction(word: &str) -> Option<Direction> {
    Some(match word.to_lowercase().as_str() {
        "dari" | "masuk" | "from" | "in" => Direction::In,
        "ke" | "keluar" | "to" | "out" | "dengan" | "sama" | "with" => Direction::Out,
        _ => return None,
    })
}

/// `10m`, `1j30`, `1h 15m`, `10 menit`; and how many words say it.
pub fn minutes(words: &[&str]) -> Option<(i64, usize)> {
    let first = words.first()?.trim_end_matches(',').to_lowercase();
    if let Some(minutes) = together(&first) {
        return Some((minutes, 1));
    }
    let number: i64 = first.parse().ok().filter(|it| (1..=1_440).contains(it))?;
    let unit = unit(&words.get(1)?.to_lowercase())?;
    Some((number.checked_mul(unit)?, 2)).filter(|it| it.0 <= 1_440)
}

fn unit(word: &str) -> Option<i64> {
    match word {
        "m" | "mnt" | "min" | "mins" | "menit" | "minute" | "minutes" | "'" => Some(1),
        "j" | "jam" | "h" | "hr" | "hour" | "hours" => Some(60),
        _ => None,
    }
}

/// `90m`, `1j`, `1j30`, `1h30m`.
fn together(word: &str) -> Option<i64> {
    let digits = word.find(|it: char| !it.is_ascii_digit())?;
    let number: i64 = word.get(..digits)?.parse().ok()?;
    let rest = &word[digits..];
    if let Some(unit) = unit(rest) {
        return Some(number.checked_mul(unit)?).filter(|it| (1..=1_440).contains(it));
    }
    let split = rest.find(|it: char| it.is_ascii_digit()).filter(|it| 0 < *it)?;
    if unit(&rest[..split])? != 60 {
        return None;
    }
    let more = rest[split..].trim_end_matches(|it: char| !it.is_ascii_digit());
    let known = more.len() + split == rest.len() || unit(&rest[split + more.len()..]) == Some(1);
    let more: i64 = more.parse().ok().filter(|it| known && (0..60).contains(it))?;
    Some(number.checked_mul(60)?.checked_add(more)?).filter(|it| (1..=1_440).contains(it))
}

/// `jam 14`, `pukul 9.30`, `at 14:30`, or `14.30` alone; and how many words say it.
pub fn clock(words: &[&str]) -> Option<(Clock, usize)> {
    let first = words.first()?.to_lowercase();
    if matches!(first.as_str(), "jam" | "pukul" | "at") {
        return written(words.get(1)?, true).map(|it| (it, 2));
    }
    written(&first, false).map(|it| (it, 1))
}

fn written(word: &str, alone: bool) -> Option<Clock> {
    let word = word.trim_end_matches(',');
    let (hour, minute) = match word.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        None if alone => (word, 0),
        _ => return None,
    };
    let digits = (1..=2).contains(&hour.len()) && hour.bytes().all(|it| it.is_ascii_digit());
    let hour: i8 = hour.parse().ok().filter(|_| digits)?;
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(Clock { hour, minute })
}

/// A day that has been: `kemarin`, `Senin`, `2026-03-02`, `2/3`; and how many words say it.
pub fn day_behind(words: &[&str], today: Day) -> Option<(Day, usize)> {
    let (first, second) = lower(words)?;
    let at = |days: i64, used: usize| Some((today.plus(days), used));
    match (first.as_str(), second.as_str()) {
        ("hari", "ini") => return at(0, 2),
        ("kemarin", "lusa" | "dulu") => return at(-2, 2),
        ("today" | "tadi", _) => return at(0, 1),
        ("kemarin" | "yesterday", _) => return at(-1, 1),
        _ => {}
    }
    if let Some(weekday) = weekday(&first) {
        let back = weekday.until(today.0.weekday());
        return at(-i64::from(back), 1);
    }
    date(&first, today, false).map(|it| (it, 1))
}

/// A day that comes: `besok`, `lusa`, `Jumat`, `minggu depan`, `2026-03-09`, `9/3`; and how many
/// words say it.
pub fn day_ahead(words: &[&str], today: Day) -> Option<(Day, usize)> {
    let (first, second) = lower(words)?;
    let at = |days: i64, used: usize| Some((today.plus(days), used));
    match (first.as_str(), second.as_str()) {
        ("hari", "ini") => return at(0, 2),
        ("minggu", "depan") | ("next", "week") => return at(7, 2),
        ("bulan", "depan") | ("next", "month") => {
            return Some((Day(today.0.saturating_add(jiff::Span::new().months(1))), 2));
        }
        ("today", _) => return at(0, 1),
        ("besok" | "tomorrow", _) => return at(1, 1),
        ("lusa", _) => return at(2, 1),
        _ => {}
    }
    if let Some(weekday) = weekday(&first) {
        let ahead = today.0.weekday().until(weekday);
        return at(if ahead == 0 { 7 } else { i64::from(ahead) }, 1);
    }
    date(&first, today, true).map(|it| (it, 1))
}

fn lower(words: &[&str]) -> Option<(String, String)> {
    let bare = |it: &&str| it.trim_end_matches([',', '.']).to_lowercase();
    Some((bare(words.first()?), words.get(1).map(bare).unwrap_or_default()))
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "senin" | "monday" | "mon" => Weekday::Monday,
        "selasa" | "tuesday" | "tue" => Weekday::Tuesday,
        "rabu" | "wednesday" | "wed" => Weekday::Wednesday,
        "kamis" | "thursday" | "thu" => Weekday::Thursday,
        "jumat" | "jum'at" | "friday" | "fri" => Weekday::Friday,
        "sabtu" | "saturday" | "sat" => Weekday::Saturday,
        "minggu" | "ahad" | "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// `2026-03-09`; `9/3` or `9/3/2026`, the day first, in the year that is nearest in that direction.
fn date(word: &str, today: Day, ahead: bool) -> Option<Day> {
    if word.len() == 10 && word.contains('-') {
        return word.parse().ok();
    }
    let mut parts = word.split('/');
    let day: i8 = parts.next()?.parse().ok()?;
    let month: i8 = parts.next()?.parse().ok()?;
    let year: Option<i16> = match parts.next() {
        Some(year) if year.len() == 4 => Some(year.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    if parts.next().is_some() {
        return None;
    }
    let on = |year: i16| Date::new(year, month, day).ok().and_then(|it| Day::given(it).ok());
    if let Some(year) = year {
        return on(year);
    }
    let this = on(today.0.year())?;
    match (ahead, this < today, today < this) {
        (true, true, _) => on(today.0.year() + 1),
        (false, _, true) => on(today.0.year() - 1),
        _ => Some(this),
    }
}
