//! Somebody has forgotten their password.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use frame::web::page;
use frame::web::shell::Shell;
use frame::web::{Form, Request};
use frame::{App, Ctx, Event, Result};
use people::person::{self, PersonStatus};
use people::rules::email;
use people::sign_in_name;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::invite::make_link;
use crate::rules::LinkPurpose;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/forgot", get(show).post(submit))
}

#[derive(Debug, Deserialize)]
pub struct Forgot {
    email: String,
}

/// Leaves a mail with a link for everyone known by this address. The answer says the same
/// whether anybody is.
async fn ask_for_reset(app: &App, request: &Request, asked: &Forgot) -> Result<()> {
    app.limits.sign_in_address.take(&request.address)?;
    let Some(name) = email(&asked.email) else { return Ok(()) };
    app.limits.reset.take(&name)?;
    if app.mailer.is_none() {
        return Ok(());
    }
    for known in sign_in_name::known(app, &name).await? {
        let ctx = Ctx::before_signing_in(app, request.clone(), known.company_id);
        let tx = ctx.begin().await?;
        let people = tx
            .whole_company::<person::Entity>()
            .filter(person::Column::Id.eq(known.person_id))
            .filter(person::Column::Status.eq(PersonStatus::Active));
        let Some(person) = people.one(&*tx).await? else { continue };
        make_link(&tx, &person, LinkPurpose::Reset).await?;
        tx.record(Event::of("identity.reset_asked", "person", person.id).owner(person.id));
        tx.commit().await?;
    }
    Ok(())
}

// In the browser.

#[derive(Template)]
#[template(path = "reset.html")]
struct ForgotPage {
    shell: Shell,
    w: Words,
    asked: bool,
    mail: bool,
}

async fn show(State(app): State<App>, request: Request) -> Result<Response> {
    forgot_page(&app, &request, false)
}

async fn submit(
    State(app): State<App>,
    request: Request,
    Form(asked): Form<Forgot>,
) -> Result<Response> {
    ask_for_reset(&app, &request, &asked).await?;
    forgot_page(&app, &request, true)
}

fn forgot_page(app: &App, request: &Request, asked: bool) -> Result<Response> {
    page::render(&ForgotPage {
        shell: Shell::plain(app, request),
        w: Words::of(request.lang),
        asked,
        mail: app.mailer.is_some(),
    })
}
