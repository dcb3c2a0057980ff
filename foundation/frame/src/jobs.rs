//! Work that need not finish before the person gets an answer.
//!
//! A job is stored by the transaction that asks for it, so it exists exactly if the rest of that
//! transaction does. It acts for whoever asked: it may do what they may do, and no more. What it
//! writes and its own end are one commit, so a kill in between repeats nothing.

mod worker;
mod schedule;
mod failed;

use std::pin::Pin;

use kernel::{CompanyId, Instant, JobId, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ctx::Ctx;
use crate::error::Result;
use crate::table::Table;
use crate::tx::Tx;

pub use failed::{failed, oldest_due};
pub use schedule::{Every, run_scheduled};
pub use worker::{run_due, work};

pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Stored with every waiting job, so it never changes.
    const NAME: &'static str;

    /// Thinks before its turn to write comes: what is read and computed here holds nobody up.
    fn look_ahead(&self, _: &Ctx) -> impl Future<Output = Result<()>> + Send {
        async { Ok(()) }
    }

    fn run(self, tx: &Tx) -> impl Future<Output = Result<()>> + Send;
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    pub company_id: CompanyId,
    /// Whoever asked; nobody when the company itself did.
    pub person_id: Option<PersonId>,
    pub name: String,
    pub body: String,
    pub due_at: Instant,
    pub attempts: i32,
    /// Until then somebody is at it; after that they are taken for dead.
    pub claimed_until: Option<Instant>,
    /// Tried too often; somebody has to look.
    pub failed_at: Option<Instant>,
    pub failure: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) const TABLE: Table = Table::of::<Entity>();
pub(crate) const SCHEDULE: Table = Table::of::<schedule::Entity>();

/// A job that waits for its transaction to commit.
#[derive(Debug)]
pub(crate) struct Left {
    name: &'static str,
    body: String,
    due_at: Instant,
    /// Whoever asked for it; nobody when it is the company's own.
    person: Option<PersonId>,
}

impl Tx {
    /// Run this once the transaction has committed and the moment has come.
    pub fn later<J: Job>(&self, due_at: Instant, job: &J) -> Result<()> {
        self.leave_for(self.actor.somebody(), due_at, job)
    }

    /// As [`later`](Self::later), for what comes whoever asked for it, and whether or not they
    /// still work here then: the company itself does it.
    pub fn later_by_itself<J: Job>(&self, due_at: Instant, job: &J) -> Result<()> {
        self.leave_for(None, due_at, job)
    }

    fn leave_for<J: Job>(&self, person: Option<PersonId>, due_at: Instant, job: &J) -> Result<()> {
        let body = serde_json::to_string(job)?;
        self.leave(Left { name: J::NAME, body, due_at, person });
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where jobs are stored")]
pub(crate) async fn store(ctx: &Ctx, left: Vec<Left>) -> Result<()> {
    if left.is_empty() {
        return Ok(());
    }
    let rows = left.into_iter().map(|left| ActiveModel {
        id: Set(ctx.id()),
        company_id: Set(ctx.actor.company),
        person_id: Set(left.person),
        name: Set(left.name.to_owned()),
        body: Set(left.body),
        due_at: Set(left.due_at),
        attempts: Set(0),
        claimed_until: Set(None),
        failed_at: Set(None),
        failure: Set(None),
    });
    Entity::insert_many(rows).exec_without_returning(ctx).await?;
    Ok(())
}

/// How the worker finds the code for a stored job: one entry per kind, listed in `app`.
pub struct Kind {
    pub name: &'static str,
    look_ahead: for<'ctx> fn(String, &'ctx Ctx) -> Running<'ctx>,
    run: for<'tx> fn(String, &'tx Tx) -> Running<'tx>,
}

/// Work under way.
pub type Running<'tx> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'tx>>;

impl Kind {
    pub const fn of<J: Job>() -> Self {
        Self {
            name: J::NAME,
            look_ahead: |body, ctx| {
                Box::pin(async move {
                    let job = serde_json::from_str::<J>(&body)?;
                    job.look_ahead(ctx).await
                })
            },
            run: |body, tx| {
                Box::pin(async move { serde_json::from_str::<J>(&body)?.run(tx).await })
            },
        }
    }
}
