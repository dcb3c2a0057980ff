//! Somebody takes the people at clients out: one row for each place that somebody holds.

use std::collections::HashMap;

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::Page;
use frame::web::take_out::{Cell, Form, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::account_contact::PostOut;
use crate::contact::ContactOut;
use crate::list_contacts::{Looked, find_contacts};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/contacts.csv", get(csv)).route("/contacts.xlsx", get(xlsx))
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
        area: Area::Accounts,
        event: "accounts.contacts_exported",
        name: w.export_contacts_name(),
        looked: &asked,
    };
    take_out(ctx, form, list, |ctx| Contacts { ctx, w, looked, paging: Paging::default() }).await
}

struct Contacts {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    paging: Paging,
}

impl Rows for Contacts {
    fn head(&self) -> Vec<&'static str> {
        let w = self.w;
        vec![
            w.person_name(),
            w.account_name(),
            w.role_label(),
            w.phone_label(),
            "WhatsApp",
            w.email_label(),
            w.left_label(),
            w.export_id(),
        ]
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let Page { items, next_cursor } = find_contacts(&self.ctx, &self.looked, &cut).await?;
        let accounts = items.iter().flat_map(|it| &it.accounts).map(|it| it.account_id);
        let clients = account::names(&self.ctx, accounts.collect::<Vec<_>>()).await?;
        self.paging.ended_at(next_cursor);
        Ok(items.iter().flat_map(|it| rows(it, &clients)).collect())
    }
}

fn rows(contact: &ContactOut, clients: &HashMap<AccountId, String>) -> Vec<Vec<Cell>> {
    let text = |it: Option<&String>| Cell::perhaps(it, Cell::text);
    let posts = contact.accounts.iter().filter_map(|it| Some((clients.get(&it.account_id)?, it)));
    let row = |(client, post): (&String, &PostOut)| {
        vec![
            Cell::text(&contact.name),
            Cell::text(client),
            text(post.role.as_ref()),
            text(contact.phone.as_ref()),
            text(contact.whatsapp.as_ref()),
            text(contact.email.as_ref()),
            Cell::perhaps(post.left_on, Cell::Day),
            Cell::text(contact.id.to_string()),
        ]
    };
    posts.map(row).collect()
}
