//! A record's timeline tells each reader what every teller of it lets them hear.

use std::collections::HashSet;

use frame::app::Asking;
use frame::stream::{Model, Sees, Teller, told_about};
use frame::{Ctx, Event};
use kernel::Lang;
use utoipa_axum::router::OpenApiRouter;

use crate::{AYU, BUDI, RIZKY, Someone, World};

const OPEN: Teller = Teller { prefix: "open.", tell, sees: Sees::WithTheRecord };
const NARROW: Teller = Teller { prefix: "narrow.", tell, sees: Sees::Asked(of_budi) };
/// Shares its prefix with one that asks.
const BESIDE: Teller = Teller { prefix: "narrow.", tell, sees: Sees::WithTheRecord };

#[expect(clippy::unnecessary_wraps, reason = "a teller may have nothing to say")]
fn tell(event: &Model, _: Lang) -> Option<String> {
    Some(event.name.clone())
}

/// Budi alone is told.
fn of_budi<'a>(ctx: &'a Ctx, events: Vec<&'a Model>) -> Asking<'a, HashSet<i64>> {
    Box::pin(async move {
        let is_his = ctx.actor.person == BUDI.person();
        let told: HashSet<i64> = events.iter().filter(|_| is_his).map(|it| it.seq).collect();
        Ok(told)
    })
}

/// What this reader is told of Ayu, in the order in which it happened.
async fn told(world: &World, who: Someone) -> Vec<String> {
    let ctx = world.ctx(who);
    let told = told_about(&ctx, &[AYU.person().0], None, None, 10).await.unwrap();
    told.events.iter().rev().filter_map(|it| ctx.tell(it)).collect()
}

#[tokio::test]
async fn whom_one_teller_does_not_name_none_of_its_prefix_tells() {
    let world = World::furnished(OpenApiRouter::new(), |made| {
        made.tellers = vec![BESIDE, OPEN, NARROW];
    })
    .await;
    let tx = world.ctx(AYU).begin().await.unwrap();
    for name in ["open.said", "narrow.said"] {
        tx.record(Event::of(name, "person", AYU.person()).about(AYU.person()));
    }
    tx.commit().await.unwrap();

    assert_eq!(told(&world, BUDI).await, ["open.said", "narrow.said"]);
    assert_eq!(told(&world, RIZKY).await, ["open.said"]);
}
