//! A team: a place in the reporting line.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, TeamId};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::Branch;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TeamId,
    pub name: String,
    pub parent_id: Option<TeamId>,
    pub manager_id: Option<PersonId>,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { TeamId, Area::People }

impl Model {
    pub fn branch(&self) -> Branch {
        Branch { team: self.id, parent: self.parent_id, manager: self.manager_id }
    }
}

/// Every team, by name.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(ctx.find::<Entity>().order_by_asc(Column::Name).all(ctx).await?)
}

/// A team as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TeamOut {
    pub id: TeamId,
    pub name: String,
    pub parent_id: Option<TeamId>,
    pub manager_id: Option<PersonId>,
}

impl From<Model> for TeamOut {
    fn from(team: Model) -> Self {
        Self {
            id: team.id,
            name: team.name,
            parent_id: team.parent_id,
            manager_id: team.manager_id,
        }
    }
}
