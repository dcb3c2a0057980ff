//! HTTP: a request becomes a [`Ctx`]; a value becomes a page or JSON.

pub mod around;
pub mod csrf;
pub mod request;
pub mod extract;
pub mod page;
pub mod shell;
pub mod api;
pub mod list;
pub mod sheet;
pub mod take_out;
pub mod live;
pub mod panel;
pub mod tiles;

pub use extract::{Form, Json, Path, Query};
pub use request::{Presented, Request};

use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;

use crate::app::App;
use crate::ctx::{Actor, Ctx};
use crate::error::Error;

/// A handler that takes a [`Ctx`] is for people who are signed in.
impl FromRequestParts<App> for Ctx {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let presented = Presented::of(&parts.headers).ok_or(Error::SignedOut)?;
        let mut ctx = Self::asking(app.clone(), presented.company, app.now());
        ctx.request = Request::of(parts);
        let actor = (app.who)(&ctx, &presented).await?;
        ctx.answered(actor);
        if parts.method == Method::GET && ctx.request.is_page() {
            ctx.look_for_notices().await?;
        }
        Ok(ctx)
    }
}

impl Ctx {
    /// For the pages before signing in: nobody, of no company yet.
    pub fn before_signing_in(app: &App, request: Request, company: kernel::CompanyId) -> Self {
        let mut ctx = Self::new(app.clone(), Actor::nobody(company), app.now());
        ctx.request = request;
        ctx
    }
}
