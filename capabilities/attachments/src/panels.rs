//! What pages of clients, deals, activities and people at clients show of files.

use accounts::{AccountId, account, account_contact};
use activities::{NoteId, note};
use askama::Template;
use frame::app::Asking;
use frame::web::list::Cut;
use frame::web::panel::Panel;
use frame::{Ctx, Error, Result};
use kernel::Lang;
use kernel::access::{Act, Area};
use pipeline::OpportunityId;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::attachment::{self, is_with};
use crate::holder::{self, Holder};
use crate::list_attachments::{Upload, find};
use crate::say::{Row, rows, sees};
use crate::words::Words;

/// So many stand on the page itself.
const SHOWN: u64 = 5;

fn title(lang: Lang) -> &'static str {
    Words::of(lang).attachments_title()
}

pub const OF_ACCOUNT: Panel = Panel {
    on: "account",
    title,
    render: |ctx, id| boxed(panel(ctx, Holder::Account(AccountId(id)))),
};

pub const OF_OPPORTUNITY: Panel = Panel {
    on: "opportunity",
    title,
    render: |ctx, id| boxed(panel(ctx, Holder::Opportunity(OpportunityId(id)))),
};

pub const OF_ACTIVITY: Panel =
    Panel { on: "note", title, render: |ctx, id| boxed(of_activity(ctx, NoteId(id))) };

pub const OF_CONTACT: Panel =
    Panel { on: "contact", title, render: |ctx, id| boxed(of_contact(ctx, id)) };

fn boxed<'a>(
    render: impl Future<Output = Result<Option<String>>> + Send + 'a,
) -> Asking<'a, Option<String>> {
    Box::pin(render)
}

#[derive(Template)]
#[template(path = "attachments_panel.html")]
struct Panelled {
    w: Words,
    rows: Vec<Row>,
    /// How many there are; the page of all of them.
    all: i64,
    page: String,
    upload: Option<Upload>,
}

async fn panel(ctx: &Ctx, with: Holder) -> Result<Option<String>> {
    let cut = Cut { limit: Some(SHOWN), cursor: None };
    let found = find(ctx, with, &cut).await?;
    let may_edit = holder::may_edit(ctx, with).await?;
    let all = attachment::shown(ctx).filter(is_with(ctx, with)).count(ctx).await?;
    let panel = Panelled {
        w: Words::of(ctx.lang()),
        rows: rows(ctx, with, found.items).await?,
        all: i64::try_from(all).unwrap_or(i64::MAX),
        page: with.attachments(),
        upload: may_edit.then(|| Upload::of(ctx, with)),
    };
    Ok(Some(panel.render()?))
}

/// Whoever wrote it may read it when they see the client no longer; the client's files they do not.
async fn of_activity(ctx: &Ctx, id: NoteId) -> Result<Option<String>> {
    match note::one_shown(ctx, id).await {
        Ok(note) if sees(ctx, note.account_id).await? => panel(ctx, Holder::Activity(id)).await,
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "attachments_of_contact.html")]
struct OfContact {
    w: Words,
    /// The clients where somebody is: page of its files, name, and how many.
    clients: Vec<(String, String, i64)>,
}

/// The files of the clients where somebody is.
async fn of_contact(ctx: &Ctx, contact: Uuid) -> Result<Option<String>> {
    if !ctx.may(Act::View, Area::Accounts) {
        return Ok(None);
    }
    let posts = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.eq(contact));
    let mut clients = Vec::new();
    for post in posts.all(ctx).await? {
        let Ok(client) = account::get(ctx, post.account_id).await else { continue };
        let with = Holder::Account(client.id);
        let count = attachment::shown(ctx).filter(is_with(ctx, with)).count(ctx).await?;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        clients.push((with.attachments(), client.name, count));
    }
    clients.sort_by(|a, b| a.1.cmp(&b.1));
    if clients.is_empty() {
        return Ok(None);
    }
    Ok(Some(OfContact { w: Words::of(ctx.lang()), clients }.render()?))
}
