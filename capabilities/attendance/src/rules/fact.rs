//! What a working day is made of.

use kernel::evidence::ReviewState;
use kernel::{FactId, Instant, Zone, labels};
use serde::{Deserialize, Serialize};

labels! {
    /// What somebody did, as far as their working day is concerned.
    pub enum DayFactKind {
        ClockIn = "clock_in",
        VisitCheckIn = "visit_check_in",
        VisitCheckOut = "visit_check_out",
        ClockOut = "clock_out",
    }
}

labels! {
    /// How a fact stands after its evidence was judged.
    #[schema(as = FactStanding)]
    pub enum Standing {
        /// Nobody needs to look, or somebody looked and accepted.
        Verified = "verified",
        /// It counts as said, and somebody is to look.
        Doubtful = "doubtful",
        /// Somebody looked and rejected it: it stays on record and counts for nothing.
        Rejected = "rejected",
    }
}

impl Standing {
    /// How a fact stands at this point of its review.
    pub const fn of(review: ReviewState) -> Self {
        match review {
            ReviewState::None | ReviewState::Accepted => Self::Verified,
            ReviewState::Pending | ReviewState::Asked => Self::Doubtful,
            ReviewState::Rejected => Self::Rejected,
        }
    }
}

/// A punch, or one end of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFact {
    pub id: FactId,
    pub kind: DayFactKind,
    /// As recorded.
    pub at: Instant,
    /// Where it happened.
    pub zone: Zone,
    pub standing: Standing,
}

impl DayFact {
    pub fn is_verified(&self) -> bool {
        self.standing == Standing::Verified
    }

    /// Whether it begins a day when none is open. A visit does where the company lets it, once
    /// nothing about it is in doubt.
    pub fn opens(&self, check_in_opens_day: bool) -> bool {
        match self.kind {
            DayFactKind::ClockIn => self.standing != Standing::Rejected,
            DayFactKind::VisitCheckIn => check_in_opens_day && self.is_verified(),
            DayFactKind::VisitCheckOut | DayFactKind::ClockOut => false,
        }
    }

    /// Whether it ends an open day by itself.
    pub fn closes(&self) -> bool {
        self.kind == DayFactKind::ClockOut && self.standing != Standing::Rejected
    }
}

/// The facts once each, as they happened. Of two at one moment the beginning comes first.
pub fn in_order(facts: &[DayFact]) -> Vec<&DayFact> {
    let mut facts: Vec<&DayFact> = facts.iter().collect();
    facts.sort_by_key(|it| (it.at, it.kind, it.id));
    let mut seen = std::collections::BTreeSet::new();
    facts.retain(|it| seen.insert(it.id));
    facts
}
