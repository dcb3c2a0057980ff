//! To whom each client goes, and why.

use std::collections::BTreeMap;

use kernel::{PersonId, labels};
use serde::{Deserialize, Serialize};

labels! {
    /// By what clients are shared out.
    #[derive(Default)]
    pub enum Way {
        /// All to the first of those who take.
        #[default]
        ToOne = "to-one",
        /// So that everybody gets as many as the others.
        EqualNumber = "equal-number",
        /// So that everybody gets as much as the others.
        EqualWorth = "equal-worth",
        /// To whoever has fewest clients then.
        LeastLoaded = "least-loaded",
        /// To whoever has most clients in the same city.
        Territory = "territory",
        /// To whoever has most clients of the same industry.
        Industry = "industry",
    }
}

/// A client that goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// What it brought in twelve months.
    pub worth: i64,
    pub city: Option<String>,
    pub industry: Option<String>,
}

/// Somebody who takes clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taker {
    pub person: PersonId,
    /// How many clients they have already.
    pub load: i64,
    /// How many of them in which city, and of which industry.
    pub cities: BTreeMap<String, i64>,
    pub industries: BTreeMap<String, i64>,
}

/// Why a client goes to whoever it goes to, or stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Reason {
    /// Somebody said so.
    Named,
    /// Somebody said that it stays.
    Kept,
    OnlyOne,
    EqualNumber {
        count: i64,
    },
    EqualWorth,
    LeastLoaded {
        load: i64,
    },
    Territory {
        city: String,
        count: i64,
    },
    Industry {
        industry: String,
        count: i64,
    },
    /// Everybody has as many as they may.
    NoRoom {
        cap: i64,
    },
}

/// To whom a client goes; it stays where nobody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub to: Option<PersonId>,
    pub reason: Reason,
}

/// One of those who take, while clients are shared out.
struct Filling<'a> {
    taker: &'a Taker,
    load: i64,
    count: i64,
    worth: i128,
}

/// Shares clients out among those who take, in the order of the clients. Nobody gets more than the
/// cap lets them have. The same question has the same answer.
pub fn share_out(way: Way, clients: &[Client], takers: &[Taker], cap: Option<i64>) -> Vec<Given> {
    let mut filling: Vec<Filling<'_>> = takers
        .iter()
        .map(|taker| Filling { taker, load: taker.load, count: 0, worth: 0 })
        .collect();
    let mut given = vec![None; clients.len()];
    for at in order(way, clients) {
        let client = &clients[at];
        let room = |it: &Filling<'_>| cap.is_none_or(|cap| it.load < cap);
        let chosen = choose(way, client, &filling, room);
        given[at] = Some(match chosen {
            Some((place, reason)) => {
                let it = &mut filling[place];
                it.load += 1;
                it.count += 1;
                it.worth += i128::from(client.worth);
                Given { to: Some(it.taker.person), reason }
            }
            None => Given { to: None, reason: Reason::NoRoom { cap: cap.unwrap_or(0) } },
        });
    }
    let none = || Given { to: None, reason: Reason::NoRoom { cap: 0 } };
    given.into_iter().map(|it| it.unwrap_or_else(none)).collect()
}

/// Worth is shared out most evenly when the largest go first.
fn order(way: Way, clients: &[Client]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..clients.len()).collect();
    if way == Way::EqualWorth {
        order.sort_by_key(|&at| (std::cmp::Reverse(clients[at].worth), at));
    }
    order
}

fn choose(
    way: Way,
    client: &Client,
    filling: &[Filling<'_>],
    room: impl Fn(&Filling<'_>) -> bool,
) -> Option<(usize, Reason)> {
    let open = || filling.iter().enumerate().filter(|it| room(it.1));
    let least = || open().min_by_key(|(at, it)| (it.load, *at));
    match way {
        Way::ToOne => open().next().filter(|it| it.0 == 0).map(|it| (it.0, Reason::OnlyOne)),
        Way::EqualNumber => open()
            .min_by_key(|(at, it)| (it.count, *at))
            .map(|(at, it)| (at, Reason::EqualNumber { count: it.count + 1 })),
        Way::EqualWorth => open()
            .min_by_key(|(at, it)| (it.worth, it.count, *at))
            .map(|(at, _)| (at, Reason::EqualWorth)),
        Way::LeastLoaded => least().map(|(at, it)| (at, Reason::LeastLoaded { load: it.load })),
        Way::Territory | Way::Industry => {
            let key = if way == Way::Territory { &client.city } else { &client.industry };
            let known = |it: &Filling<'_>| -> i64 {
                let of =
                    if way == Way::Territory { &it.taker.cities } else { &it.taker.industries };
                key.as_ref().and_then(|key| of.get(key)).copied().unwrap_or(0)
            };
            let best = open()
                .filter(|it| 0 < known(it.1))
                .min_by_key(|(at, it)| (std::cmp::Reverse(known(it)), it.load, *at));
            match (best, key) {
                (Some((at, it)), Some(key)) => {
                    let (count, key) = (known(it), key.clone());
                    let reason = if way == Way::Territory {
                        Reason::Territory { city: key, count }
                    } else {
                        Reason::Industry { industry: key, count }
                    };
                    Some((at, reason))
                }
                // Nobody knows the place yet.
                _ => least().map(|(at, it)| (at, Reason::LeastLoaded { load: it.load })),
            }
        }
    }
}

#[cfg(test)]
mod tests;
