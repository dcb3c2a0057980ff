//! One small world that every test knows by name, and a browser for each person in it.
//!
//! `world.toml` holds it. Each test gets a copy of its own: of a file on SQLite, of a template
//! database on PostgreSQL when `JEMBATAN_TEST_POSTGRES` names a server.

#![expect(clippy::expect_used, reason = "a test that cannot start should stop")]
#![expect(clippy::missing_panics_doc, reason = "a test that cannot start should stop")]

mod people;
mod seed;
mod engine;
mod browser;
mod plan;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use frame::App;
use frame::app::{Clock, Made};
use frame::db::Db;
use frame::files::Room;
use frame::jobs::Kind;
use frame::limits::Limits;
use frame::metrics::Metrics;
use frame::secrets::Secrets;

use kernel::Instant;
use tokio::sync::{Notify, broadcast};
use utoipa_axum::router::OpenApiRouter;

pub use browser::{Browser, Seen};
pub use engine::empty_database;
pub use people::{
    ANDI, AYU, BUDI, DEWI, EVERYONE, FAJAR, GILANG, HENDRA, JOKO, LINA, MAYA, RIZKY, SARI, SRI,
    Someone, TONO, WATI,
};
pub use plan::plan;
pub use seed::id;

/// Where the program answers in tests.
pub const ORIGIN: &str = "http://jembatan.test";

/// The moment at which every test begins: a Monday, noon in Jakarta.
pub const NOON: &str = "2026-03-02T05:00:00Z";

/// A world as it was left: what is dear to bring about happens once, and many begin from there.
pub struct Settled {
    kept: Arc<engine::Kept>,
}

impl Settled {
    /// A world of its own that begins from here.
    pub async fn world(
        &self,
        routes: OpenApiRouter<App>,
        furnish: impl FnOnce(&mut Made),
    ) -> World {
        let (db, kept) = self.kept.copy().await;
        World::on(db, Arc::new(kept), routes, furnish)
    }
}

/// A world of its own.
pub struct World {
    pub app: App,
    router: Router,
    kept: Arc<engine::Kept>,
}

impl World {
    /// A new world, in which these routes are all there is.
    pub async fn with(routes: OpenApiRouter<App>) -> Self {
        Self::with_jobs(routes, Vec::new()).await
    }

    /// A new world with these routes, and with work that may be left for later.
    pub async fn with_jobs(routes: OpenApiRouter<App>, jobs: Vec<&'static [Kind]>) -> Self {
        Self::furnished(routes, |made| made.jobs = jobs).await
    }

    /// A new world with these routes, and with whatever else the test needs: jobs, scheduled
    /// work, panels, tellers, readers.
    pub async fn furnished(routes: OpenApiRouter<App>, furnish: impl FnOnce(&mut Made)) -> Self {
        let (db, kept) = engine::fresh().await;
        Self::on(db, Arc::new(kept), routes, furnish)
    }

    /// Another process on the database of this world.
    pub async fn neighbour(
        &self,
        routes: OpenApiRouter<App>,
        furnish: impl FnOnce(&mut Made),
    ) -> Self {
        Self::on(self.kept.again().await, Arc::clone(&self.kept), routes, furnish)
    }

    /// As it is now, for others to begin from. Nobody asks anything of this one any more.
    pub async fn settle(self) -> Settled {
        self.app.db.clone().close().await.expect("a whole database");
        Settled { kept: self.kept }
    }

    /// Ends it with all that is in it, for a test that begins one after the other.
    pub async fn end(self) {
        self.app.db.clone().close().await.expect("everything is closed");
        self.kept.remove().await;
    }

    fn on(
        db: Db,
        kept: Arc<engine::Kept>,
        routes: OpenApiRouter<App>,
        furnish: impl FnOnce(&mut Made),
    ) -> Self {
        let mut made = Made {
            db,
            clock: Clock::set_to(NOON.parse().expect("noon is a moment")),
            secrets: Secrets::from_key([42; 32]),
            files: PathBuf::from(kept.folder().path()),
            room: Room::usual(),
            tiles: None,
            origin: ORIGIN.to_owned(),
            proxies: 0,
            mailer: None,
            limits: Limits::usual(),
            seen: frame::seen::Seen::default(),
            metrics: Metrics::new().expect("metrics can be made"),
            wake: broadcast::channel(64).0,
            jobs_due: Notify::new(),
            jobs: Vec::new(),
            every: Vec::new(),
            places: &[],
            groups: &[],
            tabs: &[],
            panels: Vec::new(),
            tellers: Vec::new(),
            readers: Vec::new(),
            lists: Vec::new(),
            follows: Vec::new(),
            searched: Vec::new(),
            asset: |name| name,
            who: people::who,
            actor_of: people::actor_of,
        };
        furnish(&mut made);
        let app = App::new(made);
        let (router, _) = routes.split_for_parts();
        let around = axum::middleware::from_fn_with_state(app.clone(), frame::web::around::around);
        let router = router.layer(around).with_state(app.clone());
        Self { app, router, kept }
    }

    /// The browser of somebody, or of nobody.
    pub fn browse(&self, someone: impl Into<Option<Someone>>) -> Browser {
        Browser::of(self.router.clone(), someone.into())
    }

    /// A browser that holds this session, where who is asking is found out for real.
    pub fn browse_holding(&self, session: &str) -> Browser {
        Browser::holding(self.router.clone(), session)
    }

    /// A program that shows this token, where who is asking is found out for real.
    pub fn program(&self, token: &str) -> Browser {
        Browser::program(self.router.clone(), token)
    }

    /// The right to read of somebody, for operations that have no page.
    pub fn ctx(&self, someone: Someone) -> frame::Ctx {
        people::ctx(&self.app, someone)
    }

    /// Turns the clock.
    pub fn at(&self, moment: &str) {
        self.app.clock.turn(moment.parse().expect("a moment, RFC 3339"));
    }

    pub fn now(&self) -> Instant {
        self.app.now()
    }

    /// Runs what has come round, and every job that is due.
    pub async fn work(&self) -> usize {
        let scheduled = frame::jobs::run_scheduled(&self.app).await.expect("it comes round");
        scheduled + frame::jobs::run_due(&self.app).await.expect("jobs can be run")
    }
}
