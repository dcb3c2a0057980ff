//! Whom an account may belong to, as far as the reader reaches.

use std::collections::HashMap;

use frame::{Ctx, Result, line};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, Roles, widest};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// A list that one chooses from is no longer than this.
const MOST: u64 = 500;
/// Nor is a menu longer than this.
const MOST_IN_A_MENU: u64 = 30;

/// The people to whom the actor may do this, by name: those whose roles let them keep accounts.
pub async fn owners(ctx: &Ctx, act: Act) -> Result<Vec<(PersonId, String)>> {
    let people = people(ctx, act, MOST).await?;
    Ok(keepers(people))
}

/// Whether there may be anybody but the actor to whom they could hand an account.
pub fn may_hand_over(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::Edit, Area::Accounts)
}

/// The same people for a menu; none when they are too many for one, which also keeps the list
/// of accounts quick in a company of thousands.
pub async fn few_owners(ctx: &Ctx, act: Act) -> Result<Option<Vec<(PersonId, String)>>> {
    let people = people(ctx, act, MOST_IN_A_MENU + 1).await?;
    let few = u64::try_from(people.len()).is_ok_and(|it| it <= MOST_IN_A_MENU);
    Ok(few.then(|| keepers(people)))
}

/// Everybody who works here and may see clients: those whom a client may be shared with.
pub async fn colleagues(ctx: &Ctx) -> Result<Vec<(PersonId, String)>> {
    let people = ctx
        .find::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::Roles])
        .filter(person::Column::Status.ne(PersonStatus::Left))
        .order_by_asc(person::Column::Name)
        .limit(MOST);
    let people: Vec<(PersonId, String, Roles)> = people.into_tuple().all(ctx).await?;
    let sees = |roles: &Roles| Reach::Nobody < widest(&roles.0, Act::View, Area::Accounts);
    let people = people.into_iter().filter(|it| sees(&it.2));
    Ok(people.map(|(id, name, _)| (id, name)).collect())
}

fn keepers(people: Vec<(PersonId, String, Roles)>) -> Vec<(PersonId, String)> {
    let keeps = |roles: &Roles| {
        matches!(widest(&roles.0, Act::Create, Area::Accounts), Reach::Own | Reach::Team)
    };
    let people = people.into_iter().filter(|(_, _, roles)| keeps(roles));
    people.map(|(id, name, _)| (id, name)).collect()
}

async fn people(ctx: &Ctx, act: Act, most: u64) -> Result<Vec<(PersonId, String, Roles)>> {
    let reach = ctx.actor.reach(act, Area::Accounts);
    let mut people = ctx
        .whole_company::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::Roles])
        .filter(person::Column::Status.ne(PersonStatus::Left))
        .order_by_asc(person::Column::Name)
        .limit(most);
    people = match reach {
        Reach::Nobody => return Ok(Vec::new()),
        Reach::Own => people.filter(person::Column::Id.eq(ctx.actor.person)),
        Reach::Team => people.filter(
            person::Column::Id.in_subquery(line::people_of(ctx.actor.company, ctx.actor.person)),
        ),
        Reach::Company => people,
    };
    Ok(people.into_tuple().all(ctx).await?)
}

/// The names of these people.
pub async fn names(
    ctx: &Ctx,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let mut ids: Vec<PersonId> = people.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let people: Vec<(PersonId, String)> = ctx
        .whole_company::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Name])
        .filter(person::Column::Id.is_in(ids))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(people.into_iter().collect())
}
