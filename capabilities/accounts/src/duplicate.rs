//! Two accounts that may be one, and what somebody said about that.

use frame::{Ctx, owned};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, labels};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{QueryFilter, QueryTrait};

use crate::account::{self, AccountId};
use crate::rules::likeness::Part;

labels! {
    /// What became of a pair.
    pub enum DuplicateState {
        /// Somebody should look at it.
        Open = "open",
        /// Somebody said that they are two.
        Dismissed = "dismissed",
        /// They are one now.
        Merged = "merged",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_duplicate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The lesser of the two.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_id: AccountId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub second_id: AccountId,
    pub score: i32,
    /// Why, as JSON.
    pub parts: String,
    pub state: DuplicateState,
    pub found_at: Instant,
    pub decided_at: Option<Instant>,
    /// Who decided.
    pub person_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned! { FirstId: AccountId, Area::Accounts }

impl Model {
    pub fn parts(&self) -> Vec<Part> {
        serde_json::from_str(&self.parts).unwrap_or_default()
    }
}

/// The two in the order in which they are kept.
pub fn pair(one: AccountId, other: AccountId) -> (AccountId, AccountId) {
    if one <= other { (one, other) } else { (other, one) }
}

/// Both accounts may be viewed by the actor, and neither is deleted or part of another.
pub fn both_shown(ctx: &Ctx) -> sea_orm::Condition {
    let shown = |column: Column| -> SimpleExpr {
        let same =
            Expr::col((account::Entity, account::Column::Id)).eq(Expr::col((Entity, column)));
        Expr::exists(account::shown(ctx).filter(same).into_query())
    };
    sea_orm::Condition::all().add(shown(Column::FirstId)).add(shown(Column::SecondId))
}
