//! Somebody takes out what is wrong about documents and waits for an answer.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::PersonId;
use kernel::access::Area;
use people::person;
use utoipa_axum::router::OpenApiRouter;

use crate::invoice::InvoiceId;
use crate::invoice_problem::Model;
use crate::list_payments::numbers;
use crate::list_problems::open;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/transactions/problems.csv", get(export))
        .route("/transactions/problems.xlsx", get(export))
}

async fn export(ctx: Ctx, form: Form) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let list = List {
        area: Area::Transactions,
        event: "transactions.problems_exported",
        name: w.export_problems_name(),
        looked: &(),
        columns: Chosen::default(),
    };
    take_out(ctx, form, list, |ctx| Problems { ctx, w, paging: Paging::default() }).await
}

struct Problems {
    ctx: Ctx,
    w: Words,
    paging: Paging,
}

impl Rows for Problems {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        heads([
            w.number_label(),
            w.problem_kind_label(),
            w.client_label(),
            w.problem_text_label(),
            w.export_raised_by(),
            w.raised_label(),
            w.assignee_label(),
            w.export_id(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = open(ctx, &cut).await?;
        let clients = account::names(ctx, items.iter().map(|it| it.account_id)).await?;
        let raised = items.iter().map(|it| it.owner_id);
        let people: Vec<PersonId> =
            raised.chain(items.iter().filter_map(|it| it.assignee_id)).collect();
        let known = Known {
            clients,
            people: person::names_of(ctx, people).await?,
            numbers: numbers(ctx, items.iter().map(|it| it.invoice_id)).await?,
        };
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| self.row(it, &known)).collect())
    }
}

/// What the ids of some problems mean.
struct Known {
    clients: HashMap<AccountId, String>,
    people: HashMap<PersonId, String>,
    numbers: HashMap<InvoiceId, String>,
}

impl Problems {
    fn row(&self, it: Model, known: &Known) -> Vec<Cell> {
        let person = |it: PersonId| Cell::perhaps(known.people.get(&it), Cell::text);
        vec![
            Cell::perhaps(known.numbers.get(&it.invoice_id), Cell::text),
            Cell::text(self.w.problem_kind(it.kind)),
            Cell::perhaps(known.clients.get(&it.account_id), Cell::text),
            Cell::Text(it.text),
            person(it.owner_id),
            Cell::Day(it.raised_at.day(&self.ctx.actor.zone)),
            Cell::perhaps(it.assignee_id, person),
            Cell::text(it.id.to_string()),
        ]
    }
}
