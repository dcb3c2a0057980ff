//! Somebody answers what was asked about their fact.

use frame::{Error, Event, Result, Tx};
use kernel::FactId;
use kernel::access::{Act, Area};
use kernel::evidence::ReviewState;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};

use crate::fact;
use crate::rules::EvidenceRefused;

/// Answers; the fact waits for the reviewer again.
pub async fn answer(tx: &Tx, id: FactId, text: &str) -> Result<fact::Model> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Attendance, person).await?;

    let text = frame::text::paragraphs(text).ok_or(Error::refused(EvidenceRefused::NoAnswer))?;
    let facts = tx.whole_company::<fact::Entity>();
    let mine = facts.filter(fact::Column::Id.eq(id)).filter(fact::Column::OwnerId.eq(person));
    let fact = mine.one(&**tx).await?.ok_or(Error::NotFound)?;
    if fact.review != ReviewState::Asked {
        return Err(Error::refused(EvidenceRefused::NotAsked));
    }

    let mut row = fact.into_active_model();
    row.answer = Set(Some(text.clone()));
    row.review = Set(ReviewState::Pending);
    let fact = tx.update(row).await?;
    let mut event = Event::of("evidence.answered", "fact", id).owner(person).with("text", text);
    if let Some(account) = fact.account_id {
        event = event.about(account);
    }
    tx.record(event);
    Ok(fact)
}
