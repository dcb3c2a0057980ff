//! What must hold afterwards, asked of the database itself.

use std::collections::{BTreeMap, BTreeSet};

use frame::app::Clock;
use frame::{App, stream};
use jembatan::start::start_at;
use sea_orm::{ConnectionTrait, QueryResult, Statement, TransactionTrait};
use uuid::Uuid;

use crate::company::Company;
use crate::keeper::Keeper;
use crate::phone::{Acknowledged, Phone};
use crate::program::Home;

/// Every acknowledged event is kept, none twice, and each effect once.
pub fn everything_once(home: &Home, company: &Company, phones: &[Phone], keeper: &Keeper) {
    home.runtime.block_on(async {
        let origin = "http://localhost".to_owned();
        // Whoever was killed over a job is taken for dead after a while.
        let clock = Clock::set_to(Clock::System.now().plus_minutes(30));
        let app = start_at(&home.config(), origin, clock).await.unwrap();
        let held = Held { app, company };
        let all: BTreeMap<Uuid, &Acknowledged> =
            phones.iter().flat_map(|it| &it.ledger).map(|(id, it)| (*id, it)).collect();
        held.facts(&all).await;
        held.effects(&all).await;
        held.shifts(keeper).await;
        held.stream_and_jobs().await;
        held.app.db.clone().close().await.unwrap();
    });
}

struct Held<'a> {
    app: App,
    company: &'a Company,
}

impl Held<'_> {
    async fn ask(&self, sql: &str) -> Vec<QueryResult> {
        let db = self.app.db.pool();
        let view = db.begin().await.unwrap();
        if db.get_database_backend() == sea_orm::DbBackend::Postgres {
            let fence = format!("select set_config('app.company', '{}', true)", self.company.id);
            view.execute_unprepared(&fence).await.unwrap();
        }
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = view.query_all_raw(statement).await.unwrap();
        view.rollback().await.unwrap();
        rows
    }

    /// Ids, of which none may come twice.
    async fn ids(&self, sql: &str) -> BTreeSet<Uuid> {
        let mut ids = BTreeSet::new();
        for row in self.ask(sql).await {
            let id: Uuid = row.try_get_by_index(0).unwrap();
            assert!(ids.insert(id), "{id} comes twice in `{sql}`");
        }
        ids
    }

    async fn facts(&self, all: &BTreeMap<Uuid, &Acknowledged>) {
        let kept = self.ids("select id from fact").await;
        let told: BTreeSet<Uuid> = all.keys().copied().collect();
        let lost: Vec<_> = told.difference(&kept).collect();
        assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
        let unknown: Vec<_> = kept.difference(&told).collect();
        assert!(unknown.is_empty(), "kept, and never acknowledged though asked for: {unknown:?}");
    }

    /// One row and one event of the stream for each effect.
    async fn effects(&self, all: &BTreeMap<Uuid, &Acknowledged>) {
        let of = |kind: &str, id: fn(&Acknowledged) -> Uuid| -> BTreeSet<Uuid> {
            let all = all.values().filter(|it| it.event["kind"] == kind);
            all.map(|it| id(it)).collect()
        };
        let itself: fn(&Acknowledged) -> Uuid = |it| read(&it.event["id"]);
        let visit: fn(&Acknowledged) -> Uuid = |it| read(&it.event["payload"]["visit_id"]);
        let streamed = |name: &str| format!("select subject_id from event where name = '{name}'");

        assert_eq!(self.ids("select id from note").await, of("note", itself));
        assert_eq!(self.ids(&streamed("accounts.noted")).await, of("note", itself));
        assert_eq!(self.ids("select id from visit").await, of("visit_check_in", visit));
        assert_eq!(self.ids(&streamed("visits.checked_in")).await, of("visit_check_in", visit));
        let left = self.ids("select id from visit where left_at is not null").await;
        assert_eq!(left, of("visit_check_out", visit));
        assert_eq!(self.ids(&streamed("visits.checked_out")).await, of("visit_check_out", visit));
        for (kind, name) in
            [("clock_in", "attendance.clocked_in"), ("clock_out", "attendance.clocked_out")]
        {
            assert_eq!(self.ids(&streamed(name)).await, of(kind, itself), "{name}");
        }
    }

    /// What was acknowledged is in the stream, and nothing is there twice.
    async fn shifts(&self, keeper: &Keeper) {
        let mut set = BTreeSet::new();
        for row in self.ask("select data from event where name = 'attendance.shift_set'").await {
            let data: String = row.try_get_by_index(0).unwrap();
            let data: serde_json::Value = serde_json::from_str(&data).unwrap();
            let name = data["name"].as_str().unwrap().to_owned();
            assert!(set.insert(name.clone()), "{name} was set twice");
        }
        for name in &keeper.acknowledged {
            assert!(set.contains(name), "{name} was acknowledged and lost");
        }
        println!("{} shifts were acknowledged", keeper.acknowledged.len());
    }

    async fn stream_and_jobs(&self) {
        let ctx = self.app.company(self.company.id);
        assert_eq!(stream::first_broken(&ctx).await.unwrap(), None, "the chain is whole");
        drop(ctx);
        let waiting = self.ids("select id from job").await.len();
        println!("{waiting} jobs had not ended when the last kill came");
        frame::jobs::run_due(&self.app).await.unwrap();
        let left = self.ids("select id from job").await;
        assert!(left.is_empty(), "jobs that never end: {left:?}");
    }
}

fn read(id: &serde_json::Value) -> Uuid {
    id.as_str().unwrap().parse().unwrap()
}
