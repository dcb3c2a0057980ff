//! The ways a request can fail, and nothing else.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Lang, Refusal};

use crate::db;
use crate::words::Words;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or it is not yours to see. The two look the same from outside.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in.
    #[error("signed out")]
    SignedOut,
    /// The record may be seen, but this may not be done to it.
    #[error("denied")]
    Denied,
    /// A rule of the business said no, in words meant for the person.
    #[error("{0}")]
    Refused(Box<dyn Refusal>),
    /// Several inputs are at fault at once, each with its own sentence.
    #[error("{} inputs at fault", .0.len())]
    Invalid(Vec<Box<dyn Refusal>>),
    /// What came in cannot be read.
    #[error("malformed: {0}")]
    Malformed(String),
    /// More than is accepted at once.
    #[error("too large")]
    TooLarge,
    /// Too often; come back after so many seconds.
    #[error("too many requests, retry after {0} s")]
    TooMany(u64),
    /// What must be there once is there already: somebody else was quicker, after the rule had
    /// looked. Asked once more, the rule sees what they kept.
    #[error("taken: {0:#}")]
    Taken(#[source] anyhow::Error),
    /// The disk takes nothing: it is full, or it fails. Nothing was kept; later it may be.
    #[error("not stored: {0:#}")]
    Unstored(#[source] anyhow::Error),
    /// Our fault. The person sees an apology; the log sees the cause.
    #[error("internal: {0:#}")]
    Internal(#[source] anyhow::Error),
}

impl Error {
    pub fn refused(refusal: impl Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }

    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self::Internal(cause.into())
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Denied => StatusCode::FORBIDDEN,
            Self::Refused(_) | Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::Taken(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unstored(_) => StatusCode::INSUFFICIENT_STORAGE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable word for this failure in the API.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::SignedOut => "signed_out",
            Self::Denied => "denied",
            Self::Refused(refusal) => refusal.code(),
            Self::Invalid(_) => "invalid",
            Self::Malformed(_) => "malformed",
            Self::TooLarge => "too_large",
            Self::TooMany(_) => "too_many_requests",
            Self::Taken(_) => "taken",
            Self::Unstored(_) => "not_stored",
            Self::Internal(_) => "internal",
        }
    }

    /// What the page that tells it is called.
    pub fn title(&self, lang: Lang) -> &'static str {
        let w = Words::of(lang);
        match self {
            Self::NotFound => w.title_not_found(),
            Self::SignedOut => w.title_signed_out(),
            Self::Denied => w.title_denied(),
            Self::Taken(_) => w.title_taken(),
            Self::Unstored(_) => w.title_unstored(),
            Self::Internal(_) => w.title_internal(),
            _ => w.title_refused(),
        }
    }

    /// What the person reads.
    pub fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::NotFound => w.error_not_found().to_owned(),
            Self::SignedOut => w.error_signed_out().to_owned(),
            Self::Denied => w.error_denied().to_owned(),
            Self::Refused(refusal) => refusal.sentence(lang),
            Self::Invalid(_) => w.error_invalid().to_owned(),
            Self::Malformed(detail) => w.error_malformed(detail),
            Self::TooLarge => w.error_too_large().to_owned(),
            Self::TooMany(seconds) => w.error_too_many(i64::try_from(*seconds).unwrap_or(i64::MAX)),
            Self::Taken(_) => w.error_taken().to_owned(),
            Self::Unstored(_) => w.error_unstored().to_owned(),
            Self::Internal(_) => w.error_internal().to_owned(),
        }
    }

    /// The inputs at fault: their names, stable codes and sentences.
    pub fn fields(&self, lang: Lang) -> Vec<FieldFault> {
        let refusals: &[Box<dyn Refusal>] = match self {
            Self::Refused(refusal) => std::slice::from_ref(refusal),
            Self::Invalid(refusals) => refusals,
            _ => &[],
        };
        let fault = |refusal: &dyn Refusal| {
            let name = refusal.field()?.to_owned();
            Some(FieldFault { name, code: refusal.code(), message: refusal.sentence(lang) })
        };
        refusals.iter().filter_map(|it| fault(&**it)).collect()
    }

    /// A rule said no, and the person can mend it in the form they came from.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Invalid(_))
    }

    /// It is not there for the actor, or not theirs to do.
    pub fn is_out_of_reach(&self) -> bool {
        matches!(self, Self::NotFound | Self::Denied)
    }

    /// The same may go well later: what failed is on our side, or somebody else's at this moment.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Taken(_) | Self::Unstored(_) | Self::Internal(_))
    }

    /// Logged once, where it is finally handled.
    pub fn log(&self) {
        match self {
            Self::Unstored(cause) | Self::Internal(cause) => {
                tracing::error!(error = ?cause, "request failed");
            }
            // The index alone: what stands beside it may be of a person.
            Self::Taken(cause) => tracing::warn!(error = %cause, "somebody else was quicker"),
            _ => {}
        }
    }
}

/// One input that is at fault.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct FieldFault {
    /// As in the form and in JSON.
    pub name: String,
    /// Never changes; safe to branch on.
    pub code: &'static str,
    /// For people; may be reworded.
    pub message: String,
}

/// The outermost layer renders it, for a browser or for a program, in the reader's language.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

macro_rules! internal {
    ($($cause:ty,)+) => {$(
        impl From<$cause> for Error {
            fn from(cause: $cause) -> Self {
                Self::Internal(cause.into())
            }
        }
    )+};
}

internal! {
    anyhow::Error,
    askama::Error,
    serde_json::Error,
    tokio::task::JoinError,
}

impl From<sea_orm::DbErr> for Error {
    fn from(cause: sea_orm::DbErr) -> Self {
        if db::is_unstored(&cause) {
            Self::Unstored(cause.into())
        } else if db::is_taken(&cause) {
            Self::Taken(cause.into())
        } else {
            Self::Internal(cause.into())
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        let full = db::is_full(&cause);
        if full { Self::Unstored(cause.into()) } else { Self::Internal(cause.into()) }
    }
}
