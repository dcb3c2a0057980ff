//! Somebody lets a program act for them, and takes that back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path, Presented};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::PersonId;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::rules::{IdentityRefused, MOST_TOKEN_DAYS};
use crate::token::{self, TokenId};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/tokens", get(show).post(submit))
        .route("/settings/tokens/{token}/revoke", post(revoke))
}

#[derive(Clone, Debug, Deserialize)]
pub struct NewToken {
    name: String,
    days: i64,
}

/// A token with its secret, which is never seen again.
#[derive(Debug)]
pub struct IssuedToken {
    pub id: TokenId,
    pub text: String,
}

/// Issues a token that may do what its person may, for so many days.
pub async fn issue_token(tx: &Tx, person: PersonId, name: &str, days: i64) -> Result<IssuedToken> {
    let name = frame::text::line(name).ok_or(Error::refused(IdentityRefused::TokenName))?;
    if !(1..=MOST_TOKEN_DAYS).contains(&days) {
        return Err(Error::refused(IdentityRefused::TokenDays));
    }

    let secret = secrets::fresh();
    let id: TokenId = tx.id();
    tx.insert_all(vec![token::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        secret_hash: Set(secrets::hash(&secret)),
        person_id: Set(person),
        name: Set(name.clone()),
        created_at: Set(tx.now),
        expires_at: Set(tx.now.plus_days(days)),
        used_at: Set(None),
        revoked_at: Set(None),
    }])
    .await?;
    tx.record(Event::of("identity.token_issued", "token", id).owner(person).with("name", name));
    Ok(IssuedToken { id, text: Presented::token(tx.actor.company, &secret) })
}

/// Takes a token of one's own back, at once.
pub async fn revoke_token(tx: &Tx, id: TokenId) -> Result<()> {
    let token = token::mine(tx).filter(token::Column::Id.eq(id)).one(&**tx).await?;
    let token = token.ok_or(Error::NotFound)?;
    if token.revoked_at.is_some() {
        return Ok(());
    }

    let person = token.person_id;
    let mut row = token.into_active_model();
    row.revoked_at = Set(Some(tx.now));
    tx.update(row).await?;
    tx.record(Event::of("identity.token_revoked", "token", id).owner(person));
    Ok(())
}

// In the browser.

#[derive(Template)]
#[template(path = "issue_token.html")]
struct TokensPage {
    shell: Shell,
    w: Words,
    tokens: Vec<token::Model>,
    zone: kernel::Zone,
    issued: Option<String>,
    name: String,
    days: i64,
    faults: Faults,
}

impl TokensPage {
    fn day(&self, at: kernel::Instant) -> String {
        self.shell.lang.day(at.day(&self.zone))
    }
}

async fn show(ctx: Ctx) -> Result<Response> {
    tokens_page(&ctx, StatusCode::OK, None, None, Faults::default()).await
}

async fn submit(ctx: Ctx, Form(new): Form<NewToken>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let person = tx.actor.person;
    match issue_token(&tx, person, &new.name, new.days).await {
        Ok(issued) => {
            let response =
                tokens_page(&tx, StatusCode::OK, Some(issued.text), None, Faults::default())
                    .await?;
            tx.commit().await?;
            Ok(response)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            tokens_page(&tx, StatusCode::UNPROCESSABLE_ENTITY, None, Some(new), faults).await
        }
    }
}

async fn revoke(ctx: Ctx, Path(token): Path<TokenId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    revoke_token(&tx, token).await?;
    let said = Words::of(tx.lang()).token_revoked();
    tx.commit().await?;
    page::redirect_saying("/settings/tokens", said)
}

async fn tokens_page(
    ctx: &Ctx,
    status: StatusCode,
    issued: Option<String>,
    new: Option<NewToken>,
    faults: Faults,
) -> Result<Response> {
    let tokens = token::mine(ctx)
        .filter(token::Column::RevokedAt.is_null())
        .filter(token::Column::ExpiresAt.gt(ctx.now))
        .order_by_desc(token::Column::CreatedAt);
    page::render_as(
        status,
        &TokensPage {
            shell: ctx.shell("me"),
            w: Words::of(ctx.lang()),
            tokens: tokens.all(ctx).await?,
            zone: ctx.actor.zone.clone(),
            issued,
            name: new.as_ref().map_or_else(String::new, |it| it.name.clone()),
            days: new.map_or(90, |it| it.days),
            faults,
        },
    )
}
