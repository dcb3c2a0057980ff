//! Whose deals there may be, as far as the reader reaches.

use std::collections::{BTreeSet, HashMap};

use frame::{Ctx, Result, line};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, Roles, widest};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// A list that one chooses from is no longer than this.
const MOST: u64 = 500;

/// The people to whose deals the actor may do this, by name: those whose work it is to sell.
pub async fn owners(ctx: &Ctx, act: Act) -> Result<Vec<(PersonId, String)>> {
    let mut people = ctx
        .whole_company::<person::Entity>()
        .select_only()
        .columns([person::Column::Id, person::Column::Name, person::Column::Roles])
        .filter(person::Column::Status.ne(PersonStatus::Left))
        .order_by_asc(person::Column::Name)
        .limit(MOST);
    people = match ctx.actor.reach(act, Area::Pipeline) {
        Reach::Nobody => return Ok(Vec::new()),
        Reach::Own => people.filter(person::Column::Id.eq(ctx.actor.person)),
        Reach::Team => people.filter(
            person::Column::Id.in_subquery(line::people_of(ctx.actor.company, ctx.actor.person)),
        ),
        Reach::Company => people,
    };
    let people: Vec<(PersonId, String, Roles)> = people.into_tuple().all(ctx).await?;
    let people = people.into_iter().filter(|it| sells(&it.2));
    Ok(people.map(|(id, name, _)| (id, name)).collect())
}

/// Whether somebody's deals can be their own: whoever writes for the whole company keeps none.
fn sells(roles: &Roles) -> bool {
    matches!(widest(&roles.0, Act::Create, Area::Pipeline), Reach::Own | Reach::Team)
}

/// Whether there may be anybody but the actor to whom they could hand a deal.
pub fn may_hand_over(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::Edit, Area::Pipeline)
}

/// Whose a new deal is when nobody says: the actor's own, unless they write for all.
pub fn usual_owner(ctx: &Ctx) -> Option<PersonId> {
    match ctx.actor.reach(Act::Create, Area::Pipeline) {
        Reach::Own | Reach::Team => ctx.actor.somebody(),
        Reach::Company | Reach::Nobody => None,
    }
}

/// The names of these people.
pub async fn names(
    ctx: &Ctx,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let ids: BTreeSet<PersonId> = people.into_iter().collect();
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
