//! A deal that may be won: for now as another system kept it.

use accounts::AccountId;
use catalogue::ProductId;
use frame::Ctx;
use kernel::access::Area;
use kernel::money::Money;
use kernel::{CompanyId, Day, Instant, PersonId, ids, labels};
use sea_orm::Select;
use sea_orm::entity::prelude::*;

ids! {
    /// A deal that may be won.
    OpportunityId,
}

labels! {
    /// How a deal stands.
    pub enum OpportunityKind {
        Open = "open",
        Won = "won",
        Lost = "lost",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opportunity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OpportunityId,
    pub owner_id: PersonId,
    pub account_id: Option<AccountId>,
    pub product_id: Option<ProductId>,
    /// By which the other system knows it; unique in the company.
    pub external_key: String,
    /// The stage, in the other system's word.
    pub stage: String,
    pub kind: OpportunityKind,
    pub engaged_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub value_amount: Option<i64>,
    pub value_currency: String,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { OpportunityId, Area::Pipeline, OwnerId }

impl Model {
    pub fn value(&self) -> Option<Money> {
        Some(Money::new(self.value_amount?, self.value_currency.clone()))
    }
}

/// The deals with this account that the actor may view.
pub fn of_account(ctx: &Ctx, account: AccountId) -> Select<Entity> {
    ctx.find::<Entity>().filter(Column::AccountId.eq(account))
}

/// A deal as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct OpportunityOut {
    pub id: OpportunityId,
    pub owner_id: PersonId,
    pub account_id: Option<AccountId>,
    pub product_id: Option<ProductId>,
    pub external_key: String,
    pub stage: String,
    pub kind: OpportunityKind,
    pub engaged_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub value: Option<Money>,
}

impl From<Model> for OpportunityOut {
    fn from(opportunity: Model) -> Self {
        Self {
            value: opportunity.value(),
            id: opportunity.id,
            owner_id: opportunity.owner_id,
            account_id: opportunity.account_id,
            product_id: opportunity.product_id,
            external_key: opportunity.external_key,
            stage: opportunity.stage,
            kind: opportunity.kind,
            engaged_on: opportunity.engaged_on,
            closed_on: opportunity.closed_on,
        }
    }
}
