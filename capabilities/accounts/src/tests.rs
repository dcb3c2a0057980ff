//! What is promised of accounts, to each kind of person.

mod contacts;
mod finding;
mod pages;
mod places;
mod rights;
mod writing;

use frame::{Ctx, Result, Tx};
use testing::{Someone, World};

pub const MAJU: &str = "toko-maju";

pub fn account(name: &str) -> crate::AccountId {
    crate::AccountId(testing::id(name))
}

pub async fn world() -> World {
    World::furnished(crate::routes(), |made| made.tellers = vec![crate::TELLER]).await
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
