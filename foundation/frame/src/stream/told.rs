//! What of a record's timeline a reader may be told.
//!
//! A timeline is read by whoever sees the record on which it stands; what it tells may be narrower.
//! A deal belongs to its owner alone, and what happened to it stands on the client's timeline.

use std::collections::{BTreeSet, HashSet};

use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use kernel::access::Act;

use super::{Model, about_all};
use crate::app::Asking;
use crate::ctx::{Ctx, Owned};
use crate::error::{Error, Result};

/// Which of these events the reader may be told, by their numbers.
pub type Asked = for<'a> fn(&'a Ctx, Vec<&'a Model>) -> Asking<'a, HashSet<i64>>;

/// Who may be told what stands on a record's timeline. Each teller says so, and there is no word
/// for not having thought of it.
#[derive(Clone, Copy)]
pub enum Sees {
    /// Whoever sees that record: nothing that is told of it is narrower in reach.
    WithTheRecord,
    /// Those whom this names, because its subjects are narrower in reach than that record.
    Asked(Asked),
}

/// Events that are looked through at once, and how often: whoever sees next to nothing of a long
/// timeline gets a short page, and goes on from its end.
const AT_ONCE: u64 = 100;
const ROUNDS: usize = 20;

/// Some of what the reader may be told, newest first, and where older things begin.
pub struct Told {
    pub events: Vec<Model>,
    pub older: Option<i64>,
}

impl Ctx {
    /// Those of these events that the reader may be told, in their order. Where several tellers
    /// share a prefix, each of them must agree.
    pub async fn told_of(&self, mut events: Vec<Model>) -> Result<Vec<Model>> {
        let mut unseen: HashSet<i64> = HashSet::new();
        for teller in &self.app.tellers {
            let asked = match teller.sees {
                Sees::WithTheRecord => continue,
                Sees::Asked(asked) => asked,
            };
            let its = |it: &&Model| it.name.starts_with(teller.prefix);
            let theirs: Vec<&Model> = events.iter().filter(its).collect();
            if theirs.is_empty() {
                continue;
            }
            let told: HashSet<i64> = theirs.iter().map(|it| it.seq).collect();
            let seen = asked(self, theirs).await?;
            unseen.extend(told.difference(&seen));
        }
        events.retain(|it| !unseen.contains(&it.seq));
        Ok(events)
    }
}

/// As [`about_all`], as far as the reader may be told: so many events, or fewer at the end. The
/// caller has loaded the records within its reach.
pub async fn told_about(
    ctx: &Ctx,
    records: &[Uuid],
    named: Option<&[&str]>,
    before: Option<i64>,
    limit: usize,
) -> Result<Told> {
    let mut told = Told { events: Vec::new(), older: before };
    for _ in 0..ROUNDS {
        let some = about_all(ctx, records.iter().copied(), named, told.older, AT_ONCE).await?;
        let whole = usize::try_from(AT_ONCE).is_ok_and(|it| it <= some.len());
        told.older = some.last().map(|it| it.seq).filter(|_| whole);
        told.events.extend(ctx.told_of(some).await?);
        if limit < told.events.len() {
            told.events.truncate(limit);
            told.older = told.events.last().map(|it| it.seq);
            break;
        }
        if told.older.is_none() {
            break;
        }
    }
    Ok(told)
}

/// Those of these events whose subject is a record of this kind in the reader's reach; what
/// happened to one that is gone is for whoever sees the records of its owner.
pub async fn within_reach<E: Owned>(ctx: &Ctx, events: &[&Model]) -> Result<HashSet<i64>> {
    let ids: BTreeSet<Uuid> = events.iter().map(|it| it.subject_id).collect();
    let seen: HashSet<Uuid> = among(ctx, ctx.find::<E>(), &ids).await?;
    let kept = if seen.len() < ids.len() {
        among(ctx, ctx.whole_company::<E>(), &ids).await?
    } else {
        HashSet::new()
    };
    let mut told = HashSet::new();
    for event in events {
        let id = event.subject_id;
        let tells = match event.owner_id {
            _ if seen.contains(&id) => true,
            Some(owner) if !kept.contains(&id) => {
                match ctx.permit(Act::View, E::AREA, owner).await {
                    Ok(()) => true,
                    Err(Error::Denied) => false,
                    Err(error) => return Err(error),
                }
            }
            _ => false,
        };
        if tells {
            told.insert(event.seq);
        }
    }
    Ok(told)
}

/// Which of these ids are found so.
async fn among<E: Owned>(
    ctx: &Ctx,
    rows: Select<E>,
    ids: &BTreeSet<Uuid>,
) -> Result<HashSet<Uuid>> {
    let found = rows
        .filter(E::id().is_in(ids.iter().copied()))
        .select_only()
        .column(E::id())
        .into_tuple::<Uuid>();
    Ok(found.all(ctx).await?.into_iter().collect())
}
