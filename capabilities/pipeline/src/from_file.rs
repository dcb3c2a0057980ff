//! Pipelines, stages and reasons for losing, as a file names them. Stages are found, or made.

use std::collections::{BTreeSet, HashMap};

use frame::text::key;
use frame::{Ctx, Event, Result, Tx};
use sea_orm::ActiveValue::Set;
use serde_json::json;

use crate::begin::begin_with;
use crate::lost_reason;
use crate::opportunity::OpportunityKind;
use crate::pipeline::NEW_BUSINESS;
use crate::rules::ForecastCategory;
use crate::rules::category::usual;
use crate::rules::naming::free_code;
use crate::stage::{self, Pipelines, present};

/// How likely a deal is in a stage of which only the name is known, in percent.
const UNKNOWN: i32 = 50;

/// A stage as a file names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileStage {
    /// Its code.
    pub pipeline: String,
    pub word: String,
    /// How a deal stands there.
    pub kind: OpportunityKind,
}

/// The pipelines and their stages, by what files may call them.
#[derive(Clone, Debug, Default)]
pub struct Stages {
    codes: HashMap<FileStage, String>,
    /// By the codes of pipeline and stage.
    words: HashMap<(String, String), String>,
    pipelines: HashMap<String, String>,
    pipeline_words: HashMap<String, String>,
}

impl Stages {
    /// Those that there are.
    pub async fn known(ctx: &Ctx) -> Result<Self> {
        Ok(Self::of(&present(ctx).await?))
    }

    fn of(known: &Pipelines) -> Self {
        let mut stages = Self::default();
        for pipeline in &known.pipelines {
            for name in [&pipeline.code, &pipeline.label_en, &pipeline.label_id] {
                stages.pipelines.entry(key(name)).or_insert_with(|| pipeline.code.clone());
            }
            stages.pipeline_words.insert(pipeline.code.clone(), pipeline.label_en.clone());
        }
        for stage in known.all() {
            // What never changes is meant before what may be called anew.
            for name in [&stage.code, &stage.label_en, &stage.label_id] {
                let called = FileStage {
                    pipeline: stage.pipeline.clone(),
                    word: key(name),
                    kind: stage.kind,
                };
                stages.codes.entry(called).or_insert_with(|| stage.code.clone());
            }
            let place = (stage.pipeline.clone(), stage.code.clone());
            stages.words.insert(place, stage.label_en.clone());
        }
        stages
    }

    /// The code of the pipeline that a file calls so.
    pub fn pipeline(&self, word: &str) -> Option<&str> {
        self.pipelines.get(&key(word)).map(String::as_str)
    }

    /// What the pipeline of this code is called.
    pub fn pipeline_word(&self, code: &str) -> String {
        self.pipeline_words.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The code of the stage that a file calls so.
    pub fn code(&self, stage: &FileStage) -> Option<&str> {
        let called = FileStage { word: key(&stage.word), ..stage.clone() };
        self.codes.get(&called).map(String::as_str)
    }

    /// Whether this word means that stage too.
    pub fn same(&self, word: &str, stage: &FileStage) -> bool {
        let code = self.code(stage);
        let other = FileStage { word: word.to_owned(), ..stage.clone() };
        code.is_some() && code == self.code(&other)
    }

    /// What the stage of this code is called.
    pub fn word(&self, pipeline: &str, code: &str) -> String {
        let place = (pipeline.to_owned(), code.to_owned());
        self.words.get(&place).cloned().unwrap_or_else(|| code.to_owned())
    }
}

/// Why deals are lost, by what files may call it.
#[derive(Clone, Debug, Default)]
pub struct LostReasons {
    codes: HashMap<String, String>,
    words: HashMap<String, String>,
}

impl LostReasons {
    /// Those that there are.
    pub async fn known(ctx: &Ctx) -> Result<Self> {
        let mut reasons = Self::default();
        for reason in lost_reason::all(ctx).await? {
            for name in [&reason.code, &reason.label_en, &reason.label_id] {
                reasons.codes.entry(key(name)).or_insert_with(|| reason.code.clone());
            }
            reasons.words.insert(reason.code, reason.label_en);
        }
        Ok(reasons)
    }

    /// The code of the reason that a file calls so.
    pub fn code(&self, word: &str) -> Option<&str> {
        self.codes.get(&key(word)).map(String::as_str)
    }

    /// What the reason of this code is called.
    pub fn word(&self, code: &str) -> String {
        self.words.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }
}

/// Makes those stages that a file names and that are not there; answers all.
pub async fn stages_for(tx: &Tx, named: &BTreeSet<FileStage>) -> Result<Stages> {
    let mut known = present(tx).await?;
    if known.pipeline(NEW_BUSINESS).is_none() {
        begin_with(tx).await?;
        known = present(tx).await?;
    }
    let mut stages = Stages::of(&known);
    let mut lasts: HashMap<String, i32> = HashMap::new();
    for named in named {
        if stages.code(named).is_some() {
            continue;
        }
        let FileStage { pipeline, word, kind } = named;
        let there = stages.words.keys().filter(|it| it.0 == *pipeline);
        let code = free_code(word, there.map(|it| it.1.as_str()));
        let last = lasts
            .entry(pipeline.clone())
            .or_insert_with(|| known.of(pipeline).map(|it| it.position).max().unwrap_or(0));
        *last += 1;
        tx.insert(stage::ActiveModel {
            company_id: Set(tx.actor.company),
            pipeline: Set(pipeline.clone()),
            code: Set(code.clone()),
            label_id: Set(word.clone()),
            label_en: Set(word.clone()),
            kind: Set(*kind),
            probability: Set(match kind {
                OpportunityKind::Open => UNKNOWN,
                OpportunityKind::Won => 100,
                OpportunityKind::Lost => 0,
            }),
            expected_days: Set(None),
            position: Set(*last),
            retired_at: Set(None),
            category: Set(match kind {
                OpportunityKind::Open => usual(UNKNOWN),
                OpportunityKind::Won => ForecastCategory::Closed,
                OpportunityKind::Lost => ForecastCategory::Omitted,
            }),
        })
        .await?;
        tx.record(
            Event::of("pipeline.stage_kept", "company", tx.actor.company)
                .with("pipeline", pipeline.clone())
                .with("code", code.clone())
                .with("label", json!({ "id": word, "en": word })),
        );
        let called = FileStage { word: key(word), ..named.clone() };
        stages.codes.insert(called, code.clone());
        stages.words.insert((pipeline.clone(), code), word.clone());
    }
    Ok(stages)
}
