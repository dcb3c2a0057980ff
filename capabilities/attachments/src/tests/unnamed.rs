//! What lies on disk and has no row, for its transaction failed, goes, and nothing else.

use std::time::{Duration, SystemTime};

use frame::files::{Incoming, keep_content, path_of_content, prove};
use frame::secrets::sha256_hex;
use testing::{AYU, World};

use super::{MAJU, PDF, kept, of_account, on_disk, page_of, world_with};

const NOTE: &[u8] = b"Rak ketiga";

async fn world() -> World {
    world_with(|made| made.every = [frame::EVERY, crate::EVERY].concat()).await
}

async fn turn(world: &World, moment: &str) {
    world.at(moment);
    while world.work().await != 0 {}
}

/// Keeps a file in a transaction that comes to nothing.
async fn abandoned(world: &World) {
    let tx = world.ctx(AYU).begin().await.unwrap();
    let mut incoming = Incoming::begin(&tx, 1_000).await.unwrap();
    incoming.take(NOTE).await.unwrap();
    keep_content(&tx, incoming.end().await.unwrap()).await.unwrap();
    drop(tx);
}

async fn proven(world: &World) -> (u64, Vec<String>) {
    let proof = prove(&world.app.company(AYU.company())).await.unwrap();
    (proof.files, proof.wrong)
}

#[tokio::test]
async fn what_no_row_names_goes_a_day_after_it_was_found() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let file = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    abandoned(&world).await;
    let lost = path_of_content(&world.ctx(AYU), &sha256_hex(NOTE));
    assert!(lost.exists());

    turn(&world, "2026-03-03T05:00:00Z").await;
    assert!(lost.exists(), "somebody may bring it again");
    turn(&world, "2026-03-04T05:00:01Z").await;

    assert!(!lost.exists());
    assert_eq!(on_disk(&world), 1);
    assert_eq!(proven(&world).await, (1, Vec::new()));
    assert_eq!(ayu.get(&page_of(&file, "/download")).await.bytes, PDF);
}

#[tokio::test]
async fn what_is_brought_after_it_was_found_stays() {
    let world = world().await;
    let ayu = world.browse(AYU);
    abandoned(&world).await;
    turn(&world, "2026-03-03T05:00:00Z").await;

    let file = kept(&ayu, &of_account(MAJU), "catatan.txt", NOTE).await;
    turn(&world, "2026-03-06T05:00:00Z").await;

    assert_eq!(ayu.get(&page_of(&file, "/download")).await.bytes, NOTE);
    assert_eq!(proven(&world).await, (1, Vec::new()));
}

#[tokio::test]
async fn what_is_half_written_goes_when_nobody_writes_it_any_more() {
    let world = world().await;
    let folder = world.app.files.join(AYU.company().to_string()).join("content");
    std::fs::create_dir_all(&folder).unwrap();
    // 1 March and 3 March 2026, 04.00 UTC.
    for (name, seconds) in [(".in-old", 1_772_337_600), (".in-new", 1_772_510_400)] {
        let file = std::fs::File::create(folder.join(name)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
    }
    std::fs::write(folder.join("README"), "not ours").unwrap();

    turn(&world, "2026-03-03T05:00:00Z").await;

    assert!(!folder.join(".in-old").exists());
    assert!(folder.join(".in-new").exists() && folder.join("README").exists());
}
