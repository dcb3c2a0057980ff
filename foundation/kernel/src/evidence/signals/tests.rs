//! What is odd, and what only looks so.

use proptest::prelude::*;

use super::*;
use crate::Zone;

const JAKARTA: (f64, f64) = (-6.175_392, 106.827_153);
const BANDUNG: (f64, f64) = (-6.917_464, 107.619_123);
const MAKASSAR: (f64, f64) = (-5.143_889, 119.407_778);

fn person(number: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number))
}

/// Minutes after midnight on the first of January, and where.
fn trace(minutes: i64, (lat, lon): (f64, f64), accuracy_m: f64) -> Trace {
    let at = Instant(0).plus_minutes(minutes);
    let fix = Fix { lat, lon, accuracy_m, altitude_m: Some(31.0), age_ms: None };
    let fact = FactId(uuid::Uuid::from_u128(u128::try_from(minutes).unwrap()));
    Trace { fact, at, day: at.day(&Zone::jakarta()), fix: Some(fix) }
}

fn alone(this: Trace) -> Circumstances<'static> {
    Circumstances {
        person: person(1),
        this,
        samples: &[],
        around: &[],
        device: &[],
        has_other_device: false,
        photos: &[],
        lacks_photo: false,
        photo_error: None,
        clock_off_s: 0,
        chain: &[],
    }
}

fn found(known: Circumstances<'_>) -> Vec<Signal> {
    signals(known, &SignalPolicy::default())
}

#[test]
fn a_first_fact_on_a_first_phone_is_not_odd() {
    assert_eq!(found(alone(trace(0, JAKARTA, 12.0))), []);
}

#[test]
fn a_required_photo_that_never_came_is_worth_a_look() {
    let why = Some(PhotoError::NoCamera);
    let known =
        Circumstances { lacks_photo: true, photo_error: why, ..alone(trace(0, JAKARTA, 12.0)) };

    assert_eq!(found(known), [Signal::MissingPhoto { why }]);
    assert_eq!(found(known)[0].weight(), 3);
    // Where none is required, nobody minds why there is none.
    assert_eq!(found(Circumstances { lacks_photo: false, ..known }), []);
}

#[test]
fn nobody_drives_to_bandung_in_twenty_minutes() {
    for (minutes, is_odd) in [(20, true), (40, true), (60, false), (180, false)] {
        let around = [trace(0, JAKARTA, 12.0)];
        let known = Circumstances { around: &around, ..alone(trace(minutes, BANDUNG, 12.0)) };

        assert_eq!(!found(known).is_empty(), is_odd, "{minutes}");
    }
}

#[test]
fn an_executive_flies_to_makassar() {
    let around = [trace(0, JAKARTA, 12.0)];
    let this = |minutes| Circumstances { around: &around, ..alone(trace(minutes, MAKASSAR, 12.0)) };
    let grounded = SignalPolicy { flight_from_m: None, ..SignalPolicy::default() };

    assert_eq!(found(this(150)), []);
    assert_eq!(found(this(60)).len(), 1, "faster than an airliner");
    assert_eq!(signals(this(150), &grounded).len(), 1, "where nobody flies");
}

#[test]
fn errors_are_taken_off_the_distance() {
    let around = [trace(0, JAKARTA, 12.0)];
    let (lat, lon) = (JAKARTA.0 + 0.027, JAKARTA.1);
    let jump = |accuracy_m| {
        let this = trace(1, (lat, lon), accuracy_m);
        found(Circumstances { around: &around, ..alone(this) }).len()
    };

    assert_eq!(jump(20.0), 1);
    assert_eq!(jump(2_500.0), 0, "three kilometres off, give or take two and a half");
}

#[test]
fn a_late_fact_between_two_others_is_compared_with_both() {
    let around = [trace(0, JAKARTA, 12.0), trace(200, JAKARTA, 12.0)];
    let known = Circumstances { around: &around, ..alone(trace(190, BANDUNG, 12.0)) };

    let [Signal::ImpossibleTravel { other, seconds, .. }] = found(known)[..] else { panic!() };
    assert_eq!((other, seconds), (around[1].fact, 600));
}

#[test]
fn the_same_hand_breadth_on_three_days() {
    let day = 24 * 60;
    let around = [trace(0, JAKARTA, 9.0), trace(1, JAKARTA, 8.0), trace(day, JAKARTA, 11.0)];
    let two = Circumstances { around: &around[..2], ..alone(trace(day, JAKARTA, 10.0)) };
    let three = Circumstances { around: &around, ..alone(trace(2 * day, JAKARTA, 10.0)) };

    assert_eq!(found(two), []);
    assert_eq!(found(three), [Signal::RepeatedCoordinates { days: 3 }]);
}

#[test]
fn one_accuracy_all_the_time_and_no_altitude() {
    let bare = |minutes: i64, accuracy_m| {
        let mut bare = trace(minutes, JAKARTA, accuracy_m);
        bare.fix = bare.fix.map(|fix| Fix { altitude_m: None, ..fix });
        bare
    };
    let around: Vec<Trace> = (0..4).map(|minutes| bare(minutes, 20.0)).collect();
    let constant = Circumstances { around: &around, ..alone(bare(9, 20.0)) };
    let varied = Circumstances { around: &around, ..alone(bare(9, 21.0)) };
    let high = Circumstances { around: &around, ..alone(trace(9, JAKARTA, 20.0)) };

    assert_eq!(found(constant), [Signal::ConstantAccuracy { accuracy_m: 20.0, fixes: 5 }]);
    assert_eq!(found(varied), []);
    assert_eq!(found(high), []);
}

#[test]
fn samples_of_a_living_position_differ() {
    let this = trace(0, JAKARTA, 12.0);
    let fix = this.fix.unwrap();
    let moved = Fix { lat: fix.lat + 0.000_002, ..fix };

    let alike = Circumstances { samples: &[fix, fix, fix], ..alone(this) };
    assert_eq!(found(alike), [Signal::IdenticalSamples { samples: 3 }]);
    assert_eq!(found(Circumstances { samples: &[fix, fix, moved], ..alone(this) }), []);
    assert_eq!(found(Circumstances { samples: &[fix, fix], ..alone(this) }), []);
}

#[test]
fn two_people_on_one_phone() {
    let uses = [
        DeviceUse { person: person(1), at: Instant(0) },
        DeviceUse { person: person(2), at: Instant(5) },
    ];
    let known = Circumstances { device: &uses, ..alone(trace(1, JAKARTA, 12.0)) };

    assert_eq!(found(known), [Signal::SharedDevice { with: person(2), at: Instant(5) }]);
}

#[test]
fn a_new_phone_is_new_once() {
    let this = alone(trace(1, JAKARTA, 12.0));
    let mine = [DeviceUse { person: person(1), at: Instant(0) }];

    assert_eq!(found(Circumstances { has_other_device: true, ..this }), [Signal::NewDevice]);
    assert_eq!(found(Circumstances { has_other_device: true, device: &mine, ..this }), []);
}

#[test]
fn a_photo_is_taken_once() {
    let this = trace(5, JAKARTA, 12.0);
    let own = PhotoUse { fact: this.fact, person: person(1), at: this.at };
    let old = PhotoUse { fact: trace(1, JAKARTA, 1.0).fact, person: person(1), at: Instant(0) };

    assert_eq!(found(Circumstances { photos: &[own], ..alone(this) }), []);
    let reused = Signal::ReusedPhoto { fact: old.fact, person: old.person, at: old.at };
    assert_eq!(found(Circumstances { photos: &[own, old], ..alone(this) }), [reused]);
}

#[test]
fn a_clock_minutes_off_is_said() {
    let this = alone(trace(5, JAKARTA, 12.0));

    assert_eq!(found(Circumstances { clock_off_s: -300, ..this }), []);
    let off = Circumstances { clock_off_s: i64::MIN, ..this };
    assert_eq!(found(off), [Signal::ClockOff { by_s: i64::MIN }]);
}

proptest! {
    #[test]
    fn no_history_breaks_the_rule(
        traces in proptest::collection::vec(traces(), 1..12),
        clock_off_s in any::<i64>(),
    ) {
        let samples: Vec<Fix> = traces.iter().filter_map(|it| it.fix).collect();
        let known =
            Circumstances { around: &traces, samples: &samples, clock_off_s, ..alone(traces[0]) };

        for signal in found(known) {
            prop_assert!((1..=3).contains(&signal.weight()));
            if let Signal::ImpossibleTravel { distance_m, kmh, .. } = signal {
                prop_assert!(distance_m.is_finite() && kmh.is_finite());
            }
        }
    }

    #[test]
    fn the_order_in_which_history_is_read_does_not_matter(
        traces in proptest::collection::vec(traces(), 1..12),
    ) {
        let this = alone(trace(50, JAKARTA, 10.0));
        let mut reversed = traces.clone();
        reversed.reverse();

        prop_assert_eq!(
            found(Circumstances { around: &traces, ..this }),
            found(Circumstances { around: &reversed, ..this })
        );
    }

    #[test]
    fn whoever_stays_in_one_place_never_travels(minutes in 0..500_i64, accuracy in 0.0..500.0) {
        let around = [trace(7, JAKARTA, 12.0)];
        let this = trace(minutes, JAKARTA, accuracy);

        let odd = found(Circumstances { around: &around, ..alone(this) });
        let travels = odd.iter().any(|it| matches!(it, Signal::ImpossibleTravel { .. }));
        prop_assert!(!travels);
    }
}

fn traces() -> impl Strategy<Value = Trace> {
    let number = || prop_oneof![-90.0..90.0, Just(f64::NAN), Just(0.0), Just(f64::INFINITY)];
    (0..100_000_i64, number(), number(), number(), any::<bool>()).prop_map(
        |(minutes, lat, lon, accuracy_m, has_fix)| {
            let mut trace = trace(minutes, (lat, lon), accuracy_m);
            trace.fix = trace.fix.filter(|_| has_fix);
            trace
        },
    )
}
