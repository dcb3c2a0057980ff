//! What is promised of accounts, to each kind of person.

mod contacts;
mod contact_twins;
mod contact_scan;
mod ending;
mod duplicates;
mod exporting;
mod finding;
mod merging;
mod pages;
mod places;
mod rights;
mod searching;
mod mapping;
mod writing;
mod sharing;
mod banking;
mod settling;
mod customizing;
mod limiting;
mod cards;
mod bulk;
mod listing;

use frame::{Ctx, Result, Tx, stream};
use kernel::Lang;
use testing::{Someone, World};

pub const MAJU: &str = "toko-maju";

pub fn account(name: &str) -> crate::AccountId {
    crate::AccountId(testing::id(name))
}

pub async fn world() -> World {
    // Notices are read on a page of people.
    let routes = crate::routes().merge(people::routes());
    let world = World::furnished(routes, |made| {
        made.tellers = vec![crate::TELLER];
        made.jobs = vec![frame::JOBS, crate::JOBS];
        made.every = [frame::EVERY, crate::EVERY].concat();
        made.follows = vec![crate::FOLLOWS];
        made.searched = vec![crate::SEARCHED];
    })
    .await;
    // What the world had before is found, too.
    world.work().await;
    world
}

/// What is told of a client, the latest first. The pages that show it stand above clients.
pub async fn told(world: &World, who: Someone, name: &str) -> String {
    let mut ctx = world.ctx(who);
    ctx.request.lang = Lang::En;
    let account = crate::account::get(&ctx, account(name)).await.unwrap();
    let events = stream::about(&ctx, account.id.0, None, 30).await.unwrap();
    let sentences: Vec<String> = events.iter().filter_map(|it| ctx.tell(it)).collect();
    sentences.join("\n")
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
