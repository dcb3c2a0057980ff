//! A visit is planned, or is not made.

use kernel::Day;

use super::refused::VisitRefused;
use super::visit::{Visit, VisitState};

/// What somebody says who does not make a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipping<'a> {
    pub reason: &'a str,
    pub reschedule_to: Option<Day>,
}

/// A visit not made, written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// A new visit is planned for then; the old one stays as it was planned and not made.
    pub new_visit_on: Option<Day>,
}

/// Writes down that a visit is not made. `said_on` is the day on which it was said, which without
/// signal is earlier than the day on which the server hears of it.
pub fn skip(
    visit: &Visit,
    said_on: Day,
    said: Skipping<'_>,
    reasons: &[impl AsRef<str>],
) -> Result<Skipped, VisitRefused> {
    match visit.state {
        VisitState::Planned | VisitState::Missed => {}
        VisitState::Open => return Err(VisitRefused::AlreadyArrived),
        VisitState::Done => return Err(VisitRefused::AlreadyEnded),
        VisitState::Skipped => return Err(VisitRefused::AlreadySkipped),
    }
    if !reasons.iter().any(|reason| reason.as_ref() == said.reason) {
        return Err(VisitRefused::UnknownReason { code: said.reason.to_owned() });
    }
    if let Some(day) = said.reschedule_to.filter(|day| *day < said_on) {
        return Err(VisitRefused::RescheduleInThePast { day, earliest: said_on });
    }
    Ok(Skipped { new_visit_on: said.reschedule_to })
}

/// Whether a visit may be planned for this day by somebody who says so on that one.
pub fn plan(day: Day, said_on: Day) -> Result<(), VisitRefused> {
    if day < said_on {
        return Err(VisitRefused::PlanInThePast { day, earliest: said_on });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::visit::VisitEnd;
    use super::super::visit::tests::{clock, done, open, planned};
    use super::*;

    const REASONS: [&str; 2] = ["closed", "no_time"];

    fn skipped(visit: &Visit, reason: &str, to: Option<i64>) -> Result<Skipped, VisitRefused> {
        let reschedule_to = to.map(|days| visit.day.plus(days));
        skip(visit, visit.day, Skipping { reason, reschedule_to }, &REASONS)
    }

    #[test]
    fn a_visit_not_made_has_a_reason_and_perhaps_another_day() {
        assert_eq!(skipped(&planned(1), "closed", None), Ok(Skipped { new_visit_on: None }));
        let tomorrow = Some(planned(1).day.plus(1));
        let moved = Skipped { new_visit_on: tomorrow };
        assert_eq!(skipped(&planned(1), "closed", Some(1)), Ok(moved));
        assert!(skipped(&planned(1), "closed", Some(0)).is_ok(), "later today");
    }

    #[test]
    fn a_missed_visit_may_still_be_explained() {
        let missed = Visit { state: VisitState::Missed, ..planned(1) };

        assert!(skipped(&missed, "no_time", Some(3)).is_ok());
    }

    #[test]
    fn what_was_made_or_is_going_on_was_not_skipped() {
        let now = clock(0, "10:00");
        let gone = Visit { state: VisitState::Skipped, ..planned(1) };

        for (visit, refused) in [
            (open(1, now), VisitRefused::AlreadyArrived),
            (done(1, now, now, VisitEnd::Next), VisitRefused::AlreadyEnded),
            (gone, VisitRefused::AlreadySkipped),
        ] {
            assert_eq!(skipped(&visit, "closed", None), Err(refused));
        }
    }

    #[test]
    fn nothing_is_moved_or_planned_into_the_past() {
        let refused = skipped(&planned(1), "closed", Some(-1));
        assert!(matches!(refused, Err(VisitRefused::RescheduleInThePast { .. })));

        let today = planned(1).day;
        assert_eq!(plan(today, today), Ok(()));
        let refused = plan(today.plus(-1), today);
        assert!(matches!(refused, Err(VisitRefused::PlanInThePast { .. })));
    }

    #[test]
    fn only_the_companys_reasons_exist() {
        let refused = skipped(&planned(1), "rain", None);

        assert_eq!(refused, Err(VisitRefused::UnknownReason { code: "rain".to_owned() }));
    }
}
