use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn taker(number: u128, load: i64) -> Taker {
    let none = BTreeMap::new;
    Taker { person: person(number), load, cities: none(), industries: none() }
}

fn client(worth: i64) -> Client {
    Client { worth, ..Client::default() }
}

fn counts(given: &[Given]) -> BTreeMap<Option<PersonId>, i64> {
    let mut counts = BTreeMap::new();
    for it in given {
        *counts.entry(it.to).or_default() += 1;
    }
    counts
}

#[test]
fn whoever_has_fewest_gets_the_next() {
    let given = share_out(Way::LeastLoaded, &vec![client(0); 4], &[taker(1, 3), taker(2, 1)], None);

    let to: Vec<_> = given.iter().map(|it| it.to.unwrap()).collect();
    assert_eq!(to, [person(2), person(2), person(1), person(2)]);
    assert_eq!(given[0].reason, Reason::LeastLoaded { load: 1 });
}

#[test]
fn nobody_gets_more_than_the_cap() {
    let given = share_out(Way::ToOne, &vec![client(0); 3], &[taker(1, 8), taker(2, 0)], Some(10));

    assert_eq!(counts(&given)[&Some(person(1))], 2);
    assert_eq!(given[2], Given { to: None, reason: Reason::NoRoom { cap: 10 } });
}

#[test]
fn a_client_goes_where_its_city_is_known() {
    let mut knows = taker(2, 9);
    knows.cities.insert("Depok".to_owned(), 4);
    let in_depok = Client { city: Some("Depok".to_owned()), ..Client::default() };
    let elsewhere = Client { city: Some("Bogor".to_owned()), ..Client::default() };

    let given = share_out(Way::Territory, &[in_depok, elsewhere], &[taker(1, 0), knows], None);

    let reason = Reason::Territory { city: "Depok".to_owned(), count: 4 };
    assert_eq!(given[0], Given { to: Some(person(2)), reason });
    assert_eq!(given[1].to, Some(person(1)));
}

#[test]
fn the_largest_are_shared_out_first() {
    let clients = [client(1), client(100), client(60), client(40)];
    let given = share_out(Way::EqualWorth, &clients, &[taker(1, 0), taker(2, 0)], None);

    let worth = |who| -> i64 {
        let theirs = given.iter().zip(&clients).filter(|it| it.0.to == Some(person(who)));
        theirs.map(|it| it.1.worth).sum()
    };
    assert_eq!((worth(1), worth(2)), (101, 100));
}

#[test]
fn a_reason_survives_being_kept() {
    for reason in [
        Reason::Named,
        Reason::Territory { city: "Depok".to_owned(), count: 2 },
        Reason::NoRoom { cap: 3 },
    ] {
        let text = serde_json::to_string(&reason).unwrap();
        assert_eq!(serde_json::from_str::<Reason>(&text).unwrap(), reason, "{text}");
    }
}

fn way() -> impl Strategy<Value = Way> {
    proptest::sample::select(Way::ALL)
}

proptest! {
    #[test]
    fn every_client_goes_once_or_stays_for_want_of_room(
        way in way(),
        worths in proptest::collection::vec(0..1_000_000_i64, 0..60),
        loads in proptest::collection::vec(0..20_i64, 1..6),
        cap in proptest::option::of(0..40_i64),
    ) {
        let clients: Vec<Client> = worths.iter().map(|it| client(*it)).collect();
        let takers: Vec<Taker> =
            loads.iter().zip(1_u128..).map(|(load, number)| taker(number, *load)).collect();

        let given = share_out(way, &clients, &takers, cap);

        prop_assert_eq!(given.len(), clients.len());
        let counts = counts(&given);
        for taker in &takers {
            let got = counts.get(&Some(taker.person)).copied().unwrap_or(0);
            if let Some(cap) = cap {
                prop_assert!(got == 0 || taker.load + got <= cap);
            }
        }
        if cap.is_none() {
            prop_assert!(!counts.contains_key(&None));
        }
        prop_assert_eq!(&share_out(way, &clients, &takers, cap), &given);
    }

    #[test]
    fn equal_numbers_differ_by_one_at_the_most(
        clients in 0..60_usize,
        loads in proptest::collection::vec(0..20_i64, 1..6),
    ) {
        let takers: Vec<Taker> =
            loads.iter().zip(1_u128..).map(|(load, number)| taker(number, *load)).collect();

        let given = share_out(Way::EqualNumber, &vec![client(1); clients], &takers, None);

        let counts = counts(&given);
        let got: Vec<i64> =
            takers.iter().map(|it| counts.get(&Some(it.person)).copied().unwrap_or(0)).collect();
        prop_assert!(got.iter().max().unwrap() - got.iter().min().unwrap() <= 1);
    }
}
