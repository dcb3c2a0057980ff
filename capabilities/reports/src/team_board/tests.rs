use std::sync::atomic::{AtomicBool, Ordering};

use frame::app::Asking;
use frame::stream::Woken;
use frame::web::Presented;
use frame::{Actor, Ctx, Error, Via};
use kernel::access::Role;
use testing::{ANDI, AYU, BUDI, FAJAR, GILANG, HENDRA, RIZKY, SRI, TONO, WATI, World};

#[tokio::test]
async fn a_board_shows_those_in_reach_and_nobody_else() {
    let world = World::with(crate::routes()).await;

    for (someone, seen, unseen) in [
        (BUDI, vec!["Ayu Lestari", "Rizky Pratama"], vec!["Wati", "Andi Saputra", "Lina"]),
        (HENDRA, vec!["Ayu Lestari", "Rizky Pratama", "Wati"], vec!["Andi Saputra"]),
        (SRI, vec!["Ayu Lestari", "Wati"], vec!["Andi Saputra"]),
        (GILANG, vec!["Nobody is here yet"], vec!["Ayu Lestari", "Wati"]),
        (AYU, vec!["Ayu Lestari"], vec!["Rizky Pratama", "Wati"]),
        (ANDI, vec!["Andi Saputra"], vec!["Ayu Lestari"]),
    ] {
        let page = world.browse(someone).get("/team/board").await;
        let cards = world.browse(someone).get("/team/board/cards").await;
        for body in [&page.body, &cards.body] {
            assert!(seen.iter().all(|it| body.contains(it)), "{someone:?}: {body}");
            // Their own name stands in the shell around the page.
        }
        assert!(unseen.iter().all(|it| !cards.body.contains(it)), "{someone:?}: {}", cards.body);
        assert!(!cards.body.contains("<html"), "a part of a page");
    }
    for someone in [FAJAR, TONO] {
        for path in ["/team/board", "/team/board/cards", "/team/board/live"] {
            assert_eq!(world.browse(someone).get(path).await.status, 403, "{path}");
        }
    }
}

#[tokio::test]
async fn the_api_tells_states_and_how_old_the_news_is() {
    let world = World::with(crate::routes()).await;

    let board = world.browse(BUDI).get("/api/v1/team/board").await.json();
    let ayu = &board["people"][0];
    // It is noon, and nobody has said a word.
    assert_eq!((&ayu["name"], &ayu["state"]), (&"Ayu Lestari".into(), &"late".into()));
    assert_eq!((&ayu["late_minutes"], &ayu["planned"]), (&240.into(), &1.into()));
    assert!(ayu["last"].is_null());
    assert_eq!(board["people"].as_array().unwrap().len(), 2);

    assert_eq!(world.browse(None).get("/api/v1/team/board").await.status, 401);
    let other = format!("/api/v1/team/board?team_id={}", testing::id("utara"));
    assert_eq!(world.browse(BUDI).get(&other).await.json()["people"], serde_json::json!([]));
    let own = world.browse(HENDRA).get(&other).await.json();
    assert_eq!(own["people"][0]["person_id"], WATI.person().to_string());
}

#[tokio::test]
async fn nobody_watches_without_signing_in() {
    let world = World::with(crate::routes()).await;

    assert_eq!(
        world.browse(None).get("/team/board/live").await.location().split('?').next(),
        Some("/sign-in")
    );
    assert_eq!(world.browse(None).post("/team/board/live", "").await.status, 405);
}

static REVOKED: AtomicBool = AtomicBool::new(false);

/// Everybody is Budi, until the sessions are revoked.
fn who<'a>(_: &'a Ctx, presented: &'a Presented) -> Asking<'a, Actor> {
    Box::pin(async move {
        if REVOKED.load(Ordering::SeqCst) {
            return Err(Error::SignedOut);
        }
        let nobody = Actor::nobody(presented.company);
        let roles = vec![Role::Manager];
        Ok(Actor { person: BUDI.person(), roles, via: Via::Session, ..nobody })
    })
}

#[tokio::test]
async fn a_revoked_session_falls_silent() {
    let world = World::furnished(crate::routes(), |made| made.who = who).await;
    let browser = world.browse(BUDI);
    let wake = &world.app.wake;
    let woken = Woken::here(RIZKY.company(), Some(RIZKY.person()));

    let mut watching = std::pin::pin!(browser.listen("/team/board/live"));
    let revoking = async {
        while wake.receiver_count() == 0 {
            tokio::task::yield_now().await;
        }
        REVOKED.store(true, Ordering::SeqCst);
        loop {
            let _ = wake.send(woken);
            tokio::task::yield_now().await;
        }
    };
    let seen = tokio::select! {
        seen = &mut watching => seen,
        () = revoking => unreachable!("it goes on revoking"),
    };

    assert_eq!(seen.status, 200);
    assert!(seen.body.contains("hello"), "{}", seen.body);
    assert!(!seen.body.contains("\ndata: changed\n\ndata: changed"), "{}", seen.body);
}
