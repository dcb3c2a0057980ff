//! Whose clients to list, in a company with more people than a menu should hold.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Question};
use frame::web::page;
use frame::web::shell::Shell;
use frame::{App, Ctx, Result};
use kernel::access::Act;
use utoipa_axum::router::OpenApiRouter;

use crate::LIST;
use crate::find_accounts::Looked;
use crate::owners::owners;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/accounts/owners", get(show))
}

#[derive(Template)]
#[template(path = "pick_owner.html")]
struct OwnersPage {
    shell: Shell,
    w: Words,
    /// The list without this filter.
    back: String,
    /// Each with the list of their clients.
    people: Vec<(String, String)>,
}

async fn show(ctx: Ctx, Query(looked): Query<Looked>, chosen: Chosen) -> Result<Response> {
    let question = Question::of(&looked)?.showing(&chosen);
    let of = |owner: &str| question.clone().with("owner_id", owner).address(LIST.path);
    let people = owners(&ctx, Act::View).await?.into_iter();
    page::render(&OwnersPage {
        shell: ctx.shell("accounts"),
        w: Words::of(ctx.lang()),
        back: of(""),
        people: people.map(|(id, name)| (of(&id.to_string()), name)).collect(),
    })
}
