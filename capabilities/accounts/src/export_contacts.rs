//! Somebody takes the people at clients out: one row for each place that somebody holds.

use std::collections::HashMap;

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, take_out};
use frame::{App, Ctx, Result};
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::account_contact::PostOut;
use crate::contact::{ContactId, ContactOut};
use crate::custom_cell::Own;
use crate::custom_field::FieldRecord;
use crate::custom_value;
use crate::find_contacts::{Looked, find_contacts};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/contacts.csv", get(export)).route("/contacts.xlsx", get(export))
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
        area: Area::Accounts,
        event: "accounts.contacts_exported",
        name: w.export_contacts_name(),
        looked: &asked,
        columns,
    };
    // Only what the reader may see of the company's own fields.
    let own = Own::of(&ctx, FieldRecord::Contact).await?;
    let rows = |ctx| Contacts { ctx, w, looked, own, paging: Paging::default() };
    take_out(ctx, form, list, rows).await
}

struct Contacts {
    ctx: Ctx,
    w: Words,
    looked: Looked,
    own: Own,
    paging: Paging,
}

impl Rows for Contacts {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        let heads = [
            ("", w.person_name()),
            ("account", w.account_name()),
            ("account", w.role_label()),
            ("phone", w.phone_label()),
            ("whatsapp", "WhatsApp"),
            ("email", w.email_label()),
            ("channel", w.channel_label()),
            ("birthday", w.birthday_label()),
            ("consent", w.consent_title()),
            ("consent", w.export_consent_on()),
            ("consent", w.export_consent_note()),
            ("account", w.left_label()),
            ("key", w.export_external_id()),
            ("id", w.export_id()),
        ];
        self.own.behind(heads.map(|(word, label)| Head::of(word, label)).to_vec())
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let ctx = &self.ctx;
        let Page { items, next_cursor } = find_contacts(ctx, &self.looked, &cut).await?;
        let accounts = items.iter().flat_map(|it| &it.accounts).map(|it| it.account_id);
        let clients = account::names(ctx, accounts.collect::<Vec<_>>()).await?;
        let ids: Vec<ContactId> = items.iter().map(|it| it.id).collect();
        let values = custom_value::of_contacts(ctx, self.own.fields(), &ids).await?;
        self.paging.ended_at(next_cursor);
        let own = |it: &ContactOut| {
            self.own.cells(values.get(&it.id).map(Vec::as_slice).unwrap_or_default())
        };
        Ok(items.iter().flat_map(|it| rows(it, &clients, &own(it), self.w)).collect())
    }
}

fn rows(
    contact: &ContactOut,
    clients: &HashMap<AccountId, String>,
    own: &[Cell],
    w: Words,
) -> Vec<Vec<Cell>> {
    let text = |it: Option<&String>| Cell::perhaps(it, Cell::text);
    let posts = contact.accounts.iter().filter_map(|it| Some((clients.get(&it.account_id)?, it)));
    let row = |(client, post): (&String, &PostOut)| {
        let mut row = vec![
            Cell::text(&contact.name),
            Cell::text(client),
            text(post.role.as_ref()),
            text(contact.phone.as_ref()),
            text(contact.whatsapp.as_ref()),
            text(contact.email.as_ref()),
            Cell::perhaps(contact.channel, |it| Cell::text(w.channel(it.word()))),
            text(contact.birthday.as_ref()),
            Cell::perhaps(contact.consent, |it| Cell::text(w.consent(it.word()))),
            Cell::perhaps(contact.consent_on, Cell::Day),
            text(contact.consent_note.as_ref()),
            Cell::perhaps(post.left_on, Cell::Day),
            text(contact.external_id.as_ref()),
            Cell::text(contact.id.to_string()),
        ];
        row.extend_from_slice(own);
        row
    };
    posts.map(row).collect()
}
