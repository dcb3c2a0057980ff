//! A manager looks at flagged facts, several at once: accept, ask about, or reject.

use frame::web::Json;
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::FactId;
use kernel::access::{Act, Area};
use kernel::evidence::ReviewState;
use kernel::labels;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Select};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::fact;
use crate::rules::{EvidenceRefused, open_to_review};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create))
}

labels! {
    /// What a reviewer decides.
    pub enum Verdict {
        Accept = "accept",
        Ask = "ask",
        Reject = "reject",
    }
}

/// Decides about facts, all of them or none. A question or a rejection needs words.
///
/// What the decision means for days and visits follows before the commit: whoever keeps those
/// reads `evidence.reviewed`.
pub async fn review(
    tx: &Tx,
    facts: &[FactId],
    verdict: Verdict,
    text: Option<&str>,
) -> Result<Vec<fact::Model>> {
    if facts.is_empty() {
        return Err(Error::refused(EvidenceRefused::NothingChosen));
    }
    let text = text.and_then(frame::text::paragraphs);
    let state = match (verdict, &text) {
        (Verdict::Accept, _) => ReviewState::Accepted,
        (Verdict::Ask, Some(_)) => ReviewState::Asked,
        (Verdict::Reject, Some(_)) => ReviewState::Rejected,
        (Verdict::Ask, None) => return Err(Error::refused(EvidenceRefused::NoQuestion)),
        (Verdict::Reject, None) => return Err(Error::refused(EvidenceRefused::NoReason)),
    };

    let mut reviewed = Vec::with_capacity(facts.len());
    for &id in facts {
        let seen = tx.find::<fact::Entity>().filter(fact::Column::Id.eq(id)).one(&**tx).await?;
        let fact = seen.ok_or(Error::NotFound)?;
        tx.permit(Act::Review, Area::Attendance, fact.owner_id).await?;
        if fact.owner_id == tx.actor.person {
            return Err(Error::refused(EvidenceRefused::Own));
        }
        if !open_to_review(fact.review) {
            return Err(Error::refused(EvidenceRefused::MovedOn));
        }
        reviewed.push(decide(tx, fact, state, text.clone()).await?);
    }
    Ok(reviewed)
}

async fn decide(
    tx: &Tx,
    fact: fact::Model,
    state: ReviewState,
    text: Option<String>,
) -> Result<fact::Model> {
    let before = fact.review;
    let mut row = fact.into_active_model();
    row.review = Set(state);
    row.reviewer_id = Set(tx.actor.somebody());
    row.reviewed_at = Set(Some(tx.now));
    if text.is_some() {
        row.question = Set(text.clone());
    }
    let fact = tx.update(row).await?;
    let mut event = Event::of("evidence.reviewed", "fact", fact.id)
        .owner(fact.owner_id)
        .change("review", before.word(), state.word())
        .why(text.as_deref());
    if let Some(account) = fact.account_id {
        event = event.about(account);
    }
    tx.record(event);
    Ok(fact)
}

/// The facts that the actor may decide about: nobody decides about their own.
pub fn reviewable(ctx: &Ctx) -> Select<fact::Entity> {
    let mine = fact::Column::OwnerId.ne(ctx.actor.person);
    ctx.find_to::<fact::Entity>(Act::Review).filter(mine)
}

/// How many facts wait for the actor; none for whoever decides about nobody's.
pub async fn waiting(ctx: &Ctx) -> Result<Option<i64>> {
    if !ctx.may(Act::Review, Area::Attendance) {
        return Ok(None);
    }
    let pending = reviewable(ctx).filter(fact::Column::Review.eq(ReviewState::Pending));
    let count = pending.count(ctx).await?;
    Ok(Some(i64::try_from(count).unwrap_or(i64::MAX)))
}

// In the API.

/// What is decided about which facts.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
struct ReviewIn {
    facts: Vec<FactId>,
    /// `accept`, `ask` or `reject`.
    verdict: Verdict,
    /// What is asked, or why it is rejected.
    text: Option<String>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
struct ReviewOut {
    reviewed: usize,
}

/// Review flagged facts
#[utoipa::path(
    post,
    path = "/api/v1/evidence/reviews",
    tag = "evidence",
    request_body = ReviewIn,
    responses((status = 200, body = ReviewOut), (status = 422, body = frame::web::api::Problem)),
)]
async fn create(ctx: Ctx, Json(asked): Json<ReviewIn>) -> Result<Json<ReviewOut>> {
    let tx = ctx.begin().await?;
    let reviewed = review(&tx, &asked.facts, asked.verdict, asked.text.as_deref()).await?;
    tx.commit().await?;
    Ok(Json(ReviewOut { reviewed: reviewed.len() }))
}
