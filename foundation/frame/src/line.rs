//! The reporting line: who answers for whom, themselves included, however deep.
//!
//! `people` derives it from the team tree; reach is decided by it.

use kernel::{CompanyId, PersonId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{QueryOrder, QuerySelect};

use crate::ctx::Ctx;
use crate::error::Result;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub manager_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The people for whom this manager answers, as a sub-query.
pub fn people_of(company: CompanyId, manager: PersonId) -> SelectStatement {
    Query::select()
        .column(Column::PersonId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(company))
        .and_where(Column::ManagerId.eq(manager))
        .to_owned()
}

/// Does the actor answer for this person?
#[expect(clippy::disallowed_methods, reason = "the line itself decides reach")]
pub async fn answers_for(ctx: &Ctx, person: PersonId) -> Result<bool> {
    let key = (ctx.actor.company, ctx.actor.person, person);
    Ok(Entity::find_by_id(key).one(ctx).await?.is_some())
}

/// Everyone for whom the actor answers, for filters in memory.
#[expect(clippy::disallowed_methods, reason = "the line itself decides reach")]
pub async fn of_actor(ctx: &Ctx) -> Result<Vec<PersonId>> {
    let people = Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::ManagerId.eq(ctx.actor.person))
        .order_by_asc(Column::PersonId)
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(people)
}

/// Everyone who answers for this person.
#[expect(clippy::disallowed_methods, reason = "the line itself decides reach")]
pub async fn managers_of(ctx: &Ctx, person: PersonId) -> Result<Vec<PersonId>> {
    let managers = Entity::find()
        .select_only()
        .column(Column::ManagerId)
        .filter(Column::CompanyId.eq(ctx.actor.company))
        .filter(Column::PersonId.eq(person))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(managers)
}
