//! Somebody signs out.

use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use axum::routing::post;
use frame::web::request::SESSION_COOKIE;
use frame::web::{Presented, page};
use frame::{App, Ctx, Event, Result, secrets};
use sea_orm::ColumnTrait;
use utoipa_axum::router::OpenApiRouter;

use crate::session;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/sign-out", post(submit))
}

/// Ends the session; the phone wipes what it kept when its outbox is empty.
async fn submit(ctx: Ctx, presented: Presented) -> Result<Response> {
    let tx = ctx.begin().await?;
    let this = session::Column::Id.eq(secrets::hash(&presented.secret));
    tx.delete_where::<session::Entity, _>(session::Column::CompanyId, this).await?;
    let person = tx.actor.person;
    tx.record(Event::of("identity.signed_out", "person", person).owner(person));
    tx.commit().await?;

    let mut response = page::redirect("/sign-in")?;
    let gone = format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    let gone = HeaderValue::from_str(&gone).map_err(frame::Error::internal)?;
    response.headers_mut().append(SET_COOKIE, gone);
    Ok(response)
}
