//! Somebody keeps what they heard at a client.

use frame::search::Texts;
use frame::{Error, Event, Result, Tx, search, text};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::account::AccountId;
use crate::merge::get_standing;
use crate::note::{self, Model, NoteId};
use crate::rules::{AccountRefused, LONGEST_TEXT};

/// Writes a note about an account that the actor may see. The id was made where it was written,
/// or is made here; the visit is the one during which it was written.
pub async fn write_note(
    tx: &Tx,
    id: Option<NoteId>,
    account: AccountId,
    visit: Option<Uuid>,
    typed: &str,
) -> Result<Model> {
    let author = tx.actor.person;
    tx.permit(Act::Create, Area::Accounts, author).await?;

    let account = get_standing(tx, account).await?;
    let text = text::paragraphs(typed).ok_or(Error::refused(AccountRefused::NoText))?;
    if LONGEST_TEXT < text.chars().count() {
        return Err(Error::refused(AccountRefused::TooLong("text")));
    }

    let note = tx
        .insert(note::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id.unwrap_or_else(|| tx.id())),
            owner_id: Set(author),
            account_id: Set(account.id),
            visit_id: Set(visit),
            text: Set(text),
            at: Set(tx.now),
        })
        .await?;
    search::keep(tx, "note", note.id.0, &Texts::default().word(note.text.as_str())).await?;
    // The text stays where it can be erased; the stream is for ever.
    tx.record(
        Event::of("accounts.noted", "note", note.id).owner(account.owner_id).about(account.id),
    );
    Ok(note)
}
