//! What happened to visits, in a sentence.

use frame::stream::{Model, Sees, Teller};
use kernel::{Day, Lang};
use serde_json::Value as Json;

use crate::words::Words;

/// A client's visits are part of its history, which stays with the client: whoever sees it is told
/// of them, though the visits themselves and their evidence are their maker's.
pub const TELLER: Teller = Teller { prefix: "visits.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says.get(key).and_then(Json::as_str);
    let day = |key: &str| {
        let day = text(key).and_then(|it| it.parse::<Day>().ok());
        day.map(|it| lang.day(it))
    };
    let label = |what: &str| text(&format!("{what}_{lang}")).or_else(|| text(what));
    let noted = |sentence: String| match text("note") {
        Some(note) => format!("{sentence} — {note}"),
        None => sentence,
    };
    Some(match event.name.as_str() {
        "visits.exported" => w.told_exported().to_owned(),
        "visits.planned" => w.told_planned(day("day")?),
        "visits.plan_removed" => w.told_plan_removed(day("day")?),
        "visits.plan_passed" => w.told_plan_passed(day("day")?),
        "visits.plan_moved" => w.told_plan_moved().to_owned(),
        "visits.checked_in" => match text("place") {
            Some("inside") => w.told_in_inside(),
            Some("outside") => w.told_in_outside(),
            Some(_) => w.told_in_cannot_tell(),
            None => w.told_in(),
        }
        .to_owned(),
        "visits.checked_out" => {
            let minutes = says.get("dwell_minutes").and_then(Json::as_i64).unwrap_or_default();
            let length = evidence::say::length(minutes * 60, lang);
            noted(w.told_out(length, label("outcome")?))
        }
        "visits.skipped" => match day("moved_to") {
            Some(day) => noted(w.told_skipped_moved(label("reason")?, day)),
            None => noted(w.told_skipped(label("reason")?)),
        },
        "visits.missed" => w.told_missed().to_owned(),
        "visits.ended_by_rule" => w.told_ended_by_rule().to_owned(),
        "visits.closed_by_next" => w.told_closed_by_next().to_owned(),
        "visits.judged_again" => match says.pointer("/changes/rejected/after")?.as_str() {
            Some("check_in") => w.told_not_made(),
            Some(_) => w.told_end_rejected(),
            None => w.told_counts_again(),
        }
        .to_owned(),
        "visits.contacted" => match text("channel") {
            Some("call") => w.told_called(),
            Some("whatsapp") => w.told_whatsapp(),
            _ => return None,
        }
        .to_owned(),
        "visits.outcome_kept" => w.told_outcome_kept(label("label")?),
        "visits.outcome_removed" => w.told_outcome_removed(label("label")?),
        "visits.reason_kept" => w.told_reason_kept(label("label")?),
        _ => return None,
    })
}
