//! When something happened: what the phone claims, and what bounds the claim.
//!
//! A phone's clock is whatever its owner sets. Two things are not: the signed time that the
//! server handed out last, and the moment at which the server got the fact. The truth lies
//! between the two, however the phone's clock stands, so clock tampering moves a fact only inside
//! a window that everybody can see.

use serde::{Deserialize, Serialize};

use crate::{Instant, labels};

labels! {
    /// How narrowly the true time is known.
    pub enum TimeGrade {
        /// To the quarter of an hour: as claimed.
        Exact = "exact",
        /// Between two known moments that lie within a working day.
        Bounded = "bounded",
        /// Nothing but the phone's word.
        Unproven = "unproven",
    }
}

labels! {
    /// Where the recorded time was read from.
    pub enum TimeBasis {
        /// The phone's clock.
        Claim = "claim",
        /// The server's last signed time and the time that the page counted since.
        Counted = "counted",
        /// The edge of the window that lies nearest to a claim outside of it.
        Edge = "edge",
        /// The server's own clock.
        Received = "received",
    }
}

/// How much is believed of a phone's clock. A company that changes these changes what its people
/// are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimePolicy {
    /// A window up to this is as good as the server's own clock.
    pub exact_s: i64,
    /// A window up to this is a day's work without signal.
    pub bounded_s: i64,
    /// Clocks that differ by no more than this agree.
    pub tolerance_s: i64,
    /// How far ahead a token of another server of ours may be.
    pub server_skew_s: i64,
    /// Without a token, an older claim says nothing: what a phone has not sent for so long it has
    /// wiped.
    pub oldest_claim_s: i64,
}

impl Default for TimePolicy {
    fn default() -> Self {
        Self {
            exact_s: 15 * 60,
            bounded_s: 12 * 3_600,
            tolerance_s: 120,
            server_skew_s: 5,
            oldest_claim_s: 14 * 86_400,
        }
    }
}

/// The server's time as it signed it; only a token whose signature holds becomes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenTime(pub Instant);

/// What is known about the time of a fact before anybody judges it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeClaim {
    pub claimed_at: Instant,
    /// What the page counted since the token arrived; none after a restart.
    pub since_token_ms: Option<i64>,
    pub token: Option<TokenTime>,
    pub received_at: Instant,
}

/// When it happened, how well that is known, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeVerdict {
    pub grade: TimeGrade,
    /// It did not happen before this; none when nothing says so.
    pub from: Option<Instant>,
    /// It did not happen after this.
    pub to: Instant,
    pub recorded_at: Instant,
    pub basis: TimeBasis,
    /// By how much the phone's clock is wrong at the least; negative when it is behind. Zero when
    /// nothing proves it wrong.
    pub clock_off_s: i64,
    pub reason: TimeReason,
}

/// Why a time has its grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum TimeReason {
    /// The server was there: nothing was claimed.
    Live,
    /// Sent within minutes of the last contact.
    Connected { window_s: i64 },
    /// Made without signal, within a working day of the last contact.
    Offline { window_s: i64 },
    /// The last contact is too long ago to bound a day's work.
    TooLongOffline { window_s: i64, most_s: i64 },
    /// The phone says a time before its last contact with the server.
    ClaimTooEarly { by_s: i64 },
    /// The phone says a time that had not come when the fact arrived.
    ClaimInTheFuture { by_s: i64 },
    /// A phone that the server has never spoken to, with a clock that agrees.
    FirstContact { apart_s: i64 },
    /// No signed time came with it; the phone's clock says that it happened so long before.
    NoToken { apart_s: i64 },
    /// The signed time is later than the server's clock: nothing can be measured from it.
    TokenFromTheFuture { by_s: i64 },
}

impl TimeVerdict {
    /// The verdict on what was said straight to the server, which looked at its own clock.
    pub const fn live(received_at: Instant) -> Self {
        Self {
            grade: TimeGrade::Exact,
            from: Some(received_at),
            to: received_at,
            recorded_at: received_at,
            basis: TimeBasis::Received,
            clock_off_s: 0,
            reason: TimeReason::Live,
        }
    }
}

/// Grades a claimed time by the window in which the truth must lie.
///
/// Without a token nothing bounds the claim from below, so it is unproven even if it agrees with
/// the server's clock: a phone must never gain by losing its token. The claim is then recorded as
/// it stands, and a first contact is named as such, so that a reviewer is done with it at a
/// glance; it happens once per phone.
pub fn judge_time(claim: TimeClaim, policy: &TimePolicy) -> TimeVerdict {
    let TimeClaim { claimed_at, received_at, .. } = claim;
    let apart_s = received_at.seconds_since(claimed_at);
    let Some(TokenTime(token)) = claim.token else {
        let reason = if apart_s.saturating_abs() <= policy.exact_s {
            TimeReason::FirstContact { apart_s }
        } else {
            TimeReason::NoToken { apart_s }
        };
        return unbounded(claim, reason, policy);
    };
    let ahead_s = token.seconds_since(received_at);
    if policy.server_skew_s < ahead_s {
        return unbounded(claim, TimeReason::TokenFromTheFuture { by_s: ahead_s }, policy);
    }

    // Two servers of ours may disagree by a breath; the window is then empty, not inside out.
    let from = token.min(received_at);
    let window_s = received_at.seconds_since(from);
    let early_s = from.seconds_since(claimed_at);
    let late_s = claimed_at.seconds_since(received_at);
    let (grade, reason) = if policy.tolerance_s < early_s {
        (TimeGrade::Unproven, TimeReason::ClaimTooEarly { by_s: early_s })
    } else if policy.tolerance_s < late_s {
        (TimeGrade::Unproven, TimeReason::ClaimInTheFuture { by_s: late_s })
    } else if window_s <= policy.exact_s {
        (TimeGrade::Exact, TimeReason::Connected { window_s })
    } else if window_s <= policy.bounded_s {
        (TimeGrade::Bounded, TimeReason::Offline { window_s })
    } else {
        let most_s = policy.bounded_s;
        (TimeGrade::Unproven, TimeReason::TooLongOffline { window_s, most_s })
    };
    let counted = counted(from, claim, policy);
    let (recorded_at, basis) = record(from, counted, claim, policy);
    let clock_off_s = clock_off(counted.unwrap_or(from), claim, policy);
    TimeVerdict {
        grade,
        from: Some(from),
        to: received_at,
        recorded_at,
        basis,
        clock_off_s,
        reason,
    }
}

/// The moment that the page counted to, unless the count makes no sense.
fn counted(from: Instant, claim: TimeClaim, policy: &TimePolicy) -> Option<Instant> {
    let since_ms = claim.since_token_ms.filter(|ms| 0 <= *ms)?;
    let counted = Instant(from.0.saturating_add(since_ms.saturating_mul(1_000)));
    let latest = claim.received_at.plus_seconds(policy.server_skew_s);
    (counted <= latest).then(|| counted.min(claim.received_at))
}

/// The best estimate inside the window.
///
/// The count stops while a phone sleeps (browsers on Android, iOS and macOS do so), and nothing
/// makes it run fast: it can be too low and never too high. A claim *before* the count is
/// therefore a clock that is behind, and the count is the better witness. A claim *after* it may
/// be a phone that slept in a pocket, which is every honest day without signal, so that claim
/// stands as long as it lies inside the window.
fn record(
    from: Instant,
    counted: Option<Instant>,
    claim: TimeClaim,
    policy: &TimePolicy,
) -> (Instant, TimeBasis) {
    let TimeClaim { claimed_at, received_at, .. } = claim;
    let is_late = policy.tolerance_s < claimed_at.seconds_since(received_at);
    if let Some(counted) = counted {
        let is_behind = policy.tolerance_s < counted.seconds_since(claimed_at);
        if is_behind || is_late {
            return (counted, TimeBasis::Counted);
        }
    }
    if (from..=received_at).contains(&claimed_at) {
        (claimed_at, TimeBasis::Claim)
    } else {
        (claimed_at.clamp(from, received_at), TimeBasis::Edge)
    }
}

/// By how much the claim misses the moments between which it must lie.
fn clock_off(earliest: Instant, claim: TimeClaim, policy: &TimePolicy) -> i64 {
    let behind_s = earliest.seconds_since(claim.claimed_at);
    let ahead_s = claim.claimed_at.seconds_since(claim.received_at);
    if policy.tolerance_s < ahead_s {
        ahead_s
    } else if policy.tolerance_s < behind_s {
        behind_s.saturating_neg()
    } else {
        0
    }
}

/// The verdict when only the arrival is known.
fn unbounded(claim: TimeClaim, reason: TimeReason, policy: &TimePolicy) -> TimeVerdict {
    let TimeClaim { claimed_at, received_at, .. } = claim;
    let apart_s = received_at.seconds_since(claimed_at);
    let (recorded_at, basis) = if received_at < claimed_at {
        (received_at, TimeBasis::Edge)
    } else if policy.oldest_claim_s < apart_s {
        (received_at, TimeBasis::Received)
    } else {
        (claimed_at, TimeBasis::Claim)
    };
    TimeVerdict {
        grade: TimeGrade::Unproven,
        from: None,
        to: received_at,
        recorded_at,
        basis,
        // Without a lower bound a phone may be late with the news, but never ahead of it.
        clock_off_s: clock_off(Instant(i64::MIN), claim, policy),
        reason,
    }
}

#[cfg(test)]
mod tests;
