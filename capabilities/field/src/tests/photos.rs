//! A photo whose row was never written goes after a day, and no other.

use std::path::PathBuf;

use frame::files;
use frame::secrets::sha256_hex;
use testing::{AYU, World};

const PHOTO: &[u8] = include_bytes!("one_pixel.png");
const OTHER: &[u8] = include_bytes!("../../../../web/public/icons/apple-touch.png");

async fn world() -> World {
    World::furnished(crate::routes(), |made| {
        made.jobs = vec![frame::JOBS];
        made.every = frame::EVERY.to_vec();
    })
    .await
}

async fn turn(world: &World, moment: &str) {
    world.at(moment);
    while world.work().await != 0 {}
}

/// Puts a photo on disk, as for a row that is not written yet.
async fn taken_in(world: &World, photo: &[u8]) -> (files::Photo, String, PathBuf) {
    let taken = files::take_in(&world.ctx(AYU), &sha256_hex(photo), photo.to_vec()).await;
    let (photo, stored) = taken.unwrap();
    let folder = world.app.files.join(AYU.company().to_string()).join(&stored[..2]);
    let path = folder.join(&stored);
    assert!(path.exists());
    (photo, stored, path)
}

async fn proven(world: &World) -> (u64, Vec<String>) {
    let proof = files::prove(&world.app.company(AYU.company())).await.unwrap();
    (proof.files, proof.wrong)
}

#[tokio::test]
async fn a_photo_that_no_row_names_goes_after_a_day_and_no_other() {
    let world = world().await;
    let put = format!("/api/v1/files/sha256/{}", sha256_hex(PHOTO));
    let kept = world.browse(AYU).send("PUT", &put, "image/png", PHOTO.to_vec()).await;
    assert_eq!(kept.status, 201, "{}", kept.body);
    let (_, _, lost) = taken_in(&world, OTHER).await;

    turn(&world, "2026-03-03T04:00:00Z").await;
    assert!(lost.exists(), "its row may still come");
    turn(&world, "2026-03-04T04:00:00Z").await;

    assert!(!lost.exists());
    assert_eq!(proven(&world).await, (1, Vec::new()));
    let show = format!("/files/sha256/{}", sha256_hex(PHOTO));
    assert_eq!(world.browse(AYU).get(&show).await.status, 200);
}

#[tokio::test]
async fn a_photo_that_comes_again_this_very_moment_stays() {
    let world = world().await;
    taken_in(&world, OTHER).await;

    world.at("2026-03-04T03:59:00Z");
    let (photo, stored, path) = taken_in(&world, OTHER).await;
    turn(&world, "2026-03-04T04:00:00Z").await;
    assert!(path.exists(), "its row comes now");
    let tx = world.ctx(AYU).begin().await.unwrap();
    files::keep(&tx, &sha256_hex(OTHER), &photo, stored).await.unwrap();
    tx.commit().await.unwrap();
    turn(&world, "2026-03-08T04:00:00Z").await;

    assert_eq!(proven(&world).await, (1, Vec::new()));
}
