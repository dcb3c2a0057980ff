//! What people do on a working day, and what becomes of it.

mod days;
mod month;
mod review;
mod shifts;

use evidence::fact::DeviceId;
use evidence::{FactKind, Incoming, Receipt};
use frame::Ctx;
use kernel::evidence::time::TokenTime;
use kernel::{Day, FactId, Instant, Zone};
use sea_orm::{ColumnTrait, QueryFilter};
use testing::{Someone, World};
use uuid::Uuid;

use crate::{EVERY, JOBS, READERS, clock_in, clock_out, routes, work_day};

pub const MONDAY: &str = "2026-03-02";

pub async fn world() -> World {
    World::furnished(routes().merge(evidence::routes()).merge(people::routes()), |made| {
        made.jobs = vec![JOBS];
        made.readers = vec![READERS];
        made.every = EVERY.to_vec();
    })
    .await
}

/// Clocks in or out at this moment, with a signal: nothing about it is in doubt.
pub async fn punch(world: &World, who: Someone, kind: FactKind, at: &str) -> FactId {
    world.at(at);
    let now = world.now();
    send(world, who, kind, now, Some(TokenTime(now))).await
}

/// Says now that it happened then, by the phone's word alone: somebody is to look.
pub async fn claim(world: &World, who: Someone, kind: FactKind, then: &str) -> FactId {
    send(world, who, kind, then.parse().unwrap(), None).await
}

async fn send(
    world: &World,
    who: Someone,
    kind: FactKind,
    claimed_at: Instant,
    token: Option<TokenTime>,
) -> FactId {
    let tx = world.ctx(who).begin().await.unwrap();
    let id: FactId = tx.id();
    let incoming = Incoming {
        id,
        // The same phone for each person, always.
        device: DeviceId(testing::id(who.name)),
        seq: 1,
        kind,
        claimed_at,
        zone: Zone::jakarta(),
        token,
        since_token_ms: token.map(|_| 0),
        fix: None,
        fix_error: None,
        fixes: Vec::new(),
        photos: Vec::new(),
        photo_error: None,
        payload: "{}".to_owned(),
        body_hash: id.0.as_bytes().to_vec(),
        proof: None,
    };
    let _: Receipt = match kind {
        FactKind::ClockIn => clock_in(&tx, incoming).await.unwrap(),
        _ => clock_out(&tx, incoming).await.unwrap(),
    };
    tx.commit().await.unwrap();
    id
}

/// A working day as it is judged at present.
pub async fn day(world: &World, who: Someone, day: &str) -> work_day::Model {
    let ctx: Ctx = world.ctx(who);
    let day: Day = day.parse().unwrap();
    let days = ctx.find::<work_day::Entity>().filter(work_day::Column::OwnerId.eq(who.person()));
    days.filter(work_day::Column::Day.eq(day)).one(&ctx).await.unwrap().unwrap()
}

pub fn moment(text: &str) -> Instant {
    text.parse().unwrap()
}

/// The address of a record in the world.
pub fn uuid(who: Someone) -> Uuid {
    who.person().into()
}
