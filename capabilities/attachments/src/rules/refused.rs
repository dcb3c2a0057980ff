//! Why something is not attached.

use kernel::{Lang, Refusal};

use super::{LONGEST_DESCRIPTION, MOST_FILES};
use crate::words::Words;

/// Why a file, or what is said of one, is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentRefused {
    #[error("no file")]
    NoFile,
    #[error("too many files at once")]
    TooMany,
    #[error("an empty file")]
    Empty,
    #[error("more than {most_mb} MB")]
    TooLarge { most_mb: u64 },
    #[error("no room for more")]
    NoRoom { most_gb: u64 },
    #[error("a program")]
    Program,
    #[error("a web page")]
    WebPage,
    #[error("macros")]
    Macros,
    #[error("a picture of another kind")]
    OtherPicture,
    #[error("more pixels than are accepted")]
    TooManyPixels,
    #[error("damaged")]
    Damaged,
    #[error("not known")]
    Unknown,
    #[error("no name")]
    NoName,
    #[error("too long a description")]
    TooLong,
    #[error("too late to restore")]
    TooLate,
}

impl Refusal for AttachmentRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoFile => "attachments.no_file",
            Self::TooMany => "attachments.too_many",
            Self::Empty => "attachments.empty",
            Self::TooLarge { .. } => "attachments.too_large",
            Self::NoRoom { .. } => "attachments.no_room",
            Self::Program => "attachments.program",
            Self::WebPage => "attachments.web_page",
            Self::Macros => "attachments.macros",
            Self::OtherPicture => "attachments.other_picture",
            Self::TooManyPixels => "attachments.too_many_pixels",
            Self::Damaged => "attachments.damaged",
            Self::Unknown => "attachments.unknown",
            Self::NoName => "attachments.no_name",
            Self::TooLong => "attachments.too_long",
            Self::TooLate => "attachments.too_late",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        let whole = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
        let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
        match self {
            Self::NoFile => w.refused_no_file(),
            Self::TooMany => return w.refused_too_many(count(MOST_FILES)),
            Self::Empty => w.refused_empty(),
            Self::TooLarge { most_mb } => return w.refused_too_large(whole(*most_mb)),
            Self::NoRoom { most_gb } => return w.refused_no_room(whole(*most_gb)),
            Self::Program => w.refused_program(),
            Self::WebPage => w.refused_web_page(),
            Self::Macros => w.refused_macros(),
            Self::OtherPicture => w.refused_other_picture(),
            Self::TooManyPixels => w.refused_too_many_pixels(),
            Self::Damaged => w.refused_damaged(),
            Self::Unknown => w.refused_unknown(),
            Self::NoName => w.refused_no_name(),
            Self::TooLong => return w.refused_too_long(count(LONGEST_DESCRIPTION)),
            Self::TooLate => w.refused_too_late(),
        }
        .to_owned()
    }

    fn field(&self) -> Option<&str> {
        match self {
            Self::NoName => Some("name"),
            Self::TooLong => Some("description"),
            Self::TooLate => None,
            _ => Some("files"),
        }
    }
}

/// One of several files that is refused, by its name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {why}")]
pub struct FileRefused {
    pub name: String,
    pub why: AttachmentRefused,
}

impl Refusal for FileRefused {
    fn code(&self) -> &'static str {
        self.why.code()
    }

    fn sentence(&self, lang: Lang) -> String {
        format!("{}: {}", self.name, self.why.sentence(lang))
    }

    fn field(&self) -> Option<&str> {
        self.why.field()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_in_both_languages_what_to_do() {
        for refused in [
            AttachmentRefused::NoFile,
            AttachmentRefused::TooMany,
            AttachmentRefused::Empty,
            AttachmentRefused::TooLarge { most_mb: 25 },
            AttachmentRefused::NoRoom { most_gb: 20 },
            AttachmentRefused::Program,
            AttachmentRefused::WebPage,
            AttachmentRefused::Macros,
            AttachmentRefused::OtherPicture,
            AttachmentRefused::TooManyPixels,
            AttachmentRefused::Damaged,
            AttachmentRefused::Unknown,
            AttachmentRefused::NoName,
            AttachmentRefused::TooLong,
            AttachmentRefused::TooLate,
        ] {
            let [id, en] = [Lang::Id, Lang::En].map(|it| refused.sentence(it));

            assert!(id.ends_with('.') && en.ends_with('.') && id != en, "{id} {en}");
            assert!(refused.code().starts_with("attachments."));
        }
    }
}
