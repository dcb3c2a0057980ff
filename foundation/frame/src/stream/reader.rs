//! What follows in one capability from what happened in another.
//!
//! Downwards one calls: a visit asks accounts to remember its day. Upwards nobody can be called,
//! and so what happened is read: a review knows neither days nor visits, and both follow it. What
//! a reader writes is part of the transaction that it reads, so cause and consequence are kept
//! together or not at all.

use super::Event;
use crate::app::Asking;
use crate::error::{Error, Result};
use crate::tx::Tx;

/// A consequence, before the cause is committed.
///
/// It acts for whoever did what it reads, needs no permit, for it concludes by rule, and refuses
/// nothing: what it fails at undoes the cause, too. Long work it leaves for [later](Tx::later).
#[derive(Clone, Copy)]
pub struct Reader {
    /// The names of the events that it reads: `["evidence.reviewed"]`.
    pub names: &'static [&'static str],
    /// Reads all of them that the transaction has recorded and it has not read, oldest first.
    pub read: for<'tx> fn(&'tx Tx, &'tx [Event]) -> Asking<'tx, ()>,
}

/// Consequences may have consequences, and no honest chain is longer.
const LONGEST_CHAIN: usize = 8;

/// Gives what was recorded to those who read it, in the order in which they are listed; what they
/// record thereupon is read in turn.
pub(crate) async fn follow(tx: &Tx) -> Result<()> {
    let mut read = 0;
    for _ in 0..LONGEST_CHAIN {
        let (heard, recorded) = tx.heard_since(read);
        if heard.is_empty() {
            return Ok(());
        }
        for (reader, events) in heard {
            (reader.read)(tx, &events).await?;
        }
        read = recorded;
    }
    let (heard, _) = tx.heard_since(read);
    let names: Vec<&str> = heard.iter().flat_map(|it| &it.1).map(|it| it.name).collect();
    if names.is_empty() {
        return Ok(());
    }
    Err(Error::internal(anyhow::anyhow!(
        "events follow from each other without end: {}",
        names.join(", ")
    )))
}
