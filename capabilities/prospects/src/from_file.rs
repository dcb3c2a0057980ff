//! What follows when prospects come from a file, or go with it again.

use frame::{Result, Tx, search};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use crate::assign::assign_by_rules;
use crate::assignment::{self, How, remember};
use crate::owners::names;
use crate::prospect::{self, Model, ProspectId};
use crate::prospect_key;
use crate::searched::texts_of;
use crate::twins::keep_keys;
use crate::why::Why;

/// They are found from now on, and those that are new and nobody's go by the rules.
pub async fn settle_imported(tx: &Tx, prospects: &[Model]) -> Result<()> {
    keep_keys(tx, prospects).await?;
    let texts: Vec<(Uuid, _)> = prospects.iter().map(|it| (it.id.0, texts_of(it))).collect();
    search::keep_all(tx, "prospect", &texts).await?;

    let new = prospects.iter().filter(|it| it.created_at == tx.now && it.version == 1);
    let (owned, waiting): (Vec<&Model>, Vec<&Model>) = new.partition(|it| it.owner_id.is_some());
    let named = names(tx, owned.iter().filter_map(|it| it.owner_id)).await?;
    for it in owned {
        let to = it.owner_id.and_then(|it| named.get(&it).cloned()).unwrap_or_default();
        let why = Why::Hand { by: tx.actor.name.clone(), to };
        remember(tx, it, How::Hand, None, &why).await?;
    }
    assign_by_rules(tx, waiting.into_iter().cloned().collect()).await?;
    Ok(())
}

/// They go with all that is theirs. The database refuses if something needs one of them.
pub async fn forget(tx: &Tx, ids: Vec<ProspectId>) -> Result<()> {
    let these = prospect_key::Column::ProspectId.is_in(ids.iter().copied());
    tx.delete_where::<prospect_key::Entity, _>(prospect_key::Column::CompanyId, these).await?;
    let these = assignment::Column::ProspectId.is_in(ids.iter().copied());
    tx.delete_where::<assignment::Entity, _>(assignment::Column::CompanyId, these).await?;
    search::forget(tx, "prospect", ids.iter().map(|it| it.0)).await?;
    for id in &ids {
        frame::notices::take_back(tx, *id).await?;
    }
    let these = prospect::Column::Id.is_in(ids);
    tx.delete_where::<prospect::Entity, _>(prospect::Column::CompanyId, these).await?;
    Ok(())
}
