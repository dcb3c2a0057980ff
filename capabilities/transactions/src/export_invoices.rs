//! Somebody takes the ledger out, as it is narrowed: its documents, or every line of them.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use catalogue::{ProductId, product};
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, take_out};
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
        .route("/transactions.csv", get(documents))
        .route("/transactions.xlsx", get(documents))
        .route("/transactions/lines.csv", get(lines))
        .route("/transactions/lines.xlsx", get(lines))
}

async fn documents(
    ctx: Ctx,
    form: Form,
    Query(looked): Query<Looked>,
    columns: Chosen,
) -> Result<Response> {
    export(ctx, form, What::Documents, looked, columns).await
}

async fn lines(ctx: Ctx, form: Form, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, form, What::Lines, looked, Chosen::default()).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Documents,
    Lines,
}

async fn export(
    ctx: Ctx,
    form: Form,
    what: What,
    looked: Looked,
    columns: Chosen,
) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let (event, name) = match what {
        What::Documents => ("transactions.exported", w.export_name()),
        What::Lines => ("transactions.lines_exported", w.export_lines_name()),
    };
    let list = List { area: Area::Transactions, event, name, looked: &asked, columns };
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
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        let mut heads = vec![
            ("", w.number_label()),
            ("kind", w.kind_label()),
            ("day", w.day_label()),
            ("client", w.client_label()),
            ("country", w.country_label()),
        ];
        heads.extend(match self.what {
            What::Documents => vec![
                ("due", w.due_label()),
                ("state", w.state_label()),
                ("net", w.export_net()),
                ("tax", w.export_tax()),
                ("total", w.total_label()),
                ("open", w.open_label()),
            ],
            What::Lines => vec![
                ("line", w.export_line()),
                ("product", w.export_product()),
                ("text", w.text_label()),
                ("quantity", w.quantity_label()),
                ("price", w.price_label()),
                ("discount", w.discount_label()),
                ("net", w.net_label()),
            ],
        });
        heads.extend([
            // Without it no amount says what it is.
            ("", w.export_currency()),
            ("source", w.source_label()),
            ("id", w.export_id()),
        ]);
        heads.into_iter().map(|(word, label)| Head::of(word, label)).collect()
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
                    Cell::exact(line.discount),
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
