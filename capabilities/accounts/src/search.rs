//! One field that finds clients, the people there, and whatever else a person may see.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::search::{Found, Hit, Piece, Sought, marked, search};
use frame::web::shell::Shell;
use frame::web::{Json, Query, page};
use frame::{App, Ctx, Error, Result, text};
use kernel::access::{Act, Area};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::words::Words;

/// What one page shows of each kind.
const SHOWN: usize = 20;
/// And what is offered while somebody types.
const OFFERED: usize = 5;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/search", get(show))
        .route("/search/offers", get(offer))
        .routes(routes!(find))
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// Words, in any spelling that comes near, or part of a number.
    q: String,
}

/// What was found of one kind, for a page.
struct Group {
    title: &'static str,
    icon: &'static str,
    hits: Vec<Line>,
    more: Option<String>,
}

/// One record, with what matches marked.
struct Line {
    href: String,
    title: Vec<Piece>,
    detail: Vec<Piece>,
}

async fn groups(ctx: &Ctx, words: &str, most: usize) -> Result<Vec<Group>> {
    let sought = Sought::read(words);
    // One more than is shown says whether there are more.
    let found = search(ctx, &sought, most + 1).await?;
    let group = |mut found: Found| {
        let more = most < found.hits.len() && found.kind.kind == "account";
        found.hits.truncate(most);
        let line = |hit: Hit| Line {
            title: marked(&hit.title, &sought),
            detail: marked(&hit.detail, &sought),
            href: hit.href,
        };
        Group {
            title: (found.kind.title)(ctx.lang()),
            icon: found.kind.icon,
            hits: found.hits.into_iter().map(line).collect(),
            more: more.then(|| page::address("/accounts", [("q", words)])),
        }
    };
    Ok(found.into_iter().map(group).collect())
}

/// Whoever may see no clients finds nothing here.
fn permitted(ctx: &Ctx) -> Result<()> {
    if ctx.may(Act::View, Area::Accounts) { Ok(()) } else { Err(Error::Denied) }
}

// In the browser.

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    shell: Shell,
    w: Words,
    q: String,
    groups: Vec<Group>,
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let words = text::line(&asked.q).unwrap_or_default();
    page::render(&SearchPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        groups: groups(&ctx, &words, SHOWN).await?,
        q: words,
    })
}

#[derive(Template)]
#[template(path = "search_offers.html")]
struct Offers {
    w: Words,
    q: String,
    groups: Vec<Group>,
}

/// The list under the field, while somebody types.
async fn offer(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    permitted(&ctx)?;
    let words = text::line(&asked.q).unwrap_or_default();
    page::render(&Offers {
        w: Words::of(ctx.lang()),
        groups: groups(&ctx, &words, OFFERED).await?,
        q: words,
    })
}

// In the API.

/// What was found of one kind, the best first.
#[derive(Serialize, utoipa::ToSchema)]
struct FoundOut {
    /// `account`, `contact`, `note`, …
    kind: &'static str,
    hits: Vec<HitOut>,
}

/// One record.
#[derive(Serialize, utoipa::ToSchema)]
struct HitOut {
    id: Uuid,
    title: String,
    /// What else tells it apart.
    detail: String,
    /// The page that shows it.
    href: String,
}

/// Find records of every kind by words, misspelt or begun, or by part of a number
#[utoipa::path(
    get,
    path = "/api/v1/search",
    tag = "accounts",
    params(Asked),
    responses((status = 200, body = Vec<FoundOut>)),
)]
async fn find(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Json<Vec<FoundOut>>> {
    permitted(&ctx)?;
    let found = search(&ctx, &Sought::read(&asked.q), SHOWN).await?;
    let hit = |it: Hit| HitOut { id: it.id, title: it.title, detail: it.detail, href: it.href };
    let out = found
        .into_iter()
        .map(|it| FoundOut { kind: it.kind.kind, hits: it.hits.into_iter().map(hit).collect() });
    Ok(Json(out.collect()))
}
