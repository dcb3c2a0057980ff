//! The clients that one looks after, found and sorted.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::take_out::{Files, files};
use frame::web::{Json, Query};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area, Reach};
use kernel::{Day, Lang, PersonId};
use people::team;
use sea_orm::{PaginatorTrait, QueryOrder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::account::{AccountId, AccountStatus, Model, Tier};
use crate::account_out::AccountOut;
use crate::custom_field::{self, FieldRecord};
use crate::find_accounts::{Looked, Sort, find_accounts};
use crate::list_bank_changes::to_decide;
use crate::owners::{few_owners, names};
use crate::rules::custom::{FieldKind, shown};
use crate::words::Words;
use crate::{account_tag, custom_value, tag};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_accounts.html")]
struct AccountsPage {
    shell: Shell,
    w: Words,
    looked: Looked,
    page: Page<Row>,
    first: String,
    next: String,
    /// The reader sees more accounts than their own.
    wide: bool,
    /// Those whose accounts the reader sees; nobody when they are too many for a menu.
    owners: Vec<(PersonId, String)>,
    /// Where one of the many is chosen, and who was.
    pick_owner: String,
    picked: String,
    teams: Vec<team::Model>,
    /// The company's words.
    tags: Vec<tag::Model>,
    /// The company's own fields that have a column, and what is asked of those with a choice.
    columns: Vec<Column>,
    /// Changes of bank accounts that wait for the reader.
    waiting: u64,
    may_open: bool,
    may_import: bool,
    files: Option<Files>,
    contacts: Option<Files>,
}

/// One account, as the list shows it.
struct Row {
    account: Model,
    owner: String,
    tags: Vec<String>,
    /// One for each column of the company's own.
    custom: Vec<String>,
    last_visit: String,
    /// How long ago that was.
    ago: String,
}

/// A column of a field of the company's own.
struct Column {
    field: custom_field::Model,
    label: String,
    name: String,
    /// What may be asked of it: value, words, whether it is asked.
    options: Vec<(String, String, bool)>,
}

impl Column {
    fn of(field: custom_field::Model, looked: &Looked, lang: Lang, w: Words) -> Self {
        let name = format!("custom.{}", field.code);
        let asked = looked.custom.get(&name).cloned().unwrap_or_default();
        let options = match field.kind {
            FieldKind::YesNo => vec![
                ("yes".to_owned(), w.custom_yes().to_owned()),
                ("no".to_owned(), w.custom_no().to_owned()),
            ],
            _ => field
                .choices()
                .into_iter()
                .map(|it| (it.code.clone(), it.label(lang).to_owned()))
                .collect(),
        };
        let options = options.into_iter().map(|(value, words)| {
            let chosen = value == asked;
            (value, words, chosen)
        });
        Self { label: field.label(lang).to_owned(), options: options.collect(), name, field }
    }

    fn shown(&self, values: &[custom_value::Model], lang: Lang, w: Words) -> String {
        let value = values.iter().find(|it| it.field_id == self.field.id);
        let words = |value: &custom_value::Model| {
            shown(self.field.kind, &self.field.choices(), &value.value, lang, w)
        };
        value.map(words).unwrap_or_default()
    }
}

impl AccountsPage {
    fn statuses(&self) -> Vec<(&'static str, &'static str)> {
        let word = |&it: &AccountStatus| (it.word(), self.w.status(it));
        let mut statuses: Vec<_> = AccountStatus::ALL.iter().map(word).collect();
        statuses.push(("deleted", self.w.status_deleted()));
        statuses
    }

    fn sorts(&self) -> [(&'static str, &'static str); 3] {
        [
            (Sort::Name.word(), self.w.sort_name()),
            (Sort::Newest.word(), self.w.sort_newest()),
            (Sort::LastVisit.word(), self.w.sort_last_visit()),
        ]
    }

    fn ages(&self) -> Vec<(String, String)> {
        [14, 30, 60, 90].map(|days| (days.to_string(), self.w.unvisited(days))).to_vec()
    }

    fn count(&self) -> i64 {
        i64::try_from(self.waiting).unwrap_or(i64::MAX)
    }

    fn first_step(&self) -> bool {
        self.looked.is_everything() && self.first.is_empty()
    }
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, Query(cut): Query<Cut>) -> Result<Response> {
    let found = find_accounts(&ctx, &looked, &cut).await?;
    let wide = Reach::Own < ctx.actor.reach(Act::View, Area::Accounts);
    let few = if wide { few_owners(&ctx, Act::View).await? } else { None };
    let owners = few.unwrap_or_default();
    let teams = if wide {
        let teams = ctx.find::<team::Entity>().order_by_asc(team::Column::Name);
        teams.all(&ctx).await?
    } else {
        Vec::new()
    };
    let names = owner_names(&ctx, &owners, &found.items, &looked, wide).await?;
    let (lang, today) = (ctx.lang(), ctx.now.day(&ctx.actor.zone));
    let next = match &found.next_cursor {
        Some(cursor) => address(&looked, Some(cursor)),
        None => String::new(),
    };
    let first = match cut.cursor {
        Some(cursor) if !cursor.is_empty() => address(&looked, None),
        _ => String::new(),
    };
    let fields = custom_field::seen(&ctx, FieldRecord::Account).await?;
    let fields: Vec<_> = fields.into_iter().filter(|it| it.in_list).collect();
    let ids: Vec<AccountId> = found.items.iter().map(|it| it.id).collect();
    let values = custom_value::of_accounts(&ctx, &fields, &ids).await?;
    let w = Words::of(lang);
    let columns = fields.into_iter().map(|it| Column::of(it, &looked, lang, w));
    let columns: Vec<Column> = columns.collect();
    let mut tags = account_tag::names(&ctx, found.items.iter().map(|it| it.id)).await?;
    let picked = looked.owner_id.parse().ok().and_then(|it| names.get(&it).cloned());
    page::render(&AccountsPage {
        wide,
        pick_owner: to("/accounts/owners", &looked, None),
        picked: picked.unwrap_or_default(),
        page: found.map(|account| {
            let tags = tags.remove(&account.id).unwrap_or_default();
            let values = values.get(&account.id).map(Vec::as_slice).unwrap_or_default();
            let custom = columns.iter().map(|it| it.shown(values, lang, w)).collect();
            Row { tags, custom, ..Row::of(account, &names, lang, today) }
        }),
        tags: tag::all(&ctx).await?,
        columns,
        waiting: if ctx.may(Act::Review, Area::Banking) {
            to_decide(&ctx).count(&ctx).await?
        } else {
            0
        },
        shell: ctx.shell("accounts"),
        w: Words::of(lang),
        first,
        next,
        owners,
        teams,
        may_open: ctx.may(Act::Create, Area::Accounts),
        may_import: ctx.may(Act::Create, Area::Imports),
        files: files(&ctx, Area::Accounts, &address(&looked, None)),
        contacts: files(&ctx, Area::Accounts, "/contacts"),
        looked,
    })
}

async fn owner_names(
    ctx: &Ctx,
    known: &[(PersonId, String)],
    accounts: &[Model],
    looked: &Looked,
    wide: bool,
) -> Result<HashMap<PersonId, String>> {
    if !wide {
        return Ok(HashMap::new());
    }
    let mut all: HashMap<_, _> = known.iter().cloned().collect();
    let asked = looked.owner_id.parse().ok();
    let missing = accounts.iter().filter_map(|it| it.owner_id).chain(asked);
    let missing = missing.filter(|it| !all.contains_key(it));
    let missing = names(ctx, missing.collect::<Vec<_>>()).await?;
    all.extend(missing);
    Ok(all)
}

impl Row {
    fn of(account: Model, names: &HashMap<PersonId, String>, lang: Lang, today: Day) -> Self {
        let w = Words::of(lang);
        let owner = account.owner_id.and_then(|it| names.get(&it)).cloned();
        let last_visit = account.last_visit_on.map(|it| lang.day(it)).unwrap_or_default();
        let ago = match account.last_visit_on {
            Some(day) => w.days_ago(today.days_since(day)),
            None => w.never_visited().to_owned(),
        };
        let owner = owner.unwrap_or_else(|| w.nobody().to_owned());
        Self { owner, tags: Vec::new(), custom: Vec::new(), last_visit, ago, account }
    }
}

/// The address of this list, so that filters stay in it.
pub fn address(looked: &Looked, cursor: Option<&str>) -> String {
    to("/accounts", looked, cursor)
}

fn to(path: &str, looked: &Looked, cursor: Option<&str>) -> String {
    let custom: Vec<(String, &str)> =
        looked.said().map(|(code, value)| (format!("custom.{code}"), value)).collect();
    let pairs = [
        ("q", looked.q.as_str()),
        ("status", &looked.status),
        ("tier", &looked.tier),
        ("owner_id", &looked.owner_id),
        ("team_id", &looked.team_id),
        ("industry", &looked.industry),
        ("tag", &looked.tag),
        ("unvisited_days", &looked.unvisited_days),
        ("sort", &looked.sort),
        ("cursor", cursor.unwrap_or_default()),
    ];
    let custom = custom.iter().map(|(name, value)| (name.as_str(), *value));
    page::address(path, pairs.into_iter().chain(custom))
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
