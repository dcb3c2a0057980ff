//! Why an import does not begin, does not go on, or is not undone.

use kernel::{Lang, Refusal};

use crate::rules::evidence::Question;
use crate::rules::profile::Witness;
use crate::words::Words;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunRefused {
    /// Begun and not finished; both would write the same records.
    #[error("the import {run} is being undone")]
    UndoUnfinished { run: String },
    #[error("another import took over")]
    TakenOver,
    #[error("a file is not mapped yet")]
    NotMapped { file: String },
    /// Its amounts read in two ways, a thousandfold apart.
    #[error("nobody said which mark stands before decimals")]
    MarkUnsettled { file: String, row: Witness },
    /// Its days read in two ways.
    #[error("nobody said in which order the parts of a day stand")]
    DaysUnsettled { file: String, row: Witness },
    #[error("no file came")]
    NoFile,
    #[error("days of a ledger came with other files")]
    Mixed,
    #[error("an archive, or so many files, cannot be mapped by hand")]
    NotByHand,
    #[error("another import runs")]
    AnotherRuns,
    /// As many look through files as there is memory for.
    #[error("others look through files")]
    Busy,
    #[error("not in this state")]
    NotNow,
    #[error("undone already")]
    AlreadyUndone,
}

impl RunRefused {
    /// A file that leaves this open.
    pub fn unsettled(file: &str, question: Question) -> Self {
        let file = file.to_owned();
        match question {
            Question::Mark(row) => Self::MarkUnsettled { file, row },
            Question::Days(row) => Self::DaysUnsettled { file, row },
        }
    }
}

impl Refusal for RunRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::UndoUnfinished { .. } => "importing.undo_unfinished",
            Self::TakenOver => "importing.taken_over",
            Self::NotMapped { .. } => "importing.not_mapped",
            Self::MarkUnsettled { .. } => "importing.mark_unsettled",
            Self::DaysUnsettled { .. } => "importing.days_unsettled",
            Self::NoFile => "importing.no_file",
            Self::Mixed => "importing.ledger_and_other_files",
            Self::NotByHand => "importing.not_by_hand",
            Self::AnotherRuns => "importing.another_runs",
            Self::Busy => "importing.busy",
            Self::NotNow => "importing.not_now",
            Self::AlreadyUndone => "importing.already_undone",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::UndoUnfinished { run } => w.refused_undo_unfinished(run),
            Self::TakenOver => w.refused_taken_over().to_owned(),
            Self::NotMapped { file } => w.refused_not_mapped(file),
            Self::MarkUnsettled { file, row } => {
                w.refused_mark_unsettled(file, &row.column, row.line, &row.text)
            }
            Self::DaysUnsettled { file, row } => {
                w.refused_days_unsettled(file, &row.column, row.line, &row.text)
            }
            Self::NoFile => w.refused_no_file().to_owned(),
            Self::Mixed => w.refused_mixed().to_owned(),
            Self::NotByHand => w.refused_not_by_hand().to_owned(),
            Self::AnotherRuns => w.refused_another_runs().to_owned(),
            Self::Busy => w.refused_busy().to_owned(),
            Self::NotNow => w.refused_not_now().to_owned(),
            Self::AlreadyUndone => w.refused_already_undone().to_owned(),
        }
    }
}
