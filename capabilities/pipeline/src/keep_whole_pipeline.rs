//! A pipeline with all of its stages at once, and one that goes again while no deal went its way.

use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use serde_json::json;

use crate::keep_pipeline::free_label;
use crate::keep_stage::{StageFields, add_stage};
use crate::labels::Labels;
use crate::opportunity::OpportunityKind;
use crate::pipeline::{self, ActiveModel, Model};
use crate::rules::PipelineRefused;
use crate::rules::naming::free_code;
use crate::stage;

/// Adds a pipeline behind the others, with these stages in their order. It needs one of each kind.
pub async fn add_whole_pipeline(
    tx: &Tx,
    labels: &Labels,
    stages: Vec<(OpportunityKind, StageFields)>,
) -> Result<Model> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let (label_id, label_en) = labels.read()?;
    let known = pipeline::all(tx).await?;
    free_label(&known, None, &label_en)?;
    let whole = OpportunityKind::ALL.iter().all(|kind| stages.iter().any(|it| it.0 == *kind));
    if !whole {
        return Err(Error::refused(PipelineRefused::LastOfKind));
    }
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
    for (kind, fields) in stages {
        add_stage(tx, &pipeline.code, kind, fields).await?;
    }
    tx.record(event(tx, &pipeline, "pipeline.pipeline_kept"));
    Ok(pipeline)
}

/// Takes a pipeline and its stages back; answers no if a deal is or was in it, or if deals would
/// have nowhere else to go.
pub async fn remove_pipeline(tx: &Tx, code: &str) -> Result<bool> {
    tx.permit_company(Act::Edit, Area::Settings)?;

    let known = pipeline::all(tx).await?;
    let Some(pipeline) = known.iter().find(|it| it.code == code) else { return Ok(true) };
    if !known.iter().any(|it| it.code != code && it.retired_at.is_none()) {
        return Ok(false);
    }
    let removal = tx.unless_needed(async |tx| {
        let stages = stage::Column::Pipeline.eq(code);
        tx.delete_where::<stage::Entity, _>(stage::Column::CompanyId, stages).await?;
        let this = pipeline::Column::Code.eq(code);
        let company = pipeline::Column::CompanyId;
        tx.delete_where::<pipeline::Entity, _>(company, this).await.map(drop)
    });
    let gone = removal.await?;
    if gone {
        tx.record(event(tx, pipeline, "pipeline.pipeline_removed"));
    }
    Ok(gone)
}

/// A list is the company's, and an entry has no id of its own.
fn event(tx: &Tx, pipeline: &Model, name: &'static str) -> Event {
    Event::of(name, "company", tx.actor.company)
        .with("code", pipeline.code.clone())
        .with("label", json!({ "id": pipeline.label_id, "en": pipeline.label_en }))
}
