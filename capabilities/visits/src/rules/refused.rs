//! What cannot be written down about a visit, and why.

use kernel::{Day, Lang, Refusal};

use crate::words::Words;

/// A rule of visits said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VisitRefused {
    /// Found out by whoever loads it.
    #[error("no visit has this id, or not one of this person's")]
    UnknownVisit,
    /// Found out by whoever loads it.
    #[error("the visit is to another client")]
    OtherAccount,
    #[error("the visit has ended")]
    AlreadyEnded,
    #[error("the visit has begun, so it was not skipped")]
    AlreadyArrived,
    #[error("the visit was skipped before")]
    AlreadySkipped,
    #[error("the visit has not begun")]
    NotArrived,
    #[error("the company has no outcome `{code}`")]
    UnknownOutcome { code: String },
    #[error("the company has no reason `{code}`")]
    UnknownReason { code: String },
    #[error("a visit cannot be moved to {day}, which is before {earliest}")]
    RescheduleInThePast { day: Day, earliest: Day },
    #[error("a next step cannot be due on {day}, which is before {earliest}")]
    NextStepInThePast { day: Day, earliest: Day },
    #[error("a visit cannot be planned for {day}, which is before {earliest}")]
    PlanInThePast { day: Day, earliest: Day },
    #[error("nobody said which client is to be visited")]
    NoClient,
    #[error("nobody said on which day")]
    NoDay,
    #[error("this is no time of day")]
    NoTime,
    /// Found out by whoever loads them.
    #[error("nobody out there has this id")]
    UnknownPerson,
    #[error("only what is planned and not begun can be moved or taken out")]
    NotWaiting,
    #[error("a name is missing or too long")]
    NoLabel { field: &'static str },
}

/// Longer than this a name no longer fits on a button of a phone.
pub const LONGEST_LABEL: usize = 40;

impl Refusal for VisitRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownVisit => "visits.unknown_visit",
            Self::OtherAccount => "visits.other_account",
            Self::AlreadyEnded => "visits.already_ended",
            Self::AlreadyArrived => "visits.already_arrived",
            Self::AlreadySkipped => "visits.already_skipped",
            Self::NotArrived => "visits.not_arrived",
            Self::UnknownOutcome { .. } => "visits.unknown_outcome",
            Self::UnknownReason { .. } => "visits.unknown_reason",
            Self::RescheduleInThePast { .. } => "visits.reschedule_in_the_past",
            Self::NextStepInThePast { .. } => "visits.next_step_in_the_past",
            Self::PlanInThePast { .. } => "visits.plan_in_the_past",
            Self::NoClient => "visits.no_client",
            Self::NoDay => "visits.no_day",
            Self::NoTime => "visits.no_time",
            Self::UnknownPerson => "visits.unknown_person",
            Self::NotWaiting => "visits.not_waiting",
            Self::NoLabel { .. } => "visits.no_label",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let words = Words::of(lang);
        match self {
            Self::UnknownVisit => words.refused_unknown_visit().to_owned(),
            Self::OtherAccount => words.refused_other_account().to_owned(),
            Self::AlreadyEnded => words.refused_already_ended().to_owned(),
            Self::AlreadyArrived => words.refused_already_arrived().to_owned(),
            Self::AlreadySkipped => words.refused_already_skipped().to_owned(),
            Self::NotArrived => words.refused_not_arrived().to_owned(),
            Self::UnknownOutcome { code } => words.refused_unknown_outcome(code),
            Self::UnknownReason { code } => words.refused_unknown_reason(code),
            Self::RescheduleInThePast { .. } => words.refused_reschedule_in_the_past().to_owned(),
            Self::NextStepInThePast { .. } => words.refused_next_step_in_the_past().to_owned(),
            Self::PlanInThePast { .. } => words.refused_plan_in_the_past().to_owned(),
            Self::NoClient => words.refused_no_client().to_owned(),
            Self::NoDay => words.refused_no_day().to_owned(),
            Self::NoTime => words.refused_no_time().to_owned(),
            Self::UnknownPerson => words.refused_unknown_person().to_owned(),
            Self::NotWaiting => words.refused_not_waiting().to_owned(),
            Self::NoLabel { .. } => words.refused_no_label(count(LONGEST_LABEL)),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownVisit => Some("visit_id"),
            Self::OtherAccount | Self::NoClient => Some("account_id"),
            Self::UnknownOutcome { .. } => Some("outcome"),
            Self::UnknownReason { .. } => Some("reason"),
            Self::RescheduleInThePast { .. } => Some("reschedule_to"),
            Self::NextStepInThePast { .. } => Some("next_step.due_on"),
            Self::PlanInThePast { .. } | Self::NoDay => Some("day"),
            Self::NoTime => Some("time"),
            Self::UnknownPerson => Some("person_id"),
            Self::NoLabel { field } => Some(field),
            Self::AlreadyEnded
            | Self::AlreadyArrived
            | Self::AlreadySkipped
            | Self::NotArrived
            | Self::NotWaiting => None,
        }
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_refusal_has_its_code_and_speaks_both_languages() {
        let day: Day = "2026-03-02".parse().unwrap();
        let code = || "gone".to_owned();
        let all = [
            VisitRefused::UnknownVisit,
            VisitRefused::OtherAccount,
            VisitRefused::AlreadyEnded,
            VisitRefused::AlreadyArrived,
            VisitRefused::AlreadySkipped,
            VisitRefused::NotArrived,
            VisitRefused::UnknownOutcome { code: code() },
            VisitRefused::UnknownReason { code: code() },
            VisitRefused::RescheduleInThePast { day, earliest: day },
            VisitRefused::NextStepInThePast { day, earliest: day },
            VisitRefused::PlanInThePast { day, earliest: day },
            VisitRefused::NoClient,
            VisitRefused::NoDay,
            VisitRefused::NoTime,
            VisitRefused::UnknownPerson,
            VisitRefused::NotWaiting,
            VisitRefused::NoLabel { field: "label_id" },
        ];

        let codes: BTreeSet<_> = all.iter().map(Refusal::code).collect();
        assert_eq!(codes.len(), all.len());
        for refusal in &all {
            let [first, second] = [Lang::Id, Lang::En].map(|lang| refusal.sentence(lang));
            assert!(first.ends_with('.') && second.ends_with('.') && first != second, "{first}");
        }
    }
}
