//! What a client owed, bought and paid in a period, to look at and to give away.

use accounts::AccountId;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::take_out::Form;
use frame::web::{Json, Path, Query, page};
use frame::{App, Ctx, Error, Event, Result};
use kernel::Day;
use kernel::access::{Act, Area};
use people::person;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::client_statement::{Asked, Told, may_give, seen, told};
use crate::rules::link::{MOST_DAYS, USUAL_DAYS};
use crate::share_statement::{Given, NewLink, links};
use crate::statement_document::document;
use crate::statement_out::StatementOut;
use crate::statement_sheets::answer;
use crate::statement_words::{Shown, ShownPurchases};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/statement", get(show))
        .route("/accounts/{account}/statement.pdf", get(pdf))
        .route("/accounts/{account}/statement.csv", get(table))
        .route("/accounts/{account}/statement.xlsx", get(table))
        .routes(routes!(read))
}

/// Lines that the page shows; the PDF has them all.
const MOST_LINES: usize = 500;

// In the browser.

#[derive(Template)]
#[template(path = "show_statement.html")]
struct StatementPage {
    shell: Shell,
    w: Words,
    account: AccountId,
    client: String,
    from: String,
    to: String,
    lang: String,
    period: String,
    statements: Vec<Shown>,
    purchases: Vec<ShownPurchases>,
    pdf: String,
    xlsx: String,
    csv: String,
    may_give: bool,
    may_export: bool,
    period_faults: Faults,
    offered: Offered,
    /// From which day on a link shows the statement: the one that was chosen above it.
    link_from: String,
    link_lang: String,
    links: Vec<Link>,
    days: i64,
    days_help: String,
    cut: bool,
}

/// What stands in the form that makes a link, and what came of it.
#[derive(Default)]
pub struct Offered {
    pub typed: NewLink,
    pub faults: Faults,
    /// The link that was just made; it is shown once.
    pub url: Option<String>,
}

impl Offered {
    pub fn link(url: String) -> Self {
        Self { url: Some(url), ..Self::default() }
    }
}

struct Link {
    id: String,
    what: String,
    made: String,
    views: String,
    /// Why it says nothing new, where it was not made so.
    left: &'static str,
    state: &'static str,
    look: &'static str,
    good: bool,
}

impl StatementPage {
    fn languages(&self) -> [(&'static str, &'static str); 2] {
        [("id", self.w.language_id()), ("en", self.w.language_en())]
    }

    /// What is chosen of a statement, by the name of the input: its label.
    fn chosen(&self) -> [(&'static str, &'static str); 3] {
        let w = &self.w;
        [
            ("from", w.first_day_label()),
            ("to", w.to_label()),
            ("lang", w.statement_language_label()),
        ]
    }

    /// The first day and the last: the name of the input, its label, what stands in it.
    fn ends(&self) -> [(&'static str, &'static str, &str); 2] {
        [("from", self.w.first_day_label(), &self.from), ("to", self.w.to_label(), &self.to)]
    }
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>, Query(asked): Query<Asked>) -> Result<Response> {
    show_with(&ctx, id, &asked, Offered::default()).await
}

/// The page, with a link that was just made, or with what was wrong with one.
pub async fn show_with(
    ctx: &Ctx,
    id: AccountId,
    typed: &Asked,
    offered: Offered,
) -> Result<Response> {
    let account = seen(ctx, id).await?;
    let today = ctx.now.day(&ctx.actor.zone);
    let usual = Asked::default();
    let (asked, period_faults) = match typed.language().and_then(|_| typed.period(today)) {
        Ok(_) => (typed, Faults::default()),
        Err(error) => (&usual, Faults::of(error, ctx.lang())?),
    };
    let may_give = may_give(ctx, &account).await?;
    let links = links(ctx, &account).await?;
    let people = person::names(ctx).await?;
    let told = told(ctx, account, asked).await?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mut statements = told.shown(lang);
    let mut cut = false;
    for statement in &mut statements {
        cut |= MOST_LINES < statement.rows.len();
        statement.rows.truncate(MOST_LINES);
    }
    let path = |ending: &str| asked.address(&format!("/accounts/{id}/statement.{ending}"));
    let zone = &ctx.actor.zone;
    let link = |given: Given| {
        let (it, left) = (given.link, given.left);
        let good = it.is_good(ctx.now);
        let to = it.to_day.map_or_else(|| w.link_open_end().to_owned(), |it| lang.day(it));
        let by = people.get(&it.owner_id).cloned().unwrap_or_default();
        Link {
            id: it.id.to_string(),
            what: format!("{}–{to}", lang.day(it.from_day)),
            made: w.link_made(lang.moment(it.created_at, zone), by),
            views: w.link_views(it.views),
            left: if left { w.link_left() } else { "" },
            state: match (good, it.withdrawn_at, it.frozen_at) {
                (true, _, None) if !left => w.link_live(),
                (true, ..) => w.link_frozen(),
                (false, Some(_), _) => w.link_state_withdrawn(),
                (false, None, _) => w.link_state_over(),
            },
            look: if good && left {
                "warn"
            } else if good {
                "good"
            } else {
                "off"
            },
            good,
        }
    };
    let refused = period_faults.any() || offered.faults.any();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = StatementPage {
        shell: ctx.shell("accounts"),
        w,
        account: id,
        client: told.account.name.clone(),
        from: typed_or(&typed.from, told.period.from),
        to: typed_or(&typed.to, told.period.to),
        lang: told.lang.word().to_owned(),
        period: told.period(lang),
        purchases: told.bought(lang),
        statements,
        pdf: path("pdf")?,
        xlsx: path("xlsx")?,
        csv: path("csv")?,
        may_give,
        may_export: ctx.may(Act::Export, Area::Transactions),
        period_faults,
        link_lang: match offered.typed.lang.as_str() {
            "" => told.lang.word().to_owned(),
            chosen => chosen.to_owned(),
        },
        link_from: offered.typed.from.parse().unwrap_or(told.period.from).to_string(),
        links: links.into_iter().map(link).collect(),
        days: offered.typed.days.unwrap_or(USUAL_DAYS),
        days_help: w.link_days_help(MOST_DAYS),
        offered,
        cut,
    };
    page::render_as(status, &shown)
}

/// A day as somebody typed it, right or wrong, or else as it was taken.
fn typed_or(typed: &str, day: Day) -> String {
    if typed.is_empty() { day.to_string() } else { typed.to_owned() }
}

/// Takes it out as a document for the client.
async fn pdf(ctx: Ctx, Path(id): Path<AccountId>, Query(asked): Query<Asked>) -> Result<Response> {
    let account = seen(&ctx, id).await?;
    if !may_give(&ctx, &account).await? && !ctx.may(Act::Export, Area::Transactions) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let told = told(&ctx, account, &asked).await?;
    let name = format!("{}-{}", Words::of(told.lang).statement_file(), told.period.to);
    let by = Some(ctx.actor.name.clone());
    let document = document(&told, by, ctx.now, ctx.actor.zone.clone());
    taken(ctx, &told, "pdf").await?;
    documents::answer(&name, document).await
}

/// Takes it out for a spreadsheet.
async fn table(
    ctx: Ctx,
    form: Form,
    Path(id): Path<AccountId>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let account = seen(&ctx, id).await?;
    if !ctx.may(Act::Export, Area::Transactions) {
        return Err(Error::Denied);
    }
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let told = told(&ctx, account, &asked).await?;
    let lang = ctx.lang();
    let name = format!("{}-{}", Words::of(lang).statement_file(), told.period.to);
    taken(ctx, &told, form.word()).await?;
    answer(form, &told, lang, &name)
}

/// That somebody took it out stands in the audit.
async fn taken(ctx: Ctx, told: &Told, form: &str) -> Result<()> {
    let tx = ctx.begin().await?;
    tx.record(
        Event::of("transactions.statement_taken", "account", told.account.id)
            .owner(told.account.owner_id)
            .about(told.account.id)
            .with("form", form)
            .with("from", told.period.from.to_string())
            .with("to", told.period.to.to_string()),
    );
    tx.commit().await
}

// In the API.

/// What a client owed, bought and paid in a period
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/statement",
    tag = "transactions",
    params(("account" = AccountId, Path), Asked),
    responses((status = 200, body = StatementOut)),
)]
async fn read(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(asked): Query<Asked>,
) -> Result<Json<StatementOut>> {
    let account = seen(&ctx, id).await?;
    let told = told(&ctx, account, &asked).await?;
    Ok(Json(StatementOut::of(id, told)))
}
