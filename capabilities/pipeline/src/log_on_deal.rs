//! Somebody keeps what happened about a deal: a call, a message, a meeting, a note.

use activities::{ActivityOut, Logged, NewActivity, NoteKind, log_activity};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::add_deal_task::client_of;
use crate::deal_work::Typed;
use crate::opportunity::{self, OpportunityId};
use crate::rules::PipelineRefused;
use crate::show_opportunity::deal_page;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities/{opportunity}/activities", post(submit))
        .routes(routes!(create))
}

/// Keeps what happened about a deal that the actor sees, at its client.
pub async fn log_on_deal(tx: &Tx, id: OpportunityId, new: NewActivity) -> Result<Logged> {
    let deal = opportunity::get(tx, id).await?;
    let account = client_of(tx, &deal).await?;
    let account = account.ok_or(Error::refused(PipelineRefused::NoClientToLogAt))?;
    log_activity(tx, NewActivity { account: Some(account), opportunity: Some(id.0), ..new }).await
}

// In the browser.

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LogForm {
    kind: String,
    text: String,
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Form(form): Form<LogForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kind = NoteKind::from_word(&form.kind).unwrap_or_default();
    let new = NewActivity { kind, text: form.text.clone(), ..NewActivity::default() };
    match log_on_deal(&tx, id, new).await {
        Ok(logged) => {
            let said = Words::of(tx.lang()).deal_logged();
            tx.commit().await?;
            let undo = format!("/notes/{}/hide", logged.note.id);
            page::redirect_undoable(&format!("/opportunities/{id}"), said, &undo)
        }
        Err(error) => {
            let log_faults = Faults::of(error, tx.lang())?;
            let LogForm { kind, text } = form;
            deal_page(&tx, id, "", Typed { kind, text, log_faults, ..Typed::default() }).await
        }
    }
}

// In the API.

/// Something that happened about a deal.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct DealActivityIn {
    kind: NoteKind,
    /// `@Name` tells that colleague, if they may see the account.
    text: String,
    outcome: String,
    minutes: Option<i64>,
    internal: bool,
}

/// Keep what happened about an opportunity, at its account
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/activities",
    tag = "pipeline",
    params(("opportunity" = OpportunityId, Path)),
    responses(
        (status = 201, body = ActivityOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    Json(new): Json<DealActivityIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let new = NewActivity {
        kind: new.kind,
        text: new.text,
        outcome: new.outcome,
        minutes: new.minutes,
        internal: new.internal,
        ..NewActivity::default()
    };
    let logged = log_on_deal(&tx, id, new).await?;
    let made = activities::activity_out(&tx, logged.note).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made)))
}
