//! What my manager sees: every fact of one's own with its evidence, and what was made of it.

use std::collections::{BTreeMap, HashMap};

use accounts::{AccountId, account};
use attendance::{WorkDayOut, work_day};
use evidence::say::{PlaceOut, SignalOut, TimeOut};
use evidence::{FactKind, fact};
use frame::web::{Json, Query};
use frame::{App, Ctx, Error, Result};
use kernel::evidence::ReviewState;
use kernel::{Day, FactId, Instant, PersonId};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::rules::record_from;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show))
}

/// How far back.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// 14 unless told; at most 62.
    #[param(minimum = 1, maximum = 62)]
    days: Option<i64>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RecordOut {
    days: Vec<RecordDay>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RecordDay {
    day: Day,
    work_day: Option<WorkDayOut>,
    facts: Vec<FactOut>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FactOut {
    id: FactId,
    kind: FactKind,
    account: Option<String>,
    recorded_at: Instant,
    received_at: Instant,
    time: TimeOut,
    place: Option<PlaceSeen>,
    signals: Vec<SignalOut>,
    photos: Vec<String>,
    review: ReviewSeen,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlaceSeen {
    #[serde(flatten)]
    place: PlaceOut,
    lat: Option<f64>,
    lon: Option<f64>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ReviewSeen {
    state: ReviewState,
    question: Option<String>,
    answer: Option<String>,
    by: Option<String>,
}

/// What my manager sees
#[utoipa::path(
    get,
    path = "/api/v1/field/record",
    tag = "field",
    params(Asked),
    responses((status = 200, body = RecordOut)),
)]
async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<RecordOut>> {
    let zone = ctx.actor.zone.clone();
    let today = ctx.now.day(&zone);
    let from = record_from(today, asked.days)
        .ok_or_else(|| Error::Malformed("`days` is between 1 and 62".to_owned()))?;
    let me = ctx.actor.person;
    let facts =
        fact::of_person(&ctx, me, from.start(&zone), ctx.now.plus_days(1), FactKind::ALL).await?;
    let names = account_names(&ctx, &facts).await?;
    let reviewers = reviewer_names(&ctx, &facts).await?;
    let days = work_day::slim(&ctx)
        .filter(work_day::Column::OwnerId.eq(me))
        .filter(work_day::Column::Day.gte(from))
        .into_model::<work_day::Slim>()
        .all(&ctx)
        .await?;

    let mut record: BTreeMap<Day, RecordDay> = BTreeMap::new();
    let empty = |day| RecordDay { day, work_day: None, facts: Vec::new() };
    for day in days {
        let date = day.day;
        record.entry(date).or_insert_with(|| empty(date)).work_day = Some(day.into());
    }
    for fact in facts.iter().rev() {
        let day = fact.recorded_at.day(&zone);
        let out = out(&ctx, fact, &names, &reviewers);
        record.entry(day).or_insert_with(|| empty(day)).facts.push(out);
    }
    Ok(Json(RecordOut { days: record.into_values().rev().collect() }))
}

fn out(
    ctx: &Ctx,
    fact: &fact::Model,
    names: &HashMap<AccountId, String>,
    reviewers: &HashMap<PersonId, String>,
) -> FactOut {
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    FactOut {
        id: fact.id,
        kind: fact.kind,
        account: fact.account_id.and_then(|id| names.get(&AccountId(id)).cloned()),
        recorded_at: fact.recorded_at,
        received_at: fact.received_at,
        time: TimeOut::of(&fact.time(), &fact.zone, lang),
        place: fact.place().map(|it| PlaceSeen {
            place: PlaceOut::of(&it, lang),
            lat: fact.lat,
            lon: fact.lon,
        }),
        signals: fact.signals().iter().map(|it| SignalOut::of(it, zone, lang)).collect(),
        photos: fact.photos(),
        review: ReviewSeen {
            state: fact.review,
            question: fact.question.clone(),
            answer: fact.answer.clone(),
            by: fact.reviewer_id.and_then(|id| reviewers.get(&id).cloned()),
        },
    }
}

/// The names that these facts had when they were recorded are the names that one knows.
async fn account_names(ctx: &Ctx, facts: &[fact::Model]) -> Result<HashMap<AccountId, String>> {
    let ids: Vec<AccountId> = facts.iter().filter_map(|it| it.account_id.map(AccountId)).collect();
    let accounts = ctx.whole_company::<account::Entity>();
    let accounts = accounts.filter(account::Column::Id.is_in(ids)).all(ctx).await?;
    Ok(accounts.into_iter().map(|it| (it.id, it.name)).collect())
}

async fn reviewer_names(ctx: &Ctx, facts: &[fact::Model]) -> Result<HashMap<PersonId, String>> {
    let ids: Vec<PersonId> = facts.iter().filter_map(|it| it.reviewer_id).collect();
    let people = ctx.whole_company::<person::Entity>();
    let people = people.filter(person::Column::Id.is_in(ids)).all(ctx).await?;
    Ok(people.into_iter().map(|it| (it.id, it.name)).collect())
}
