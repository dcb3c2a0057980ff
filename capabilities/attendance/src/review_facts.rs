//! A manager decides about flagged facts, and the days that they touch are judged again.

use std::collections::BTreeSet;

use evidence::{Verdict, fact, review};
use frame::web::Json;
use frame::{App, Ctx, Result, Tx};
use kernel::FactId;
use kernel::access::{Act, Area};
use kernel::evidence::ReviewState;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, Select};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::judge_days;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(create))
}

/// Decides about facts, all of them or none, and judges the days around them anew.
pub async fn review_facts(
    tx: &Tx,
    facts: &[FactId],
    verdict: Verdict,
    text: Option<&str>,
) -> Result<Vec<fact::Model>> {
    let reviewed = review(tx, facts, verdict, text).await?;
    let mut judged = BTreeSet::new();
    for fact in &reviewed {
        let day = fact.recorded_at.day(&tx.actor.zone);
        if judged.insert((fact.owner_id, day.to_string())) {
            judge_days(tx, fact.owner_id, fact.recorded_at).await?;
        }
    }
    Ok(reviewed)
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
    #[schema(value_type = String)]
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
    let text = asked.text.as_deref();
    let reviewed = review_facts(&tx, &asked.facts, asked.verdict, text).await?;
    tx.commit().await?;
    Ok(Json(ReviewOut { reviewed: reviewed.len() }))
}
