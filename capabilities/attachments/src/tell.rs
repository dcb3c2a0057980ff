//! Everything that this capability records, told.

use frame::stream::{self, Sees, Teller};
use kernel::Lang;

use crate::words::Words;

/// How what happens to files is told; of a deal's, to whoever sees the deal.
pub const TELLER: Teller =
    Teller { prefix: "attachments.", tell, sees: Sees::Asked(pipeline::sees) };

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let name = says["name"].as_str().unwrap_or_default();
    Some(match event.name.as_str() {
        "attachments.added" => w.told_added(name),
        "attachments.changed" => match says["changes"]["name"]["before"].as_str() {
            Some(before) => w.told_renamed(before, name),
            None => w.told_changed(name),
        },
        "attachments.hidden" => w.told_hidden(name),
        "attachments.restored" => w.told_restored(name),
        _ => return None,
    })
}
