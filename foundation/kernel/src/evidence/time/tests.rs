//! Clocks that are right, wrong, asleep and set back.

use proptest::prelude::*;

use super::*;

const POLICY: fn() -> TimePolicy = TimePolicy::default;

/// 08:00 in Jakarta on a Monday.
fn eight() -> Instant {
    "2026-03-02T01:00:00Z".parse().unwrap()
}

/// Minutes after eight, for token, claim and arrival, and what the page counted.
fn judged(token: i64, claim: i64, received: i64, counted: Option<i64>) -> TimeVerdict {
    let claim = TimeClaim {
        claimed_at: eight().plus_minutes(claim),
        since_token_ms: counted.map(|minutes| minutes * 60_000),
        token: Some(TokenTime(eight().plus_minutes(token))),
        received_at: eight().plus_minutes(received),
    };
    judge_time(claim, &POLICY())
}

fn minutes(moment: Instant) -> i64 {
    moment.seconds_since(eight()).div_euclid(60)
}

#[test]
fn the_window_decides_the_grade() {
    use TimeGrade::{Bounded, Exact, Unproven};

    for (token, claim, received, grade) in [
        (0, 5, 6, Exact),
        (0, 14, 15, Exact),
        (0, 5, 16, Bounded),
        (0, 700, 720, Bounded),
        (0, 700, 721, Unproven),
        (0, -60, 10, Unproven),
        (0, 60, 10, Unproven),
        // Seconds apart is what clocks are.
        (0, -2, 10, Exact),
        (0, 12, 10, Exact),
        (0, 13, 10, Unproven),
        (0, -3, 10, Unproven),
    ] {
        let verdict = judged(token, claim, received, None);

        assert_eq!(verdict.grade, grade, "{token} {claim} {received}: {:?}", verdict.reason);
    }
}

#[test]
fn a_claim_inside_its_window_is_recorded_as_claimed() {
    let verdict = judged(0, 95, 480, None);

    assert_eq!((minutes(verdict.recorded_at), verdict.basis), (95, TimeBasis::Claim));
    assert_eq!(verdict.reason, TimeReason::Offline { window_s: 480 * 60 });
}

#[test]
fn a_clock_set_back_is_found_by_what_the_page_counted() {
    // 09:40 in truth, and the clock says 08:01 so as not to be late.
    let verdict = judged(0, 1, 120, Some(100));

    assert_eq!((minutes(verdict.recorded_at), verdict.basis), (100, TimeBasis::Counted));
    assert_eq!(verdict.clock_off_s, -99 * 60);
}

#[test]
fn a_phone_that_slept_keeps_its_claim() {
    // Four hours in a pocket, of which the page counted ten minutes.
    let verdict = judged(0, 240, 300, Some(10));

    assert_eq!((minutes(verdict.recorded_at), verdict.basis), (240, TimeBasis::Claim));
    assert_eq!(verdict.clock_off_s, 0);
}

#[test]
fn a_clock_ahead_is_corrected_and_shown() {
    let verdict = judged(0, 300, 12, Some(11));

    assert_eq!(verdict.grade, TimeGrade::Unproven);
    assert_eq!(verdict.reason, TimeReason::ClaimInTheFuture { by_s: 288 * 60 });
    assert_eq!((minutes(verdict.recorded_at), verdict.clock_off_s), (11, 288 * 60));
}

#[test]
fn a_count_that_cannot_be_is_not_listened_to() {
    for counted in [Some(-5), Some(500), Some(i64::MAX / 60_000), None] {
        let verdict = judged(0, 5, 10, counted);

        assert_eq!((minutes(verdict.recorded_at), verdict.basis), (5, TimeBasis::Claim));
    }
}

#[test]
fn a_claim_outside_is_recorded_at_the_edge() {
    assert_eq!(minutes(judged(0, -300, 10, None).recorded_at), 0);
    assert_eq!(minutes(judged(0, 300, 10, None).recorded_at), 10);
}

#[test]
fn a_token_of_a_server_that_is_ahead() {
    let a_breath = TimeClaim {
        claimed_at: eight(),
        since_token_ms: None,
        token: Some(TokenTime(eight().plus_seconds(4))),
        received_at: eight(),
    };
    let an_hour = TimeClaim { token: Some(TokenTime(eight().plus_hours(1))), ..a_breath };

    assert_eq!(judge_time(a_breath, &POLICY()).grade, TimeGrade::Exact);
    let verdict = judge_time(an_hour, &POLICY());
    assert_eq!(verdict.reason, TimeReason::TokenFromTheFuture { by_s: 3_600 });
    assert_eq!((verdict.grade, verdict.from), (TimeGrade::Unproven, None));
}

#[test]
fn without_a_token_the_claim_stands_but_proves_nothing() {
    let claim = |minutes: i64| TimeClaim {
        claimed_at: eight().plus_minutes(minutes),
        since_token_ms: Some(5),
        token: None,
        received_at: eight(),
    };

    let first = judge_time(claim(-3), &POLICY());
    assert_eq!(first.reason, TimeReason::FirstContact { apart_s: 180 });
    let older = judge_time(claim(-300), &POLICY());
    assert_eq!(older.reason, TimeReason::NoToken { apart_s: 18_000 });
    assert_eq!((older.grade, minutes(older.recorded_at)), (TimeGrade::Unproven, -300));
    let ahead = judge_time(claim(90), &POLICY());
    assert_eq!((minutes(ahead.recorded_at), ahead.clock_off_s), (0, 5_400));
    let flat_battery = judge_time(TimeClaim { claimed_at: Instant(0), ..claim(0) }, &POLICY());
    assert_eq!((minutes(flat_battery.recorded_at), flat_battery.basis), (0, TimeBasis::Received));
}

#[test]
fn a_reason_is_stored_by_its_code() {
    let reason = TimeReason::Offline { window_s: 60 };

    let json = serde_json::to_string(&reason).unwrap();
    assert_eq!(json, r#"{"code":"offline","window_s":60}"#);
    assert_eq!(serde_json::from_str::<TimeReason>(&json).unwrap(), reason);
}

proptest! {
    #[test]
    fn every_claim_gets_an_answer_inside_its_window(claim in any_claims()) {
        let verdict = judge_time(claim, &POLICY());

        prop_assert!(verdict.recorded_at <= verdict.to);
        prop_assert!(verdict.from.is_none_or(|from| from <= verdict.recorded_at));
        prop_assert_eq!(verdict.to, claim.received_at);
    }

    #[test]
    fn what_is_proven_has_both_bounds(claim in claims()) {
        let verdict = judge_time(claim, &POLICY());

        if verdict.grade != TimeGrade::Unproven {
            let from = verdict.from.expect("a bound");
            prop_assert!(verdict.to.seconds_since(from) <= POLICY().bounded_s);
        }
    }

    #[test]
    fn nobody_gains_by_losing_the_token(claim in claims()) {
        let with = judge_time(claim, &POLICY());
        let without = judge_time(TimeClaim { token: None, ..claim }, &POLICY());

        prop_assert!(with.grade <= without.grade);
    }

    #[test]
    fn the_phones_clock_never_moves_the_window(claim in claims(), shift_s in -99_999..99_999_i64) {
        let shifted =
            TimeClaim { claimed_at: claim.claimed_at.plus_seconds(shift_s), ..claim };
        let (one, other) = (judge_time(claim, &POLICY()), judge_time(shifted, &POLICY()));

        prop_assert_eq!((one.from, one.to), (other.from, other.to));
    }

    #[test]
    fn sending_later_never_improves_the_grade(claim in claims(), later_s in 0..99_999_i64) {
        let late = TimeClaim { received_at: claim.received_at.plus_seconds(later_s), ..claim };
        let (soon, late) = (judge_time(claim, &POLICY()), judge_time(late, &POLICY()));

        // A claim ahead of its arrival, or a token that is, looks better once time has passed it.
        if soon.clock_off_s <= 0 && soon.from.is_some() {
            prop_assert!(soon.grade <= late.grade);
        }
    }
}

fn claims() -> impl Strategy<Value = TimeClaim> {
    let day = -90_000..90_000_i64;
    (day.clone(), proptest::option::of(-10_000..90_000_000_i64), day.clone(), day).prop_map(
        |(claimed, since_token_ms, token, received)| TimeClaim {
            claimed_at: eight().plus_seconds(claimed),
            since_token_ms,
            token: Some(TokenTime(eight().plus_seconds(token))),
            received_at: eight().plus_seconds(received),
        },
    )
}

fn any_claims() -> impl Strategy<Value = TimeClaim> {
    let (some, ms) = (proptest::option::of(any::<i64>()), proptest::option::of(any::<i64>()));
    (any::<i64>(), ms, some, any::<i64>()).prop_map(|(claimed, since_token_ms, token, received)| {
        TimeClaim {
            claimed_at: Instant(claimed),
            since_token_ms,
            token: token.map(|micros| TokenTime(Instant(micros))),
            received_at: Instant(received),
        }
    })
}
