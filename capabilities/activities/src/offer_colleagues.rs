//! The colleagues whom one can name in a note about a client, while somebody types.

use accounts::{AccountId, account, colleagues};
use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::{Path, Query, page};
use frame::{App, Ctx, Result, text};
use kernel::access::Area;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::words::Words;

/// Colleagues that are offered while somebody types.
const OFFERED: usize = 6;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/{account}/colleagues/offers", get(offer))
}

// In the browser.

#[derive(Template)]
#[template(path = "colleague_offers.html")]
struct Offers {
    w: Words,
    names: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
}

/// Those who may see the client, but for the one who types.
async fn offer(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let account = account::get(&ctx, id).await?;
    let begun = text::key(&asked.q);
    let begins = |name: &str| {
        let key = text::key(name);
        key.starts_with(&begun) || key.split(' ').any(|it| it.starts_with(&begun))
    };
    let all = colleagues(&ctx, Area::Accounts, Some(&account)).await?.into_iter();
    let fit = all.filter(|it| it.sees && it.id != ctx.actor.person && begins(&it.name));
    page::render(&Offers {
        w: Words::of(ctx.lang()),
        names: fit.map(|it| it.name).take(OFFERED).collect(),
    })
}
