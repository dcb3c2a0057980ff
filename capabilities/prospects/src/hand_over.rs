//! A prospect is given to somebody by hand, to whom the rules say, or back into the inbox.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::assign::{assign_by_rules, become_of};
use crate::assignment::How;
use crate::owners::{Whose, known_owner, may_hand_out, owners};
use crate::prospect::{self, Model, ProspectId, ProspectOut};
use crate::rules::ProspectRefused;
use crate::why::Why;
use crate::words::Words;
use crate::write_down::why_of;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/{prospect}/owner", get(show).post(submit))
        .routes(routes!(give))
}

/// Gives a prospect to somebody else; both whoever had it and whoever gets it must be in reach,
/// unless the rules say who.
pub async fn hand_over(tx: &Tx, id: ProspectId, seen: Option<i64>, whose: Whose) -> Result<Model> {
    let before = prospect::get_open(tx, id).await?;
    if !may_hand_out(tx) {
        return Err(Error::Denied);
    }
    if seen.is_some_and(|it| it != before.version) {
        // Says who was first.
        prospect::claim(tx, &before, seen).await?;
    }
    match whose {
        Whose::Rules => {
            let handed = assign_by_rules(tx, vec![before]).await?;
            handed.into_iter().next().ok_or(Error::NotFound)
        }
        Whose::Inbox => {
            let why = Why::PutBack { by: tx.actor.name.clone() };
            become_of(tx, before, None, How::Inbox, &why).await
        }
        Whose::Person(owner) => {
            let to = may_take(tx, whose).await?.unwrap_or_default();
            if before.owner_id == Some(owner) {
                return Ok(before);
            }
            let why = Why::Hand { by: tx.actor.name.clone(), to };
            become_of(tx, before, Some(owner), How::Hand, &why).await
        }
    }
}

/// Whoever is to get a prospect is in reach, and it is their work; answers what they are called.
pub async fn may_take(tx: &Tx, whose: Whose) -> Result<Option<String>> {
    let Whose::Person(owner) = whose else { return Ok(None) };
    tx.permit(Act::Edit, Area::Prospects, owner).await?;
    Ok(Some(known_owner(tx, owner).await?.name))
}

/// To whom a prospect can be given, for a menu.
pub async fn choices(ctx: &Ctx) -> Result<Vec<(String, String)>> {
    let w = Words::of(ctx.lang());
    let mut choices = vec![
        ("rules".to_owned(), w.by_rules().to_owned()),
        ("inbox".to_owned(), w.into_inbox().to_owned()),
    ];
    let people = owners(ctx, Act::Edit).await?.into_iter();
    choices.extend(people.map(|(id, name)| (id.to_string(), name)));
    Ok(choices)
}

// In the browser.

#[derive(Template)]
#[template(path = "hand_over.html")]
struct OwnerPage {
    shell: Shell,
    w: Words,
    prospect: Model,
    owners: Vec<(String, String)>,
    chosen: String,
    faults: Faults,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OwnerForm {
    owner_id: String,
    version: Option<i64>,
}

async fn show(ctx: Ctx, Path(id): Path<ProspectId>) -> Result<Response> {
    let prospect = prospect::get_open(&ctx, id).await?;
    if !may_hand_out(&ctx) {
        return Err(Error::Denied);
    }
    let chosen = prospect.owner_id.map_or_else(|| "rules".to_owned(), |it| it.to_string());
    owner_page(&ctx, prospect, chosen, Faults::default()).await
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Form(form): Form<OwnerForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let unknown = || Error::refused(ProspectRefused::UnknownOwner);
    let handed = match Whose::read(&form.owner_id).and_then(|it| it.ok_or_else(unknown)) {
        Ok(whose) => hand_over(&tx, id, form.version, whose).await,
        Err(error) => Err(error),
    };
    match handed {
        Ok(after) => {
            let said = why_of(&tx, id).await?;
            let seen = prospect::get(&tx, after.id).await.is_ok();
            let to = if seen { format!("/prospects/{id}") } else { "/prospects".to_owned() };
            tx.commit().await?;
            page::redirect_saying(&to, &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let prospect = prospect::get_to(&tx, Act::Edit, id).await?;
            owner_page(&tx, prospect, form.owner_id, faults).await
        }
    }
}

async fn owner_page(
    ctx: &Ctx,
    prospect: Model,
    chosen: String,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (w, owners) = (Words::of(ctx.lang()), choices(ctx).await?);
    let shell = ctx.shell("prospects");
    page::render_as(status, &OwnerPage { shell, w, prospect, owners, chosen, faults })
}

// In the API.

/// To whom a prospect goes.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnerIn {
    /// Somebody's id, `rules`, or `inbox`.
    owner_id: String,
    #[serde(default)]
    version: Option<i64>,
}

/// A prospect and why it is whose it is.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct Handed {
    #[serde(flatten)]
    prospect: ProspectOut,
    why: String,
}

/// Give a prospect to somebody, to whom the rules say, or back into the inbox
#[utoipa::path(
    post,
    path = "/api/v1/prospects/{prospect}/owner",
    tag = "prospects",
    params(("prospect" = ProspectId, Path)),
    responses(
        (status = 200, body = Handed),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn give(
    ctx: Ctx,
    Path(id): Path<ProspectId>,
    Json(new): Json<OwnerIn>,
) -> Result<Json<Handed>> {
    let tx = ctx.begin().await?;
    let unknown = || Error::refused(ProspectRefused::UnknownOwner);
    let whose = Whose::read(&new.owner_id)?.ok_or_else(unknown)?;
    let after = hand_over(&tx, id, new.version, whose).await?;
    let why = why_of(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(Handed { prospect: after.into(), why }))
}
