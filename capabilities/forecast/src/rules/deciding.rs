//! How a forecast goes from hand to hand.

use kernel::labels;

use super::ForecastRefused;

labels! {
    /// How something that was said stands.
    pub enum ForecastState {
        /// Waits for whoever answers for the person.
        Submitted = "submitted",
        /// Goes back, with a reason.
        Returned = "returned",
        Approved = "approved",
        /// Taken back before anybody decided.
        Withdrawn = "withdrawn",
        /// Nobody said it: the figures of a week, kept by themselves.
        Kept = "kept",
    }
}

labels! {
    /// Of whose deals a forecast speaks.
    #[derive(Default)]
    pub enum Scope {
        #[default]
        Own = "own",
        /// Of everybody for whom the person answers, themselves included.
        Team = "team",
    }
}

labels! {
    /// What becomes of a forecast that waits.
    #[schema(as = ForecastVerdict)]
    pub enum Verdict {
        Approve = "approve",
        Return = "return",
    }
}

/// Whether somebody may decide: the forecast waits, and it is not their own.
pub fn may_decide(state: ForecastState, is_own: bool) -> Result<(), ForecastRefused> {
    if is_own {
        return Err(ForecastRefused::OwnForecast);
    }
    match state {
        ForecastState::Submitted => Ok(()),
        _ => Err(ForecastRefused::NotWaiting),
    }
}

/// What becomes of it; who sends something back says why.
pub fn decided(verdict: Verdict, why: Option<&str>) -> Result<ForecastState, ForecastRefused> {
    match verdict {
        Verdict::Approve => Ok(ForecastState::Approved),
        Verdict::Return if why.is_some() => Ok(ForecastState::Returned),
        Verdict::Return => Err(ForecastRefused::NoReason),
    }
}

/// Whether something may be said of a period again: not while an answer is awaited, and not after
/// it was approved and until somebody sent it back.
pub fn may_submit(last: Option<ForecastState>) -> Result<(), ForecastRefused> {
    match last {
        Some(ForecastState::Submitted) => Err(ForecastRefused::Waiting),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_waits_is_decided_and_never_by_oneself() {
        for &state in ForecastState::ALL {
            assert_eq!(may_decide(state, true), Err(ForecastRefused::OwnForecast));
            let waits = state == ForecastState::Submitted;
            assert_eq!(may_decide(state, false).is_ok(), waits, "{state:?}");
        }
    }

    #[test]
    fn whoever_sends_back_says_why() {
        assert_eq!(decided(Verdict::Return, None), Err(ForecastRefused::NoReason));
        assert_eq!(decided(Verdict::Return, Some("Kurang")), Ok(ForecastState::Returned));
        assert_eq!(decided(Verdict::Approve, None), Ok(ForecastState::Approved));
    }

    #[test]
    fn one_answer_is_awaited_at_a_time() {
        assert_eq!(may_submit(Some(ForecastState::Submitted)), Err(ForecastRefused::Waiting));
        for state in [ForecastState::Returned, ForecastState::Withdrawn, ForecastState::Approved] {
            assert_eq!(may_submit(Some(state)), Ok(()), "a new week, a new word: {state:?}");
        }
        assert_eq!(may_submit(None), Ok(()));
    }
}
