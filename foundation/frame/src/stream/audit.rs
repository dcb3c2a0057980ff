//! The audit: everything that happened in a company, for whoever answers for it.

use kernel::access::{Act, Area};
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::{Column, Entity, Model};
use crate::ctx::Ctx;
use crate::error::Result;

/// What is looked for in the audit.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Who did it.
    pub actor: Option<PersonId>,
    /// How the event's name begins: `people.`, or a whole name; empty for all.
    pub name: String,
    /// From this moment, and before that one.
    pub from: Option<Instant>,
    pub until: Option<Instant>,
    /// Only what came before this number.
    pub before: Option<i64>,
}

/// What happened, newest first.
#[expect(clippy::disallowed_methods, reason = "the audit reads the whole stream")]
pub async fn audit(ctx: &Ctx, sought: &Sought, limit: u64) -> Result<Vec<Model>> {
    ctx.permit_company(Act::View, Area::Audit)?;

    let mut events = Entity::find().filter(Column::CompanyId.eq(ctx.actor.company));
    if let Some(actor) = sought.actor {
        events = events.filter(Column::ActorId.eq(actor));
    }
    if !sought.name.is_empty() {
        // A range finds a beginning without a pattern that would have to be escaped.
        let last = format!("{}\u{10FFFF}", sought.name);
        events =
            events.filter(Column::Name.gte(sought.name.as_str())).filter(Column::Name.lt(last));
    }
    if let Some(from) = sought.from {
        events = events.filter(Column::At.gte(from));
    }
    if let Some(until) = sought.until {
        events = events.filter(Column::At.lt(until));
    }
    if let Some(before) = sought.before {
        events = events.filter(Column::Seq.lt(before));
    }
    Ok(events.order_by_desc(Column::Seq).limit(limit).all(ctx).await?)
}
