//! What has run out is taken away: sessions, links and tokens that nobody can use any more.

use frame::jobs::{Every, Running};
use frame::{Result, Tx};
use sea_orm::{ColumnTrait, Condition};

use crate::rules::Stay;
use crate::{link, session, token};

pub const SWEEP: Every = Every { name: "identity.sweep", minutes: 60, run };

/// A token stays for a while, so that its name can still be read beside what it did.
const TOKEN_DAYS: i64 = 90;
/// A used link stays for a while, so that its reader is told that it was used.
const LINK_DAYS: i64 = 7;

fn run(tx: &Tx) -> Running<'_> {
    Box::pin(sweep(tx))
}

async fn sweep(tx: &Tx) -> Result<()> {
    let asleep = |stay: Stay| {
        Condition::all()
            .add(session::Column::Stay.eq(stay))
            .add(session::Column::SeenAt.lte(stay.since(tx.now)))
    };
    let sessions = Stay::ALL
        .iter()
        .fold(Condition::any().add(session::Column::ExpiresAt.lte(tx.now)), |any, &stay| {
            any.add(asleep(stay))
        });
    tx.delete_where::<session::Entity, _>(session::Column::CompanyId, sessions).await?;
    let links = link::Column::ExpiresAt.lte(tx.now.plus_days(-LINK_DAYS));
    tx.delete_where::<link::Entity, _>(link::Column::CompanyId, links).await?;
    let long_ago = tx.now.plus_days(-TOKEN_DAYS);
    let tokens = Condition::any()
        .add(token::Column::ExpiresAt.lte(long_ago))
        .add(token::Column::RevokedAt.lte(long_ago));
    tx.delete_where::<token::Entity, _>(token::Column::CompanyId, tokens).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use frame::Error;
    use sea_orm::PaginatorTrait;
    use testing::{AYU, World};
    use utoipa_axum::router::OpenApiRouter;

    use super::*;

    /// Two companies live in the world, so each round is two runs.
    #[tokio::test]
    async fn work_comes_round_once_in_each_period() {
        let world = World::furnished(OpenApiRouter::new(), |made| made.every = vec![SWEEP]).await;

        let first = world.work().await;
        let again = world.work().await;
        world.at("2026-03-02T05:59:00Z");
        let same_hour = world.work().await;
        world.at("2026-03-02T06:00:00Z");
        let next_hour = world.work().await;

        assert_eq!((first, again, same_hour, next_hour), (2, 0, 0, 2));
    }

    #[tokio::test]
    async fn work_that_fails_is_tried_again_and_keeps_nobody_waiting() {
        let fails = Every {
            name: "test.fails",
            minutes: 60,
            run: |tx| {
                Box::pin(async move {
                    crate::open_session(tx, AYU.person(), Stay::Briefly).await?;
                    Err(Error::NotFound)
                })
            },
        };
        let every = vec![fails, SWEEP];
        let world = World::furnished(OpenApiRouter::new(), |made| made.every = every).await;

        let first = world.work().await;
        let again = world.work().await;

        assert_eq!((first, again), (2, 0), "only the sweep ran");
        let ctx = world.ctx(AYU);
        let sessions = ctx.whole_company::<session::Entity>();
        assert_eq!(sessions.count(&ctx).await.unwrap(), 0, "what failed is undone");
    }

    #[tokio::test]
    async fn a_session_that_ran_out_or_fell_asleep_is_swept_and_no_other() {
        let world = World::furnished(OpenApiRouter::new(), |made| made.every = vec![SWEEP]).await;
        let tx = world.ctx(AYU).begin().await.unwrap();
        crate::open_session(&tx, AYU.person(), Stay::Remembered).await.unwrap();
        tx.commit().await.unwrap();
        world.at("2026-03-25T05:00:00Z");
        let tx = world.ctx(AYU).begin().await.unwrap();
        crate::open_session(&tx, AYU.person(), Stay::Briefly).await.unwrap();
        tx.commit().await.unwrap();
        world.at("2026-03-28T05:00:00Z");
        let tx = world.ctx(AYU).begin().await.unwrap();
        crate::open_session(&tx, AYU.person(), Stay::Remembered).await.unwrap();
        tx.commit().await.unwrap();

        world.at("2026-04-02T05:00:00Z");
        world.work().await;

        let ctx = world.ctx(AYU);
        assert_eq!(ctx.whole_company::<session::Entity>().count(&ctx).await.unwrap(), 1);
    }
}
