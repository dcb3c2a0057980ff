//! The page on which a company settles its pipelines, their stages, and why deals are lost.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result, Tx};
use kernel::access::{Act, Area};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::keep_pipeline::{add_pipeline, change_pipeline, order_pipeline};
use crate::keep_reason::{ReasonFields, add_reason, change_reason};
use crate::keep_stage::{StageFields, add_stage, change_stage, order_stage};
use crate::labels::{Labels, Turn};
use crate::opportunity::OpportunityKind;
use crate::rules::{ForecastCategory, PipelineRefused};
use crate::stage::{self, present};
use crate::words::Words;
use crate::{lost_reason, pipeline};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/settings/pipelines", get(show).post(new_pipeline))
        .route("/settings/pipelines/change", post(keep_pipeline))
        .route("/settings/pipelines/stages", post(new_stage))
        .route("/settings/pipelines/stages/change", post(keep_stage))
        .route("/settings/pipelines/reasons", post(new_reason))
        .route("/settings/pipelines/reasons/change", post(keep_reason))
}

/// An entry, as a form posts it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    #[serde(flatten)]
    labels: Labels,
    pipeline: String,
    /// Of a stage or a reason.
    code: String,
    kind: String,
    probability: String,
    expected_days: String,
    /// How deals in a stage count in a forecast.
    category: String,
    asks_note: Option<String>,
    retired: Option<String>,
    /// It changes places, and nothing else.
    turn: String,
}

impl Typed {
    fn turn(&self) -> Option<Turn> {
        Turn::from_word(&self.turn)
    }

    fn stage(&self) -> Result<StageFields> {
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

    fn reason(&self) -> ReasonFields {
        ReasonFields {
            labels: self.labels.clone(),
            asks_note: self.asks_note.is_some(),
            hidden: self.retired.is_some(),
        }
    }
}

/// A pipeline with all of its stages.
struct Way {
    pipeline: pipeline::Model,
    label: String,
    stages: Vec<stage::Model>,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    ways: Vec<Way>,
    reasons: Vec<lost_reason::Model>,
    kinds: Vec<(String, String)>,
    categories: Vec<(&'static str, &'static str)>,
    faults: Faults,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    settings_page(&ctx, StatusCode::OK, Faults::default()).await
}

async fn new_pipeline(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let named = |id: &str, en: &str| Labels { label_id: id.to_owned(), label_en: en.to_owned() };
    let (id, en) = (Words::of(kernel::Lang::Id), Words::of(kernel::Lang::En));
    let stages = [
        named(id.first_stage(), en.first_stage()),
        named(id.deal_won(), en.deal_won()),
        named(id.deal_lost(), en.deal_lost()),
    ];
    let kept = add_pipeline(&tx, &typed.labels, stages).await.map(|_| ());
    answer(tx, kept).await
}

async fn keep_pipeline(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = if let Some(turn) = typed.turn() {
        order_pipeline(&tx, &typed.pipeline, turn).await
    } else {
        let retired = typed.retired.is_some();
        change_pipeline(&tx, &typed.pipeline, &typed.labels, retired).await.map(|_| ())
    };
    answer(tx, kept).await
}

async fn new_stage(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kind = OpportunityKind::from_word(&typed.kind);
    let kind = kind.ok_or_else(|| Error::refused(PipelineRefused::NoKind));
    let kept = match kind.and_then(|kind| Ok((kind, typed.stage()?))) {
        Ok((kind, stage)) => add_stage(&tx, &typed.pipeline, kind, stage).await.map(|_| ()),
        Err(error) => tx.permit_company(Act::Edit, Area::Settings).and(Err(error)),
    };
    answer(tx, kept).await
}

async fn keep_stage(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = match (typed.turn(), typed.stage()) {
        (Some(turn), _) => order_stage(&tx, &typed.pipeline, &typed.code, turn).await,
        (None, Ok(stage)) => {
            change_stage(&tx, &typed.pipeline, &typed.code, stage).await.map(|_| ())
        }
        (None, Err(error)) => tx.permit_company(Act::Edit, Area::Settings).and(Err(error)),
    };
    answer(tx, kept).await
}

async fn new_reason(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_reason(&tx, typed.reason()).await.map(|_| ());
    answer(tx, kept).await
}

async fn keep_reason(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = change_reason(&tx, &typed.code, typed.reason()).await.map(|_| ());
    answer(tx, kept).await
}

async fn answer(tx: Tx, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/pipelines", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, StatusCode::UNPROCESSABLE_ENTITY, faults).await
        }
    }
}

async fn settings_page(ctx: &Ctx, status: StatusCode, faults: Faults) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let known = present(ctx).await?;
    let ways = known.pipelines.iter().map(|it| Way {
        pipeline: it.clone(),
        label: it.label(lang).to_owned(),
        stages: known.of(&it.code).cloned().collect(),
    });
    let kinds = OpportunityKind::ALL.iter();
    let page = SettingsPage {
        shell: ctx.shell("settings"),
        w,
        ways: ways.collect(),
        reasons: lost_reason::all(ctx).await?,
        kinds: kinds.map(|it| (it.word().to_owned(), w.kind(*it).to_owned())).collect(),
        categories: w.categories(),
        faults,
    };
    page::render_as(status, &page)
}
