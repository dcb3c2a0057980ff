//! A company settles why a visit may not be made.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

use crate::labels::{Labels, free_code, labels};
use crate::skip_reason::{self, ActiveModel, Model};

/// Adds a reason behind the others.
pub async fn add_reason(tx: &Tx, new: &Labels) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels(new)?;
    let known = skip_reason::all(tx).await?;
    let code = free_code(&label_en, known.iter().map(|it| it.code.as_str()));
    let position = known.iter().map(|it| it.position).max().unwrap_or(0) + 1;
    let reason = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            code: Set(code),
            label_id: Set(label_id),
            label_en: Set(label_en),
            position: Set(position),
            hidden_at: Set(None),
        })
        .await?;
    tx.record(event(tx, &reason));
    Ok(reason)
}

/// Changes a reason; one that is hidden is offered no more.
pub async fn change_reason(tx: &Tx, code: &str, new: &Labels, hidden: bool) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels(new)?;
    let known = skip_reason::all(tx).await?;
    let before = known.into_iter().find(|it| it.code == code).ok_or(Error::NotFound)?;
    let was = before.clone();
    let hidden_at = hidden.then(|| before.hidden_at.unwrap_or(tx.now));

    let mut row = before.into_active_model();
    row.label_id = Set(label_id);
    row.label_en = Set(label_en);
    row.hidden_at = Set(hidden_at);
    let reason = tx.update(row).await?;
    tx.record(
        event(tx, &reason)
            .change("label_id", was.label_id, reason.label_id.clone())
            .change("label_en", was.label_en, reason.label_en.clone())
            .change("hidden", was.hidden_at.is_some(), reason.hidden_at.is_some()),
    );
    Ok(reason)
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, reason: &Model) -> Event {
    Event::of("visits.reason_kept", "company", tx.actor.company)
        .with("code", reason.code.clone())
        .with("label_id", reason.label_id.clone())
        .with("label_en", reason.label_en.clone())
}
