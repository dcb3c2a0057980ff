//! One event as a phone sends it, and one answer.

use evidence::fact::DeviceId;
use evidence::{FactKind, Incoming, Proof, Receipt, token};
use frame::{Ctx, Error};
use kernel::evidence::place::FixError;
use kernel::evidence::signals::PhotoError;
use kernel::geo::Fix;
use kernel::{FactId, Instant, Lang, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use serde_json::value::RawValue;

use crate::rules::{LONGEST_PAYLOAD, MOST_FIXES, MOST_PHOTOS, is_sha256};
use crate::words::Words;

/// Something that somebody did, as their phone tells it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EventIn {
    /// A UUID of version 7, made on the phone.
    pub id: FactId,
    /// Who made it; only in their own session is it taken.
    pub person: PersonId,
    pub device: DeviceId,
    /// Counts up by one for each person on each phone, from 1.
    pub seq: i64,
    /// SHA-256 of the event before, as it was sent, in hexadecimal; none before the first.
    #[serde(default)]
    pub previous: Option<String>,
    pub kind: FactKind,
    pub claimed_at: Instant,
    /// IANA name; the company's own when it is none.
    pub zone: String,
    #[serde(default)]
    pub time_token: Option<String>,
    #[serde(default)]
    pub since_token_ms: Option<f64>,
    #[serde(default)]
    pub fix: Option<Fix>,
    /// `denied`, `unavailable`, `timeout`, `unsupported`, `skipped` or `interrupted`.
    #[serde(default)]
    pub fix_error: Option<String>,
    #[serde(default)]
    pub fixes: Vec<Fix>,
    #[serde(default)]
    pub photos: Vec<String>,
    /// Where a photo is required and none came: `skipped`, `no_camera`, `no_room` or
    /// `interrupted`.
    #[serde(default)]
    pub photo_error: Option<String>,
    #[serde(default)]
    #[schema(value_type = Object)]
    pub payload: Json,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Committed just now.
    Created,
    /// Committed before: the first receipt again.
    Exists,
    /// Another body was committed under this id.
    Conflict,
    /// It cannot be recorded at all.
    Rejected,
    /// Not now; later.
    Retry,
}

impl Status {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Exists => "exists",
            Self::Conflict => "conflict",
            Self::Rejected => "rejected",
            Self::Retry => "retry",
        }
    }
}

/// The answer to one event.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct ResultOut {
    pub id: String,
    pub status: Status,
    pub receipt: Option<Receipt>,
    pub reason: Option<ReasonOut>,
    /// For an event that is refused: the server's word that it has seen it, to send along with
    /// those that follow.
    pub passed: Option<String>,
    pub retry_after_s: Option<u32>,
}

/// Why an event was not kept.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
#[schema(as = RejectionOut)]
pub struct ReasonOut {
    pub code: String,
    pub message: String,
}

impl ResultOut {
    fn of(id: &dyn std::fmt::Display, status: Status) -> Self {
        Self {
            id: id.to_string(),
            status,
            receipt: None,
            reason: None,
            passed: None,
            retry_after_s: None,
        }
    }

    pub fn kept(id: FactId, status: Status, receipt: Receipt) -> Self {
        Self { receipt: Some(receipt), ..Self::of(&id, status) }
    }

    pub fn conflict(id: FactId, lang: Lang) -> Self {
        let message = Words::of(lang).conflict().to_owned();
        let reason = Some(ReasonOut { code: "field.conflict".to_owned(), message });
        Self { reason, ..Self::of(&id, Status::Conflict) }
    }

    pub fn rejected(id: &dyn std::fmt::Display, error: &Error, lang: Lang) -> Self {
        let message = match error {
            // No page is missing: while the phone was away, the record became somebody else's.
            Error::NotFound | Error::Denied => Words::of(lang).not_yours().to_owned(),
            _ => error.sentence(lang),
        };
        let reason = ReasonOut { code: error.code().to_owned(), message };
        Self { reason: Some(reason), ..Self::of(id, Status::Rejected) }
    }

    pub fn retry(id: FactId, seconds: u32) -> Self {
        Self { retry_after_s: Some(seconds), ..Self::of(&id, Status::Retry) }
    }
}

impl EventIn {
    /// Reads one event; what cannot be read is told without disturbing the others.
    pub fn read(raw: &RawValue) -> std::result::Result<Self, (String, Error)> {
        let event: Self = serde_json::from_str(raw.get())
            .map_err(|cause| (id_of(raw), Error::Malformed(cause.to_string())))?;
        let fault = |detail: &str| Err((event.id.to_string(), Error::Malformed(detail.to_owned())));
        if MOST_PHOTOS < event.photos.len() {
            return fault("at most 4 photos");
        }
        if !event.photos.iter().all(|it| is_sha256(it)) {
            return fault("photos are named by their SHA-256");
        }
        if LONGEST_PAYLOAD < event.payload.to_string().len() {
            return fault("the payload is too long");
        }
        Ok(event)
    }

    /// As evidence wants it.
    pub fn incoming(&self, ctx: &Ctx, body_hash: Vec<u8>, proof: Proof) -> Incoming {
        #[expect(clippy::cast_possible_truncation, reason = "a float becomes the nearest integer")]
        let since_token_ms = self.since_token_ms.map(|it| it as i64);
        Incoming {
            id: self.id,
            device: self.device,
            seq: self.seq,
            kind: self.kind,
            claimed_at: self.claimed_at,
            zone: self.zone.parse().unwrap_or_else(|_| ctx.actor.zone.clone()),
            token: self.time_token.as_deref().and_then(|it| token::read(ctx, it)),
            since_token_ms,
            fix: self.fix,
            fix_error: self.fix_error.as_deref().and_then(FixError::from_word),
            fixes: self.fixes.iter().copied().take(MOST_FIXES).collect(),
            photos: self.photos.clone(),
            photo_error: self.photo_error.as_deref().and_then(PhotoError::from_word),
            payload: self.payload.to_string(),
            body_hash,
            proof: Some(proof),
        }
    }
}

/// The id of an event that cannot be read, so that the phone knows which one is meant.
fn id_of(raw: &RawValue) -> String {
    let value: Json = serde_json::from_str(raw.get()).unwrap_or_default();
    value.get("id").and_then(Json::as_str).unwrap_or_default().to_owned()
}
