//! Judged days, for programs.

use frame::web::list::{Cut, Page};
use frame::web::{Json, Query, extract};
use frame::{App, Ctx, Result};
use kernel::{Day, KeptDay, PersonId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::work_day::{self, Slim, WorkDayOut};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which days, of whom.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// The first day.
    #[serde(default, deserialize_with = "extract::blank")]
    from: Option<Day>,
    /// The last day.
    #[serde(default, deserialize_with = "extract::blank")]
    to: Option<Day>,
    #[serde(default, deserialize_with = "extract::blank")]
    person_id: Option<PersonId>,
}

/// Judged days that the token's person may view, oldest first
#[utoipa::path(
    get,
    path = "/api/v1/attendance/days",
    tag = "attendance",
    params(Wanted, Cut),
    responses((status = 200, body = Page<WorkDayOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(wanted): Query<Wanted>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<WorkDayOut>>> {
    let limit = cut.limit()?;
    let mut days = work_day::slim(&ctx);
    if let Some(from) = wanted.from {
        days = days.filter(work_day::Column::Day.gte(from));
    }
    if let Some(to) = wanted.to {
        days = days.filter(work_day::Column::Day.lte(to));
    }
    if let Some(person) = wanted.person_id {
        days = days.filter(work_day::Column::OwnerId.eq(person));
    }
    if let Some((KeptDay(day), person)) = cut.after::<(KeptDay, PersonId)>()? {
        let same = Condition::all()
            .add(work_day::Column::Day.eq(day))
            .add(work_day::Column::OwnerId.gt(person));
        days = days.filter(Condition::any().add(work_day::Column::Day.gt(day)).add(same));
    }
    let days = days
        .order_by_asc(work_day::Column::Day)
        .order_by_asc(work_day::Column::OwnerId)
        .limit(limit + 1)
        .into_model::<Slim>()
        .all(&ctx)
        .await?;
    let page = Page::cut(days, limit, |it| (it.day, it.owner_id))?;
    Ok(Json(page.map(WorkDayOut::from)))
}
