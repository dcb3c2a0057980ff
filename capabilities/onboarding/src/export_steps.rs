//! Somebody takes out what is done with new clients: the steps that wait, as the list is narrowed,
//! or the whole checklist of each client.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Cut, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use kernel::access::Area;
use people::person;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use utoipa_axum::router::OpenApiRouter;

use crate::list_steps::{Found, Looked, find};
use crate::onboarding::{self, OnboardingId};
use crate::rules::Standing;
use crate::step;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/onboarding.csv", get(steps))
        .route("/onboarding.xlsx", get(steps))
        .route("/onboarding/checklists.csv", get(checklists))
        .route("/onboarding/checklists.xlsx", get(checklists))
}

async fn steps(ctx: Ctx, form: Form, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, form, What::Steps, looked).await
}

async fn checklists(ctx: Ctx, form: Form) -> Result<Response> {
    export(ctx, form, What::Checklists, Looked::default()).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// Those that wait.
    Steps,
    /// All of every client, done or not.
    Checklists,
}

async fn export(ctx: Ctx, form: Form, what: What, looked: Looked) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let (event, name) = match what {
        What::Steps => ("onboarding.exported", w.export_name()),
        What::Checklists => ("onboarding.checklists_exported", w.export_checklists_name()),
    };
    let columns = Chosen::default();
    let list = List { area: Area::Accounts, event, name, looked: &asked, columns };
    let paging = Paging::default();
    take_out(ctx, form, list, |ctx| Steps { ctx, w, what, looked, paging }).await
}

struct Steps {
    ctx: Ctx,
    w: Words,
    what: What,
    looked: Looked,
    paging: Paging,
}

impl Rows for Steps {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.export_client(),
            w.export_checklist(),
            w.export_step(),
            w.export_owner(),
            w.export_due(),
            w.export_state(),
            w.export_done_on(),
            w.export_skipped_why(),
            w.export_id(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        // The checklists of a page may have no steps at all, which is not the end.
        while let Some(cut) = self.paging.cut() {
            let ctx = &self.ctx;
            let Page { items, next_cursor } = match self.what {
                What::Steps => find(ctx, &self.looked, &cut).await?,
                What::Checklists => whole(ctx, &cut).await?,
            };
            let clients = account::names(ctx, items.iter().map(|it| it.account)).await?;
            let owners = items.iter().map(|it| it.step.task.owner_id);
            let people = person::names_of(ctx, owners).await?;
            self.paging.ended_at(next_cursor);
            if !items.is_empty() {
                return Ok(items.into_iter().map(|it| self.row(it, &clients, &people)).collect());
            }
        }
        Ok(Vec::new())
    }
}

impl Steps {
    fn row(
        &self,
        it: Found,
        clients: &HashMap<AccountId, String>,
        people: &HashMap<PersonId, String>,
    ) -> Vec<Cell> {
        let (lang, zone) = (self.ctx.lang(), &self.ctx.actor.zone);
        let standing = it.step.standing(self.ctx.now.day(zone));
        let (step, task) = (it.step.step, it.step.task);
        vec![
            Cell::perhaps(clients.get(&it.account), Cell::text),
            Cell::Text(it.checklist),
            Cell::text(step.label(lang)),
            Cell::perhaps(people.get(&task.owner_id), Cell::text),
            Cell::perhaps(task.due_on, Cell::Day),
            Cell::text(self.w.standing(standing)),
            Cell::perhaps(task.done_at, |at| Cell::Day(at.day(zone))),
            Cell::perhaps(step.skipped_why, Cell::Text),
            Cell::text(step.id.to_string()),
        ]
    }
}

/// Every step of some clients, done or not, as far as the actor may see these.
async fn whole(ctx: &Ctx, cut: &Cut) -> Result<Page<Found>> {
    use onboarding::Column;
    let limit = cut.limit()?;
    let mut running = ctx.find::<onboarding::Entity>().filter(Column::StoppedAt.is_null());
    if let Some(last) = cut.after::<OnboardingId>()? {
        running = running.filter(Column::Id.gt(last));
    }
    let running = running.order_by_asc(Column::Id).limit(limit + 1).all(ctx).await?;
    let Page { items, next_cursor } = Page::cut(running, limit, |it| it.id)?;
    let ids: Vec<OnboardingId> = items.iter().map(|it| it.id).collect();
    let of: HashMap<OnboardingId, onboarding::Model> =
        items.into_iter().map(|it| (it.id, it)).collect();
    let steps = step::of(ctx, &ids).await?.into_iter();
    let mut steps: Vec<Found> = steps.filter_map(|it| Found::of(it, &of, ctx.lang())).collect();
    // Client by client, the steps of each in their order.
    steps.sort_by_key(|it| (it.step.step.onboarding_id, it.step.step.position));
    Ok(Page { items: steps, next_cursor })
}

impl Words {
    const fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Done => self.step_done(),
            Standing::Skipped => self.step_skipped(),
            Standing::Open { late: true } => self.list_late(),
            Standing::Open { late: false } => self.export_open(),
        }
    }
}
