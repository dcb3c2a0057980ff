//! Somebody takes the list of deals out, as it is narrowed.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::Page;
use frame::web::take_out::{Cell, Form, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::access::Area;
use kernel::{Lang, PersonId};
use utoipa_axum::router::OpenApiRouter;

use crate::find_opportunities::{Looked, find_opportunities};
use crate::lost_reason;
use crate::opportunity::Model;
use crate::owners::names;
use crate::stage::{Pipelines, pipelines};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/opportunities.csv", get(csv))
        .route("/opportunities.xlsx", get(xlsx))
}

async fn csv(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Csv, looked).await
}

async fn xlsx(ctx: Ctx, Query(looked): Query<Looked>) -> Result<Response> {
    export(ctx, Form::Xlsx, looked).await
}

async fn export(ctx: Ctx, form: Form, looked: Looked) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = looked.clone();
    let list = List {
        area: Area::Pipeline,
        event: "pipeline.exported",
        name: w.export_name(),
        looked: &asked,
    };
    let paging = Paging::default();
    take_out(ctx, form, list, |ctx| Opportunities { ctx, w, looked, paging }).await
}

struct Opportunities {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Opportunities {
    fn head(&self) -> Vec<&'static str> {
        let w = self.w;
        vec![
            w.deal_name(),
            w.account_label(),
            w.owner_label(),
            w.pipeline_label(),
            w.stage_label(),
            w.kind_label(),
            w.amount_label(),
            w.currency_label(),
            w.engaged_on_label(),
            w.expected_close_label(),
            w.closed_on_label(),
            w.next_step_label(),
            w.next_step_on_label(),
            w.lost_reason_label(),
            w.lost_note_label(),
            w.external_key_label(),
            w.export_id(),
        ]
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_opportunities(ctx, &self.looked, &cut).await?;
        let known = Known {
            lang: ctx.lang(),
            clients: account::names(ctx, items.iter().filter_map(|it| it.account_id)).await?,
            owners: names(ctx, items.iter().map(|it| it.owner_id)).await?,
            pipelines: pipelines(ctx).await?,
            reasons: lost_reason::all(ctx).await?,
        };
        self.paging.ended_at(next_cursor);
        Ok(items.into_iter().map(|it| known.row(self.w, it)).collect())
    }
}

/// What the codes of some deals mean.
struct Known {
    lang: Lang,
    clients: HashMap<AccountId, String>,
    owners: HashMap<PersonId, String>,
    pipelines: std::sync::Arc<Pipelines>,
    reasons: Vec<lost_reason::Model>,
}

impl Known {
    fn row(&self, w: Words, it: Model) -> Vec<Cell> {
        let text = |it: Option<String>| Cell::perhaps(it, Cell::Text);
        let pipeline = self.pipelines.pipeline(&it.pipeline).map(|it| it.label(self.lang));
        let stage = self.pipelines.stage(&it.pipeline, &it.stage).map(|it| it.label(self.lang));
        let reason = it.lost_reason.as_ref().and_then(|code| {
            self.reasons.iter().find(|it| it.code == *code).map(|it| it.label(self.lang))
        });
        vec![
            Cell::Text(it.name),
            text(it.account_id.and_then(|it| self.clients.get(&it)).cloned()),
            text(self.owners.get(&it.owner_id).cloned()),
            Cell::text(pipeline.unwrap_or(&it.pipeline)),
            Cell::text(stage.unwrap_or(&it.stage)),
            Cell::text(w.kind(it.kind)),
            Cell::perhaps(it.value_amount, |amount| Cell::money(amount, &it.value_currency)),
            Cell::text(it.value_currency.as_str()),
            Cell::perhaps(it.engaged_on, Cell::Day),
            Cell::perhaps(it.expected_close_on, Cell::Day),
            Cell::perhaps(it.closed_on, Cell::Day),
            text(it.next_step),
            Cell::perhaps(it.next_step_on, Cell::Day),
            Cell::perhaps(reason, Cell::text),
            text(it.lost_note),
            text(it.external_key),
            Cell::text(it.id.to_string()),
        ]
    }
}
