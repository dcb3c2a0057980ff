//! Somebody makes the address of their calendar, renews it, and takes it back.

use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::{Json, api};
use frame::{App, Ctx, Error, Event, Result, Tx, secrets};
use kernel::CompanyId;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::calendar_feed::{self, CalendarFeedOut, Model};
use crate::rules::AgendaRefused;
use crate::whose::permit;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read, create, change, remove))
}

/// What goes into a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contents {
    pub tasks: bool,
    pub visits: bool,
    pub deals: bool,
}

impl Contents {
    pub const ALL: Self = Self { tasks: true, visits: true, deals: true };

    pub fn of(feed: &Model) -> Self {
        Self { tasks: feed.tasks, visits: feed.visits, deals: feed.deals }
    }

    fn check(self) -> Result<Self> {
        if self.tasks || self.visits || self.deals {
            Ok(self)
        } else {
            Err(Error::refused(AgendaRefused::Nothing))
        }
    }
}

/// An address that was made, with the secret that nobody can read again.
pub struct Made {
    pub feed: Model,
    pub url: String,
}

/// Makes the address of the actor's own calendar. One that they had before is over.
pub async fn make_feed(tx: &Tx, contents: Contents) -> Result<Made> {
    permit(tx)?;

    let contents = contents.check()?;
    let before = calendar_feed::mine(tx).await?;
    let renewed = before.is_some();
    if let Some(before) = before {
        end(tx, before).await?;
    }

    let secret = secrets::fresh();
    let feed = tx
        .insert(calendar_feed::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            owner_id: Set(tx.actor.person),
            secret: Set(secrets::hash(&secret)),
            tasks: Set(contents.tasks),
            visits: Set(contents.visits),
            deals: Set(contents.deals),
            created_at: Set(tx.now),
            withdrawn_at: Set(None),
            read_at: Set(None),
        })
        .await?;
    tx.record(event(&feed, "agenda.calendar_made").with("renewed", renewed));
    let url = format!("{}/calendar/{}.ics", tx.app.origin, address(tx.actor.company, &secret));
    Ok(Made { feed, url })
}

/// The last part of an address: the company, and a secret of 256 bits.
fn address(company: CompanyId, secret: &[u8]) -> String {
    format!("{}.{}", company.0.simple(), secrets::to_text(secret))
}

/// Chooses what goes into the calendar; its address stays.
pub async fn choose_contents(tx: &Tx, contents: Contents) -> Result<Model> {
    permit(tx)?;

    let before = calendar_feed::mine(tx).await?;
    let before = before.ok_or(Error::refused(AgendaRefused::NoFeed))?;
    let contents = contents.check()?;
    if contents == Contents::of(&before) {
        return Ok(before);
    }

    let mut row = before.into_active_model();
    row.tasks = Set(contents.tasks);
    row.visits = Set(contents.visits);
    row.deals = Set(contents.deals);
    let feed = tx.update(row).await?;
    tx.record(event(&feed, "agenda.calendar_changed"));
    Ok(feed)
}

/// Ends the address at once; without one there is nothing to end.
pub async fn withdraw_feed(tx: &Tx) -> Result<()> {
    permit(tx)?;

    let Some(feed) = calendar_feed::mine(tx).await? else { return Ok(()) };

    let feed = end(tx, feed).await?;
    tx.record(event(&feed, "agenda.calendar_withdrawn"));
    Ok(())
}

async fn end(tx: &Tx, feed: Model) -> Result<Model> {
    let mut row = feed.into_active_model();
    row.withdrawn_at = Set(Some(tx.now));
    tx.update(row).await
}

fn event(feed: &Model, name: &'static str) -> Event {
    Event::of(name, "calendar-feed", feed.id).owner(feed.owner_id)
}

// In the API.

/// The address of one's calendar, or null.
#[derive(Serialize, utoipa::ToSchema)]
struct MyFeed {
    feed: Option<CalendarFeedOut>,
}

/// An address that was made.
#[derive(Serialize, utoipa::ToSchema)]
struct MadeOut {
    feed: CalendarFeedOut,
    /// Told once; only its hash is kept.
    url: String,
}

/// What goes into a calendar; what is not named does, or stays as it is.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct ContentsIn {
    tasks: Option<bool>,
    visits: Option<bool>,
    deals: Option<bool>,
}

impl ContentsIn {
    fn over(&self, before: Contents) -> Contents {
        Contents {
            tasks: self.tasks.unwrap_or(before.tasks),
            visits: self.visits.unwrap_or(before.visits),
            deals: self.deals.unwrap_or(before.deals),
        }
    }
}

/// What calendars read of one's agenda
#[utoipa::path(
    get,
    path = "/api/v1/calendar-feed",
    tag = "agenda",
    responses((status = 200, body = MyFeed)),
)]
async fn read(ctx: Ctx) -> Result<Json<MyFeed>> {
    permit(&ctx)?;
    let feed = calendar_feed::mine(&ctx).await?.map(Into::into);
    Ok(Json(MyFeed { feed }))
}

/// Make the address of one's calendar; one that there was before is over
#[utoipa::path(
    post,
    path = "/api/v1/calendar-feed",
    tag = "agenda",
    responses(
        (status = 201, body = MadeOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(asked): Json<ContentsIn>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let Made { feed, url } = make_feed(&tx, asked.over(Contents::ALL)).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(MadeOut { feed: feed.into(), url })))
}

/// Choose what goes into one's calendar
#[utoipa::path(
    patch,
    path = "/api/v1/calendar-feed",
    tag = "agenda",
    responses(
        (status = 200, body = MyFeed),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn change(ctx: Ctx, Json(asked): Json<ContentsIn>) -> Result<Json<MyFeed>> {
    let tx = ctx.begin().await?;
    permit(&tx)?;
    let before = calendar_feed::mine(&tx).await?;
    let before = before.as_ref().map_or(Contents::ALL, Contents::of);
    let feed = choose_contents(&tx, asked.over(before)).await?;
    tx.commit().await?;
    Ok(Json(MyFeed { feed: Some(feed.into()) }))
}

/// End the address of one's calendar
#[utoipa::path(
    delete,
    path = "/api/v1/calendar-feed",
    tag = "agenda",
    responses((status = 204, description = "Ended")),
)]
async fn remove(ctx: Ctx) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    withdraw_feed(&tx).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
