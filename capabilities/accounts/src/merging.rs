//! What merges have in common, of clients and of people: rows move, values change, and each of it
//! is remembered so that it can be put back.

use std::collections::BTreeMap;

use frame::follows::{Change, Follows, Held, How, Key};
use frame::{Result, Tx};
use kernel::Instant;
use uuid::Uuid;

/// What a merge did to one row: columns that changed, or none where the row only moved.
pub struct Remembered {
    pub table: String,
    pub key: Key,
    pub changes: Vec<Change>,
}

/// What is kept of a merge while it is being made, in the order in which it happened.
pub struct Kept<'tx> {
    pub tx: &'tx Tx,
    rows: Vec<Remembered>,
}

impl<'tx> Kept<'tx> {
    pub fn nothing(tx: &'tx Tx) -> Self {
        Self { tx, rows: Vec::new() }
    }

    /// Writes these columns of one row, and remembers what they were.
    pub async fn change(&mut self, table: &str, key: Key, changes: Vec<Change>) -> Result<()> {
        let changes: Vec<Change> = changes.into_iter().filter(|it| it.before != it.after).collect();
        if changes.is_empty() {
            return Ok(());
        }
        self.tx.change_row(table, &key, &changes).await?;
        self.rows.push(Remembered { table: table.to_owned(), key, changes });
        Ok(())
    }

    /// Whatever hangs on the one that goes hangs on the one that stays.
    pub async fn move_all(&mut self, to: &str, going: Uuid, staying: Uuid) -> Result<()> {
        for follows in self.tx.followers(to) {
            if follows.how == How::Stays {
                continue;
            }
            for row in self.tx.move_over(follows, going, staying).await? {
                let key = vec![(follows.column.to_owned(), row)];
                self.rows.push(Remembered {
                    table: follows.table.to_owned(),
                    key,
                    changes: Vec::new(),
                });
            }
        }
        Ok(())
    }

    pub fn rows(self) -> Vec<Remembered> {
        self.rows
    }
}

pub fn change(column: &str, before: Held, after: Held) -> Change {
    Change { column: column.to_owned(), before, after }
}

pub fn is_empty(held: &Held) -> bool {
    matches!(
        held,
        Held::Id(None)
            | Held::Text(None)
            | Held::Whole(None)
            | Held::Small(None)
            | Held::Measure(None)
    )
}

/// A day, as its column holds it.
pub fn day(day: Option<kernel::Day>) -> Held {
    Held::Text(day.map(|it| it.to_string()))
}

/// What became of a merge that was undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Unmerged {
    /// Records that went back to where they came from.
    pub went_back: u64,
    /// Records and values that stay as somebody has changed them since.
    pub changed_since: u64,
    /// Records made after the merge; they stay with the survivor.
    pub made_since: u64,
}

/// The two records of a merge, and of which kind they are.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub kind: &'a str,
    pub survivor: Uuid,
    pub merged: Uuid,
}

/// Puts back what a merge did; `rows` begins with what it did last, which was done over the rest.
pub async fn put_back(tx: &Tx, both: Pair<'_>, rows: Vec<Remembered>) -> Result<Unmerged> {
    let mut outcome = Unmerged::default();
    let mut moved: BTreeMap<(String, String), Vec<Uuid>> = BTreeMap::new();
    for Remembered { table, key, changes } in rows {
        if let ([(column, id)], []) = (&key[..], &changes[..]) {
            moved.entry((table, column.clone())).or_default().push(*id);
            continue;
        }
        let kept = tx.change_back(&table, &key, changes).await?;
        outcome.changed_since += count(kept.len());
    }
    for ((table, column), ids) in moved {
        let followers = tx.followers(both.kind);
        let here = followers.into_iter().find(|it| it.table == table && it.column == column);
        // A table that is no more took its rows with it.
        let Some(follows) = here else { continue };
        let free = still_free(tx, follows, both.merged, &ids).await?;
        let back = tx.move_these(follows, &free, both.survivor, both.merged).await?;
        outcome.went_back += back;
        outcome.changed_since += count(ids.len()).saturating_sub(back);
    }
    Ok(outcome)
}

/// Those for which there is a place: a merge of what they name besides may have taken it since.
async fn still_free(tx: &Tx, follows: &Follows, merged: Uuid, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    if follows.how != How::MovesWhereFree {
        return Ok(ids.to_vec());
    }
    let taken = tx.keys(follows, merged).await?;
    Ok(ids.iter().copied().filter(|it| !taken.contains(it)).collect())
}

/// How much was made since: what is known by an id of its own carries its moment in it. `counts`
/// says which of the followers are.
pub async fn made_since(
    tx: &Tx,
    both: Pair<'_>,
    at: Instant,
    counts: fn(&Follows) -> bool,
) -> Result<u64> {
    let mut made = 0;
    for follows in tx.followers(both.kind).into_iter().filter(|it| counts(it)) {
        let ids = tx.keys(follows, both.survivor).await?;
        made += count(ids.into_iter().filter(|it| at.0 < made_at(*it)).count());
    }
    Ok(made)
}

/// Microseconds since 1970; 0 for an id that does not say.
fn made_at(id: Uuid) -> i64 {
    let Some(stamp) = id.get_timestamp() else { return 0 };
    let (seconds, nanos) = stamp.to_unix();
    i64::try_from(seconds).unwrap_or_default() * 1_000_000 + i64::from(nanos) / 1_000
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
