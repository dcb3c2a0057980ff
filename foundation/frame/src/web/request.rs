//! What a request says about itself, read once.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, USER_AGENT};
use axum::http::request::Parts;
use kernel::{CompanyId, Lang};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::app::App;
use crate::error::Error;
use crate::secrets;

/// Only over HTTPS or on this machine, for this host alone, out of reach of scripts.
pub const SESSION_COOKIE: &str = "__Host-jembatan";
pub const LANG_COOKIE: &str = "lang";
pub const FLASH_COOKIE: &str = "flash";
const TOKEN_PREFIX: &str = "jmb_";

/// Where a request came from and how it wants to be answered.
#[derive(Clone, Debug)]
pub struct Request {
    /// In the log, in the audit, and on the page that apologises.
    pub id: String,
    pub lang: Lang,
    /// What scripts and styles of this one page must carry.
    pub nonce: String,
    pub path: String,
    /// What stands behind the question mark.
    pub query: String,
    pub address: String,
    pub agent: String,
    /// Said once, after the redirect that it explains.
    pub flash: Option<Flash>,
}

/// A sentence that is said once, and perhaps the way to undo what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub sentence: String,
    /// Where a form undoes it; empty when it cannot be undone so.
    pub undo: String,
}

/// Between the parts of a flash; no sentence holds it.
const PART: char = '\u{1f}';

impl Flash {
    pub(super) fn write(&self) -> String {
        secrets::to_text(format!("{}{PART}{}", self.sentence, self.undo).as_bytes())
    }

    /// What the cookie says; a way that leads elsewhere than here is none.
    fn read(cookie: &str) -> Option<Self> {
        let text = String::from_utf8(secrets::from_text(cookie)?).ok()?;
        let (sentence, undo) = text.split_once(PART).unwrap_or((&text, ""));
        let is_here = undo.starts_with('/') && !undo.starts_with("//") && !undo.contains('\\');
        let undo = if is_here { undo.to_owned() } else { String::new() };
        Some(Self { sentence: sentence.to_owned(), undo })
    }
}

impl Request {
    /// Nothing was asked over HTTP: the shell, or a job.
    pub fn none() -> Self {
        Self {
            id: String::new(),
            lang: Lang::default(),
            nonce: String::new(),
            path: String::new(),
            query: String::new(),
            address: String::new(),
            agent: String::new(),
            flash: None,
        }
    }

    /// As the outermost layer read it.
    pub fn of(parts: &Parts) -> Self {
        parts.extensions.get::<Self>().cloned().unwrap_or_else(Self::none)
    }

    pub(super) fn read(app: &App, request: &axum::extract::Request) -> Self {
        let headers = request.headers();
        let connected = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let connected = connected.map(|it| it.0.ip().to_string());
        let agent = headers.get(USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
        Self {
            id: secrets::hex(&rand::random::<[u8; 8]>()),
            lang: lang(headers),
            nonce: secrets::to_text(&rand::random::<[u8; 16]>()),
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            address: forwarded(headers, app.proxies).or(connected).unwrap_or_default(),
            agent: agent.chars().take(200).collect(),
            flash: cookie(headers, FLASH_COOKIE).and_then(|it| Flash::read(&it)),
        }
    }

    /// What stands behind the question mark, for a panel: its page reads only what it knows.
    pub fn asked<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_urlencoded::from_str(&self.query).map_err(|it| Error::Malformed(it.to_string()))
    }

    /// From where, for the audit.
    pub fn origin(&self) -> String {
        if self.id.is_empty() { String::new() } else { format!("{} {}", self.address, self.id) }
    }

    /// It came from something that is carried in a pocket.
    pub fn is_phone(&self) -> bool {
        self.agent.contains("Mobi") || self.agent.contains("Android")
    }

    /// A page of the desk, as its address tells: not what the phone, a program or a script fetches.
    pub fn is_page(&self) -> bool {
        let parts = ["/api/", "/field", "/files/"];
        let ends = ["/live", "/offers", "/cards", "/understood", "/download", "/picture"];
        !parts.iter().any(|it| self.path.starts_with(it))
            && !ends.iter().any(|it| self.path.ends_with(it))
    }

    /// The API answers programs; all else answers browsers.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Request {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        Ok(Self::of(parts))
    }
}

/// What somebody shows to say who they are: a company, and a secret that it knows.
#[derive(Clone, Debug)]
pub struct Presented {
    pub company: CompanyId,
    pub secret: Vec<u8>,
    pub kind: Shown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    Session,
    Token,
}

impl Presented {
    /// A bearer token wins over a cookie.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        if let Some(bearer) = headers.get(AUTHORIZATION) {
            let token = bearer.to_str().ok()?.strip_prefix("Bearer ")?.trim();
            let (company, secret) = token.strip_prefix(TOKEN_PREFIX)?.split_once('_')?;
            return Self::read(company, secret, Shown::Token);
        }
        let cookie = cookie(headers, SESSION_COOKIE)?;
        let (company, secret) = cookie.split_once('.')?;
        Self::read(company, secret, Shown::Session)
    }

    fn read(company: &str, secret: &str, kind: Shown) -> Option<Self> {
        let company = CompanyId(Uuid::parse_str(company).ok()?);
        let secret = secrets::from_text(secret)?;
        (secret.len() == 32).then_some(Self { company, secret, kind })
    }

    /// The value of the session cookie.
    pub fn cookie(company: CompanyId, secret: &[u8]) -> String {
        format!("{}.{}", company.0.simple(), secrets::to_text(secret))
    }

    /// The text of an API token, with a prefix that scanners for leaked secrets can know.
    pub fn token(company: CompanyId, secret: &[u8]) -> String {
        format!("{TOKEN_PREFIX}{}_{}", company.0.simple(), secrets::to_text(secret))
    }
}

pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let pairs = headers.get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
    let mut pairs = pairs.flat_map(|it| it.split(';'));
    let value = pairs.find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))?;
    Some(value.to_owned())
}

/// What the person chose, else what the browser asks for, else Indonesian.
fn lang(headers: &HeaderMap) -> Lang {
    if let Some(lang) = cookie(headers, LANG_COOKIE).and_then(|it| Lang::from_word(&it)) {
        return lang;
    }
    let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let known = wanted.split(',').find_map(|it| match it.trim().get(..2) {
        Some("id" | "in" | "ms") => Some(Lang::Id),
        Some("en") => Some(Lang::En),
        _ => None,
    });
    known.unwrap_or_default()
}

/// The address that the outermost trusted proxy saw; what lies further left was only claimed.
fn forwarded(headers: &HeaderMap, proxies: u8) -> Option<String> {
    let proxies = usize::from(proxies);
    if proxies == 0 {
        return None;
    }
    let header = headers.get("x-forwarded-for")?.to_str().ok()?;
    let hops: Vec<&str> = header.split(',').map(str::trim).collect();
    hops.get(hops.len().checked_sub(proxies)?).map(|&it| it.to_owned())
}

#[cfg(test)]
mod tests;
