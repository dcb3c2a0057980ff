//! The industries that are offered where one is written down: those that everybody has, and a
//! company's own.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "industry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// However it is spelt, it is one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name_key: String,
    pub name: String,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { NameKey: String, Area::Settings }

/// All that are offered, by name.
pub async fn offered(ctx: &Ctx) -> Result<Vec<String>> {
    let own = ctx.whole_company::<Entity>().order_by_asc(Column::NameKey).all(ctx).await?;
    let usual = Words::of(ctx.lang()).industries().split(", ").map(str::to_owned);
    let mut all: Vec<String> = usual.chain(own.into_iter().map(|it| it.name)).collect();
    all.sort_by_key(|it| frame::text::key(it));
    all.dedup_by_key(|it| frame::text::key(it));
    Ok(all)
}
