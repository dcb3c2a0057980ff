//! Somebody changes their own password; every other session of theirs ends.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Presented};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use people::person;
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::accept::keep_hash;
use crate::end_session::end_other_sessions;
use crate::rules::{IdentityRefused, acceptable};
use crate::words::Words;
use crate::{credential, password};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/me/password", get(show).post(submit))
}

#[derive(Debug, Deserialize)]
pub struct PasswordChange {
    old: String,
    password: String,
    again: String,
}

/// The hash of the new password, once the old one was right. Slow: before any transaction.
async fn proven(ctx: &Ctx, change: PasswordChange) -> Result<String> {
    let me = ctx.get::<person::Entity>(ctx.actor.person).await?;
    let name = me.email.unwrap_or_default();
    // A borrowed browser must not guess faster than a stranger.
    ctx.app.limits.sign_in_name.take(&name)?;

    let credentials = ctx
        .whole_company::<credential::Entity>()
        .filter(credential::Column::PersonId.eq(ctx.actor.person));
    let hash = credentials.one(ctx).await?.map(|it| it.password_hash);
    if !password::fits(change.old, hash).await? {
        return Err(Error::refused(IdentityRefused::OldWrong));
    }
    acceptable(&change.password, &change.again, &name).map_err(Error::refused)?;
    password::hash(change.password).await
}

async fn change_password(tx: &Tx, hash: String, kept: Vec<u8>) -> Result<()> {
    let person = tx.actor.person;
    keep_hash(tx, person, hash).await?;
    tx.record(Event::of("identity.password_changed", "person", person).owner(person).about(person));
    end_other_sessions(tx, kept).await
}

// In the browser.

#[derive(Template)]
#[template(path = "change_password.html")]
struct PasswordPage {
    shell: Shell,
    w: Words,
    email: String,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    password_page(&ctx, Faults::default()).await
}

async fn submit(
    mut ctx: Ctx,
    presented: Presented,
    Form(change): Form<PasswordChange>,
) -> Result<Response> {
    let hash = match proven(&ctx, change).await {
        Ok(hash) => hash,
        Err(error) => {
            let faults = Faults::of(error, ctx.lang())?;
            return password_page(&ctx, faults).await;
        }
    };
    ctx.refresh();
    let tx = ctx.begin().await?;
    change_password(&tx, hash, secrets::hash(&presented.secret)).await?;
    let said = Words::of(tx.lang()).password_changed();
    tx.commit().await?;
    page::redirect_saying("/me", said)
}

async fn password_page(ctx: &Ctx, faults: Faults) -> Result<Response> {
    let me = ctx.get::<person::Entity>(ctx.actor.person).await?;
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &PasswordPage {
            shell: ctx.shell("me"),
            w: Words::of(ctx.lang()),
            email: me.email.unwrap_or_default(),
            faults,
        },
    )
}

#[cfg(test)]
mod tests {
    use testing::AYU;

    use crate::real::{PASSWORD, again, knock, sign_in, world};

    const NEW: &str = "ombak di laut selatan";

    fn form(old: &str, new: &str) -> String {
        format!("old={old}&password={new}&again={new}").replace(' ', "+")
    }

    #[tokio::test]
    async fn a_new_password_ends_the_other_sessions() {
        let world = world().await;
        let desk = sign_in(&world, AYU).await;
        let phone = again(&world, AYU).await;

        let changed = desk.post("/me/password", &form(PASSWORD, NEW)).await;

        assert_eq!(changed.location(), "/me", "{}", changed.body);
        assert_eq!(desk.get("/me").await.status, 200);
        assert_eq!(phone.get("/me").await.status, 303);
        assert_eq!(knock(&world, AYU, PASSWORD).await.status, 422);
        assert_eq!(knock(&world, AYU, NEW).await.status, 303);
    }

    #[tokio::test]
    async fn whoever_does_not_know_the_old_password_changes_nothing() {
        let world = world().await;
        let desk = sign_in(&world, AYU).await;

        let refused = desk.post("/me/password", &form("not this one", NEW)).await;
        let short = desk.post("/me/password", &form(PASSWORD, "pendek")).await;

        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("old-error"), "{}", refused.body);
        assert!(short.body.contains("password-error"), "{}", short.body);
        assert_eq!(knock(&world, AYU, PASSWORD).await.status, 303);
    }

    #[tokio::test]
    async fn guessing_the_old_password_is_slowed_down() {
        let world = world().await;
        let desk = sign_in(&world, AYU).await;

        let mut last = 0;
        for _ in 0..11 {
            last = desk.post("/me/password", &form("a guess", NEW)).await.status;
        }

        assert_eq!(last, 429);
    }
}
