//! Somebody takes the list of prospects out, as it is narrowed.

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::Zone;
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::choice;
use crate::find_prospects::{Looked, find_prospects};
use crate::shown::{Shown, shown};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/prospects.csv", get(export)).route("/prospects.xlsx", get(export))
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
        area: Area::Prospects,
        event: "prospects.exported",
        name: w.export_name(),
        looked: &asked,
        columns,
    };
    let paging = Paging::default();
    take_out(ctx, form, list, |ctx| Prospects { ctx, w, looked, paging }).await
}

struct Prospects {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Prospects {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        let heads = [
            ("", w.name_label()),
            ("status", w.status_label()),
            ("owner", w.owner_label()),
            ("contact", w.contact_label()),
            ("contact", w.contact_role_label()),
            ("phone", w.phone_label()),
            ("email", w.email_label()),
            ("place", w.street_label()),
            ("place", w.city_label()),
            ("place", w.province_label()),
            ("industry", w.industry_label()),
            ("source", w.source_label()),
            ("amount", w.amount_label()),
            ("amount", w.currency_label()),
            ("next_step", w.next_step_label()),
            ("next_step", w.next_step_on_label()),
            ("reason", w.reason_label()),
            ("reason", w.reason_note_label()),
            ("note", w.note_label()),
            ("created", w.created_label()),
            ("key", w.external_key_label()),
            ("id", w.export_id()),
        ];
        heads.map(|(word, label)| Head::of(word, label)).to_vec()
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_prospects(ctx, &self.looked, &cut).await?;
        let choices = choice::all(ctx).await?;
        let rows = shown(ctx, items).await?;
        self.paging.ended_at(next_cursor);
        let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
        let reason = |code: &str| choices.label(choice::List::Reason, code, lang).to_owned();
        Ok(rows.into_iter().map(|it| row(it, zone, &reason)).collect())
    }
}

fn row(shown: Shown, zone: &Zone, reason: &impl Fn(&str) -> String) -> Vec<Cell> {
    let text = |it: Option<String>| Cell::perhaps(it, Cell::Text);
    let it = shown.it;
    vec![
        Cell::Text(it.name),
        Cell::text(shown.status),
        Cell::Text(shown.owner),
        text(it.contact_name),
        text(it.contact_role),
        text(it.phone),
        text(it.email),
        text(it.street),
        text(it.city),
        text(it.province),
        text(it.industry),
        Cell::Text(shown.source),
        Cell::perhaps(it.value_amount, |amount| Cell::money(amount, &it.value_currency)),
        Cell::text(it.value_currency.as_str()),
        text(it.next_step),
        Cell::perhaps(it.next_step_on, Cell::Day),
        text(it.reason.as_deref().map(reason)),
        text(it.reason_note),
        text(it.note),
        Cell::Day(it.created_at.day(zone)),
        text(it.external_key),
        Cell::text(it.id.to_string()),
    ]
}
