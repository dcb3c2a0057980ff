//! A company settles through which stages its deals go.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;

use crate::labels::{Labels, Turn, neighbours};
use crate::opportunity::OpportunityKind;
use crate::rules::category::usual;
use crate::rules::naming::free_code;
use crate::rules::{ForecastCategory, MOST_EXPECTED_DAYS, PipelineRefused};
use crate::stage::{ActiveModel, Model, Pipelines, present};

/// A stage, as it is settled. What it ends, if it ends anything, is settled once.
#[derive(Clone, Debug, Default)]
pub struct StageFields {
    pub labels: Labels,
    /// In percent; a stage that ends a deal has its own.
    pub probability: i32,
    pub expected_days: Option<i32>,
    /// How deals in it count in a forecast; as its probability suggests, unless told.
    pub category: Option<ForecastCategory>,
    pub retired: bool,
}

impl StageFields {
    /// How deals in it count: what ends a deal says so itself.
    fn category(&self, kind: OpportunityKind) -> Result<ForecastCategory> {
        let said = self.category.unwrap_or_else(|| usual(self.probability));
        match kind {
            OpportunityKind::Won => Ok(ForecastCategory::Closed),
            OpportunityKind::Lost => Ok(ForecastCategory::Omitted),
            OpportunityKind::Open if said.is_of_open() => Ok(said),
            OpportunityKind::Open => Err(Error::refused(PipelineRefused::NoCategory)),
        }
    }

    /// Fit to store: names, probability and expected days.
    fn read(&self, kind: OpportunityKind) -> Result<(String, String, i32, Option<i32>)> {
        let (label_id, label_en) = self.labels.read()?;
        if !(0..=100).contains(&self.probability) {
            return Err(Error::refused(PipelineRefused::NoProbability));
        }
        if self.expected_days.is_some_and(|it| !(1..=MOST_EXPECTED_DAYS).contains(&it)) {
            return Err(Error::refused(PipelineRefused::NoExpectedDays));
        }
        Ok(match kind {
            OpportunityKind::Open => (label_id, label_en, self.probability, self.expected_days),
            OpportunityKind::Won => (label_id, label_en, 100, None),
            OpportunityKind::Lost => (label_id, label_en, 0, None),
        })
    }
}

/// Adds a stage behind the others of its kind.
pub async fn add_stage(
    tx: &Tx,
    pipeline: &str,
    kind: OpportunityKind,
    new: StageFields,
) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = present(tx).await?;
    if known.pipeline(pipeline).is_none() {
        return Err(Error::NotFound);
    }
    let (label_id, label_en, probability, expected_days) = new.read(kind)?;
    let category = new.category(kind)?;
    free_label(&known, pipeline, None, &label_en)?;
    let codes = known.of(pipeline).map(|it| it.code.as_str());
    let last = known.of(pipeline).map(|it| it.position).max().unwrap_or(0);
    let stage = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            pipeline: Set(pipeline.to_owned()),
            code: Set(free_code(&label_en, codes)),
            label_id: Set(label_id),
            label_en: Set(label_en),
            kind: Set(kind),
            probability: Set(probability),
            expected_days: Set(expected_days),
            position: Set(last + 1),
            retired_at: Set(None),
            category: Set(category),
        })
        .await?;
    tx.record(event(tx, &stage, "pipeline.stage_kept"));
    Ok(stage)
}

/// Changes a stage, or retires it: nothing moves into it any more, and what is in it stays. Each
/// pipeline keeps a stage of each kind.
pub async fn change_stage(tx: &Tx, pipeline: &str, code: &str, new: StageFields) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = present(tx).await?;
    let before = known.stage(pipeline, code).ok_or(Error::NotFound)?.clone();
    let (label_id, label_en, probability, expected_days) = new.read(before.kind)?;
    let category = match (new.category, before.kind) {
        // Whoever says nothing of it leaves it as it is.
        (None, OpportunityKind::Open) => before.category,
        (_, kind) => new.category(kind)?,
    };
    free_label(&known, pipeline, Some(code), &label_en)?;
    let others = known.open_to(pipeline).any(|it| it.code != code && it.kind == before.kind);
    if new.retired && !others {
        return Err(Error::refused(PipelineRefused::LastOfKind));
    }

    let mut row = before.clone().into_active_model();
    row.label_id = Set(label_id);
    row.label_en = Set(label_en);
    row.probability = Set(probability);
    row.expected_days = Set(expected_days);
    row.category = Set(category);
    row.retired_at = Set(new.retired.then(|| before.retired_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;
    tx.record(
        event(tx, &after, "pipeline.stage_kept")
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("probability", before.probability, after.probability)
            .change("expected_days", before.expected_days, after.expected_days)
            .change("category", before.category.word(), after.category.word())
            .change("retired", before.retired_at.is_some(), after.retired_at.is_some()),
    );
    Ok(after)
}

/// Lets a stage change places with its neighbour of the same kind.
pub async fn order_stage(tx: &Tx, pipeline: &str, code: &str, turn: Turn) -> Result<()> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = present(tx).await?;
    let this = known.stage(pipeline, code).ok_or(Error::NotFound)?;
    let alike: Vec<&Model> = known.of(pipeline).filter(|it| it.kind == this.kind).collect();
    let at = alike.iter().position(|it| it.code == code).ok_or(Error::NotFound)?;
    let Some((this, other)) = neighbours(&alike, at, turn) else { return Ok(()) };
    let (here, there) = (this.position, other.position);
    for (stage, position) in [(*this, there), (*other, here)] {
        let mut row = stage.clone().into_active_model();
        row.position = Set(position);
        tx.update(row).await?;
    }
    tx.record(event(tx, this, "pipeline.order_kept").change("position", here, there));
    Ok(())
}

/// Two that are called the same are told apart by nobody.
fn free_label(known: &Pipelines, pipeline: &str, own: Option<&str>, label_en: &str) -> Result<()> {
    let key = frame::text::key(label_en);
    let taken =
        |it: &&Model| Some(it.code.as_str()) != own && frame::text::key(&it.label_en) == key;
    match known.of(pipeline).find(taken) {
        Some(_) => Err(Error::refused(PipelineRefused::LabelTaken)),
        None => Ok(()),
    }
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, stage: &Model, name: &'static str) -> Event {
    Event::of(name, "company", tx.actor.company)
        .with("pipeline", stage.pipeline.clone())
        .with("code", stage.code.clone())
        .with("label", json!({ "id": stage.label_id, "en": stage.label_en }))
}
