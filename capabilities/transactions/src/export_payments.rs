//! Somebody takes payments out, as the list is narrowed.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::find_payments::{Looked, find_payments};
use crate::list_payments::Settling;
use crate::payment::Model;
use crate::rules::Allocated;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/payments.csv", get(export)).route("/payments.xlsx", get(export))
}

async fn export(
    ctx: Ctx,
    form: Form,
    Query(looked): Query<Looked>,
    columns: Chosen,
) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let list = List {
        area: Area::Transactions,
        event: "transactions.payments_exported",
        name: w.export_payments_name(),
        looked: &asked,
        columns,
    };
    let paging = Paging::default();
    take_out(ctx, form, list, |ctx| Payments { ctx, w, looked, paging }).await
}

struct Payments {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Payments {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        let heads = [
            ("", w.key_label()),
            ("client", w.client_label()),
            ("day", w.day_label()),
            ("allocated", w.allocation_label()),
            ("amount", w.amount_label()),
            ("left", w.left_label()),
            ("documents", w.pays_label()),
            ("method", w.method_label()),
            ("note", w.note_label()),
            // Without it no amount says what it is.
            ("", w.export_currency()),
            ("source", w.source_label()),
            ("recorded", w.recorded_label()),
            ("id", w.export_id()),
        ];
        heads.map(|(word, label)| Head::of(word, label)).to_vec()
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_payments(ctx, &self.looked, &cut).await?;
        let settling = Settling::of(ctx, &items).await?;
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| self.row(it, &settling)).collect())
    }
}

impl Payments {
    fn row(&self, it: Model, settling: &Settling) -> Vec<Cell> {
        let text = |it: Option<String>| Cell::perhaps(it, Cell::Text);
        let allocated = settling.allocated(&it);
        let left = it.amount.checked_sub(allocated).unwrap_or_default();
        let documents: Vec<&str> = settling.documents(&it).into_iter().map(|it| it.1).collect();
        vec![
            Cell::text(it.key.as_str()),
            Cell::perhaps(settling.client(&it), Cell::text),
            Cell::Day(it.day),
            Cell::text(self.w.allocated(Allocated::of(it.amount, allocated))),
            Cell::exact(it.amount),
            Cell::exact(left),
            Cell::text(documents.join(", ")),
            text(it.method),
            text(it.note),
            Cell::Text(it.currency),
            Cell::Text(it.source),
            Cell::Day(it.recorded_at.day(&self.ctx.actor.zone)),
            Cell::text(it.id.to_string()),
        ]
    }
}
