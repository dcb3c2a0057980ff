//! The one store of files: photos, named by the hash of what the phone sent, and what people attach.
//!
//! A photo is never stored as it came in: it is decoded within limits, turned upright, and
//! written anew, so that neither hidden data nor the place where it was taken goes further.

mod content;
mod picture;
mod proof;
mod sweep;

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang, PersonId, Refusal};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use crate::ctx::{Ctx, Owned, Whose};
use crate::error::{Error, Result};
use crate::secrets::sha256_hex;
use crate::tx::Tx;
use crate::words::Words;

pub use content::{
    Brought, Entity as Contents, Free, Incoming, Room, keep as keep_content, let_go,
    path_of as path_of_content, table as contents_table, used,
};
pub use picture::{Picture, remake_picture};
pub use proof::{Proof, prove};
pub use sweep::{SWEEP, Sweep};

/// The most that is taken in: 8 MB, 40 megapixels.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
const MOST_SIDE: u32 = 12_000;
const MOST_MEMORY: u64 = 40_000_000 * 4;
/// The longer side of what is kept.
const KEPT_SIDE: u32 = 1_920;
const QUALITY: u8 = 82;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner_id: PersonId,
    /// Of the bytes that the phone sent, in hexadecimal: its name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    /// Of the bytes that are kept.
    pub stored: String,
    pub bytes: i64,
    pub width: i32,
    pub height: i32,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A photo is seen by whoever may see the visits and days of the person who took it.
impl Owned for Entity {
    type Id = String;
    const AREA: Area = Area::Attendance;

    fn id() -> Column {
        Column::Sha256
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: Whose) -> sea_orm::Condition {
        whose.holds(Column::OwnerId)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoRefused {
    #[error("the bytes do not hash to the name")]
    OtherBytes,
    #[error("not a photo")]
    NoPhoto,
    #[error("more pixels than are accepted")]
    TooManyPixels,
}

impl Refusal for PhotoRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherBytes => "files.other_bytes",
            Self::NoPhoto => "files.no_photo",
            Self::TooManyPixels => "files.too_many_pixels",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::OtherBytes => w.files_other_bytes(),
            Self::NoPhoto => w.files_no_photo(),
            Self::TooManyPixels => w.files_too_many_pixels(),
        }
        .to_owned()
    }
}

/// A photo made anew.
pub struct Photo {
    pub jpeg: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Decodes, turns upright, shrinks and encodes again. Heavy: for a blocking thread.
pub fn remake(bytes: &[u8]) -> std::result::Result<Photo, PhotoRefused> {
    let (picture, _) = decode(bytes, KEPT_SIDE)?;
    let picture = picture.into_rgb8();
    let jpeg = jpeg(&picture, QUALITY)?;
    Ok(Photo { jpeg, width: picture.width(), height: picture.height() })
}

/// Decodes within limits, turns upright, and shrinks what is longer than this.
fn decode(
    bytes: &[u8],
    side: u32,
) -> std::result::Result<(DynamicImage, ImageFormat), PhotoRefused> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|_| PhotoRefused::NoPhoto)?;
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    let format = reader.format().filter(|it| known.contains(it)).ok_or(PhotoRefused::NoPhoto)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);

    let mut decoder = reader.into_decoder().map_err(|cause| refused(&cause))?;
    let (width, height) = decoder.dimensions();
    if MOST_MEMORY / 4 < u64::from(width) * u64::from(height) {
        return Err(PhotoRefused::TooManyPixels);
    }
    let upright = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|cause| refused(&cause))?;
    picture.apply_orientation(upright);
    if side < picture.width().max(picture.height()) {
        picture = picture.thumbnail(side, side);
    }
    Ok((picture, format))
}

/// As a JPEG, which knows no transparency.
fn jpeg(picture: &RgbImage, quality: u8) -> std::result::Result<Vec<u8>, PhotoRefused> {
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, quality)
        .encode_image(picture)
        .map_err(|cause| refused(&cause))?;
    Ok(jpeg)
}

fn refused(cause: &image::ImageError) -> PhotoRefused {
    match cause {
        image::ImageError::Limits(_) => PhotoRefused::TooManyPixels,
        _ => PhotoRefused::NoPhoto,
    }
}

/// Is this photo of this person already here?
pub async fn known(ctx: &Ctx, owner: PersonId, sha256: &str) -> Result<Option<Model>> {
    let files = ctx.whole_company::<Entity>().filter(Column::OwnerId.eq(owner));
    Ok(files.filter(Column::Sha256.eq(sha256)).one(ctx).await?)
}

/// Checks the name, makes the photo anew, and puts it on disk, synced. No row yet: a file that
/// no row names is swept away, a row that names no file must never be.
pub async fn take_in(ctx: &Ctx, sha256: &str, bytes: Vec<u8>) -> Result<(Photo, String)> {
    if sha256_hex(&bytes) != sha256 {
        return Err(Error::refused(PhotoRefused::OtherBytes));
    }
    let (folder, now) = (folder(&ctx.app.files, ctx.actor.company), ctx.now);
    tokio::task::spawn_blocking(move || {
        let photo = remake(&bytes).map_err(Error::refused)?;
        let stored = sha256_hex(&photo.jpeg);
        write(&folder, &stored, &photo.jpeg, now)?;
        Ok((photo, stored))
    })
    .await?
}

/// Remembers a photo that lies on disk.
pub async fn keep(tx: &Tx, sha256: &str, photo: &Photo, stored: String) -> Result<()> {
    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        owner_id: Set(tx.actor.person),
        sha256: Set(sha256.to_owned()),
        stored: Set(stored),
        bytes: Set(i64::try_from(photo.jpeg.len()).unwrap_or(i64::MAX)),
        width: Set(i32::try_from(photo.width).unwrap_or(i32::MAX)),
        height: Set(i32::try_from(photo.height).unwrap_or(i32::MAX)),
        created_at: Set(tx.now),
    };
    let same = OnConflict::columns([Column::CompanyId, Column::OwnerId, Column::Sha256])
        .update_column(Column::Stored)
        .to_owned();
    tx.put(row, same).await
}

/// The bytes of a photo that was found within reach.
pub async fn read(ctx: &Ctx, file: &Model) -> Result<Vec<u8>> {
    let path = path(&folder(&ctx.app.files, file.company_id), &file.stored);
    Ok(tokio::fs::read(path).await?)
}

fn folder(files: &Path, company: CompanyId) -> PathBuf {
    files.join(company.to_string())
}

fn path(folder: &Path, stored: &str) -> PathBuf {
    folder.join(stored.get(..2).unwrap_or("00")).join(stored)
}

/// Written beside, synced, and only then given its name; the folder is synced too. What lies there
/// already is needed again from now on, which the [sweep] sees.
fn write(folder: &Path, stored: &str, bytes: &[u8], now: Instant) -> Result<()> {
    use std::io::Write;
    let path = path(folder, stored);
    if is_needed_again(&path, now)? {
        return Ok(());
    }
    let parent = path.parent().unwrap_or(folder);
    std::fs::create_dir_all(parent)?;
    let beside = parent.join(format!(".{stored}.{:016x}", rand::random::<u64>()));
    let mut file = std::fs::File::create(&beside)?;
    file.write_all(bytes)?;
    file.set_modified(time(now))?;
    file.sync_all()?;
    name(&beside, &path)
}

/// Marks a file with this moment; answers whether it lies there. Looked at after it is marked:
/// whoever takes it away has either seen the mark by then, or has taken it.
fn is_needed_again(path: &Path, now: Instant) -> std::io::Result<bool> {
    match std::fs::File::options().write(true).open(path) {
        Ok(file) => file.set_modified(time(now))?,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(cause) => return Err(cause),
    }
    path.try_exists()
}

/// The moment as a disk knows it.
fn time(moment: Instant) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(moment.0).unwrap_or_default())
}

/// Gives a file that is whole and synced its name, and syncs the folder.
fn name(beside: &Path, path: &Path) -> Result<()> {
    std::fs::rename(beside, path)?;
    if let Some(folder) = path.parent() {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = DynamicImage::new_rgb8(width, height);
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn a_large_photo_is_made_smaller() {
        let photo = remake(&png(4_000, 1_000)).unwrap();

        assert_eq!((photo.width, photo.height), (1_920, 480));
        assert_eq!(image::guess_format(&photo.jpeg).unwrap(), ImageFormat::Jpeg);
    }

    #[test]
    fn what_is_no_photo_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

        assert_eq!(remake(svg).err(), Some(PhotoRefused::NoPhoto));
        assert_eq!(remake(b"").err(), Some(PhotoRefused::NoPhoto));
        assert_eq!(remake(&png(10, 10)[..40]).err(), Some(PhotoRefused::NoPhoto));
    }

    #[test]
    fn a_flood_of_pixels_is_refused_before_it_is_unpacked() {
        assert_eq!(remake(&png(12_500, 1)).err(), Some(PhotoRefused::TooManyPixels));
        assert_eq!(remake(&png(7_000, 6_000)).err(), Some(PhotoRefused::TooManyPixels));
    }

    #[test]
    fn a_file_written_twice_is_one_file() {
        let folder = tempfile::tempdir().unwrap();

        let now = Instant(1_772_427_600_000_000);
        write(folder.path(), "abcd", b"one", now).unwrap();
        write(folder.path(), "abcd", b"one", now.plus_days(2)).unwrap();

        assert_eq!(std::fs::read(folder.path().join("ab/abcd")).unwrap(), b"one");
        assert_eq!(std::fs::read_dir(folder.path().join("ab")).unwrap().count(), 1);
        let modified = std::fs::metadata(folder.path().join("ab/abcd")).unwrap().modified();
        assert_eq!(modified.unwrap(), time(now.plus_days(2)), "it is needed again");
    }
}
