//! Events find their places in the stream.
//!
//! Transactions that share a commit share this, too: one look at where the stream ends, one
//! insert, one move of the end. Each transaction's events stay together, in its turn.

use std::collections::BTreeMap;

use kernel::CompanyId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, QuerySelect};

use super::{ActiveModel, Entity, Event, Model, Woken, head};
use crate::ctx::Ctx;

/// Rows in one statement: few enough that their statements are always the same few.
const ROWS_AT_ONCE: usize = 16;

/// What one transaction recorded, before its place is known.
#[derive(Debug, Default)]
pub struct Unplaced(Vec<(Woken, Model)>);

impl Unplaced {
    pub fn of(ctx: &Ctx, events: Vec<Event>) -> Self {
        Self(events.into_iter().map(|event| row(ctx, event)).collect())
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// Appends to the companies' streams, in this order; answers whom to wake. An end is locked until
/// the commit, so no later commit can show before an earlier number.
#[expect(clippy::disallowed_methods, reason = "the one place where the stream grows")]
pub async fn append(
    on: &DatabaseTransaction,
    unplaced: Vec<Unplaced>,
) -> Result<Vec<Woken>, DbErr> {
    let mut ends: BTreeMap<CompanyId, (i64, Vec<u8>)> = BTreeMap::new();
    let (mut rows, mut woken) = (Vec::<ActiveModel>::new(), Vec::new());
    for (waking, mut row) in unplaced.into_iter().flat_map(|it| it.0) {
        let company = row.company_id;
        let (seq, hash) = match ends.remove(&company) {
            Some(end) => end,
            None => end(on, company).await?,
        };
        row.seq = seq + 1;
        row.previous = hash;
        row.hash = row.digest();
        ends.insert(company, (row.seq, row.hash.clone()));
        woken.push(waking);
        rows.push(row.into());
    }
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(ROWS_AT_ONCE).collect();
        Entity::insert_many(some).exec_without_returning(on).await?;
    }
    for (company_id, (seq, hash)) in ends {
        let end = head::ActiveModel { company_id: Set(company_id), seq: Set(seq), hash: Set(hash) };
        let moved = OnConflict::column(head::Column::CompanyId)
            .update_columns([head::Column::Seq, head::Column::Hash])
            .to_owned();
        head::Entity::insert(end).on_conflict(moved).exec_without_returning(on).await?;
    }
    Ok(woken)
}

/// Where a company's stream ends, locked. There is an end to lock before there is an event: two
/// transactions that found none would both begin at 1.
#[expect(clippy::disallowed_methods, reason = "the one place where the stream grows")]
async fn end(on: &DatabaseTransaction, company: CompanyId) -> Result<(i64, Vec<u8>), DbErr> {
    let locked = || head::Entity::find_by_id(company).lock_exclusive().one(on);
    let mut head = locked().await?;
    if head.is_none() {
        let end =
            head::ActiveModel { company_id: Set(company), seq: Set(0), hash: Set(Vec::new()) };
        let there = OnConflict::column(head::Column::CompanyId).do_nothing().to_owned();
        head::Entity::insert(end).on_conflict(there).exec_without_returning(on).await?;
        head = locked().await?;
    }
    Ok(head.map_or((0, Vec::new()), |head| (head.seq, head.hash)))
}

fn row(ctx: &Ctx, event: Event) -> (Woken, Model) {
    let company = ctx.actor.company;
    let woken = Woken::here(company, event.owner);
    let row = Model {
        company_id: company,
        seq: 0,
        id: ctx.id(),
        at: ctx.now,
        actor_id: ctx.actor.somebody(),
        via: ctx.actor.via.word().to_owned(),
        origin: ctx.request.origin(),
        name: event.name.to_owned(),
        subject_kind: event.subject_kind.to_owned(),
        subject_id: event.subject_id,
        owner_id: event.owner,
        about_id: event.about,
        data: serde_json::Value::Object(event.data).to_string(),
        previous: Vec::new(),
        hash: Vec::new(),
    };
    (woken, row)
}
