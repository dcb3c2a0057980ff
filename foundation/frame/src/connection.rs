//! On what a context reads and writes.

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    IsolationLevel, QueryResult, Statement, TransactionTrait,
};
use tokio::sync::OnceCell;

use kernel::CompanyId;

use crate::ctx::Ctx;
use crate::db::{Db, Turn};
use crate::error::Result;

/// On what a context reads: nothing yet, then a transaction begun at the first question.
pub(crate) enum Connection {
    /// On SQLite all its questions see one moment. On PostgreSQL each sees what is committed by
    /// then, unless a list is taken out.
    Lazy(OnceCell<DatabaseTransaction>),
    /// Each question by itself, of whatever is committed when it is asked.
    Loose,
    Turn(Turn),
    Transaction(DatabaseTransaction),
}

impl Ctx {
    /// The transaction that begins with the first question and is kept for this context.
    async fn open(&self) -> Result<&DatabaseTransaction, DbErr> {
        match &self.connection {
            Connection::Lazy(cell) => cell.get_or_try_init(|| self.reading()).await,
            Connection::Turn(turn) => Ok(turn.connection()),
            Connection::Transaction(transaction) => Ok(transaction),
            Connection::Loose => {
                Err(DbErr::Custom("whoever asks loosely changes nothing".to_owned()))
            }
        }
    }

    async fn reading(&self) -> Result<DatabaseTransaction, DbErr> {
        // A list's pages must fit together, however long they take.
        let isolation = self.takes_out.map(|_| IsolationLevel::RepeatableRead);
        match &self.app.db {
            Db::Sqlite(_) => self.app.db.pool().begin().await,
            Db::Postgres(pool) => fenced(pool, self.actor.company, isolation).await,
        }
    }

    pub(crate) async fn writing(self) -> Result<Self> {
        let read_on = match self.connection {
            // Whoever writes sees what others have written meanwhile, and a list did not.
            Connection::Lazy(_) if self.takes_out.is_some() => None,
            Connection::Lazy(cell) => cell.into_inner(),
            Connection::Loose => None,
            already => return Ok(Self { connection: already, memo: self.memo.next(), ..self }),
        };
        let connection = match &self.app.db {
            Db::Sqlite(sqlite) => {
                // Whoever waits for a turn must not keep a reader from others.
                drop(read_on);
                Connection::Turn(Db::turn(sqlite).await?)
            }
            Db::Postgres(pool) => Connection::Transaction(match read_on {
                Some(open) => open,
                None => fenced(pool, self.actor.company, None).await?,
            }),
        };
        // What a reader knew may have changed before the writer's turn came.
        let memo = self.memo.next();
        Ok(Self { connection, memo, ..self })
    }
}

/// A transaction in which the rows of other companies do not exist.
#[expect(clippy::disallowed_methods, reason = "the fence is a setting of the transaction")]
async fn fenced(
    pool: &DatabaseConnection,
    company: CompanyId,
    isolation: Option<IsolationLevel>,
) -> Result<DatabaseTransaction, DbErr> {
    let transaction = pool.begin_with_config(isolation, None).await?;
    let sql = format!("select set_config('app.company', '{company}', true)");
    transaction.execute_unprepared(&sql).await?;
    Ok(transaction)
}

/// Lets a [`Ctx`] be handed to a query: `ctx.find::<E>().all(ctx)`.
#[async_trait]
#[expect(clippy::disallowed_methods, reason = "hands each question to the connection below")]
impl ConnectionTrait for Ctx {
    fn get_database_backend(&self) -> DbBackend {
        self.app.db.backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.open().await?.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.open().await?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        if let Connection::Loose = self.connection {
            return self.app.db.pool().query_one_raw(statement).await;
        }
        self.open().await?.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        if let Connection::Loose = self.connection {
            return self.app.db.pool().query_all_raw(statement).await;
        }
        self.open().await?.query_all_raw(statement).await
    }
}
