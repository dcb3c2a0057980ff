//! What is promised of tasks, to each kind of person.

mod adding;
mod tasks;
mod timing;
mod mailing;
mod templates;

use accounts::AccountId;
use frame::{Ctx, Result, Tx};
use testing::{Someone, World};

pub const MAJU: &str = "toko-maju";

pub fn account(name: &str) -> AccountId {
    AccountId(testing::id(name))
}

/// A world in which clients have pages, and notices are read on a page of people.
pub async fn world() -> World {
    let routes = crate::routes().merge(accounts::routes()).merge(people::routes());
    let world = World::furnished(routes, |made| {
        made.panels = vec![&crate::PANEL];
        made.tellers = vec![accounts::TELLER, crate::TELLER];
        made.jobs = vec![frame::JOBS, accounts::JOBS, crate::JOBS];
        made.every = [frame::EVERY, accounts::EVERY, crate::EVERY].concat();
        made.follows = vec![accounts::FOLLOWS, crate::FOLLOWS];
        made.searched = vec![accounts::SEARCHED];
    })
    .await;
    // What comes round has come round once.
    world.work().await;
    world
}

/// The right to write of somebody.
pub async fn tx(world: &World, who: Someone) -> Tx {
    Ctx::begin(world.ctx(who)).await.unwrap()
}

/// Commits what was asked for, and hands it on.
pub async fn kept<T>(tx: Tx, made: Result<T>) -> T {
    let made = made.unwrap();
    tx.commit().await.unwrap();
    made
}
