//! A company settles when its clients may pay.

use frame::{Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use sea_orm::IntoActiveModel;
use sea_orm::sea_query::Expr;
use serde_json::json;

use crate::fields::Faults;
use crate::payment_term::{self, ActiveModel, Column, Entity, Model, TermKind};
use crate::rules::client_refused::{ClientRefused, MOST_TERMS};
use crate::rules::naming::{free_code, labelled};
use crate::rules::terms::MOST_DAYS;

/// A term, as it is settled. One that is hidden is offered no more; clients keep it.
#[derive(Clone, Debug)]
pub struct TermFields {
    pub label_id: String,
    /// The Indonesian name serves where there is none.
    pub label_en: String,
    pub kind: TermKind,
    pub days: i32,
    pub usual: bool,
    pub hidden: bool,
}

impl TermFields {
    fn checked(self) -> Result<Self> {
        let mut faults = Faults::default();
        let days = if self.kind.counts_days() { self.days } else { 0 };
        faults.unless((0..=MOST_DAYS).contains(&days), ClientRefused::NoDays);
        let labels = labelled(&self.label_id, &self.label_en);
        faults.unless(labels.is_some(), ClientRefused::NoLabel);
        faults.none()?;
        let (label_id, label_en) = labels.unwrap_or_default();
        Ok(Self { label_id, label_en, days, ..self })
    }
}

/// Adds a term behind the others.
pub async fn add_term(tx: &Tx, new: TermFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let new = new.checked()?;
    let known = payment_term::all(tx).await?;
    if MOST_TERMS <= known.len() {
        return Err(Error::refused(ClientRefused::TooManyTerms));
    }

    if new.usual {
        usual_no_more(tx).await?;
    }
    let term = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            code: Set(free_code(&new.label_en, known.iter().map(|it| it.code.as_str()))),
            label_id: Set(new.label_id),
            label_en: Set(new.label_en),
            kind: Set(new.kind),
            days: Set(new.days),
            usual: Set(new.usual),
            position: Set(known.iter().map(|it| it.position).max().unwrap_or(0) + 1),
            hidden_at: Set(None),
        })
        .await?;
    tx.record(event(tx, &term));
    Ok(term)
}

/// Changes a term for every client that has it. One is always the usual one, and on offer.
pub async fn change_term(tx: &Tx, code: &str, new: TermFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let new = new.checked()?;
    let known = payment_term::all(tx).await?;
    let before = known.into_iter().find(|it| it.code == code).ok_or(Error::NotFound)?;
    if new.hidden && (before.usual || new.usual) {
        return Err(Error::refused(ClientRefused::UsualTerm));
    }

    if new.usual && !before.usual {
        usual_no_more(tx).await?;
    }
    let mut row = before.clone().into_active_model();
    row.label_id = Set(new.label_id);
    row.label_en = Set(new.label_en);
    row.kind = Set(new.kind);
    row.days = Set(new.days);
    // Another becomes the usual one; none is simply not.
    row.usual = Set(before.usual || new.usual);
    row.hidden_at = Set(new.hidden.then(|| before.hidden_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;
    tx.record(
        event(tx, &after)
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("kind", before.kind.word(), after.kind.word())
            .change("days", before.days, after.days)
            .change("usual", before.usual, after.usual)
            .change("hidden", before.hidden_at.is_some(), after.hidden_at.is_some()),
    );
    Ok(after)
}

async fn usual_no_more(tx: &Tx) -> Result<()> {
    let no = vec![(Column::Usual, Expr::value(false))];
    tx.update_where::<Entity, _>(Column::CompanyId, Column::Usual.eq(true), no).await?;
    Ok(())
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, term: &Model) -> Event {
    Event::of("accounts.term_kept", "company", tx.actor.company)
        .with("code", text::key(&term.code))
        .with("label", json!({ "id": term.label_id, "en": term.label_en }))
}
