//! A dated next step.

use frame::Ctx;
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

/// The steps that the actor has not done yet, the nearest first.
pub fn open_of_mine(ctx: &Ctx) -> Select<Entity> {
    ctx.whole_company::<Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::DoneAt.is_null())
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
        }
    }
}
