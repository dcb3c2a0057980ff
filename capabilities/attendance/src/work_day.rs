//! The judged day, as it was computed last.

use frame::Ctx;
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, PersonId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{CaseStatement, SimpleExpr};
use sea_orm::{FromQueryResult, QuerySelect, Select};

use crate::rules::{DayMark, DayState, WorkDay};
use crate::shift::ShiftId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "work_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Day,
    /// The version of the shift that it was judged by.
    pub shift_id: Option<ShiftId>,
    pub state: DayState,
    pub opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub worked_minutes: i64,
    pub late_minutes: i64,
    pub left_early_minutes: i64,
    /// [`DayMark`] words with commas between.
    pub marks: String,
    /// [`WorkDay`] as JSON: every part of the judgment, and why.
    pub judgment: String,
    pub computed_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Day: Day, Area::Attendance, OwnerId }

impl Model {
    pub fn marks(&self) -> Vec<DayMark> {
        marks(&self.marks)
    }

    /// Worked until this moment: what is open goes on after it was judged.
    pub fn worked_by(&self, now: Instant) -> i64 {
        match self.state {
            DayState::Open => {
                let since = now.seconds_since(self.computed_at).max(0) / 60;
                (self.worked_minutes + since).min(24 * 60)
            }
            DayState::None | DayState::Closed => self.worked_minutes,
        }
    }

    /// The whole judgment; none when an older version of the program wrote it.
    pub fn judgment(&self) -> Option<WorkDay> {
        serde_json::from_str(&self.judgment).ok()
    }
}

/// A judged day without its long judgment, for lists.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Slim {
    pub owner_id: PersonId,
    pub day: Day,
    pub state: DayState,
    pub opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    /// Until now, while it is open.
    pub worked_minutes: i64,
    pub late_minutes: i64,
    pub left_early_minutes: i64,
    pub marks: String,
}

/// The days within the actor's reach, as [`Slim`].
pub fn slim(ctx: &Ctx) -> Select<Entity> {
    let columns = [
        Column::OwnerId,
        Column::Day,
        Column::State,
        Column::OpenedAt,
        Column::ClosedAt,
        Column::LateMinutes,
        Column::LeftEarlyMinutes,
        Column::Marks,
    ];
    let days = ctx.find::<Entity>().select_only().columns(columns);
    days.column_as(worked_by(ctx.now), "worked_minutes")
}

/// As [`Model::worked_by`], where many days are read: on every page, list and sheet an open day is
/// as long as it is now.
pub fn worked_by(now: Instant) -> SimpleExpr {
    use sea_orm::sea_query::ExprTrait;

    let since = Expr::val(now).sub(Expr::col(Column::ComputedAt)).div(60_000_000_i64);
    let open = Expr::col(Column::State).eq(DayState::Open);
    let goes_on = open.and(Expr::col(Column::ComputedAt).lt(now));
    let more = CaseStatement::new().case(goes_on, since).finally(0_i64);
    Expr::col(Column::WorkedMinutes).add(more)
}

impl Slim {
    pub fn marks(&self) -> Vec<DayMark> {
        marks(&self.marks)
    }
}

fn marks(words: &str) -> Vec<DayMark> {
    words.split(',').filter_map(DayMark::from_word).collect()
}

/// A judged day as the API and the phone show it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct WorkDayOut {
    pub person_id: PersonId,
    pub day: Day,
    pub state: DayState,
    pub opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub worked_minutes: i64,
    pub late_minutes: i64,
    pub left_early_minutes: i64,
    #[schema(value_type = Vec<String>)]
    pub marks: Vec<DayMark>,
}

impl From<Slim> for WorkDayOut {
    fn from(day: Slim) -> Self {
        Self {
            person_id: day.owner_id,
            marks: day.marks(),
            day: day.day,
            state: day.state,
            opened_at: day.opened_at,
            closed_at: day.closed_at,
            worked_minutes: day.worked_minutes,
            late_minutes: day.late_minutes,
            left_early_minutes: day.left_early_minutes,
        }
    }
}
