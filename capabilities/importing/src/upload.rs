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
use crate::few_at_once::turn_soon;
use crate::import_file;
use crate::ledger::{self, Source};
use crate::own::{self, Own};
use crate::remembered;
use crate::rules::choice::Choice;
use crate::rules::file_refused::FileRefused;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::runs::RunOut;
use crate::source_file::SourceRefused;
use crate::summary::Summary;
use crate::words::Words;

/// The most that comes at once, all files together.
pub const MOST_BYTES: usize = 64 << 20;
/// Days of a ledger come each in a file of its own.
const MOST_FILES: usize = 400;
/// Files that people map.
pub const MOST_TABLES: usize = 20;
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
        touched_at: Set(Some(tx.now)),
        ledger: Set(None),
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

/// Keeps what came: days of a ledger as such, anything else as it was found.
async fn keep(ctx: &Ctx, id: RunId, folder: &Path, names: Vec<(String, i64)>) -> Result<()> {
    let title = title(names.iter().map(|it| it.0.as_str()));
    let source = |(number, (name, _)): (usize, &(String, i64))| Source {
        path: folder.join(number.to_string()),
        name: name.clone(),
    };
    let sources = names.iter().enumerate().map(source).collect();
    let ledger = ledger::recognise(folder, sources).await?;
    if ledger.is_none() && MOST_TABLES < names.len() {
        return Err(Error::TooLarge);
    }
    let found = if ledger.is_some() { Vec::new() } else { found(folder, &names).await? };

    let tx = ctx.again().begin().await?;
    let own = own::load(&tx).await?;
    let mut rows = Vec::new();
    for (at, (name, bytes)) in names.into_iter().enumerate() {
        let (look, choice) = match found.get(at) {
            Some(look) => {
                let choice = chosen(&tx, &name, look, &own).await?;
                (serde_json::to_string(look)?, serde_json::to_string(&choice)?)
            }
            // Nobody maps the days of a ledger.
            None => ("null".to_owned(), "null".to_owned()),
        };
        rows.push(import_file::ActiveModel {
            company_id: Set(tx.actor.company),
            run_id: Set(id),
            number: Set(i32::try_from(at).unwrap_or(i32::MAX)),
            name: Set(name),
            bytes: Set(bytes),
            asked: Set(serde_json::to_string(&Asked::default())?),
            look: Set(look),
            choice: Set(choice),
        });
    }
    let files = rows.len();
    tx.insert_all(rows).await?;
    let values = vec![
        (run::Column::Preset, Expr::value(title.clone())),
        (run::Column::Ledger, Expr::value(ledger)),
    ];
    tx.update_where::<run::Entity, _>(run::Column::CompanyId, run::Column::Id.eq(id), values)
        .await?;
    let event = Event::of("importing.files_brought", "import", id);
    tx.record(event.with("preset", title).with("files", files));
    tx.commit().await
}

/// Looks at all files. One that cannot be read refuses them all.
async fn found(folder: &Path, names: &[(String, i64)]) -> Result<Vec<Look>> {
    let mut refused: Vec<Box<dyn Refusal>> = Vec::new();
    let mut found = Vec::new();
    for (number, (name, _)) in (0..).zip(names) {
        match look(folder, number, Asked::default()).await? {
            Ok(look) => found.push(look),
            Err(why) => refused.push(Box::new(SourceRefused { name: name.clone(), why })),
        }
    }
    if refused.is_empty() { Ok(found) } else { Err(Error::Invalid(refused)) }
}

/// How a file is read: as the last one with these columns, or as it is guessed.
pub async fn chosen(ctx: &Ctx, name: &str, look: &Look, own: &Own) -> Result<Choice> {
    let known = remembered::of_columns(ctx, &look.survey.columns).await?;
    let known: Option<Choice> = known.and_then(|it| serde_json::from_str(&it.choice).ok());
    let choice = known.map(|it| it.kept_to(&look.survey.columns, &look.profiles, own));
    Ok(choice.unwrap_or_else(|| guessed(name, look, own)))
}

/// Looks at a file where reading it holds nobody up.
pub async fn look(
    folder: &Path,
    number: i32,
    asked: Asked,
) -> Result<std::result::Result<Look, FileRefused>> {
    let (path, beside) = (folder.join(number.to_string()), brought::beside(folder, number));
    let turn = turn_soon().await?;
    let look = move || {
        // A large workbook takes much memory; the turn ends with the work.
        let _turn = turn;
        brought::look(&path, &beside, &asked)
    };
    Ok(tokio::task::spawn_blocking(look).await?)
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

pub async fn remove_folder(folder: &Path) -> Result<()> {
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
        Ok(run) => {
            // Days of a ledger need no mapping; the way to it stays open.
            let is_known = run::get(&ctx.again(), run).await?.ledger.is_some();
            let step = if is_known { "check" } else { "map" };
            page::redirect(&format!("/settings/imports/{run}/{step}"))
        }
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
/// before it is run. Days of a ledger, packed or each in a file, are known by their columns, and
/// `ledger` says so.
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
