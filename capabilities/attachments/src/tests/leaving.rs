//! What is taken away, comes back, or goes for good; and what becomes of files when clients do.

use frame::files::prove;
use serde_json::json;
use testing::{AYU, BUDI, World, id};

use super::{MAJU, PDF, api, code, deal, kept, names, of_account, on_disk, page_of, world};

const SEHAT: &str = "apotek-sehat";

#[tokio::test]
async fn what_is_taken_away_comes_back() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let file = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;

    let hidden = ayu.post(&page_of(&file, "/hide"), "").await;

    assert_eq!((hidden.status, hidden.location()), (303, &*of_account(MAJU)));
    assert_eq!(names(&ayu, &of_account(MAJU)).await, Vec::<String>::new());
    for gone in ["", "/download", "/picture"] {
        assert_eq!(ayu.get(&page_of(&file, gone)).await.status, 404, "{gone}");
    }
    let page = ayu.get(&of_account(MAJU)).await;
    assert!(page.body.contains(&page_of(&file, "/restore")), "{}", page.body);
    let back = ayu.ask("POST", &api(&page_of(&file, "/restore")), "").await;
    assert_eq!(back.status, 200, "{}", back.body);
    assert_eq!(ayu.get(&page_of(&file, "/download")).await.bytes, PDF);
    let told = ayu.get(&format!("/accounts/{}", id(MAJU))).await.body;
    for said in ["Attachment deleted: penawaran.pdf", "Attachment restored: penawaran.pdf"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert_eq!(ayu.ask("DELETE", &api(&page_of(&file, "")), "").await.status, 204);
    world.at("2026-04-03T05:00:00Z");
    let late = ayu.ask("POST", &api(&page_of(&file, "/restore")), "").await;
    assert_eq!((late.status, code(&late)), (422, "attachments.too_late".to_owned()));
}

/// The days on which the world is looked at again.
async fn turn(world: &World, moment: &str) {
    world.at(moment);
    world.work().await;
}

#[tokio::test]
async fn with_the_last_that_names_it_a_file_goes_from_the_disk() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let one = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    let other = kept(&ayu, &of_account(SEHAT), "penawaran.pdf", PDF).await;
    ayu.post(&page_of(&one, "/hide"), "").await;

    turn(&world, "2026-04-03T05:00:00Z").await;
    turn(&world, "2026-04-05T05:00:00Z").await;
    assert_eq!(on_disk(&world), 1, "another names it");
    assert_eq!(ayu.get(&page_of(&other, "/download")).await.bytes, PDF);

    ayu.post(&page_of(&other, "/hide"), "").await;
    turn(&world, "2026-05-07T05:00:00Z").await;
    assert_eq!(on_disk(&world), 1, "a backup that is being made names it still");
    turn(&world, "2026-05-08T05:00:01Z").await;
    assert_eq!(on_disk(&world), 0);
    let proof = prove(&world.app.company(AYU.company())).await.unwrap();
    assert_eq!((proof.files, proof.wrong), (0, Vec::new()));
}

#[tokio::test]
async fn what_is_brought_again_on_its_way_out_stays() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let file = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    ayu.post(&page_of(&file, "/hide"), "").await;
    turn(&world, "2026-04-03T05:00:00Z").await;

    let again = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    turn(&world, "2026-04-05T05:00:00Z").await;

    assert_ne!(file["id"], again["id"]);
    assert_eq!(ayu.get(&page_of(&again, "/download")).await.bytes, PDF);
    // And once more after it went.
    ayu.post(&page_of(&again, "/hide"), "").await;
    turn(&world, "2026-05-07T05:00:00Z").await;
    turn(&world, "2026-05-09T05:00:00Z").await;
    let last = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    assert_eq!(ayu.get(&page_of(&last, "/download")).await.bytes, PDF);
    let proof = prove(&world.app.company(AYU.company())).await.unwrap();
    assert_eq!((proof.files, proof.wrong), (1, Vec::new()));
}

#[tokio::test]
async fn a_file_that_was_changed_on_the_disk_is_noticed() {
    let world = world().await;
    let file = kept(&world.browse(AYU), &of_account(MAJU), "penawaran.pdf", PDF).await;
    let sha256 = file["content_sha256"].as_str().unwrap();
    std::fs::write(frame::files::path_of_content(&world.ctx(AYU), sha256), b"other").unwrap();

    let proof = prove(&world.app.company(AYU.company())).await.unwrap();

    assert_eq!(proof.wrong, [sha256]);
}

#[tokio::test]
async fn two_clients_that_become_one_have_the_files_of_both() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let deal = deal(&world).await;
    kept(&ayu, &of_account(MAJU), "maju.pdf", PDF).await;
    kept(&ayu, &deal, "penawaran.pdf", PDF).await;
    kept(&ayu, &of_account(SEHAT), "sehat.pdf", PDF).await;

    let merge = format!("/api/v1/accounts/{}/merge", id(SEHAT));
    let seen = ayu.post_json(&merge, &json!({"merged_id": id(MAJU)})).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert_eq!(names(&ayu, &of_account(SEHAT)).await, ["maju.pdf", "penawaran.pdf", "sehat.pdf"]);

    let page = ayu.get(&format!("/accounts/{}", id(SEHAT))).await;
    let from = page.body.find("/merges/").unwrap_or_else(|| panic!("{}", page.body)) + 8;
    let undo = format!("/api/v1/merges/{}/undo", &page.body[from..from + 36]);
    assert_eq!(ayu.post(&undo, "").await.status, 200);
    assert_eq!(names(&ayu, &of_account(SEHAT)).await, ["sehat.pdf"]);
    assert_eq!(names(&ayu, &of_account(MAJU)).await, ["maju.pdf", "penawaran.pdf"]);
}

#[tokio::test]
async fn files_go_with_a_client_to_whoever_looks_after_it_next() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let file = kept(&ayu, &of_account(MAJU), "penawaran.pdf", PDF).await;
    let path = format!("/accounts/{}/owner", id(MAJU));

    let seen = world.browse(BUDI).post(&path, &format!("owner_id={}", id("rizky"))).await;

    assert_eq!(seen.status, 303, "{}", seen.body);
    assert_eq!(ayu.get(&page_of(&file, "/download")).await.status, 404);
    let rizky = world.browse(testing::RIZKY);
    assert_eq!(rizky.get(&page_of(&file, "/download")).await.bytes, PDF);
}
