//! A company settles where its prospects come from, and why one is let go.

use accounts::rules::naming::{free_code, labelled};
use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;

use crate::choice::{self, ActiveModel, List, Model};
use crate::rules::ProspectRefused;

/// Adds an entry behind the others of its list.
pub async fn add_choice(tx: &Tx, list: List, id: &str, en: &str) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels(id, en)?;
    let known = choice::all(tx).await?;
    let entry = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            list: Set(list),
            code: Set(free_code(&label_en, known.of(list).map(|it| it.code.as_str()))),
            label_id: Set(label_id),
            label_en: Set(label_en),
            position: Set(known.of(list).map(|it| it.position).max().unwrap_or(0) + 1),
            hidden_at: Set(None),
        })
        .await?;
    tx.record(event(tx, &entry));
    Ok(entry)
}

/// Changes an entry; what names it stays said. One of each list is always offered.
pub async fn change_choice(
    tx: &Tx,
    list: List,
    code: &str,
    (id, en): (&str, &str),
    hidden: bool,
) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels(id, en)?;
    let known = choice::all(tx).await?;
    let before = known.of(list).find(|it| it.code == code).cloned().ok_or(Error::NotFound)?;
    if hidden && !known.offered(list).any(|it| it.code != code) {
        return Err(Error::refused(ProspectRefused::LastOfList));
    }

    let mut row = before.clone().into_active_model();
    row.label_id = Set(label_id);
    row.label_en = Set(label_en);
    row.hidden_at = Set(hidden.then(|| before.hidden_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;
    tx.record(
        event(tx, &after)
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("hidden", before.hidden_at.is_some(), after.hidden_at.is_some()),
    );
    Ok(after)
}

fn labels(id: &str, en: &str) -> Result<(String, String)> {
    labelled(id, en).ok_or_else(|| Error::refused(ProspectRefused::NoLabel("label_id")))
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, entry: &Model) -> Event {
    Event::of("prospects.choice_kept", "company", tx.actor.company)
        .with("list", entry.list.word())
        .with("code", entry.code.clone())
        .with("label", json!({ "id": entry.label_id, "en": entry.label_en }))
}
