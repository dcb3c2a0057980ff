//! A company settles where its prospects come from, and why one is let go.

use accounts::rules::naming::{free_code, labelled};
use axum::response::Response;
use axum::routing::post;
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;

use crate::choice::{self, ActiveModel, List, Model};
use crate::rules::ProspectRefused;
use crate::settings::settings_page;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/prospects/choices", post(submit_new))
        .route("/settings/prospects/choices/change", post(submit))
}

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
    labelled(id, en).ok_or_else(|| {
        // The Indonesian name is enough alone: if it is, the English one is at fault.
        let at_fault = if labelled(id, "").is_some() { "label_en" } else { "label_id" };
        Error::refused(ProspectRefused::NoLabel(at_fault))
    })
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, entry: &Model) -> Event {
    Event::of("prospects.choice_kept", "company", tx.actor.company)
        .with("list", entry.list.word())
        .with("code", entry.code.clone())
        .with("label", json!({ "id": entry.label_id, "en": entry.label_en }))
}

// In the browser.

/// An entry, as a form posts it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ChoiceForm {
    pub list: String,
    /// Empty as long as it is not there.
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    pub hidden: Option<String>,
}

impl ChoiceForm {
    pub fn of(it: &Model) -> Self {
        Self {
            list: it.list.word().to_owned(),
            code: it.code.clone(),
            label_id: it.label_id.clone(),
            label_en: it.label_en.clone(),
            hidden: it.hidden_at.map(|_| "on".to_owned()),
        }
    }

    /// In which an entry of this list is added.
    pub fn new(list: List) -> Self {
        Self { list: list.word().to_owned(), ..Self::default() }
    }

    /// Whether both are forms of the same entry, whatever stands in them.
    pub fn is_same(&self, other: &Self) -> bool {
        self.list == other.list && self.code == other.code
    }

    fn list(&self) -> Result<List> {
        List::from_word(&self.list)
            .ok_or_else(|| Error::Malformed(format!("`{}` is no list", self.list)))
    }
}

async fn submit_new(ctx: Ctx, Form(form): Form<ChoiceForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let form = ChoiceForm { code: String::new(), ..form };
    let kept = add_choice(&tx, form.list()?, &form.label_id, &form.label_en).await;
    answer(tx, form, kept).await
}

async fn submit(ctx: Ctx, Form(form): Form<ChoiceForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let labels = (form.label_id.as_str(), form.label_en.as_str());
    let hidden = form.hidden.is_some();
    let kept = change_choice(&tx, form.list()?, &form.code, labels, hidden).await;
    answer(tx, form, kept).await
}

async fn answer(tx: Tx, form: ChoiceForm, kept: Result<Model>) -> Result<Response> {
    match kept {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/prospects", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, Some((form, faults))).await
        }
    }
}
