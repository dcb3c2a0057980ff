//! Mail, over SMTP and nothing else.

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::error::{Error, Result};

/// Where mail is handed over, and in whose name.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// `smtps://user:password@host:465` or `smtp://host:587?tls=required`.
    pub fn open(url: &str, from: &str) -> Result<Self> {
        let transport =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(Error::internal)?.build();
        let from = from.parse().map_err(Error::internal)?;
        Ok(Self { transport, from })
    }

    /// Hands one plain message over. An address or a subject that holds a line break is refused
    /// by the types it must pass through.
    pub async fn send(&self, to: &str, subject: &str, text: String) -> Result<()> {
        let to: Mailbox = to.parse().map_err(Error::internal)?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(subject)
            .body(text)
            .map_err(Error::internal)?;
        self.transport.send(message).await.map_err(Error::internal)?;
        Ok(())
    }
}
