//! A task: what somebody will do, and until when.

use accounts::{AccountId, account};
use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, PersonId, Zone, ids};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, Select};

use crate::rules::repeat::{RepeatFrom, Slot};
use crate::rules::timing::{self, Remind, Repeating, Timing};

ids! {
    /// A task.
    TaskId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaskId,
    /// Whose task it is.
    pub owner_id: PersonId,
    pub account_id: Option<AccountId>,
    pub text: String,
    pub due_on: Option<Day>,
    pub done_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Who gave it to whoever it is of; none when they wrote it down themselves.
    pub assigned_by: Option<PersonId>,
    /// The deal that it is about.
    pub opportunity_id: Option<Uuid>,
    pub hidden_at: Option<Instant>,
    /// `HH:MM` on the clock of the next one; none for the whole day.
    pub due_time: Option<String>,
    /// The zone of whoever said so.
    pub due_zone: Option<Zone>,
    /// That moment.
    pub due_at: Option<Instant>,
    /// So many minutes before it, or before the morning of its day.
    pub remind_minutes: Option<i32>,
    pub remind_mail: bool,
    /// When the reminder comes; none when it has come, or there is none.
    pub remind_at: Option<Instant>,
    pub reminded_at: Option<Instant>,
    /// A rule of RFC 5545.
    pub repeat_rule: Option<String>,
    pub repeat_from: Option<RepeatFrom>,
    pub series_id: Option<Uuid>,
    pub series_number: Option<i32>,
    /// The day on which the rule put it, wherever it was moved since.
    pub series_on: Option<Day>,
    /// The one that came after it.
    pub next_id: Option<TaskId>,
    /// The act by which a template was put on a client.
    pub template_use_id: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = TaskId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whose task it is, and whoever looks after the client.
    fn owned_by(whose: frame::Whose) -> Condition {
        Condition::any()
            .add(whose.holds(Column::OwnerId))
            .add(account::is_theirs(Column::AccountId, whose))
    }
}

impl Model {
    pub fn time(&self) -> Option<jiff::civil::Time> {
        timing::time(self.due_time.as_deref()?).ok()?
    }

    /// As the rules speak of it.
    pub fn timing(&self) -> Timing {
        let remind = self.remind_minutes.map(|minutes| Remind { minutes, mail: self.remind_mail });
        let rule = self.repeat_rule.as_deref().and_then(|it| it.parse().ok());
        let from = self.repeat_from.unwrap_or_default();
        let repeat = rule.map(|rule| Repeating { rule, from });
        Timing { time: self.time(), remind, repeat }
    }

    /// Its place in its series.
    pub fn slot(&self) -> Option<Slot> {
        Some(Slot { number: self.series_number?, on: self.series_on? })
    }

    pub fn is_overdue(&self, now: Instant, today: Day) -> bool {
        self.done_at.is_none() && timing::is_overdue(self.due_on, self.due_at, now, today)
    }
}

/// The tasks that the actor may view and that nobody took away.
pub fn shown(ctx: &Ctx) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::HiddenAt.is_null())
}

/// Those of them that are still to be done.
pub fn open(ctx: &Ctx) -> Select<Entity> {
    shown(ctx).filter(Column::DoneAt.is_null())
}

/// One that the actor may view.
pub async fn get(ctx: &Ctx, id: TaskId) -> Result<Model> {
    shown(ctx).filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}

/// The tasks that the actor has not done yet, the nearest first.
pub fn open_of_mine(ctx: &Ctx) -> Select<Entity> {
    ctx.whole_company::<Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::DoneAt.is_null())
        .filter(Column::HiddenAt.is_null())
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
}

/// The open tasks about this deal, the nearest first, as far as the actor may view them.
pub fn open_of_deal(ctx: &Ctx, deal: Uuid) -> Select<Entity> {
    open(ctx)
        .filter(Column::OpportunityId.eq(deal))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
}

/// A task as the API and the phone show it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TaskOut {
    pub id: TaskId,
    pub account_id: Option<AccountId>,
    pub owner_id: PersonId,
    pub text: String,
    pub due_on: Option<Day>,
    /// `HH:MM` on the clock of `due_zone`; null for the whole day.
    pub due_time: Option<String>,
    pub due_zone: Option<Zone>,
    /// That moment.
    pub due_at: Option<Instant>,
    /// Reminds so many minutes before; of a whole day, before 08:00.
    pub remind_minutes: Option<i32>,
    /// Reminds by mail, too.
    pub remind_mail: bool,
    /// When the reminder comes; null when it has come.
    pub remind_at: Option<Instant>,
    /// A rule of RFC 5545: `FREQ=WEEKLY;BYDAY=MO`.
    pub repeat: Option<String>,
    pub repeat_from: Option<RepeatFrom>,
    pub series_id: Option<Uuid>,
    pub done_at: Option<Instant>,
    pub assigned_by: Option<PersonId>,
    pub opportunity_id: Option<Uuid>,
    pub template_use_id: Option<Uuid>,
    pub updated_at: Instant,
}

impl From<Model> for TaskOut {
    fn from(task: Model) -> Self {
        Self {
            id: task.id,
            account_id: task.account_id,
            owner_id: task.owner_id,
            text: task.text,
            due_on: task.due_on,
            due_time: task.due_time,
            due_zone: task.due_zone,
            due_at: task.due_at,
            remind_minutes: task.remind_minutes,
            remind_mail: task.remind_mail,
            remind_at: task.remind_at,
            repeat: task.repeat_rule,
            repeat_from: task.repeat_from,
            series_id: task.series_id,
            done_at: task.done_at,
            assigned_by: task.assigned_by,
            opportunity_id: task.opportunity_id,
            template_use_id: task.template_use_id,
            updated_at: task.updated_at,
        }
    }
}
