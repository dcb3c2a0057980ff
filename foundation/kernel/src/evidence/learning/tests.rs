//! Clients that are found, that stay and that move.

use proptest::prelude::*;

use super::*;

const SHOP: Point = Point { lat: -6.2, lon: 106.8 };
const POLICY: fn() -> LearningPolicy = LearningPolicy::default;

fn person(number: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number))
}

/// On this day somebody checked in so many metres north of the shop.
fn seen(day: i64, metres: f64, accuracy_m: f64) -> Sighting {
    let lat = SHOP.lat + metres / 111_194.926_6;
    let fix = Fix { lat, lon: SHOP.lon, accuracy_m, altitude_m: None, age_ms: None };
    Sighting { person: person(1), at: Instant(0).plus_days(day), fix }
}

fn place(state: PlaceState) -> KnownPlace {
    KnownPlace { site: Site { point: SHOP, radius_m: 150.0 }, state }
}

#[test]
fn the_first_check_in_proposes() {
    let step = learn(None, &[], seen(1, 0.0, 20.0), &POLICY());

    assert_eq!(
        step,
        PlaceStep::Propose { point: seen(1, 0.0, 20.0).fix.point(), accuracy_m: 20.0 }
    );
}

#[test]
fn a_vague_check_in_proposes_nothing() {
    let step = learn(None, &[], seen(1, 0.0, 900.0), &POLICY());

    let reason = PlaceReason::TooVague { most_m: 200.0 };
    assert_eq!(step, PlaceStep::Keep { why: KeepReason::SaysNothing { reason } });
}

#[test]
fn two_further_check_ins_confirm() {
    let proposed = Some(place(PlaceState::Proposed));
    let first = seen(1, 0.0, 20.0);
    let other = Sighting { person: person(2), ..seen(3, 30.0, 20.0) };

    let second = learn(proposed, &[first], seen(2, 60.0, 20.0), &POLICY());
    assert_eq!(second, PlaceStep::Keep { why: KeepReason::NeedsMore { agreeing: 2, needed: 3 } });
    let third = learn(proposed, &[first, seen(2, 60.0, 20.0)], other, &POLICY());
    let PlaceStep::Confirm { point, check_ins, people } = third else { panic!("{third:?}") };
    assert_eq!((check_ins, people), (3, 2));
    assert!((distance_m(point, SHOP) - 30.0).abs() < 1.0);
}

#[test]
fn an_exact_check_in_weighs_more_than_a_vague_one() {
    let proposed = Some(place(PlaceState::Proposed));
    let vague = [seen(1, 140.0, 190.0), seen(2, 140.0, 190.0)];

    let step = learn(proposed, &vague, seen(3, 0.0, 5.0), &POLICY());
    let PlaceStep::Confirm { point, .. } = step else { panic!("{step:?}") };
    assert!(distance_m(point, SHOP) < 1.0);
}

#[test]
fn three_in_a_row_elsewhere_propose_a_move() {
    let confirmed = Some(place(PlaceState::Confirmed));
    let before = [seen(1, 10.0, 20.0), seen(2, 900.0, 20.0)];

    let second = learn(confirmed, &before, seen(3, 910.0, 20.0), &POLICY());
    assert!(matches!(
        second,
        PlaceStep::Keep { why: KeepReason::Disagrees { in_a_row: 2, needed: 3, .. } }
    ));
    let before = [before[0], before[1], seen(3, 910.0, 20.0)];
    let third = learn(confirmed, &before, seen(4, 920.0, 20.0), &POLICY());
    let PlaceStep::ProposeMove { distance_m, check_ins, .. } = third else { panic!("{third:?}") };
    assert_eq!(check_ins, 3);
    assert!((905.0..915.0).contains(&distance_m));
}

#[test]
fn a_client_with_two_doors_does_not_move() {
    let confirmed = Some(place(PlaceState::Confirmed));
    let before: Vec<_> =
        (1..9).map(|day| seen(day, if day % 2 == 0 { 900.0 } else { 0.0 }, 20.0)).collect();

    let step = learn(confirmed, &before, seen(10, 900.0, 20.0), &POLICY());
    assert!(matches!(step, PlaceStep::Keep { why: KeepReason::Disagrees { in_a_row: 2, .. } }));
}

#[test]
fn check_ins_that_do_not_agree_with_each_other_propose_nothing() {
    let confirmed = Some(place(PlaceState::Confirmed));
    let before = [seen(1, 900.0, 20.0), seen(2, 4_000.0, 20.0), seen(3, 8_000.0, 20.0)];

    let step = learn(confirmed, &before, seen(4, 12_000.0, 20.0), &POLICY());
    assert!(matches!(step, PlaceStep::Keep { why: KeepReason::Disagrees { in_a_row: 1, .. } }));
}

#[test]
fn while_a_move_awaits_its_owner_nothing_is_learnt() {
    let step = learn(Some(place(PlaceState::Moved)), &[], seen(1, 0.0, 20.0), &POLICY());

    assert_eq!(step, PlaceStep::Keep { why: KeepReason::AwaitsOwner });
}

proptest! {
    #[test]
    fn a_confirmed_place_never_moves_by_itself(sightings in many(), newest in one()) {
        let step = learn(Some(place(PlaceState::Confirmed)), &sightings, newest, &POLICY());

        let is_quiet = matches!(step, PlaceStep::Keep { .. } | PlaceStep::ProposeMove { .. });
        prop_assert!(is_quiet);
    }

    #[test]
    fn the_order_of_arrival_teaches_nothing(sightings in many(), newest in one()) {
        let mut reversed = sightings.clone();
        reversed.reverse();

        for state in PlaceState::ALL {
            let there = learn(Some(place(*state)), &sightings, newest, &POLICY());
            let back = learn(Some(place(*state)), &reversed, newest, &POLICY());
            prop_assert_eq!(kind(there), kind(back));
        }
    }

    #[test]
    fn a_place_is_confirmed_within_its_circle(sightings in many(), newest in one()) {
        let step = learn(Some(place(PlaceState::Proposed)), &sightings, newest, &POLICY());

        if let PlaceStep::Confirm { point, check_ins, .. } = step {
            prop_assert!(distance_m(point, SHOP) <= 151.0);
            prop_assert!(3 <= check_ins);
        }
    }

    #[test]
    fn a_move_is_proposed_only_to_where_the_place_is_not(sightings in many(), newest in one()) {
        let step = learn(Some(place(PlaceState::Proposed)), &sightings, newest, &POLICY());

        if let PlaceStep::ProposeMove { distance_m, .. } = step {
            prop_assert!(149.0 < distance_m);
        }
    }
}

/// A step without its means, which differ in the last digit by the order of adding.
fn kind(step: PlaceStep) -> (&'static str, usize) {
    match step {
        PlaceStep::Propose { .. } => ("propose", 1),
        PlaceStep::Confirm { check_ins, .. } => ("confirm", check_ins),
        PlaceStep::ProposeMove { check_ins, .. } => ("move", check_ins),
        PlaceStep::Keep { why: KeepReason::Disagrees { in_a_row, .. } } => ("keep", in_a_row),
        PlaceStep::Keep { .. } => ("keep", 0),
    }
}

fn one() -> impl Strategy<Value = Sighting> {
    let accuracy = prop_oneof![3.0..60.0, 0.0..400.0, Just(f64::NAN)];
    (0..40_i64, prop_oneof![0.0..200.0, 800.0..1_000.0, 0.0..9_000.0], accuracy)
        .prop_map(|(day, metres, accuracy_m)| seen(day, metres, accuracy_m))
}

fn many() -> impl Strategy<Value = Vec<Sighting>> {
    proptest::collection::vec(one(), 0..12)
}
