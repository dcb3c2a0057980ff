//! What somebody does on the way: a note, a call, a step that is done.

use accounts::{AccountId, ContactId, get_standing};
use activities::{NoteId, write_note};
use evidence::{About, FactKind, Incoming, Receipt, keep};
use frame::{Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::labels;
use serde::{Deserialize, Serialize};
use tasks::{TaskId, finish_task};

use crate::rules::VisitId;

labels! {
    /// How somebody got in touch.
    pub enum Channel {
        Call = "call",
        /// A chat was opened; whether anything was sent, nobody here knows.
        WhatsApp = "whatsapp",
        Navigate = "navigate",
    }
}

/// A note about a client.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NoteTaken {
    pub account_id: AccountId,
    pub visit_id: Option<VisitId>,
    pub text: String,
}

/// Somebody got in touch with a client.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContactLog {
    pub account_id: AccountId,
    pub contact_id: Option<ContactId>,
    pub channel: Channel,
}

/// A step that is done.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TaskDone {
    pub task_id: TaskId,
}

/// Keeps a note.
pub async fn log_note(tx: &Tx, incoming: Incoming, said: NoteTaken) -> Result<Receipt> {
    let visit = said.visit_id.map(Into::into);
    let id = NoteId(incoming.id.0);
    let note = write_note(tx, Some(id), said.account_id, visit, &said.text).await?;
    let about = About { account: Some(note.account_id.into()), visit, site: None };
    Ok(keep(tx, Incoming { kind: FactKind::Note, ..incoming }, about).await?.receipt)
}

/// Keeps that somebody called, wrote or set out.
pub async fn log_contact(tx: &Tx, incoming: Incoming, said: ContactLog) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Visits, person).await?;

    let account = get_standing(tx, said.account_id).await?;
    let about = About { account: Some(account.id.into()), visit: None, site: None };
    let kept = keep(tx, Incoming { kind: FactKind::ContactLog, ..incoming }, about).await?;
    if said.channel != Channel::Navigate {
        tx.record(
            Event::of("visits.contacted", "account", account.id)
                .owner(person)
                .about(account.id)
                .with("channel", said.channel.word()),
        );
    }
    Ok(kept.receipt)
}

/// Keeps that a step is done.
pub async fn log_task_done(tx: &Tx, incoming: Incoming, said: TaskDone) -> Result<Receipt> {
    let task = finish_task(tx, said.task_id).await?;
    let about = About { account: task.account_id.map(Into::into), visit: None, site: None };
    Ok(keep(tx, Incoming { kind: FactKind::TaskDone, ..incoming }, about).await?.receipt)
}
