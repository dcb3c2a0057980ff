//! With whom somebody shares what they keep.

use frame::{Ctx, line};
use kernel::access::Shared;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use crate::person;

/// What the actor keeps themselves, and what others share with them: somebody who works in the
/// same team or answers for the actor, or anybody with the whole company.
pub fn shared_with<C: ColumnTrait>(ctx: &Ctx, owner: C, shared: C) -> Condition {
    let all = Condition::any().add(owner.eq(ctx.actor.person)).add(shared.eq(Shared::Company));
    let above = Query::select()
        .column(line::Column::ManagerId)
        .from(line::Entity)
        .and_where(line::Column::CompanyId.eq(ctx.actor.company))
        .and_where(line::Column::PersonId.eq(ctx.actor.person))
        .to_owned();
    let from_above = Condition::all().add(shared.eq(Shared::Team)).add(owner.in_subquery(above));
    let all = all.add(from_above);
    let Some(team) = ctx.actor.team else { return all };
    let mates = Query::select()
        .column(person::Column::Id)
        .from(person::Entity)
        .and_where(person::Column::CompanyId.eq(ctx.actor.company))
        .and_where(person::Column::TeamId.eq(team))
        .to_owned();
    let of_team = Condition::all().add(shared.eq(Shared::Team)).add(owner.in_subquery(mates));
    all.add(of_team)
}
