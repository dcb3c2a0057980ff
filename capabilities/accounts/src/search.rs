//! One field that finds clients and the people there.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::Cut;
use frame::web::page;
use frame::web::shell::Shell;
use frame::{App, Ctx, Result, text};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId, Model};
use crate::find_accounts::{Looked, find_accounts};
use crate::list_contacts::named;
use crate::words::Words;
use crate::{account_contact, contact};

/// What one page shows of each kind.
const SHOWN: u64 = 20;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/search", get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    w: Words,
    q: String,
    accounts: Vec<Model>,
    /// More accounts than are shown.
    more: Option<String>,
    people: Vec<(contact::Model, AccountId, String)>,
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let words = text::line(&asked.q).unwrap_or_default();
    let (accounts, more) = accounts(&ctx, &words).await?;
    page::render(&SearchPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        people: people(&ctx, &words).await?,
        accounts,
        more,
        q: words,
    })
}

async fn accounts(ctx: &Ctx, words: &str) -> Result<(Vec<Model>, Option<String>)> {
    if words.is_empty() {
        return Ok((Vec::new(), None));
    }
    let looked = Looked { q: words.to_owned(), ..Looked::default() };
    let cut = Cut { limit: Some(SHOWN), cursor: None };
    let found = find_accounts(ctx, &looked, &cut).await?;
    let more = found.next_cursor.is_some().then(|| page::address("/accounts", [("q", words)]));
    Ok((found.items, more))
}

/// People of accounts in reach, each with one account where they are.
async fn people(ctx: &Ctx, words: &str) -> Result<Vec<(contact::Model, AccountId, String)>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let found = ctx
        .find::<contact::Entity>()
        .filter(contact::Column::HiddenAt.is_null())
        .filter(named(words))
        .order_by_asc(contact::Column::NameKey)
        .limit(SHOWN);
    let found = found.all(ctx).await?;
    let posts = ctx
        .find::<account_contact::Entity>()
        .filter(account_contact::Column::ContactId.is_in(found.iter().map(|it| it.id)))
        .find_also_related(account::Entity);
    let posts = posts.all(ctx).await?;
    let with_account = found.into_iter().filter_map(|person| {
        let there = posts.iter().filter(|it| it.0.contact_id == person.id);
        let there = there.min_by_key(|it| it.0.left_on.is_some())?.1.as_ref()?;
        let shown = there.hidden_at.is_none();
        shown.then(|| (person, there.id, there.name.clone()))
    });
    Ok(with_account.collect())
}
