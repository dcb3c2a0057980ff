//! What became part of a client, on its page, with the way back.

use frame::{Ctx, Result};
use kernel::access::Act;

use crate::account::{self, AccountId};
use crate::merge::{self, MergeId};
use crate::owners::names;

/// An account that became part of this one.
pub struct Merged {
    pub id: MergeId,
    pub name: String,
    pub day: String,
    pub who: String,
    /// Whether the reader may take it back.
    pub may_undo: bool,
}

/// What became part of an account that was loaded in reach.
pub async fn merged_here(ctx: &Ctx, account: AccountId) -> Result<Vec<Merged>> {
    let merges = merge::into(ctx, account).await?;
    let people = names(ctx, merges.iter().filter_map(|it| it.person_id)).await?;
    let mut merged = Vec::with_capacity(merges.len());
    for merge in merges {
        // Its name is the survivor's to tell; whether it may be taken back is asked of both.
        let part = account::whoever(ctx, merge.merged_id).await?;
        let who = merge.person_id.and_then(|it| people.get(&it).cloned());
        merged.push(Merged {
            id: merge.id,
            may_undo: account::permit(ctx, Act::Edit, part.owner_id).await.is_ok(),
            day: ctx.lang().day(merge.at.day(&ctx.actor.zone)),
            who: who.unwrap_or_default(),
            name: part.name,
        });
    }
    Ok(merged)
}
