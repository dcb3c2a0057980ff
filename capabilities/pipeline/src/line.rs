//! Something of a deal: so much of a product, at so much for one.

use catalogue::{ProductId, product};
use frame::{Ctx, Result, Whose};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};

use crate::opportunity::{self, OpportunityId};
use crate::rules;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opportunity_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub opportunity_id: OpportunityId,
    /// Its place among the lines.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub product_id: ProductId,
    pub quantity_thousandths: i64,
    /// For one, in the deal's currency.
    pub price_amount: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "product::Entity",
        from = "(Column::CompanyId, Column::ProductId)",
        to = "(product::Column::CompanyId, product::Column::Id)"
    )]
    Product,
}

impl Related<product::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Product.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = OpportunityId;
    const AREA: Area = Area::Pipeline;

    fn id() -> Column {
        Column::OpportunityId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: Whose) -> Condition {
        opportunity::is_theirs(Column::CompanyId, Column::OpportunityId, whose)
    }
}

impl Model {
    pub fn rule(&self) -> rules::Line {
        let quantity = rules::Quantity(self.quantity_thousandths);
        rules::Line { quantity, price: self.price_amount }
    }
}

/// The lines of a deal that the caller has loaded in reach.
pub async fn of(ctx: &Ctx, deal: OpportunityId) -> Result<Vec<Model>> {
    let lines = ctx.whole_company::<Entity>().filter(Column::OpportunityId.eq(deal));
    Ok(lines.order_by_asc(Column::Number).all(ctx).await?)
}
