//! JSON out: problems, after RFC 9457.

use axum::Json;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::request::Request;
use crate::error::{Error, FieldFault};

/// Why a request failed, for a program and for whoever reads its log.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct Problem {
    pub status: u16,
    /// Never changes; safe to branch on.
    pub code: &'static str,
    /// For people; may be reworded.
    pub title: String,
    pub detail: String,
    /// The inputs at fault, by name.
    pub fields: Vec<FieldFault>,
    /// Named in the log too.
    pub request: String,
}

pub(super) fn problem(said: &Request, error: &Error) -> Response {
    let sentence = error.sentence(said.lang);
    let problem = Problem {
        status: error.status().as_u16(),
        code: error.code(),
        title: error.status().canonical_reason().unwrap_or_default().to_owned(),
        detail: sentence,
        fields: error.fields(said.lang),
        request: said.id.clone(),
    };
    let mut response = (error.status(), Json(problem)).into_response();
    let json = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}
