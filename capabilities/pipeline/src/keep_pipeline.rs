//! A company settles which ways its deals go.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;

use crate::keep_stage::{StageFields, add_stage};
use crate::labels::{Labels, Turn, neighbours};
use crate::opportunity::OpportunityKind;
use crate::pipeline::{self, ActiveModel, Model};
use crate::rules::PipelineRefused;
use crate::rules::naming::free_code;

/// Adds a pipeline behind the others, with the stages that every one needs: a first one, and the
/// two ends.
pub async fn add_pipeline(tx: &Tx, labels: &Labels, stages: [Labels; 3]) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels.read()?;
    let known = pipeline::all(tx).await?;
    free_label(&known, None, &label_en)?;
    let pipeline = tx
        .insert(ActiveModel {
            company_id: Set(tx.actor.company),
            code: Set(free_code(&label_en, known.iter().map(|it| it.code.as_str()))),
            label_id: Set(label_id),
            label_en: Set(label_en),
            position: Set(known.iter().map(|it| it.position).max().unwrap_or(0) + 1),
            retired_at: Set(None),
        })
        .await?;
    let kinds = [OpportunityKind::Open, OpportunityKind::Won, OpportunityKind::Lost];
    for (kind, labels) in kinds.into_iter().zip(stages) {
        let fields = StageFields { labels, probability: 10, ..StageFields::default() };
        add_stage(tx, &pipeline.code, kind, fields).await?;
    }
    tx.record(event(tx, &pipeline, "pipeline.pipeline_kept"));
    Ok(pipeline)
}

/// Changes what a pipeline is called, or retires it: it takes no new deals, and those in it go on.
pub async fn change_pipeline(tx: &Tx, code: &str, labels: &Labels, retired: bool) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels.read()?;
    let known = pipeline::all(tx).await?;
    let before = known.iter().find(|it| it.code == code).ok_or(Error::NotFound)?.clone();
    free_label(&known, Some(code), &label_en)?;
    let others = known.iter().any(|it| it.code != code && it.retired_at.is_none());
    if retired && !others {
        return Err(Error::refused(PipelineRefused::LastPipeline));
    }

    let mut row = before.clone().into_active_model();
    row.label_id = Set(label_id);
    row.label_en = Set(label_en);
    row.retired_at = Set(retired.then(|| before.retired_at.unwrap_or(tx.now)));
    let after = tx.update(row).await?;
    tx.record(
        event(tx, &after, "pipeline.pipeline_kept")
            .change("label_id", before.label_id, after.label_id.clone())
            .change("label_en", before.label_en, after.label_en.clone())
            .change("retired", before.retired_at.is_some(), after.retired_at.is_some()),
    );
    Ok(after)
}

/// Lets a pipeline change places with its neighbour.
pub async fn order_pipeline(tx: &Tx, code: &str, turn: Turn) -> Result<()> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = pipeline::all(tx).await?;
    let at = known.iter().position(|it| it.code == code).ok_or(Error::NotFound)?;
    let Some((this, other)) = neighbours(&known, at, turn) else { return Ok(()) };
    let (here, there) = (this.position, other.position);
    for (pipeline, position) in [(this, there), (other, here)] {
        let mut row = pipeline.clone().into_active_model();
        row.position = Set(position);
        tx.update(row).await?;
    }
    tx.record(event(tx, this, "pipeline.order_kept").change("position", here, there));
    Ok(())
}

/// Two that are called the same are told apart by nobody.
pub fn free_label(known: &[Model], own: Option<&str>, label_en: &str) -> Result<()> {
    let key = frame::text::key(label_en);
    let taken =
        |it: &&Model| Some(it.code.as_str()) != own && frame::text::key(&it.label_en) == key;
    match known.iter().find(taken) {
        Some(_) => Err(Error::refused(PipelineRefused::LabelTaken)),
        None => Ok(()),
    }
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, pipeline: &Model, name: &'static str) -> Event {
    Event::of(name, "company", tx.actor.company)
        .with("code", pipeline.code.clone())
        .with("label", json!({ "id": pipeline.label_id, "en": pipeline.label_en }))
}
