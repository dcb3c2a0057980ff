//! A dated next step.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, Select};

use crate::account::{self, AccountId};

ids! {
    /// A next step.
    TaskId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaskId,
    /// Whose step it is.
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

    /// Whose step it is, and whoever looks after the client.
    fn owned_by(whose: frame::Whose) -> Condition {
        Condition::any().add(whose.holds(Column::OwnerId)).add(account::is_theirs(
            Column::CompanyId,
            Column::AccountId,
            whose,
        ))
    }
}

/// The steps that the actor may view and that nobody took away.
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

/// The steps that the actor has not done yet, the nearest first.
pub fn open_of_mine(ctx: &Ctx) -> Select<Entity> {
    ctx.whole_company::<Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::DoneAt.is_null())
        .filter(Column::HiddenAt.is_null())
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
    pub done_at: Option<Instant>,
    pub assigned_by: Option<PersonId>,
    pub opportunity_id: Option<Uuid>,
}

impl From<Model> for TaskOut {
    fn from(task: Model) -> Self {
        Self {
            id: task.id,
            account_id: task.account_id,
            owner_id: task.owner_id,
            text: task.text,
            due_on: task.due_on,
            done_at: task.done_at,
            assigned_by: task.assigned_by,
            opportunity_id: task.opportunity_id,
        }
    }
}
