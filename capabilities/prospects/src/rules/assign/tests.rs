use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn person(number: u8) -> PersonId {
    PersonId(Uuid::from_u128(u128::from(number) + 1))
}

fn turn(people: u8) -> Rule {
    Rule {
        asked: Asked::default(),
        way: Way::Turn,
        limits: Limits::default(),
        people: (0..people).map(person).collect(),
        last: None,
    }
}

fn book(rules: Vec<Rule>) -> Book {
    Book { rules, loads: BTreeMap::new() }
}

fn to(outcome: &Outcome) -> Option<PersonId> {
    match outcome {
        Outcome::Given { to, .. } => Some(*to),
        Outcome::Waits { .. } => None,
    }
}

#[test]
fn the_first_rule_that_is_about_it_decides() {
    let retail = Asked { industries: vec!["Ritel".to_owned()], ..Asked::default() };
    let one = Rule { asked: retail, way: Way::Person, people: vec![person(7)], ..turn(0) };
    let mut book = book(vec![one, turn(2)]);
    let retail = Lead { industry: Some("ritel".to_owned()), ..Lead::default() };

    assert_eq!(to(&book.hand_out(&retail)), Some(person(7)));
    assert_eq!(to(&book.hand_out(&Lead::default())), Some(person(0)));
    assert_eq!(to(&book.hand_out(&Lead::default())), Some(person(1)));
    assert_eq!(to(&book.hand_out(&Lead::default())), Some(person(0)));
}

#[test]
fn whoever_is_full_is_passed_over_and_it_says_so() {
    let limits = Limits { open: Some(30), ..Limits::default() };
    let mut book = book(vec![Rule { limits, ..turn(2) }]);
    book.loads.insert(person(0), Load { open: 30, ..Load::default() });

    let outcome = book.hand_out(&Lead::default());

    let passed = vec![(person(0), Full::Open { has: 30, most: 30 })];
    let by = Tried { rule: 0, passed };
    assert_eq!(outcome, Outcome::Given { to: person(1), by, before: Vec::new() });
}

#[test]
fn where_all_are_full_the_next_rule_is_asked_and_then_it_waits() {
    let limits = Limits { in_day: Some(1), ..Limits::default() };
    let mut book =
        book(vec![Rule { limits, ..turn(1) }, Rule { limits, people: vec![person(5)], ..turn(0) }]);

    assert_eq!(to(&book.hand_out(&Lead::default())), Some(person(0)));
    let second = book.hand_out(&Lead::default());
    let Outcome::Given { to: second, before, .. } = second else { panic!("{second:?}") };
    assert_eq!((second, before.len()), (person(5), 1));
    let Outcome::Waits { tried } = book.hand_out(&Lead::default()) else { panic!("all are full") };
    assert_eq!(tried.len(), 2);
    assert_eq!(tried[0].passed, [(person(0), Full::Day { has: 1, most: 1 })]);
}

#[test]
fn whoever_is_away_gets_nothing_and_loses_nothing_else() {
    let until = Some("2026-03-09".parse().unwrap());
    let mut book = book(vec![turn(3)]);
    book.loads.insert(person(1), Load { away: Some(Away { until }), ..Load::default() });

    let all: Vec<_> = (0..4).map(|_| to(&book.hand_out(&Lead::default())).unwrap()).collect();

    assert_eq!(all, [person(0), person(2), person(0), person(2)]);
}

#[test]
fn the_least_loaded_gets_it_and_clients_can_fill_somebody_too() {
    let limits = Limits { clients: Some(50), ..Limits::default() };
    let mut book = book(vec![Rule { way: Way::Least, limits, ..turn(3) }]);
    book.loads.insert(person(0), Load { clients: 50, ..Load::default() });
    book.loads.insert(person(1), Load { open: 4, ..Load::default() });
    book.loads.insert(person(2), Load { open: 2, ..Load::default() });

    let all: Vec<_> = (0..3).map(|_| to(&book.hand_out(&Lead::default())).unwrap()).collect();

    // At four each, whoever got less this month comes first.
    assert_eq!(all, [person(2), person(2), person(1)]);
}

fn counts(given: &[PersonId], among: impl Iterator<Item = PersonId>) -> Vec<usize> {
    among.map(|it| given.iter().filter(|to| **to == it).count()).collect()
}

fn differ_by_one(counts: &[usize]) -> bool {
    counts.iter().max().unwrap_or(&0) - counts.iter().min().unwrap_or(&0) <= 1
}

proptest! {
    #[test]
    fn turns_are_fair(people in 1u8..12, prospects in 0usize..60, last in proptest::option::of(0u8..14)) {
        let mut book = book(vec![Rule { last: last.map(person), ..turn(people) }]);

        let given: Vec<_> =
            (0..prospects).filter_map(|_| to(&book.hand_out(&Lead::default()))).collect();

        prop_assert_eq!(given.len(), prospects);
        prop_assert!(differ_by_one(&counts(&given, (0..people).map(person))));
    }

    #[test]
    fn they_stay_fair_when_somebody_goes(people in 2u8..10, gone in 0u8..10, first in 0usize..30, then in 0usize..30) {
        let gone = person(gone % people);
        let mut book = book(vec![turn(people)]);
        let mut given: Vec<_> =
            (0..first).filter_map(|_| to(&book.hand_out(&Lead::default()))).collect();
        book.rules[0].people.retain(|it| *it != gone);
        given.extend((0..then).filter_map(|_| to(&book.hand_out(&Lead::default()))));

        let others = (0..people).map(person).filter(|it| *it != gone);

        prop_assert_eq!(given.len(), first + then);
        prop_assert!(differ_by_one(&counts(&given, others)));
        prop_assert!(!given[first..].contains(&gone));
    }

    #[test]
    fn nobody_gets_more_than_fits(
        loads in proptest::collection::vec((0i64..6, 0i64..6, 0i64..4, any::<bool>()), 1..8),
        open in proptest::option::of(0i64..6),
        in_day in proptest::option::of(0i64..4),
        clients in proptest::option::of(1i64..6),
        least: bool,
        prospects in 0usize..40,
    ) {
        let limits = Limits { open, clients, in_day, in_month: None };
        let way = if least { Way::Least } else { Way::Turn };
        let people = u8::try_from(loads.len()).unwrap();
        let mut book = book(vec![Rule { way, limits, ..turn(people) }]);
        for (number, (open, clients, in_day, away)) in (0..).zip(&loads) {
            let away = away.then_some(Away { until: None });
            let load = Load { away, open: *open, clients: *clients, in_day: *in_day, in_month: 0 };
            book.loads.insert(person(number), load);
        }
        let begun = book.loads.clone();

        for _ in 0..prospects {
            let before = book.clone();
            if let Outcome::Given { to, .. } = book.hand_out(&Lead::default()) {
                prop_assert_eq!(full(before.loads[&to], limits), None);
            } else {
                prop_assert!(before.loads.values().all(|it| full(*it, limits).is_some()));
            }
        }
        for (who, load) in &book.loads {
            prop_assert!(open.is_none_or(|most| load.open <= most.max(begun[who].open)));
            prop_assert!(in_day.is_none_or(|most| load.in_day <= most.max(begun[who].in_day)));
            prop_assert!(load.away.is_none() || load.open == begun[who].open);
        }
    }

    #[test]
    fn the_same_is_decided_in_whatever_order_people_stand(people in 1u8..9, seed in 0usize..9, last in proptest::option::of(0u8..9)) {
        let rule = Rule { last: last.map(person), ..turn(people) };
        let mut turned = rule.clone();
        turned.people.rotate_left(seed % usize::from(people));

        let (one, other) = (book(vec![rule]), book(vec![turned]));

        prop_assert_eq!(one.decide(&Lead::default()), other.decide(&Lead::default()));
    }

    #[test]
    fn fairness_holds_through_limits(people in 2u8..7, most in 1i64..6, prospects in 0usize..50) {
        let limits = Limits { open: Some(most), ..Limits::default() };
        let mut book = book(vec![Rule { limits, ..turn(people) }]);

        let given: Vec<_> =
            (0..prospects).filter_map(|_| to(&book.hand_out(&Lead::default()))).collect();

        let room = usize::from(people) * usize::try_from(most).unwrap();
        prop_assert_eq!(given.len(), prospects.min(room));
        prop_assert!(differ_by_one(&counts(&given, (0..people).map(person))));
    }
}
