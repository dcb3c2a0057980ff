//! A day while it is being judged.

use std::collections::BTreeSet;

use kernel::{Day, Instant, Zone};

use super::belong::{Patience, patience};
use super::day::{DayMark, DayPolicy, DayReason, DayState, Span, SpanEnd, WorkDay};
use super::fact::{DayFact, DayFactKind, Standing};
use super::shift::{Hours, Roster, early_minutes, late_minutes};

/// No day is longer.
const DAY_MINUTES: i64 = 24 * 60;

/// Which day is judged, by what, and when.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    pub day: Day,
    pub roster: &'a Roster,
    pub policy: &'a DayPolicy,
    pub now: Instant,
    /// When a later day began, which ends all waiting.
    pub next_began_at: Option<Instant>,
}

/// The facts of one day, and what has been made of them so far.
#[derive(Debug, Default)]
pub struct Judging<'a> {
    facts: Vec<&'a DayFact>,
    spans: Vec<Span>,
    open: Option<OpenSpan<'a>>,
    clock_out_until: Option<Instant>,
    marks: BTreeSet<DayMark>,
    explanation: Vec<DayReason>,
}

#[derive(Clone, Copy, Debug)]
struct OpenSpan<'a> {
    by: &'a DayFact,
    /// Since when its end is waited for: the latest clock-in, or the visit that began it.
    since: &'a DayFact,
    /// Whether a clock-in stands behind it, first or later.
    is_punched: bool,
}

impl<'a> Judging<'a> {
    /// The judging of these facts, which are in order.
    pub fn of(facts: Vec<&'a DayFact>) -> Self {
        Self { facts, ..Self::default() }
    }

    pub fn judge(mut self, moment: Moment<'_>) -> WorkDay {
        for fact in self.facts.clone() {
            self.take(fact, moment.policy);
        }
        let hours = self.hours(moment);
        let state = self.end(hours, moment);
        let (late_minutes, left_early_minutes) = match hours {
            Some(hours) => self.compare(hours, state, moment),
            None => (0, 0),
        };
        let worked_minutes = self.worked_minutes(moment.now);
        let last = self.spans.last().map(|span| span.to);
        WorkDay {
            day: moment.day,
            state,
            opened_at: self.spans.first().map(|span| span.from),
            closed_at: last.unwrap_or_else(|| self.only_clock_out()),
            worked_minutes,
            late_minutes,
            left_early_minutes,
            marks: DayMark::ALL.iter().copied().filter(|it| self.marks.contains(it)).collect(),
            explanation: self.explanation,
            zones: zones(&self.facts),
            hours,
            clock_out_until: self.clock_out_until,
            facts: self.facts.iter().map(|fact| fact.id).collect(),
            spans: self.spans,
        }
    }

    fn take(&mut self, fact: &'a DayFact, policy: &DayPolicy) {
        let (id, at, zone) = (fact.id, fact.at, fact.zone.clone());
        if fact.standing == Standing::Rejected {
            self.explanation.push(DayReason::Rejected { fact: id, at });
            return;
        }
        if fact.standing == Standing::Doubtful {
            self.marks.insert(DayMark::InReview);
        }
        match fact.kind {
            DayFactKind::ClockIn => {
                let is_second = self.open.is_some_and(|open| open.is_punched);
                if let Some(open) = &mut self.open {
                    open.is_punched = true;
                    open.since = fact;
                    self.explanation.push(DayReason::AlreadyOpen { fact: id, at });
                } else {
                    self.open = Some(OpenSpan { by: fact, since: fact, is_punched: true });
                    self.explanation.push(DayReason::OpenedByClockIn { fact: id, at, zone });
                }
                if is_second {
                    self.marks.insert(DayMark::DoubleClockIn);
                }
            }
            DayFactKind::ClockOut => {
                if let Some(open) = self.open.take() {
                    self.close(open, at, fact.zone.clone(), SpanEnd::ClockOut);
                    self.explanation.push(DayReason::ClosedByClockOut { fact: id, at, zone });
                } else {
                    if !self.spans.is_empty() {
                        self.marks.insert(DayMark::DoubleClockOut);
                    }
                    self.explanation.push(DayReason::NothingToClose { fact: id, at });
                }
            }
            DayFactKind::VisitCheckIn if self.open.is_none() => {
                if fact.opens(policy.check_in_opens_day) {
                    self.open = Some(OpenSpan { by: fact, since: fact, is_punched: false });
                    self.marks.insert(DayMark::OpenedByVisit);
                    self.explanation.push(DayReason::OpenedByVisit { fact: id, at, zone });
                } else if policy.check_in_opens_day {
                    self.explanation.push(DayReason::VisitNotVerified { fact: id, at });
                } else {
                    self.explanation.push(DayReason::VisitsDoNotOpen { fact: id, at });
                }
            }
            DayFactKind::VisitCheckIn | DayFactKind::VisitCheckOut => {}
        }
    }

    fn close(&mut self, open: OpenSpan<'_>, to: Instant, to_zone: Zone, ended_by: SpanEnd) {
        self.spans.push(Span {
            from: open.by.at,
            from_zone: open.by.zone.clone(),
            to: Some(to.max(open.by.at)),
            to_zone: Some(to_zone),
            ended_by: Some(ended_by),
        });
    }

    /// The shift of the day, on the clocks of where it was begun and of where it was last seen.
    fn hours(&mut self, moment: Moment<'_>) -> Option<Hours> {
        let Moment { day, roster, policy, .. } = moment;
        let Some(shift) = roster.due_on(day) else {
            let is_off = roster.on(day).is_some();
            let reason = if is_off { DayReason::DayOff } else { DayReason::NoShift };
            self.explanation.insert(0, reason);
            if is_off && (self.open.is_some() || !self.spans.is_empty()) {
                self.marks.insert(DayMark::DayOff);
            }
            return None;
        };
        let zone = |fact: Option<&&DayFact>| {
            shift.zone(fact.map_or(&policy.zone, |fact| &fact.zone), &policy.zone).clone()
        };
        let counts = |fact: &&&DayFact| fact.standing != Standing::Rejected;
        let begins = zone(self.facts.iter().find(counts));
        let ends = zone(self.facts.iter().rfind(counts));
        let hours = shift.hours_between(day, &begins, &ends);
        self.explanation.insert(0, DayReason::Shift { hours, shift: shift.clone() });
        Some(hours)
    }

    /// Ends what is still open, or lets it wait.
    fn end(&mut self, hours: Option<Hours>, moment: Moment<'_>) -> DayState {
        let Moment { day, roster, policy, now, next_began_at } = moment;
        let Some(open) = self.open.take() else {
            if self.spans.is_empty() && self.only_clock_out().is_none() {
                return DayState::None;
            }
            if self.spans.is_empty() {
                self.marks.insert(DayMark::NoClockIn);
            }
            return DayState::Closed;
        };
        let Patience { waits_until, joins_until } = patience(day, open.since, roster, policy);
        let next_began_at = next_began_at.filter(|at| *at <= joins_until);
        if next_began_at.is_none() {
            self.clock_out_until = Some(joins_until);
            if now <= waits_until {
                let (from, from_zone) = (open.by.at, open.by.zone.clone());
                self.spans.push(Span { from, from_zone, to: None, to_zone: None, ended_by: None });
                self.explanation.push(DayReason::StillOpen { until: waits_until });
                return DayState::Open;
            }
        }
        self.close_by_rule(open, waits_until, hours, next_began_at);
        DayState::Closed
    }

    /// Puts an end where the clock-out is missing: never more than the shift and what is verified
    /// after it, and never into the next day.
    fn close_by_rule(
        &mut self,
        open: OpenSpan<'a>,
        waits_until: Instant,
        hours: Option<Hours>,
        next_began_at: Option<Instant>,
    ) {
        let latest = next_began_at.map_or(waits_until, |at| at.min(waits_until));
        let from = open.by.at;
        let seen = self
            .facts
            .iter()
            .copied()
            .rfind(|fact| fact.is_verified() && from <= fact.at && fact.at <= latest);
        let seen = seen.unwrap_or(open.by);
        let shift_end = hours.map(|hours| hours.ends_at).filter(|ends_at| from < *ends_at);

        if !open.is_punched {
            // A day that visits began lasts as long as visits do.
            self.close(open, seen.at, seen.zone.clone(), SpanEnd::Visit);
            let (fact, at, zone) = (seen.id, seen.at, seen.zone.clone());
            if seen.kind == DayFactKind::VisitCheckOut {
                self.marks.insert(DayMark::ClosedByVisit);
                self.explanation.push(DayReason::ClosedByVisit { fact, at, zone });
                return;
            }
            self.explanation.push(DayReason::ClosedAtLastFact { fact, at });
        } else if let Some(ends_at) = shift_end.filter(|ends_at| seen.at <= *ends_at) {
            let at = ends_at.min(latest);
            self.close(open, at, seen.zone.clone(), SpanEnd::Rule);
            self.explanation.push(DayReason::ClosedAtShiftEnd { at });
        } else {
            self.close(open, seen.at, seen.zone.clone(), SpanEnd::Rule);
            self.explanation.push(DayReason::ClosedAtLastFact { fact: seen.id, at: seen.at });
        }
        self.marks.insert(DayMark::ClosedByRule);
    }

    /// Late and early, by the spans that touch the hours of the shift.
    fn compare(&mut self, hours: Hours, state: DayState, moment: Moment<'_>) -> (i64, i64) {
        let Hours { starts_at, ends_at, .. } = hours;
        let Some(shift) = moment.roster.due_on(moment.day) else { return (0, 0) };
        let ends = |span: &Span| span.to.unwrap_or(moment.now.max(span.from));
        let touches = |span: &&Span| span.from < ends_at && starts_at < ends(span).max(span.from);
        let (first, last) =
            (self.spans.iter().find(touches).cloned(), self.spans.iter().rfind(touches).cloned());
        let Some((first, last)) = first.zip(last) else {
            // Early birds have not touched it yet.
            if state == DayState::Closed && !self.spans.is_empty() {
                self.marks.insert(DayMark::OffShift);
                self.explanation.push(DayReason::OffShift);
            }
            return (0, 0);
        };

        let late = late_minutes(first.from, starts_at, shift.grace_in_minutes);
        if 0 < late {
            let (at, grace_minutes) = (first.from, shift.grace_in_minutes);
            self.marks.insert(DayMark::Late);
            self.explanation.push(DayReason::Late { at, starts_at, grace_minutes, minutes: late });
        }
        // Before the shift is over somebody may still come back.
        let is_over = ends_at <= moment.now || moment.next_began_at.is_some();
        let early = match last.to {
            Some(to) if state == DayState::Closed && is_over => {
                early_minutes(to, ends_at, shift.grace_out_minutes)
            }
            _ => 0,
        };
        if 0 < early {
            let (at, grace_minutes) = (ends(&last), shift.grace_out_minutes);
            self.marks.insert(DayMark::LeftEarly);
            self.explanation.push(DayReason::LeftEarly {
                at,
                ends_at,
                grace_minutes,
                minutes: early,
            });
        }
        (late, early)
    }

    fn worked_minutes(&mut self, now: Instant) -> i64 {
        let seconds = |span: &Span| span.to.unwrap_or(now).seconds_since(span.from).max(0);
        let minutes = self.spans.iter().map(seconds).sum::<i64>() / 60;
        if DAY_MINUTES < minutes {
            self.marks.insert(DayMark::Capped);
            self.explanation.push(DayReason::Capped { minutes });
        }
        minutes.min(DAY_MINUTES)
    }

    /// The end of a day of which nothing else is known.
    fn only_clock_out(&self) -> Option<Instant> {
        self.facts.iter().rfind(|fact| fact.closes()).map(|fact| fact.at)
    }
}

fn zones(facts: &[&DayFact]) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.standing != Standing::Rejected) {
        if !zones.contains(&fact.zone) {
            zones.push(fact.zone.clone());
        }
    }
    zones
}
