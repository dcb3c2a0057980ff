//! The judged day.

use kernel::{Day, FactId, Instant, Zone, labels};
use serde::{Deserialize, Serialize};

use super::shift::{Hours, Shift};

labels! {
    /// How a working day stands.
    pub enum DayState {
        /// Nothing has begun.
        None = "none",
        /// A clock-out would close it.
        Open = "open",
        Closed = "closed",
    }
}

labels! {
    /// What somebody should see at a glance about a day.
    pub enum DayMark {
        Late = "late",
        LeftEarly = "left_early",
        /// The first check-in at a client began it.
        OpenedByVisit = "opened_by_visit",
        /// The last check-out from a client ended it.
        ClosedByVisit = "closed_by_visit",
        /// The clock-out is missing, and a rule put an end in its place.
        ClosedByRule = "closed_by_rule",
        /// A clock-out without a clock-in.
        NoClockIn = "no_clock_in",
        DoubleClockIn = "double_clock_in",
        DoubleClockOut = "double_clock_out",
        /// Worked, but not in the hours of the shift.
        OffShift = "off_shift",
        /// Worked on a day off.
        DayOff = "day_off",
        /// Somebody is to look at one of its facts.
        InReview = "in_review",
        /// The facts add up to more than a day has.
        Capped = "capped",
    }
}

/// What a company settles about its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayPolicy {
    /// The company's clock.
    pub zone: Zone,
    /// The first verified check-in at a client begins the day, and the last check-out ends it.
    pub check_in_opens_day: bool,
    /// How long after the window of the shift a missing clock-out is waited for; as long as people
    /// work over.
    pub close_tolerance_minutes: i64,
    /// A day's work where no shift says how long it is.
    pub standard_minutes: i64,
}

impl DayPolicy {
    pub const fn new(zone: Zone) -> Self {
        Self {
            zone,
            check_in_opens_day: true,
            close_tolerance_minutes: 5 * 60,
            standard_minutes: 8 * 60,
        }
    }
}

/// What ended a span of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpanEnd {
    ClockOut,
    Visit,
    Rule,
}

/// Work from one moment to another; to no moment yet while it is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub from: Instant,
    pub from_zone: Zone,
    pub to: Option<Instant>,
    pub to_zone: Option<Zone>,
    pub ended_by: Option<SpanEnd>,
}

/// A person's day, computed from facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkDay {
    /// The date of the start of the shift.
    pub day: Day,
    pub state: DayState,
    pub opened_at: Option<Instant>,
    /// The last end; none while the day is open.
    pub closed_at: Option<Instant>,
    pub spans: Vec<Span>,
    /// Of all spans together, rounded down once; of an open one, so far.
    pub worked_minutes: i64,
    /// From the start of the shift, once the grace is used up; at least one then.
    pub late_minutes: i64,
    pub left_early_minutes: i64,
    /// Each once, in the order of the list.
    pub marks: Vec<DayMark>,
    pub explanation: Vec<DayReason>,
    /// Where its facts happened, in their order, each once.
    pub zones: Vec<Zone>,
    /// The shift as moments; none without one or on a day off.
    pub hours: Option<Hours>,
    /// Until when a clock-out would still end it; none when nothing is missing.
    pub clock_out_until: Option<Instant>,
    /// What it was computed from.
    pub facts: Vec<FactId>,
}

impl WorkDay {
    pub fn has(&self, mark: DayMark) -> bool {
        self.marks.contains(&mark)
    }
}

/// What a rule saw and did, in the order in which it did so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DayReason {
    /// No shift holds on this day.
    NoShift,
    /// The shift is free on this day.
    DayOff,
    /// The shift of this day, on the clocks of where it was begun and ended.
    Shift {
        hours: Hours,
        shift: Shift,
    },
    OpenedByClockIn {
        fact: FactId,
        at: Instant,
        zone: Zone,
    },
    OpenedByVisit {
        fact: FactId,
        at: Instant,
        zone: Zone,
    },
    ClosedByClockOut {
        fact: FactId,
        at: Instant,
        zone: Zone,
    },
    ClosedByVisit {
        fact: FactId,
        at: Instant,
        zone: Zone,
    },
    /// No clock-out came; the shift was over at this moment.
    ClosedAtShiftEnd {
        at: Instant,
    },
    /// No clock-out came; this is the last moment of which something is known.
    ClosedAtLastFact {
        fact: FactId,
        at: Instant,
    },
    /// No clock-out has come yet; it is waited for until then.
    StillOpen {
        until: Instant,
    },
    /// A clock-in while the day was open; the first one stands.
    AlreadyOpen {
        fact: FactId,
        at: Instant,
    },
    /// A clock-out while nothing was open.
    NothingToClose {
        fact: FactId,
        at: Instant,
    },
    /// At this company a visit does not begin the day.
    VisitsDoNotOpen {
        fact: FactId,
        at: Instant,
    },
    /// A visit may begin the day, and this one is not verified.
    VisitNotVerified {
        fact: FactId,
        at: Instant,
    },
    /// Somebody looked at it and rejected it.
    Rejected {
        fact: FactId,
        at: Instant,
    },
    Late {
        at: Instant,
        starts_at: Instant,
        grace_minutes: i64,
        minutes: i64,
    },
    LeftEarly {
        at: Instant,
        ends_at: Instant,
        grace_minutes: i64,
        minutes: i64,
    },
    /// No span of work touches the hours of the shift.
    OffShift,
    /// The spans are cut to one day's length.
    Capped {
        minutes: i64,
    },
}
