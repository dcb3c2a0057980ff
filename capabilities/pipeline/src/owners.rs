//! Whose deals there may be, as far as the reader reaches.

use frame::{Ctx, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, keeps};
use people::person;

pub use people::person::names_of as names;

/// A list that one chooses from is no longer than this.
const MOST: u64 = 500;

/// The people to whose deals the actor may do this, by name: those whose work it is to sell.
pub async fn owners(ctx: &Ctx, act: Act) -> Result<Vec<(PersonId, String)>> {
    let people = person::reached_here(ctx, act, Area::Pipeline, MOST).await?;
    let people = people.into_iter().filter(|it| keeps(&it.2, Area::Pipeline));
    Ok(people.map(|(id, name, _)| (id, name)).collect())
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
