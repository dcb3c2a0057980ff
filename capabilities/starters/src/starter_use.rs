//! That a company began with the lists of an industry.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

ids! {
    /// That a company began with the lists of an industry.
    StarterUseId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "starter_use")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StarterUseId,
    /// The code of the starter.
    pub starter: String,
    /// Who did; the company itself, at its founding.
    pub person_id: Option<PersonId>,
    pub used_at: Instant,
    pub undone_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { StarterUseId, Area::Settings }

/// All of them, the latest first.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(ctx.find::<Entity>().order_by_desc(Column::Id).all(ctx).await?)
}

pub async fn get(ctx: &Ctx, id: StarterUseId) -> Result<Model> {
    ctx.find::<Entity>().filter(Column::Id.eq(id)).one(ctx).await?.ok_or(Error::NotFound)
}
