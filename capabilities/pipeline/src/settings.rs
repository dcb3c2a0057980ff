//! The page on which a company settles its pipelines, their stages, and why deals are lost.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use frame::web::Form;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::{Act, Area};
use utoipa_axum::router::OpenApiRouter;

use crate::keep_pipeline::{add_pipeline, change_pipeline, order_pipeline};
use crate::keep_reason::{add_reason, change_reason};
use crate::keep_stage::{add_stage, change_stage, order_stage};
use crate::labels::Labels;
use crate::opportunity::OpportunityKind;
use crate::rules::PipelineRefused;
use crate::settings_form::{Entry, Forms, Refused, Typed, Which};
use crate::stage::{Pipelines, present};
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

/// A pipeline with all of its stages, and the forms of each.
struct Way {
    label: String,
    is_retired: bool,
    form: Entry,
    stages: Vec<StageShown>,
    new_stage: Entry,
}

/// A stage, and the form that changes it.
struct StageShown {
    kind: OpportunityKind,
    name: String,
    form: Entry,
}

impl Way {
    fn of(it: &pipeline::Model, known: &Pipelines, lang: Lang, forms: &mut Forms) -> Self {
        let code = &it.code;
        let form = forms.next(&Which::Pipeline(code.clone()), Typed::of_pipeline(it));
        let stages = known.of(code).map(|stage| {
            let which = Which::Stage(code.clone(), stage.code.clone());
            StageShown {
                kind: stage.kind,
                name: stage.label_id.clone(),
                form: forms.next(&which, Typed::of_stage(stage)),
            }
        });
        Self {
            label: it.label(lang).to_owned(),
            is_retired: it.retired_at.is_some(),
            form,
            stages: stages.collect(),
            new_stage: forms.next(&Which::NewStage(code.clone()), Typed::new_stage(code)),
        }
    }
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    shell: Shell,
    w: Words,
    ways: Vec<Way>,
    new_pipeline: Entry,
    reasons: Vec<Entry>,
    new_reason: Entry,
    kinds: Vec<(String, String)>,
    categories: Vec<(&'static str, &'static str)>,
}

async fn show(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::Settings)?;
    settings_page(&ctx, None).await
}

async fn new_pipeline(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let (id, en) = (Words::of(Lang::Id), Words::of(Lang::En));
    let stages = [
        Labels::of(id.first_stage(), en.first_stage()),
        Labels::of(id.deal_won(), en.deal_won()),
        Labels::of(id.deal_lost(), en.deal_lost()),
    ];
    let kept = add_pipeline(&tx, &typed.labels, stages).await.map(|_| ());
    answer(tx, Which::NewPipeline, typed, kept).await
}

async fn keep_pipeline(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = if let Some(turn) = typed.turn() {
        order_pipeline(&tx, &typed.pipeline, turn).await
    } else {
        let retired = typed.retired.is_some();
        change_pipeline(&tx, &typed.pipeline, &typed.labels, retired).await.map(|_| ())
    };
    answer(tx, Which::Pipeline(typed.pipeline.clone()), typed, kept).await
}

async fn new_stage(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kind = OpportunityKind::from_word(&typed.kind);
    let kind = kind.ok_or_else(|| Error::refused(PipelineRefused::NoKind));
    let kept = match kind.and_then(|kind| Ok((kind, typed.stage()?))) {
        Ok((kind, stage)) => add_stage(&tx, &typed.pipeline, kind, stage).await.map(|_| ()),
        Err(error) => tx.permit_company(Act::Edit, Area::Settings).and(Err(error)),
    };
    answer(tx, Which::NewStage(typed.pipeline.clone()), typed, kept).await
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
    let which = Which::Stage(typed.pipeline.clone(), typed.code.clone());
    answer(tx, which, typed, kept).await
}

async fn new_reason(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = add_reason(&tx, typed.reason()).await.map(|_| ());
    answer(tx, Which::NewReason, typed, kept).await
}

async fn keep_reason(ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    let kept = change_reason(&tx, &typed.code, typed.reason()).await.map(|_| ());
    answer(tx, Which::Reason(typed.code.clone()), typed, kept).await
}

async fn answer(tx: Tx, which: Which, typed: Typed, kept: Result<()>) -> Result<Response> {
    match kept {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying("/settings/pipelines", said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            settings_page(&tx, Some(Refused { which, typed, faults })).await
        }
    }
}

/// The page; the form that was refused stands in it as it was typed.
async fn settings_page(ctx: &Ctx, refused: Option<Refused>) -> Result<Response> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (known, reasons) = (present(ctx).await?, lost_reason::all(ctx).await?);
    let mut forms = Forms::with(refused);
    let ways = known.pipelines.iter().map(|it| Way::of(it, &known, lang, &mut forms)).collect();
    let new_pipeline = forms.next(&Which::NewPipeline, Typed::default());
    let reasons = reasons.iter().map(|it| {
        let which = Which::Reason(it.code.clone());
        forms.next(&which, Typed::of_reason(it))
    });
    let reasons = reasons.collect();
    let new_reason = forms.next(&Which::NewReason, Typed::default());
    forms.end()?;
    let kinds = OpportunityKind::ALL.iter();
    let page = SettingsPage {
        shell: ctx.shell("settings"),
        w,
        ways,
        new_pipeline,
        reasons,
        new_reason,
        kinds: kinds.map(|it| (it.word().to_owned(), w.kind(*it).to_owned())).collect(),
        categories: w.categories(),
    };
    page::render_as(status, &page)
}
