//! Files come in, one after the other: those that may be kept, and why the others may not.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::http::StatusCode;
use frame::files::{Brought, Incoming};
use frame::{Ctx, Error, Result, text};

use crate::look::{Fit, look};
use crate::rules::{AttachmentRefused, FileRefused, MOST_FILES};

/// More than these are not even named.
const MOST_NAMED: usize = 200;

/// What came in one request.
#[derive(Default)]
pub struct Received {
    /// Each with the name that it came with.
    pub fit: Vec<(String, Fit)>,
    pub refused: Vec<FileRefused>,
    pub description: String,
    pub internal: bool,
}

/// Takes in whatever comes. One that is refused takes none of the others with it.
pub async fn receive(ctx: &Ctx, sent: &mut Multipart) -> Result<Received> {
    let mut received = Received::default();
    let mut room = ctx.app.room.file_bytes.saturating_mul(MOST_FILES as u64);
    while let Some(mut field) = sent.next_field().await.map_err(|it| unsent(&it))? {
        let Some(name) = field.file_name().map(str::to_owned) else {
            let name = field.name().unwrap_or_default().to_owned();
            let value = words(&mut field).await?;
            match name.as_str() {
                "description" => received.description = value,
                "internal" => received.internal = !value.is_empty(),
                _ => {}
            }
            continue;
        };
        let named = shown(&name);
        let came = received.fit.len() + received.refused.len();
        if MOST_NAMED <= came {
            return Err(Error::refused(AttachmentRefused::TooMany));
        }
        if MOST_FILES <= came {
            pass_over(&mut field, &mut room).await?;
            received.refused.push(FileRefused { name: named, why: AttachmentRefused::TooMany });
            continue;
        }
        let refused = match take(ctx, &mut field, &mut room).await? {
            // A form whose file was not chosen sends one without a name.
            Some(brought) if brought.bytes == 0 && name.is_empty() => continue,
            Some(brought) => match look(brought).await? {
                Ok(fit) => {
                    received.fit.push((name, fit));
                    continue;
                }
                Err(why) => why,
            },
            None => AttachmentRefused::TooLarge { most_mb: ctx.app.room.file_bytes >> 20 },
        };
        received.refused.push(FileRefused { name: named, why: refused });
    }
    if received.fit.is_empty() && received.refused.is_empty() {
        return Err(Error::refused(AttachmentRefused::NoFile));
    }
    Ok(received)
}

/// Lets a file pass unread, so that what follows is heard.
async fn pass_over(field: &mut Field<'_>, room: &mut u64) -> Result<()> {
    while let Some(part) = field.chunk().await.map_err(|it| unsent(&it))? {
        *room = room.checked_sub(part.len() as u64).ok_or(Error::TooLarge)?;
    }
    Ok(())
}

/// One file, written as it comes; none when it is too large. What follows of it is let pass, so
/// that the next one is heard and the answer too.
async fn take(ctx: &Ctx, field: &mut Field<'_>, room: &mut u64) -> Result<Option<Brought>> {
    let mut incoming = Some(Incoming::begin(ctx, ctx.app.room.file_bytes).await?);
    while let Some(part) = field.chunk().await.map_err(|it| unsent(&it))? {
        *room = room.checked_sub(part.len() as u64).ok_or(Error::TooLarge)?;
        let Some(file) = &mut incoming else { continue };
        match file.take(&part).await {
            Ok(()) => {}
            Err(Error::TooLarge) => incoming = None,
            Err(error) => return Err(error),
        }
    }
    match incoming {
        Some(file) => Ok(Some(file.end().await?)),
        None => Ok(None),
    }
}

/// A field that is no file; more than a description is not read.
async fn words(field: &mut Field<'_>) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(part) = field.chunk().await.map_err(|it| unsent(&it))? {
        if 64 * 1024 < bytes.len() + part.len() {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&part);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unsent(fault: &MultipartError) -> Error {
    if fault.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Error::TooLarge;
    }
    Error::Malformed(fault.body_text())
}

/// The name in a sentence: what was sent, without what cannot be seen.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = text::line(last).unwrap_or_else(|| "?".to_owned());
    line.chars().filter(|it| !matches!(it, '\u{200b}'..='\u{206f}')).take(80).collect()
}
