//! A pipeline as a board: a column for each stage, a card for each deal.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::list::Question;
use frame::web::shell::Shell;
use frame::web::{Query, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::LIST;
use crate::find_opportunities::{Looked, filtered};
use crate::opportunity::{self, Column, Entity, OpportunityId, OpportunityKind};
use crate::owners::owners;
use crate::rules::PipelineRefused;
use crate::shown::{Shown, shown};
use crate::stage::{self, pipelines};
use crate::stage_change;
use crate::totals::{Heap, Worth, count, heaps, worth};
use crate::words::Words;

/// Cards of one column; the list has the others.
const CARDS: u64 = 20;
/// Deals that ended earlier have left the board, and are found in the list.
const ENDED_DAYS: i64 = 30;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/opportunities/board", get(show))
}

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage {
    shell: Shell,
    w: Words,
    pipeline: String,
    pipelines: Vec<(String, String)>,
    owner_id: String,
    owners: Vec<(String, String)>,
    wide: bool,
    columns: Vec<Pile>,
    /// Where a card may go: code and name of each stage.
    targets: Vec<(String, String)>,
    list: String,
    moved: Option<Moved>,
    may_open: bool,
}

/// A column: a stage with what lies in it.
struct Pile {
    code: String,
    label: String,
    look: &'static str,
    /// How likely, in percent; nothing to say of those that end a deal.
    probability: String,
    ends: bool,
    /// Cards may be put here.
    takes: bool,
    count: String,
    worth: Vec<Worth>,
    cards: Vec<Shown>,
    /// The list of all of them, where there are more than are shown.
    more: String,
    left: i64,
}

/// What has just been moved, and how to undo it.
struct Moved {
    deal: Shown,
    /// The stage to go back to; of a deal that has ended, opening it again leads there.
    stage: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    pipeline: String,
    owner_id: String,
    moved: String,
}

async fn show(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    if !ctx.may(Act::View, Area::Pipeline) {
        return Err(Error::Denied);
    }
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let known = pipelines(&ctx).await?;
    let first = known.offered().next().or(known.pipelines.first());
    let unknown = || Error::refused(PipelineRefused::UnknownPipeline);
    let pipeline = match asked.pipeline.as_str() {
        "" => first.ok_or_else(unknown)?,
        code => known.pipeline(code).ok_or(Error::NotFound)?,
    };
    let looked = Looked {
        pipeline: pipeline.code.clone(),
        owner_id: asked.owner_id.clone(),
        ..Looked::default()
    };
    let found = filtered(&ctx, &looked).await?;
    let all = heaps(&ctx, found.clone()).await?;
    let recent = heaps(&ctx, ended_lately(&ctx, found.clone())).await?;
    let mut columns = Vec::new();
    for stage in known.of(&pipeline.code) {
        let heaps = if stage.kind == OpportunityKind::Open { &all } else { &recent };
        let mine: Vec<&Heap> = heaps.iter().filter(|it| it.stage == stage.code).collect();
        if stage.retired_at.is_some() && count(mine.iter().copied()) == 0 {
            continue;
        }
        let cards = cards_of(&ctx, found.clone(), stage).all(&ctx).await?;
        let left = count(mine.iter().copied()) - i64::try_from(cards.len()).unwrap_or(0);
        let more = Looked { stage: stage.code.clone(), ..looked.clone() };
        let open = stage.kind == OpportunityKind::Open;
        columns.push(Pile {
            label: stage.label(lang).to_owned(),
            look: stage.kind.look(),
            probability: if open { w.percent(i64::from(stage.probability)) } else { String::new() },
            ends: !open,
            takes: stage.retired_at.is_none(),
            count: lang.number(count(mine.iter().copied())),
            worth: worth(mine.iter().copied(), &known),
            cards: shown(&ctx, cards).await?,
            more: Question::of(&more)?.address(LIST.path),
            left,
            code: stage.code.clone(),
        });
    }
    let wide = Reach::Own < ctx.actor.reach(Act::View, Area::Pipeline);
    let owners = if wide { owners(&ctx, Act::View).await? } else { Vec::new() };
    let targets = known.open_to(&pipeline.code);
    page::render(&BoardPage {
        shell: ctx.shell("opportunities"),
        w,
        pipelines: known
            .pipelines
            .iter()
            .filter(|it| it.retired_at.is_none() || it.code == pipeline.code)
            .map(|it| (it.code.clone(), it.label(lang).to_owned()))
            .collect(),
        owners: owners.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        wide,
        columns,
        targets: targets.map(|it| (it.code.clone(), it.label(lang).to_owned())).collect(),
        list: Question::of(&looked)?.address(LIST.path),
        moved: moved(&ctx, &asked.moved).await?,
        may_open: ctx.may(Act::Create, Area::Pipeline),
        pipeline: pipeline.code.clone(),
        owner_id: asked.owner_id,
    })
}

/// Those that have ended not long ago.
fn ended_lately(ctx: &Ctx, found: Select<Entity>) -> Select<Entity> {
    found.filter(Column::StageSince.gte(ctx.now.plus_days(-ENDED_DAYS)))
}

/// The cards of a column, those that came last on top.
pub fn cards_of(ctx: &Ctx, found: Select<Entity>, stage: &stage::Model) -> Select<Entity> {
    let found = found.filter(Column::Stage.eq(stage.code.as_str()));
    let found = match stage.kind {
        OpportunityKind::Open => found,
        OpportunityKind::Won | OpportunityKind::Lost => ended_lately(ctx, found),
    };
    found.order_by_desc(Column::StageSince).order_by_desc(Column::Id).limit(CARDS)
}

/// The deal that has just been moved, if it can go back.
async fn moved(ctx: &Ctx, id: &str) -> Result<Option<Moved>> {
    let Ok(id) = id.parse::<OpportunityId>() else { return Ok(None) };
    let deal = match opportunity::get(ctx, id).await {
        Ok(deal) => deal,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let last = stage_change::last(ctx, id).await?;
    let stage = last.and_then(|it| it.from_stage);
    let deal = shown(ctx, vec![deal]).await?.pop().filter(|it| it.may_edit);
    Ok(deal.zip(stage).map(|(deal, stage)| Moved { deal, stage }))
}
