//! HTML out: a page, a redirect or a failure page.

use askama::Template;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use super::request::{FLASH_COOKIE, Flash, Request};
use super::shell::Shell;
use crate::app::App;
use crate::error::{Error, FieldFault, Result};
use crate::words::Words;

pub fn render(template: &impl Template) -> Result<Response> {
    render_as(StatusCode::OK, template)
}

pub fn render_as(status: StatusCode, template: &impl Template) -> Result<Response> {
    let html = template.render()?;
    Ok((status, Html(html)).into_response())
}

/// After something was done: on to the page that shows it.
pub fn redirect(to: &str) -> Result<Response> {
    let location = HeaderValue::from_str(to).map_err(Error::internal)?;
    Ok((StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response())
}

/// A path with what stands behind the question mark; what is empty does not stand there.
pub fn address<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let pairs: Vec<_> = pairs.into_iter().filter(|it| !it.1.is_empty()).collect();
    let text = serde_urlencoded::to_string(pairs).unwrap_or_default();
    if text.is_empty() { path.to_owned() } else { format!("{path}?{text}") }
}

/// What stands behind the question mark, taken apart.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    serde_urlencoded::from_str(query).unwrap_or_default()
}

/// As [`redirect`], with a sentence that is shown once.
pub fn redirect_saying(to: &str, sentence: &str) -> Result<Response> {
    redirect_undoable(to, sentence, "")
}

/// As [`redirect_saying`], with a button that undoes it: a form posted to that address.
pub fn redirect_undoable(to: &str, sentence: &str, undo: &str) -> Result<Response> {
    let mut response = redirect(to)?;
    let text = Flash { sentence: sentence.to_owned(), undo: undo.to_owned() }.write();
    let cookie = format!("{FLASH_COOKIE}={text}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly");
    let cookie = HeaderValue::from_str(&cookie).map_err(Error::internal)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// The sentences that stand beside inputs, and the one above them.
#[derive(Debug, Default)]
pub struct Faults {
    /// What is wrong as a whole; empty when every fault stands beside its input.
    pub above: Option<String>,
    pub fields: Vec<FieldFault>,
}

impl Faults {
    /// Takes a refusal apart for the form; any other failure is not the form's to tell.
    pub fn of(error: Error, lang: kernel::Lang) -> Result<Self> {
        if !error.is_refusal() {
            return Err(error);
        }
        let fields = error.fields(lang);
        let above = fields.is_empty().then(|| error.sentence(lang));
        Ok(Self { above, fields })
    }

    /// The sentence beside this input, or nothing.
    pub fn at(&self, name: &str) -> &str {
        self.fields.iter().find(|it| it.name == name).map_or("", |it| it.message.as_str())
    }

    pub fn any(&self) -> bool {
        self.above.is_some() || !self.fields.is_empty()
    }
}

#[derive(Template)]
#[template(path = "web/failure.html")]
struct FailurePage {
    shell: Shell,
    title: &'static str,
    message: String,
    request: String,
    plain: String,
}

pub(super) fn failure(app: &App, said: &Request, method: &Method, error: &Error) -> Response {
    if matches!(error, Error::SignedOut) && method == Method::GET {
        let next = serde_urlencoded::to_string([("next", &said.path)]).unwrap_or_default();
        if let Ok(response) = redirect(&format!("/sign-in?{next}")) {
            return response;
        }
    }
    let words = Words::of(said.lang);
    let is_unread = matches!(error, Error::Malformed(_));
    let is_read = method == Method::GET;
    let page = FailurePage {
        shell: Shell::plain(app, said),
        title: error.title(said.lang),
        // What a program is told is not for people.
        message: if !is_unread {
            error.sentence(said.lang)
        } else if is_read {
            words.error_address_unread().to_owned()
        } else {
            words.error_form_unread().to_owned()
        },
        request: said.id.clone(),
        plain: if is_unread && is_read && !said.query.is_empty() {
            said.path.clone()
        } else {
            String::new()
        },
    };
    let html = page.render().unwrap_or_else(|_| page.message.clone());
    (error.status(), Html(html)).into_response()
}
