//! The page on which somebody makes the address of their calendar, and takes it back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Result};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::calendar_feed::{self, Model};
use crate::keep_feed::{Contents, choose_contents, make_feed, withdraw_feed};
use crate::whose::permit;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/me/calendar", get(show).post(submit))
        .route("/me/calendar/contents", post(choose))
        .route("/me/calendar/withdraw", post(withdraw))
}

#[derive(Template)]
#[template(path = "feed_page.html")]
struct FeedPage {
    shell: Shell,
    w: Words,
    feed: Option<Model>,
    contents: Contents,
    made: String,
    read: String,
    /// Shown once, just after it was made.
    url: Option<String>,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    permit(&ctx)?;
    let feed = calendar_feed::mine(&ctx).await?;
    let contents = feed.as_ref().map_or(Contents::ALL, Contents::of);
    feed_page(&ctx, feed, contents, None, Faults::default())
}

fn feed_page(
    ctx: &Ctx,
    feed: Option<Model>,
    contents: Contents,
    url: Option<String>,
    faults: Faults,
) -> Result<Response> {
    let (lang, w, zone) = (ctx.lang(), Words::of(ctx.lang()), &ctx.actor.zone);
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let made = feed.as_ref().map(|it| lang.moment(it.created_at, zone)).unwrap_or_default();
    let read = match feed.as_ref().and_then(|it| it.read_at) {
        Some(at) => w.calendar_read_at(lang.moment(at, zone)),
        None => w.calendar_never_read().to_owned(),
    };
    let shell = ctx.shell("me");
    page::render_as(status, &FeedPage { shell, w, feed, contents, made, read, url, faults })
}

/// What is ticked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ContentsForm {
    tasks: String,
    visits: String,
    deals: String,
}

impl ContentsForm {
    fn contents(&self) -> Contents {
        let ticked = |it: &str| !it.is_empty();
        Contents {
            tasks: ticked(&self.tasks),
            visits: ticked(&self.visits),
            deals: ticked(&self.deals),
        }
    }
}

async fn submit(ctx: Ctx, Form(form): Form<ContentsForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let contents = form.contents();
    match make_feed(&tx, contents).await {
        Ok(made) => {
            let ctx = tx.again();
            tx.commit().await?;
            feed_page(&ctx, Some(made.feed), contents, Some(made.url), Faults::default())
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let feed = calendar_feed::mine(&tx).await?;
            feed_page(&tx, feed, contents, None, faults)
        }
    }
}

async fn choose(ctx: Ctx, Form(form): Form<ContentsForm>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let contents = form.contents();
    match choose_contents(&tx, contents).await {
        Ok(_) => {
            let said = Words::of(tx.lang()).calendar_saved();
            tx.commit().await?;
            page::redirect_saying("/me/calendar", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let feed = calendar_feed::mine(&tx).await?;
            feed_page(&tx, feed, contents, None, faults)
        }
    }
}

async fn withdraw(ctx: Ctx) -> Result<Response> {
    let tx = ctx.begin().await?;
    withdraw_feed(&tx).await?;
    let said = Words::of(tx.lang()).calendar_withdrawn();
    tx.commit().await?;
    page::redirect_saying("/me/calendar", said)
}
