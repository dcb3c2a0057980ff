//! The rates, by the figures that the field knows.

use proptest::prelude::*;

use super::super::visit::tests::{clock, planned};
use super::*;

fn person(number: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number))
}

/// A visit in this place of Monday's plan, made as so-manieth of that day.
fn call(number: u128, sequence: i32, made: Option<i64>) -> Call {
    let day = planned(1).day;
    let made = made.map(|turn| Made { at: clock(0, "08:00").plus_minutes(20 * turn), on: day });
    Call { visit: planned(number).id, owner: person(1), day, planned: true, sequence, made }
}

/// Planned visits made in this order of their numbers in the plan.
fn walked(order: &[i32]) -> Vec<Call> {
    let numbered = (0..).zip(order);
    numbered
        .map(|(turn, sequence)| call(i64::unsigned_abs(turn).into(), *sequence, Some(turn)))
        .collect()
}

fn in_order(order: &[i32]) -> usize {
    rates(&walked(order)).route_compliance.part()
}

fn rounded(rate: &Rate) -> String {
    format!("{:.1}", rate.percent().unwrap())
}

#[test]
fn the_rates_are_those_that_the_field_uses() {
    // 18 planned, 15 of them made, 9 of those in sequence, and 5 more calls: 20 in all.
    let order = [1, 2, 3, 4, 5, 6, 7, 8, 18, 17, 16, 15, 14, 13, 12];
    let mut calls = walked(&order);
    calls.extend(
        (9..12).map(|sequence| call(100 + u128::from(i32::unsigned_abs(sequence)), sequence, None)),
    );
    calls.extend((0..5).map(|extra| {
        let made = call(200 + extra, 0, Some(30));
        Call { planned: false, ..made }
    }));

    let rates = rates(&calls);
    let parts = |rate: &Rate| (rate.part(), rate.whole());
    assert_eq!(parts(&rates.pjp), (15, 18));
    assert_eq!(parts(&rates.call_compliance), (15, 20));
    assert_eq!(parts(&rates.route_compliance), (9, 15));
    assert_eq!(rounded(&rates.pjp), "83.3");
    assert_eq!(rounded(&rates.call_compliance), "75.0");
    assert_eq!(rounded(&rates.route_compliance), "60.0");
}

#[test]
fn one_detour_costs_one_visit() {
    for (order, counted) in [
        (&[1, 2, 3, 4, 5][..], 5),
        (&[5, 1, 2, 3, 4], 4),
        (&[1, 2, 5, 3, 4], 4),
        (&[2, 1, 4, 3], 2),
        (&[5, 4, 3, 2, 1], 1),
        (&[1, 3, 5, 9], 4),
        (&[2, 2, 2], 3),
        (&[], 0),
    ] {
        assert_eq!(in_order(order), counted, "{order:?}");
    }
}

#[test]
fn nothing_is_no_rate() {
    let rates = rates(&[]);

    assert_eq!(rates.pjp.percent(), None);
    assert_eq!(rates.call_compliance.percent(), None);
}

#[test]
fn a_visit_made_another_day_is_made_and_not_in_sequence() {
    let mut late = call(2, 2, Some(1));
    late.made = Some(Made { at: clock(1, "09:00"), on: late.day.plus(1) });

    let rates = rates(&[call(1, 1, Some(0)), late]);
    assert_eq!((rates.pjp.part(), rates.route_compliance.part()), (2, 1));
    assert_eq!(rates.route_compliance.others, [late.visit]);
    assert_eq!(rates.on_another_day, [late.visit]);
}

#[test]
fn each_person_walks_their_own_route() {
    let mut calls = walked(&[1, 3]);
    calls.extend([(11, 2, 0), (12, 4, 1)].map(|(number, sequence, turn)| Call {
        owner: person(2),
        ..call(number, sequence, Some(turn))
    }));

    assert_eq!(rates(&calls).route_compliance.part(), 4);
}

proptest! {
    #[test]
    fn every_rate_lists_each_visit_once(calls in calls()) {
        let rates = rates(&calls);

        for rate in [&rates.pjp, &rates.call_compliance, &rates.route_compliance] {
            let mut listed: Vec<VisitId> = rate.counted.iter().chain(&rate.others).copied().collect();
            listed.sort();
            listed.dedup();
            prop_assert_eq!(listed.len(), rate.whole());
            prop_assert!(rate.percent().is_none_or(|it| (0.0..=100.0).contains(&it)));
        }
        prop_assert_eq!(rates.pjp.part(), rates.route_compliance.whole());
        prop_assert_eq!(rates.pjp.part(), rates.call_compliance.part());
    }

    #[test]
    fn what_is_in_sequence_never_goes_back(calls in calls()) {
        let counted = rates(&calls).route_compliance.counted;
        let mut visits: Vec<&Call> = calls.iter().filter(|it| counted.contains(&it.visit)).collect();
        visits.sort_by_key(|call| call.made.map(|made| (made.at, call.sequence)));

        prop_assert!(visits.is_sorted_by_key(|call| call.sequence));
    }

    #[test]
    fn whoever_follows_the_plan_is_wholly_in_sequence(mut order in proptest::collection::vec(1..40_i32, 0..20)) {
        order.sort_unstable();

        prop_assert_eq!(in_order(&order), order.len());
    }

    #[test]
    fn the_order_in_which_visits_are_read_does_not_matter(calls in calls()) {
        let mut reversed = calls.clone();
        reversed.reverse();
        let parts = |rates: Rates| {
            let mut counted = rates.route_compliance.counted;
            counted.sort();
            (rates.pjp.part(), rates.call_compliance.whole(), counted)
        };

        prop_assert_eq!(parts(rates(&calls)), parts(rates(&reversed)));
    }
}

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let one = (1..20_i32, proptest::option::of(0..30_i64), any::<bool>());
    proptest::collection::vec(one, 0..25).prop_map(|calls| {
        let numbered = (1..).zip(calls);
        let call =
            |(number, (sequence, made, planned))| Call { planned, ..call(number, sequence, made) };
        numbered.map(call).collect()
    })
}
