//! The people at all clients that one answers for, in one list.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::text::shown_phone;
use frame::web::list::{Chosen, Cut, Listing, Page, Question, Tally};
use frame::web::shell::Shell;
use frame::web::{Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::CONTACT_LIST;
use crate::account::{self, AccountId};
use crate::ask_contacts::ask_contacts;
use crate::contact::{ContactId, ContactOut};
use crate::custom_field::{self, FieldRecord};
use crate::custom_value;
use crate::find_contacts::{Looked, count_contacts, find_contacts};
use crate::posts::talk;
use crate::rules::birthday::Birthday;
use crate::twins_page::permit_looking;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/contacts", get(show))
}

#[derive(Template)]
#[template(path = "list_contacts.html")]
struct ContactsPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    rows: Vec<Row>,
    may_import: bool,
    /// Whether they may say who of these people may be one.
    may_change: bool,
}

/// Somebody, as the list shows them.
struct Row {
    id: ContactId,
    name: String,
    /// Where they are, the first of it leading on.
    places: Vec<Place>,
    /// As it is dialled, and as people read it.
    phone: Option<(String, String)>,
    /// The address at which WhatsApp opens a talk.
    whatsapp: Option<String>,
    email: Option<String>,
    /// What else may be shown, by the word of the column.
    others: HashMap<String, String>,
}

struct Place {
    account: AccountId,
    name: String,
    role: String,
    /// They are there no more.
    left: bool,
}

impl Row {
    fn other(&self, column: &str) -> &str {
        self.others.get(column).map_or("", String::as_str)
    }
}

impl ContactsPage {
    fn first_step(&self) -> bool {
        self.list.is_whole() && self.rows.is_empty()
    }
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
    chosen: Chosen,
) -> Result<Response> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Err(Error::Denied);
    }
    let question = Question::of(&looked)?.showing(&chosen);
    let asked = ask_contacts(&ctx, &question).await?;
    let (found, count) = if asked.has_answer() {
        (find_contacts(&ctx, &looked, &cut).await?, count_contacts(&ctx, &looked).await?)
    } else {
        (Page::empty(), Tally::default())
    };
    let w = Words::of(ctx.lang());
    let next = found.next_cursor.as_deref();
    let list = Listing::of(&ctx, &CONTACT_LIST, question, asked, &cut, next).arranging(&chosen);
    let list = list.counted(&ctx, count, |it| w.contacts_counted(it));
    let views = views::bar(&ctx, &CONTACT_LIST, &list.address()).await?;
    page::render(&ContactsPage {
        shell: ctx.shell("contacts"),
        w,
        views,
        list,
        rows: rows(&ctx, found.items).await?,
        may_import: ctx.may(Act::Create, Area::Imports),
        may_change: permit_looking(&ctx).is_ok(),
    })
}

async fn rows(ctx: &Ctx, people: Vec<ContactOut>) -> Result<Vec<Row>> {
    let accounts = people.iter().flat_map(|it| &it.accounts).map(|it| it.account_id);
    let clients = account::names(ctx, accounts.collect::<Vec<_>>()).await?;
    let fields = custom_field::seen(ctx, FieldRecord::Contact).await?;
    let ids: Vec<ContactId> = people.iter().map(|it| it.id).collect();
    let values = custom_value::of_contacts(ctx, &fields, &ids).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let row = |it: ContactOut| {
        let mut places: Vec<Place> = it
            .accounts
            .iter()
            .filter_map(|post| {
                Some(Place {
                    account: post.account_id,
                    name: clients.get(&post.account_id)?.clone(),
                    role: post.role.clone().unwrap_or_default(),
                    left: post.left_on.is_some(),
                })
            })
            .collect();
        places.sort_by(|a, b| (a.left, &a.name).cmp(&(b.left, &b.name)));
        let birthday = it.birthday.as_deref().and_then(Birthday::read);
        let mut others: HashMap<String, String> = [
            ("channel", it.channel.map(|it| w.channel(it.word()))),
            ("whatsapp", it.whatsapp.as_deref().map(shown_phone)),
            ("birthday", birthday.map(|it| it.shown(lang))),
            ("consent", it.consent.map(|it| w.consent(it.word()))),
            ("key", it.external_id.clone()),
        ]
        .into_iter()
        .filter_map(|(word, said)| Some((word.to_owned(), said?)))
        .collect();
        for value in values.get(&it.id).map(Vec::as_slice).unwrap_or_default() {
            if let Some(field) = fields.iter().find(|it| it.id == value.field_id) {
                others.insert(format!("custom.{}", field.code), field.shown(&value.value, lang));
            }
        }
        Row {
            id: it.id,
            name: it.name,
            places,
            phone: it.phone.map(|it| (it.clone(), shown_phone(&it))),
            whatsapp: it.whatsapp.as_deref().map(talk),
            email: it.email,
            others,
        }
    };
    Ok(people.into_iter().map(row).collect())
}
