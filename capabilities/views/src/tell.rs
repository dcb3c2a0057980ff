//! What happened to views, in a sentence.

use frame::stream::{Model, Sees, Teller};
use kernel::Lang;
use serde_json::Value as Json;

use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "views.", tell, sees: Sees::WithTheRecord };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let says = event.says();
    let name = says.get("name").and_then(Json::as_str).unwrap_or_default();
    let w = Words::of(lang);
    match event.name.as_str() {
        "views.saved" => Some(w.told_saved(name)),
        "views.changed" => Some(w.told_changed(name)),
        "views.hidden" => Some(w.told_hidden(name)),
        "views.restored" => Some(w.told_restored(name)),
        _ => None,
    }
}
