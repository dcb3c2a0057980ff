//! What a visit still stands on after people looked at its evidence.
//!
//! A visit is made by an arrival, so a rejected check-in takes the visit away: it stays where it
//! was, marked, and counts as made nowhere. A rejected check-out takes only what it said: how long
//! the visit lasted and whether it was worth its way. What waits for a look or for an answer
//! counts as said; and what was rejected counts again once it is accepted.

use kernel::evidence::ReviewState;
use kernel::{FactId, Instant, labels};

labels! {
    /// The part of a visit that somebody looked at and rejected.
    pub enum Rejected {
        /// Nobody was there: it is not made.
        CheckIn = "check_in",
        /// Somebody was there; for how long and to what end is not known.
        CheckOut = "check_out",
    }
}

/// Whether a visit whose evidence stands so may count as made.
pub fn is_made(rejected: Option<Rejected>) -> bool {
    rejected != Some(Rejected::CheckIn)
}

/// A check-in or a check-out, and what people made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub fact: FactId,
    pub at: Instant,
    pub review: ReviewState,
}

impl Said {
    fn is_rejected(&self) -> bool {
        self.review == ReviewState::Rejected
    }
}

/// What a visit stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Footing {
    /// The check-in that counts.
    pub check_in: FactId,
    pub arrived_at: Instant,
    pub rejected: Option<Rejected>,
    /// The fact whose rejection it is, which says why.
    pub because_of: Option<FactId>,
}

/// The footing of a visit by all of its check-ins, in any order, and by the check-out that ended
/// it. None when nobody ever checked in.
///
/// It stands on the first check-in that nobody rejected: whoever checked in twice is there by the
/// second when the first was not believed.
pub fn footing(check_ins: &[Said], check_out: Option<Said>) -> Option<Footing> {
    let first = check_ins.iter().min_by_key(|it| (it.is_rejected(), it.at, it.fact))?;
    let (rejected, because_of) = match (first.is_rejected(), check_out) {
        (true, _) => (Some(Rejected::CheckIn), Some(first.fact)),
        (false, Some(out)) if out.is_rejected() => (Some(Rejected::CheckOut), Some(out.fact)),
        (false, _) => (None, None),
    };
    Some(Footing { check_in: first.fact, arrived_at: first.at, rejected, because_of })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::visit::tests::clock;
    use super::*;
    use ReviewState::{Accepted, Asked, None as Unneeded, Pending, Rejected as No};

    fn said(number: u128, time: &str, review: ReviewState) -> Said {
        Said { fact: FactId(uuid::Uuid::from_u128(number)), at: clock(0, time), review }
    }

    #[test]
    fn what_people_decide_about_either_end_is_what_counts() {
        let table = [
            ((Unneeded, Some(Unneeded)), None),
            ((Pending, Some(Asked)), None),
            ((Accepted, Some(Accepted)), None),
            ((Accepted, None), None),
            ((No, None), Some(Rejected::CheckIn)),
            ((No, Some(Accepted)), Some(Rejected::CheckIn)),
            ((No, Some(No)), Some(Rejected::CheckIn)),
            ((Accepted, Some(No)), Some(Rejected::CheckOut)),
            ((Pending, Some(No)), Some(Rejected::CheckOut)),
        ];
        for ((arrival, departure), rejected) in table {
            let check_out = departure.map(|it| said(2, "11:00", it));

            let footing = footing(&[said(1, "10:00", arrival)], check_out).unwrap();

            assert_eq!(footing.rejected, rejected, "{arrival:?} {departure:?}");
            assert_eq!(is_made(footing.rejected), arrival != No);
        }
    }

    #[test]
    fn a_second_check_in_carries_a_visit_whose_first_was_not_believed() {
        let check_ins = [said(1, "10:00", No), said(2, "10:20", Unneeded)];

        let footing = footing(&check_ins, None).unwrap();

        assert_eq!((footing.check_in, footing.rejected), (check_ins[1].fact, None));
        assert_eq!(footing.arrived_at, clock(0, "10:20"));
    }

    #[test]
    fn nobody_arrived_where_nobody_checked_in() {
        assert_eq!(footing(&[], None), None);
    }

    proptest! {
        #[test]
        fn only_how_each_stands_in_the_end_counts(
            reviews in proptest::collection::vec(0..5_usize, 1..6),
            turn in 0..6_usize,
        ) {
            let of = |(number, review): (u128, &usize)| {
                let minutes = i64::try_from(number).unwrap();
                let at = clock(0, "08:00").plus_minutes(minutes);
                let review = ReviewState::ALL[*review];
                Said { fact: FactId(uuid::Uuid::from_u128(number)), at, review }
            };
            let mut check_ins: Vec<Said> = (1..).zip(&reviews).map(of).collect();
            let before = footing(&check_ins, None).unwrap();
            let middle = turn % check_ins.len();
            check_ins.rotate_left(middle);

            let after = footing(&check_ins, None).unwrap();

            prop_assert_eq!(before, after);
            let all = check_ins.iter().all(|it| it.review == No);
            prop_assert_eq!(is_made(after.rejected), !all);
        }
    }
}
