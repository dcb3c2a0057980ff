//! Who takes part in a deal at the client, and as what.

use accounts::{ContactId, contact};
use frame::{Ctx, Result, Whose};
use kernel::access::Area;
use kernel::{CompanyId, labels};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::opportunity::{self, OpportunityId};

labels! {
    /// What somebody is in a decision to buy.
    pub enum ContactRole {
        /// Says yes or no.
        Decides = "decides",
        /// Is listened to.
        Influences = "influences",
        /// Compares and tries.
        Evaluates = "evaluates",
        /// Works with it afterwards.
        Uses = "uses",
        /// Orders and pays.
        Buys = "buys",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opportunity_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub opportunity_id: OpportunityId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub contact_id: ContactId,
    pub role: ContactRole,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "contact::Entity",
        from = "(Column::CompanyId, Column::ContactId)",
        to = "(contact::Column::CompanyId, contact::Column::Id)"
    )]
    Contact,
}

impl Related<contact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Contact.def()
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

/// The people of a deal that the caller has loaded in reach, those who decide first.
pub async fn of(ctx: &Ctx, deal: OpportunityId) -> Result<Vec<(Model, contact::Model)>> {
    let people = ctx
        .whole_company::<Entity>()
        .filter(Column::OpportunityId.eq(deal))
        .find_also_related(contact::Entity);
    let people = people.all(ctx).await?.into_iter();
    let people = people.filter_map(|(it, contact)| {
        let contact = contact.filter(|it| it.hidden_at.is_none())?;
        Some((it, contact))
    });
    let mut people: Vec<(Model, contact::Model)> = people.collect();
    people.sort_by(|a, b| (a.0.role, &a.1.name_key).cmp(&(b.0.role, &b.1.name_key)));
    Ok(people)
}
