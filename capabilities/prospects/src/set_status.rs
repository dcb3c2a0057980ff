//! A prospect comes a step further, is let go for a reason, or is taken up again.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::choice::{self, List};
use crate::prospect::{self, Model, ProspectId, ProspectOut, ProspectStatus, about, claim};
use crate::rules::{LONGEST_LINE, ProspectRefused};
use crate::show_prospect::prospect_page;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/{prospect}/status", post(submit))
        .route("/prospects/{prospect}/disqualify", get(show).post(let_go))
        .routes(routes!(change))
}

/// How far a prospect has come, and what was heard on the way.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProspectStatusIn)]
pub struct Status {
    /// `new`, `contacted`, `qualified` or `disqualified`; converting is an act of its own.
    pub status: ProspectStatus,
    /// Why it is let go: a code of the company's list.
    #[serde(default)]
    pub reason: Option<String>,
    /// What was said: with the reason, or of the talk.
    #[serde(default)]
    pub note: Option<String>,
    /// The version that was seen.
    #[serde(default)]
    pub version: Option<i64>,
}

/// Says how far a prospect has come. One that is let go says why; whatever else follows takes it up
/// again.
pub async fn set_status(tx: &Tx, id: ProspectId, new: &Status) -> Result<Model> {
    let before = prospect::get_to(tx, Act::Edit, id).await?;
    if before.status == ProspectStatus::Converted {
        return Err(Error::refused(ProspectRefused::Converted));
    }
    let choices = choice::all(tx).await?;
    let note = new.note.as_deref().and_then(text::line);
    if note.as_ref().is_some_and(|it| LONGEST_LINE < it.chars().count()) {
        return Err(Error::refused(ProspectRefused::TooLong("note")));
    }
    let reason = match new.status {
        ProspectStatus::Converted => return Err(Error::refused(ProspectRefused::NoStatus)),
        ProspectStatus::Disqualified => {
            Some(choices.reason(new.reason.as_deref().unwrap_or_default())?)
        }
        _ => None,
    };
    let same = before.status == new.status && reason.map(|it| &it.code) == before.reason.as_ref();
    if same && note.is_none() {
        return Ok(before);
    }

    let version = claim(tx, &before, new.version).await?;
    let mut row = before.clone().into_active_model();
    row.status = Set(new.status);
    row.reason = Set(reason.map(|it| it.code.clone()));
    row.reason_note = Set(note.clone().filter(|_| reason.is_some()));
    row.updated_at = Set(tx.now);
    row.version = Set(version);
    let after = tx.update(row).await?;

    let event = about(&after, "prospects.moved")
        .with("status", after.status.word())
        .change("status", before.status.word(), after.status.word())
        .why(note.as_deref());
    tx.record(match reason {
        Some(it) => event.with("reason", json!({ "id": it.label_id, "en": it.label_en })),
        None => event,
    });
    Ok(after)
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StatusForm {
    status: String,
    reason: String,
    note: String,
    version: Option<i64>,
}

impl StatusForm {
    fn read(&self) -> Result<Status> {
        let no_status = || Error::refused(ProspectRefused::NoStatus);
        Ok(Status {
            status: ProspectStatus::from_word(&self.status).ok_or_else(no_status)?,
            reason: Some(self.reason.clone()),
            note: Some(self.note.clone()),
            version: self.version,
        })
    }
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Form(form): Form<StatusForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let set = match form.read() {
        Ok(new) => set_status(&tx, id, &new).await,
        Err(error) => Err(error),
    };
    match set {
        Ok(after) => {
            let w = Words::of(tx.lang());
            let said = w.status_is_now(&after.name, w.status(after.status));
            tx.commit().await?;
            page::redirect_saying(&format!("/prospects/{id}"), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            prospect_page(&tx, id, form.note, faults).await
        }
    }
}

#[derive(Template)]
#[template(path = "disqualify.html")]
struct LetGoPage {
    shell: Shell,
    w: Words,
    prospect: Model,
    form: StatusForm,
    reasons: Vec<(String, String)>,
    faults: Faults,
}

async fn show(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let prospect = prospect::get_open(&ctx, id).await?;
    let form = StatusForm { version: Some(prospect.version), ..StatusForm::default() };
    let_go_page(&ctx, prospect, form, Faults::default()).await
}

async fn let_go(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Form(form): Form<StatusForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let new = Status {
        status: ProspectStatus::Disqualified,
        reason: Some(form.reason.clone()),
        note: Some(form.note.clone()),
        version: form.version,
    };
    match set_status(&tx, id, &new).await {
        Ok(prospect) => {
            let said = Words::of(tx.lang()).prospect_let_go(&prospect.name);
            tx.commit().await?;
            page::redirect_saying(&format!("/prospects/{id}"), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let prospect = prospect::get_to(&tx, Act::Edit, id).await?;
            let form = StatusForm { version: Some(prospect.version), ..form };
            let_go_page(&tx, prospect, form, faults).await
        }
    }
}

async fn let_go_page(
    ctx: &Ctx,
    prospect: Model,
    form: StatusForm,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let choices = choice::all(ctx).await?;
    let reasons = choices.offered(List::Reason);
    let page = LetGoPage {
        shell: ctx.shell("prospects"),
        w: Words::of(ctx.lang()),
        reasons: reasons.map(|it| (it.code.clone(), it.label(ctx.lang()).to_owned())).collect(),
        prospect,
        form,
        faults,
    };
    page::render_as(status, &page)
}

// In the API.

/// Say how far a prospect has come
#[utoipa::path(
    post,
    path = "/api/v1/prospects/{prospect}/status",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses(
        (status = 200, body = ProspectOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Json(new): Json<Status>,
) -> Result<Json<ProspectOut>> {
    let tx = ctx.begin().await?;
    let after = set_status(&tx, id, &new).await?;
    tx.commit().await?;
    Ok(Json(after.into()))
}
