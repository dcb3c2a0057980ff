//! Tasks that belong together, by name: what a company does with a new client, each time.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::steps::TemplateRefused;
use crate::rules::steps::{Counted, Step};
use crate::task_template_step;

ids! {
    /// A template of tasks.
    TemplateId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TemplateId,
    pub name: String,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// Not offered any more.
    pub retired_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// The company's own; whoever may add tasks reads them.
frame::owned! { TemplateId, Area::Accounts }

/// The templates of the company by name, those that are offered first.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let templates = ctx.whole_company::<Entity>().order_by_asc(Column::Name).all(ctx).await?;
    let (retired, offered): (Vec<_>, Vec<_>) =
        templates.into_iter().partition(|it| it.retired_at.is_some());
    Ok(offered.into_iter().chain(retired).collect())
}

/// Those that are offered.
pub async fn offered(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(all(ctx).await?.into_iter().filter(|it| it.retired_at.is_none()).collect())
}

/// One of the company's.
pub async fn get(ctx: &Ctx, id: TemplateId) -> Result<Model> {
    let template = ctx.whole_company::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?;
    template.ok_or(Error::NotFound)
}

/// One that is offered.
pub async fn get_offered(ctx: &Ctx, id: TemplateId) -> Result<Model> {
    let template = get(ctx, id).await?;
    match template.retired_at {
        None => Ok(template),
        Some(_) => Err(Error::refused(TemplateRefused::Retired)),
    }
}

/// What it is made of, in its order.
pub async fn steps(ctx: &Ctx, id: TemplateId) -> Result<Vec<Step>> {
    let steps = ctx
        .whole_company::<task_template_step::Entity>()
        .filter(task_template_step::Column::TemplateId.eq(id))
        .order_by_asc(task_template_step::Column::Position)
        .all(ctx)
        .await?;
    let step =
        |it: task_template_step::Model| Step { text: it.text, days: it.days, counted: it.counted };
    Ok(steps.into_iter().map(step).collect())
}

/// A template as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TemplateOut {
    pub id: TemplateId,
    pub name: String,
    /// False when it is not offered any more.
    pub offered: bool,
    pub steps: Vec<StepOut>,
}

/// One task of it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepOut {
    pub text: String,
    /// Due so many days after the first day.
    pub days: i32,
    #[serde(default)]
    pub counted: Counted,
}

impl TemplateOut {
    pub fn of(template: Model, steps: Vec<Step>) -> Self {
        let step = |it: Step| StepOut { text: it.text, days: it.days, counted: it.counted };
        Self {
            id: template.id,
            name: template.name,
            offered: template.retired_at.is_none(),
            steps: steps.into_iter().map(step).collect(),
        }
    }
}
