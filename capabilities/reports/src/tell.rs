//! What happened to reports, in a sentence.

use frame::stream::{Model, Teller};
use kernel::{Day, Lang};
use serde_json::Value as Json;

use crate::report::REPORTS;
use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "reports.", tell };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let says = event.says();
    let day = |key: &str| {
        let day = says.get(key).and_then(Json::as_str);
        day.and_then(|it| it.parse::<Day>().ok()).map(|it| lang.day(it))
    };
    if event.name == "reports.pack_made" {
        return Some(Words::of(lang).told_pack_made(day("from")?, day("to")?));
    }
    if event.name != "reports.exported" {
        return None;
    }
    let w = Words::of(lang);
    let report = says.get("report").and_then(Json::as_str).unwrap_or_default();
    match REPORTS.iter().find(|it| it.word == report) {
        Some(report) => Some(w.told_report_exported((report.title)(lang))),
        None => Some(w.told_exported(day("from")?, day("to")?)),
    }
}
