//! A whole list as a file, however long: read page by page from one moment, and written to disk
//! before it is sent, so that neither memory nor a reader of the database waits for whoever
//! downloads slowly.

mod cell;
mod text;
mod book;
mod kept;

use std::future::Future;
use std::io::{Read, Seek};
use std::pin::Pin;

use anyhow::Context as _;
use axum::body::{Body, Bytes};
use axum::extract::FromRequestParts;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::Response;
use futures_util::{StreamExt, stream};
use kernel::Lang;
use kernel::access::{Act, Area};
use serde::Serialize;

use super::list::{Chosen, Cut, MOST};
use super::sheet;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::stream::Event;

use book::Book;
pub use cell::Cell;
use kept::{Kept, Whole};
use text::Text;

/// How much of a file is held at once while it is sent.
const PART: usize = 64 * 1024;

kernel::labels! {
    /// As what a list is taken out.
    pub enum Form {
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

impl Form {
    /// The media type of such a file.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A list is taken out at two addresses by one handler, which the ending tells what to write.
impl<S: Send + Sync> FromRequestParts<S> for Form {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let ending = parts.uri.path().rsplit_once('.').map(|it| it.1);
        ending.and_then(Self::from_word).ok_or(Error::NotFound)
    }
}

/// Where a list is found as a file, for those who may take it out.
pub struct Files {
    pub csv: String,
    pub xlsx: String,
}

/// The files of the list at this address, narrowed as it is there.
pub fn files(ctx: &Ctx, area: Area, address: &str) -> Option<Files> {
    if !ctx.may(Act::Export, area) {
        return None;
    }
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mark = if query.is_empty() { "" } else { "?" };
    let file = |form: Form| format!("{path}.{}{mark}{query}", form.word());
    Some(Files { csv: file(Form::Csv), xlsx: file(Form::Xlsx) })
}

/// What stands above the cells of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The column of the list to which it belongs; empty of what stands in every file.
    pub word: String,
    pub label: String,
}

impl Head {
    pub fn of(word: &str, label: &str) -> Self {
        Self { word: word.to_owned(), label: label.to_owned() }
    }
}

/// The heads of a list of which nobody chooses columns.
pub fn heads(labels: impl IntoIterator<Item = &'static str>) -> Vec<Head> {
    labels.into_iter().map(|it| Head::of("", it)).collect()
}

/// The rows of a list, some at a time.
pub trait Rows: Send + 'static {
    fn head(&self) -> Vec<Head>;

    /// The next of them; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Vec<Vec<Cell>>>> + Send;
}

/// Leads through the pages of a list, for its [`Rows`].
#[derive(Default)]
pub struct Paging {
    cursor: Option<String>,
    ended: bool,
}

impl Paging {
    /// Which page to read now; none after the last.
    pub fn cut(&self) -> Option<Cut> {
        (!self.ended).then(|| Cut { limit: Some(MOST), cursor: self.cursor.clone() })
    }

    /// Where that page ended.
    pub fn ended_at(&mut self, next_cursor: Option<String>) {
        self.ended = next_cursor.is_none();
        self.cursor = next_cursor;
    }
}

/// Which list somebody takes out.
pub struct List<'a, L> {
    /// Whose `export` it asks for; what is read of this area is what they may take out.
    pub area: Area,
    /// What the audit calls it: `accounts.exported`.
    pub event: &'static str,
    /// The file's name, without its ending.
    pub name: &'a str,
    /// By what it was narrowed.
    pub looked: &'a L,
    /// Which of its columns; all of them, unless told.
    pub columns: Chosen,
}

/// Takes a list out: permits, records that somebody did, and answers with the file.
pub async fn take_out<L: Serialize, R: Rows>(
    ctx: Ctx,
    form: Form,
    list: List<'_, L>,
    rows: impl FnOnce(Ctx) -> R,
) -> Result<Response> {
    let ctx = ctx.taking_out(list.area)?;
    ctx.app.limits.export.take(&ctx.actor.person.0)?;
    let (lang, today) = (ctx.lang(), ctx.now.day(&ctx.actor.zone));
    let recording = ctx.again();
    let mut rows = Kept::of(rows(ctx), &list.columns.columns);
    // What is asked wrongly is answered, and not found out within a download.
    let first = rows.next().await?;

    let tx = recording.begin().await?;
    tx.record(
        Event::of(list.event, "person", tx.actor.person)
            .owner(tx.actor.person)
            .with("form", form.word())
            .with("asked", serde_json::to_string(list.looked)?)
            .with("columns", list.columns.columns.clone()),
    );
    tx.commit().await?;
    answer(form, &format!("{}-{today}", list.name), sending(form, lang, first, rows))
}

/// A table that is known as a whole, as a file; whoever calls has permitted and recorded.
pub fn table(
    form: Form,
    lang: Lang,
    name: &str,
    head: Vec<String>,
    rows: Vec<Vec<Cell>>,
) -> Result<Response> {
    answer(form, name, sending(form, lang, rows, Whole { head }))
}

/// As [`table`], for a file that is sent and not downloaded; none if it has more bytes than this.
pub async fn bytes(
    form: Form,
    lang: Lang,
    head: Vec<String>,
    rows: Vec<Vec<Cell>>,
    most: u64,
) -> Result<Option<Vec<u8>>> {
    let mut file = written(form, lang, rows, Whole { head }).await?;
    if most < file.metadata()?.len() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// A table of a workbook that has several.
pub struct Sheet {
    pub name: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// Tables that are known as a whole, as one workbook, each on a sheet under its name; whoever calls
/// has permitted and recorded.
pub fn workbook(name: &str, sheets: Vec<Sheet>) -> Result<Response> {
    let packing = Box::pin(async move {
        let packed = tokio::task::spawn_blocking(move || packed(sheets)).await?;
        packed.map_err(Error::internal)
    });
    answer(Form::Xlsx, name, sent(Sending::Writing(packing)))
}

fn packed(sheets: Vec<Sheet>) -> anyhow::Result<std::fs::File> {
    let mut sheets = sheets.into_iter();
    let first = sheets.next().context("a workbook has a sheet")?;
    let mut book = Book::begin(first.head)?;
    book.name(&first.name)?;
    book.add(first.rows)?;
    for sheet in sheets {
        book.turn_to(sheet.head)?;
        book.name(&sheet.name)?;
        book.add(sheet.rows)?;
    }
    let mut file = book.end(tempfile::tempfile()?)?;
    file.rewind()?;
    Ok(file)
}

fn answer(form: Form, name: &str, body: Body) -> Result<Response> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(form.kind()));
    let download = format!("attachment; filename=\"{}.{}\"", sheet::plain(name), form.word());
    let download = HeaderValue::from_str(&download).map_err(Error::internal)?;
    headers.insert(CONTENT_DISPOSITION, download);
    Ok(response)
}

/// A body that first is written, and then read.
enum Sending {
    Writing(Pin<Box<dyn Future<Output = Result<std::fs::File>> + Send>>),
    Reading(std::fs::File),
}

fn sending<R: Rows>(form: Form, lang: Lang, first: Vec<Vec<Cell>>, rows: R) -> Body {
    sent(Sending::Writing(Box::pin(written(form, lang, first, rows))))
}

fn sent(sending: Sending) -> Body {
    let parts = stream::unfold(Some(sending), |at| async move {
        let file = match at? {
            Sending::Reading(file) => Ok(file),
            Sending::Writing(writing) => writing.await,
        };
        // A failure breaks the download off: a file that ends early must not look whole.
        match file.and_then(part) {
            Ok((bytes, _)) if bytes.is_empty() => None,
            Ok((bytes, file)) => Some((Ok(bytes), Some(Sending::Reading(file)))),
            Err(error) => {
                tracing::error!(error = %error, "a list could not be taken out");
                Some((Err(std::io::Error::other(error.to_string())), None))
            }
        }
    });
    // Whoever packs a short file for the browser asks once more after its end.
    Body::from_stream(parts.fuse())
}

fn part(mut file: std::fs::File) -> Result<(Bytes, std::fs::File)> {
    let mut part = vec![0; PART];
    let read = file.read(&mut part).map_err(Error::internal)?;
    part.truncate(read);
    Ok((Bytes::from(part), file))
}

/// A file without a name, which is gone when it is closed, whatever happens.
async fn written<R: Rows>(
    form: Form,
    lang: Lang,
    first: Vec<Vec<Cell>>,
    mut rows: R,
) -> Result<std::fs::File> {
    let file = tempfile::tempfile().map_err(Error::internal)?;
    let head: Vec<String> = rows.head().into_iter().map(|it| it.label).collect();
    let mut file = match form {
        Form::Csv => {
            let mut text = Text { file, lang };
            text.begin(&head).map_err(Error::internal)?;
            let mut some = first;
            while !some.is_empty() {
                text.add(some).map_err(Error::internal)?;
                some = rows.next().await?;
            }
            text.file
        }
        Form::Xlsx => {
            let mut book = Book::begin(head).map_err(Error::internal)?;
            let mut some = first;
            while !some.is_empty() {
                book.add(some).map_err(Error::internal)?;
                some = rows.next().await?;
            }
            // Its readers of the database are free while it is packed.
            drop(rows);
            let packed = tokio::task::spawn_blocking(move || book.end(file)).await?;
            packed.map_err(Error::internal)?
        }
    };
    file.rewind().map_err(Error::internal)?;
    Ok(file)
}

#[cfg(test)]
mod tests;
