//! An import writes many clients and people at once and past what they are found by; soon after,
//! they are read again, and those that may be one are proposed.

use frame::stream::Reader;
use frame::{Result, Tx};

use crate::build_keys::remember_later;

pub const FOLLOW_IMPORT: Reader = Reader {
    names: &["importing.run_finished", "importing.run_undone"],
    read: |tx, _| Box::pin(follow(tx)),
};

async fn follow(tx: &Tx) -> Result<()> {
    remember_later(tx).await
}
