//! Somebody brings files: they are looked at, and how they are read is guessed.

use std::path::Path;

use askama::Template;
use axum::extract::DefaultBodyLimit;
use axum::extract::multipart::{Field, Multipart, MultipartError, MultipartRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::page::Faults;
use frame::web::shell::Shell;
use frame::web::{Json, api, page};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::Refusal;
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;
use tokio::io::AsyncWriteExt;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::brought::{self, Asked, Look, guessed};
use crate::import_file;
use crate::remembered;
use crate::rules::file_refused::FileRefused;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::runs::RunOut;
use crate::source_file::SourceRefused;
use crate::summary::Summary;
use crate::words::Words;

/// The most that comes at once, all files together.
pub const MOST_BYTES: usize = 64 << 20;
const MOST_FILES: usize = 20;
const LONGEST_NAME: usize = 120;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/imports/new", get(show).post(submit))
        .routes(routes!(upload))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
}

/// Takes files in: a draft that somebody can map, check and run.
async fn bring(ctx: &Ctx, sent: &mut Multipart) -> Result<RunId> {
    ctx.permit_company(Act::Create, Area::Imports)?;

    let run = begin(ctx).await?;
    let folder = brought::folder(ctx, run);
    let went = async {
        tokio::fs::create_dir_all(&folder).await?;
        let names = receive(sent, &folder).await?;
        keep(ctx, run, &folder, names).await
    };
    match went.await {
        Ok(()) => Ok(run),
        Err(error) => {
            discard(ctx, run).await?;
            Err(error)
        }
    }
}

async fn begin(ctx: &Ctx) -> Result<RunId> {
    let tx = ctx.again().begin().await?;
    let id: RunId = tx.id();
    tx.insert_all(vec![run::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        person_id: Set(tx.actor.somebody()),
        preset: Set(String::new()),
        state: Set(RunState::Draft),
        summary: Set(serde_json::to_string(&Summary::default())?),
        steps: Set(0),
        done: Set(0),
        started_at: Set(tx.now),
        finished_at: Set(None),
        undone_at: Set(None),
    }])
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// Writes each file as it comes; how they are called, and how long they are.
async fn receive(sent: &mut Multipart, folder: &Path) -> Result<Vec<(String, i64)>> {
    let mut names: Vec<(String, i64)> = Vec::new();
    while let Some(field) = sent.next_field().await.map_err(|it| unsent(&it))? {
        let Some(name) = field.file_name().map(file_name).filter(|it| !it.is_empty()) else {
            continue;
        };
        if MOST_FILES <= names.len() {
            return Err(Error::TooLarge);
        }
        let path = folder.join(names.len().to_string());
        let bytes = store(field, &path).await?;
        let name = unused(&names, name);
        names.push((name, bytes));
    }
    if names.is_empty() {
        return Err(Error::refused(RunRefused::NoFile));
    }
    Ok(names)
}

async fn store(mut field: Field<'_>, path: &Path) -> Result<i64> {
    let mut file = tokio::fs::File::create(path).await?;
    let mut bytes = 0;
    while let Some(chunk) = field.chunk().await.map_err(|it| unsent(&it))? {
        bytes += i64::try_from(chunk.len()).unwrap_or(i64::MAX);
        file.write_all(&chunk).await?;
    }
    file.sync_all().await?;
    Ok(bytes)
}

fn unsent(fault: &MultipartError) -> Error {
    if fault.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Error::TooLarge;
    }
    Error::Malformed(fault.body_text())
}

/// A name without folders, and without what cannot be seen.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|it| !it.is_control()).take(LONGEST_NAME).collect()
}

/// Files are told apart by their names.
fn unused(names: &[(String, i64)], name: String) -> String {
    let is_used = |name: &str| names.iter().any(|it| it.0 == name);
    let numbered = (2..).map(|number| format!("{number}-{name}"));
    std::iter::once(name.clone()).chain(numbered).find(|it| !is_used(it)).unwrap_or(name)
}

/// Looks at all files, and keeps what was found. One that cannot be read refuses them all.
async fn keep(ctx: &Ctx, id: RunId, folder: &Path, names: Vec<(String, i64)>) -> Result<()> {
    let mut refused: Vec<Box<dyn Refusal>> = Vec::new();
    let mut found = Vec::new();
    for (number, (name, bytes)) in (0..).zip(names) {
        match look(folder, number, Asked::default()).await? {
            Ok(look) => found.push((number, name, bytes, look)),
            Err(why) => refused.push(Box::new(SourceRefused { name, why })),
        }
    }
    if !refused.is_empty() {
        return Err(Error::Invalid(refused));
    }

    let title = title(found.iter().map(|it| it.1.as_str()));
    let tx = ctx.again().begin().await?;
    let mut rows = Vec::new();
    for (number, name, bytes, look) in found {
        let known = remembered::of_columns(&tx, &look.survey.columns).await?;
        let known = known.and_then(|it| serde_json::from_str(&it.choice).ok());
        let choice = known.unwrap_or_else(|| guessed(&name, &look));
        rows.push(import_file::ActiveModel {
            company_id: Set(tx.actor.company),
            run_id: Set(id),
            number: Set(number),
            name: Set(name),
            bytes: Set(bytes),
            asked: Set(serde_json::to_string(&Asked::default())?),
            look: Set(serde_json::to_string(&look)?),
            choice: Set(serde_json::to_string(&choice)?),
        });
    }
    let files = rows.len();
    tx.insert_all(rows).await?;
    let named = vec![(run::Column::Preset, Expr::value(title.clone()))];
    tx.update_where::<run::Entity, _>(run::Column::CompanyId, run::Column::Id.eq(id), named)
        .await?;
    let event = Event::of("importing.files_brought", "import", id);
    tx.record(event.with("preset", title).with("files", files));
    tx.commit().await
}

/// Looks at a file where reading it holds nobody up.
pub async fn look(
    folder: &Path,
    number: i32,
    asked: Asked,
) -> Result<std::result::Result<Look, FileRefused>> {
    let (path, beside) = (folder.join(number.to_string()), brought::beside(folder, number));
    Ok(tokio::task::spawn_blocking(move || brought::look(&path, &beside, &asked)).await?)
}

/// What an import of these files is called.
fn title<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    let others = names.len().saturating_sub(1);
    let mut names = names;
    let first = names.next().unwrap_or_default();
    if others == 0 { first.to_owned() } else { format!("{first} + {others}") }
}

/// Takes a draft and its files away.
pub async fn discard(ctx: &Ctx, id: RunId) -> Result<()> {
    let tx = ctx.again().begin().await?;
    take_away(&tx, id).await?;
    tx.commit().await?;
    remove_folder(&brought::folder(ctx, id)).await
}

async fn take_away(tx: &Tx, id: RunId) -> Result<()> {
    let files = import_file::Column::RunId.eq(id);
    tx.delete_where::<import_file::Entity, _>(import_file::Column::CompanyId, files).await?;
    tx.delete_where::<run::Entity, _>(run::Column::CompanyId, run::Column::Id.eq(id)).await?;
    Ok(())
}

async fn remove_folder(folder: &Path) -> Result<()> {
    match tokio::fs::remove_dir_all(folder).await {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(fault.into()),
        _ => Ok(()),
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "upload.html")]
struct UploadPage {
    shell: Shell,
    w: Words,
    faults: Vec<String>,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Create, Area::Imports)?;
    page::render(&uploading(&ctx, Vec::new()))
}

fn uploading(ctx: &Ctx, faults: Vec<String>) -> UploadPage {
    UploadPage { shell: ctx.shell("settings"), w: Words::of(ctx.lang()), faults }
}

async fn submit(ctx: Ctx, sent: Result<Multipart, MultipartRejection>) -> Result<Response> {
    ctx.permit_company(Act::Create, Area::Imports)?;
    let mut sent = sent.map_err(|it| Error::Malformed(it.body_text()))?;
    match bring(&ctx, &mut sent).await {
        Ok(run) => page::redirect(&format!("/settings/imports/{run}/map")),
        Err(Error::TooLarge) => {
            let said = Words::of(ctx.lang()).upload_too_large().to_owned();
            page::render_as(StatusCode::PAYLOAD_TOO_LARGE, &uploading(&ctx, vec![said]))
        }
        Err(error) => {
            let status = error.status();
            let Faults { above, fields } = Faults::of(error, ctx.lang())?;
            let faults = above.into_iter().chain(fields.into_iter().map(|it| it.message));
            page::render_as(status, &uploading(&ctx, faults.collect()))
        }
    }
}

// In the API.

/// Bring files to import
///
/// `multipart/form-data`, one part for each file. The answer is a draft: nothing is imported
/// before it is run.
#[utoipa::path(
    post,
    path = "/api/v1/imports",
    tag = "imports",
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses(
        (status = 201, body = RunOut),
        (status = 403, body = api::Problem),
        (status = 413, body = api::Problem),
        (status = 422, body = api::Problem),
    ),
)]
async fn upload(
    ctx: Ctx,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<impl IntoResponse> {
    ctx.permit_company(Act::Create, Area::Imports)?;
    let mut sent = sent.map_err(|it| Error::Malformed(it.body_text()))?;
    let run = bring(&ctx, &mut sent).await?;
    let run = run::get(&ctx.again(), run).await?;
    Ok((StatusCode::CREATED, Json(RunOut::from(run))))
}
