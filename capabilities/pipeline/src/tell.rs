//! Everything that this capability records, told.

use std::collections::HashSet;

use frame::app::Asking;
use frame::stream::{self, Sees, Teller};
use frame::{Ctx, Result};
use kernel::{Day, Lang};
use serde_json::{Value, json};

use crate::rules::ForecastCategory;
use crate::words::Words;
use crate::{lost_reason, opportunity, stage};

/// How what happens to deals is told.
pub const TELLER: Teller = Teller { prefix: "pipeline.", tell, sees: Sees::Asked(sees) };

/// The numbers of those of these events whose deals the reader sees, deleted ones among them: a
/// client is shared with more people than its deals are.
pub fn sees<'a>(ctx: &'a Ctx, events: Vec<&'a stream::Model>) -> Asking<'a, HashSet<i64>> {
    Box::pin(seen(ctx, events))
}

async fn seen(ctx: &Ctx, events: Vec<&stream::Model>) -> Result<HashSet<i64>> {
    // What a company settles of its pipelines is no deal's.
    let (deals, other): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|it| it.subject_kind == "opportunity");
    let mut seen = stream::within_reach::<opportunity::Entity>(ctx, &deals).await?;
    seen.extend(other.iter().map(|it| it.seq));
    Ok(seen)
}

/// A stage, as events name it: what it was called then.
pub fn stage_says(stage: &stage::Model) -> Value {
    json!({ "code": stage.code, "id": stage.label_id, "en": stage.label_en })
}

/// A reason, as events name it.
pub fn reason_says(reason: &lost_reason::Model) -> Value {
    json!({ "code": reason.code, "id": reason.label_id, "en": reason.label_en })
}

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let label = |key: &str| says[key][lang.word()].as_str().unwrap_or_default().to_owned();
    let name = text("name");
    Some(match event.name.as_str() {
        "pipeline.opened" => w.told_opened(name, label("stage")),
        "pipeline.changed"
        | "pipeline.owner_changed"
        | "pipeline.category_set"
        | "pipeline.lines_kept"
        | "pipeline.contacts_kept" => format!("{}: {}", w.told_changed(name), changes(&says, w)),
        "pipeline.moved" => w.told_moved(name, label("from"), label("to")),
        "pipeline.won" => w.told_won(name, text("value")),
        "pipeline.lost" => match says["why"].as_str() {
            Some(why) => w.told_lost_why(name, label("reason"), why),
            None => w.told_lost(name, label("reason")),
        },
        "pipeline.reopened" => w.told_reopened(name, label("to")),
        "pipeline.exported" => w.told_exported().to_owned(),
        "pipeline.hidden" => w.told_hidden(name),
        "pipeline.restored" => w.told_restored(name),
        "pipeline.pipeline_kept" => w.told_pipeline_kept(label("label")),
        "pipeline.pipeline_removed" => w.told_pipeline_removed(label("label")),
        "pipeline.stage_kept" => w.told_stage_kept(label("label")),
        "pipeline.order_kept" => w.told_order_kept(label("label")),
        "pipeline.reason_kept" => w.told_reason_kept(label("label")),
        _ => return None,
    })
}

/// `Nilai: Rp1.000 → Rp2.000; Perkiraan tutup: – → 3 Mar 2026`.
fn changes(says: &Value, w: Words) -> String {
    let Some(changes) = says["changes"].as_object() else { return String::new() };
    let said = changes.iter().filter_map(|(field, change)| {
        let of = |side: &str| value(field, &change[side], w);
        Some(w.told_change(field_label(field, w)?, of("before"), of("after")))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn value(field: &str, value: &Value, w: Words) -> String {
    let text = match value {
        Value::String(text) if !text.is_empty() => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return w.told_nothing().to_owned(),
    };
    match field {
        "expected_close_on" | "next_step_on" => match text.parse::<Day>() {
            Ok(day) => w.0.day(day),
            Err(_) => text,
        },
        "category" => match text.parse::<ForecastCategory>() {
            Ok(category) => w.category(category).to_owned(),
            Err(_) => text,
        },
        _ => text,
    }
}

fn field_label(field: &str, w: Words) -> Option<&'static str> {
    Some(match field {
        "name" => w.deal_name(),
        "account" => w.account_label(),
        "value" => w.amount_label(),
        "expected_close_on" => w.expected_close_label(),
        "next_step" => w.next_step_label(),
        "next_step_on" => w.next_step_on_label(),
        "owner" => w.owner_label(),
        "category" => w.category_label(),
        "lines" => w.lines_title(),
        "contacts" => w.contacts_title(),
        _ => return None,
    })
}
