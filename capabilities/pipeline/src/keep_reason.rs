//! A company settles why its deals may be lost.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;

use crate::labels::Labels;
use crate::lost_reason::{self, ActiveModel, Model};
use crate::rules::PipelineRefused;
use crate::rules::naming::free_code;

/// A reason, as it is settled. One that is hidden is offered no more; deals keep it.
#[derive(Clone, Debug, Default)]
pub struct ReasonFields {
    pub labels: Labels,
    pub asks_note: bool,
    pub hidden: bool,
}

/// Adds a reason behind the others.
pub async fn add_reason(tx: &Tx, new: ReasonFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = new.labels.read()?;
    let known = lost_reason::all(tx).await?;
    let reason = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            code: Set(free_code(&label_en, known.iter().map(|it| it.code.as_str()))),
            label_id: Set(label_id),
            label_en: Set(label_en),
            asks_note: Set(new.asks_note),
            position: Set(known.iter().map(|it| it.position).max().unwrap_or(0) + 1),
            hidden_at: Set(None),
        })
        .await?;
    tx.record(event(tx, &reason));
    Ok(reason)
}

/// Changes a reason; what deals were lost for before stays said. One is always offered.
pub async fn change_reason(tx: &Tx, code: &str, new: ReasonFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = new.labels.read()?;
    let known = lost_reason::all(tx).await?;
    let others = known.iter().any(|it| it.code != code && it.hidden_at.is_none());
    let before = known.into_iter().find(|it| it.code == code).ok_or(Error::NotFound)?;
    if new.hidden && !others {
        return Err(Error::refused(PipelineRefused::LastOfKind));
    }

    let mut row = before.clone().into_active_model();
    row.label_id = Set(label_id);
    row.label_en = Set(label_en);
    row.asks_note = Set(new.asks_note);
    row.hidden_at = Set(new.hidden.then(|| before.hidden_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;
    tx.record(
        event(tx, &after)
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("asks_note", before.asks_note, after.asks_note)
            .change("hidden", before.hidden_at.is_some(), after.hidden_at.is_some()),
    );
    Ok(after)
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, reason: &Model) -> Event {
    Event::of("pipeline.reason_kept", "company", tx.actor.company)
        .with("code", reason.code.clone())
        .with("label", json!({ "id": reason.label_id, "en": reason.label_en }))
}
