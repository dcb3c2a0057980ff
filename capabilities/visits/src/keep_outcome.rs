//! A company settles how visits may end.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

use crate::labels::{Labels, free_code, labels};
use crate::outcome::{self, ActiveModel, Model};

/// An outcome, as it is settled. One that is hidden is offered no more; visits keep it.
#[derive(Clone, Debug)]
pub struct OutcomeFields {
    pub labels: Labels,
    pub effective: bool,
    pub asks_note: bool,
    pub hidden: bool,
}

/// Adds an outcome behind the others.
pub async fn add_outcome(tx: &Tx, new: OutcomeFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels(&new.labels)?;
    let known = outcome::all(tx).await?;
    let code = free_code(&label_en, known.iter().map(|it| it.code.as_str()));
    let position = known.iter().map(|it| it.position).max().unwrap_or(0) + 1;
    let outcome = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            code: Set(code),
            label_id: Set(label_id),
            label_en: Set(label_en),
            effective: Set(new.effective),
            asks_note: Set(new.asks_note),
            position: Set(position),
            hidden_at: Set(None),
        })
        .await?;
    tx.record(event(tx, &outcome));
    Ok(outcome)
}

/// Changes an outcome; what visits have said before stays said.
pub async fn change_outcome(tx: &Tx, code: &str, new: OutcomeFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels(&new.labels)?;
    let known = outcome::all(tx).await?;
    let before = known.into_iter().find(|it| it.code == code).ok_or(Error::NotFound)?;
    let was = before.clone();
    let hidden_at = new.hidden.then(|| before.hidden_at.unwrap_or(tx.now));

    let mut row = before.into_active_model();
    row.label_id = Set(label_id);
    row.label_en = Set(label_en);
    row.effective = Set(new.effective);
    row.asks_note = Set(new.asks_note);
    row.hidden_at = Set(hidden_at);
    let outcome = tx.update(row).await?;
    tx.record(
        event(tx, &outcome)
            .change("label_id", was.label_id, outcome.label_id.clone())
            .change("label_en", was.label_en, outcome.label_en.clone())
            .change("effective", was.effective, outcome.effective)
            .change("asks_note", was.asks_note, outcome.asks_note)
            .change("hidden", was.hidden_at.is_some(), outcome.hidden_at.is_some()),
    );
    Ok(outcome)
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, outcome: &Model) -> Event {
    Event::of("visits.outcome_kept", "company", tx.actor.company)
        .with("code", outcome.code.clone())
        .with("label_id", outcome.label_id.clone())
        .with("label_en", outcome.label_en.clone())
}
