//! What a file is, by what stands in it; what it is called says nothing.

use kernel::labels;

use super::AttachmentRefused;

/// How much of a file's beginning is looked at.
pub const HEAD: usize = 64 * 1024;

labels! {
    /// What an attachment is, roughly.
    #[schema(as = AttachmentKind)]
    pub enum Kind {
        Picture = "picture",
        Document = "document",
        Sheet = "sheet",
        Slides = "slides",
        Text = "text",
        Mail = "mail",
        Sound = "sound",
        Film = "film",
        Archive = "archive",
    }
}

impl Kind {
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Picture => "image",
            Self::Sheet => "table",
            Self::Slides => "monitor",
            Self::Mail => "mail",
            Self::Document | Self::Text => "file-text",
            Self::Sound | Self::Film => "file-play",
            Self::Archive => "package",
        }
    }
}

/// What was seen of a file.
#[derive(Clone, Debug, Default)]
pub struct Seen<'a> {
    /// Its first bytes, at most [`HEAD`] of them.
    pub head: &'a [u8],
    /// Of an archive, the names in it; nothing in it is ever unpacked. None: they cannot be read.
    pub names: Option<&'a [String]>,
    /// Which of [`OLD_MARKS`] stand anywhere in it.
    pub marks: &'a [&'static str],
}

/// Names of streams by which an office file of the older kind says what it is.
pub const OLD_MARKS: &[&str] =
    &["WordDocument", "Workbook", "PowerPoint Document", "__properties_version1.0", "_VBA_PROJECT"];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG, PNG or WebP, to be made anew.
    Picture,
    Jpeg,
    Png,
    Pdf,
    Rtf,
    Word,
    Sheet,
    Slides,
    OpenText,
    OpenSheet,
    OpenSlides,
    OldWord,
    OldSheet,
    OldSlides,
    OldMail,
    Zip,
    Rar,
    SevenZip,
    Mp3,
    Ogg,
    Wav,
    Mp4,
    Text,
}

impl Format {
    pub const fn kind(self) -> Kind {
        match self {
            Self::Picture | Self::Jpeg | Self::Png => Kind::Picture,
            Self::Pdf | Self::Rtf | Self::Word | Self::OpenText | Self::OldWord => Kind::Document,
            Self::Sheet | Self::OpenSheet | Self::OldSheet => Kind::Sheet,
            Self::Slides | Self::OpenSlides | Self::OldSlides => Kind::Slides,
            Self::OldMail => Kind::Mail,
            Self::Zip | Self::Rar | Self::SevenZip => Kind::Archive,
            Self::Mp3 | Self::Ogg | Self::Wav => Kind::Sound,
            Self::Mp4 => Kind::Film,
            Self::Text => Kind::Text,
        }
    }

    /// The endings that a name of this may have, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Picture | Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Pdf => &["pdf"],
            Self::Rtf => &["rtf"],
            Self::Word => &["docx", "dotx"],
            Self::Sheet => &["xlsx", "xltx"],
            Self::Slides => &["pptx", "ppsx", "potx"],
            Self::OpenText => &["odt"],
            Self::OpenSheet => &["ods"],
            Self::OpenSlides => &["odp"],
            Self::OldWord => &["doc", "dot"],
            Self::OldSheet => &["xls", "xlt"],
            Self::OldSlides => &["ppt", "pps"],
            Self::OldMail => &["msg"],
            Self::Zip => &["zip", "kmz", "epub"],
            Self::Rar => &["rar"],
            Self::SevenZip => &["7z"],
            Self::Mp3 => &["mp3"],
            Self::Ogg => &["ogg", "oga", "opus", "ogv"],
            Self::Wav => &["wav"],
            Self::Mp4 => &["mp4", "m4a", "mov", "m4v", "3gp"],
            Self::Text => &["txt", "csv", "tsv", "md", "vcf", "ics", "eml", "json", "xml", "log"],
        }
    }
}

impl Format {
    /// What a name that we made ourselves says.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Self::KEPT.iter().copied().find(|it| it.endings().contains(&ending))
    }

    /// Whatever is kept; pictures are made anew before.
    pub const KEPT: &[Self] = &[
        Self::Jpeg,
        Self::Png,
        Self::Pdf,
        Self::Rtf,
        Self::Word,
        Self::Sheet,
        Self::Slides,
        Self::OpenText,
        Self::OpenSheet,
        Self::OpenSlides,
        Self::OldWord,
        Self::OldSheet,
        Self::OldSlides,
        Self::OldMail,
        Self::Zip,
        Self::Rar,
        Self::SevenZip,
        Self::Mp3,
        Self::Ogg,
        Self::Wav,
        Self::Mp4,
        Self::Text,
    ];
}

const PROGRAMS: &[&[u8]] = &[
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x00asm",
    b"dex\n",
    b"L\0\0\0\x01\x14\x02\0",
];

/// Photos in which the place would stay: they can be saved as something that we make anew.
const OTHER_PICTURES: &[&[u8]] =
    &[b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM", b"\0\0\x01\0", b"8BPS"];

/// What may be kept of what was seen, or why not.
pub fn format(seen: &Seen<'_>) -> Result<Format, AttachmentRefused> {
    let head = seen.head;
    let begins = |with: &&[u8]| head.starts_with(with);
    if head.is_empty() {
        return Err(AttachmentRefused::Empty);
    }
    if PROGRAMS.iter().any(begins) {
        return Err(AttachmentRefused::Program);
    }
    let plain: &[(&[u8], Format)] = &[
        (b"\xff\xd8\xff", Format::Picture),
        (b"\x89PNG\r\n\x1a\n", Format::Picture),
        (b"%PDF-", Format::Pdf),
        (b"{\\rtf", Format::Rtf),
        (b"Rar!\x1a\x07", Format::Rar),
        (b"7z\xbc\xaf\x27\x1c", Format::SevenZip),
        (b"ID3", Format::Mp3),
        (b"\xff\xfb", Format::Mp3),
        (b"\xff\xf3", Format::Mp3),
        (b"\xff\xf2", Format::Mp3),
        (b"OggS", Format::Ogg),
    ];
    if let Some((_, format)) = plain.iter().find(|it| head.starts_with(it.0)) {
        return Ok(*format);
    }
    match (head.get(..4), head.get(8..12)) {
        (Some(b"RIFF"), Some(b"WEBP")) => return Ok(Format::Picture),
        (Some(b"RIFF"), Some(b"WAVE")) => return Ok(Format::Wav),
        _ => {}
    }
    if head.get(4..8) == Some(b"ftyp") {
        return of_boxes(head.get(8..12).unwrap_or_default());
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return of_archive(head, seen.names);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return of_marks(seen.marks);
    }
    if OTHER_PICTURES.iter().any(begins) && !is_text(head) {
        return Err(AttachmentRefused::OtherPicture);
    }
    if !is_text(head) {
        return Err(AttachmentRefused::Unknown);
    }
    if is_web_page(head) { Err(AttachmentRefused::WebPage) } else { Ok(Format::Text) }
}

/// Films, sounds and pictures of telephones begin alike.
fn of_boxes(brand: &[u8]) -> Result<Format, AttachmentRefused> {
    let pictures: &[&[u8]] = &[b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"avif"];
    if pictures.contains(&brand) {
        return Err(AttachmentRefused::OtherPicture);
    }
    Ok(Format::Mp4)
}

/// By the names in it; it is never unpacked.
fn of_archive(head: &[u8], names: Option<&[String]>) -> Result<Format, AttachmentRefused> {
    let Some(names) = names else { return Err(AttachmentRefused::Damaged) };
    let has = |begin: &str| names.iter().any(|it| it.starts_with(begin));
    let ends = |end: &str| names.iter().any(|it| it.to_ascii_lowercase().ends_with(end));
    if has("META-INF/MANIFEST.MF") || has("AndroidManifest.xml") || ends(".dex") {
        return Err(AttachmentRefused::Program);
    }
    if ends("vbaproject.bin") {
        return Err(AttachmentRefused::Macros);
    }
    if has("[Content_Types].xml") {
        for (folder, format) in
            [("word/", Format::Word), ("xl/", Format::Sheet), ("ppt/", Format::Slides)]
        {
            if has(folder) {
                return Ok(format);
            }
        }
    }
    // The first entry of these says, unpacked, what they are.
    let said = head.get(30..).unwrap_or_default();
    for (kind, format) in [
        ("text", Format::OpenText),
        ("spreadsheet", Format::OpenSheet),
        ("presentation", Format::OpenSlides),
    ] {
        let says = format!("mimetypeapplication/vnd.oasis.opendocument.{kind}");
        if said.starts_with(says.as_bytes()) {
            return Ok(format);
        }
    }
    Ok(Format::Zip)
}

fn of_marks(marks: &[&str]) -> Result<Format, AttachmentRefused> {
    let has = |mark: &str| marks.contains(&mark);
    if has("_VBA_PROJECT") {
        return Err(AttachmentRefused::Macros);
    }
    let kinds = [
        ("__properties_version1.0", Format::OldMail),
        ("WordDocument", Format::OldWord),
        ("Workbook", Format::OldSheet),
        ("PowerPoint Document", Format::OldSlides),
    ];
    let found = kinds.iter().find(|it| has(it.0)).map(|it| it.1);
    // An installer begins like an old office file, too.
    found.ok_or(AttachmentRefused::Unknown)
}

/// Letters and nothing that only a machine reads.
fn is_text(head: &[u8]) -> bool {
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return true;
    }
    let plain = |it: &u8| 0x20 <= *it && *it != 0x7f || matches!(it, b'\t' | b'\n' | b'\r' | 0x0c);
    head.iter().all(plain)
}

/// Something that a browser would draw, or execute.
fn is_web_page(head: &[u8]) -> bool {
    let letters = head.iter().filter(|it| it.is_ascii() && **it != 0);
    let text: String = letters.map(|it| char::from(it.to_ascii_lowercase())).collect();
    let text = text.trim_start();
    if !text.starts_with('<') {
        return false;
    }
    let marks = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<iframe",
        "<img",
        "<object",
        "<embed",
        "1999/xhtml",
        "2000/svg",
        "xml-stylesheet",
        ":script",
        ":svg",
    ];
    marks.iter().any(|it| text.contains(it))
}

#[cfg(test)]
mod tests;
