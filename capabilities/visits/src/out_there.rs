//! The people who go out to clients, as far as the reader reaches.

use std::collections::BTreeSet;

use frame::{Ctx, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Role, Roles};
use people::person::{self, PersonStatus};
use people::team;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};

/// Those to whose visits the actor may do this, by name: whoever's work it is to go out, and
/// whoever of `also` does so now and then.
pub async fn out_there(
    ctx: &Ctx,
    act: Act,
    also: &BTreeSet<PersonId>,
) -> Result<Vec<person::Model>> {
    let mut people = person::reached(ctx, act, Area::Visits).all(ctx).await?;
    people.retain(|it| {
        also.contains(&it.id) || (it.status == PersonStatus::Active && goes_out(&it.roles))
    });
    Ok(people)
}

/// Whether it is somebody's work to go out to clients.
pub fn goes_out(roles: &Roles) -> bool {
    roles.has(Role::AccountExecutive) || roles.has(Role::SalesRepresentative)
}

/// The teams in which these people work, by name.
pub async fn teams_of(ctx: &Ctx, people: &[person::Model]) -> Result<Vec<team::Model>> {
    let ids: BTreeSet<_> = people.iter().filter_map(|it| it.team_id).collect();
    let teams = ctx
        .whole_company::<team::Entity>()
        .filter(team::Column::Id.is_in(ids))
        .order_by_asc(team::Column::Name);
    Ok(teams.all(ctx).await?)
}
