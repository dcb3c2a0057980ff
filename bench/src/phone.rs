//! What a model phone sends.

use evidence::token;
use frame::{Actor, App, Ctx};
use kernel::geo::Point;
use kernel::{CompanyId, Instant};
use serde_json::json;
use uuid::Uuid;

use crate::client;
use crate::seed::Member;

/// An id as a phone makes one: by its clock, and by chance.
fn fresh_id(now: Instant) -> Uuid {
    let seconds = u64::try_from(now.millis() / 1_000).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, 0))
}

/// The server's time as this phone got it a minute ago.
fn time_token(app: &App, company: CompanyId, member: &Member) -> String {
    let actor = Actor { person: member.id, ..Actor::company(company) };
    token::issue(&Ctx::new(app.clone(), actor, app.now().plus_minutes(-1)))
}

/// One batch of one event: the outbox of a phone that has signal.
pub fn batch(
    app: &App,
    company: CompanyId,
    member: &Member,
    kind: &str,
    seq: usize,
    at: Point,
) -> Vec<u8> {
    let now = app.now();
    let payload = match member.accounts.get(seq % member.accounts.len().max(1)) {
        Some(account) if kind == "visit_check_in" => {
            json!({ "visit_id": fresh_id(now), "account_id": account })
        }
        _ => json!({}),
    };
    let body = json!({ "events": [{
        "id": fresh_id(now),
        "person": member.id,
        "device": member.device,
        "seq": 1_000 + seq,
        "kind": kind,
        "claimed_at": now,
        "zone": "Asia/Jakarta",
        "time_token": time_token(app, company, member),
        "since_token_ms": 60_000,
        "fix": {
            // No two fixes of a real phone are the same.
            "lat": at.lat + rand::random_range(-0.0002..0.0002),
            "lon": at.lon + rand::random_range(-0.0002..0.0002),
            "accuracy_m": 12.0, "altitude_m": 31.5, "age_ms": 400
        },
        "fix_error": null,
        "fixes": [],
        "photos": [],
        "payload": payload,
    }]});
    client::post_json("/api/v1/field/events", &member.cookie, &body.to_string())
}
