//! A planned visit is taken out of the plan, and put back.

use accounts::AccountId;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::web::{Json, Path, page};
use frame::{App, Ctx, Error, Event, Result, Tx, stream};
use kernel::Day;
use kernel::access::{Act, Area};
use sea_orm::{ColumnTrait, Condition};
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::plan::{NewVisit, plan_visit};
use crate::rules::{VisitId, VisitRefused, VisitState};
use crate::visit::{self, VisitOut};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/visits/{visit}/remove", post(submit))
        .route("/visits/{visit}/restore", post(undo))
        .routes(routes!(delete))
        .routes(routes!(restore))
}

/// For so long a visit that was taken out can be put back.
const UNDO_DAYS: i64 = 30;

/// Takes a planned visit out of the plan; one that has begun stays.
pub async fn remove_plan(tx: &Tx, id: VisitId) -> Result<visit::Model> {
    let visit = waiting(tx, id).await?;

    // What it leaves behind is in the stream, so that it can be put back as it was.
    let this = Condition::all().add(visit::Column::Id.eq(id));
    tx.delete_where::<visit::Entity, _>(visit::Column::CompanyId, this).await?;
    tx.record(
        Event::of("visits.plan_removed", "visit", id)
            .owner(visit.owner_id)
            .about(visit.account_id)
            .with("account_id", visit.account_id.to_string())
            .with("day", visit.day.to_string())
            .with("time", visit.planned_time.clone()),
    );
    Ok(visit)
}

/// Puts a visit back that was taken out, behind those that are planned for its day by now.
pub async fn restore_plan(tx: &Tx, id: VisitId) -> Result<visit::Model> {
    let since = tx.now.plus_days(-UNDO_DAYS);
    let removed = stream::of_subject(tx, id, "visits.plan_removed", since).await?;
    let removed = removed.ok_or(Error::NotFound)?;
    let owner = removed.owner_id.ok_or(Error::NotFound)?;
    if tx.permit(Act::View, Area::Visits, owner).await.is_err() {
        return Err(Error::NotFound);
    }
    tx.permit(Act::Edit, Area::Visits, owner).await?;

    let says = removed.says();
    let text = |key: &str| says.get(key).and_then(Value::as_str);
    let account = text("account_id").and_then(|it| it.parse::<AccountId>().ok());
    let day = text("day").and_then(|it| it.parse::<Day>().ok());
    let new = NewVisit {
        id: Some(id),
        owner,
        account: account.ok_or(Error::NotFound)?,
        day: day.ok_or(Error::NotFound)?,
        time: text("time").map(str::to_owned),
        said_on: tx.now.day(&tx.actor.zone),
        rescheduled_from: None,
    };
    plan_visit(tx, new).await
}

/// A visit that is planned and has not begun, if the actor may change it.
pub async fn waiting(tx: &Tx, id: VisitId) -> Result<visit::Model> {
    let visit = tx.get::<visit::Entity>(id).await?;
    tx.permit(Act::Edit, Area::Visits, visit.owner_id).await?;
    if visit.state != VisitState::Planned {
        return Err(Error::refused(VisitRefused::NotWaiting));
    }
    Ok(visit)
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<VisitId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let visit = remove_plan(&tx, id).await?;
    tx.commit().await?;
    let day = visit.day;
    page::redirect(&format!("/visits?from={day}&to={day}&removed={id}"))
}

async fn undo(ctx: Ctx, Path(id): Path<VisitId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let visit = restore_plan(&tx, id).await?;
    let said = Words::of(tx.lang()).restored();
    tx.commit().await?;
    let day = visit.day;
    page::redirect_saying(&format!("/visits?from={day}&to={day}"), said)
}

// In the API.

/// Take a planned visit out of the plan
#[utoipa::path(
    delete,
    path = "/api/v1/visits/{id}",
    tag = "visits",
    params(("id" = VisitId, Path)),
    responses((status = 204), (status = 422, body = frame::web::api::Problem)),
)]
async fn delete(ctx: Ctx, Path(id): Path<VisitId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    remove_plan(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Put a visit back that was taken out of the plan
#[utoipa::path(
    post,
    path = "/api/v1/visits/{id}/restore",
    tag = "visits",
    params(("id" = VisitId, Path)),
    responses((status = 200, body = VisitOut), (status = 404, body = frame::web::api::Problem)),
)]
async fn restore(ctx: Ctx, Path(id): Path<VisitId>) -> Result<Json<VisitOut>> {
    let tx = ctx.begin().await?;
    let visit = restore_plan(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(visit.into()))
}

#[cfg(test)]
mod tests {
    use testing::{ANDI, AYU, BUDI, DEWI, RIZKY, SRI, World};

    fn path(end: &str) -> String {
        format!("/visits/{}{end}", testing::id("plan-toko-maju"))
    }

    #[tokio::test]
    async fn what_is_taken_out_of_the_plan_can_be_put_back() {
        let world = World::with(crate::routes()).await;

        let removed = world.browse(AYU).post(&path("/remove"), "").await;
        let day = world.browse(AYU).get(removed.location()).await;
        assert!(day.body.contains("Visit taken out of the plan."), "{}", day.body);
        assert_eq!(world.browse(AYU).get(&path("")).await.status, 404);
        let gone = crate::removed(&world.ctx(AYU), world.now()).await.unwrap();
        assert_eq!(gone.len(), 1, "the phone hears of it");

        assert_eq!(world.browse(AYU).post(&path("/restore"), "").await.status, 303);
        let visit = world.browse(AYU).get(&path("")).await;
        assert!(visit.body.contains("Toko Maju") && visit.body.contains("10:00"), "{}", visit.body);
        assert!(crate::removed(&world.ctx(AYU), world.now()).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn only_who_leads_or_owns_it_takes_it_out() {
        let world = World::with(crate::routes()).await;
        let api = format!("/api/v1/visits/{}", testing::id("plan-toko-maju"));

        for (someone, status) in [(RIZKY, 404), (ANDI, 404), (DEWI, 403), (SRI, 403)] {
            assert_eq!(world.browse(someone).ask("DELETE", &api, "").await.status, status);
        }
        assert_eq!(world.browse(BUDI).ask("DELETE", &api, "").await.status, 204);
        for (someone, status) in [(RIZKY, 404), (ANDI, 404), (DEWI, 403), (BUDI, 200)] {
            let undone = world.browse(someone).post(&format!("{api}/restore"), "").await;
            assert_eq!(undone.status, status, "{}", undone.body);
        }
    }
}
