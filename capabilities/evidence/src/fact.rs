//! A fact: what a phone said, as it said it, and how far that proves itself.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::evidence::{PlaceVerdict, PlaceWord, ReviewState, Signal, TimeGrade, TimeVerdict};
use kernel::geo::Fix;
use kernel::{CompanyId, FactId, Instant, PersonId, Zone, ids, labels};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Select};

ids! {
    /// A browser profile on a phone, by the name that it gave itself.
    DeviceId,
}

labels! {
    /// What a phone may say.
    pub enum FactKind {
        ClockIn = "clock_in",
        ClockOut = "clock_out",
        VisitCheckIn = "visit_check_in",
        VisitCheckOut = "visit_check_out",
        VisitSkip = "visit_skip",
        VisitPlan = "visit_plan",
        AccountCreate = "account_create",
        Note = "note",
        ContactLog = "contact_log",
        TaskDone = "task_done",
        Answer = "answer",
    }
}

impl FactKind {
    /// Whether it matters where it happened.
    pub const fn has_place(self) -> bool {
        matches!(self, Self::ClockIn | Self::ClockOut | Self::VisitCheckIn | Self::VisitCheckOut)
    }
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "fact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Made on the phone: the same fact sent twice is one fact.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FactId,
    pub owner_id: PersonId,
    pub device_id: DeviceId,
    pub device_seq: i64,
    pub kind: FactKind,
    /// SHA-256 of the event as it was read; another body under the same id is a conflict.
    pub body_hash: Vec<u8>,
    pub claimed_at: Instant,
    pub received_at: Instant,
    /// What counts: see [`TimeVerdict`].
    pub recorded_at: Instant,
    pub zone: Zone,
    pub time_grade: TimeGrade,
    /// [`TimeVerdict`] as JSON.
    pub time_reason: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub accuracy_m: Option<f64>,
    pub altitude_m: Option<f64>,
    pub fix_error: Option<String>,
    pub place_verdict: Option<PlaceWord>,
    /// [`PlaceVerdict`] as JSON.
    pub place_reason: Option<String>,
    pub distance_m: Option<f64>,
    pub radius_m: Option<f64>,
    /// [`Signal`]s as JSON.
    pub signals: String,
    /// Hashes of photos as JSON.
    pub photos: String,
    pub payload: String,
    pub account_id: Option<Uuid>,
    pub visit_id: Option<Uuid>,
    /// [`crate::Receipt`] as JSON, as it was first given.
    pub receipt: String,
    pub receipt_hash: Vec<u8>,
    pub review: ReviewState,
    pub reviewer_id: Option<PersonId>,
    pub reviewed_at: Option<Instant>,
    /// What the reviewer asked, or why they rejected.
    pub question: Option<String>,
    pub answer: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { FactId, Area::Attendance, OwnerId }

impl Model {
    pub fn time(&self) -> TimeVerdict {
        let stored = serde_json::from_str(&self.time_reason);
        stored.unwrap_or_else(|_| TimeVerdict::live(self.recorded_at))
    }

    pub fn place(&self) -> Option<PlaceVerdict> {
        serde_json::from_str(self.place_reason.as_deref()?).ok()
    }

    pub fn signals(&self) -> Vec<Signal> {
        serde_json::from_str(&self.signals).unwrap_or_default()
    }

    pub fn photos(&self) -> Vec<String> {
        serde_json::from_str(&self.photos).unwrap_or_default()
    }

    pub fn fix(&self) -> Option<Fix> {
        Some(Fix {
            lat: self.lat?,
            lon: self.lon?,
            accuracy_m: self.accuracy_m?,
            altitude_m: self.altitude_m,
            age_ms: None,
        })
    }
}

/// A fact by its id, whoever said it: an id is made once in the world.
pub async fn by_id(ctx: &Ctx, id: FactId) -> Result<Option<Model>> {
    Ok(ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?)
}

/// What somebody recorded between two moments, oldest first. The caller has loaded that person
/// in reach, or judges by a rule.
pub async fn of_person(
    ctx: &Ctx,
    person: PersonId,
    from: Instant,
    to: Instant,
    kinds: &[FactKind],
) -> Result<Vec<Model>> {
    Ok(between(ctx, person, from, to, kinds).all(ctx).await?)
}

/// As [`of_person`], for a caller who needs less than the whole of each.
pub fn between(
    ctx: &Ctx,
    person: PersonId,
    from: Instant,
    to: Instant,
    kinds: &[FactKind],
) -> Select<Entity> {
    ctx.whole_company::<Entity>()
        .filter(Column::OwnerId.eq(person))
        .filter(Column::RecordedAt.gte(from))
        .filter(Column::RecordedAt.lt(to))
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .order_by_asc(Column::RecordedAt)
        .limit(2_000)
}
