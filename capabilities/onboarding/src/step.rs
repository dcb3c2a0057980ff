//! A step of welcoming a client. It is a task: whose it is, until when, and whether it is done
//! stand there, so that everybody has one list of what to do.

use std::collections::HashMap;

use accounts::account;
use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{CompanyId, Day, Instant, Lang, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, QueryOrder};
use tasks::{TaskId, task};

use crate::onboarding::{self, OnboardingId};
use crate::rules::{Standing, StepKind, standing};

ids! {
    /// A step of welcoming a client.
    StepId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "onboarding_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StepId,
    pub onboarding_id: OnboardingId,
    pub task_id: TaskId,
    pub position: i32,
    pub kind: StepKind,
    pub label_id: String,
    pub label_en: String,
    /// What was seen, so that it ticked itself.
    pub seen: Option<StepKind>,
    pub skipped_at: Option<Instant>,
    pub skipped_why: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = StepId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whose client it is, and whose step.
    fn owned_by(whose: frame::Whose) -> Condition {
        let client = Query::select()
            .expr(Expr::value(1))
            .from(onboarding::Entity)
            .and_where(onboarding::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr()))
            .and_where(onboarding::Column::Id.into_expr().eq(Column::OnboardingId.into_expr()))
            .cond_where(<onboarding::Entity as frame::Owned>::owned_by(whose))
            .to_owned();
        let own = Query::select()
            .expr(Expr::value(1))
            .from(task::Entity)
            .and_where(task::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr()))
            .and_where(task::Column::Id.into_expr().eq(Column::TaskId.into_expr()))
            .cond_where(whose.holds(task::Column::OwnerId))
            .to_owned();
        Condition::any().add(Expr::exists(client)).add(Expr::exists(own))
    }
}

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }
}

/// A step with its task.
#[derive(Clone, Debug)]
pub struct Step {
    pub step: Model,
    pub task: task::Model,
}

impl Step {
    pub fn standing(&self, today: Day) -> Standing {
        let gone = self.step.skipped_at.is_some() || self.task.hidden_at.is_some();
        standing(self.task.done_at, gone, self.task.due_on, today)
    }
}

/// The steps of these, in their order, each with its task.
pub async fn of(ctx: &Ctx, of: &[OnboardingId]) -> Result<Vec<Step>> {
    let steps = ctx
        .whole_company::<Entity>()
        .filter(Column::OnboardingId.is_in(of.iter().copied()))
        .order_by_asc(Column::Position);
    with_tasks(ctx, steps.all(ctx).await?).await
}

async fn with_tasks(ctx: &Ctx, steps: Vec<Model>) -> Result<Vec<Step>> {
    let tasks = ctx
        .whole_company::<task::Entity>()
        .filter(task::Column::Id.is_in(steps.iter().map(|it| it.task_id)));
    let tasks = tasks.all(ctx).await?;
    let mut tasks: HashMap<TaskId, task::Model> = tasks.into_iter().map(|it| (it.id, it)).collect();
    let both = steps.into_iter().filter_map(|step| {
        let task = tasks.remove(&step.task_id)?;
        Some(Step { step, task })
    });
    Ok(both.collect())
}

/// One that the actor may see.
pub async fn get(ctx: &Ctx, id: StepId) -> Result<Step> {
    let step = ctx.get::<Entity>(id).await?;
    with_tasks(ctx, vec![step]).await?.pop().ok_or(Error::NotFound)
}

/// May the actor tick this step, or skip it? Whose it is may, and whoever works on the client.
pub async fn may_tick(ctx: &Ctx, account: accounts::AccountId, owner: PersonId) -> Result<bool> {
    if owner == ctx.actor.person {
        return Ok(true);
    }
    match account::get_to(ctx, Act::Edit, account).await {
        Ok(_) => Ok(true),
        Err(Error::Denied | Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
