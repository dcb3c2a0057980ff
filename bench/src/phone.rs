//! What a model phone sends.

use std::sync::{LazyLock, PoisonError};

use evidence::token;
use frame::{Actor, App, Ctx, secrets};
use kernel::geo::Point;
use kernel::{CompanyId, Instant};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::json;
use uuid::Uuid;

use crate::client;
use crate::seed::{Link, Member};

/// All model phones sign by one key: what that costs the server is the same.
static KEY: LazyLock<Option<EcdsaKeyPair>> = LazyLock::new(|| {
    let (way, chance) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
    let made = EcdsaKeyPair::generate_pkcs8(way, &chance).ok()?;
    EcdsaKeyPair::from_pkcs8(way, made.as_ref(), &chance).ok()
});

/// The public half of the key by which model phones sign.
pub fn public_key() -> Vec<u8> {
    KEY.as_ref().map(|it| it.public_key().as_ref().to_vec()).unwrap_or_default()
}

fn sign(message: &str) -> Vec<u8> {
    let signature =
        KEY.as_ref().and_then(|it| it.sign(&SystemRandom::new(), message.as_bytes()).ok());
    signature.map(|it| it.as_ref().to_vec()).unwrap_or_default()
}

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
    let mut chain = member.chain.lock().unwrap_or_else(PoisonError::into_inner);
    let event = json!({
        "id": fresh_id(now),
        "person": member.id,
        "device": member.device,
        "seq": chain.seq + 1,
        "previous": chain.hash,
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
    })
    .to_string();
    let hash = secrets::sha256_hex(event.as_bytes());
    let signature = sign(&format!("jembatan field events 1\n{hash}\n"));
    let signed = json!({
        "device": member.device,
        "key": secrets::to_text(&public_key()),
        "signature": secrets::to_text(&signature),
    });
    *chain = Link { seq: chain.seq + 1, hash: Some(hash) };
    let body = format!("{{\"chain\":{signed},\"events\":[{event}]}}");
    client::post_json("/api/v1/field/events", &member.cookie, &body)
}
