//! Whose a prospect became, when, by whom or by which rule, and why in words. Never changed.

use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, QueryOrder};

use crate::assignment_rule::RuleId;
use crate::prospect::{self, ProspectId};
use crate::why::Why;

ids! {
    /// That a prospect became somebody's.
    AssignmentId,
}

labels! {
    /// How it came to them.
    pub enum How {
        Rule = "rule",
        Hand = "hand",
        /// Whoever wrote it down keeps it.
        Own = "own",
        /// Nobody's: it waits in the inbox.
        Inbox = "inbox",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "prospect_assignment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AssignmentId,
    pub prospect_id: ProspectId,
    pub person_id: Option<PersonId>,
    pub rule_id: Option<RuleId>,
    pub how: How,
    /// [`Why`] as JSON.
    pub why: String,
    pub at: Instant,
    pub by_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = AssignmentId;
    const AREA: Area = Area::Prospects;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whose the prospect is.
    fn owned_by(whose: frame::Whose) -> Condition {
        let theirs = Query::select()
            .expr(Expr::value(1))
            .from(prospect::Entity)
            .and_where(prospect::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr()))
            .and_where(prospect::Column::Id.into_expr().eq(Column::ProspectId.into_expr()))
            .cond_where(<prospect::Entity as frame::Owned>::owned_by(whose))
            .to_owned();
        Condition::all().add(Expr::exists(theirs))
    }
}

impl Model {
    pub fn why(&self) -> Option<Why> {
        serde_json::from_str(&self.why).ok()
    }
}

/// All of a prospect that was loaded in reach, the newest first.
pub async fn of(ctx: &Ctx, prospect: ProspectId) -> Result<Vec<Model>> {
    let these = ctx.whole_company::<Entity>().filter(Column::ProspectId.eq(prospect));
    Ok(these.order_by_desc(Column::At).order_by_desc(Column::Id).all(ctx).await?)
}

/// Remembers whose it became.
pub async fn remember(
    tx: &Tx,
    prospect: &prospect::Model,
    how: How,
    rule: Option<RuleId>,
    why: &Why,
) -> Result<()> {
    tx.insert_all(vec![ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(tx.id()),
        prospect_id: Set(prospect.id),
        person_id: Set(prospect.owner_id),
        rule_id: Set(rule),
        how: Set(how),
        why: Set(serde_json::to_string(why)?),
        at: Set(tx.now),
        by_id: Set(tx.actor.somebody()),
    }])
    .await
}
