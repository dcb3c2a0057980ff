//! A phone empties its outbox.

use evidence::{Receipt, fact, token};
use frame::web::Json;
use frame::{App, Ctx, Error, Result, files};
use kernel::{FactId, Instant};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::apply::apply;
use crate::event::{EventIn, ResultOut, Status};
use crate::rules::MOST_EVENTS;

/// A phone that is told to wait asks again after so long.
const RETRY_SECONDS: u32 = 15;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(take))
}

/// Some events, oldest first.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct BatchIn {
    #[schema(value_type = Vec<EventIn>, min_items = 1, max_items = 50)]
    events: Vec<serde_json::Value>,
}

/// One answer an event, in the order in which they came.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BatchOut {
    server_time: Instant,
    time_token: String,
    results: Vec<ResultOut>,
}

/// Take in what a phone recorded
///
/// Each event is its own transaction, acknowledged only after its commit; one that is rejected
/// never blocks the next.
#[utoipa::path(
    post,
    path = "/api/v1/field/events",
    tag = "field",
    request_body = BatchIn,
    responses(
        (status = 200, body = BatchOut),
        (status = 400, body = frame::web::api::Problem),
        (status = 429, body = frame::web::api::Problem),
    ),
)]
async fn take(mut ctx: Ctx, Json(batch): Json<BatchIn>) -> Result<Json<BatchOut>> {
    if batch.events.is_empty() || MOST_EVENTS < batch.events.len() {
        return Err(Error::Malformed(format!("a batch holds 1 to {MOST_EVENTS} events")));
    }
    ctx.app.limits.field.take(&ctx.actor.person.0)?;
    ctx.refresh();

    let mut results = Vec::with_capacity(batch.events.len());
    for value in batch.events {
        let kind = value.get("kind").and_then(serde_json::Value::as_str);
        let kind = kind.and_then(evidence::FactKind::from_word).map_or("unknown", |it| it.word());
        let result = match EventIn::read(value) {
            Ok(event) => one(&ctx, &event).await,
            Err((id, error)) => ResultOut::rejected(&id, &error, ctx.lang()),
        };
        ctx.app.metrics.field_event(kind, result.status.word());
        results.push(result);
    }
    let now = ctx.again();
    Ok(Json(BatchOut { server_time: now.now, time_token: token::issue(&now), results }))
}

/// One event, from look-up to receipt.
async fn one(ctx: &Ctx, event: &EventIn) -> ResultOut {
    match keep_once(ctx.again(), event).await {
        Ok(result) => result,
        // A rule said no, or the record is not this person's: it will be no better later.
        Err(error) if !error.may_pass() => ResultOut::rejected(&event.id, &error, ctx.lang()),
        Err(error) => {
            error.log();
            // The same event may have come by another way at the same moment, and won.
            match known(&ctx.again(), event).await {
                Ok(Some(result)) => result,
                _ => ResultOut::retry(event.id, RETRY_SECONDS),
            }
        }
    }
}

async fn keep_once(ctx: Ctx, event: &EventIn) -> Result<ResultOut> {
    let tx = ctx.begin().await?;
    if let Some(result) = known(&tx, event).await? {
        return Ok(result);
    }
    for photo in &event.photos {
        if files::known(&tx, tx.actor.person, photo).await?.is_none() {
            // Photos go first; this one has not come yet.
            return Ok(ResultOut::retry(event.id, RETRY_SECONDS));
        }
    }
    let incoming = event.incoming(&tx)?;
    let receipt = apply(&tx, incoming, &event.payload).await?;
    tx.commit().await?;
    Ok(ResultOut::kept(event.id, Status::Created, receipt))
}

/// The answer to an event that was kept before.
async fn known(ctx: &Ctx, event: &EventIn) -> Result<Option<ResultOut>> {
    let id: FactId = event.id;
    let Some(fact) = fact::by_id(ctx, id).await? else { return Ok(None) };
    let same = fact.owner_id == ctx.actor.person && fact.body_hash == event.body_hash()?;
    if !same {
        return Ok(Some(ResultOut::conflict(id, ctx.lang())));
    }
    let receipt: Receipt = serde_json::from_str(&fact.receipt)?;
    Ok(Some(ResultOut::kept(id, Status::Exists, receipt)))
}
