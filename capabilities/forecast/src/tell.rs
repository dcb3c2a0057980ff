//! Everything that this capability records, told.

use frame::stream::{Model, Sees, Teller};
use kernel::Lang;
use kernel::money::Money;
use serde_json::Value;

use crate::words::Words;

/// How what happens to targets and forecasts is told.
pub const TELLER: Teller = Teller { prefix: "forecast.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let period = w.period_word(&text("period"));
    Some(match event.name.as_str() {
        "forecast.submitted" => match says["name"].as_str() {
            Some(name) => w.told_submitted_by(name, period),
            None => w.told_submitted(period),
        },
        "forecast.withdrawn" => w.told_withdrawn(period),
        "forecast.approved" => w.told_approved(period),
        "forecast.returned" => match says["why"].as_str() {
            Some(why) => w.told_returned_why(period, why),
            None => w.told_returned(period),
        },
        "forecast.reopened" => w.told_reopened(period),
        "forecast.remind" => w.told_remind(period),
        "forecast.exported" => w.told_exported().to_owned(),
        "forecast.target_opened" => w.told_target_opened(text("name"), period, text("why")),
        "forecast.target_set" => w.told_target_set(text("name"), changes(&says, w)),
        _ => return None,
    })
}

/// `Mar 2026: Rp1.000 → Rp2.000`.
fn changes(says: &Value, w: Words) -> String {
    let Some(changes) = says["changes"].as_object() else { return String::new() };
    let currency = says["currency"].as_str().unwrap_or_default();
    let amount = |value: &Value| match value.as_i64() {
        Some(amount) if currency.is_empty() => w.0.number(amount),
        Some(amount) => Money::new(amount, currency).to_string(),
        None => w.told_nothing().to_owned(),
    };
    let said = changes.iter().map(|(month, change)| {
        w.told_change(w.0.month(month), amount(&change["before"]), amount(&change["after"]))
    });
    said.collect::<Vec<_>>().join("; ")
}
