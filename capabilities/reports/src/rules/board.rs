//! How somebody stands right now, as far as anybody can know.
//!
//! Nothing here follows a person. A state is drawn from the last thing that they said, and the
//! board tells when that was.

use kernel::{Instant, labels};

labels! {
    /// How somebody stands, in the order in which a board shows it.
    pub enum BoardState {
        /// Checked in at a client, and not checked out.
        OnVisit = "on_visit",
        AtWork = "at_work",
        /// Should have begun, and has not.
        Late = "late",
        /// At work, and not heard of for long.
        Silent = "silent",
        Finished = "finished",
        /// Is to work today, and need not have begun yet.
        NotBegun = "not_begun",
        /// Nothing is due today.
        DayOff = "day_off",
    }
}

/// What is known of somebody's day.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, in any mixture")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// A clock-out would end their day.
    pub is_open: bool,
    /// Their day has begun and ended.
    pub is_closed: bool,
    /// They are at a client now.
    pub is_visiting: bool,
    /// Visits that they have begun today.
    pub visits_made: usize,
    /// They are to work today.
    pub is_due: bool,
    /// For how long they should have been at work by now, once the grace is used up.
    pub overdue_minutes: i64,
    /// The last thing that they said today.
    pub last_at: Option<Instant>,
}

/// How somebody stands.
///
/// Silence outranks a visit: whoever checked in three hours ago may still be there, or may have
/// forgotten to check out, and nobody knows which. Visits without a clock-in are work too.
pub fn board_state(heard: &Heard, now: Instant, silent_minutes: i64) -> BoardState {
    let works = heard.is_visiting || heard.is_open || (!heard.is_closed && 0 < heard.visits_made);
    if works {
        let silence = heard.last_at.map(|it| now.seconds_since(it) / 60);
        return match silence {
            Some(minutes) if minutes < silent_minutes && heard.is_visiting => BoardState::OnVisit,
            Some(minutes) if minutes < silent_minutes => BoardState::AtWork,
            _ => BoardState::Silent,
        };
    }
    if heard.is_closed {
        BoardState::Finished
    } else if 0 < heard.overdue_minutes {
        BoardState::Late
    } else if heard.is_due {
        BoardState::NotBegun
    } else {
        BoardState::DayOff
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Instant = Instant(1_772_427_600_000_000);

    fn heard(minutes_ago: i64) -> Heard {
        let last_at = Some(NOW.plus_minutes(-minutes_ago));
        Heard { is_due: true, last_at, ..Heard::default() }
    }

    #[test]
    fn a_state_follows_from_what_was_heard() {
        let due = Heard { is_due: true, ..Heard::default() };
        let open = |ago| Heard { is_open: true, ..heard(ago) };
        let visiting = |ago| Heard { is_visiting: true, ..open(ago) };
        let closed = Heard { is_closed: true, visits_made: 4, ..heard(200) };
        let table = [
            (Heard::default(), BoardState::DayOff),
            (due, BoardState::NotBegun),
            (Heard { overdue_minutes: 1, ..due }, BoardState::Late),
            // A plan made at breakfast is no work.
            (Heard { overdue_minutes: 5, ..heard(10) }, BoardState::Late),
            (open(0), BoardState::AtWork),
            (open(119), BoardState::AtWork),
            (open(120), BoardState::Silent),
            (Heard { last_at: None, ..open(0) }, BoardState::Silent),
            (visiting(18), BoardState::OnVisit),
            (visiting(180), BoardState::Silent),
            (Heard { is_visiting: true, ..heard(18) }, BoardState::OnVisit),
            (Heard { visits_made: 1, overdue_minutes: 90, ..heard(18) }, BoardState::AtWork),
            (closed, BoardState::Finished),
            // Somebody who clocked out and is at a client after all.
            (Heard { is_visiting: true, ..closed }, BoardState::Silent),
            (Heard { is_open: true, is_due: false, ..heard(3) }, BoardState::AtWork),
        ];

        for (heard, state) in table {
            assert_eq!(board_state(&heard, NOW, 120), state, "{heard:?}");
        }
    }

    proptest! {
        #[test]
        fn time_alone_only_makes_people_late_or_silent(
            is_open: bool, is_closed: bool, is_visiting: bool, is_due: bool,
            visits_made in 0..3_usize, ago in 0..600_i64, passes in 0..600_i64,
        ) {
            let last_at = Some(NOW.plus_minutes(-ago));
            let heard =
                Heard { is_open, is_closed, is_visiting, visits_made, is_due, last_at, overdue_minutes: 0 };

            let before = board_state(&heard, NOW, 120);
            let after = board_state(&heard, NOW.plus_minutes(passes), 120);
            prop_assert!(before == after || after == BoardState::Silent);
        }
    }
}
