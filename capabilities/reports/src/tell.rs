//! What happened to reports, in a sentence.

use frame::stream::{Model, Teller};
use kernel::{Day, Lang};
use serde_json::Value as Json;

use crate::words::Words;

pub const TELLER: Teller = Teller { prefix: "reports.", tell };

fn tell(event: &Model, lang: Lang) -> Option<String> {
    let says = event.says();
    let day = |key: &str| {
        let day = says.get(key).and_then(Json::as_str);
        day.and_then(|it| it.parse::<Day>().ok()).map(|it| lang.day(it))
    };
    (event.name == "reports.exported")
        .then(|| Some(Words::of(lang).told_exported(day("from")?, day("to")?)))?
}
