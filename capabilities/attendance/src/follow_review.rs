//! Facts were reviewed, and the days that they touch are judged again.

use std::collections::BTreeSet;

use evidence::fact;
use frame::stream::Reader;
use frame::{Event, Result, Tx};
use kernel::{FactId, Instant, PersonId};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use crate::judge_days;

pub const FOLLOW_REVIEW: Reader = Reader {
    names: &["evidence.reviewed"],
    read: |tx, events| Box::pin(follow_review(tx, events)),
};

async fn follow_review(tx: &Tx, events: &[Event]) -> Result<()> {
    let reviewed = events.iter().map(|it| FactId(it.subject_id));
    let moments: Vec<(PersonId, Instant)> = tx
        .whole_company::<fact::Entity>()
        .select_only()
        .columns([fact::Column::OwnerId, fact::Column::RecordedAt])
        .filter(fact::Column::Id.is_in(reviewed))
        .into_tuple()
        .all(&**tx)
        .await?;
    let mut judged = BTreeSet::new();
    for (person, at) in moments {
        // Many facts of one day are often decided at once; the day is judged for all of them.
        if judged.insert((person, at.day(&tx.actor.zone))) {
            judge_days(tx, person, at).await?;
        }
    }
    Ok(())
}
