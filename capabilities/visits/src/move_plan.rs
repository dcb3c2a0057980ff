//! The order of a day's plan is changed.

use axum::response::Response;
use axum::routing::post;
use frame::web::{Form, Json, Path, page};
use frame::{App, Ctx, Event, Result, Tx};
use kernel::labels;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::remove_plan::waiting;
use crate::rules::{VisitId, VisitState};
use crate::visit::{self, VisitOut};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/visits/{visit}/move", post(submit)).routes(routes!(change))
}

labels! {
    /// Where a visit goes in the plan of its day.
    pub enum Step {
        Earlier = "earlier",
        Later = "later",
    }
}

/// How the plan is changed.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = VisitMoving)]
pub struct Moving {
    pub step: Step,
}

/// Lets a planned visit change places with the one before or behind it that waits too. At the end
/// of the plan there is nowhere to go, and nothing changes.
pub async fn move_plan(tx: &Tx, id: VisitId, step: Step) -> Result<visit::Model> {
    let visit = waiting(tx, id).await?;

    let others = tx
        .find::<visit::Entity>()
        .filter(visit::Column::OwnerId.eq(visit.owner_id))
        .filter(visit::Column::Day.eq(visit.day))
        .filter(visit::Column::State.eq(VisitState::Planned));
    let other = match step {
        Step::Earlier => others
            .filter(visit::Column::Sequence.lt(visit.sequence))
            .order_by_desc(visit::Column::Sequence),
        Step::Later => others
            .filter(visit::Column::Sequence.gt(visit.sequence))
            .order_by_asc(visit::Column::Sequence),
    };
    let Some(other) = other.one(&**tx).await? else { return Ok(visit) };

    let (here, there) = (visit.sequence, other.sequence);
    set(tx, other, here).await?;
    let visit = set(tx, visit, there).await?;
    tx.record(
        Event::of("visits.plan_moved", "visit", id)
            .owner(visit.owner_id)
            .about(visit.account_id)
            .change("sequence", here, there),
    );
    Ok(visit)
}

async fn set(tx: &Tx, visit: visit::Model, sequence: i32) -> Result<visit::Model> {
    let mut row = visit.into_active_model();
    row.sequence = Set(sequence);
    row.updated_at = Set(tx.now);
    tx.update(row).await
}

async fn submit(ctx: Ctx, Path(id): Path<VisitId>, Form(to): Form<Moving>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let visit = move_plan(&tx, id, to.step).await?;
    tx.commit().await?;
    let day = visit.day;
    page::redirect(&format!("/visits?from={day}&to={day}"))
}

/// Let a planned visit change places with the one before or behind it
#[utoipa::path(
    post,
    path = "/api/v1/visits/{id}/move",
    tag = "visits",
    params(("id" = VisitId, Path)),
    request_body = Moving,
    responses((status = 200, body = VisitOut), (status = 422, body = frame::web::api::Problem)),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<VisitId>,
    Json(to): Json<Moving>,
) -> Result<Json<VisitOut>> {
    let tx = ctx.begin().await?;
    let visit = move_plan(&tx, id, to.step).await?;
    tx.commit().await?;
    Ok(Json(visit.into()))
}

#[cfg(test)]
mod tests {
    use testing::{AYU, BUDI, GILANG, RIZKY, World};

    async fn plan(world: &World, client: &str) -> String {
        let body = serde_json::json!({
            "account_id": testing::id(client), "day": "2026-03-02", "time": "13.30",
        });
        let seen = world.browse(AYU).post_json("/api/v1/visits", &body).await;
        assert_eq!(seen.status, 201, "{}", seen.body);
        seen.json()["id"].as_str().unwrap().to_owned()
    }

    async fn order(world: &World) -> Vec<String> {
        let seen = world.browse(AYU).get("/api/v1/visits?sort=day").await.json();
        let items = seen["items"].as_array().unwrap().iter();
        items.map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    }

    #[tokio::test]
    async fn a_visit_changes_places_with_the_one_before_it() {
        let world = World::with(crate::routes()).await;
        let first = testing::id("plan-toko-maju").to_string();
        let second = plan(&world, "apotek-sehat").await;
        let path = format!("/api/v1/visits/{second}/move");

        let moved = world.browse(AYU).post(&path, r#"{"step": "earlier"}"#).await;

        assert_eq!(moved.status, 200, "{}", moved.body);
        assert_eq!(order(&world).await, [second.clone(), first.clone()]);
        let again = world.browse(AYU).post(&path, r#"{"step": "earlier"}"#).await;
        assert_eq!(again.status, 200, "at the end there is nowhere to go");
        assert_eq!(order(&world).await, [second, first]);
    }

    #[tokio::test]
    async fn only_who_leads_or_owns_it_changes_a_plan() {
        let world = World::with(crate::routes()).await;
        let path = format!("/visits/{}/move", testing::id("plan-toko-maju"));

        assert_eq!(world.browse(BUDI).post(&path, "step=later").await.status, 303);
        assert_eq!(world.browse(RIZKY).post(&path, "step=later").await.status, 404);
        assert_eq!(world.browse(GILANG).post(&path, "step=later").await.status, 404);
        assert_eq!(world.browse(None).post(&path, "step=later").await.status, 401);
    }
}
