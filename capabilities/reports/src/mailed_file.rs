//! A report as the file of a mail: what its reader may take out, if it is not too large.

use documents::render;
use frame::mail::Attached;
use frame::web::take_out::{self, Form};
use frame::{Ctx, Result};
use kernel::access::Act;

use crate::asked::Asked;
use crate::counted::{Counted, counted};
use crate::export_report::rows;
use crate::print_report::document;
use crate::report::{Report, may_export};
use crate::rules::{MOST_FILE_MEGABYTES, MailFile, file_name};
use crate::words::Words;

/// What became of the file of a mail.
#[derive(Debug)]
pub enum MailedFile {
    /// Nobody asked for one.
    Nothing,
    Attached(Attached),
    /// Its reader may not take this report out.
    NotTheirs,
    TooLarge,
}

impl MailedFile {
    /// What its reader is told of it.
    pub fn said(&self, w: Words) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Attached(file) => Some(w.mail_attached(&file.name)),
            Self::NotTheirs => Some(w.mail_file_not_yours().to_owned()),
            Self::TooLarge => Some(w.mail_file_too_large(MOST_FILE_MEGABYTES)),
        }
    }

    pub fn attached(self) -> Option<Attached> {
        match self {
            Self::Attached(file) => Some(file),
            Self::Nothing | Self::NotTheirs | Self::TooLarge => None,
        }
    }
}

/// Makes the file that a reader gets of a report that is kept under this name: in their language,
/// within the reach of their exports, and of at most so many bytes.
pub async fn mailed_file(
    theirs: &Ctx,
    report: &Report,
    asked: &Asked,
    name: &str,
    form: MailFile,
    most: u64,
) -> Result<MailedFile> {
    let table = match form {
        MailFile::Nothing => return Ok(MailedFile::Nothing),
        MailFile::Csv => Some(Form::Csv),
        MailFile::Xlsx => Some(Form::Xlsx),
        MailFile::Pdf => None,
    };
    if !may_export(theirs, report) {
        return Ok(MailedFile::NotTheirs);
    }
    let answer = counted(theirs, report, asked, Act::Export).await?;
    let (kind, bytes) = match table {
        Some(form) => {
            let (head, rows) = rows(report, &answer, theirs.lang());
            (form.kind(), take_out::bytes(form, theirs.lang(), head, rows, most).await?)
        }
        None => ("application/pdf", pdf(theirs, report, asked, &answer, most).await?),
    };
    let Some(bytes) = bytes else { return Ok(MailedFile::TooLarge) };
    let name = file_name(name, report.word, answer.today, form.word());
    Ok(MailedFile::Attached(Attached { name, kind, bytes }))
}

async fn pdf(
    theirs: &Ctx,
    report: &Report,
    asked: &Asked,
    answer: &Counted,
    most: u64,
) -> Result<Option<Vec<u8>>> {
    match render(document(theirs, report, asked, answer, None)?).await {
        Ok(pdf) => Ok(Some(pdf).filter(|it| it.len() as u64 <= most)),
        // More pages than a document has: another try would find no fewer.
        Err(error) if error.is_refusal() => Ok(None),
        Err(error) => Err(error),
    }
}
