//! What the form of a client was made from, and what others changed of it since.

use frame::{Ctx, Result, Tx, stream};
use kernel::Lang;
use kernel::access::Act;
use serde_json::Value;

use crate::account::{self, AccountId, Model};
use crate::account_form::AccountForm;
use crate::as_seen::{Changed, Seen, hold, refuse_changed};
use crate::custom_field::{self, FieldRecord, Model as Field};
use crate::custom_value::{self, Of};
use crate::tell::value;
use crate::words::Words;

/// What of a client others may have changed by its form is told by these events.
const CHANGES: &[&str] = &[
    "accounts.changed",
    "accounts.tagged",
    "accounts.value_set",
    "accounts.merged",
    "accounts.merge_undone",
    "importing.account_changed",
];

/// What the form says of an account that was loaded in reach.
pub async fn seen(ctx: &Ctx, account: &Model) -> Result<Seen> {
    // Whose it is changes on a page of its own; a currency without an amount says nothing.
    let without = &["owner_id", "currency", "anyway", "was"];
    let mut seen = Seen::of(&AccountForm::of(ctx, account).await?, without)?;
    add_custom(ctx, &mut seen, Of::Account(account.id)).await?;
    Ok(seen)
}

/// Adds what the company's own fields hold that the reader sees.
pub async fn add_custom(ctx: &Ctx, seen: &mut Seen, of: Of) -> Result<()> {
    let values = custom_value::of(ctx, of).await?;
    for field in custom_field::seen(ctx, of.record()).await? {
        let value = values.get(&field.id).map(|it| it.value.clone()).unwrap_or_default();
        seen.0.insert(format!("custom.{}", field.code), value);
    }
    Ok(())
}

/// Holds the account until the commit; refused if it is not what the form was made from.
pub async fn as_seen(tx: &Tx, id: AccountId, carried: &str) -> Result<()> {
    hold::<account::Entity>(tx, id, account::Column::UpdatedAt).await?;
    let account = account::get_to(tx, Act::Edit, id).await?;
    let changes = seen(tx, &account).await?.changed_since(carried)?;
    let fields = custom_field::seen(tx, FieldRecord::Account).await?;
    let told: Vec<String> = changes.iter().filter_map(|it| told(it, &fields, tx.lang())).collect();
    refuse_changed(tx, &told, id, is_change).await
}

/// Whether an event tells a change of what the form holds.
pub fn is_change(event: &stream::Model) -> bool {
    CHANGES.contains(&event.name.as_str())
}

fn told(changed: &Changed, fields: &[Field], lang: Lang) -> Option<String> {
    let w = Words::of(lang);
    if let Some(told) = told_custom(changed, fields, lang) {
        return Some(told);
    }
    let input = changed.input.as_str();
    let label = w.field_label(if input == "parent_id" { "parent" } else { input })?;
    Some(changed.told(lang, label, |it| value(input, &Value::from(it), w)))
}

/// A change of one of the company's own fields, in words.
pub fn told_custom(changed: &Changed, fields: &[Field], lang: Lang) -> Option<String> {
    let code = changed.input.strip_prefix("custom.")?;
    let field = fields.iter().find(|it| it.code == code)?;
    Some(changed.told(lang, field.label(lang), |it| field.shown(it, lang)))
}
