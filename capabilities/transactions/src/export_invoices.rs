//! Somebody takes the ledger out, as it is narrowed: its documents, or every line of them.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use catalogue::{ProductId, product};
use frame::web::Query;
use frame::web::list::Page;
use frame::web::take_out::{Cell, Form, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::Lang;
use kernel::access::Area;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;

use crate::find_invoices::{Looked, find_invoices};
use crate::invoice::{self, InvoiceId, Model};
use crate::invoice_line;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/transactions.csv", get(csv))
        .route("/transactions.xlsx", get(xlsx))
        .route("/transactions/lines.csv", get(lines_csv))
        .route("/transactions/lines.xlsx", get(lines_xlsx))
}

async fn csv(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Csv, What::Documents, looked).await
}

async fn xlsx(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Xlsx, What::Documents, looked).await
}

async fn lines_csv(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Csv, What::Lines, looked).await
}

async fn lines_xlsx(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Xlsx, What::Lines, looked).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Documents,
    Lines,
}

async fn export(ctx: Ctx, form: Form, what: What, looked: Looked) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let (event, name) = match what {
        What::Documents => ("transactions.exported", w.export_name()),
        What::Lines => ("transactions.lines_exported", w.export_lines_name()),
    };
    let list = List { area: Area::Transactions, event, name, looked: &asked };
    let paging = Paging::default();
    take_out(ctx, form, list, |ctx| Ledger { ctx, w, what, looked, paging }).await
}

struct Ledger {
    ctx: Ctx,
    w: Words,
    what: What,
    looked: Looked,
    paging: Paging,
}

impl Rows for Ledger {
    fn head(&self) -> Vec<&'static str> {
        let w = self.w;
        let mut head = vec![
            w.number_label(),
            w.kind_label(),
            w.day_label(),
            w.client_label(),
            w.country_label(),
        ];
        head.extend(match self.what {
            What::Documents => vec![
                w.due_label(),
                w.state_label(),
                w.export_net(),
                w.export_tax(),
                w.total_label(),
                w.open_label(),
            ],
            What::Lines => vec![
                w.export_line(),
                w.export_product(),
                w.text_label(),
                w.quantity_label(),
                w.price_label(),
                w.net_label(),
            ],
        });
        head.extend([w.export_currency(), w.source_label(), w.export_id()]);
        head
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        // A page of documents may have no lines at all, which is not the end.
        while let Some(cut) = self.paging.cut() {
            let ctx = &self.ctx;
            let Page { items, next_cursor } = find_invoices(ctx, &self.looked, &cut).await?;
            let clients = account::names(ctx, items.iter().map(|it| it.account_id)).await?;
            let rows = match self.what {
                What::Documents => items.iter().map(|it| self.document(it, &clients)).collect(),
                What::Lines => self.lines(&items, &clients).await?,
            };
            self.paging.ended_at(next_cursor);
            if !rows.is_empty() {
                return Ok(rows);
            }
        }
        Ok(Vec::new())
    }
}

impl Ledger {
    fn document(&self, it: &Model, clients: &HashMap<AccountId, String>) -> Vec<Cell> {
        let mut row = self.begun(it, clients);
        row.extend([
            Cell::perhaps(it.due_on, Cell::Day),
            Cell::text(self.w.state(it.state)),
            Cell::exact(it.net),
            Cell::exact(it.tax),
            Cell::exact(it.total),
            Cell::exact(it.open()),
        ]);
        row.extend(ended(it));
        row
    }

    async fn lines(
        &self,
        documents: &[Model],
        clients: &HashMap<AccountId, String>,
    ) -> Result<Vec<Vec<Cell>>> {
        let ids: Vec<InvoiceId> = documents.iter().map(|it| it.id).collect();
        let lines = self
            .ctx
            .find::<invoice_line::Entity>()
            .filter(invoice_line::Column::InvoiceId.is_in(ids))
            .order_by_asc(invoice_line::Column::Number)
            .all(&self.ctx)
            .await?;
        let products = products(&self.ctx, &lines).await?;
        let mut of: HashMap<InvoiceId, Vec<invoice_line::Model>> = HashMap::new();
        for line in lines {
            of.entry(line.invoice_id).or_default().push(line);
        }
        let mut rows = Vec::new();
        for document in documents {
            for line in of.remove(&document.id).unwrap_or_default() {
                let product = line.product_id.and_then(|it| products.get(&it)).cloned();
                let mut row = self.begun(document, clients);
                row.extend([
                    Cell::count(i64::from(line.number)),
                    Cell::perhaps(product, Cell::Text),
                    Cell::Text(line.text),
                    Cell::exact(line.quantity),
                    Cell::exact(line.price),
                    Cell::exact(line.net),
                ]);
                row.extend(ended(document));
                rows.push(row);
            }
        }
        Ok(rows)
    }

    fn begun(&self, it: &Model, clients: &HashMap<AccountId, String>) -> Vec<Cell> {
        let lang: Lang = self.ctx.lang();
        vec![
            Cell::text(it.number.as_str()),
            Cell::text(self.w.kind(it.kind)),
            Cell::Day(it.day),
            Cell::perhaps(clients.get(&it.account_id), Cell::text),
            Cell::text(invoice::country(&it.country, lang)),
        ]
    }
}

fn ended(it: &Model) -> [Cell; 3] {
    [
        Cell::text(it.currency.as_str()),
        Cell::text(it.source.as_str()),
        Cell::text(it.id.to_string()),
    ]
}

async fn products(ctx: &Ctx, lines: &[invoice_line::Model]) -> Result<HashMap<ProductId, String>> {
    let mut ids: Vec<ProductId> = lines.iter().filter_map(|it| it.product_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let products = ctx.find::<product::Entity>().filter(product::Column::Id.is_in(ids));
    Ok(products.all(ctx).await?.into_iter().map(|it| (it.id, it.name)).collect())
}
