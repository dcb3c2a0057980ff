//! Which clients were seen, and which were not.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Day;

/// A client, as far as being seen goes. The account and its tier are whatever the caller calls
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client<A, T> {
    pub account: A,
    pub tier: Option<T>,
    pub last_visit_on: Option<Day>,
}

/// How many clients of one tier were seen in a period, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierCoverage<A, T> {
    pub tier: Option<T>,
    pub seen: Vec<A>,
    pub unseen: Vec<A>,
}

impl<A, T> TierCoverage<A, T> {
    /// In percent; a tier is listed only if it has clients.
    #[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 clients")]
    pub fn percent(&self) -> f64 {
        let whole = (self.seen.len() + self.unseen.len()).max(1);
        100.0 * self.seen.len() as f64 / whole as f64
    }
}

/// The clients by tier, the clients without one last. `seen` are those visited in the period.
pub fn coverage<A: Copy + Ord, T: Copy + Ord>(
    clients: &[Client<A, T>],
    seen: &BTreeSet<A>,
) -> Vec<TierCoverage<A, T>> {
    // A missing tier would sort first; the flag puts it last.
    let mut tiers: BTreeMap<(bool, Option<T>), TierCoverage<A, T>> = BTreeMap::new();
    for client in clients {
        let tier = client.tier;
        let covered = tiers.entry((tier.is_none(), tier)).or_insert_with(|| TierCoverage {
            tier,
            seen: Vec::new(),
            unseen: Vec::new(),
        });
        let is_seen = seen.contains(&client.account);
        let list = if is_seen { &mut covered.seen } else { &mut covered.unseen };
        list.push(client.account);
    }
    tiers.into_values().collect()
}

/// A client that nobody has seen for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unseen<A> {
    pub account: A,
    /// None when nobody was ever there.
    pub days: Option<i64>,
}

/// The clients not seen for so many days or longer: never seen first, then the longest unseen.
pub fn not_seen<A: Copy + Ord, T>(
    clients: &[Client<A, T>],
    today: Day,
    days: i64,
) -> Vec<Unseen<A>> {
    let mut unseen: Vec<Unseen<A>> = clients
        .iter()
        .map(|client| Unseen {
            account: client.account,
            days: client.last_visit_on.map(|last| today.days_since(last)),
        })
        .filter(|client| client.days.is_none_or(|since| days <= since))
        .collect();
    unseen
        .sort_by_key(|client| (std::cmp::Reverse(client.days.unwrap_or(i64::MAX)), client.account));
    unseen
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn today() -> Day {
        "2026-03-31".parse().unwrap()
    }

    fn client(account: u32, tier: Option<char>, days_ago: Option<i64>) -> Client<u32, char> {
        Client { account, tier, last_visit_on: days_ago.map(|days| today().plus(-days)) }
    }

    #[test]
    fn coverage_is_told_by_tier_and_names_who_is_missing() {
        let clients = [
            client(1, Some('B'), None),
            client(2, Some('A'), None),
            client(3, None, None),
            client(4, Some('A'), None),
        ];

        let tiers = coverage(&clients, &BTreeSet::from([2, 3, 99]));
        let of = |tier, seen: &[u32], unseen: &[u32]| TierCoverage {
            tier,
            seen: seen.to_vec(),
            unseen: unseen.to_vec(),
        };
        assert_eq!(
            tiers,
            [of(Some('A'), &[2], &[4]), of(Some('B'), &[], &[1]), of(None, &[3], &[])]
        );
        let percent: Vec<String> = tiers.iter().map(|it| format!("{:.0}", it.percent())).collect();
        assert_eq!(percent, ["50", "0", "100"]);
    }

    #[test]
    fn thirty_days_ago_is_not_seen_for_thirty_days() {
        let clients = [
            client(1, None, Some(29)),
            client(2, None, Some(30)),
            client(3, None, None),
            client(4, None, Some(90)),
            client(5, None, Some(-2)),
        ];

        let accounts: Vec<u32> =
            not_seen(&clients, today(), 30).iter().map(|it| it.account).collect();
        assert_eq!(accounts, [3, 4, 2]);
    }

    proptest! {
        #[test]
        fn every_client_is_seen_or_unseen_once(
            tiers in proptest::collection::vec(proptest::option::of(prop::char::range('A', 'D')), 0..30),
            seen in proptest::collection::btree_set(0..30_u32, 0..30),
        ) {
            let clients: Vec<_> =
                (0..).zip(&tiers).map(|(account, tier)| client(account, *tier, None)).collect();

            let covered = coverage(&clients, &seen);
            let listed: usize = covered.iter().map(|it| it.seen.len() + it.unseen.len()).sum();
            prop_assert_eq!(listed, clients.len());
            prop_assert!(covered.iter().all(|it| it.seen.iter().all(|it| seen.contains(it))));
        }
    }
}
