//! Whose agenda somebody may read: their own, and those of the people they answer for.

use accounts::keepers;
use frame::{Ctx, Error, Result};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach};

/// May the actor read any agenda?
pub fn permit(ctx: &Ctx) -> Result<()> {
    if ctx.may(Act::Create, Area::Accounts) { Ok(()) } else { Err(Error::Denied) }
}

/// The one who is asked for, or the actor. Somebody out of reach has no agenda.
pub async fn whose(ctx: &Ctx, asked: Option<PersonId>) -> Result<PersonId> {
    permit(ctx)?;
    match asked {
        Some(person) if person != ctx.actor.person => {
            let known = others(ctx).await?.into_iter().any(|it| it.0 == person);
            if known { Ok(person) } else { Err(Error::NotFound) }
        }
        _ => Ok(ctx.actor.person),
    }
}

/// The people whose agendas the actor may read besides their own, by name.
pub async fn others(ctx: &Ctx) -> Result<Vec<(PersonId, String)>> {
    if ctx.actor.reach(Act::View, Area::Accounts) <= Reach::Own {
        return Ok(Vec::new());
    }
    let people = keepers(ctx, Act::View).await?;
    Ok(people.into_iter().filter(|it| it.0 != ctx.actor.person).collect())
}
