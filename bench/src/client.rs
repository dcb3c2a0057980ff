//! A browser's connection, kept alive: as little HTTP/1.1 as the measuring needs, so that what
//! is measured is the program and not its client.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Longer heads than this are not ours.
const MOST_HEAD: usize = 16 * 1024;

pub struct Client {
    stream: TcpStream,
    read: Vec<u8>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Client {
    pub async fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a whole request and reads its whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let head = self.head().await?;
        let text = std::str::from_utf8(&self.read[..head])?;
        let status = text.get(9..12).context("no status")?.parse()?;
        let header = |name: &str| {
            let line = text
                .lines()
                .find(|it| it.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)));
            line.map(|it| it[name.len()..].trim().to_owned())
        };
        let body = match header("content-length:") {
            Some(length) => self.exactly(head, length.parse()?).await?,
            None if header("transfer-encoding:").is_some() => self.chunks(head).await?,
            None => Vec::new(),
        };
        Ok(Answer { status, body })
    }

    /// Reads up to the empty line; answers where the body begins.
    async fn head(&mut self) -> Result<usize> {
        loop {
            let end = self.read.windows(4).position(|it| it == b"\r\n\r\n");
            if let Some(end) = end {
                return Ok(end + 4);
            }
            if MOST_HEAD < self.read.len() {
                bail!("a head without an end");
            }
            self.more().await?;
        }
    }

    async fn exactly(&mut self, from: usize, length: usize) -> Result<Vec<u8>> {
        while self.read.len() < from + length {
            self.more().await?;
        }
        Ok(self.read[from..from + length].to_vec())
    }

    async fn chunks(&mut self, mut at: usize) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = self.line(at).await?;
            let length = usize::from_str_radix(std::str::from_utf8(&self.read[at..line])?, 16)?;
            let chunk = self.exactly(line + 2, length + 2).await?;
            if length == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&chunk[..length]);
            at = line + 2 + length + 2;
        }
    }

    /// Where the line that begins here ends.
    async fn line(&mut self, from: usize) -> Result<usize> {
        loop {
            let end = self.read.get(from..).unwrap_or_default();
            if let Some(end) = end.windows(2).position(|it| it == b"\r\n") {
                return Ok(from + end);
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.read).await? == 0 {
            bail!("the connection was closed");
        }
        Ok(())
    }
}

/// A page as a browser asks for it.
pub fn get(path: &str, cookie: &str, encoding: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\naccept-encoding: {encoding}\r\n\
         accept-language: id\r\nsec-fetch-site: same-origin\r\n\r\n"
    )
    .into_bytes()
}

/// What a phone sends.
pub fn post_json(path: &str, cookie: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
