//! Somebody takes the list of tasks out, as it is narrowed. It stands here and not beside the list,
//! because a task names a deal, and clients know of none.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use kernel::access::Area;
use people::person;
use pipeline::{OpportunityId, opportunity};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use tasks::{TaskReader, TasksLooked, find_tasks, task};
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/tasks.csv", get(export)).route("/tasks.xlsx", get(export))
}

async fn export(ctx: Ctx, form: Form, Query(looked): Query<TasksLooked>) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let looked = looked.on_the_page();
    let asked = looked.clone();
    let list = List {
        area: Area::Accounts,
        event: "agenda.tasks_exported",
        name: w.export_tasks_name(),
        looked: &asked,
        columns: Chosen::default(),
    };
    let reader = TaskReader::of(&ctx).await?;
    let rows = |ctx| Tasks { ctx, w, reader, looked, paging: Paging::default() };
    take_out(ctx, form, list, rows).await
}

struct Tasks {
    ctx: Ctx,
    w: Words,
    /// In which language it is said how a task comes again.
    reader: TaskReader,
    looked: TasksLooked,
    paging: Paging,
}

/// What is known of some tasks beside what their own rows say.
struct Beside {
    clients: HashMap<AccountId, String>,
    deals: HashMap<Uuid, String>,
    people: HashMap<PersonId, String>,
}

impl Rows for Tasks {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.kind_task(),
            w.export_client(),
            w.export_deal(),
            w.export_owner(),
            w.due_label(),
            w.export_time(),
            w.export_repeat(),
            w.export_given_by(),
            w.export_written(),
            w.done(),
            w.export_id(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_tasks(ctx, &self.looked, &cut).await?;
        let owners = items.iter().map(|it| it.owner_id);
        let people: Vec<PersonId> =
            owners.chain(items.iter().filter_map(|it| it.assigned_by)).collect();
        let people = person::names_of(ctx, people).await?;
        let clients = account::names(ctx, items.iter().filter_map(|it| it.account_id)).await?;
        let deals = deals(ctx, items.iter().filter_map(|it| it.opportunity_id).collect()).await?;
        let beside = Beside { clients, deals, people };
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| self.row(it, &beside)).collect())
    }
}

impl Tasks {
    fn row(&self, it: task::Model, beside: &Beside) -> Vec<Cell> {
        let zone = &self.ctx.actor.zone;
        let person = |it: PersonId| Cell::perhaps(beside.people.get(&it), Cell::text);
        let client = it.account_id.and_then(|it| beside.clients.get(&it));
        let deal = it.opportunity_id.and_then(|it| beside.deals.get(&it));
        let repeat = self.reader.repeat(&it);
        let clock = it.due_time.as_deref().map(|time| match &it.due_zone {
            Some(zone) => format!("{time} {}", zone.label()),
            None => time.to_owned(),
        });
        vec![
            Cell::Text(it.text),
            Cell::perhaps(client, Cell::text),
            Cell::perhaps(deal, Cell::text),
            person(it.owner_id),
            Cell::perhaps(it.due_on, Cell::Day),
            Cell::perhaps(clock, Cell::Text),
            Cell::perhaps(repeat, Cell::Text),
            Cell::perhaps(it.assigned_by, person),
            Cell::Day(it.created_at.day(zone)),
            Cell::perhaps(it.done_at, |at| Cell::Day(at.day(zone))),
            Cell::text(it.id.to_string()),
        ]
    }
}

/// What those of these deals are called that the reader may view.
async fn deals(ctx: &Ctx, ids: Vec<Uuid>) -> Result<HashMap<Uuid, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = ids.into_iter().map(OpportunityId);
    let deals: Vec<(OpportunityId, String)> = opportunity::shown(ctx)
        .select_only()
        .columns([opportunity::Column::Id, opportunity::Column::Name])
        .filter(opportunity::Column::Id.is_in(ids))
        .into_tuple()
        .all(ctx)
        .await?;
    Ok(deals.into_iter().map(|(id, name)| (id.0, name)).collect())
}
