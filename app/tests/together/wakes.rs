//! A manager watches the board at one process while an executive checks in at the other.

use std::time::{Duration, Instant};

use jembatan::routes::routes;
use sea_orm::ConnectionTrait;
use serde_json::json;
use testing::{AYU, BUDI, RIZKY, Someone, World, id};
use tokio::sync::{broadcast, watch};
use tokio::task::JoinHandle;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

/// As long as a manager is ready to wait.
const SOON: Duration = Duration::from_secs(2);

/// A process that keeps in touch with its neighbours.
struct Process {
    world: World,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Process {
    fn of(world: World) -> Self {
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(frame::stream::with_neighbours(world.app.clone(), stopped));
        Self { world, stop, task }
    }

    async fn end(self) {
        self.stop.send(true).unwrap();
        self.task.await.unwrap();
        self.world.app.db.clone().close().await.unwrap();
    }

    async fn checks_in(&self, number: u128) {
        let there = json!({"lat": -6.2001, "lon": 106.8001, "accuracy_m": 12.0});
        let event = json!({
            "id": Uuid::from_u128(number), "person": AYU.person(), "device": id("phone"),
            "seq": number, "kind": "visit_check_in", "claimed_at": self.world.now(),
            "zone": "Asia/Jakarta", "fix": there,
            "payload": {"visit_id": id("plan-toko-maju"), "account_id": id("toko-maju")},
        });
        let batch = json!({ "events": [event] });
        let seen = self.world.browse(AYU).post_json("/api/v1/field/events", &batch).await;
        assert!(seen.body.contains("created"), "{}", seen.body);
    }

    async fn notes(&self, who: Someone) {
        let tx = self.world.ctx(who).begin().await.unwrap();
        tx.record(frame::Event::of("together.noted", "person", who.person()).owner(who.person()));
        tx.commit().await.unwrap();
    }
}

/// Two processes that listen; nothing where there is one alone.
async fn two() -> Option<(Process, Process)> {
    let here = World::with(routes()).await;
    if !super::are_several(&here) {
        return None;
    }
    let there = here.neighbour(routes(), |_| {}).await;
    let mut heard = [here.app.wake.subscribe(), there.app.wake.subscribe()];
    let both = (Process::of(here), Process::of(there));
    for heard in &mut heard {
        let hello = tokio::time::timeout(SOON, heard.recv()).await.unwrap().unwrap();
        assert_eq!(hello.company, None, "whoever begins to listen looks at everything first");
    }
    Some(both)
}

/// Waits until something of this person's wakes this process from afar.
async fn woken(heard: &mut broadcast::Receiver<frame::stream::Woken>, who: Someone) -> bool {
    let deadline = tokio::time::Instant::now() + SOON;
    while let Ok(woken) = tokio::time::timeout_at(deadline, heard.recv()).await {
        let woken = woken.unwrap();
        assert!(woken.afar, "this process did nothing");
        if woken.owner == Some(who.person()) || woken.company.is_none() {
            return true;
        }
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn a_board_shows_within_two_seconds_what_another_process_took_in() {
    let Some((here, there)) = two().await else { return };
    let board = here.world.browse(BUDI);
    let before = board.get("/api/v1/team/board").await.json();
    assert!(before["people"][0]["last"].is_null(), "{before}");
    let mut heard = here.world.app.wake.subscribe();

    let began = Instant::now();
    there.checks_in(1).await;
    assert!(woken(&mut heard, AYU).await, "the watching page is woken");

    let after = board.get("/api/v1/team/board").await.json();
    assert_eq!(after["people"][0]["state"], "on_visit", "{after}");
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
    here.end().await;
    there.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_connection_is_made_anew_and_everybody_looks_again() {
    let Some((here, there)) = two().await else { return };
    let mut heard = here.world.app.wake.subscribe();

    let listening = "select pg_terminate_backend(pid) from pg_stat_activity \
        where datname = current_database() and query like 'LISTEN%'";
    let db = there.world.app.db.pool();
    db.execute_unprepared(listening).await.unwrap();
    let again = tokio::time::timeout(SOON, heard.recv()).await.unwrap().unwrap();
    assert_eq!(again.company, None);

    // And what comes after that is heard as before.
    let mut known = false;
    for _ in 0..5 {
        there.notes(RIZKY).await;
        known |= woken(&mut heard, RIZKY).await;
    }
    assert!(known);
    here.end().await;
    there.end().await;
}

#[tokio::test]
async fn one_process_alone_keeps_in_touch_with_nobody() {
    let world = World::with(OpenApiRouter::new()).await;
    if super::are_several(&world) {
        return;
    }
    let (_stop, stopped) = watch::channel(false);

    // On SQLite it ends by itself.
    frame::stream::with_neighbours(world.app.clone(), stopped).await;
}
