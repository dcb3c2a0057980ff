//! What was taken away too long ago to be brought back is gone, and what it held with it.

use std::collections::BTreeSet;

use accounts::rules::DAYS_TO_RESTORE;
use frame::files::let_go;
use frame::jobs::{Every, Running};
use frame::{Result, Tx};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::attachment::{AttachmentId, Column, Entity};

pub const SWEEP: Every = Every { name: "attachments.sweep", minutes: 1_440, run };

/// At one turn; the others wait for the next.
const MOST: u64 = 500;

fn run(tx: &Tx) -> Running<'_> {
    Box::pin(sweep(tx))
}

async fn sweep(tx: &Tx) -> Result<()> {
    let gone = tx
        .whole_company::<Entity>()
        .filter(Column::HiddenAt.lt(tx.now.plus_days(-DAYS_TO_RESTORE)))
        .order_by_asc(Column::HiddenAt)
        .limit(MOST)
        .all(&**tx)
        .await?;
    if gone.is_empty() {
        return Ok(());
    }
    let ids: Vec<AttachmentId> = gone.iter().map(|it| it.id).collect();
    tx.delete_where::<Entity, _>(Column::CompanyId, Column::Id.is_in(ids)).await?;
    let contents: BTreeSet<String> = gone.into_iter().map(|it| it.content).collect();
    for content in contents {
        let_go(tx, &content).await?;
    }
    Ok(())
}
