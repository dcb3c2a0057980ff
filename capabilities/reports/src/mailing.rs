//! When a report goes out, to whom and with what, as a program says it and as a form does.

use frame::{Error, Result};
use kernel::PersonId;
use serde::Deserialize;

use crate::report_mail;
use crate::rules::{MailFile, ReportRefused, Rhythm};

/// When a report goes out, and to whom.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mailing {
    pub every: Rhythm,
    /// Of the week, from Monday as 1, or of the month up to 28.
    pub on_day: i32,
    /// By the company's clock.
    pub hour: i32,
    pub readers: Vec<PersonId>,
    /// What is attached: to each reader what they may take out; nothing unless told.
    #[serde(default = "nothing")]
    pub file: MailFile,
    #[serde(default)]
    pub paused: bool,
}

fn nothing() -> MailFile {
    MailFile::Nothing
}

/// What somebody typed.
pub struct Typed {
    pub every: String,
    pub on_day: String,
    pub hour: String,
    pub file: String,
    pub readers: Vec<String>,
}

impl Typed {
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self {
            every: String::new(),
            on_day: String::new(),
            hour: String::new(),
            file: MailFile::Nothing.word().to_owned(),
            readers: vec![],
        };
        for (name, value) in pairs {
            match name.as_str() {
                "every" => typed.every = value,
                "day_weekly" if typed.every == Rhythm::Weekly.word() => typed.on_day = value,
                "day_monthly" if typed.every == Rhythm::Monthly.word() => typed.on_day = value,
                "hour" => typed.hour = value,
                "file" => typed.file = value,
                "readers" => typed.readers.push(value),
                _ => {}
            }
        }
        typed
    }

    /// As it is settled; as it usually is where nothing is.
    pub fn settled(mail: Option<&report_mail::Model>, readers: Vec<String>) -> Self {
        Self {
            every: mail.map_or(Rhythm::Weekly, |it| it.every).word().to_owned(),
            on_day: mail.map_or(1, |it| it.on_day).to_string(),
            hour: mail.map_or(7, |it| it.hour).to_string(),
            file: mail.map_or(MailFile::Nothing, |it| it.file).word().to_owned(),
            readers,
        }
    }

    pub fn read(&self) -> Result<Mailing> {
        let no_time = || Error::refused(ReportRefused::NoTime);
        let unknown = |_| Error::refused(ReportRefused::UnknownReader);
        let no_file = || Error::Malformed(format!("{} is no kind of file", self.file));
        Ok(Mailing {
            every: Rhythm::from_word(&self.every).ok_or_else(no_time)?,
            on_day: self.on_day.parse().map_err(|_| no_time())?,
            hour: self.hour.parse().map_err(|_| no_time())?,
            readers: self
                .readers
                .iter()
                .map(|it| it.parse().map_err(unknown))
                .collect::<Result<_>>()?,
            file: MailFile::from_word(&self.file).ok_or_else(no_file)?,
            paused: false,
        })
    }
}
