//! Everything that this capability records, told.

use frame::stream::{self, Sees, Teller};
use kernel::Lang;

use crate::starter;
use crate::words::Words;

/// How what happens with starters is told.
pub const TELLER: Teller = Teller { prefix: "starters.", tell, sees: Sees::WithTheRecord };

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let code = says["starter"].as_str().unwrap_or_default();
    let name = starter::named(code).map_or(code, |it| it.name.of(lang));
    let count = |key: &str| says[key].as_i64().unwrap_or_default();
    Some(match event.name.as_str() {
        "starters.used" => w.told_used(name, count("items")),
        "starters.undone" => w.told_undone(name, count("removed")),
        _ => return None,
    })
}
