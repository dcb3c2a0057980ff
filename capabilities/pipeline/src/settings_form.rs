//! The forms on the page of pipelines: what stands in each, and what is wrong with that.

use frame::web::page::Faults;
use frame::{Error, Result};
use serde::Deserialize;

use crate::keep_reason::ReasonFields;
use crate::keep_stage::StageFields;
use crate::labels::{Labels, Turn};
use crate::rules::{ForecastCategory, PipelineRefused};
use crate::{lost_reason, pipeline, stage};

/// What a new stage is offered as, in percent.
const USUAL_PROBABILITY: &str = "50";

/// An entry, as a form posts it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    #[serde(flatten)]
    pub labels: Labels,
    pub pipeline: String,
    /// Of a stage or a reason.
    pub code: String,
    pub kind: String,
    pub probability: String,
    pub expected_days: String,
    /// How deals in a stage count in a forecast.
    pub category: String,
    pub asks_note: Option<String>,
    pub retired: Option<String>,
    /// It changes places, and nothing else.
    pub turn: String,
}

impl Typed {
    pub fn of_pipeline(it: &pipeline::Model) -> Self {
        Self {
            labels: Labels::of(&it.label_id, &it.label_en),
            pipeline: it.code.clone(),
            retired: ticked(it.retired_at.is_some()),
            ..Self::default()
        }
    }

    pub fn of_stage(it: &stage::Model) -> Self {
        let days = it.expected_days.map(|it| it.to_string());
        Self {
            labels: Labels::of(&it.label_id, &it.label_en),
            pipeline: it.pipeline.clone(),
            code: it.code.clone(),
            kind: it.kind.word().to_owned(),
            probability: it.probability.to_string(),
            expected_days: days.unwrap_or_default(),
            category: it.category.word().to_owned(),
            retired: ticked(it.retired_at.is_some()),
            ..Self::default()
        }
    }

    /// A stage that is not there yet.
    pub fn new_stage(pipeline: &str) -> Self {
        let probability = USUAL_PROBABILITY.to_owned();
        Self { pipeline: pipeline.to_owned(), probability, ..Self::default() }
    }

    pub fn of_reason(it: &lost_reason::Model) -> Self {
        Self {
            labels: Labels::of(&it.label_id, &it.label_en),
            code: it.code.clone(),
            asks_note: ticked(it.asks_note),
            retired: ticked(it.hidden_at.is_some()),
            ..Self::default()
        }
    }

    pub fn turn(&self) -> Option<Turn> {
        Turn::from_word(&self.turn)
    }

    pub fn stage(&self) -> Result<StageFields> {
        let number = |typed: &str, refused| match typed.trim() {
            "" => Ok(None),
            number => number.parse::<i32>().map(Some).map_err(|_| Error::refused(refused)),
        };
        let category = match self.category.as_str() {
            "" => None,
            word => Some(
                ForecastCategory::from_word(word)
                    .ok_or_else(|| Error::refused(PipelineRefused::NoCategory))?,
            ),
        };
        let probability = number(&self.probability, PipelineRefused::NoProbability)?;
        Ok(StageFields {
            labels: self.labels.clone(),
            probability: probability.unwrap_or_default(),
            expected_days: number(&self.expected_days, PipelineRefused::NoExpectedDays)?,
            category,
            retired: self.retired.is_some(),
        })
    }

    pub fn reason(&self) -> ReasonFields {
        ReasonFields {
            labels: self.labels.clone(),
            asks_note: self.asks_note.is_some(),
            hidden: self.retired.is_some(),
        }
    }
}

/// What a form sends of a box that is ticked.
fn ticked(is: bool) -> Option<String> {
    is.then(|| "on".to_owned())
}

/// Which of the forms it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    NewPipeline,
    Pipeline(String),
    /// In this pipeline.
    NewStage(String),
    /// Of this pipeline, with this code.
    Stage(String, String),
    NewReason,
    Reason(String),
}

/// A form that was refused.
pub struct Refused {
    pub which: Which,
    pub typed: Typed,
    pub faults: Faults,
}

/// A form of the page: what stands in it, and what is wrong with that.
pub struct Entry {
    /// Tells its inputs from those of the same name in other forms.
    number: usize,
    pub typed: Typed,
    pub faults: Faults,
}

impl Entry {
    /// The id of an input.
    pub fn input(&self, name: &str) -> String {
        format!("{name}-{}", self.number)
    }
}

/// The forms of the page, one after the other; one of them may have been refused.
pub struct Forms {
    refused: Option<Refused>,
    count: usize,
}

impl Forms {
    pub fn with(refused: Option<Refused>) -> Self {
        Self { refused, count: 0 }
    }

    /// The next form: as it was typed if it is the one that was refused, otherwise as it is kept.
    pub fn next(&mut self, which: &Which, kept: Typed) -> Entry {
        self.count += 1;
        let number = self.count;
        match self.refused.take_if(|it| it.which == *which) {
            Some(it) => Entry { number, typed: it.typed, faults: it.faults },
            None => Entry { number, typed: kept, faults: Faults::default() },
        }
    }

    /// What was refused is of one of the forms that there were; otherwise it is of nothing.
    pub fn end(self) -> Result<()> {
        if self.refused.is_some() { Err(Error::NotFound) } else { Ok(()) }
    }
}
