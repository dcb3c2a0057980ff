//! Mail, over SMTP and nothing else.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::error::{Error, Result};
use crate::jobs::Job;
use crate::secrets::sha256_hex;

/// Of so many mails it is remembered that they were handed over.
const REMEMBERED: usize = 1_000;

/// Where mail is handed over, and in whose name.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// What was handed over last, by its id: whose job is tried again is not sent again.
    handed_over: Arc<Mutex<VecDeque<String>>>,
}

/// One message of plain text, with a file or without.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub file: Option<Attached>,
    id: String,
}

/// A file that goes out with a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// With its ending.
    pub name: String,
    /// Its media type: `text/csv; charset=utf-8`.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

impl Mail {
    /// What a job sends. However often it is tried, it is the same mail: a second one has the id of
    /// the first, by which servers and mail programs know it again.
    pub fn of(job: &impl Job, to: String, subject: String, text: String) -> Result<Self> {
        Ok(Self { to, subject, text, file: None, id: id_of(job)? })
    }

    pub fn with(self, file: Option<Attached>) -> Self {
        Self { file, ..self }
    }
}

/// Enough of a hash to be told apart, and short enough for one line of a header.
const ID_LETTERS: usize = 32;

/// From what the job is, and nothing that another try would have otherwise. A hash, since a job may
/// hold what is told to its reader alone.
fn id_of<J: Job>(job: &J) -> Result<String> {
    let key = format!("{} {}", J::NAME, serde_json::to_string(job)?);
    let mut id = sha256_hex(key.as_bytes());
    id.truncate(ID_LETTERS);
    Ok(id)
}

impl Mailer {
    /// `smtps://user:password@host:465` or `smtp://host:587?tls=required`.
    pub fn open(url: &str, from: &str) -> Result<Self> {
        let transport =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(Error::internal)?.build();
        let from = from.parse().map_err(Error::internal)?;
        Ok(Self { transport, from, handed_over: Arc::default() })
    }

    /// Hands one message over, unless this process has done so already. An address or a subject
    /// that holds a line break is refused by the types it must pass through.
    pub async fn send(&self, mail: Mail) -> Result<()> {
        if self.known().contains(&mail.id) {
            return Ok(());
        }
        let id = mail.id.clone();
        self.transport.send(self.message(mail)?).await.map_err(Error::internal)?;
        let mut known = self.known();
        if known.len() == REMEMBERED {
            known.pop_front();
        }
        known.push_back(id);
        Ok(())
    }

    fn known(&self) -> std::sync::MutexGuard<'_, VecDeque<String>> {
        self.handed_over.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn message(&self, mail: Mail) -> Result<Message> {
        let to: Mailbox = mail.to.parse().map_err(Error::internal)?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject)
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())));
        let Some(file) = mail.file else { return message.body(mail.text).map_err(Error::internal) };
        let kind = ContentType::parse(file.kind).map_err(Error::internal)?;
        let parts = MultiPart::mixed()
            .singlepart(SinglePart::plain(mail.text))
            .singlepart(Attachment::new(file.name).body(file.bytes, kind));
        message.multipart(parts).map_err(Error::internal)
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::tx::Tx;

    #[derive(Serialize, Deserialize)]
    struct Tell(String);

    impl Job for Tell {
        const NAME: &'static str = "tests.tell";

        async fn run(self, _: &Tx) -> Result<()> {
            Ok(())
        }
    }

    fn mail(told: &str) -> Mail {
        let to = "ayu@nusantara.example".to_owned();
        Mail::of(&Tell(told.to_owned()), to, "Laporan".to_owned(), "Halo, Ayu.".to_owned()).unwrap()
    }

    fn written(mail: Mail) -> String {
        let mailer = Mailer::open("smtp://127.0.0.1:1", "Jembatan <surel@nusantara.example>");
        String::from_utf8(mailer.unwrap().message(mail).unwrap().formatted()).unwrap()
    }

    fn id(written: &str) -> &str {
        written.lines().find(|it| it.starts_with("Message-ID: ")).unwrap()
    }

    #[tokio::test]
    async fn a_mail_that_is_tried_again_is_the_same_mail() {
        let (first, again, other) =
            (written(mail("senin")), written(mail("senin")), written(mail("selasa")));

        assert_eq!(id(&first), id(&again));
        assert_ne!(id(&first), id(&other));
        assert!(id(&first).ends_with("@nusantara.example>"), "{first}");
        assert!(!first.contains("senin"), "what the job holds is told to nobody");
    }

    #[tokio::test]
    async fn a_file_goes_out_beside_the_text() {
        let file = Attached {
            name: "Mingguan-2026-03-09.csv".to_owned(),
            kind: "text/csv; charset=utf-8",
            bytes: b"\xef\xbb\xbfKlien;Nilai\r\n".to_vec(),
        };

        let said = written(mail("senin").with(Some(file)));

        for part in [
            "Content-Type: multipart/mixed",
            "Halo, Ayu.",
            "Content-Type: text/csv; charset=utf-8",
            "Content-Disposition: attachment; filename=\"Mingguan-2026-03-09.csv\"",
            "Content-Transfer-Encoding: base64",
            "77u/S2xpZW47TmlsYWkNCg==",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }

    #[tokio::test]
    async fn what_breaks_a_line_is_no_header() {
        let mail = |to: &str, subject: &str| Mail {
            to: to.to_owned(),
            subject: subject.to_owned(),
            ..mail("senin")
        };
        let mailer = Mailer::open("smtp://127.0.0.1:1", "surel@nusantara.example").unwrap();

        assert!(mailer.message(mail("ayu@x.example\r\nBcc: budi@x.example", "Laporan")).is_err());
        let said = written(mail("ayu@nusantara.example", "Laporan\r\nBcc: budi@nusantara.example"));
        assert!(!said.lines().any(|it| it.starts_with("Bcc:")), "{said}");
    }
}
