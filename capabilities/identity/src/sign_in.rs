//! Somebody signs in.

use askama::Template;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::request::SESSION_COOKIE;
use frame::web::shell::Shell;
use frame::web::{Form, Presented, Query, Request};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::{CompanyId, PersonId};
use people::person::{self, PersonStatus};
use people::{rules::email, sign_in_name};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::rules::{IdentityRefused, SESSION_DAYS, Stay, next_path};
use crate::words::Words;
use crate::{credential, password, session};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/sign-in", get(show).post(submit))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignIn {
    email: String,
    password: String,
    next: String,
    /// The box that says: this device is mine.
    stay: Option<String>,
}

impl SignIn {
    fn stay(&self) -> Stay {
        if self.stay.is_some() { Stay::Remembered } else { Stay::Briefly }
    }
}

/// Checks the name and the password; the same answer, after the same time, whichever is wrong.
async fn sign_in(app: &App, request: &Request, asked: &SignIn) -> Result<String> {
    app.limits.sign_in_address.take(&request.address)?;
    let wrong = || Error::refused(IdentityRefused::Wrong);
    let name = email(&asked.email).unwrap_or_default();
    app.limits.sign_in_name.take(&name)?;

    for known in sign_in_name::known(app, &name).await? {
        let ctx = Ctx::before_signing_in(app, request.clone(), known.company_id);
        let hash = hash_of(&ctx, known.person_id).await?;
        if !password::fits(asked.password.clone(), hash).await? {
            continue;
        }
        let tx = ctx.begin().await?;
        let secret = open_session(&tx, known.person_id, asked.stay()).await?;
        tx.commit().await?;
        return Ok(Presented::cookie(known.company_id, &secret));
    }
    password::fits(asked.password.clone(), None).await?;
    Err(wrong())
}

/// The password of somebody who may come in.
async fn hash_of(ctx: &Ctx, person: PersonId) -> Result<Option<String>> {
    let people = ctx
        .whole_company::<person::Entity>()
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::Status.eq(PersonStatus::Active));
    if people.one(ctx).await?.is_none() {
        return Ok(None);
    }
    let credentials =
        ctx.whole_company::<credential::Entity>().filter(credential::Column::PersonId.eq(person));
    Ok(credentials.one(ctx).await?.map(|it| it.password_hash))
}

/// Opens a session for a person who has proved themselves; answers its secret.
pub async fn open_session(tx: &Tx, person: PersonId, stay: Stay) -> Result<[u8; 32]> {
    let secret = secrets::fresh();
    tx.insert_all(vec![session::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(secrets::hash(&secret)),
        person_id: Set(person),
        created_at: Set(tx.now),
        seen_at: Set(tx.now),
        expires_at: Set(tx.now.plus_days(SESSION_DAYS)),
        stay: Set(stay),
        agent: Set(tx.request.agent.clone()),
        address: Set(tx.request.address.clone()),
    }])
    .await?;
    tx.record(Event::of("identity.signed_in", "person", person).owner(person));
    Ok(secret)
}

/// The cookie of a new session; on a shared desk it goes when the browser is closed.
pub fn session_cookie(value: &str, stay: Stay) -> Result<HeaderValue> {
    let age = match stay {
        Stay::Briefly => String::new(),
        Stay::Remembered => format!(" Max-Age={};", SESSION_DAYS * 86_400),
    };
    let cookie = format!("{SESSION_COOKIE}={value}; Path=/;{age} Secure; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&cookie).map_err(Error::internal)
}

/// The cookie of this secret, for those who have just proved themselves another way.
pub fn cookie_of(company: CompanyId, secret: &[u8], stay: Stay) -> Result<HeaderValue> {
    session_cookie(&Presented::cookie(company, secret), stay)
}

// In the browser.

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    shell: Shell,
    w: Words,
    email: String,
    next: String,
    remembered: bool,
    faults: Faults,
}

async fn show(
    State(app): State<App>,
    request: Request,
    Query(asked): Query<SignIn>,
) -> Result<Response> {
    page::render(&SignInPage {
        shell: Shell::plain(&app, &request),
        w: Words::of(request.lang),
        email: asked.email,
        next: next_path(&asked.next).to_owned(),
        remembered: Stay::usual(request.is_phone()) == Stay::Remembered,
        faults: Faults::default(),
    })
}

async fn submit(
    State(app): State<App>,
    request: Request,
    Form(asked): Form<SignIn>,
) -> Result<Response> {
    match sign_in(&app, &request, &asked).await {
        Ok(cookie) => {
            let mut response = page::redirect(next_path(&asked.next))?;
            response.headers_mut().append(SET_COOKIE, session_cookie(&cookie, asked.stay())?);
            Ok(response)
        }
        Err(error) => page::render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            &SignInPage {
                shell: Shell::plain(&app, &request),
                w: Words::of(request.lang),
                email: asked.email,
                next: next_path(&asked.next).to_owned(),
                remembered: asked.stay.is_some(),
                faults: Faults::of(error, request.lang)?,
            },
        ),
    }
}
