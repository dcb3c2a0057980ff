//! A stage of a pipeline: how far a deal has come, how likely it is, how long that may take.

use std::sync::Arc;

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::opportunity::{self, OpportunityKind};
use crate::pipeline;
use crate::rules::ageing::is_stale;
use crate::rules::{ForecastCategory, PipelineRefused};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub pipeline: String,
    /// Never changes: facts, files and programs name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    /// Never changes either.
    pub kind: OpportunityKind,
    /// In percent.
    pub probability: i32,
    /// Longer than this and a deal is stale.
    pub expected_days: Option<i32>,
    pub position: i32,
    /// Nothing moves into it since then; what is in it stays.
    pub retired_at: Option<Instant>,
    /// How a deal in it counts in a forecast, until its owner says otherwise.
    pub category: ForecastCategory,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Code: String, Area::Settings }

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }

    pub fn is_stale(&self, since: Instant, now: Instant) -> bool {
        is_stale(since, now, self.expected_days)
    }
}

/// The pipelines of a company with their stages, each in its order: open stages before those that
/// end a deal.
#[derive(Clone, Debug)]
pub struct Pipelines {
    pub pipelines: Vec<pipeline::Model>,
    stages: Vec<Model>,
}

/// All of them, looked up once.
pub async fn pipelines(ctx: &Ctx) -> Result<Arc<Pipelines>> {
    ctx.once(present(ctx)).await
}

/// All of them as they are now, for whoever changes them.
pub async fn present(ctx: &Ctx) -> Result<Pipelines> {
    let stages = ctx.whole_company::<Entity>().order_by_asc(Column::Position);
    let mut stages = stages.order_by_asc(Column::Code).all(ctx).await?;
    stages.sort_by_key(|it| (it.kind, it.position));
    Ok(Pipelines { pipelines: pipeline::all(ctx).await?, stages })
}

impl Pipelines {
    /// Those that take new deals.
    pub fn offered(&self) -> impl Iterator<Item = &pipeline::Model> {
        self.pipelines.iter().filter(|it| it.retired_at.is_none())
    }

    pub fn pipeline(&self, code: &str) -> Option<&pipeline::Model> {
        self.pipelines.iter().find(|it| it.code == code)
    }

    /// Every stage that a pipeline ever had.
    pub fn of<'a>(&'a self, pipeline: &str) -> impl Iterator<Item = &'a Model> {
        self.stages.iter().filter(move |it| it.pipeline == pipeline)
    }

    /// Those into which deals may move.
    pub fn open_to<'a>(&'a self, pipeline: &str) -> impl Iterator<Item = &'a Model> {
        self.of(pipeline).filter(|it| it.retired_at.is_none())
    }

    pub fn all(&self) -> impl Iterator<Item = &Model> {
        self.stages.iter()
    }

    pub fn stage(&self, pipeline: &str, code: &str) -> Option<&Model> {
        self.of(pipeline).find(|it| it.code == code)
    }

    /// How a deal counts in a forecast.
    pub fn category_of(&self, deal: &opportunity::Model) -> ForecastCategory {
        let stage = self.stage(&deal.pipeline, &deal.stage);
        deal.category_in(stage.map(|it| it.category).unwrap_or_default())
    }

    /// The stage that somebody names, if deals may move into it.
    pub fn entered(&self, pipeline: &str, code: &str) -> Result<&Model> {
        let known = self.pipeline(pipeline).is_some();
        if !known {
            return Err(Error::refused(PipelineRefused::UnknownPipeline));
        }
        let stage = self.open_to(pipeline).find(|it| it.code == code);
        stage.ok_or_else(|| Error::refused(PipelineRefused::UnknownStage))
    }

    /// Where deals of this kind go first.
    pub fn first(&self, pipeline: &str, kind: OpportunityKind) -> Result<&Model> {
        let first = self.open_to(pipeline).find(|it| it.kind == kind);
        first.ok_or_else(|| Error::refused(PipelineRefused::UnknownPipeline))
    }
}
