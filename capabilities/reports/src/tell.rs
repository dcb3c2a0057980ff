//! What happened to reports, in a sentence.

use frame::stream::{Model, Sees, Teller};
use kernel::{Day, Lang};
use serde_json::Value as Json;

use crate::report::REPORTS;
use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "reports.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let says = event.says();
    let day = |key: &str| {
        let day = says.get(key).and_then(Json::as_str);
        day.and_then(|it| it.parse::<Day>().ok()).map(|it| lang.day(it))
    };
    let w = Words::of(lang);
    let name = || says.get("name").and_then(Json::as_str).unwrap_or_default();
    match event.name.as_str() {
        "reports.exported" => {}
        "reports.pack_made" => return Some(w.told_pack_made(day("from")?, day("to")?)),
        "reports.kept" => return Some(w.told_kept(name())),
        "reports.frozen" => return Some(w.told_frozen(name())),
        "reports.kept_changed" => return Some(w.told_kept_changed(name())),
        "reports.kept_hidden" => return Some(w.told_kept_hidden(name())),
        "reports.mail_settled" => return Some(w.told_mail_settled(name())),
        "reports.mail_paused" => return Some(w.told_mail_paused(name())),
        "reports.mail_stopped" => return Some(w.told_mail_stopped(name())),
        "reports.mailed" => return Some(w.told_mailed(name())),
        "reports.kept_restored" => return Some(w.told_kept_restored(name())),
        _ => return None,
    }
    let report = says.get("report").and_then(Json::as_str).unwrap_or_default();
    match REPORTS.iter().find(|it| it.word == report) {
        Some(report) => Some(w.told_report_exported((report.title)(lang))),
        None => Some(w.told_exported(day("from")?, day("to")?)),
    }
}
