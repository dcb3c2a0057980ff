//! How an engine goes about a question.

use frame::Ctx;
use sea_orm::{ConnectionTrait, DbBackend, QueryTrait, Statement};

/// What SQLite means to do to answer, a line for each step: `SEARCH visit USING INDEX …`. None on
/// PostgreSQL, which decides by how much there is.
#[expect(clippy::disallowed_methods, reason = "the engine itself is asked, not an entity")]
pub async fn plan(ctx: &Ctx, question: &impl QueryTrait) -> Option<String> {
    if ctx.get_database_backend() != DbBackend::Sqlite {
        return None;
    }
    let Statement { sql, values, .. } = question.build(DbBackend::Sqlite);
    let sql = format!("explain query plan {sql}");
    let explain = Statement { sql, values, db_backend: DbBackend::Sqlite };
    let steps = ctx.query_all_raw(explain).await.expect("a plan");
    let steps = steps.iter().map(|it| it.try_get::<String>("", "detail").expect("a step"));
    Some(steps.collect::<Vec<_>>().join("\n"))
}
