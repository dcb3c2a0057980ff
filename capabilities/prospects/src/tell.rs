//! Everything that this capability records, told.

use frame::stream::{self, Sees, Teller};
use kernel::{Day, Lang};
use serde_json::Value;

use crate::prospect::ProspectStatus;
use crate::why::Why;
use crate::words::Words;

/// How what happens to prospects is told.
pub const TELLER: Teller = Teller { prefix: "prospects.", tell, sees: Sees::WithTheRecord };

/// As it is told on the prospect's own page, where its name stands above.
pub fn tell_here(event: &stream::Model, lang: Lang) -> Option<String> {
    let (w, says) = (Words::of(lang), event.says());
    match event.name.as_str() {
        "prospects.assigned" => {
            let why = serde_json::from_value::<Why>(says["why"].clone()).ok()?;
            Some(why.sentence(lang))
        }
        "prospects.written_down" | "prospects.imported" => Some(w.told_written_here().to_owned()),
        _ => tell(event, lang),
    }
}

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let label = |key: &str| says[key][lang.word()].as_str().unwrap_or_default().to_owned();
    let name = text("name");
    Some(match event.name.as_str() {
        "prospects.written_down" => w.told_written(name),
        "prospects.changed" => {
            let changes = changes(&says, w);
            if changes.is_empty() { w.told_noted(name) } else { w.told_changed(name, changes) }
        }
        "prospects.assigned" => {
            let why = serde_json::from_value::<Why>(says["why"].clone()).ok();
            let why = why.map(|it| it.sentence(lang)).unwrap_or_default();
            w.told_assigned(name, why)
        }
        "prospects.many_assigned" => {
            w.told_many_assigned(says["count"].as_i64().unwrap_or_default())
        }
        "prospects.moved" => moved(&says, w, &name, lang),
        "prospects.converted" if says["new"].as_bool().unwrap_or_default() => {
            w.told_converted(name, text("account"))
        }
        "prospects.converted" => w.told_linked(name, text("account")),
        "prospects.conversion_undone" => w.told_undone(name),
        "prospects.hidden" => w.told_hidden(name),
        "prospects.restored" => w.told_restored(name),
        "prospects.exported" => w.told_exported().to_owned(),
        "prospects.imported" => w.told_imported(name),
        "prospects.rule_kept" => w.told_rule_kept(name),
        "prospects.choice_kept" => w.told_choice_kept(label("label")),
        "prospects.paused" => w.told_paused(name),
        "prospects.resumed" => w.told_resumed(name),
        _ => return None,
    })
}

fn moved(says: &Value, w: Words, name: &str, lang: Lang) -> String {
    let status = says["status"].as_str().and_then(ProspectStatus::from_word);
    let why = says["why"].as_str();
    let status = match status {
        Some(ProspectStatus::Disqualified) => {
            let reason = says["reason"][lang.word()].as_str().unwrap_or_default();
            return match why {
                Some(why) => w.told_let_go_why(name, reason, why),
                None => w.told_let_go(name, reason),
            };
        }
        Some(status) => w.status(status),
        None => "",
    };
    let same = says["changes"]["status"].is_null();
    match (why, same) {
        (Some(why), true) => w.told_talk(why),
        (Some(why), false) => w.told_moved_why(name, status, why),
        (None, _) => w.told_moved(name, status),
    }
}

/// `Telepon: – → +62 811…; Sumber: Situs web → Pameran`.
fn changes(says: &Value, w: Words) -> String {
    let Some(changes) = says["changes"].as_object() else { return String::new() };
    let said = changes.iter().filter_map(|(field, change)| {
        let of = |side: &str| value(field, &change[side], w);
        Some(w.told_change(field_label(field, w)?, of("before"), of("after")))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn value(field: &str, value: &Value, w: Words) -> String {
    match value.as_str() {
        Some(text) if !text.is_empty() => match (field, text.parse::<Day>()) {
            ("next_step_on", Ok(day)) => w.0.day(day),
            _ => text.to_owned(),
        },
        _ => w.told_nothing().to_owned(),
    }
}

fn field_label(field: &str, w: Words) -> Option<&'static str> {
    Some(match field {
        "name" => w.name_label(),
        "contact_name" => w.contact_label(),
        "contact_role" => w.contact_role_label(),
        "phone" => w.phone_label(),
        "email" => w.email_label(),
        "place" => w.place_label(),
        "industry" => w.industry_label(),
        "source" => w.source_label(),
        "value" => w.amount_label(),
        "next_step" => w.next_step_label(),
        "next_step_on" => w.next_step_on_label(),
        _ => return None,
    })
}
