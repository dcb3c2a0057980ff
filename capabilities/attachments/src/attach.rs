//! Somebody keeps files with a client, with something that happened there, or with a deal.

use accounts::AccountId;
use activities::NoteId;
use axum::extract::DefaultBodyLimit;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use frame::files::{keep_content, used};
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx, text};
use kernel::Refusal;
use pipeline::OpportunityId;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, QueryFilter, Value};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::attachment::{self, ActiveModel, AttachmentOut, Column, Model};
use crate::holder::{self, Holder, about};
use crate::list_attachments::refused_page;
use crate::look::Fit;
use crate::receive::{Received, receive};
use crate::rules::{AttachmentRefused, FileRefused, LONGEST_DESCRIPTION, clean};
use crate::words::Words;

/// How large a file may be is the installation's setting, and is counted while it comes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/accounts/{account}/attachments", post(submit_account))
        .route("/opportunities/{opportunity}/attachments", post(submit_deal))
        .route("/notes/{note}/attachments", post(submit_note))
        .routes(routes!(create_account))
        .routes(routes!(create_deal))
        .routes(routes!(create_note))
        .layer(DefaultBodyLimit::disable())
}

/// A file to keep, and what is said of it.
pub struct NewAttachment {
    /// As it came.
    pub name: String,
    pub description: Option<String>,
    pub internal: bool,
    pub fit: Fit,
}

/// Keeps a file. One that is there already is answered as it is, and kept no second time.
pub async fn attach(tx: &Tx, to: Holder, new: NewAttachment) -> Result<(Model, bool)> {
    let held = holder::get_to_edit(tx, to).await?;

    let (opportunity_id, note_id) = match to {
        Holder::Account(_) => (None, None),
        Holder::Opportunity(deal) => (Some(deal), None),
        Holder::Activity(note) => (None, Some(note)),
    };
    let account_id = held.account.filter(|_| opportunity_id.is_none());
    let same = attachment::shown(tx)
        .filter(is(Column::AccountId, account_id))
        .filter(is(Column::OpportunityId, opportunity_id))
        .filter(is(Column::NoteId, note_id))
        .filter(Column::Sha256.eq(&new.fit.sha256));
    if let Some(same) = same.one(&**tx).await? {
        return Ok((same, false));
    }
    let room = tx.app.room.company_bytes;
    if room < used(tx).await?.saturating_add(new.fit.brought.bytes) {
        return Err(Error::refused(AttachmentRefused::NoRoom { most_gb: room >> 30 }));
    }

    let Fit { brought, format, sha256, size } = new.fit;
    let whole = |it: u32| i32::try_from(it).unwrap_or(i32::MAX);
    let bytes = i64::try_from(brought.bytes).unwrap_or(i64::MAX);
    let content = keep_content(tx, brought).await?;
    let kept = Model {
        company_id: tx.actor.company,
        id: tx.id(),
        account_id,
        opportunity_id,
        note_id,
        owner_id: tx.actor.person,
        name: clean(&new.name, format, Words::of(tx.lang()).unnamed()),
        description: new.description,
        kind: format.kind(),
        bytes,
        sha256,
        content,
        width: size.map(|it| whole(it.0)),
        height: size.map(|it| whole(it.1)),
        internal: new.internal,
        created_at: tx.now,
        updated_at: tx.now,
        hidden_at: None,
    };
    let kept = tx.add::<Model, ActiveModel>(kept).await?;

    tx.record(about(&kept, &held, "attachments.added").with("bytes", kept.bytes));
    Ok((kept, true))
}

/// The column holds this, or nothing where this is nothing.
fn is<T: Into<Value>>(column: Column, value: Option<T>) -> SimpleExpr {
    match value {
        Some(value) => column.eq(value),
        None => column.is_null(),
    }
}

/// What became of the files of one request.
struct Outcome {
    /// Each, and whether it is new.
    kept: Vec<(Model, bool)>,
    refused: Vec<FileRefused>,
}

/// Takes files in and keeps those that may be kept, all of them in one commit.
async fn bring(ctx: Ctx, to: Holder, sent: &mut Multipart) -> Result<Outcome> {
    let mut ctx = ctx;
    holder::get_to_edit(&ctx, to).await?;
    // A telephone may take minutes: no connection is held meanwhile.
    ctx.refresh();
    let Received { fit, mut refused, description, internal } = receive(&ctx, sent).await?;
    let description = described(&description)?;
    ctx.refresh();

    let tx = ctx.begin().await?;
    let mut kept = Vec::new();
    for (name, fit) in fit {
        let named = name.clone();
        let new = NewAttachment { name, description: description.clone(), internal, fit };
        match attach(&tx, to, new).await {
            Ok(one) => kept.push(one),
            Err(Error::Refused(why)) if why.code() == "attachments.no_room" => {
                let most_gb = tx.app.room.company_bytes >> 30;
                let why = AttachmentRefused::NoRoom { most_gb };
                refused.push(FileRefused { name: named, why });
            }
            Err(error) => return Err(error),
        }
    }
    if kept.iter().any(|it| it.1) {
        tx.commit().await?;
    }
    Ok(Outcome { kept, refused })
}

/// What somebody says of a file, fit to store.
pub fn described(typed: &str) -> Result<Option<String>> {
    let text = text::paragraphs(typed);
    if text.as_ref().is_some_and(|it| LONGEST_DESCRIPTION < it.chars().count()) {
        return Err(Error::refused(AttachmentRefused::TooLong));
    }
    Ok(text)
}

// In the browser.

type Sent = Result<Multipart, MultipartRejection>;

async fn submit_account(ctx: Ctx, Path(id): Path<AccountId>, sent: Sent) -> Result<Response> {
    submit(ctx, Holder::Account(id), sent).await
}

async fn submit_deal(ctx: Ctx, Path(id): Path<OpportunityId>, sent: Sent) -> Result<Response> {
    submit(ctx, Holder::Opportunity(id), sent).await
}

async fn submit_note(ctx: Ctx, Path(id): Path<NoteId>, sent: Sent) -> Result<Response> {
    submit(ctx, Holder::Activity(id), sent).await
}

async fn submit(ctx: Ctx, to: Holder, sent: Sent) -> Result<Response> {
    let again = ctx.again();
    holder::get_to_edit(&ctx, to).await?;
    let mut sent = sent.map_err(|it| Error::Malformed(it.body_text()))?;
    let w = Words::of(again.lang());
    match bring(ctx, to, &mut sent).await {
        Ok(outcome) if outcome.refused.is_empty() => {
            page::redirect_saying(&to.attachments(), &said(&outcome.kept, w))
        }
        Ok(Outcome { kept, refused }) => {
            let faults = refused.iter().map(|it| it.sentence(again.lang())).collect();
            refused_page(&again.again(), to, faults, said(&kept, w)).await
        }
        Err(error) if error.is_refusal() => {
            let faults = vec![error.sentence(again.lang())];
            refused_page(&again.again(), to, faults, String::new()).await
        }
        Err(error) => Err(error),
    }
}

/// What was kept, in words; nothing when nothing was.
fn said(kept: &[(Model, bool)], w: Words) -> String {
    let count = |new: bool| {
        let count = kept.iter().filter(|it| it.1 == new).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let (new, known) = (count(true), count(false));
    let new = (0 < new).then(|| w.kept(new));
    let known = (0 < known).then(|| w.kept_already(known));
    new.into_iter().chain(known).collect::<Vec<_>>().join(" ")
}

// In the API.

/// What became of files that were sent.
#[derive(serde::Serialize, utoipa::ToSchema)]
struct AttachedOut {
    /// Those that are kept now; one that was there already is answered as it is.
    items: Vec<AttachmentOut>,
    /// Those that are not kept, and why.
    refused: Vec<RefusedOut>,
}

/// A file that is not kept.
#[derive(serde::Serialize, utoipa::ToSchema)]
#[schema(as = AttachmentRefusedOut)]
struct RefusedOut {
    /// As it was sent.
    name: String,
    /// Never changes; safe to branch on.
    code: &'static str,
    /// For people; may be reworded.
    message: String,
}

async fn create(ctx: Ctx, to: Holder, sent: Sent) -> Result<(StatusCode, Json<AttachedOut>)> {
    holder::get_to_edit(&ctx, to).await?;
    let lang = ctx.lang();
    let mut sent = sent.map_err(|it| Error::Malformed(it.body_text()))?;
    let Outcome { kept, refused } = bring(ctx, to, &mut sent).await?;
    if kept.is_empty() {
        let refused = refused.into_iter().map(|it| Box::new(it) as Box<dyn Refusal>);
        return Err(Error::Invalid(refused.collect()));
    }
    let new = kept.iter().any(|it| it.1);
    let refused = refused.into_iter().map(|it| RefusedOut {
        code: it.why.code(),
        message: it.why.sentence(lang),
        name: it.name,
    });
    let out = AttachedOut {
        refused: refused.collect(),
        items: kept.into_iter().map(|it| it.0.into()).collect(),
    };
    Ok((if new { StatusCode::CREATED } else { StatusCode::OK }, Json(out)))
}

/// Keep files with an account
///
/// `multipart/form-data`: one part for each file, at most 20, and perhaps `description` and
/// `internal`. What a file is, is judged by what stands in it. Pictures are made anew, so that
/// neither hidden data nor the place where they were taken goes further.
#[utoipa::path(
    post,
    path = "/api/v1/accounts/{account}/attachments",
    tag = "attachments",
    params(("account" = AccountId, Path)),
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = AttachedOut),
        (status = 200, description = "All of them were there already", body = AttachedOut),
        (status = 413, body = api::Problem),
        (status = 422, description = "None of them may be kept", body = api::Problem),
    ),
)]
async fn create_account(
    ctx: Ctx,
    Path(id): Path<AccountId>,
    sent: Sent,
) -> Result<(StatusCode, Json<AttachedOut>)> {
    create(ctx, Holder::Account(id), sent).await
}

/// Keep files with an opportunity
#[utoipa::path(
    post,
    path = "/api/v1/opportunities/{opportunity}/attachments",
    tag = "attachments",
    params(("opportunity" = OpportunityId, Path)),
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = AttachedOut),
        (status = 200, description = "All of them were there already", body = AttachedOut),
        (status = 413, body = api::Problem),
        (status = 422, description = "None of them may be kept", body = api::Problem),
    ),
)]
async fn create_deal(
    ctx: Ctx,
    Path(id): Path<OpportunityId>,
    sent: Sent,
) -> Result<(StatusCode, Json<AttachedOut>)> {
    create(ctx, Holder::Opportunity(id), sent).await
}

/// Keep files with something that happened
#[utoipa::path(
    post,
    path = "/api/v1/activities/{note}/attachments",
    tag = "attachments",
    params(("note" = NoteId, Path)),
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = AttachedOut),
        (status = 200, description = "All of them were there already", body = AttachedOut),
        (status = 413, body = api::Problem),
        (status = 422, description = "None of them may be kept", body = api::Problem),
    ),
)]
async fn create_note(
    ctx: Ctx,
    Path(id): Path<NoteId>,
    sent: Sent,
) -> Result<(StatusCode, Json<AttachedOut>)> {
    create(ctx, Holder::Activity(id), sent).await
}
