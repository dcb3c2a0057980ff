//! When the company works, or a team of it, from a day on.

use axum::http::StatusCode;
use frame::web::Json;
use frame::{App, Ctx, Error, Event, Result, Tx};
use jiff::civil::Time;
use kernel::access::{Act, Area};
use kernel::{Day, Refusal, TeamId};
use people::team;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::judge_again::JudgeAgain;
use crate::rules::{ShiftMeaning, ShiftRefused, Weekdays};
use crate::shift::{self, ShiftId};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create))
}

/// Grace beyond this is no grace.
const MOST_GRACE: i32 = 240;
/// A margin beyond this reaches into other people's shifts.
const MOST_MARGIN: i32 = 360;
/// A shift that says nothing else takes punches in this long before and after it.
pub const USUAL_MARGIN: i32 = 60;
/// Days before this are settled with whoever was paid for them.
const FARTHEST_BACK: i64 = 62;
/// A company's first shift holds from here: days before its founding may be brought in.
const BEGINNING: Day = Day(jiff::civil::date(2000, 1, 1));

/// What a shift is, whole.
#[derive(Clone, Debug)]
pub struct NewShift {
    /// None: of everybody whose team has no shift of its own.
    pub team: Option<TeamId>,
    pub name: String,
    pub starts: Time,
    pub ends: Time,
    pub grace_minutes: i32,
    pub grace_out_minutes: i32,
    pub margin_before_minutes: i32,
    pub margin_after_minutes: i32,
    pub meaning: ShiftMeaning,
    pub weekdays: Weekdays,
    pub from: Day,
}

/// HR says when people work, and so may whoever sets up the company.
pub fn may_set_shifts(ctx: &Ctx) -> Result<()> {
    let settings = ctx.permit_company(Act::Edit, Area::Settings);
    settings.or_else(|_| ctx.permit_company(Act::Edit, Area::Attendance))
}

/// Sets a shift from a day on; earlier days keep the one that they had, and later ones that are
/// judged already are judged again.
pub async fn set_shift(tx: &Tx, new: NewShift) -> Result<shift::Model> {
    may_set_shifts(tx)?;

    let today = tx.now.day(&tx.actor.zone);
    let name = frame::text::line(&new.name);
    if let Some(team) = new.team {
        let known = tx.whole_company::<team::Entity>().filter(team::Column::Id.eq(team));
        known.one(&**tx).await?.ok_or(Error::refused(ShiftRefused::UnknownTeam))?;
    }

    let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
    if name.is_none() {
        faults.push(Box::new(ShiftRefused::NoName));
    }
    if new.starts == new.ends {
        faults.push(Box::new(ShiftRefused::NoLength));
    }
    let bounded = [
        (new.grace_minutes, MOST_GRACE, ShiftRefused::Grace),
        (new.grace_out_minutes, MOST_GRACE, ShiftRefused::GraceOut),
        (new.margin_before_minutes, MOST_MARGIN, ShiftRefused::MarginBefore),
        (new.margin_after_minutes, MOST_MARGIN, ShiftRefused::MarginAfter),
    ];
    for (minutes, most, refused) in bounded {
        if !(0..=most).contains(&minutes) {
            faults.push(Box::new(refused));
        }
    }
    if new.weekdays.0 == 0 || Weekdays::ALL.0 < new.weekdays.0 {
        faults.push(Box::new(ShiftRefused::NoWeekday));
    }
    if new.from < today.plus(-FARTHEST_BACK) {
        faults.push(Box::new(ShiftRefused::TooFarBack));
    }
    let Some(name) = name.filter(|_| faults.is_empty()) else { return Err(Error::Invalid(faults)) };

    let shift = put(tx, NewShift { name, ..new }).await?;
    if shift.effective_from <= today {
        tx.later(tx.now, &JudgeAgain::of(shift.team_id, shift.effective_from))?;
    }
    tx.record(
        Event::of("attendance.shift_set", "shift", shift.id)
            .with("name", shift.name.clone())
            .with("starts", shift.starts.clone())
            .with("ends", shift.ends.clone())
            .with("from", shift.effective_from.to_string()),
    );
    Ok(shift)
}

/// What a company works by until it says otherwise.
pub async fn begin_with(tx: &Tx) -> Result<()> {
    let office = NewShift {
        team: None,
        name: "Kantor".to_owned(),
        starts: jiff::civil::time(8, 0, 0, 0),
        ends: jiff::civil::time(17, 0, 0, 0),
        grace_minutes: 10,
        grace_out_minutes: 0,
        margin_before_minutes: USUAL_MARGIN,
        margin_after_minutes: USUAL_MARGIN,
        meaning: ShiftMeaning::Company,
        weekdays: Weekdays::MONDAY_TO_FRIDAY,
        from: BEGINNING,
    };
    put(tx, office).await?;
    Ok(())
}

/// A shift that begins on the same day as another of its team takes its place.
async fn put(tx: &Tx, new: NewShift) -> Result<shift::Model> {
    let time = |it: Time| format!("{:02}:{:02}", it.hour(), it.minute());
    let same = match new.team {
        Some(team) => shift::Column::TeamId.eq(team),
        None => shift::Column::TeamId.is_null(),
    };
    let same = tx.whole_company::<shift::Entity>().filter(same);
    let same = same.filter(shift::Column::EffectiveFrom.eq(new.from)).one(&**tx).await?;
    let known = same.is_some();
    let mut row = match same {
        Some(same) => same.into_active_model(),
        None => shift::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            team_id: Set(new.team),
            effective_from: Set(new.from),
            ..Default::default()
        },
    };
    row.name = Set(new.name);
    row.starts = Set(time(new.starts));
    row.ends = Set(time(new.ends));
    row.grace_minutes = Set(new.grace_minutes);
    row.grace_out_minutes = Set(new.grace_out_minutes);
    row.margin_before_minutes = Set(new.margin_before_minutes);
    row.margin_after_minutes = Set(new.margin_after_minutes);
    row.meaning = Set(new.meaning);
    row.weekdays = Set(i32::from(new.weekdays.0));
    if known { tx.update(row).await } else { tx.insert(row).await }
}

/// All shifts, by team and from the newest: what holds, what held, what will hold.
pub async fn shifts(ctx: &Ctx) -> Result<Vec<shift::Model>> {
    may_set_shifts(ctx)?;
    let shifts = ctx
        .find::<shift::Entity>()
        .order_by_asc(shift::Column::TeamId)
        .order_by_desc(shift::Column::EffectiveFrom);
    Ok(shifts.all(ctx).await?)
}

// From outside.

/// A shift as a form or a program says it.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
pub struct ShiftIn {
    /// None: of everybody whose team has no shift of its own.
    pub team_id: Option<String>,
    pub name: String,
    /// `HH:MM` on the clock of its meaning; not later than it starts is on the next day.
    pub starts: String,
    pub ends: String,
    /// Up to so many minutes after the start nobody is late.
    pub grace_minutes: i32,
    /// Up to so many minutes before the end nobody has left early; none unless told.
    #[serde(default)]
    pub grace_out_minutes: i32,
    /// So many minutes before the start a punch is certainly meant for this shift; 60 unless told.
    #[serde(default = "usual_margin")]
    pub margin_before_minutes: i32,
    /// The same after the end.
    #[serde(default = "usual_margin")]
    pub margin_after_minutes: i32,
    /// `company` or `local`.
    pub meaning: String,
    /// 1 is Monday, 7 Sunday.
    pub weekdays: Vec<i64>,
    /// `YYYY-MM-DD`
    pub from: String,
}

const fn usual_margin() -> i32 {
    USUAL_MARGIN
}

impl ShiftIn {
    /// What it says; every part that cannot be read is named.
    pub fn read(&self) -> Result<NewShift> {
        let mut faults: Vec<Box<dyn Refusal>> = Vec::new();
        let starts = noted(self.starts.parse(), ShiftRefused::NoStart, &mut faults);
        let ends = noted(self.ends.parse(), ShiftRefused::NoEnd, &mut faults);
        let from = noted(self.from.parse(), ShiftRefused::NoDay, &mut faults);
        let meaning = ShiftMeaning::from_word(&self.meaning).ok_or(());
        let meaning = noted(meaning, ShiftRefused::NoMeaning, &mut faults);
        let team = self.team_id.as_deref().filter(|it| !it.is_empty());
        let team = team.map(str::parse::<TeamId>).transpose();
        let team = noted(team, ShiftRefused::UnknownTeam, &mut faults);
        let bit = |day: &i64| (1..=7).contains(day).then(|| 1 << (day - 1));
        // A day that no week has is not left out in silence: then none is known.
        let weekdays: Option<Vec<u8>> = self.weekdays.iter().map(bit).collect();
        let weekdays = weekdays.unwrap_or_default().into_iter().fold(0, |all, it| all | it);
        match (starts, ends, from, meaning, team) {
            (Some(starts), Some(ends), Some(from), Some(meaning), Some(team)) => Ok(NewShift {
                team,
                name: self.name.clone(),
                starts,
                ends,
                grace_minutes: self.grace_minutes,
                grace_out_minutes: self.grace_out_minutes,
                margin_before_minutes: self.margin_before_minutes,
                margin_after_minutes: self.margin_after_minutes,
                meaning,
                weekdays: Weekdays(weekdays),
                from,
            }),
            _ => Err(Error::Invalid(faults)),
        }
    }
}

fn noted<T, E>(
    read: Result<T, E>,
    refused: ShiftRefused,
    faults: &mut Vec<Box<dyn Refusal>>,
) -> Option<T> {
    if read.is_err() {
        faults.push(Box::new(refused));
    }
    read.ok()
}

/// A shift as the API shows it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct ShiftOut {
    #[schema(value_type = uuid::Uuid)]
    id: ShiftId,
    team_id: Option<TeamId>,
    name: String,
    starts: String,
    ends: String,
    grace_minutes: i32,
    grace_out_minutes: i32,
    margin_before_minutes: i32,
    margin_after_minutes: i32,
    meaning: ShiftMeaning,
    /// 1 is Monday, 7 Sunday.
    weekdays: Vec<u8>,
    from: Day,
}

impl From<shift::Model> for ShiftOut {
    fn from(shift: shift::Model) -> Self {
        Self {
            weekdays: (1..=7).filter(|day| shift.weekdays >> (day - 1) & 1 == 1).collect(),
            id: shift.id,
            team_id: shift.team_id,
            name: shift.name,
            starts: shift.starts,
            ends: shift.ends,
            grace_minutes: shift.grace_minutes,
            grace_out_minutes: shift.grace_out_minutes,
            margin_before_minutes: shift.margin_before_minutes,
            margin_after_minutes: shift.margin_after_minutes,
            meaning: shift.meaning,
            from: shift.effective_from,
        }
    }
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
struct ShiftsOut {
    items: Vec<ShiftOut>,
}

/// Shifts of the company and of its teams
#[utoipa::path(
    get,
    path = "/api/v1/attendance/shifts",
    tag = "attendance",
    responses((status = 200, body = ShiftsOut)),
)]
async fn list(ctx: Ctx) -> Result<Json<ShiftsOut>> {
    let shifts = shifts(&ctx).await?;
    Ok(Json(ShiftsOut { items: shifts.into_iter().map(ShiftOut::from).collect() }))
}

/// Set a shift from a day on
#[utoipa::path(
    post,
    path = "/api/v1/attendance/shifts",
    tag = "attendance",
    request_body = ShiftIn,
    responses((status = 201, body = ShiftOut), (status = 422, body = frame::web::api::Problem)),
)]
async fn create(ctx: Ctx, Json(said): Json<ShiftIn>) -> Result<(StatusCode, Json<ShiftOut>)> {
    let tx = ctx.begin().await?;
    let shift = set_shift(&tx, said.read()?).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(shift.into())))
}
