//! The right to write.
//!
//! Every operation has one rhythm: permit, load, decide, write, record, later.

use std::ops::Deref;

use kernel::CompanyId;
use sea_orm::prelude::*;
use sea_orm::sea_query::{IntoCondition, OnConflict, SimpleExpr};
use sea_orm::{Condition, DeleteMany, IntoActiveModel, SqlErr, UpdateMany};

use crate::app::Asking;
use crate::connection::Connection;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::jobs::Left;
use crate::stream::{self, Event, Reader, Unplaced};

/// Rows in one statement; both engines take as many values as this needs.
const ROWS_AT_ONCE: usize = 200;

/// A [`Ctx`] that may write. Dropped without [`commit`](Tx::commit), it undoes itself.
pub struct Tx {
    ctx: Ctx,
    recorded: std::sync::Mutex<Vec<Event>>,
    left: std::sync::Mutex<Vec<Left>>,
}

impl Deref for Tx {
    type Target = Ctx;

    fn deref(&self) -> &Ctx {
        &self.ctx
    }
}

impl Ctx {
    /// Begins to write; on SQLite a writer queues for its turn here, not halfway through.
    pub fn begin(self) -> Asking<'static, Tx> {
        // Every verb comes by here: the way is compiled once, and not into each of them.
        Box::pin(async move {
            let ctx = self.writing().await?;
            Ok(Tx { ctx, recorded: Vec::new().into(), left: Vec::new().into() })
        })
    }
}

impl Tx {
    /// A new id, ordered by the request's clock.
    pub fn id<Id: From<Uuid>>(&self) -> Id {
        self.ctx.id()
    }

    /// Adds a row.
    #[expect(clippy::disallowed_methods, reason = "the one place where a row is added")]
    pub async fn insert<A>(&self, row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        Ok(row.insert(&self.ctx).await?)
    }

    /// Adds a row that is whole already: nothing is left for the database to fill in, so nothing
    /// is read back.
    #[expect(clippy::disallowed_methods, reason = "the one place where a whole row is added")]
    pub async fn add<M, A>(&self, row: M) -> Result<M>
    where
        M: Clone + IntoActiveModel<A>,
        A: ActiveModelTrait + Send,
    {
        let insert = A::Entity::insert(row.clone().into_active_model());
        insert.exec_without_returning(&self.ctx).await?;
        Ok(row)
    }

    /// Adds rows without reading them back.
    #[expect(clippy::disallowed_methods, reason = "the one place where rows are added")]
    pub async fn insert_all<A>(&self, rows: Vec<A>) -> Result<()>
    where
        A: ActiveModelTrait + Send,
    {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<A> = rows.by_ref().take(ROWS_AT_ONCE).collect();
            A::Entity::insert_many(some).exec_without_returning(&self.ctx).await?;
        }
        Ok(())
    }

    /// Adds a row, or changes the one that has the same key as the conflict says.
    #[expect(clippy::disallowed_methods, reason = "the one place where a row is put")]
    pub async fn put<A>(&self, row: A, conflict: OnConflict) -> Result<()>
    where
        A: ActiveModelTrait + Send,
    {
        A::Entity::insert(row).on_conflict(conflict).exec_without_returning(&self.ctx).await?;
        Ok(())
    }

    /// Adds rows, or changes those that have the same key as the conflict says. No two of them have
    /// the same key.
    #[expect(clippy::disallowed_methods, reason = "the one place where rows are put")]
    pub async fn put_all<A>(&self, rows: Vec<A>, conflict: OnConflict) -> Result<()>
    where
        A: ActiveModelTrait + Send,
    {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<A> = rows.by_ref().take(ROWS_AT_ONCE).collect();
            let insert = A::Entity::insert_many(some).on_conflict(conflict.clone());
            insert.exec_without_returning(&self.ctx).await?;
        }
        Ok(())
    }

    /// Changes a row.
    #[expect(clippy::disallowed_methods, reason = "the one place where a row is changed")]
    pub async fn update<A>(&self, row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        Ok(row.update(&self.ctx).await?)
    }

    /// Changes columns of the rows of this company that fit; answers how many.
    #[expect(clippy::disallowed_methods, reason = "the one place where rows are changed")]
    pub async fn update_where<E, C>(
        &self,
        company: E::Column,
        fits: C,
        values: Vec<(E::Column, SimpleExpr)>,
    ) -> Result<u64>
    where
        E: EntityTrait,
        C: IntoCondition,
    {
        let mut update: UpdateMany<E> = E::update_many().filter(self.mine::<E>(company, fits));
        for (column, value) in values {
            update = update.col_expr(column, value);
        }
        Ok(update.exec(&self.ctx).await?.rows_affected)
    }

    /// Takes away the rows of this company that fit; answers how many.
    #[expect(clippy::disallowed_methods, reason = "the one place where rows are taken away")]
    pub async fn delete_where<E, C>(&self, company: E::Column, fits: C) -> Result<u64>
    where
        E: EntityTrait,
        C: IntoCondition,
    {
        let delete: DeleteMany<E> = E::delete_many().filter(self.mine::<E>(company, fits));
        Ok(delete.exec(&self.ctx).await?.rows_affected)
    }

    /// Takes something away; answers no, and leaves all as it was, if the database says that
    /// something else needs it. The tables that may need it stand above whoever asks, so only the
    /// database knows.
    pub async fn unless_needed(
        &self,
        remove: impl AsyncFnOnce(&Self) -> Result<()>,
    ) -> Result<bool> {
        self.run("savepoint removal").await?;
        let gone = match remove(self).await {
            Ok(()) => true,
            Err(Error::Internal(cause)) if is_needed(&cause) => {
                self.run("rollback to savepoint removal").await?;
                false
            }
            Err(other) => return Err(other),
        };
        self.run("release savepoint removal").await?;
        Ok(gone)
    }

    /// Adds something; if somebody else added the same at this moment and was quicker, all is as it
    /// was, and what they added can be looked at. What the rule asked for before it was added is
    /// then asked once more: it gives the answer that it gives to whoever comes later.
    pub async fn unless_taken<T>(
        &self,
        add: impl AsyncFnOnce(&Self) -> Result<T>,
    ) -> Result<Result<T, Error>> {
        self.run("savepoint addition").await?;
        let added = match add(self).await {
            Ok(added) => Ok(added),
            Err(taken @ Error::Taken(_)) => {
                self.run("rollback to savepoint addition").await?;
                Err(taken)
            }
            Err(other) => return Err(other),
        };
        self.run("release savepoint addition").await?;
        Ok(added)
    }

    /// Does one of many things, whole or not at all: what is refused leaves everything as it was,
    /// and the caller goes on with the others. Any other failure is one of the whole.
    pub async fn attempt<T>(
        &self,
        act: impl AsyncFnOnce(&Self) -> Result<T>,
    ) -> Result<Result<T, Error>> {
        let (recorded, left) = (lock(&self.recorded).len(), lock(&self.left).len());
        self.run("savepoint attempt").await?;
        let done = match act(self).await {
            Ok(done) => Ok(done),
            Err(error) if error.is_refusal() || error.is_out_of_reach() => {
                self.run("rollback to savepoint attempt").await?;
                lock(&self.recorded).truncate(recorded);
                lock(&self.left).truncate(left);
                Err(error)
            }
            Err(other) => return Err(other),
        };
        self.run("release savepoint attempt").await?;
        Ok(done)
    }

    #[expect(clippy::disallowed_methods, reason = "savepoints are the transaction's own")]
    async fn run(&self, sql: &str) -> Result<()> {
        self.ctx.execute_unprepared(sql).await?;
        Ok(())
    }

    fn mine<E: EntityTrait>(&self, company: E::Column, fits: impl IntoCondition) -> Condition {
        let mine: CompanyId = self.actor.company;
        Condition::all().add(company.eq(mine)).add(fits.into_condition())
    }

    /// Says what happened: audit, timeline, notices and live boards are read from this.
    pub fn record(&self, event: Event) {
        lock(&self.recorded).push(event);
    }

    pub(crate) fn leave(&self, left: Left) {
        lock(&self.left).push(left);
    }

    /// Who reads what was recorded after the first so many events, and how many there are now.
    pub(crate) fn heard_since(&self, read: usize) -> (Vec<(Reader, Vec<Event>)>, usize) {
        let recorded = lock(&self.recorded);
        let new = &recorded[read..];
        let heard = |reader: &Reader| {
            let theirs = new.iter().filter(|it| reader.names.contains(&it.name));
            (*reader, theirs.cloned().collect::<Vec<_>>())
        };
        let readers = self.app.readers.iter().copied().flatten();
        (readers.map(heard).filter(|it| !it.1.is_empty()).collect(), recorded.len())
    }

    /// Draws the consequences of what was recorded, keeps everything, on disk, and only then wakes
    /// those who watch.
    pub fn commit(self) -> Asking<'static, ()> {
        Box::pin(self.kept())
    }

    async fn kept(self) -> Result<()> {
        stream::follow(&self).await?;

        let Self { ctx, recorded, left } = self;
        let recorded = recorded.into_inner().map_err(|_| poisoned())?;
        let left = left.into_inner().map_err(|_| poisoned())?;
        let unplaced = Unplaced::of(&ctx, recorded);
        let due = !left.is_empty();
        crate::jobs::store(&ctx, left).await?;

        let Ctx { app, connection, .. } = ctx;
        let woken = match connection {
            Connection::Turn(turn) => turn.commit(unplaced).await?,
            Connection::Transaction(transaction) => {
                let woken = stream::append(&transaction, vec![unplaced]).await?;
                transaction.commit().await?;
                woken
            }
            Connection::Lazy(_) | Connection::Loose => {
                return Err(Error::internal(anyhow::anyhow!("nobody began to write")));
            }
        };
        for woken in woken {
            // Nobody watching is fine.
            let _ = app.wake.send(woken);
        }
        if due {
            app.jobs_due.notify_one();
        }
        Ok(())
    }
}

impl Ctx {
    pub(crate) fn id<Id: From<Uuid>>(&self) -> Id {
        let micros = u64::try_from(self.now.0).unwrap_or_default();
        let nanos = u32::try_from(micros % 1_000_000).unwrap_or_default() * 1_000;
        let stamp = uuid::Timestamp::from_unix(uuid::NoContext, micros / 1_000_000, nanos);
        Uuid::new_v7(stamp).into()
    }
}

/// Whether the database refused because something refers to what should go.
fn is_needed(cause: &anyhow::Error) -> bool {
    let sql = cause.downcast_ref::<DbErr>().and_then(DbErr::sql_err);
    matches!(sql, Some(SqlErr::ForeignKeyConstraintViolation(_)))
}

fn lock<T>(shared: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn poisoned() -> Error {
    Error::internal(anyhow::anyhow!("a write was abandoned halfway"))
}
