//! The index of what was there before it, or before it became another: built piece by piece, so
//! that it can be killed and goes on.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use serde::{Deserialize, Serialize};

use super::{keep_all, kinds, state};
use crate::error::Result;
use crate::jobs::{Job, Running};
use crate::tx::Tx;

/// Records in one transaction.
const AT_ONCE: u64 = 200;

/// Builds the next piece of the index of one kind.
#[derive(Debug, Serialize, Deserialize)]
pub struct Build {
    kind: String,
}

impl Job for Build {
    const NAME: &'static str = "search.build";

    async fn run(self, tx: &Tx) -> Result<()> {
        let Some(kind) = kinds(tx).into_iter().find(|it| it.kind == self.kind) else {
            return Ok(());
        };
        let Some(state) = state_of(tx, kind.kind).await? else { return Ok(()) };
        if state.built_at.is_some() {
            return Ok(());
        }

        let records = (kind.texts)(tx, state.after_id, AT_ONCE).await?;
        keep_all(tx, kind.kind, &records).await?;
        let last = records.last().map(|it| it.0);
        let more = u64::try_from(records.len()).is_ok_and(|it| it == AT_ONCE);
        put(
            tx,
            state::Model {
                after_id: last.or(state.after_id),
                built_at: (!more).then_some(tx.now),
                ..state
            },
        )
        .await?;
        if more { tx.later(tx.now, &self) } else { Ok(()) }
    }
}

/// Begins to build what has not been built by the present rules.
pub fn build_missing(tx: &Tx) -> Running<'_> {
    Box::pin(async move {
        for kind in kinds(tx) {
            let state = state_of(tx, kind.kind).await?;
            if state.is_none_or(|it| it.version != kind.version) {
                begin(tx, kind.kind, kind.version).await?;
            }
        }
        Ok(())
    })
}

/// Builds the index of these kinds anew, soon: after many records were written at once and past
/// it.
pub async fn rebuild(tx: &Tx, names: &[&str]) -> Result<()> {
    for kind in kinds(tx).into_iter().filter(|it| names.contains(&it.kind)) {
        begin(tx, kind.kind, kind.version).await?;
    }
    Ok(())
}

async fn begin(tx: &Tx, kind: &str, version: i32) -> Result<()> {
    let (company_id, kind) = (tx.actor.company, kind.to_owned());
    let new =
        state::Model { company_id, kind: kind.clone(), version, after_id: None, built_at: None };
    put(tx, new).await?;
    tx.later(tx.now, &Build { kind })
}

async fn put(tx: &Tx, state: state::Model) -> Result<()> {
    let row = state::ActiveModel {
        company_id: Set(state.company_id),
        kind: Set(state.kind),
        version: Set(state.version),
        after_id: Set(state.after_id),
        built_at: Set(state.built_at),
    };
    let key = [state::Column::CompanyId, state::Column::Kind];
    let changed = [state::Column::Version, state::Column::AfterId, state::Column::BuiltAt];
    tx.put(row, OnConflict::columns(key).update_columns(changed).to_owned()).await
}

#[expect(clippy::disallowed_methods, reason = "the one place where the index knows of itself")]
async fn state_of(tx: &Tx, kind: &str) -> Result<Option<state::Model>> {
    let state = state::Entity::find()
        .filter(state::Column::CompanyId.eq(tx.actor.company))
        .filter(state::Column::Kind.eq(kind));
    Ok(state.one(&**tx).await?)
}
