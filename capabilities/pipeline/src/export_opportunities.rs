//! Somebody takes the list of deals out, as it is narrowed.

use std::collections::HashMap;

use accounts::{AccountId, account};
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, take_out};
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
        .route("/opportunities.csv", get(export))
        .route("/opportunities.xlsx", get(export))
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
        area: Area::Pipeline,
        event: "pipeline.exported",
        name: w.export_name(),
        looked: &asked,
        columns,
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
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        let heads = [
            ("", w.deal_name()),
            ("client", w.account_label()),
            ("owner", w.owner_label()),
            ("pipeline", w.pipeline_label()),
            ("stage", w.stage_label()),
            ("kind", w.kind_label()),
            ("amount", w.amount_label()),
            ("amount", w.currency_label()),
            ("engaged", w.engaged_on_label()),
            ("close", w.expected_close_label()),
            ("close", w.closed_on_label()),
            ("next_step", w.next_step_label()),
            ("next_step", w.next_step_on_label()),
            ("lost_reason", w.lost_reason_label()),
            ("lost_note", w.lost_note_label()),
            ("key", w.external_key_label()),
            ("category", w.category_label()),
            ("id", w.export_id()),
        ];
        heads.map(|(word, label)| Head::of(word, label)).to_vec()
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
        let category = w.category(self.pipelines.category_of(&it));
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
            Cell::text(category),
            Cell::text(it.id.to_string()),
        ]
    }
}
