//! Somebody who answers for others says what is asked of them, and what was locked is opened.

use frame::web::Json;
use frame::web::{api, extract};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{PersonId, TeamId};
use people::{company, person, team};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::rules::splitting::{grown, split};
use crate::rules::{ForecastRefused, LARGEST_AMOUNT, LONGEST_TEXT, Period};
use crate::standing::today;
use crate::target::{self, Column, Entity, Holder, TargetMeasure, TargetOut};
use crate::target_lock;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, put))
}

/// What is asked of one of them in a period.
#[derive(Clone, Debug)]
pub struct Asked {
    pub holder: Holder,
    pub measure: TargetMeasure,
    /// Empty of a count.
    pub currency: String,
    pub period: Period,
    /// Nothing takes the target away. Of a quarter or a year the months get even parts.
    pub amount: Option<i64>,
    /// What stood there when the reader began to type; nobody's work is overwritten unseen.
    pub seen: Option<Option<i64>>,
}

/// Sets a target; answers whether anything changed.
pub async fn set_target(tx: &Tx, asked: &Asked) -> Result<bool> {
    target::permit(tx, asked.holder).await?;
    let name = name_of(tx, asked.holder).await?;

    let rows = tx
        .whole_company::<Entity>()
        .filter(Column::HolderId.eq(asked.holder.id()))
        .filter(Column::Measure.eq(asked.measure))
        .filter(Column::Currency.eq(asked.currency.as_str()))
        .filter(Column::Month.is_in(asked.period.months().iter().map(Period::to_string)));
    let before = sea_orm::QuerySelect::lock_exclusive(rows).all(&**tx).await?;
    let locks = target_lock::of(tx, asked.period).await?;

    if asked.amount.is_some_and(|it| !(0..=LARGEST_AMOUNT).contains(&it)) {
        return Err(Error::refused(ForecastRefused::NoAmount));
    }
    let months = asked.period.months();
    let parts: Vec<Option<i64>> = match asked.amount {
        Some(amount) => split(amount, months.len()).into_iter().map(Some).collect(),
        None => vec![None; months.len()],
    };
    let mut event = Event::of("forecast.target_set", "target", asked.holder.id())
        .owner(asked.holder.person())
        .about(asked.holder.id())
        .with("name", name)
        .with("measure", asked.measure.word())
        .with("currency", asked.currency.clone());
    let (mut put, mut gone, mut changed) = (Vec::new(), Vec::new(), false);
    for (month, amount) in months.iter().map(Period::to_string).zip(parts) {
        let row = before.iter().find(|it| it.month == month);
        let was = row.map(|it| it.amount);
        if asked.seen.is_some_and(|seen| seen != was && amount != was) {
            return Err(Error::refused(ForecastRefused::Stale {
                by: changed_by(tx, asked).await?,
            }));
        }
        if was == amount {
            continue;
        }
        if locks.contains(&(asked.holder.id(), month.clone())) {
            return Err(Error::refused(ForecastRefused::Locked { month }));
        }
        changed = true;
        event = event.change(&month, was, amount);
        match amount {
            Some(amount) => put.push(target::ActiveModel {
                company_id: Set(tx.actor.company),
                holder_id: Set(asked.holder.id()),
                measure: Set(asked.measure),
                currency: Set(asked.currency.clone()),
                month: Set(month),
                person_id: Set(asked.holder.person()),
                team_id: Set(asked.holder.team()),
                amount: Set(amount),
                updated_at: Set(tx.now),
                version: Set(row.map_or(0, |it| it.version) + 1),
            }),
            None => gone.push(month),
        }
    }
    if !changed {
        return Ok(false);
    }

    let key =
        [Column::CompanyId, Column::HolderId, Column::Measure, Column::Currency, Column::Month];
    let anew = [Column::Amount, Column::UpdatedAt, Column::Version];
    tx.put_all(put, OnConflict::columns(key).update_columns(anew).to_owned()).await?;
    if !gone.is_empty() {
        let these = Condition::all()
            .add(Column::HolderId.eq(asked.holder.id()))
            .add(Column::Measure.eq(asked.measure))
            .add(Column::Currency.eq(asked.currency.as_str()))
            .add(Column::Month.is_in(gone));
        tx.delete_where::<Entity, _>(Column::CompanyId, these).await?;
    }
    tx.record(event);
    Ok(true)
}

/// Fills what is not asked for yet in one period with what was asked for in another of the same
/// length, so much more or less by percent; answers how many months were filled. What is there
/// already stays, and so does what the actor may not set.
pub async fn copy_targets(
    tx: &Tx,
    measure: TargetMeasure,
    from: Period,
    to: Period,
    percent: i64,
) -> Result<usize> {
    if !tx.may(Act::Edit, Area::Forecast) {
        return Err(Error::Denied);
    }

    let rows = target::of(tx, measure, from).await?;
    let there = target::of(tx, measure, to).await?;
    let locks = target_lock::of(tx, to).await?;
    let months: Vec<(String, Period)> =
        from.months().iter().map(Period::to_string).zip(to.months()).collect();

    let mut filled = 0;
    for row in rows {
        let Some((_, month)) = months.iter().find(|it| it.0 == row.month) else { continue };
        let word = month.to_string();
        let same = |it: &target::Model| {
            it.holder_id == row.holder_id && it.currency == row.currency && it.month == word
        };
        if there.iter().any(same) || locks.contains(&(row.holder_id, word.clone())) {
            continue;
        }
        let holder = match (row.person_id, row.team_id) {
            (Some(person), _) => Holder::Person(person),
            (None, Some(team)) => Holder::Team(team),
            (None, None) => Holder::Company(tx.actor.company),
        };
        let amount = Some(grown(row.amount, percent).map_err(Error::refused)?);
        let currency = row.currency.clone();
        let asked = Asked { holder, measure, currency, period: *month, amount, seen: None };
        match set_target(tx, &asked).await {
            Ok(changed) => filled += usize::from(changed),
            Err(error) if is_not_theirs(&error) => {}
            Err(error) => return Err(error),
        }
    }
    if filled == 0 {
        return Err(Error::refused(ForecastRefused::NothingToCopy));
    }
    Ok(filled)
}

/// Sees the target, and may not set it.
fn is_not_theirs(error: &Error) -> bool {
    matches!(error, Error::Denied) || error.code() == "forecast.own_target"
}

/// Opens the months of a period that were locked, and says why.
pub async fn open_targets(tx: &Tx, holder: Holder, period: Period, why: &str) -> Result<()> {
    target::permit(tx, holder).await?;
    let name = name_of(tx, holder).await?;
    let why = text::paragraphs(why).ok_or(Error::refused(ForecastRefused::NoReason))?;
    if LONGEST_TEXT < why.chars().count() {
        return Err(Error::refused(ForecastRefused::TooLong { field: "why" }));
    }

    if target_lock::unlock(tx, holder.id(), period).await? == 0 {
        return Ok(());
    }
    tx.record(
        Event::of("forecast.target_opened", "target", holder.id())
            .owner(holder.person())
            .about(holder.id())
            .with("name", name)
            .with("period", period.to_string())
            .why(Some(&why)),
    );
    Ok(())
}

/// What a holder is called; one that is not there does not exist.
pub async fn name_of(ctx: &Ctx, holder: Holder) -> Result<String> {
    match holder {
        Holder::Company(_) => Ok(company::mine(ctx).await?.name),
        Holder::Team(id) => Ok(ctx.get::<team::Entity>(id).await?.name),
        Holder::Person(id) => Ok(ctx.get::<person::Entity>(id).await?.name),
    }
}

/// Who set this target last, by name.
async fn changed_by(ctx: &Ctx, asked: &Asked) -> Result<String> {
    let last = frame::stream::of_record(ctx, asked.holder.id(), 1).await?.into_iter().next();
    let Some(by) = last.and_then(|it| it.actor_id) else { return Ok(String::new()) };
    Ok(person::names(ctx).await?.remove(&by).unwrap_or_default())
}

// In the API.

/// Which targets.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Looked {
    /// `2026-03`, `2026-q1` or `2026`; the present year unless told.
    #[param(example = "2026-q1", pattern = "^(20[0-9]{2}(-(0[1-9]|1[0-2]|q[1-4]))?)?$")]
    period: Option<String>,
    /// Won value unless told.
    #[serde(default, deserialize_with = "extract::blank")]
    measure: Option<TargetMeasure>,
}

/// Targets by month.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct Targets {
    items: Vec<TargetOut>,
}

/// What is asked of somebody; of nobody named, of the company.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct TargetIn {
    person_id: Option<PersonId>,
    team_id: Option<TeamId>,
    measure: TargetMeasure,
    /// The company's own unless told; empty of a count.
    currency: Option<String>,
    /// `2026-03`, `2026-q1` or `2026`: of more than a month the months get even parts.
    #[schema(example = "2026-q1")]
    period: String,
    /// In minor units, or so many; nothing takes the target away.
    #[schema(example = "150000000")]
    amount: Option<String>,
}

/// Targets that the token's person may view, by month
#[utoipa::path(
    get,
    path = "/api/v1/targets",
    tag = "forecast",
    params(Looked),
    responses((status = 200, body = Targets)),
)]
async fn list(
    ctx: Ctx,
    frame::web::Query(looked): frame::web::Query<Looked>,
) -> Result<Json<Targets>> {
    if !ctx.may(Act::View, Area::Forecast) {
        return Err(Error::Denied);
    }
    let period = match looked.period.as_deref() {
        None | Some("") => Period::year_of(today(&ctx).await?),
        Some(word) => word.parse().map_err(|_| Error::refused(ForecastRefused::NoPeriod))?,
    };
    let rows = target::of(&ctx, looked.measure.unwrap_or_default(), period).await?;
    Ok(Json(Targets { items: rows.into_iter().map(Into::into).collect() }))
}

/// Set what is asked of a person, a team or the company
#[utoipa::path(
    put,
    path = "/api/v1/targets",
    tag = "forecast",
    responses(
        (status = 200, body = Targets),
        (status = 422, description = "Locked, or no amount", body = api::Problem),
    ),
)]
async fn put(ctx: Ctx, Json(new): Json<TargetIn>) -> Result<Json<Targets>> {
    let period: Period =
        new.period.parse().map_err(|_| Error::refused(ForecastRefused::NoPeriod))?;
    let amount = new.amount.as_deref().map(str::parse::<i64>).transpose();
    let amount = amount.map_err(|_| Error::refused(ForecastRefused::NoAmount))?;
    let holder = match (new.person_id, new.team_id) {
        (Some(person), _) => Holder::Person(person),
        (None, Some(team)) => Holder::Team(team),
        (None, None) => Holder::Company(ctx.actor.company),
    };
    let tx = ctx.begin().await?;
    let currency = currency_of(&tx, new.measure, new.currency.as_deref()).await?;
    let asked = Asked { holder, measure: new.measure, currency, period, amount, seen: None };
    set_target(&tx, &asked).await?;
    let rows = tx
        .whole_company::<Entity>()
        .filter(Column::HolderId.eq(holder.id()))
        .filter(Column::Measure.eq(asked.measure))
        .filter(Column::Month.is_in(period.months().iter().map(Period::to_string)))
        .all(&*tx)
        .await?;
    tx.commit().await?;
    Ok(Json(Targets { items: rows.into_iter().map(Into::into).collect() }))
}

/// The currency of a target: three letters, the company's own unless told, none of a count.
pub async fn currency_of(ctx: &Ctx, measure: TargetMeasure, said: Option<&str>) -> Result<String> {
    if measure == TargetMeasure::WonDeals {
        return Ok(String::new());
    }
    match said.map(str::trim).filter(|it| !it.is_empty()) {
        None => Ok(company::mine(ctx).await?.currency),
        Some(said) if said.len() == 3 && said.bytes().all(|it| it.is_ascii_uppercase()) => {
            Ok(said.to_owned())
        }
        Some(_) => Err(Error::refused(ForecastRefused::NoCurrency)),
    }
}

/// The id of a holder, as a form writes it: `person:…`, `team:…` or `company`.
pub fn holder_of(ctx: &Ctx, word: &str) -> Option<Holder> {
    match word.split_once(':') {
        None if word == "company" => Some(Holder::Company(ctx.actor.company)),
        Some(("person", id)) => id.parse::<Uuid>().ok().map(|it| Holder::Person(PersonId(it))),
        Some(("team", id)) => id.parse::<Uuid>().ok().map(|it| Holder::Team(TeamId(it))),
        _ => None,
    }
}

/// As a form writes a holder.
pub fn holder_word(holder: Holder) -> String {
    match holder {
        Holder::Company(_) => "company".to_owned(),
        Holder::Team(id) => format!("team:{id}"),
        Holder::Person(id) => format!("person:{id}"),
    }
}
