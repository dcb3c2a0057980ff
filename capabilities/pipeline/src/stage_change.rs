//! Each change of a deal's stage: from where, to where, who, when, and after how long.

use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};

use crate::opportunity::{self, OpportunityId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stage_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub opportunity_id: OpportunityId,
    /// Counts up within the deal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// None at the beginning, as far as that is known.
    pub from_pipeline: Option<String>,
    pub from_stage: Option<String>,
    pub pipeline: String,
    pub stage: String,
    pub at: Instant,
    /// How long it had stood in the stage before, in seconds; of the first change, how long the
    /// deal had been under way, where that is known.
    pub stayed_s: Option<i64>,
    /// None when the company itself did it, as an import does.
    pub person_id: Option<PersonId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

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

    fn owned_by(whose: frame::Whose) -> Condition {
        opportunity::is_theirs(Column::CompanyId, Column::OpportunityId, whose)
    }
}

/// The changes of a deal that the caller has loaded in reach, oldest first.
pub async fn of(ctx: &Ctx, deal: OpportunityId) -> Result<Vec<Model>> {
    let changes = ctx.whole_company::<Entity>().filter(Column::OpportunityId.eq(deal));
    Ok(changes.order_by_asc(Column::Number).all(ctx).await?)
}

/// Where a deal came from when it came to where it is.
pub async fn last(ctx: &Ctx, deal: OpportunityId) -> Result<Option<Model>> {
    let changes = ctx.whole_company::<Entity>().filter(Column::OpportunityId.eq(deal));
    Ok(changes.order_by_desc(Column::Number).one(ctx).await?)
}

/// Writes down that a deal begins, where it begins.
pub async fn begin(tx: &Tx, deal: &opportunity::Model) -> Result<()> {
    tx.insert_all(vec![first(tx, deal)]).await
}

/// The first change of a deal, with what is known of the time before.
pub fn first(tx: &Tx, deal: &opportunity::Model) -> ActiveModel {
    let under_way = deal.closed_on.zip(deal.engaged_on);
    ActiveModel {
        company_id: Set(deal.company_id),
        opportunity_id: Set(deal.id),
        number: Set(1),
        from_pipeline: Set(None),
        from_stage: Set(None),
        pipeline: Set(deal.pipeline.clone()),
        stage: Set(deal.stage.clone()),
        at: Set(deal.stage_since),
        stayed_s: Set(under_way.map(|(closed, engaged)| closed.days_since(engaged) * 86_400)),
        person_id: Set(tx.actor.somebody()),
    }
}

/// Writes down that a deal has left one stage for another.
pub async fn add(tx: &Tx, before: &opportunity::Model, after: &opportunity::Model) -> Result<()> {
    let number = last(tx, after.id).await?.map_or(0, |it| it.number) + 1;
    tx.insert_all(vec![ActiveModel {
        company_id: Set(after.company_id),
        opportunity_id: Set(after.id),
        number: Set(number),
        from_pipeline: Set(Some(before.pipeline.clone())),
        from_stage: Set(Some(before.stage.clone())),
        pipeline: Set(after.pipeline.clone()),
        stage: Set(after.stage.clone()),
        at: Set(after.stage_since),
        stayed_s: Set(Some(after.stage_since.seconds_since(before.stage_since).max(0))),
        person_id: Set(tx.actor.somebody()),
    }])
    .await
}

/// The deals among these whose last change led somewhere else than where they are.
pub async fn catch_up(tx: &Tx, deals: &[opportunity::Model]) -> Result<()> {
    let ids = deals.iter().map(|it| it.id);
    let changes = tx.whole_company::<Entity>().filter(Column::OpportunityId.is_in(ids));
    let changes = changes.order_by_asc(Column::Number).all(&**tx).await?;
    let mut known = std::collections::HashMap::new();
    for change in changes {
        known.insert(change.opportunity_id, change);
    }
    let mut rows = Vec::new();
    for deal in deals {
        let Some(last) = known.get(&deal.id) else {
            rows.push(first(tx, deal));
            continue;
        };
        if (&last.pipeline, &last.stage) == (&deal.pipeline, &deal.stage) {
            continue;
        }
        let mut row = first(tx, deal);
        row.number = Set(last.number + 1);
        row.from_pipeline = Set(Some(last.pipeline.clone()));
        row.from_stage = Set(Some(last.stage.clone()));
        row.stayed_s = Set(Some(deal.stage_since.seconds_since(last.at).max(0)));
        rows.push(row);
    }
    tx.insert_all(rows).await
}

/// The changes of a deal that is taken away.
pub async fn forget(tx: &Tx, deals: Vec<OpportunityId>) -> Result<()> {
    let theirs = Column::OpportunityId.is_in(deals);
    tx.delete_where::<Entity, _>(Column::CompanyId, theirs).await?;
    Ok(())
}
