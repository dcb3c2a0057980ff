//! Whose prospects there may be, as far as the reader reaches.

use frame::{Ctx, Error, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, keeps};
use people::person::{self, PersonStatus};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::assign::works_on;
use crate::rules::ProspectRefused;

pub use people::person::names_of as names;

/// A list that one chooses from is no longer than this.
const MOST: u64 = 500;

/// Whose a prospect is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Whoever the company's rules say.
    Rules,
    /// Nobody's yet.
    Inbox,
    Person(PersonId),
}

impl Whose {
    /// As a form or a program says it: `rules`, `inbox`, or somebody's id; nothing is nothing.
    pub fn read(said: &str) -> Result<Option<Self>> {
        match said.trim() {
            "" => Ok(None),
            "rules" => Ok(Some(Self::Rules)),
            "inbox" => Ok(Some(Self::Inbox)),
            id => {
                let unknown = |_| Error::refused(ProspectRefused::UnknownOwner);
                id.parse().map(Self::Person).map(Some).map_err(unknown)
            }
        }
    }

    /// When nobody says: the actor's own, unless they write for all; then the rules decide.
    pub fn usual(ctx: &Ctx) -> Self {
        match (ctx.actor.reach(Act::Create, Area::Prospects), ctx.actor.somebody()) {
            (Reach::Own | Reach::Team, Some(person)) => Self::Person(person),
            _ => Self::Rules,
        }
    }
}

/// The people to whose prospects the actor may do this, by name: those whose work it is to sell.
pub async fn owners(ctx: &Ctx, act: Act) -> Result<Vec<(PersonId, String)>> {
    let people = person::reached_here(ctx, act, Area::Prospects, MOST).await?;
    let people = people.into_iter().filter(|it| keeps(&it.2, Area::Prospects));
    Ok(people.map(|(id, name, _)| (id, name)).collect())
}

/// Whether the actor gives prospects to others than themselves.
pub fn may_hand_out(ctx: &Ctx) -> bool {
    Reach::Team <= ctx.actor.reach(Act::Edit, Area::Prospects)
}

/// Whoever follows a prospect up works here, and it is their work.
pub async fn known_owner(tx: &Tx, owner: PersonId) -> Result<person::Model> {
    let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(owner));
    match person.one(&**tx).await? {
        Some(person) if person.status != PersonStatus::Left && works_on(&person) => Ok(person),
        _ => Err(Error::refused(ProspectRefused::UnknownOwner)),
    }
}
