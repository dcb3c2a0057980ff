//! Somebody follows their link, sets a password, and is in.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path, Request};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::{CompanyId, PersonId};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::end_session::end_sessions;
use crate::rules::{IdentityRefused, Stay, acceptable, good};
use crate::sign_in::{cookie_of, open_session};
use crate::words::Words;
use crate::{credential, link, password};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/welcome/{link}", get(show).post(submit))
}

#[derive(Debug, Deserialize)]
pub struct NewPassword {
    password: String,
    again: String,
}

/// Uses a link up: the password is set, other sessions end, and a new one is open.
async fn accept(ctx: Ctx, secret: &[u8], new: NewPassword) -> Result<(CompanyId, [u8; 32])> {
    let person = owner_of(&ctx, secret).await?;
    let name = person.email.clone().unwrap_or_default();
    acceptable(&new.password, &new.again, &name).map_err(Error::refused)?;
    let hash = password::hash(new.password).await?;

    let tx = ctx.begin().await?;
    let this = Condition::all()
        .add(link::Column::Id.eq(secrets::hash(secret)))
        .add(link::Column::UsedAt.is_null());
    let used = vec![(link::Column::UsedAt, tx.now.into())];
    let used = tx.update_where::<link::Entity, _>(link::Column::CompanyId, this, used).await?;
    if used != 1 {
        return Err(Error::refused(IdentityRefused::Link));
    }
    let secret = enter(&tx, person, hash).await?;
    let company = tx.actor.company;
    tx.commit().await?;
    Ok((company, secret))
}

/// Sets the password of somebody who has proved themselves, and opens their only session.
pub async fn enter(tx: &Tx, person: person::Model, password_hash: String) -> Result<[u8; 32]> {
    let id = person.id;
    keep_hash(tx, id, password_hash).await?;
    end_sessions(tx, id).await?;
    if person.status == PersonStatus::Invited {
        let mut row = person.into_active_model();
        row.status = Set(PersonStatus::Active);
        tx.update(row).await?;
    }
    tx.record(Event::of("identity.password_set", "person", id).owner(id).about(id));
    open_session(tx, id, Stay::usual(tx.request.is_phone())).await
}

/// Sets a password from the shell.
pub async fn set_password(tx: &Tx, person: PersonId, password: String) -> Result<()> {
    acceptable(&password, &password, "").map_err(Error::refused)?;
    let hash = password::hash(password).await?;
    let people = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(person));
    let person = people.one(&**tx).await?.ok_or(Error::NotFound)?;
    let id = person.id;
    keep_hash(tx, id, hash).await?;
    if person.status == PersonStatus::Invited {
        let mut row = person.into_active_model();
        row.status = Set(PersonStatus::Active);
        tx.update(row).await?;
    }
    tx.record(Event::of("identity.password_set", "person", id).owner(id).about(id));
    Ok(())
}

pub async fn keep_hash(tx: &Tx, person: PersonId, password_hash: String) -> Result<()> {
    let row = credential::ActiveModel {
        company_id: Set(tx.actor.company),
        person_id: Set(person),
        password_hash: Set(password_hash),
        changed_at: Set(tx.now),
    };
    let known = OnConflict::columns([credential::Column::CompanyId, credential::Column::PersonId])
        .update_columns([credential::Column::PasswordHash, credential::Column::ChangedAt])
        .to_owned();
    tx.put(row, known).await
}

/// Whose link this is, if it is still good and they may come in.
async fn owner_of(ctx: &Ctx, secret: &[u8]) -> Result<person::Model> {
    let refused = || Error::refused(IdentityRefused::Link);
    let links = ctx.whole_company::<link::Entity>();
    let link = links.filter(link::Column::Id.eq(secrets::hash(secret))).one(ctx).await?;
    let link = link.filter(|it| good(it.used_at, it.expires_at, ctx.now)).ok_or_else(refused)?;
    let people = ctx.whole_company::<person::Entity>();
    let person = people.filter(person::Column::Id.eq(link.person_id)).one(ctx).await?;
    let welcome = [PersonStatus::Active, PersonStatus::Invited];
    person.filter(|it| welcome.contains(&it.status)).ok_or_else(refused)
}

/// The two halves of a link.
fn read(link: &str) -> Result<(CompanyId, Vec<u8>)> {
    let (company, secret) = link.split_once('.').ok_or(Error::NotFound)?;
    let company = uuid::Uuid::parse_str(company).map_err(|_| Error::NotFound)?;
    let secret = secrets::from_text(secret).ok_or(Error::NotFound)?;
    Ok((CompanyId(company), secret))
}

// In the browser.

#[derive(Template)]
#[template(path = "accept.html")]
struct AcceptPage {
    shell: Shell,
    w: Words,
    name: String,
    email: String,
    faults: Faults,
}

async fn show(
    State(app): State<App>,
    request: Request,
    Path(link): Path<String>,
) -> Result<Response> {
    let (company, secret) = read(&link)?;
    let ctx = Ctx::before_signing_in(&app, request.clone(), company);
    let person = owner_of(&ctx, &secret).await?;
    page::render(&AcceptPage {
        shell: Shell::plain(&app, &request),
        w: Words::of(request.lang),
        name: person.name,
        email: person.email.unwrap_or_default(),
        faults: Faults::default(),
    })
}

async fn submit(
    State(app): State<App>,
    request: Request,
    Path(link): Path<String>,
    Form(new): Form<NewPassword>,
) -> Result<Response> {
    app.limits.sign_in_address.take(&request.address)?;
    let (company, secret) = read(&link)?;
    let ctx = Ctx::before_signing_in(&app, request.clone(), company);
    let person = owner_of(&ctx, &secret).await?;
    match accept(ctx, &secret, new).await {
        Ok((company, session)) => {
            let mut response = page::redirect("/")?;
            response
                .headers_mut()
                .append(SET_COOKIE, cookie_of(company, &session, Stay::usual(request.is_phone()))?);
            Ok(response)
        }
        Err(error) => page::render_as(
            StatusCode::UNPROCESSABLE_ENTITY,
            &AcceptPage {
                shell: Shell::plain(&app, &request),
                w: Words::of(request.lang),
                name: person.name,
                email: person.email.unwrap_or_default(),
                faults: Faults::of(error, request.lang)?,
            },
        ),
    }
}
