//! Stages, as a file names them: found by name, or made.

use std::collections::{BTreeSet, HashMap};

use frame::text::key;
use frame::{Ctx, Event, Result, Tx};
use sea_orm::ActiveValue::Set;
use serde_json::json;

use crate::begin::begin_with;
use crate::opportunity::OpportunityKind;
use crate::pipeline::NEW_BUSINESS;
use crate::rules::naming::free_code;
use crate::stage::{self, Pipelines, present};

/// How likely a deal is in a stage of which only the name is known, in percent.
const UNKNOWN: i32 = 50;

/// A stage as a file names it, with how a deal stands there.
pub type FileStage = (String, OpportunityKind);

/// The stages of new business, by what files may call them.
#[derive(Clone, Debug, Default)]
pub struct Stages {
    codes: HashMap<FileStage, String>,
    words: HashMap<String, String>,
}

impl Stages {
    /// Those that there are.
    pub async fn known(ctx: &Ctx) -> Result<Self> {
        Ok(Self::of(&present(ctx).await?))
    }

    fn of(known: &Pipelines) -> Self {
        let mut stages = Self::default();
        for stage in known.of(NEW_BUSINESS) {
            // What never changes is meant before what may be called anew.
            for name in [&stage.code, &stage.label_en, &stage.label_id] {
                let name = (key(name), stage.kind);
                stages.codes.entry(name).or_insert_with(|| stage.code.clone());
            }
            stages.words.insert(stage.code.clone(), stage.label_en.clone());
        }
        stages
    }

    /// The code of the stage that a file calls so.
    pub fn code(&self, word: &str, kind: OpportunityKind) -> Option<&str> {
        self.codes.get(&(key(word), kind)).map(String::as_str)
    }

    /// Whether these two words mean one stage.
    pub fn same(&self, one: &str, other: &str, kind: OpportunityKind) -> bool {
        let code = self.code(one, kind);
        code.is_some() && code == self.code(other, kind)
    }

    /// What the stage of this code is called.
    pub fn word(&self, code: &str) -> String {
        self.words.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }
}

/// Makes those stages of new business that a file names and that are not there; answers all.
pub async fn stages_for(tx: &Tx, named: &BTreeSet<FileStage>) -> Result<Stages> {
    let mut known = present(tx).await?;
    if known.pipeline(NEW_BUSINESS).is_none() {
        begin_with(tx).await?;
        known = present(tx).await?;
    }
    let mut stages = Stages::of(&known);
    let mut codes: Vec<String> = known.of(NEW_BUSINESS).map(|it| it.code.clone()).collect();
    let mut last = known.of(NEW_BUSINESS).map(|it| it.position).max().unwrap_or(0);
    for (word, kind) in named {
        if stages.code(word, *kind).is_some() {
            continue;
        }
        last += 1;
        let code = free_code(word, codes.iter().map(String::as_str));
        tx.insert(stage::ActiveModel {
            company_id: Set(tx.actor.company),
            pipeline: Set(NEW_BUSINESS.to_owned()),
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
            position: Set(last),
            retired_at: Set(None),
        })
        .await?;
        tx.record(
            Event::of("pipeline.stage_kept", "company", tx.actor.company)
                .with("pipeline", NEW_BUSINESS)
                .with("code", code.clone())
                .with("label", json!({ "id": word, "en": word })),
        );
        stages.codes.insert((key(word), *kind), code.clone());
        stages.words.insert(code.clone(), word.clone());
        codes.push(code);
    }
    Ok(stages)
}
