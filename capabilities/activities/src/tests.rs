//! What is promised of what happened with clients, to each kind of person.

mod activities;
mod persons;
mod timeline;
mod writing;
mod searching;
mod narrowing;
mod overwriting;

use accounts::AccountId;
use frame::{Ctx, Tx};
use testing::{Someone, World};

pub const MAJU: &str = "toko-maju";
pub const SEHAT: &str = "apotek-sehat";

pub fn account(name: &str) -> AccountId {
    AccountId(testing::id(name))
}

/// The page of a client.
pub fn page(name: &str) -> String {
    format!("/accounts/{}", account(name))
}

/// What happened there, for programs.
pub fn api(name: &str) -> String {
    format!("/api/v1/accounts/{}/activities", account(name))
}

/// A world in which clients have pages, and notices are read on a page of people.
pub async fn world() -> World {
    let routes =
        crate::routes().merge(accounts::routes()).merge(tasks::routes()).merge(people::routes());
    let world = World::furnished(routes, |made| {
        made.panels = vec![&tasks::PANEL, &crate::LOG, &crate::TIMELINE];
        made.tellers = vec![accounts::TELLER, tasks::TELLER, crate::TELLER];
        made.jobs = vec![frame::JOBS, accounts::JOBS, tasks::JOBS];
        made.every = [frame::EVERY, accounts::EVERY, tasks::EVERY].concat();
        made.follows = vec![accounts::FOLLOWS, tasks::FOLLOWS, crate::FOLLOWS];
        made.searched = vec![accounts::SEARCHED, crate::SEARCHED];
    })
    .await;
    // What the world had before is found, too.
    world.work().await;
    world
}

/// The right to write of somebody.
pub async fn tx(world: &World, who: Someone) -> Tx {
    Ctx::begin(world.ctx(who)).await.unwrap()
}
