//! What happened to the people at a client, told.

use serde_json::Value;

use crate::take_off_contact::TAKEN_OFF;
use crate::words::Words;

/// An event of a contact in words.
pub fn tell(name: &str, says: &Value, w: Words) -> Option<String> {
    let text = |key: &str| says[key].as_str().unwrap_or_default().to_owned();
    let whom = text("name");
    Some(match name {
        "accounts.contact_added" => w.told_contact_added(whom),
        "accounts.contact_changed" => w.told_contact_changed(whom),
        "accounts.contact_left" => w.told_contact_left(whom),
        "accounts.contact_returned" => w.told_contact_returned(whom),
        "accounts.contact_hidden" => w.told_contact_hidden(whom),
        "accounts.contact_restored" => w.told_contact_restored(whom),
        TAKEN_OFF => w.told_contact_taken_off(whom),
        "accounts.contact_put_back" => w.told_contact_put_back(whom),
        "accounts.contact_merged" => w.told_contact_merged(text("other"), whom),
        "accounts.contact_merge_undone" => w.told_contact_merge_undone(text("other"), whom),
        "accounts.contact_duplicate_dismissed" => w.told_contacts_two(whom, text("other")),
        "accounts.contact_duplicate_reopened" => w.told_contacts_asked_again(whom, text("other")),
        _ => return None,
    })
}
