//! Days in words.

use kernel::{Day, Instant, Lang, Zone};

use crate::rules::{DayMark, DayReason, DayState, Month, ShiftMeaning};
use crate::words::Words;

pub fn state(state: DayState, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match state {
        DayState::None => w.state_none(),
        DayState::Open => w.state_open(),
        DayState::Closed => w.state_closed(),
    }
}

/// The look of its badge.
pub const fn state_look(state: DayState) -> &'static str {
    match state {
        DayState::None => "off",
        DayState::Open => "busy",
        DayState::Closed => "good",
    }
}

pub fn mark(mark: DayMark, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match mark {
        DayMark::Late => w.mark_late(),
        DayMark::LeftEarly => w.mark_left_early(),
        DayMark::OpenedByVisit => w.mark_opened_by_visit(),
        DayMark::ClosedByVisit => w.mark_closed_by_visit(),
        DayMark::ClosedByRule => w.mark_closed_by_rule(),
        DayMark::NoClockIn => w.mark_no_clock_in(),
        DayMark::DoubleClockIn => w.mark_double_clock_in(),
        DayMark::DoubleClockOut => w.mark_double_clock_out(),
        DayMark::OffShift => w.mark_off_shift(),
        DayMark::DayOff => w.mark_day_off(),
        DayMark::InReview => w.mark_in_review(),
        DayMark::Capped => w.mark_capped(),
    }
}

/// The look of its badge.
pub const fn mark_look(mark: DayMark) -> &'static str {
    match mark {
        DayMark::InReview => "waits",
        DayMark::OpenedByVisit | DayMark::ClosedByVisit | DayMark::DayOff => "open",
        _ => "warn",
    }
}

/// `8 jam 3 menit`.
pub fn minutes(minutes: i64, lang: Lang) -> String {
    evidence::say::length(minutes * 60, lang)
}

/// `168:20`, in columns of numbers.
pub fn hours(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// `Maret 2026`.
pub fn month(month: Month, lang: Lang) -> String {
    format!("{} {}", Words::of(lang).month_name(month.number()), month.year())
}

/// `Senin`.
pub fn weekday(day: Day, lang: Lang) -> &'static str {
    weekday_name(number(day), lang)
}

/// `S`, over a narrow column.
pub fn weekday_letter(day: Day, lang: Lang) -> &'static str {
    let name = weekday(day, lang);
    name.get(..1).unwrap_or(name)
}

/// `Sen`.
pub fn weekday_short(number: u8, lang: Lang) -> &'static str {
    let name = weekday_name(number, lang);
    name.get(..3).unwrap_or(name)
}

/// By its number, 1 for Monday.
pub fn weekday_name(number: u8, lang: Lang) -> &'static str {
    let w = Words::of(lang);
    match number {
        1 => w.monday(),
        2 => w.tuesday(),
        3 => w.wednesday(),
        4 => w.thursday(),
        5 => w.friday(),
        6 => w.saturday(),
        _ => w.sunday(),
    }
}

fn number(day: Day) -> u8 {
    day.0.weekday().to_monday_one_offset().unsigned_abs()
}

/// `08.03`, with its zone where it is not the reader's.
pub fn clock(at: Instant, zone: &Zone, home: &Zone, lang: Lang) -> String {
    let clock = lang.clock(at, zone);
    if zone == home { clock } else { format!("{clock} {}", zone.label()) }
}

/// `08.03 WIB`, with its date where that is another day than the one told of.
pub fn at(at: Instant, zone: &Zone, day: Day, lang: Lang) -> String {
    let clock = if at.day(zone) == day { lang.clock(at, zone) } else { lang.moment(at, zone) };
    format!("{clock} {}", zone.label())
}

/// What a rule saw and did. `zone` is the clock of what carries none of its own.
pub fn reason(reason: &DayReason, day: Day, zone: &Zone, lang: Lang) -> String {
    let w = Words::of(lang);
    let told = |moment: Instant| at(moment, zone, day, lang);
    let there = |moment: Instant, there: &Zone| at(moment, there, day, lang);
    let span = |it: i64| minutes(it, lang);
    match reason {
        DayReason::NoShift => w.why_no_shift().to_owned(),
        DayReason::DayOff => w.why_day_off().to_owned(),
        DayReason::Shift { hours, shift } => {
            let (from, to) = (told(hours.starts_at), told(hours.ends_at));
            let (late, early) = (span(shift.grace_in_minutes), span(shift.grace_out_minutes));
            match shift.meaning {
                ShiftMeaning::Company => w.why_shift_company(from, to, late, early),
                ShiftMeaning::Local => w.why_shift_local(from, to, late, early),
            }
        }
        DayReason::OpenedByClockIn { at, zone, .. } => w.why_opened_by_clock_in(there(*at, zone)),
        DayReason::OpenedByVisit { at, zone, .. } => w.why_opened_by_visit(there(*at, zone)),
        DayReason::ClosedByClockOut { at, zone, .. } => w.why_closed_by_clock_out(there(*at, zone)),
        DayReason::ClosedByVisit { at, zone, .. } => w.why_closed_by_visit(there(*at, zone)),
        DayReason::ClosedAtShiftEnd { at } => w.why_closed_at_shift_end(told(*at)),
        DayReason::ClosedAtLastFact { at, .. } => w.why_closed_at_last_fact(told(*at)),
        DayReason::StillOpen { until } => w.why_still_open(told(*until)),
        DayReason::AlreadyOpen { at, .. } => w.why_already_open(told(*at)),
        DayReason::NothingToClose { at, .. } => w.why_nothing_to_close(told(*at)),
        DayReason::VisitsDoNotOpen { at, .. } => w.why_visits_do_not_open(told(*at)),
        DayReason::VisitNotVerified { at, .. } => w.why_visit_not_verified(told(*at)),
        DayReason::Rejected { at, .. } => w.why_rejected(told(*at)),
        DayReason::Late { at, starts_at, grace_minutes, minutes } => {
            w.why_late(told(*at), span(*minutes), told(*starts_at), span(*grace_minutes))
        }
        DayReason::LeftEarly { at, ends_at, grace_minutes, minutes } => {
            w.why_left_early(told(*at), span(*minutes), told(*ends_at), span(*grace_minutes))
        }
        DayReason::OffShift => w.why_off_shift().to_owned(),
        DayReason::Capped { minutes } => w.why_capped(span(*minutes)),
    }
}

#[cfg(test)]
mod tests;
