//! What must be there before the records that name it: tags and stages.

use std::collections::{BTreeMap, BTreeSet};

use accounts::tag;
use frame::{Result, Tx};
use pipeline::FileStage;
use sea_orm::IntoActiveModel;
use uuid::Uuid;

use super::{Writing, remember_new};
use crate::kept;
use crate::rules::draft::{Draft, TargetKind};
use crate::rules::planning::Step;

/// The tags that these accounts name: those that the company does not have yet are made.
pub async fn know_tags(tx: &Tx, writing: &mut Writing<'_>, clients: &[&Step<Uuid>]) -> Result<()> {
    let named = clients.iter().filter_map(|step| match &step.draft {
        Draft::Account(account) => account.tags.value(),
        _ => None,
    });
    let mut new: BTreeMap<String, &String> = BTreeMap::new();
    for name in named.flatten() {
        let key = frame::text::key(name);
        if writing.known.id(TargetKind::Tag, &key).is_none() {
            new.entry(key).or_insert(name);
        }
    }
    let tag = |(name_key, name): (String, &String)| tag::Model {
        company_id: tx.actor.company,
        id: tx.id(),
        name: name.clone(),
        name_key,
        created_at: tx.now,
    };
    let tags: Vec<tag::Model> = new.into_iter().map(tag).collect();
    for tag in &tags {
        writing.known.learn(TargetKind::Tag, &tag.name_key, tag.id.0);
    }
    for tag in &tags {
        let after = serde_json::json!({ "name": tag.name }).to_string();
        remember_new(tx, writing, TargetKind::Tag, (tag.id.0, &tag.name), after);
    }
    let rows = tags.into_iter().map(IntoActiveModel::into_active_model);
    tx.insert_all::<tag::ActiveModel>(rows.collect()).await
}

/// The stages that these deals name: found by name, or made.
pub async fn know_stages(tx: &Tx, writing: &mut Writing<'_>, deals: &[&Step<Uuid>]) -> Result<()> {
    let known = &*writing.known;
    let named = deals.iter().filter_map(|step| match &step.draft {
        Draft::Opportunity(deal) => Some(kept::stage_of(deal, known)),
        _ => None,
    });
    let missing = |it: &FileStage| known.stages.code(it).is_none();
    let missing: BTreeSet<FileStage> = named.filter(missing).collect();
    if !missing.is_empty() {
        writing.known.stages = pipeline::stages_for(tx, &missing).await?;
    }
    Ok(())
}
