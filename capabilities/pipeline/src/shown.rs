//! A deal in words, as lists, the board and a client's page show it.

use std::collections::HashMap;

use accounts::{AccountId, account};
use frame::{Ctx, Result};
use kernel::PersonId;

use crate::opportunity::Model;
use crate::owners::names;
use crate::rules::ForecastCategory;
use crate::rules::ageing::days_in_stage;
use crate::stage::{Pipelines, pipelines};
use crate::words::Words;

/// One deal, in words.
pub struct Shown {
    pub deal: Model,
    pub client: String,
    pub owner: String,
    pub pipeline: String,
    pub stage: String,
    pub look: &'static str,
    pub value: String,
    /// When it ended, or is thought to end.
    pub close: String,
    /// It should have ended by now.
    pub overdue: bool,
    pub next_step: String,
    /// How long it has stood in its stage; empty of one that has ended.
    pub age: String,
    pub stale: bool,
    pub may_edit: bool,
    /// How it counts in a forecast.
    pub category: ForecastCategory,
}

/// These deals, in their order.
pub async fn shown(ctx: &Ctx, deals: Vec<Model>) -> Result<Vec<Shown>> {
    let known = pipelines(ctx).await?;
    let clients = account::names(ctx, deals.iter().filter_map(|it| it.account_id)).await?;
    let owners = names(ctx, deals.iter().map(|it| it.owner_id)).await?;
    let editable = editable(ctx, &deals).await?;
    let one = |deal: Model| {
        let may_edit = editable.contains(&deal.owner_id);
        show(ctx, deal, may_edit, &known, &clients, &owners)
    };
    Ok(deals.into_iter().map(one).collect())
}

/// Those among the owners of these deals whose deals the actor may change.
async fn editable(ctx: &Ctx, deals: &[Model]) -> Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = Vec::new();
    let mut asked = std::collections::BTreeSet::new();
    for deal in deals {
        if asked.insert(deal.owner_id) && crate::opportunity::may_edit(ctx, deal).await? {
            people.push(deal.owner_id);
        }
    }
    Ok(people)
}

fn show(
    ctx: &Ctx,
    deal: Model,
    may_edit: bool,
    known: &Pipelines,
    clients: &HashMap<AccountId, String>,
    owners: &HashMap<PersonId, String>,
) -> Shown {
    let (lang, today) = (ctx.lang(), ctx.now.day(&ctx.actor.zone));
    let w = Words::of(lang);
    let stage = known.stage(&deal.pipeline, &deal.stage);
    let pipeline = known.pipeline(&deal.pipeline);
    let days = days_in_stage(deal.stage_since, ctx.now);
    let stale = deal.is_open() && stage.is_some_and(|it| it.is_stale(deal.stage_since, ctx.now));
    let next_step = match (&deal.next_step, deal.next_step_on) {
        (Some(step), Some(day)) => w.step_on_day(step, lang.day(day)),
        (Some(step), None) => step.clone(),
        (None, _) => String::new(),
    };
    Shown {
        client: deal.account_id.and_then(|it| clients.get(&it).cloned()).unwrap_or_default(),
        owner: owners.get(&deal.owner_id).cloned().unwrap_or_default(),
        pipeline: pipeline.map_or(&deal.pipeline[..], |it| it.label(lang)).to_owned(),
        stage: stage.map_or(&deal.stage[..], |it| it.label(lang)).to_owned(),
        look: deal.kind.look(),
        value: deal.value().map(|it| it.to_string()).unwrap_or_default(),
        close: deal.close_on().map(|it| lang.day(it)).unwrap_or_default(),
        overdue: deal.is_open() && deal.expected_close_on.is_some_and(|it| it < today),
        next_step,
        age: if deal.is_open() { w.in_stage(days) } else { String::new() },
        stale,
        may_edit,
        category: known.category_of(&deal),
        deal,
    }
}
