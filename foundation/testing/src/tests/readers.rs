//! What happens has consequences, kept together with it or not at all.

use frame::app::Asking;
use frame::stream::{self, Reader};
use frame::{Error, Event, Tx};
use utoipa_axum::router::OpenApiRouter;

use crate::{AYU, SRI, World};

async fn world(readers: &'static [Reader]) -> World {
    World::furnished(OpenApiRouter::new(), |made| made.readers = vec![readers]).await
}

fn happened(name: &'static str) -> Event {
    Event::of(name, "person", AYU.person()).owner(AYU.person())
}

/// What the stream says of Ayu, oldest first.
async fn told(world: &World) -> Vec<String> {
    let sought = stream::Sought::default();
    let events = stream::audit(&world.ctx(SRI), &sought, 50).await.unwrap();
    events.into_iter().rev().map(|it| it.name).collect()
}

async fn record(world: &World, names: &[&'static str]) -> frame::Result<()> {
    let tx = world.ctx(AYU).begin().await.unwrap();
    for name in names {
        tx.record(happened(name));
    }
    tx.commit().await
}

/// A consequence: another event, which tells how many it follows from.
fn answers<const WHICH: usize>(tx: &Tx, count: usize) -> Asking<'_, ()> {
    let name = ["testing.first", "testing.second", "testing.third"][WHICH];
    tx.record(happened(name).with("count", count));
    Box::pin(std::future::ready(Ok(())))
}

const CHAIN: &[Reader] = &[
    Reader { names: &["testing.second"], read: |tx, events| answers::<2>(tx, events.len()) },
    Reader { names: &["testing.first"], read: |tx, events| answers::<1>(tx, events.len()) },
];

#[tokio::test]
async fn a_consequence_may_have_consequences_and_each_is_read_once() {
    let world = world(CHAIN).await;

    record(&world, &["testing.first", "testing.other", "testing.first"]).await.unwrap();

    assert_eq!(
        told(&world).await,
        ["testing.first", "testing.other", "testing.first", "testing.second", "testing.third"]
    );
    assert_eq!(stream::first_broken(&world.ctx(SRI)).await.unwrap(), None);
}

const BROKEN: &[Reader] = &[Reader {
    names: &["testing.first"],
    read: |_, _| -> Asking<'_, ()> {
        Box::pin(async { Err(Error::internal(std::io::Error::other("it fails"))) })
    },
}];

#[tokio::test]
async fn a_consequence_that_fails_undoes_its_cause() {
    let world = world(BROKEN).await;

    assert!(record(&world, &["testing.first"]).await.is_err());
    record(&world, &["testing.other"]).await.unwrap();

    assert_eq!(told(&world).await, ["testing.other"]);
}

const CIRCLE: &[Reader] =
    &[Reader { names: &["testing.first"], read: |tx, events| answers::<0>(tx, events.len()) }];

#[tokio::test]
async fn events_that_follow_from_themselves_are_a_clear_mistake() {
    let world = world(CIRCLE).await;

    let error = record(&world, &["testing.first"]).await.unwrap_err();

    assert!(error.to_string().contains("without end: testing.first"), "{error}");
    assert_eq!(told(&world).await, [""; 0]);
}
