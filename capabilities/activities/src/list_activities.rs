//! What happened with clients, for programs.

use accounts::as_seen::{hold, refuse_newer};
use accounts::{AccountId, ContactId, get_standing};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use frame::web::list::{Cut, Page};
use frame::web::{Json, Path, Query, api, extract};
use frame::{App, Ctx, Error, Result};
use kernel::{Day, Instant};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::change_note::{change_note, hide_note, is_change};
use crate::log_activity::{NewActivity, NextStep, log_activity};
use crate::note::{self, ActivityOut, Column, Direction, Model, NoteId, NoteKind};
use crate::{mention, note_contact};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(read, change, remove))
}

/// Which of them.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
struct Looked {
    /// `note`, `call`, `video`, `message`, `email` or `meeting`.
    #[serde(deserialize_with = "extract::blank")]
    kind: Option<NoteKind>,
}

async fn out(ctx: &Ctx, notes: Vec<Model>) -> Result<Vec<ActivityOut>> {
    let ids: Vec<NoteId> = notes.iter().map(|it| it.id).collect();
    let mut people = note_contact::of(ctx, ids.iter().copied()).await?;
    let mut named = mention::of(ctx, ids).await?;
    let one = |note: Model| {
        let with = people.remove(&note.id).unwrap_or_default();
        let named = named.remove(&note.id).unwrap_or_default();
        ActivityOut::of(note, with.into_iter().map(|it| it.0).collect(), named)
    };
    Ok(notes.into_iter().map(one).collect())
}

/// One activity as the API shows it.
pub async fn one(ctx: &Ctx, note: Model) -> Result<ActivityOut> {
    out(ctx, vec![note]).await?.pop().ok_or(Error::NotFound)
}

/// What happened with an account: calls, messages, meetings and notes, the latest first
#[utoipa::path(
    get,
    path = "/api/v1/accounts/{account}/activities",
    tag = "accounts",
    params(("account" = AccountId, Path), Looked, Cut),
    responses((status = 200, body = Page<ActivityOut>)),
)]
async fn list(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Query(looked): Query<Looked>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<ActivityOut>>> {
    let account = get_standing(&ctx, id).await?;
    let limit = cut.limit()?;
    let mut notes = note::shown(&ctx).filter(Column::AccountId.eq(account.id));
    if let Some(kind) = looked.kind {
        notes = notes.filter(Column::Kind.eq(kind));
    }
    if let Some(after) = cut.after::<NoteId>()? {
        notes = notes.filter(Column::Id.lt(after));
    }
    let notes = notes.order_by_desc(Column::Id).limit(limit + 1).all(&ctx).await?;
    let Page { items, next_cursor } = Page::cut(notes, limit, |it| it.id)?;
    Ok(Json(Page { items: out(&ctx, items).await?, next_cursor }))
}

/// Something that happened.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
struct ActivityIn {
    kind: NoteKind,
    direction: Option<Direction>,
    /// Now, unless told.
    happened_at: Option<Instant>,
    minutes: Option<i64>,
    contact_ids: Vec<ContactId>,
    /// `@Name` tells that colleague, if they may see the account.
    text: String,
    outcome: String,
    internal: bool,
    /// What is to be done next; it becomes a task.
    next_step: Option<StepIn>,
}

#[derive(Debug, Deserialize, serde::Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct StepIn {
    text: String,
    due_on: Option<Day>,
}

/// Keep what happened with an account
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/activities",
    tag = "accounts",
    params(("account" = AccountId, Path)),
    responses(
        (status = 201, body = ActivityOut),
        (status = 422, description = "Inputs at fault", body = api::Problem),
    ),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    Json(new): Json<ActivityIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let new = NewActivity {
        account: Some(id),
        kind: new.kind,
        direction: new.direction,
        happened_at: new.happened_at,
        minutes: new.minutes,
        contacts: new.contact_ids,
        text: new.text,
        outcome: new.outcome,
        internal: new.internal,
        next: new.next_step.map(|it| NextStep { text: it.text, due_on: it.due_on }),
        ..NewActivity::default()
    };
    let logged = log_activity(&tx, new).await?;
    let made = one(&tx, logged.note).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// One thing that happened
#[utoipa::path(
    get,
    path = "/api/v1/activities/{note}",
    tag = "accounts",
    params(("note" = NoteId, Path)),
    responses((status = 200, body = ActivityOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<NoteId>) -> Result<Json<ActivityOut>> {
    let note = note::one_shown(&ctx, id).await?;
    Ok(Json(one(&ctx, note).await?))
}

/// What changes; what is not named stays.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::option_option, reason = "null is told from what was left out")]
struct ActivityPatch {
    kind: Option<NoteKind>,
    happened_at: Option<Instant>,
    #[serde(deserialize_with = "frame::web::extract::given")]
    #[schema(value_type = Option<i64>)]
    minutes: Option<Option<i64>>,
    contact_ids: Option<Vec<ContactId>>,
    text: Option<String>,
    outcome: Option<String>,
    internal: Option<bool>,
    /// The `edited_at` that was seen, or its `written_at` if it was not edited: it is refused if
    /// anything changed since.
    seen_at: Option<Instant>,
}

/// Write anew what happened; the earlier wording is kept
#[utoipa::path(
    patch,
    path = "/api/v1/activities/{note}",
    tag = "accounts",
    params(("note" = NoteId, Path)),
    responses(
        (status = 200, body = ActivityOut),
        (status = 422, description = "Inputs at fault, or written by another", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<NoteId>,
    Json(patch): Json<ActivityPatch>,
) -> Result<Json<ActivityOut>> {
    let tx = ctx.begin().await?;
    hold::<note::Entity>(&tx, id, Column::EditedAt).await?;
    let before = note::one_shown(&tx, id).await?;
    let edited_at = before.edited_at.unwrap_or(before.at);
    refuse_newer(&tx, patch.seen_at, edited_at, id, is_change).await?;
    let contacts = if let Some(contacts) = patch.contact_ids {
        contacts
    } else {
        let known = note_contact::of(&tx, [id]).await?.remove(&id).unwrap_or_default();
        known.into_iter().map(|it| it.0).collect()
    };
    let new = NewActivity {
        kind: patch.kind.unwrap_or(before.kind),
        direction: before.direction,
        happened_at: patch.happened_at,
        minutes: patch.minutes.unwrap_or(before.minutes.map(i64::from)),
        contacts,
        text: patch.text.unwrap_or(before.text),
        outcome: patch.outcome.or(before.outcome).unwrap_or_default(),
        internal: patch.internal.unwrap_or(before.internal),
        ..NewActivity::default()
    };
    let logged = change_note(&tx, id, new).await?;
    let made = one(&tx, logged.note).await?;
    tx.commit().await?;
    Ok(Json(made))
}

/// Take away what was kept; on its page it can be brought back for 30 days
#[utoipa::path(
    delete,
    path = "/api/v1/activities/{note}",
    tag = "accounts",
    params(("note" = NoteId, Path)),
    responses((status = 204, description = "Taken away")),
)]
async fn remove(ctx: Ctx, Path(id): Path<NoteId>) -> Result<StatusCode> {
    let tx = ctx.begin().await?;
    hide_note(&tx, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
