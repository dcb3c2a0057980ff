//! A fact is graded and kept, and its receipt written.

use frame::{Result, Tx, secrets};
use kernel::evidence::chain::{Claim, Link};
use kernel::evidence::place::{FixError, PlacePolicy, judge_place};
use kernel::evidence::signals::PhotoError;
use kernel::evidence::time::{TimeClaim, TokenTime, judge_time};
use kernel::evidence::{Evidence, EvidencePolicy, ReviewState};
use kernel::geo::{Fix, Site};
use kernel::{FactId, Instant, Zone};
use people::Settings;
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::fact::{self, DeviceId, FactKind};
use crate::odd::odd;
use crate::{fact_photo, say};

/// What a phone says, read but not judged.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub id: FactId,
    pub device: DeviceId,
    pub seq: i64,
    pub kind: FactKind,
    pub claimed_at: Instant,
    pub zone: Zone,
    pub token: Option<TokenTime>,
    pub since_token_ms: Option<i64>,
    pub fix: Option<Fix>,
    pub fix_error: Option<FixError>,
    pub fixes: Vec<Fix>,
    pub photos: Vec<String>,
    /// Why there is no photo.
    pub photo_error: Option<PhotoError>,
    pub payload: String,
    /// SHA-256 of the event as it was sent.
    pub body_hash: Vec<u8>,
    /// None for what no phone sent.
    pub proof: Option<Proof>,
}

/// What a phone says of an event's place among all that it has sent, read but not judged.
#[derive(Clone, Debug)]
pub struct Proof {
    pub claim: Claim,
    /// The event before it, when it came along or was refused before: no fact tells of it.
    pub passed: Option<Link>,
}

/// What a fact is about, and where that is.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub account: Option<Uuid>,
    pub visit: Option<Uuid>,
    /// The client's place, when it is known.
    pub site: Option<Site>,
}

/// A kept fact, and what was made of it.
#[derive(Debug)]
pub struct Kept {
    pub fact: fact::Model,
    pub evidence: Evidence,
    pub receipt: Receipt,
}

/// What the phone keeps to prove what it said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Receipt {
    /// `20260302-7F3A9C21`: the day in the company's zone, and the end of the event's id.
    pub number: String,
    pub received_at: Instant,
    pub recorded_at: Instant,
    /// SHA-256 over the event and this receipt, in hexadecimal.
    pub hash: String,
    pub time: say::TimeOut,
    pub place: Option<say::PlaceOut>,
    pub signals: Vec<say::SignalOut>,
    pub review: ReviewState,
}

/// Grades what the phone said by what is known, and appends it.
pub async fn keep(tx: &Tx, incoming: Incoming, about: About) -> Result<Kept> {
    let company = people::company::known(tx).await?;
    let settings = &company.settings;
    let policy = policy_of(settings);
    let time = judge_time(
        TimeClaim {
            claimed_at: incoming.claimed_at,
            since_token_ms: incoming.since_token_ms,
            token: incoming.token,
            received_at: tx.now,
        },
        &policy.time,
    );
    let place = incoming
        .kind
        .has_place()
        .then(|| judge_place(about.site, incoming.fix, incoming.fix_error, &policy.place));
    // Clocking in has no place to compare with, and needs none.
    let place = place.filter(|_| about.account.is_some());
    let lacks_photo = incoming.photos.is_empty() && asks_photo(incoming.kind, settings);
    let signals = odd(tx, &incoming, &time, lacks_photo, &policy.signals).await?;
    let evidence = Evidence::of(time, place, signals, &policy.review);

    let receipt = receipt(tx, &incoming, &evidence);
    let photos = incoming.photos.clone();
    let fact = tx.add(row(tx, incoming, about, &evidence, &receipt)?).await?;
    let photos = photos.into_iter().map(|sha256| fact_photo::ActiveModel {
        company_id: Set(fact.company_id),
        sha256: Set(sha256),
        fact_id: Set(fact.id),
    });
    tx.insert_all(photos.collect()).await?;
    Ok(Kept { fact, evidence, receipt })
}

/// What a company has settled, as the rules of evidence want it.
pub fn policy_of(settings: &Settings) -> EvidencePolicy {
    let mut policy = EvidencePolicy {
        place: PlacePolicy {
            good_accuracy_m: settings.good_accuracy_m,
            usable_accuracy_m: settings.usable_accuracy_m,
            ..PlacePolicy::default()
        },
        ..EvidencePolicy::default()
    };
    policy.signals.ground_kmh = settings.fastest_kmh;
    policy.learning.radius_m = settings.radius_m;
    policy.learning.fix = policy.place;
    policy
}

/// Whether the company requires a photo with this.
fn asks_photo(kind: FactKind, settings: &Settings) -> bool {
    let rule = match kind {
        FactKind::ClockIn => &settings.photo_at_clock_in,
        FactKind::VisitCheckIn => &settings.photo_at_check_in,
        _ => return false,
    };
    rule == "required"
}

fn receipt(tx: &Tx, incoming: &Incoming, evidence: &Evidence) -> Receipt {
    let zone = &tx.actor.zone;
    let day = tx.now.day(zone).to_string().replace('-', "");
    let end = secrets::hex(&incoming.id.0.as_bytes()[12..]).to_uppercase();
    let review = if evidence.review_needed { ReviewState::Pending } else { ReviewState::None };
    let lang = tx.lang();
    let mut receipt = Receipt {
        number: format!("{day}-{end}"),
        received_at: tx.now,
        recorded_at: evidence.time.recorded_at,
        hash: String::new(),
        time: say::TimeOut::of(&evidence.time, &incoming.zone, lang),
        place: evidence.place.map(|it| say::PlaceOut::of(&it, lang)),
        signals: evidence.signals.iter().map(|it| say::SignalOut::of(it, zone, lang)).collect(),
        review,
    };
    let said = serde_json::to_vec(&receipt).unwrap_or_default();
    receipt.hash = secrets::sha256_hex(&[incoming.body_hash.as_slice(), &said].concat());
    receipt
}

fn row(
    tx: &Tx,
    incoming: Incoming,
    about: About,
    evidence: &Evidence,
    receipt: &Receipt,
) -> Result<fact::Model> {
    let fix = incoming.fix.filter(|it| it.is_sound());
    let place = evidence.place.as_ref();
    Ok(fact::Model {
        company_id: tx.actor.company,
        id: incoming.id,
        owner_id: tx.actor.person,
        device_id: incoming.device,
        device_seq: incoming.seq,
        kind: incoming.kind,
        body_hash: incoming.body_hash,
        claimed_at: incoming.claimed_at,
        received_at: tx.now,
        recorded_at: evidence.time.recorded_at,
        zone: incoming.zone,
        time_grade: evidence.time.grade,
        time_reason: serde_json::to_string(&evidence.time)?,
        lat: fix.map(|it| it.lat),
        lon: fix.map(|it| it.lon),
        accuracy_m: fix.map(|it| it.accuracy_m),
        altitude_m: fix.and_then(|it| it.altitude_m),
        fix_error: incoming.fix_error.map(|it| it.word().to_owned()),
        place_verdict: place.map(|it| it.verdict),
        place_reason: place.map(serde_json::to_string).transpose()?,
        distance_m: place.and_then(|it| it.distance_m),
        radius_m: place.and_then(|it| it.radius_m),
        signals: serde_json::to_string(&evidence.signals)?,
        photos: serde_json::to_string(&incoming.photos)?,
        payload: incoming.payload,
        account_id: about.account,
        visit_id: about.visit,
        receipt: serde_json::to_string(receipt)?,
        receipt_hash: receipt.hash.clone().into_bytes(),
        review: receipt.review,
        reviewer_id: None,
        reviewed_at: None,
        question: None,
        answer: None,
    })
}
