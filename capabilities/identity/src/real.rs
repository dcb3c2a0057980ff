//! A world in which people prove who they are, for the tests of this capability.

use people::person;
use testing::{Browser, Someone, World};

/// Everybody's password here.
pub const PASSWORD: &str = "kuda lari di pantai";

/// A world with our own pages, our own `who` and our own scheduled work.
pub async fn world() -> World {
    let routes = crate::routes().merge(people::routes());
    World::furnished(routes, |made| {
        made.who = crate::who;
        made.actor_of = crate::actor_of;
        made.jobs = vec![crate::JOBS];
        made.every = crate::EVERY.to_vec();
        made.tellers = vec![people::TELLER, crate::TELLER];
    })
    .await
}

/// Signs somebody in with their password, set before if they have none.
pub async fn sign_in(world: &World, someone: Someone) -> Browser {
    let tx = world.app.company(someone.company()).begin().await.unwrap();
    let me = tx.get::<person::Entity>(someone.person()).await.unwrap();
    crate::set_password(&tx, me.id, PASSWORD.to_owned()).await.unwrap();
    tx.commit().await.unwrap();
    again(world, someone).await
}

/// Signs somebody in once more, on another device.
pub async fn again(world: &World, someone: Someone) -> Browser {
    let seen = knock(world, someone, PASSWORD).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    world.browse_holding(seen.session())
}

/// Tries this password.
pub async fn knock(world: &World, someone: Someone, password: &str) -> testing::Seen {
    let company =
        if someone.company() == testing::SARI.company() { "samudra" } else { "nusantara" };
    let form = format!("email={}@{company}.example&password={password}", someone.name);
    world.browse(None).post("/sign-in", &form.replace(' ', "+")).await
}
