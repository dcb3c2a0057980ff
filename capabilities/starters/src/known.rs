//! What a company has already, by the names that it goes by.

use accounts::{FieldRecord, custom_field, industry, tag};
use frame::{Ctx, Result};
use onboarding::template;
use pipeline::pipeline as way;
use tasks::task_template;
use visits::outcome;

use crate::rules::{ItemKind, Known, Wanted, is_there, key};
use crate::starter::Starter;

/// One thing that a starter brings, and whether the company has it.
pub struct Planned {
    pub wanted: Wanted,
    pub is_there: bool,
}

/// What a starter would add here, and what is there.
pub async fn plan(ctx: &Ctx, starter: &Starter) -> Result<Vec<Planned>> {
    let known = known(ctx).await?;
    let planned = |wanted: Wanted| Planned { is_there: is_there(&wanted, &known), wanted };
    Ok(starter.wanted().into_iter().map(planned).collect())
}

/// Retired or hidden, it is there all the same: nothing is called so twice.
async fn known(ctx: &Ctx) -> Result<Known> {
    let mut known = Known::new();
    let mut add = |kind: ItemKind, names: Vec<String>| {
        known.entry(kind).or_default().extend(names.iter().map(|it| key(it)));
    };
    add(ItemKind::Industry, industry::offered(ctx).await?);
    add(ItemKind::Tag, tag::all(ctx).await?.into_iter().map(|it| it.name).collect());
    for record in [FieldRecord::Account, FieldRecord::Contact] {
        let fields = custom_field::all(ctx, record).await?;
        add(ItemKind::Field, both(fields, |it| (it.label_id, it.label_en)));
    }
    add(ItemKind::Pipeline, both(way::all(ctx).await?, |it| (it.label_id, it.label_en)));
    add(ItemKind::Outcome, both(outcome::all(ctx).await?, |it| (it.label_id, it.label_en)));
    let tasks = task_template::all(ctx).await?;
    add(ItemKind::Tasks, tasks.into_iter().map(|it| it.name).collect());
    add(ItemKind::Checklist, both(template::all(ctx).await?, |it| (it.label_id, it.label_en)));
    Ok(known)
}

fn both<T>(rows: Vec<T>, labels: impl Fn(T) -> (String, String)) -> Vec<String> {
    rows.into_iter().map(labels).flat_map(|(id, en)| [id, en]).collect()
}
