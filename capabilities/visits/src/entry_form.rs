//! The form of an entry of the company's lists: what stands in it, and what is wrong with that.

use frame::web::page::Faults;
use serde::Deserialize;

use crate::keep_outcome::OutcomeFields;
use crate::labels::Labels;
use crate::{outcome, skip_reason};

/// An entry, as a form posts it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    #[serde(flatten)]
    pub labels: Labels,
    pub effective: Option<String>,
    pub asks_note: Option<String>,
    pub hidden: Option<String>,
}

impl Typed {
    pub fn of_outcome(it: &outcome::Model) -> Self {
        Self {
            labels: Labels::of(&it.label_id, &it.label_en),
            effective: ticked(it.effective),
            asks_note: ticked(it.asks_note),
            hidden: ticked(it.hidden_at.is_some()),
        }
    }

    pub fn of_reason(it: &skip_reason::Model) -> Self {
        Self {
            labels: Labels::of(&it.label_id, &it.label_en),
            hidden: ticked(it.hidden_at.is_some()),
            ..Self::default()
        }
    }

    pub fn outcome(&self) -> OutcomeFields {
        OutcomeFields {
            labels: self.labels.clone(),
            effective: self.effective.is_some(),
            asks_note: self.asks_note.is_some(),
            hidden: self.hidden.is_some(),
        }
    }
}

/// What a form sends of a box that is ticked.
fn ticked(is: bool) -> Option<String> {
    is.then(|| "on".to_owned())
}

/// A form of the page: where it goes, what stands in it, and what is wrong with that.
pub struct Entry {
    pub address: String,
    /// Tells its inputs from those of the same name in other forms.
    pub number: usize,
    pub typed: Typed,
    pub faults: Faults,
}

impl Entry {
    /// The id of an input.
    pub fn input(&self, name: &str) -> String {
        format!("{name}-{}", self.number)
    }
}
