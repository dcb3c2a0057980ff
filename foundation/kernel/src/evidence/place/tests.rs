use proptest::prelude::*;

use super::*;
use crate::geo::Point;

/// A shop in South Jakarta, with the usual circle.
const SHOP: Site = Site { point: Point { lat: -6.2, lon: 106.8 }, radius_m: 150.0 };

/// A position so many metres north of the shop.
fn north(metres: f64, accuracy_m: f64) -> Fix {
    let lat = SHOP.point.lat + metres / 111_194.926_6;
    Fix { lat, lon: SHOP.point.lon, accuracy_m, altitude_m: None, age_ms: Some(400) }
}

fn at_the_shop(fix: Fix) -> PlaceVerdict {
    judge_place(Some(SHOP), Some(fix), None, &PlacePolicy::default())
}

#[test]
fn distance_and_accuracy_decide_together() {
    use PlaceWord::{CannotTell, Inside, Outside};

    for (metres, accuracy_m, verdict, reason) in [
        (0.0, 5.0, Inside, PlaceReason::WithinRadius),
        (149.0, 12.0, Inside, PlaceReason::WithinRadius),
        (149.0, 200.0, Inside, PlaceReason::WithinRadius),
        (155.0, 12.0, CannotTell, PlaceReason::InBetween),
        (340.0, 195.0, CannotTell, PlaceReason::InBetween),
        (340.0, 185.0, Outside, PlaceReason::BeyondRadius),
        (163.0, 12.0, Outside, PlaceReason::BeyondRadius),
        (10.0, 201.0, CannotTell, PlaceReason::TooVague { most_m: 200.0 }),
        (9_000.0, 3_000.0, CannotTell, PlaceReason::TooVague { most_m: 200.0 }),
    ] {
        let judged = at_the_shop(north(metres, accuracy_m));

        assert_eq!((judged.verdict, judged.reason), (verdict, reason), "{metres} {accuracy_m}");
        assert!((judged.distance_m.unwrap() - metres).abs() < 0.5, "{judged:?}");
    }
}

#[test]
fn accuracy_between_good_and_usable_is_said() {
    assert_eq!(at_the_shop(north(0.0, 50.0)).quality, Some(FixQuality::Good));
    assert_eq!(at_the_shop(north(0.0, 50.1)).quality, Some(FixQuality::Coarse));
    assert_eq!(at_the_shop(north(0.0, 200.1)).quality, Some(FixQuality::Unusable));
}

#[test]
fn without_a_position_nobody_can_tell() {
    let denied = Some(FixError::Denied);
    let judged = judge_place(Some(SHOP), None, denied, &PlacePolicy::default());

    assert_eq!(judged.verdict, PlaceWord::CannotTell);
    assert_eq!(judged.reason, PlaceReason::NoFix { error: denied });
    assert_eq!(judged.radius_m, Some(150.0));
}

#[test]
fn without_a_place_nobody_can_tell() {
    let fix = Some(north(0.0, 5.0));
    let broken = Site { radius_m: f64::NAN, ..SHOP };
    for (site, reason) in
        [(None, PlaceReason::UnknownPlace), (Some(broken), PlaceReason::BrokenPlace)]
    {
        let judged = judge_place(site, fix, None, &PlacePolicy::default());

        assert_eq!((judged.verdict, judged.reason), (PlaceWord::CannotTell, reason));
    }
}

#[test]
fn nothing_is_not_a_position_even_at_a_shop_at_zero() {
    let zero = Fix { lat: 0.0, lon: 0.0, ..north(0.0, 5.0) };
    let gulf = Site { point: Point { lat: 0.0, lon: 0.000_1 }, radius_m: 500.0 };

    let judged = judge_place(Some(gulf), Some(zero), None, &PlacePolicy::default());
    assert_eq!((judged.verdict, judged.reason), (PlaceWord::CannotTell, PlaceReason::ZeroFix));
}

#[test]
fn where_somebody_was_is_not_where_they_are() {
    let old = Fix { age_ms: Some(300_000), ..north(0.0, 5.0) };
    let fast_clock = Fix { age_ms: Some(-600_000), ..north(0.0, 5.0) };

    let reason = PlaceReason::StaleFix { age_s: 300, most_s: 120 };
    assert_eq!(at_the_shop(old).reason, reason);
    assert_eq!(at_the_shop(fast_clock).verdict, PlaceWord::Inside);
}

proptest! {
    #[test]
    fn inside_is_always_in_the_circle_by_a_usable_position(site in sites(), fix in fixes()) {
        let judged = judge_place(site, fix, None, &PlacePolicy::default());

        if judged.verdict == PlaceWord::Inside {
            prop_assert!(judged.distance_m.unwrap() <= judged.radius_m.unwrap());
            prop_assert!(judged.accuracy_m.unwrap() <= 200.0);
        }
    }

    #[test]
    fn whatever_the_phone_says_the_numbers_are_finite(site in sites(), fix in fixes()) {
        let judged = judge_place(site, fix, None, &PlacePolicy::default());

        for number in [judged.distance_m, judged.radius_m, judged.accuracy_m] {
            prop_assert!(number.is_none_or(f64::is_finite));
        }
    }

    #[test]
    fn a_vaguer_position_never_accuses(metres in 0.0..5_000.0, accuracy in 0.0..400.0) {
        let judged = at_the_shop(north(metres, accuracy));
        let vaguer = at_the_shop(north(metres, accuracy + 50.0));

        prop_assert!(judged.verdict == vaguer.verdict || vaguer.verdict == PlaceWord::CannotTell);
    }

    #[test]
    fn standing_at_the_door_is_inside(accuracy in 0.0..=200.0) {
        prop_assert_eq!(at_the_shop(north(0.0, accuracy)).verdict, PlaceWord::Inside);
    }
}

fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -200.0..200.0,
        1 => any::<f64>(),
        1 => proptest::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, -1.0]),
    ]
}

fn sites() -> impl Strategy<Value = Option<Site>> {
    let site = (numbers(), numbers(), numbers())
        .prop_map(|(lat, lon, radius_m)| Site { point: Point { lat, lon }, radius_m });
    proptest::option::of(prop_oneof![site, Just(SHOP)])
}

fn fixes() -> impl Strategy<Value = Option<Fix>> {
    let age = proptest::option::of(any::<i64>());
    let fix = (numbers(), numbers(), numbers(), age).prop_map(|(lat, lon, accuracy_m, age_ms)| {
        Fix { lat, lon, accuracy_m, altitude_m: None, age_ms }
    });
    let near = (0.0..400.0, 0.0..400.0).prop_map(|(metres, accuracy)| north(metres, accuracy));
    proptest::option::of(prop_oneof![fix, near])
}
