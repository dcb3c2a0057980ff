//! How long somebody was with a client.

use kernel::Instant;
use kernel::geo::{Point, Site, distance_m};

use super::visit::VisitId;

/// Whole minutes from arrival to departure, rounded down; none are negative.
pub fn dwell_minutes(arrived_at: Instant, left_at: Instant) -> i64 {
    left_at.seconds_since(arrived_at).max(0) / 60
}

/// The clients in whose circle this point lies, the nearest first: whom a person may be at.
pub fn who_is_here<A: Copy + Ord>(point: Point, clients: &[(A, Site)]) -> Vec<A> {
    let mut here: Vec<(f64, A)> = clients
        .iter()
        .filter(|(_, site)| site.is_sound() && point.is_somewhere())
        .map(|(client, site)| (distance_m(point, site.point), *client, site.radius_m))
        .filter(|(distance_m, _, radius_m)| distance_m <= radius_m)
        .map(|(distance_m, client, _)| (distance_m, client))
        .collect();
    here.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    here.into_iter().map(|(_, client)| client).collect()
}

/// A visit of somebody's day, as far as its length goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    pub visit: VisitId,
    pub arrived_at: Instant,
    /// None while it is open, or when nobody knows.
    pub left_at: Option<Instant>,
    /// The next check-in ended it, and not a check-out.
    pub is_ended_by_next: bool,
    pub site: Option<Site>,
}

/// How long a visit was, and with how many others it shares the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dwell {
    pub visit: VisitId,
    /// None while it is not known.
    pub minutes: Option<i64>,
    /// 1 when the time is its own.
    pub shared_by: usize,
}

/// The length of each visit of a person's day.
///
/// In a mall or an office tower one position is at several clients. Whoever checks in at them one
/// after the other without checking out gives the first ones seconds and the last one the whole
/// hour. So visits in a row that each were ended by the next and all lie in one circle share their
/// time equally; odd minutes go to the first. A check-out anywhere says more, and is believed.
pub fn shared_dwell(stops: &[Stop]) -> Vec<Dwell> {
    let mut stops: Vec<&Stop> = stops.iter().collect();
    stops.sort_by_key(|stop| (stop.arrived_at, stop.visit));
    let mut shares = Vec::new();
    let mut rest = &stops[..];
    while !rest.is_empty() {
        let (chain, others) = rest.split_at(chain_length(rest));
        shares.extend(share(chain));
        rest = others;
    }
    shares
}

/// How many of the first stops are one.
fn chain_length(stops: &[&Stop]) -> usize {
    let mut length = 1;
    while let Some(next) = stops.get(length) {
        let chain = &stops[..length];
        let goes_on = chain[length - 1].is_ended_by_next;
        let in_circle = |stop: &&Stop| {
            stop.site.zip(next.site).is_some_and(|(one, other)| one.shares_circle(other))
        };
        if !goes_on || !chain.iter().all(in_circle) {
            break;
        }
        length += 1;
    }
    length
}

fn share(chain: &[&Stop]) -> Vec<Dwell> {
    let total = match chain {
        [first, .., last] => last.left_at.map(|left_at| dwell_minutes(first.arrived_at, left_at)),
        [only] => only.left_at.map(|left_at| dwell_minutes(only.arrived_at, left_at)),
        [] => None,
    };
    let shared_by = chain.len();
    let parts = i64::try_from(shared_by).unwrap_or(i64::MAX).max(1);
    let part = |index: i64| total.map(|total| total / parts + i64::from(index < total % parts));
    let dwell =
        |(index, stop): (i64, &&Stop)| Dwell { visit: stop.visit, minutes: part(index), shared_by };
    (0..).zip(chain).map(dwell).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::visit::tests::{clock, planned};
    use super::*;

    /// A client of a mall, so many metres north of its door.
    fn shop(metres: f64) -> Site {
        let point = Point { lat: -6.2 + metres / 111_194.926_6, lon: 106.8 };
        Site { point, radius_m: 150.0 }
    }

    fn stop(number: u128, from: &str, to: &str, is_ended_by_next: bool, metres: f64) -> Stop {
        Stop {
            visit: planned(number).id,
            arrived_at: clock(0, from),
            left_at: Some(clock(0, to)),
            is_ended_by_next,
            site: Some(shop(metres)),
        }
    }

    fn minutes(stops: &[Stop]) -> Vec<Option<i64>> {
        shared_dwell(stops).iter().map(|dwell| dwell.minutes).collect()
    }

    #[test]
    fn clients_of_one_mall_share_the_hour() {
        let stops = [
            stop(1, "10:00", "10:02", true, 0.0),
            stop(2, "10:02", "10:04", true, 60.0),
            stop(3, "10:04", "10:50", false, 120.0),
        ];

        assert_eq!(minutes(&stops), [Some(17), Some(17), Some(16)]);
        assert!(shared_dwell(&stops).iter().all(|dwell| dwell.shared_by == 3));
    }

    #[test]
    fn a_check_out_is_believed() {
        let stops = [stop(1, "10:00", "10:02", false, 0.0), stop(2, "10:04", "10:50", false, 60.0)];

        assert_eq!(minutes(&stops), [Some(2), Some(46)]);
    }

    #[test]
    fn a_forgotten_check_out_elsewhere_is_not_shared() {
        let stops =
            [stop(1, "10:00", "11:30", true, 0.0), stop(2, "11:30", "12:00", false, 9_000.0)];

        assert_eq!(minutes(&stops), [Some(90), Some(30)]);
    }

    #[test]
    fn a_row_of_shops_is_not_one_circle() {
        let stops = [
            stop(1, "10:00", "10:10", true, 0.0),
            stop(2, "10:10", "10:20", true, 140.0),
            stop(3, "10:20", "10:30", false, 280.0),
        ];

        let shared: Vec<_> = shared_dwell(&stops).iter().map(|dwell| dwell.shared_by).collect();
        assert_eq!(shared, [2, 2, 1]);
    }

    #[test]
    fn while_the_last_is_open_nobody_knows_the_share() {
        let last = Stop { left_at: None, ..stop(2, "10:02", "10:02", false, 0.0) };

        assert_eq!(minutes(&[stop(1, "10:00", "10:02", true, 0.0), last]), [None, None]);
    }

    #[test]
    fn whom_one_may_be_at_the_nearest_first() {
        let clients = [(1, shop(140.0)), (2, shop(20.0)), (3, shop(151.0)), (4, shop(f64::NAN))];

        assert_eq!(who_is_here(shop(0.0).point, &clients), [2, 1]);
    }

    proptest! {
        #[test]
        fn sharing_loses_no_minute(
            gaps in proptest::collection::vec(0..200_i64, 1..9),
            last in 0..300_i64,
        ) {
            let mut at = clock(0, "08:00");
            let mut stops = Vec::new();
            for (number, gap) in (1..).zip(&gaps) {
                let next = at.plus_minutes(*gap);
                stops.push(Stop {
                    arrived_at: at,
                    left_at: Some(next),
                    ..stop(number, "08:00", "08:00", true, 0.0)
                });
                at = next;
            }
            if let Some(stop) = stops.last_mut() {
                stop.left_at = Some(stop.arrived_at.plus_minutes(last));
            }
            let total = stops[0].arrived_at;
            let end = stops.last().and_then(|stop| stop.left_at).unwrap();

            let shares = minutes(&stops);
            prop_assert_eq!(shares.iter().flatten().sum::<i64>(), dwell_minutes(total, end));
            let (least, most) = (shares.iter().flatten().min(), shares.iter().flatten().max());
            prop_assert!(most.unwrap() - least.unwrap() <= 1);
        }
    }
}
