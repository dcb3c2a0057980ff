//! The judged day, as it was computed last.

use frame::Ctx;
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, PersonId};
use sea_orm::entity::prelude::*;
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
    pub worked_minutes: i64,
    pub late_minutes: i64,
    pub left_early_minutes: i64,
    pub marks: String,
}

/// The days within the actor's reach, as [`Slim`].
pub fn slim(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().select_only().columns([
        Column::OwnerId,
        Column::Day,
        Column::State,
        Column::OpenedAt,
        Column::ClosedAt,
        Column::WorkedMinutes,
        Column::LateMinutes,
        Column::LeftEarlyMinutes,
        Column::Marks,
    ])
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
    #[schema(value_type = String)]
    pub state: DayState,
    pub opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub worked_minutes: i64,
    pub late_minutes: i64,
    pub left_early_minutes: i64,
    #[schema(value_type = Vec<String>)]
    pub marks: Vec<DayMark>,
}

impl From<Model> for WorkDayOut {
    fn from(day: Model) -> Self {
        Slim {
            owner_id: day.owner_id,
            day: day.day,
            state: day.state,
            opened_at: day.opened_at,
            closed_at: day.closed_at,
            worked_minutes: day.worked_minutes,
            late_minutes: day.late_minutes,
            left_early_minutes: day.left_early_minutes,
            marks: day.marks,
        }
        .into()
    }
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

impl WorkDayOut {
    /// A day that was judged just now.
    pub fn of(person: PersonId, day: &WorkDay) -> Self {
        Self {
            person_id: person,
            day: day.day,
            state: day.state,
            opened_at: day.opened_at,
            closed_at: day.closed_at,
            worked_minutes: day.worked_minutes,
            late_minutes: day.late_minutes,
            left_early_minutes: day.left_early_minutes,
            marks: day.marks.clone(),
        }
    }
}
