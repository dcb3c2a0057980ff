//! A session that is used stays awake, and a token says when it was used last.

use frame::web::request::Shown;
use frame::{App, Result, Tx};
use kernel::CompanyId;
use sea_orm::ColumnTrait;

use crate::{session, token};

/// In one statement.
const AT_ONCE: usize = 200;

/// Writes down what was used since the last time; called every minute. Whatever is lost with the
/// program is noted again by the next request.
pub async fn write_down_seen(app: &App) -> Result<()> {
    for (company, used) in app.seen.take() {
        let (sessions, tokens): (Vec<_>, Vec<_>) =
            used.into_iter().partition(|it| it.0 == Shown::Session);
        write_down(app, company, hashes(sessions), hashes(tokens)).await?;
    }
    Ok(())
}

fn hashes(used: Vec<(Shown, Vec<u8>)>) -> Vec<Vec<u8>> {
    used.into_iter().map(|it| it.1).collect()
}

async fn write_down(
    app: &App,
    company: CompanyId,
    sessions: Vec<Vec<u8>>,
    tokens: Vec<Vec<u8>>,
) -> Result<()> {
    let tx: Tx = app.company(company).begin().await?;
    for some in sessions.chunks(AT_ONCE) {
        let these = session::Column::Id.is_in(some.iter().cloned());
        let seen = vec![(session::Column::SeenAt, tx.now.into())];
        tx.update_where::<session::Entity, _>(session::Column::CompanyId, these, seen).await?;
    }
    for some in tokens.chunks(AT_ONCE) {
        let these = token::Column::SecretHash.is_in(some.iter().cloned());
        let used = vec![(token::Column::UsedAt, tx.now.into())];
        tx.update_where::<token::Entity, _>(token::Column::CompanyId, these, used).await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use testing::AYU;

    use super::*;
    use crate::real::{sign_in, world};

    #[tokio::test]
    async fn a_session_that_nobody_uses_is_over() {
        let world = world().await;
        let ayu = sign_in(&world, AYU).await;

        world.at("2026-03-02T16:59:59Z");
        assert_eq!(ayu.get("/me").await.status, 200);
        world.at("2026-03-02T17:00:00Z");
        assert_eq!(ayu.get("/me").await.status, 303, "twelve hours passed unused");
    }

    #[tokio::test]
    async fn a_session_in_use_stays_awake() {
        let world = world().await;
        let ayu = sign_in(&world, AYU).await;

        world.at("2026-03-02T15:00:00Z");
        assert_eq!(ayu.get("/me").await.status, 200);
        write_down_seen(&world.app).await.unwrap();

        world.at("2026-03-03T02:00:00Z");
        assert_eq!(ayu.get("/me").await.status, 200);
    }

    #[tokio::test]
    async fn a_use_is_noted_once_in_ten_minutes() {
        let world = world().await;
        let ayu = sign_in(&world, AYU).await;

        ayu.get("/me").await;
        assert!(world.app.seen.take().is_empty(), "it has just been opened");
        world.at("2026-03-02T05:10:00Z");
        ayu.get("/me").await;
        ayu.get("/me").await;

        assert_eq!(world.app.seen.take().len(), 1);
    }

    #[tokio::test]
    async fn a_token_says_when_it_was_used_and_is_revoked_at_once() {
        let world = world().await;
        let tx = world.ctx(AYU).begin().await.unwrap();
        let issued = crate::issue_token(&tx, AYU.person(), "recap", 30).await.unwrap();
        tx.commit().await.unwrap();
        let program = world.program(&issued.text);

        assert_eq!(program.get("/api/v1/people").await.status, 200);
        write_down_seen(&world.app).await.unwrap();
        let ctx = world.ctx(AYU);
        let mine = token::mine(&ctx);
        let token = sea_orm::Select::one(mine, &ctx).await.unwrap().unwrap();
        assert_eq!(token.used_at, Some(world.now()));

        let ayu = sign_in(&world, AYU).await;
        ayu.post(&format!("/settings/tokens/{}/revoke", issued.id), "").await;
        assert_eq!(program.get("/api/v1/people").await.status, 401);
    }
}
