//! Somebody joins: they are added and asked in, in one step.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Query, api};
use frame::{App, Ctx, Result, Tx};
use kernel::access::{Act, Area, Role, Roles};
use kernel::{Lang, TeamId};
use people::person::{self, PersonOut};
use people::{Hire, hire};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::invite::{Invitation, invite};
use crate::person_form::{PersonForm, Typed};
use crate::person_page::person_page;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/people/new", get(show).post(submit)).routes(routes!(create))
}

/// Adds a person and, when they have an address, asks them in.
pub async fn admit(tx: &Tx, new: Hire) -> Result<(person::Model, Option<Invitation>)> {
    let person = hire(tx, new).await?;
    let invitation = match person.email {
        Some(_) => Some(invite(tx, person.id).await?),
        None => None,
    };
    Ok((person, invitation))
}

// In the browser.

#[derive(Template)]
#[template(path = "admit.html")]
struct AdmitPage {
    shell: Shell,
    w: Words,
    form: PersonForm,
    faults: Faults,
}

#[derive(Debug, Deserialize)]
struct Beginning {
    team: Option<TeamId>,
}

async fn show(ctx: Ctx, Query(beginning): Query<Beginning>) -> Result<Response> {
    ctx.permit_company(Act::Create, Area::People)?;
    admit_page(&ctx, Typed::new(beginning.team), Faults::default()).await
}

async fn submit(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match admit(&tx, typed.hire()).await {
        Ok((person, Some(invitation))) if !invitation.mailed => {
            // The link is on this one answer, and nowhere else again.
            let shown = person_page(&tx, person.id, Some(invitation.url)).await?;
            tx.commit().await?;
            Ok(shown)
        }
        Ok((person, invitation)) => {
            let w = Words::of(tx.lang());
            let said = match invitation {
                Some(_) => w.person_invited(&person.name),
                None => w.person_added(&person.name),
            };
            tx.commit().await?;
            page::redirect_saying(&format!("/people/{}", person.id), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            admit_page(&tx, typed, faults).await
        }
    }
}

async fn admit_page(ctx: &Ctx, typed: Typed, faults: Faults) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &AdmitPage {
            shell: ctx.shell("people"),
            w: Words::of(ctx.lang()),
            form: PersonForm::of(ctx, typed, None).await?,
            faults,
        },
    )
}

// In the API.

/// Somebody who joins.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewPerson {
    name: String,
    /// Without one they are known, but cannot be asked in yet.
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    roles: Vec<Role>,
    #[serde(default)]
    team_id: Option<TeamId>,
    #[serde(default)]
    lang: Lang,
}

/// Somebody who was added.
#[derive(Debug, Serialize, ToSchema)]
struct Admitted {
    #[serde(flatten)]
    person: PersonOut,
    /// The link by which they come in, shown this once; none when it went out by mail.
    invitation_url: Option<String>,
}

/// Add a person and ask them in
#[utoipa::path(
    post,
    path = "/api/v1/people",
    tag = "people",
    responses(
        (status = 201, body = Admitted),
        (status = 422, description = "A rule refused it", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<NewPerson>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let NewPerson { name, email, phone, roles, team_id, lang } = new;
    let new = Hire { name, email, phone, roles: Roles(roles), team: team_id, lang };
    let (person, invitation) = admit(&tx, new).await?;
    let person = PersonOut::seen_by(&tx, person);
    tx.commit().await?;
    let shown = invitation.filter(|it| !it.mailed);
    let admitted = Admitted { person, invitation_url: shown.map(|it| it.url) };
    Ok((StatusCode::CREATED, Json(admitted)))
}

#[cfg(test)]
mod tests;
