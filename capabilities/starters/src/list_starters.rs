//! The lists of industries that a company may begin with.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Json, page};
use frame::{App, Ctx, Result};
use kernel::access::{Act, Area};
use kernel::{Instant, PersonId};
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::known::plan;
use crate::rules::ItemKind;
use crate::starter::{self, Starter};
use crate::starter_item;
use crate::starter_use::{self, Model, StarterUseId};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/starters", get(show))
        .routes(routes!(list))
        .routes(routes!(list_uses))
}

// In the browser.

#[derive(Template)]
#[template(path = "list_starters.html")]
struct StartersPage {
    shell: Shell,
    w: Words,
    rows: Vec<Row>,
}

struct Row {
    code: &'static str,
    name: String,
    about: String,
    /// How much of it is not there yet, in words; empty: nothing.
    missing: String,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mut rows = Vec::new();
    for it in starter::all() {
        let missing = plan(&ctx, it).await?.iter().filter(|it| !it.is_there).count();
        rows.push(Row {
            code: it.code,
            name: it.name.of(lang).to_owned(),
            about: it.about.of(lang).to_owned(),
            missing: match i64::try_from(missing).unwrap_or(i64::MAX) {
                0 => String::new(),
                missing => w.would_add(missing),
            },
        });
    }
    page::render(&StartersPage { shell: ctx.shell("settings"), w, rows })
}

// In the API.

/// A thing that a starter brings.
#[derive(Serialize, utoipa::ToSchema)]
struct StarterItemOut {
    kind: ItemKind,
    label_id: String,
    label_en: String,
    /// The company has it already, and it would stay as it is.
    there: bool,
}

/// The lists of an industry.
#[derive(Serialize, utoipa::ToSchema)]
struct StarterOut {
    code: &'static str,
    name_id: String,
    name_en: String,
    items: Vec<StarterItemOut>,
}

impl StarterOut {
    async fn of(ctx: &Ctx, starter: &Starter) -> Result<Self> {
        let items = plan(ctx, starter).await?.into_iter().map(|it| StarterItemOut {
            kind: it.wanted.kind,
            label_id: it.wanted.label.id,
            label_en: it.wanted.label.en,
            there: it.is_there,
        });
        Ok(Self {
            code: starter.code,
            name_id: starter.name.id.clone(),
            name_en: starter.name.en.clone(),
            items: items.collect(),
        })
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct Starters {
    items: Vec<StarterOut>,
}

/// The lists of industries that the company may begin with, and what of them is there
#[utoipa::path(
    get,
    path = "/api/v1/starters",
    tag = "starters",
    responses((status = 200, body = Starters)),
)]
async fn list(ctx: Ctx) -> Result<Json<Starters>> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let mut items = Vec::new();
    for it in starter::all() {
        items.push(StarterOut::of(&ctx, it).await?);
    }
    Ok(Json(Starters { items }))
}

/// A thing that was added.
#[derive(Serialize, utoipa::ToSchema)]
struct StarterAddedOut {
    kind: ItemKind,
    /// By which its own list knows it: a code, an id, or a name.
    item: String,
    label_id: String,
    label_en: String,
    /// Taken back since then.
    removed_at: Option<Instant>,
}

/// That the company began with a starter.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StarterUseOut {
    id: StarterUseId,
    starter: String,
    person_id: Option<PersonId>,
    used_at: Instant,
    undone_at: Option<Instant>,
    items: Vec<StarterAddedOut>,
}

impl StarterUseOut {
    pub async fn of(ctx: &Ctx, used: Model) -> Result<Self> {
        let items = starter_item::of(ctx, used.id).await?.into_iter().map(|it| StarterAddedOut {
            kind: it.kind,
            item: it.item,
            label_id: it.label_id,
            label_en: it.label_en,
            removed_at: it.removed_at,
        });
        Ok(Self {
            id: used.id,
            starter: used.starter,
            person_id: used.person_id,
            used_at: used.used_at,
            undone_at: used.undone_at,
            items: items.collect(),
        })
    }
}

#[derive(Serialize, utoipa::ToSchema)]
struct StarterUses {
    items: Vec<StarterUseOut>,
}

/// The starters that the company began with, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/starter-uses",
    tag = "starters",
    responses((status = 200, body = StarterUses)),
)]
async fn list_uses(ctx: Ctx) -> Result<Json<StarterUses>> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    let mut items = Vec::new();
    for it in starter_use::all(&ctx).await? {
        items.push(StarterUseOut::of(&ctx, it).await?);
    }
    Ok(Json(StarterUses { items }))
}
