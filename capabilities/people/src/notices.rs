//! What somebody should know of, on one list, until they have read it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::notices::{self, NoticeId};
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::{Json, Path, Query, page};
use frame::{App, Ctx, Result};
use kernel::{Instant, PersonId};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::words::Words;

/// Notices on one page.
const SHOWN: u64 = 50;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/notices", get(show))
        .route("/notices/read", post(read_all))
        .route("/notices/{notice}/open", post(open))
        .routes(routes!(list))
        .routes(routes!(mark))
}

// In the browser.

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    shell: Shell,
    w: Words,
    notices: Vec<Told>,
    any_unread: bool,
    older: String,
}

/// One notice in words.
struct Told {
    id: NoticeId,
    sentence: String,
    icon: &'static str,
    unread: bool,
    iso: String,
    moment: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    before: Option<NoticeId>,
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let found = notices::list(&ctx, asked.before, SHOWN + 1).await?;
    let more = usize::try_from(SHOWN).is_ok_and(|it| it < found.len());
    let found: Vec<_> = found.into_iter().take(50).collect();
    let older = found.last().filter(|_| more).map(|it| format!("/notices?before={}", it.id));
    let (lang, zone) = (ctx.lang(), &ctx.actor.zone);
    let told = found.iter().filter_map(|it| {
        Some(Told {
            id: it.id,
            sentence: ctx.tell_notice(it)?,
            icon: icon(&it.name),
            unread: it.read_at.is_none(),
            iso: it.at.to_string(),
            moment: lang.moment(it.at, zone),
        })
    });
    let told: Vec<Told> = told.collect();
    page::render(&NoticesPage {
        shell: ctx.shell("notices"),
        w: Words::of(lang),
        any_unread: told.iter().any(|it| it.unread),
        notices: told,
        older: older.unwrap_or_default(),
    })
}

fn icon(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "mentioned" => "message-circle",
        "task_reminded" => "bell",
        "task_assigned" => "list-checks",
        _ => "circle-dot",
    }
}

async fn read_all(ctx: Ctx) -> Result<Response> {
    let tx = ctx.begin().await?;
    notices::read(&tx, None).await?;
    tx.commit().await?;
    page::redirect("/notices")
}

/// Whoever follows a notice has read it.
async fn open(ctx: Ctx, Path(id): Path<NoticeId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let notice = notices::get(&tx, id).await?;
    notices::read(&tx, Some(id)).await?;
    tx.commit().await?;
    page::redirect(&notice.link)
}

// In the API.

/// A notice, as the API shows it.
#[derive(Serialize, utoipa::ToSchema)]
struct NoticeOut {
    id: Uuid,
    /// What happened, such as `accounts.mentioned`.
    name: String,
    /// In words, in the language that was asked for.
    sentence: String,
    actor_id: Option<PersonId>,
    subject_kind: String,
    subject_id: Uuid,
    /// The page that shows it.
    link: String,
    at: Instant,
    read_at: Option<Instant>,
}

/// What the token's person should know of, the newest first
#[utoipa::path(
    get,
    path = "/api/v1/notices",
    tag = "people",
    params(Cut),
    responses((status = 200, body = Page<NoticeOut>)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<Json<Page<NoticeOut>>> {
    let limit = cut.limit()?;
    let before = cut.after::<Uuid>()?.map(NoticeId);
    let found = notices::list(&ctx, before, limit + 1).await?;
    let found = Page::cut(found, limit, |it| it.id.0)?;
    let out = found.map(|it| NoticeOut {
        id: it.id.0,
        sentence: ctx.tell_notice(&it).unwrap_or_default(),
        name: it.name,
        actor_id: it.actor_id,
        subject_kind: it.subject_kind,
        subject_id: it.subject_id,
        link: it.link,
        at: it.at,
        read_at: it.read_at,
    });
    Ok(Json(out))
}

/// Say that a notice has been read
#[utoipa::path(
    post,
    path = "/api/v1/notices/{notice}/read",
    tag = "people",
    params(("notice" = Uuid, Path)),
    responses((status = 204, description = "Read")),
)]
async fn mark(ctx: Ctx, Path(id): Path<NoticeId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    notices::get(&tx, id).await?;
    notices::read(&tx, Some(id)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
