//! One of many things is refused: it leaves nothing behind, and the others are kept.

use frame::{Error, line, stream};
use sea_orm::ActiveValue::Set;

use super::{Count, something, world};
use crate::{AYU, BUDI, RIZKY, SRI, Someone, WATI};

#[tokio::test]
async fn what_is_refused_leaves_nothing_and_the_rest_is_kept() {
    let world = world().await;

    let tx = world.ctx(AYU).begin().await.unwrap();
    let mut refused = Vec::new();
    for (who, fails) in [(RIZKY, false), (BUDI, true), (WATI, false)] {
        let done = tx
            .attempt(async |tx| {
                // Nobody answers for anybody under Ayu.
                tx.insert_all(vec![under_ayu(tx.actor.company, who)]).await?;
                tx.record(something());
                tx.later(tx.now, &Count { fail: false })?;
                if fails { Err(Error::Denied) } else { Ok(who) }
            })
            .await
            .unwrap();
        refused.extend(done.err());
    }
    tx.commit().await.unwrap();

    assert!(matches!(refused.as_slice(), [Error::Denied]));
    assert_eq!(stream::end(&world.ctx(SRI)).await.unwrap(), 2);
    assert_eq!(world.work().await, 2, "nothing was left for later by what was refused");
    let mut under = line::of_actor(&world.ctx(AYU)).await.unwrap();
    under.retain(|it| *it != AYU.person());
    under.sort_unstable();
    let mut expected = vec![RIZKY.person(), WATI.person()];
    expected.sort_unstable();
    assert_eq!(under, expected);
}

fn under_ayu(company: kernel::CompanyId, who: Someone) -> line::ActiveModel {
    line::ActiveModel {
        company_id: Set(company),
        manager_id: Set(AYU.person()),
        person_id: Set(who.person()),
    }
}

#[tokio::test]
async fn what_fails_is_no_refusal() {
    let world = world().await;
    let tx = world.ctx(SRI).begin().await.unwrap();

    let broken = || Error::internal(std::io::Error::other("the disk is full"));
    let failed = tx.attempt(async |_| Err::<(), Error>(broken())).await;

    assert!(matches!(failed, Err(Error::Internal(_))));
}
