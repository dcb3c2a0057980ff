//! What this capability records, told. Its events are named as events of accounts, on whose
//! timelines they stand.

use frame::stream::{self, Sees, Teller};
use kernel::Lang;

use crate::words::Words;

/// How what happened with a client is told.
pub const TELLER: Teller = Teller { prefix: "accounts.", tell, sees: Sees::WithTheRecord };

fn tell(event: &stream::Model, lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    let says = event.says();
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    Some(match event.name.as_str() {
        "accounts.noted" => w.told_noted().to_owned(),
        "accounts.called" => w.kind_call().to_owned(),
        "accounts.video_called" => w.kind_video().to_owned(),
        "accounts.messaged" => w.kind_message().to_owned(),
        "accounts.emailed" => w.kind_email().to_owned(),
        "accounts.met" => w.kind_meeting().to_owned(),
        "accounts.note_hidden" => w.note_hidden().to_owned(),
        "accounts.mentioned" => w.told_mentioned(text("who"), text("account")),
        "accounts.note_restored" => w.note_restored().to_owned(),
        _ => return None,
    })
}
