//! My profile: what the company knows of me, my language, and where I am signed in.

use askama::Template;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::shell::{Shell, initials};
use frame::web::{Form, Presented, page};
use frame::{App, Ctx, Error, Result, secrets};
use kernel::Lang;
use kernel::access::{Act, Area};
use people::{label, person, team};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::language::in_language;
use crate::rules::device;
use crate::session;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/me", get(show)).route("/me/language", post(speak))
}

// In the browser.

#[derive(Template)]
#[template(path = "me.html")]
struct MePage {
    shell: Shell,
    w: Words,
    name: String,
    initials: String,
    roles: String,
    email: Option<String>,
    phone: Option<String>,
    team: Option<String>,
    sessions: Vec<Open>,
    /// There is an agenda that a calendar may follow.
    calendar: bool,
}

/// A place where I am signed in.
struct Open {
    id: String,
    device: String,
    address: String,
    iso: String,
    seen: String,
    this: bool,
}

async fn show(ctx: Ctx, presented: Presented) -> Result<Response> {
    let me = person::found_by(&ctx).filter(person::Column::Id.eq(ctx.actor.person));
    let me = me.one(&ctx).await?.ok_or(Error::NotFound)?;
    let team = match me.team_id {
        Some(team) => {
            ctx.find::<team::Entity>().filter(team::Column::Id.eq(team)).one(&ctx).await?
        }
        None => None,
    };
    let w = Words::of(ctx.lang());
    let (zone, this) = (&ctx.actor.zone, secrets::hash(&presented.secret));
    let open = |it: session::Model| {
        let device = device(&it.agent);
        Open {
            this: it.id == this,
            id: secrets::to_text(&it.id),
            device: if device.is_empty() { w.session_unknown().to_owned() } else { device },
            address: it.address,
            iso: it.seen_at.to_string(),
            seen: format!("{} {}", ctx.lang().moment(it.seen_at, zone), zone.label()),
        }
    };
    page::render(&MePage {
        shell: ctx.shell("me"),
        w,
        initials: initials(&me.name),
        roles: label::roles(&me.roles.0, ctx.lang()),
        team: team.map(|it| it.name),
        name: me.name,
        email: me.email,
        phone: me.phone,
        calendar: ctx.may(Act::Create, Area::Accounts),
        sessions: session::mine(&ctx).await?.into_iter().map(open).collect(),
    })
}

#[derive(Debug, Deserialize)]
struct Language {
    lang: Lang,
}

/// Kept with the person too: mail speaks the language of its reader.
async fn speak(ctx: Ctx, Form(language): Form<Language>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let me = tx.get::<person::Entity>(tx.actor.person).await?;
    let mut row = me.into_active_model();
    row.lang = Set(language.lang);
    tx.update(row).await?;
    tx.commit().await?;
    in_language(language.lang, "/me")
}
