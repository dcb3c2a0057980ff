//! Whom an account may belong to, as far as the reader reaches.

use frame::{Ctx, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, Roles, keeps, widest};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

pub use people::person::names_of as names;

/// A list that one chooses from is no longer than this.
const MOST: u64 = 500;
/// Nor is a menu longer than this.
const MOST_IN_A_MENU: u64 = 30;

/// The people to whom the actor may do this, by name: those whose roles let them keep accounts.
pub async fn owners(ctx: &Ctx, act: Act) -> Result<Vec<(PersonId, String)>> {
    let people = person::reached_here(ctx, act, Area::Accounts, MOST).await?;
    Ok(keepers(people))
}

/// Whether there may be anybody but the actor to whom they could hand an account.
pub fn may_hand_over(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::Edit, Area::Accounts)
}

/// The same people for a menu; none when they are too many for one, which also keeps the list
/// of accounts quick in a company of thousands.
pub async fn few_owners(ctx: &Ctx, act: Act) -> Result<Option<Vec<(PersonId, String)>>> {
    let most = MOST_IN_A_MENU + 1;
    let people = person::reached_here(ctx, act, Area::Accounts, most).await?;
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
    let people = people.into_iter().filter(|(_, _, roles)| keeps(roles, Area::Accounts));
    people.map(|(id, name, _)| (id, name)).collect()
}
