//! Somebody takes visits out, as the list is narrowed.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use kernel::access::Area;
use people::person;
use sea_orm::{ColumnTrait, QueryFilter};
use std::collections::HashMap;
use utoipa_axum::router::OpenApiRouter;

use crate::find_visits::{Looked, find_visits};
use crate::shown::{Shown, shown};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/visits.csv", get(export)).route("/visits.xlsx", get(export))
}

async fn export(ctx: Ctx, form: Form, Query(looked): Query<Looked>) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let list = List {
        area: Area::Visits,
        event: "visits.exported",
        name: w.export_name(),
        looked: &asked,
        columns: Chosen::default(),
    };
    take_out(ctx, form, list, |ctx| Visits { ctx, w, looked, paging: Paging::default() }).await
}

struct Visits {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Visits {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.day_label(),
            w.person_label(),
            w.client_label(),
            w.planned_label(),
            w.time_label(),
            w.state_label(),
            w.export_arrived(),
            w.export_left(),
            w.export_minutes(),
            w.outcome_label(),
            w.effective_label(),
            w.export_note(),
            w.export_id(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let Page { items, next_cursor } = find_visits(&self.ctx, &self.looked, &cut).await?;
        let people = people(&self.ctx, items.iter().map(|it| it.owner_id)).await?;
        let items = shown(&self.ctx, items).await?;
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| self.row(it, &people)).collect())
    }
}

impl Visits {
    fn row(&self, it: Shown, people: &HashMap<PersonId, String>) -> Vec<Cell> {
        let (w, lang, zone) = (self.w, self.ctx.lang(), &self.ctx.actor.zone);
        let yes = |it: bool| Cell::text(if it { w.export_yes() } else { w.export_no() });
        let clock = |it| Cell::text(lang.clock(it, zone));
        let visit = it.visit;
        vec![
            Cell::Day(visit.day),
            Cell::perhaps(people.get(&visit.owner_id), Cell::text),
            Cell::Text(it.client),
            yes(visit.planned),
            Cell::Text(it.planned_time),
            Cell::text(it.state),
            Cell::perhaps(visit.arrived_at, clock),
            Cell::perhaps(visit.left_at, clock),
            Cell::perhaps(visit.dwell_minutes, Cell::count),
            Cell::Text(it.came_of_it),
            Cell::perhaps(visit.effective, yes),
            Cell::perhaps(visit.note, Cell::Text),
            Cell::text(visit.id.to_string()),
        ]
    }
}

async fn people(
    ctx: &Ctx,
    ids: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>> {
    let mut ids: Vec<PersonId> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let people = ctx.find::<person::Entity>().filter(person::Column::Id.is_in(ids));
    Ok(people.all(ctx).await?.into_iter().map(|it| (it.id, it.name)).collect())
}

#[cfg(test)]
mod tests {
    use kernel::access::{Area, Role};
    use testing::{AYU, BUDI, MAYA, World};

    use crate::visit;

    #[tokio::test]
    async fn visits_are_taken_out_by_whoever_answers_for_them() {
        let world = World::with(crate::routes()).await;

        let mine = world.browse(BUDI).get("/visits.csv").await;
        let theirs = world.browse(MAYA).get("/visits.csv").await;
        let page = world.browse(BUDI).get("/visits?from=2026-01-01&to=2026-12-31").await;

        assert_eq!(mine.status, 200, "{}", mine.body);
        assert!(mine.body.contains("Toko Maju"), "{}", mine.body);
        assert!(!theirs.body.contains("Toko Maju"), "{}", theirs.body);
        assert!(page.body.contains("/visits.csv?from=2026-01-01&#38;to=2026-12-31"));
        assert_eq!(world.browse(AYU).get("/visits.csv").await.status, 403);
        assert_eq!(world.browse(BUDI).get("/visits.csv?state=lost").await.status, 400);
    }

    #[tokio::test]
    async fn whoever_sees_more_than_they_may_take_out_takes_out_less() {
        let world = World::with(crate::routes()).await;
        let mut ctx = world.ctx(MAYA);
        // Sees the visits of the whole company, and may take out those of a team.
        ctx.actor.roles = vec![Role::HumanResources, Role::Manager];
        let of_ayu = |visits: Vec<visit::Model>| {
            visits.iter().filter(|it| it.owner_id == AYU.person()).count()
        };

        let seen = of_ayu(ctx.find::<visit::Entity>().all(&ctx).await.unwrap());
        let ctx = ctx.taking_out(Area::Visits).unwrap();
        let taken = of_ayu(ctx.find::<visit::Entity>().all(&ctx).await.unwrap());

        assert!(0 < seen);
        assert_eq!(taken, 0);
    }
}
