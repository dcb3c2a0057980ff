//! A phone empties its outbox.

use evidence::{Proof, Receipt, fact, token};
use frame::web::Json;
use frame::{App, Ctx, Error, Result, files};
use kernel::evidence::signals::PhotoError;
use kernel::{FactId, Instant};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::apply::apply;
use crate::event::{EventIn, ResultOut, Status};
use crate::proof::{BatchProof, ChainIn, hash, passed};
use crate::rules::{FieldRefused, MOST_EVENTS};

/// A phone that is told to wait asks again after so long.
const RETRY_SECONDS: u32 = 15;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(take))
}

/// Some events, oldest first.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct BatchIn {
    #[schema(value_type = Vec<EventIn>, min_items = 1, max_items = 50)]
    events: Vec<Box<RawValue>>,
    #[serde(default)]
    chain: Option<ChainIn>,
    /// Photos that events name and that will not come: the phone or the server could not keep
    /// them. Their events are taken without.
    #[serde(default)]
    lost_photos: Vec<String>,
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
    ctx.loosen();

    let proof = BatchProof::of(&mut ctx, batch.chain.as_ref(), &batch.events).await?;
    let mut results = Vec::with_capacity(batch.events.len());
    for raw in &batch.events {
        let (kind, result) = match EventIn::read(raw) {
            Ok(event) => {
                let (kind, hash) = (event.kind.word(), hash(raw));
                let sent = Sent { proof: proof.of_event(&event), event, hash };
                (kind, one(&ctx, &sent, &batch.lost_photos).await)
            }
            Err((id, error)) => ("unknown", ResultOut::rejected(&id, &error, ctx.lang())),
        };
        ctx.app.metrics.field_event(kind, result.status.word());
        results.push(result);
    }
    let now = ctx.again();
    Ok(Json(BatchOut { server_time: now.now, time_token: token::issue(&now), results }))
}

/// One event as it came.
struct Sent {
    event: EventIn,
    /// SHA-256 of its bytes, by which a repeated event is known to be the same.
    hash: Vec<u8>,
    proof: Proof,
}

/// One event, from its transaction to its receipt. Most events are new, so whether one is here
/// already is asked only when it could not be kept: its id is kept once, whatever else is.
async fn one(ctx: &Ctx, sent: &Sent, lost_photos: &[String]) -> ResultOut {
    let event = &sent.event;
    if event.person != ctx.actor.person {
        let error = Error::refused(FieldRefused::OtherPerson);
        return ResultOut::rejected(&event.id, &error, ctx.lang());
    }
    let mut result = match keep_once(ctx.again(), sent, lost_photos).await {
        Ok(Some(receipt)) => ResultOut::kept(event.id, Status::Created, receipt),
        other => match known(&ctx.again(), sent).await {
            Ok(Some(result)) => result,
            Ok(None) => not_kept(ctx, event, other.err()),
            Err(error) => not_kept(ctx, event, Some(error)),
        },
    };
    if matches!(result.status, Status::Rejected | Status::Conflict) {
        result.passed = Some(passed(ctx, event, &sent.hash));
    }
    result
}

/// Why an event is not here: for good, when a rule said no or the record is not this person's; for
/// now, when something failed or a photo has yet to come.
fn not_kept(ctx: &Ctx, event: &EventIn, error: Option<Error>) -> ResultOut {
    match error {
        Some(error) if !error.may_pass() => ResultOut::rejected(&event.id, &error, ctx.lang()),
        Some(error) => {
            error.log();
            ResultOut::retry(event.id, RETRY_SECONDS)
        }
        None => ResultOut::retry(event.id, RETRY_SECONDS),
    }
}

/// Keeps an event and writes its receipt; none when a photo has not come yet, for photos go first.
async fn keep_once(ctx: Ctx, sent: &Sent, lost_photos: &[String]) -> Result<Option<Receipt>> {
    let Sent { event, hash, proof } = sent;
    let tx = ctx.begin().await?;
    let mut incoming = event.incoming(&tx, hash.clone(), proof.clone());
    for photo in &event.photos {
        if files::known(&tx, tx.actor.person, photo).await?.is_some() {
            continue;
        }
        if !lost_photos.contains(photo) {
            return Ok(None);
        }
        incoming.photos.retain(|it| it != photo);
        incoming.photo_error = Some(PhotoError::Lost);
    }
    let receipt = apply(&tx, incoming, &event.payload).await?;
    tx.commit().await?;
    Ok(Some(receipt))
}

/// The answer to an event that was kept before.
async fn known(ctx: &Ctx, sent: &Sent) -> Result<Option<ResultOut>> {
    let id: FactId = sent.event.id;
    let Some(fact) = fact::by_id(ctx, id).await? else { return Ok(None) };
    let same = fact.owner_id == ctx.actor.person && fact.body_hash == sent.hash;
    if !same {
        return Ok(Some(ResultOut::conflict(id, ctx.lang())));
    }
    let receipt: Receipt = serde_json::from_str(&fact.receipt)?;
    Ok(Some(ResultOut::kept(id, Status::Exists, receipt)))
}
