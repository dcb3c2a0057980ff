//! What the form of somebody at a client was made from, and what others changed of it since.

use frame::{Result, Tx, stream};
use kernel::Lang;

use crate::account::{self, AccountId};
use crate::account_seen::told_custom;
use crate::as_seen::{Changed, Seen, hold, refuse_changed};
use crate::contact::{self, ContactId};
use crate::custom_field::{self, FieldRecord, Model as Field};
use crate::rules::reaching::{Channel, Consent};
use crate::words::Words;

/// Holds a contact and the client at which they are changed until the commit.
pub async fn hold_contact(tx: &Tx, account: AccountId, contact: ContactId) -> Result<()> {
    hold::<account::Entity>(tx, account, account::Column::UpdatedAt).await?;
    hold::<contact::Entity>(tx, contact, contact::Column::UpdatedAt).await
}

/// Refused if they are not what the form was made from. What happens to them is told of the client.
pub async fn as_seen(tx: &Tx, account: AccountId, seen: &Seen, carried: &str) -> Result<()> {
    let changes = seen.changed_since(carried)?;
    let fields = custom_field::seen(tx, FieldRecord::Contact).await?;
    let told: Vec<String> = changes.iter().filter_map(|it| told(it, &fields, tx.lang())).collect();
    let name = seen.0.get("name").cloned().unwrap_or_default();
    refuse_changed(tx, &told, account, |it| is_change(it, &name)).await
}

/// Whether an event tells a change of somebody of this name.
pub fn is_change(event: &stream::Model, name: &str) -> bool {
    match event.name.as_str() {
        "accounts.contact_changed"
        | "accounts.contact_left"
        | "accounts.contact_returned"
        | "accounts.contact_merged"
        | "accounts.contact_merge_undone" => event.says()["name"] == name,
        "accounts.value_set" => true,
        _ => false,
    }
}

fn told(changed: &Changed, fields: &[Field], lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    if let Some(told) = told_custom(changed, fields, lang) {
        return Some(told);
    }
    let label = match changed.input.as_str() {
        "name" => w.person_name(),
        "role" => w.role_label(),
        "phone" => w.phone_label(),
        "whatsapp" => "WhatsApp",
        "email" => w.email_label(),
        "channel" => w.channel_label(),
        "birthday" => w.birthday_label(),
        "consent" => w.consent_title(),
        "consent_on" => w.consent_on_label(),
        "consent_note" => w.consent_note_label(),
        "left_on" => w.left_label(),
        _ => return None,
    };
    let value = |it: &str| match changed.input.as_str() {
        "channel" => Channel::from_word(it).map(|it| w.channel(it.word())),
        "consent" => Consent::from_word(it).map(|it| w.consent(it.word())),
        _ => None,
    };
    Some(changed.told(lang, label, |it| value(it).unwrap_or_else(|| it.to_owned())))
}
