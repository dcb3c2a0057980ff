//! What of a client's own events is narrower in reach than the client: fields of the company that
//! only some see, and the name of a parent.

use std::collections::HashSet;

use frame::app::Asking;
use frame::{Ctx, Result, stream};
use kernel::access::{Act, Area, Reach};
use serde_json::Value;

use crate::account::{self, AccountId};
use crate::custom_field::{self, FieldRecord};
use crate::words::Words;

/// What was written into a field is told to whoever sees that field now.
pub fn sees<'a>(ctx: &'a Ctx, events: Vec<&'a stream::Model>) -> Asking<'a, HashSet<i64>> {
    Box::pin(seen(ctx, events))
}

async fn seen(ctx: &Ctx, events: Vec<&stream::Model>) -> Result<HashSet<i64>> {
    let mut seen: HashSet<i64> = events.iter().map(|it| it.seq).collect();
    let values: Vec<_> = events.into_iter().filter(|it| it.name == "accounts.value_set").collect();
    if values.is_empty() {
        return Ok(seen);
    }
    let mut fields = custom_field::all(ctx, FieldRecord::Account).await?;
    fields.extend(custom_field::all(ctx, FieldRecord::Contact).await?);
    for event in values {
        let says = event.says();
        // A client and a contact may each have a field of this code, and both are told of a client.
        let mut named = fields.iter().filter(|it| says["code"] == it.code.as_str());
        if !named.all(|it| it.may_see(ctx)) {
            seen.remove(&event.seq);
        }
    }
    Ok(seen)
}

/// A parent out of the reader's reach is told without its name.
pub async fn unname_parents(ctx: &Ctx, events: &mut [stream::Model]) -> Result<()> {
    if ctx.actor.reach(Act::View, Area::Accounts) == Reach::Company {
        return Ok(());
    }
    let mut told: Vec<(&mut stream::Model, Value)> = Vec::new();
    for event in events.iter_mut().filter(|it| it.name == "accounts.changed") {
        let says = event.says();
        if says["changes"]["parent"].is_object() {
            told.push((event, says));
        }
    }
    let ids = told.iter().flat_map(|it| SIDES.map(|side| parent(&it.1, side)));
    let ids: Vec<AccountId> = ids.flatten().collect();
    let named = account::names_in_reach(ctx, ids).await?;
    let unnamed = Words::of(ctx.lang()).told_parent_unnamed();
    for (event, mut says) in told {
        for side in SIDES {
            let near = parent(&says, side).is_some_and(|it| named.contains_key(&it));
            let name = &mut says["changes"]["parent"][side];
            if name.is_string() && !near {
                *name = unnamed.into();
            }
        }
        event.data = says.to_string();
    }
    Ok(())
}

const SIDES: [&str; 2] = ["before", "after"];

/// Which client an event names as the parent. One that was told before events said so is taken for
/// out of reach.
fn parent(says: &Value, side: &str) -> Option<AccountId> {
    says["parents"][side].as_str()?.parse().ok()
}
