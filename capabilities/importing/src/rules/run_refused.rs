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
    #[error("undone already")]
    AlreadyUndone,
}

impl Refusal for RunRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::UndoUnfinished { .. } => "importing.undo_unfinished",
            Self::TakenOver => "importing.taken_over",
            Self::AlreadyUndone => "importing.already_undone",
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::UndoUnfinished { run } => w.refused_undo_unfinished(run),
            Self::TakenOver => w.refused_taken_over().to_owned(),
            Self::AlreadyUndone => w.refused_already_undone().to_owned(),
        }
    }
}
