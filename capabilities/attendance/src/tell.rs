//! What happened to working days, in a sentence.

use frame::stream::Model;
use kernel::{Day, Instant, Lang, Zone};

use crate::words::Words;

pub fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says.get(key)?.as_str();
    let clock = || {
        let at: Instant = text("recorded_at")?.parse().ok()?;
        let zone: Zone = text("zone")?.parse().ok()?;
        Some(format!("{} {}", lang.clock(at, &zone), zone.label()))
    };
    let day = |key: &str| Some(lang.day(text(key)?.parse::<Day>().ok()?));
    match event.name.as_str() {
        "attendance.clocked_in" => Some(w.told_clocked_in(clock()?)),
        "attendance.clocked_out" => Some(w.told_clocked_out(clock()?)),
        "attendance.closed_by_rule" => Some(w.told_closed_by_rule(day("day")?)),
        "attendance.exported" => Some(w.told_exported(text("month")?)),
        "attendance.shift_set" => Some(w.told_shift_set(text("name")?, day("from")?)),
        _ => None,
    }
}
