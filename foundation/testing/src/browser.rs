//! Asks as a browser or a program would, without a socket.

use std::io::Cursor;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::response::Parts;
use axum::http::{Request, header};
use calamine::{Reader, Xlsx};
use frame::web::Presented;
use frame::web::request::SESSION_COOKIE;
use serde_json::Value as Json;
use tower::ServiceExt;

use crate::people::Someone;

/// Somebody's browser, or nobody's.
pub struct Browser {
    router: Router,
    cookie: String,
    token: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Seen {
    pub status: u16,
    pub headers: axum::http::HeaderMap,
    pub body: String,
    /// The body as it came, for what is no text.
    pub bytes: Vec<u8>,
}

impl Seen {
    /// The body as JSON.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    /// The session that came with it, as its cookie holds it; empty if none did.
    pub fn session(&self) -> &str {
        let cookies = self.headers.get_all(header::SET_COOKIE).iter();
        let mut cookies = cookies.filter_map(|it| it.to_str().ok());
        let value = cookies.find_map(|it| it.strip_prefix(SESSION_COOKIE)?.strip_prefix('='));
        value.and_then(|it| it.split(';').next()).unwrap_or_default()
    }

    /// The first sheet of the workbook that came, row by row, as texts.
    pub fn sheet(&self) -> Vec<Vec<String>> {
        let book = Xlsx::new(Cursor::new(self.bytes.clone()));
        let mut book = book.unwrap_or_else(|cause| panic!("no workbook, {}: {cause}", self.status));
        let sheet = book.worksheet_range_at(0).expect("a sheet").expect("one that can be read");
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }
}

impl Browser {
    pub(crate) fn of(router: Router, someone: Option<Someone>) -> Self {
        let session = someone.map(|it| Presented::cookie(it.company(), &it.secret()));
        let session = session.map(|it| format!("{SESSION_COOKIE}={it}; "));
        Self { router, cookie: format!("{}lang=en", session.unwrap_or_default()), token: None }
    }

    /// A browser that holds this session, whoever it belongs to.
    pub(crate) fn holding(router: Router, session: &str) -> Self {
        let cookie = format!("{SESSION_COOKIE}={session}; lang=en");
        Self { router, cookie, token: None }
    }

    /// A program that shows this token.
    pub(crate) fn program(router: Router, token: &str) -> Self {
        Self { router, cookie: "lang=en".to_owned(), token: Some(format!("Bearer {token}")) }
    }

    /// The same browser of somebody who reads this language.
    #[must_use]
    pub fn speaking(mut self, lang: kernel::Lang) -> Self {
        self.cookie = self.cookie.replace("lang=en", &format!("lang={}", lang.word()));
        self
    }

    pub async fn get(&self, path: &str) -> Seen {
        self.ask("GET", path, "").await
    }

    pub async fn post(&self, path: &str, body: &str) -> Seen {
        self.ask("POST", path, body).await
    }

    pub async fn post_json(&self, path: &str, body: &Json) -> Seen {
        self.ask("POST", path, &body.to_string()).await
    }

    /// A body that looks like JSON is sent as JSON, and any other as a form.
    pub async fn ask(&self, method: &str, path: &str, body: &str) -> Seen {
        let form = "application/x-www-form-urlencoded";
        let json = body.starts_with('{') || body.starts_with('[');
        let kind = if json { "application/json" } else { form };
        self.send(method, path, kind, body.as_bytes().to_vec()).await
    }

    /// Sends bytes of this kind.
    pub async fn send(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Seen {
        let (parts, body) = self.answer(method, path, kind, body).await;
        let kind = parts.headers.get(header::CONTENT_TYPE);
        // A stream that stays open has no end to wait for.
        let endless = kind.is_some_and(|it| it.as_bytes().starts_with(b"text/event-stream"));
        seen(parts, if endless { Body::empty() } else { body }).await
    }

    /// Listens to a stream until the server ends it.
    pub async fn listen(&self, path: &str) -> Seen {
        let (parts, body) = self.answer("GET", path, "text/plain", Vec::new()).await;
        seen(parts, body).await
    }

    async fn answer(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> (Parts, Body) {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, kind)
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, token);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        response.into_parts()
    }
}

async fn seen(parts: Parts, body: Body) -> Seen {
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    Seen {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: String::from_utf8_lossy(&bytes).into_owned(),
        bytes: bytes.to_vec(),
    }
}
