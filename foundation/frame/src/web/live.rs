//! Wake-ups for pages that watch, as server-sent events.
//!
//! A wake-up is a hint and carries nothing: the page asks again for what it may see. Before each
//! one the reader is asked anew who they are, so a revoked session falls silent at once.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use kernel::access::{Act, Area, Reach};
use kernel::{CompanyId, PersonId};
use tokio::sync::broadcast;

use super::request::{Presented, Request};
use crate::app::App;
use crate::ctx::Ctx;
use crate::line;

/// Several things at once wake a page once.
const CALM: Duration = Duration::from_millis(250);
/// An event without data is never told to the page; this word means nothing more.
const HINT: &str = "changed";
const KEEP_ALIVE: Duration = Duration::from_secs(20);

struct Watch {
    app: App,
    presented: Presented,
    request: Request,
    area: Area,
    woken: broadcast::Receiver<crate::stream::Woken>,
}

/// Wakes the page when something happened to the records of people whom the reader may view in
/// this area.
pub fn watch(ctx: Ctx, presented: Presented, area: Area) -> Response {
    let Ctx { app, request, .. } = ctx;
    let woken = app.wake.subscribe();
    let watch = Watch { app, presented, request, area, woken };
    let hints = stream::unfold(watch, |mut watch| async move {
        watch.next().await.map(|()| (Ok::<_, Infallible>(Event::default().data(HINT)), watch))
    });
    let hello = stream::once(async { Ok(Event::default().event("hello").data(HINT)) });
    let stream = futures_util::StreamExt::chain(hello, hints);
    // A page cannot hear a comment, and has to tell a quiet day from a line that died.
    let beat = Event::default().event("beat").data(HINT);
    Sse::new(stream).keep_alive(KeepAlive::new().interval(KEEP_ALIVE).event(beat)).into_response()
}

impl Watch {
    /// Waits for the next thing that matters to this reader; nothing once they may not read.
    async fn next(&mut self) -> Option<()> {
        loop {
            let owner = match self.woken.recv().await {
                Ok(woken) if woken.company.is_none_or(|it| it == self.presented.company) => {
                    woken.owner
                }
                Ok(_) => continue,
                // Too much happened to tell it apart: look again.
                Err(broadcast::error::RecvError::Lagged(_)) => None,
                Err(broadcast::error::RecvError::Closed) => return None,
            };
            if !self.matters(owner).await? {
                continue;
            }
            tokio::time::sleep(CALM).await;
            while self.woken.try_recv().is_ok() {}
            return Some(());
        }
    }

    /// None when the reader is no longer who they were.
    async fn matters(&self, owner: Option<PersonId>) -> Option<bool> {
        let company: CompanyId = self.presented.company;
        let mut ctx = Ctx::asking(self.app.clone(), company, self.app.now());
        ctx.request = self.request.clone();
        let actor = (self.app.who)(&ctx, &self.presented).await.ok()?;
        ctx.answered(actor);
        let reach = ctx.actor.reach(Act::View, self.area);
        let Some(owner) = owner else { return Some(Reach::Nobody < reach) };
        match reach {
            Reach::Company => Some(true),
            Reach::Own => Some(owner == ctx.actor.person),
            Reach::Team => {
                let mine = owner == ctx.actor.person;
                Some(mine || line::answers_for(&ctx, owner).await.ok()?)
            }
            Reach::Nobody => None,
        }
    }
}

/// A handler takes it to watch with the credentials that it was asked with.
impl<S: Send + Sync> axum::extract::FromRequestParts<S> for Presented {
    type Rejection = crate::error::Error;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Self, Self::Rejection> {
        Self::of(&parts.headers).ok_or(crate::error::Error::SignedOut)
    }
}
