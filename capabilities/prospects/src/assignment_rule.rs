//! A rule that says to whom prospects go.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, TeamId, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::assign::{Limits, Way};
use crate::rules::fits::Asked;

ids! {
    /// A rule of assignment.
    RuleId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RuleId,
    pub name: String,
    pub position: i32,
    /// Cities and provinces, one a line; as are the next two.
    pub places: String,
    pub industries: String,
    pub sources: String,
    pub value_from: Option<i64>,
    pub way: Way,
    pub person_id: Option<PersonId>,
    pub team_id: Option<TeamId>,
    pub most_open: Option<i32>,
    pub most_clients: Option<i32>,
    pub most_in_day: Option<i32>,
    pub most_in_month: Option<i32>,
    /// Who had the last turn.
    pub last_id: Option<PersonId>,
    pub retired_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { RuleId, Area::Settings }

impl Model {
    pub fn asked(&self) -> Asked {
        Asked {
            places: lines(&self.places),
            industries: lines(&self.industries),
            sources: lines(&self.sources),
            value_from: self.value_from,
        }
    }

    pub fn limits(&self) -> Limits {
        Limits {
            open: self.most_open.map(i64::from),
            clients: self.most_clients.map(i64::from),
            in_day: self.most_in_day.map(i64::from),
            in_month: self.most_in_month.map(i64::from),
        }
    }
}

/// What is kept as a list, one a line.
pub fn lines(kept: &str) -> Vec<String> {
    kept.lines().map(str::to_owned).collect()
}

/// Every rule that the company ever had, in its order.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let rules = ctx.whole_company::<Entity>();
    Ok(rules.order_by_asc(Column::Position).order_by_asc(Column::Id).all(ctx).await?)
}

/// Those in force, in their order.
pub async fn in_force(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(all(ctx).await?.into_iter().filter(|it| it.retired_at.is_none()).collect())
}

pub async fn get(ctx: &Ctx, id: RuleId) -> Result<Model> {
    let rule = ctx.whole_company::<Entity>().filter(Column::Id.eq(id));
    rule.one(ctx).await?.ok_or(Error::NotFound)
}
