//! A manager looks at flagged facts, several at once: accept, ask about, or reject.

use frame::{Error, Event, Result, Tx};
use kernel::FactId;
use kernel::access::{Act, Area};
use kernel::evidence::ReviewState;
use kernel::labels;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};

use crate::fact;
use crate::rules::{EvidenceRefused, open_to_review};

labels! {
    /// What a reviewer decides.
    pub enum Verdict {
        Accept = "accept",
        Ask = "ask",
        Reject = "reject",
    }
}

/// Decides about facts, all of them or none. A question or a rejection needs words.
///
/// What the decision means for days and visits is computed by whoever keeps those: they are told
/// whose facts were touched.
pub async fn review(
    tx: &Tx,
    facts: &[FactId],
    verdict: Verdict,
    text: Option<&str>,
) -> Result<Vec<fact::Model>> {
    if facts.is_empty() {
        return Err(Error::refused(EvidenceRefused::NothingChosen));
    }
    let text = text.and_then(frame::text::paragraphs);
    let state = match (verdict, &text) {
        (Verdict::Accept, _) => ReviewState::Accepted,
        (Verdict::Ask, Some(_)) => ReviewState::Asked,
        (Verdict::Reject, Some(_)) => ReviewState::Rejected,
        (Verdict::Ask, None) => return Err(Error::refused(EvidenceRefused::NoQuestion)),
        (Verdict::Reject, None) => return Err(Error::refused(EvidenceRefused::NoReason)),
    };

    let mut reviewed = Vec::with_capacity(facts.len());
    for &id in facts {
        let seen = tx.find::<fact::Entity>().filter(fact::Column::Id.eq(id)).one(&**tx).await?;
        let fact = seen.ok_or(Error::NotFound)?;
        tx.permit(Act::Review, Area::Attendance, fact.owner_id).await?;
        if fact.owner_id == tx.actor.person {
            return Err(Error::refused(EvidenceRefused::Own));
        }
        if !open_to_review(fact.review) {
            return Err(Error::refused(EvidenceRefused::MovedOn));
        }
        reviewed.push(decide(tx, fact, state, text.clone()).await?);
    }
    Ok(reviewed)
}

async fn decide(
    tx: &Tx,
    fact: fact::Model,
    state: ReviewState,
    text: Option<String>,
) -> Result<fact::Model> {
    let before = fact.review;
    let mut row = fact.into_active_model();
    row.review = Set(state);
    row.reviewer_id = Set(tx.actor.somebody());
    row.reviewed_at = Set(Some(tx.now));
    if text.is_some() {
        row.question = Set(text.clone());
    }
    let fact = tx.update(row).await?;
    let mut event = Event::of("evidence.reviewed", "fact", fact.id)
        .owner(fact.owner_id)
        .change("review", before.word(), state.word())
        .why(text.as_deref());
    if let Some(account) = fact.account_id {
        event = event.about(account);
    }
    tx.record(event);
    Ok(fact)
}
