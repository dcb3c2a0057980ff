//! A client reads their statement by a link, without signing in.
//!
//! Whatever is wrong with a link, the answer is the same words: whoever guesses learns nothing.

use accounts::account;
use askama::Template;
use axum::extract::State;
use axum::http::header::{HeaderName, REFERRER_POLICY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::take_out::Form;
use frame::web::{Path, Request, page};
use frame::{App, Ctx, Error, Event, Result, secrets};
use kernel::CompanyId;
use people::company;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, QueryFilter};
use utoipa_axum::router::OpenApiRouter;

use crate::client_statement::{Period, Told, known};
use crate::share_statement::is_left;
use crate::statement_document::document;
use crate::statement_link::{self, Model};
use crate::statement_sheets::answer;
use crate::statement_words::{Shown, ShownPurchases};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/s/{secret}", get(show))
        .route("/s/{secret}/statement.pdf", get(pdf))
        .route("/s/{secret}/statement.csv", get(table))
        .route("/s/{secret}/statement.xlsx", get(table))
}

#[derive(Template)]
#[template(path = "open_link.html")]
struct LinkPage {
    shell: Shell,
    w: Words,
    company: String,
    addressee: Vec<String>,
    period: String,
    until: String,
    known: String,
    statements: Vec<Shown>,
    purchases: Vec<ShownPurchases>,
    pdf: String,
    xlsx: String,
    csv: String,
}

#[derive(Template)]
#[template(path = "link_gone.html")]
struct GonePage {
    shell: Shell,
    w: Words,
}

async fn show(
    State(app): State<App>,
    request: Request,
    Path(secret): Path<String>,
) -> Result<Response> {
    app.limits.link.take(&request.address)?;
    let Some((ctx, link, told)) = opened(&app, &secret).await? else {
        return gone(&app, &request);
    };
    count(ctx.again(), &link).await?;

    let lang = told.lang;
    let w = Words::of(lang);
    let mut shell = Shell::plain(&app, &request);
    shell.lang = lang;
    shell.company.clone_from(&told.company);
    let known = match link.frozen_at {
        Some(at) => w.link_known_by(lang.moment(at, &ctx.actor.zone)),
        None => w.link_known_now(lang.moment(ctx.now, &ctx.actor.zone)),
    };
    let answer = page::render(&LinkPage {
        shell,
        w,
        company: told.company.clone(),
        addressee: told.addressee.clone(),
        period: told.period(lang),
        until: w.link_until(lang.moment(link.expires_at, &ctx.actor.zone)),
        known,
        statements: told.shown(lang),
        purchases: told.bought(lang),
        pdf: format!("/s/{secret}/statement.pdf"),
        xlsx: format!("/s/{secret}/statement.xlsx"),
        csv: format!("/s/{secret}/statement.csv"),
    })?;
    Ok(unseen(answer))
}

async fn pdf(
    State(app): State<App>,
    request: Request,
    Path(secret): Path<String>,
) -> Result<Response> {
    app.limits.link.take(&request.address)?;
    let Some((ctx, link, told)) = opened(&app, &secret).await? else {
        return gone(&app, &request);
    };
    count(ctx.again(), &link).await?;
    let at = link.frozen_at.unwrap_or(ctx.now);
    let document = document(&told, None, at, ctx.actor.zone.clone());
    let name = Words::of(told.lang).statement_file();
    Ok(unseen(documents::answer(name, document).await?))
}

async fn table(
    State(app): State<App>,
    form: Form,
    request: Request,
    Path(secret): Path<String>,
) -> Result<Response> {
    app.limits.link.take(&request.address)?;
    let Some((ctx, link, told)) = opened(&app, &secret).await? else {
        return gone(&app, &request);
    };
    count(ctx, &link).await?;
    Ok(unseen(answer(form, &told, told.lang, Words::of(told.lang).statement_file())?))
}

/// What the link shows, if it is good: it is known, not over, not withdrawn, and its client is
/// still one of its own. A link does not follow its client into another: a client shall not read
/// what was somebody else's.
async fn opened(app: &App, text: &str) -> Result<Option<(Ctx, Model, Told)>> {
    let Some((company, secret)) = read(text) else { return Ok(None) };
    let ctx = app.company(company);
    let links = ctx.whole_company::<statement_link::Entity>();
    let link = links.filter(statement_link::Column::Secret.eq(secrets::hash(&secret)));
    let link = link.one(&ctx).await?.filter(|it| it.is_good(ctx.now));
    let Some(link) = link else { return Ok(None) };
    let account = match account::get(&ctx, link.account_id).await {
        Ok(account) => account,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut link = link;
    if link.frozen_at.is_none() && is_left(&ctx, &link).await? {
        // The client keeps what they were given; whoever gave it learns nothing that came later.
        link.frozen_at = Some(link.created_at);
    }
    let mut ctx = ctx;
    ctx.actor.zone = company::mine(&ctx).await?.zone;
    let to = link.to_day.unwrap_or_else(|| {
        let day = link.frozen_at.unwrap_or(ctx.now).day(&ctx.actor.zone);
        if day < link.from_day { link.from_day } else { day }
    });
    let period = Period { from: link.from_day, to };
    let told = known(&ctx, account, period, Some(link.lang), link.frozen_at).await?;
    Ok(Some((ctx, link, told)))
}

/// The two halves of what stands in the address.
fn read(text: &str) -> Option<(CompanyId, Vec<u8>)> {
    let (company, secret) = text.split_once('.')?;
    let company = uuid::Uuid::parse_str(company).ok()?;
    let secret = secrets::from_text(secret)?;
    (secret.len() == 32).then_some((CompanyId(company), secret))
}

/// Counts, and records that it was opened at all; who reads a link is nobody that we know.
async fn count(ctx: Ctx, link: &Model) -> Result<()> {
    let tx = ctx.begin().await?;
    let this = Condition::all().add(statement_link::Column::Id.eq(link.id));
    let views = Expr::col(statement_link::Column::Views).add(1);
    let values = vec![
        (statement_link::Column::Views, views),
        (statement_link::Column::ViewedAt, Expr::value(tx.now)),
    ];
    let company = statement_link::Column::CompanyId;
    tx.update_where::<statement_link::Entity, _>(company, this, values).await?;
    if link.views == 0 {
        let account = account::get(&tx, link.account_id).await?;
        tx.record(
            Event::of("transactions.statement_opened", "statement-link", link.id)
                .owner(account.owner_id)
                .about(account.id),
        );
    }
    tx.commit().await
}

fn gone(app: &App, request: &Request) -> Result<Response> {
    let gone = GonePage { shell: Shell::plain(app, request), w: Words::of(request.lang) };
    Ok(unseen(page::render_as(StatusCode::NOT_FOUND, &gone)?))
}

/// Told to nobody: neither to search engines, nor to the page that is opened next.
fn unseen(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    let robots = HeaderName::from_static("x-robots-tag");
    headers.insert(robots, HeaderValue::from_static("noindex, nofollow, noarchive"));
    response
}
