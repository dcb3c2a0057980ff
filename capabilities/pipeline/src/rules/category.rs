//! How a deal counts in a forecast. The one place that decides.

use kernel::labels;

labels! {
    /// How much one may count on a deal.
    #[derive(Default)]
    pub enum ForecastCategory {
        /// Under way; too early to count on.
        #[default]
        Pipeline = "pipeline",
        /// Comes if all goes well.
        BestCase = "best-case",
        /// Its owner stands by it.
        Commit = "commit",
        /// Not counted at all.
        Omitted = "omitted",
        /// Won.
        Closed = "closed",
    }
}

impl ForecastCategory {
    /// What somebody may say of a deal that is open, the surest first.
    pub const OF_OPEN: &[Self] = &[Self::Commit, Self::BestCase, Self::Pipeline, Self::Omitted];

    /// Whether an open deal, or a stage of open deals, may have it.
    pub fn is_of_open(self) -> bool {
        self != Self::Closed
    }
}

/// Where a deal has ended, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    NotYet,
    Won,
    Lost,
}

/// How a deal counts: as it ended; while it is open as its owner says, and otherwise as its stage
/// does.
pub fn category(
    ended: Ended,
    said: Option<ForecastCategory>,
    of_stage: ForecastCategory,
) -> ForecastCategory {
    match ended {
        Ended::Won => ForecastCategory::Closed,
        Ended::Lost => ForecastCategory::Omitted,
        Ended::NotYet => said.unwrap_or(of_stage),
    }
}

/// What a new stage of open deals begins with, by its probability in percent.
pub fn usual(probability: i32) -> ForecastCategory {
    match probability {
        75.. => ForecastCategory::Commit,
        50..75 => ForecastCategory::BestCase,
        _ => ForecastCategory::Pipeline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_says_more_than_anybody() {
        for &said in ForecastCategory::ALL {
            let said = Some(said);
            let stage = ForecastCategory::Commit;

            assert_eq!(category(Ended::Won, said, stage), ForecastCategory::Closed);
            assert_eq!(category(Ended::Lost, said, stage), ForecastCategory::Omitted);
            assert_eq!(Some(category(Ended::NotYet, said, stage)), said);
        }
    }

    #[test]
    fn the_stage_speaks_until_the_owner_does() {
        for &stage in ForecastCategory::ALL {
            assert_eq!(category(Ended::NotYet, None, stage), stage);
        }
    }

    #[test]
    fn the_usual_follows_the_probability() {
        for (probability, is) in [
            (0, ForecastCategory::Pipeline),
            (49, ForecastCategory::Pipeline),
            (50, ForecastCategory::BestCase),
            (74, ForecastCategory::BestCase),
            (75, ForecastCategory::Commit),
            (100, ForecastCategory::Commit),
        ] {
            assert_eq!(usual(probability), is, "{probability}");
        }
    }
}
