//! A kept question that goes out by mail, and to whom.

use frame::{Ctx, Result, Whose};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};

use crate::kept_report::{self, KeptId};
use crate::rules::{MailFile, Rhythm, When};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kept_id: KeptId,
    pub every: Rhythm,
    /// Of the week, from Monday as 1, or of the month.
    pub on_day: i32,
    /// By the company's clock.
    pub hour: i32,
    pub next_at: Instant,
    pub paused_at: Option<Instant>,
    /// What is attached.
    pub file: MailFile,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = KeptId;
    const AREA: Area = Area::Reports;

    fn id() -> Column {
        Column::KeptId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: Whose) -> Condition {
        is_theirs(Column::CompanyId, Column::KeptId, whose)
    }
}

impl Model {
    pub fn when(&self) -> When {
        When { every: self.every, on_day: self.on_day, hour: self.hour }
    }
}

/// The rows of whoever keeps the question.
pub fn is_theirs(company: impl ColumnTrait, kept: impl ColumnTrait, whose: Whose) -> Condition {
    let theirs = Query::select()
        .expr(Expr::value(1))
        .from(kept_report::Entity)
        .and_where(kept_report::Column::CompanyId.into_expr().eq(company.into_expr()))
        .and_where(kept_report::Column::Id.into_expr().eq(kept.into_expr()))
        .cond_where(whose.holds(kept_report::Column::OwnerId))
        .to_owned();
    Condition::all().add(Expr::exists(theirs))
}

/// How a kept question goes out; the caller has loaded it for its keeper.
pub async fn of(ctx: &Ctx, kept: KeptId) -> Result<Option<Model>> {
    let mail = ctx.whole_company::<Entity>().filter(Column::KeptId.eq(kept));
    Ok(mail.one(ctx).await?)
}

/// How it goes out, as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct MailOut {
    pub every: Rhythm,
    pub on_day: i32,
    pub hour: i32,
    pub next_at: Instant,
    pub paused_at: Option<Instant>,
    /// What is attached: to each reader what they may take out.
    pub file: MailFile,
    pub readers: Vec<PersonId>,
}
