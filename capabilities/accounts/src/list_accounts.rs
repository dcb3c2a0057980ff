//! The clients that one looks after, found and sorted.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Chosen, Cut, Listing, Page, Picked, Question, Tally};
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Lang, PersonId, country};
use sea_orm::PaginatorTrait;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::LIST;
use crate::account::{AccountId, Model};
use crate::account_out::AccountOut;
use crate::ask_accounts::{ask_accounts, is_wide};
use crate::custom_field::{self, FieldRecord};
use crate::find_accounts::{Looked, count_accounts, find_accounts};
use crate::list_bank_changes::to_decide;
use crate::owners::{may_hand_over, names};
use crate::rules::custom::shown;
use crate::words::Words;
use crate::{account_tag, address, custom_value};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_accounts.html")]
struct AccountsPage {
    shell: Shell,
    w: Words,
    /// The views of this list.
    views: String,
    list: Listing,
    rows: Vec<Row>,
    /// Changes of bank accounts that wait for the reader.
    waiting: i64,
    may_open: bool,
    /// Where all that fit are changed at once, for whoever may do that.
    bulk: Option<String>,
    may_import: bool,
    /// Where clients of one person are given to another, for whoever may do that.
    moves: Option<&'static str>,
    contacts: Option<Files>,
}

/// One account, as the list shows it.
struct Row {
    account: Model,
    owner: String,
    tags: String,
    last_visit: String,
    /// How long ago that was.
    ago: String,
    /// What else may be shown, by the word of the column.
    others: HashMap<String, String>,
}

impl Row {
    fn other(&self, column: &str) -> &str {
        self.others.get(column).map_or("", String::as_str)
    }
}

impl AccountsPage {
    fn first_step(&self) -> bool {
        self.list.is_whole() && self.rows.is_empty()
    }
}

async fn show(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
    chosen: Chosen,
    picked: Picked,
) -> Result<Response> {
    let question = Question::of(&looked)?.showing(&chosen);
    let asked = ask_accounts(&ctx, &question).await?;
    let answers = asked.has_answer();
    let found = if answers { find_accounts(&ctx, &looked, &cut).await? } else { Page::empty() };
    let count = if answers { count_accounts(&ctx, &looked).await? } else { Tally::default() };
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let next = found.next_cursor.as_deref();
    let list = Listing::of(&ctx, &LIST, question, asked, &cut, next).arranging(&chosen);
    let mut list = list.counted(&ctx, count, |it| w.accounts_counted(it));
    let rows = rows(&ctx, found.items, &list, lang).await?;
    let may_change = ctx.may(Act::Edit, Area::Accounts);
    if may_change {
        let here: Vec<AccountId> = rows.iter().map(|it| it.account.id).collect();
        list = list.choosing("/accounts/bulk", picked, &here);
    }
    let views = views::bar(&ctx, &LIST, &list.address()).await?;
    page::render(&AccountsPage {
        shell: ctx.shell("accounts"),
        w,
        views,
        waiting: if ctx.may(Act::Review, Area::Banking) {
            i64::try_from(to_decide(&ctx).count(&ctx).await?).unwrap_or(i64::MAX)
        } else {
            0
        },
        may_open: ctx.may(Act::Create, Area::Accounts),
        bulk: may_change.then(|| list.question.address("/accounts/bulk")),
        may_import: ctx.may(Act::Create, Area::Imports),
        moves: may_hand_over(&ctx).then_some("/book-moves/new"),
        contacts: files(&ctx, Area::Accounts, "/contacts"),
        list,
        rows,
    })
}

async fn rows(ctx: &Ctx, found: Vec<Model>, list: &Listing, lang: Lang) -> Result<Vec<Row>> {
    let w = Words::of(lang);
    let ids: Vec<AccountId> = found.iter().map(|it| it.id).collect();
    let today = ctx.now.day(&ctx.actor.zone);
    let shows = |word: &str| list.columns.iter().any(|it| it.shown && it.word == word);
    let owners = if is_wide(ctx) {
        names(ctx, found.iter().filter_map(|it| it.owner_id)).await?
    } else {
        HashMap::new()
    };
    let mut tags = account_tag::names(ctx, ids.iter().copied()).await?;
    let mut fields = custom_field::seen(ctx, FieldRecord::Account).await?;
    fields.retain(|it| shows(&format!("custom.{}", it.code)));
    let values = custom_value::of_accounts(ctx, &fields, &ids).await?;
    let cities = if shows("city") { address::primaries(ctx, &ids).await? } else { HashMap::new() };
    let row = |account: Model| {
        let mut row = Row::of(account, &owners, lang, today);
        row.tags = tags.remove(&row.account.id).unwrap_or_default().join(", ");
        let of = values.get(&row.account.id).map(Vec::as_slice).unwrap_or_default();
        for field in &fields {
            if let Some(it) = of.iter().find(|it| it.field_id == field.id) {
                let said = shown(field.kind, &field.choices(), &it.value, lang, w);
                row.others.insert(format!("custom.{}", field.code), said);
            }
        }
        let city = cities.get(&row.account.id).and_then(|it| it.city.clone());
        row.others.extend(city.map(|it| ("city".to_owned(), it)));
        let zone = &ctx.actor.zone;
        row.others.insert("since".to_owned(), lang.day(row.account.created_at.day(zone)));
        row.others.insert("changed".to_owned(), lang.day(row.account.updated_at.day(zone)));
        row
    };
    Ok(found.into_iter().map(row).collect())
}

impl Row {
    fn of(account: Model, names: &HashMap<PersonId, String>, lang: Lang, today: Day) -> Self {
        let w = Words::of(lang);
        let owner = account.owner_id.and_then(|it| names.get(&it)).cloned();
        let ago = match account.last_visit_on {
            Some(day) => w.days_ago(today.days_since(day)),
            None => w.never_visited().to_owned(),
        };
        let country = account.country.as_deref().and_then(country::of_code);
        let others = [
            ("industry", account.industry.clone()),
            ("phone", account.phone.as_deref().map(kernel::phone::shown)),
            ("website", account.website.clone()),
            ("country", country.map(|it| it.name(lang).to_owned())),
            ("employees", account.employees.map(|it| lang.number(it))),
        ];
        let others = others.into_iter().filter_map(|(word, it)| Some((word.to_owned(), it?)));
        Self {
            owner: owner.unwrap_or_else(|| w.nobody().to_owned()),
            tags: String::new(),
            last_visit: account.last_visit_on.map(|it| lang.day(it)).unwrap_or_default(),
            ago,
            others: others.collect(),
            account,
        }
    }
}

// In the API.

/// Accounts that the token's person may view
#[utoipa::path(
    get,
    path = "/api/v1/accounts",
    tag = "accounts",
    params(Looked, Cut),
    responses((status = 200, body = Page<AccountOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<AccountOut>>> {
    let found = find_accounts(&ctx, &looked, &cut).await?;
    let Page { items, next_cursor } = found;
    Ok(Json(Page { items: AccountOut::all(&ctx, items).await?, next_cursor }))
}
