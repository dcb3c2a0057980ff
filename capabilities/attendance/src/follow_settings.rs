//! The company has settled something by which days are judged, and today is judged again.

use frame::stream::Reader;
use frame::{Event, Result, Tx};

use crate::judge_again::JudgeAgain;

/// Settings by which a day is judged. Days before today keep what they were judged by.
const SETTINGS: &[&str] =
    &["zone", "check_in_opens_day", "close_tolerance_minutes", "standard_minutes"];

pub const FOLLOW_SETTINGS: Reader = Reader {
    names: &["people.settled"],
    read: |tx, events| Box::pin(std::future::ready(follow_settings(tx, events))),
};

fn follow_settings(tx: &Tx, events: &[Event]) -> Result<()> {
    let matters = |event: &Event| SETTINGS.iter().any(|it| event.changed(it));
    if !events.iter().any(matters) {
        return Ok(());
    }
    // The whole company at once is too much for this transaction.
    tx.later(tx.now, &JudgeAgain::of(None, tx.now.day(&tx.actor.zone)))
}
