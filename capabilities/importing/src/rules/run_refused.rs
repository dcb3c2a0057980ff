//! Why an import does not begin, does not go on, or is not undone.

use kernel::{Lang, Refusal};

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
    #[error("no file came")]
    NoFile,
    #[error("another import runs")]
    AnotherRuns,
    #[error("not in this state")]
    NotNow,
    #[error("undone already")]
    AlreadyUndone,
}

impl Refusal for RunRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::UndoUnfinished { .. } => "importing.undo_unfinished",
            Self::TakenOver => "importing.taken_over",
            Self::NotMapped { .. } => "importing.not_mapped",
            Self::NoFile => "importing.no_file",
            Self::AnotherRuns => "importing.another_runs",
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
            Self::NoFile => w.refused_no_file().to_owned(),
            Self::AnotherRuns => w.refused_another_runs().to_owned(),
            Self::NotNow => w.refused_not_now().to_owned(),
            Self::AlreadyUndone => w.refused_already_undone().to_owned(),
        }
    }
}
