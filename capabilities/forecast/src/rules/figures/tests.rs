use proptest::prelude::*;

use super::*;

fn deal(kind: Kind, amount: i64, probability: i32) -> Counted {
    Counted { kind, amount, probability }
}

fn figures(target: i64, won: i64, commit: i64, best_case: i64) -> Figures {
    Figures { target: Some(target), won, commit, best_case, ..Figures::default() }
}

#[test]
fn each_deal_adds_to_one_figure() {
    let all = Figures::count([
        deal(Kind::Won, 100, 100),
        deal(Kind::Commit, 40, 75),
        deal(Kind::BestCase, 20, 50),
        deal(Kind::Pipeline, 10, 25),
        deal(Kind::Omitted, 999, 90),
    ]);

    assert_eq!((all.won, all.commit, all.best_case, all.pipeline), (100, 40, 20, 10));
    // 40 × 75 % + 20 × 50 % + 10 × 25 % = 42.5
    assert_eq!((all.weighted, all.weighted_amount(), all.deals), (4_250, 43, 4));
}

#[test]
fn the_pace_says_what_would_have_to_come() {
    let half = (45, 90);
    for (it, is) in [
        (figures(100, 50, 0, 0), Pace::OnTrack),
        (figures(100, 49, 0, 0), Pace::Behind),
        (figures(100, 10, 90, 0), Pace::OnTrack),
        (figures(100, 10, 80, 10), Pace::AtRisk),
        (figures(100, 10, 80, 9), Pace::Behind),
        (figures(0, 10, 0, 0), Pace::NoTarget),
        (Figures::default(), Pace::NoTarget),
    ] {
        assert_eq!(it.pace(half), is, "{it:?}");
    }
    assert_eq!(figures(100, 0, 0, 0).pace((0, 90)), Pace::Behind, "before it begins");
    assert_eq!(figures(100, 99, 0, 0).pace((90, 90)), Pace::Behind, "on its last day");
}

#[test]
fn what_was_said_last_is_expected() {
    let mut it = figures(100, 10, 30, 0);
    assert_eq!(it.expected(), 40);
    it.called = Some(55);
    assert_eq!(it.expected(), 55);
    it.adjusted = Some(50);
    assert_eq!(it.expected(), 50);
}

#[test]
fn whoever_said_nothing_counts_with_their_deals() {
    let said = Figures { called: Some(70), ..figures(0, 10, 30, 0) };
    let silent = figures(0, 5, 5, 0);

    assert_eq!((said + silent).called, Some(80));
    assert_eq!((silent + silent).called, None);
}

#[test]
fn a_forecast_is_off_by_so_much() {
    assert_eq!(off_by(110, 100), Some(100));
    assert_eq!(off_by(95, 100), Some(-50));
    assert_eq!(off_by(1, 3), Some(-667));
    assert_eq!(off_by(10, 0), None);
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Won),
        Just(Kind::Commit),
        Just(Kind::BestCase),
        Just(Kind::Pipeline),
        Just(Kind::Omitted),
    ]
}

fn deals() -> impl Strategy<Value = Vec<Counted>> {
    let one = (kind(), 0..1_000_000_000_000_i64, 0..=100_i32);
    proptest::collection::vec(
        one.prop_map(|(kind, amount, probability)| deal(kind, amount, probability)),
        0..20,
    )
}

proptest! {
    #[test]
    fn a_roll_up_is_the_sum_of_its_parts(people in proptest::collection::vec(deals(), 1..8)) {
        let parts: Vec<ByCurrency> = people
            .iter()
            .map(|it| ByCurrency::from([("IDR".to_owned(), Figures::count(it.iter().copied()))]))
            .collect();

        let together = roll_up(&parts);

        prop_assert_eq!(together["IDR"], Figures::count(people.into_iter().flatten()));
    }

    #[test]
    fn it_does_not_matter_how_a_team_is_cut(people in proptest::collection::vec((deals(), proptest::option::of(0..1_000_000_i64)), 2..8), cut in 1_usize..7) {
        let one = |(deals, called): &(Vec<Counted>, Option<i64>)| Figures { called: *called, ..Figures::count(deals.iter().copied()) };
        let parts: Vec<ByCurrency> =
            people.iter().map(|it| ByCurrency::from([("IDR".to_owned(), one(it))])).collect();
        let (first, rest) = parts.split_at(cut.min(parts.len()));

        let at_once = roll_up(&parts);
        let in_two = roll_up(&[roll_up(first), roll_up(rest)]);

        prop_assert_eq!(at_once, in_two);
    }

    #[test]
    fn currencies_are_never_added(one in deals(), other in deals()) {
        let (one, other) = (Figures::count(one), Figures::count(other));
        let parts = [
            ByCurrency::from([("IDR".to_owned(), one)]),
            ByCurrency::from([("USD".to_owned(), other)]),
        ];

        let together = roll_up(&parts);

        prop_assert_eq!(together.len(), 2);
        prop_assert_eq!((together["IDR"], together["USD"]), (one, other));
    }

    #[test]
    fn a_larger_target_is_never_easier(it in deals(), target in 1..1_000_000_000_000_i64, passed in 0..=90_i64) {
        let rank = |it: Pace| match it {
            Pace::OnTrack => 0,
            Pace::AtRisk => 1,
            Pace::Behind | Pace::NoTarget => 2,
        };
        let of = |target| Figures { target: Some(target), ..Figures::count(it.iter().copied()) };
        let (smaller, larger) = (of(target), of(target.saturating_mul(2)));

        prop_assert!(rank(smaller.pace((passed, 90))) <= rank(larger.pace((passed, 90))));
    }
}
