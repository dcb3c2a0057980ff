//! A person says where a client is found, or decides whether it has moved.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::Act;
use kernel::geo::Point;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::account::{self, AccountId};
use crate::change_account::touch;
use crate::learn_place::shown;
use crate::open_account::about;
use crate::place::{self, Model, PlaceState};
use crate::rules::{AccountRefused, RADIUS_M, point};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/place", get(show).post(submit))
        .route("/accounts/{account}/place/move", post(decide_in_browser))
}

/// Writes the place down by hand: confirmed from the start.
pub async fn set_place(tx: &Tx, account: AccountId, at: Point, radius_m: f64) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    if !at.is_somewhere() {
        return Err(Error::refused(AccountRefused::NoPoint));
    }
    if !RADIUS_M.contains(&radius_m) {
        return Err(Error::refused(AccountRefused::NoRadius));
    }

    let place = if let Some(before) = place::of(tx, account.id).await? {
        let mut row = before.into_active_model();
        decide(&mut row, tx, at);
        row.radius_m = Set(radius_m);
        tx.update(row).await?
    } else {
        let mut row = place::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            account_id: Set(account.id),
            radius_m: Set(radius_m),
            ..Default::default()
        };
        decide(&mut row, tx, at);
        tx.insert(row).await?
    };
    touch(tx, account.id).await?;
    tx.record(
        about(&account, "accounts.place_set")
            .with("point", shown(at))
            .with("radius_m", radius_m.round()),
    );
    Ok(place)
}

/// Decides whether the client is now where check-ins say.
pub async fn decide_move(tx: &Tx, account: AccountId, agreed: bool) -> Result<Model> {
    let account = account::get_to(tx, Act::Edit, account).await?;
    let place = place::of(tx, account.id).await?.ok_or(Error::NotFound)?;
    let Some(to) = place.moved_to() else {
        return Err(Error::refused(AccountRefused::NoMove));
    };

    let at = if agreed { to } else { place.point() };
    let mut row = place.into_active_model();
    decide(&mut row, tx, at);
    let place = tx.update(row).await?;
    touch(tx, account.id).await?;
    let name = if agreed { "accounts.place_move_agreed" } else { "accounts.place_move_declined" };
    tx.record(about(&account, name).with("point", shown(to)));
    Ok(place)
}

fn decide(row: &mut place::ActiveModel, tx: &Tx, at: Point) {
    row.lat = Set(at.lat);
    row.lon = Set(at.lon);
    row.state = Set(PlaceState::Confirmed);
    row.moved_lat = Set(None);
    row.moved_lon = Set(None);
    row.updated_at = Set(tx.now);
    row.decided_at = Set(Some(tx.now));
}

// In the browser.

#[derive(Template)]
#[template(path = "set_place.html")]
struct PlacePage {
    shell: Shell,
    w: Words,
    account: account::Model,
    form: PlaceForm,
    faults: Faults,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PlaceForm {
    /// Latitude and longitude, typed or pasted.
    point: String,
    radius_m: String,
}

async fn show(ctx: Ctx, Path(id): Path<AccountId>) -> Result<Response> {
    let account = account::get_to(&ctx, Act::Edit, id).await?;
    let (point, radius_m) = if let Some(place) = place::of(&ctx, id).await? {
        (shown(place.point()), place.radius_m)
    } else {
        (String::new(), people::company::mine(&ctx).await?.settings().radius_m)
    };
    let form = PlaceForm { point, radius_m: radius_m.round().to_string() };
    place_page(&ctx, account, form, None)
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<PlaceForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    match set_from(&tx, id, &form).await {
        Ok(_) => saved(tx, id).await,
        Err(error) => {
            let account = account::get_to(&tx, Act::Edit, id).await?;
            place_page(&tx, account, form, Some(error))
        }
    }
}

async fn set_from(tx: &Tx, id: AccountId, form: &PlaceForm) -> Result<Model> {
    let at = point(&form.point).ok_or(Error::refused(AccountRefused::NoPoint))?;
    let radius_m = form.radius_m.trim().parse();
    let radius_m = radius_m.map_err(|_| Error::refused(AccountRefused::NoRadius))?;
    set_place(tx, id, at, radius_m).await
}

#[derive(Debug, Deserialize)]
struct Decision {
    decision: String,
}

async fn decide_in_browser(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Form(form): Form<Decision>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let agreed = match form.decision.as_str() {
        "agree" => true,
        "decline" => false,
        _ => return Err(Error::Malformed("`decision` is `agree` or `decline`".to_owned())),
    };
    decide_move(&tx, id, agreed).await?;
    saved(tx, id).await
}

async fn saved(tx: Tx, account: AccountId) -> Result<Response> {
    let said = Words::of(tx.lang()).saved();
    tx.commit().await?;
    page::redirect_saying(&format!("/accounts/{account}"), said)
}

fn place_page(
    ctx: &Ctx,
    account: account::Model,
    form: PlaceForm,
    refused: Option<Error>,
) -> Result<Response> {
    let faults = refused.map(|it| Faults::of(it, ctx.lang())).transpose()?.unwrap_or_default();
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let w = Words::of(ctx.lang());
    page::render_as(status, &PlacePage { shell: ctx.shell("accounts"), w, account, form, faults })
}
