//! A visit: planned, open, done, skipped or missed.

use accounts::AccountId;
use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, FactId, Instant, PersonId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::UnionType;
use sea_orm::{Condition, QueryOrder, QuerySelect, Select};

use crate::rules::{
    OtherVisit, Rejected, Visit, VisitEnd, VisitId, VisitRefused, VisitState, is_made,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VisitId,
    pub owner_id: PersonId,
    pub account_id: AccountId,
    /// For which it was planned, or on which it was made.
    pub day: Day,
    /// Its place in the plan of the day; 0 for one that was not planned.
    pub sequence: i32,
    pub planned: bool,
    /// `HH:MM` on the company's clock.
    pub planned_time: Option<String>,
    pub state: VisitState,
    pub arrived_at: Option<Instant>,
    pub left_at: Option<Instant>,
    pub dwell_minutes: Option<i64>,
    /// The code of an outcome of the company.
    pub outcome: Option<String>,
    pub effective: Option<bool>,
    pub note: Option<String>,
    /// The code of a reason of the company.
    pub skip_reason: Option<String>,
    pub rescheduled_from: Option<VisitId>,
    pub closed_by: Option<VisitEnd>,
    /// What of its evidence was rejected, and in which words.
    pub rejected: Option<Rejected>,
    pub rejected_why: Option<String>,
    pub check_in_id: Option<FactId>,
    pub check_out_id: Option<FactId>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "accounts::account::Entity",
        from = "(Column::CompanyId, Column::AccountId)",
        to = "(accounts::account::Column::CompanyId, accounts::account::Column::Id)"
    )]
    Account,
}

impl Related<accounts::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { VisitId, Area::Visits, OwnerId }

impl Model {
    /// As the rules speak of it.
    pub fn rule(&self) -> Visit {
        Visit {
            id: self.id,
            state: self.state,
            day: self.day,
            arrived_at: self.arrived_at,
            left_at: self.left_at,
            ended_by: self.closed_by,
            is_rejected: !is_made(self.rejected),
        }
    }

    /// When it was made, as far as anybody believes so.
    pub fn made_at(&self) -> Option<Instant> {
        self.arrived_at.filter(|_| is_made(self.rejected))
    }

    /// How long it lasted, as far as anybody believes so.
    pub fn dwell(&self) -> Option<i64> {
        self.dwell_minutes.filter(|_| self.rejected.is_none())
    }

    /// Whether it was worth its way, as far as anybody believes so.
    pub fn worth(&self) -> Option<bool> {
        self.effective.filter(|_| self.rejected.is_none())
    }

    pub fn path(&self) -> String {
        format!("/visits/{}", self.id)
    }
}

/// A visit of the actor's own by its id; none when nobody has one. An id of somebody else's is
/// refused, and does not say whose it is.
pub async fn mine(ctx: &Ctx, id: VisitId) -> Result<Option<Model>> {
    let visit = ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?;
    match visit {
        Some(visit) if visit.owner_id != ctx.actor.person => {
            Err(Error::refused(VisitRefused::UnknownVisit))
        }
        visit => Ok(visit),
    }
}

/// As [`mine`], and it must be there.
pub async fn known(ctx: &Ctx, id: VisitId) -> Result<Model> {
    mine(ctx, id).await?.ok_or(Error::refused(VisitRefused::UnknownVisit))
}

/// Other visits of the actor that were begun on this day or are still open.
pub async fn begun_around(ctx: &Ctx, day: Day) -> Result<Vec<Model>> {
    Ok(around(ctx, day).all(ctx).await?)
}

/// Each half is found in an index of its own. Asked as one condition, SQLite would read whatever
/// the person has ever visited; and what is open is said outright, for a bound word cannot match
/// the index of what is open.
fn around(ctx: &Ctx, day: Day) -> Select<Entity> {
    let theirs = |that: Condition| {
        let mut ids = ctx.whole_company::<Entity>().select_only().column(Column::Id);
        ids = ids.filter(Column::OwnerId.eq(ctx.actor.person)).filter(that);
        QuerySelect::query(&mut ids).take()
    };
    let open = Condition::all().add(Expr::cust("state = 'open'"));
    let on_the_day = Condition::all().add(Column::Day.eq(day));
    let around = theirs(open).union(UnionType::All, theirs(on_the_day)).take();
    ctx.whole_company::<Entity>()
        .filter(Column::Id.in_subquery(around))
        .filter(Column::ArrivedAt.is_not_null())
        .order_by_asc(Column::ArrivedAt)
}

/// The visits that count as made.
pub fn made() -> Condition {
    let believed = Condition::any()
        .add(Column::Rejected.is_null())
        .add(Column::Rejected.ne(Rejected::CheckIn));
    Condition::all().add(Column::ArrivedAt.is_not_null()).add(believed)
}

/// As the rule of arrival wants it. Where nobody was, nobody left; but one that is open still ends.
pub fn other(visit: &Model) -> Option<OtherVisit> {
    let is_open = visit.state == VisitState::Open;
    if !is_open && visit.made_at().is_none() {
        return None;
    }
    Some(OtherVisit { id: visit.id, arrived_at: visit.arrived_at?, is_open })
}

/// A visit as the API and the phone show it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct VisitOut {
    pub id: VisitId,
    pub person_id: PersonId,
    pub account_id: AccountId,
    pub day: Day,
    pub sequence: i32,
    pub planned: bool,
    pub planned_time: Option<String>,
    pub state: VisitState,
    pub arrived_at: Option<Instant>,
    pub left_at: Option<Instant>,
    pub dwell_minutes: Option<i64>,
    pub outcome: Option<String>,
    pub effective: Option<bool>,
    pub note: Option<String>,
    pub skip_reason: Option<String>,
    pub closed_by: Option<VisitEnd>,
    /// `check_in`: it does not count as made. `check_out`: its length and outcome do not count.
    pub rejected: Option<Rejected>,
    /// Why, in the reviewer's words.
    pub rejected_why: Option<String>,
}

impl From<Model> for VisitOut {
    fn from(visit: Model) -> Self {
        let (dwell_minutes, effective) = (visit.dwell(), visit.worth());
        Self {
            id: visit.id,
            person_id: visit.owner_id,
            account_id: visit.account_id,
            day: visit.day,
            sequence: visit.sequence,
            planned: visit.planned,
            planned_time: visit.planned_time,
            state: visit.state,
            arrived_at: visit.arrived_at,
            left_at: visit.left_at,
            dwell_minutes,
            outcome: visit.outcome,
            effective,
            note: visit.note,
            skip_reason: visit.skip_reason,
            closed_by: visit.closed_by,
            rejected: visit.rejected,
            rejected_why: visit.rejected_why,
        }
    }
}

#[cfg(test)]
mod tests {
    use testing::{AYU, World, plan};
    use utoipa_axum::router::OpenApiRouter;

    use super::*;

    #[tokio::test]
    async fn what_somebody_visited_years_ago_is_not_read_at_a_check_in() {
        let world = World::with(OpenApiRouter::new()).await;
        let ctx = world.ctx(AYU);

        let Some(plan) = plan(&ctx, &around(&ctx, ctx.now.day(&ctx.actor.zone))).await else {
            return;
        };

        for index in ["visit_open_once", "visit_owner_day (company_id=? AND owner_id=? AND day=?)"]
        {
            assert!(plan.contains(index), "{plan}");
        }
        assert!(!plan.contains("SCAN"), "{plan}");
        assert!(!plan.contains("visit_updated"), "{plan}");
    }
}
