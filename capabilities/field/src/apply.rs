//! From the kind of an event to the one operation that it stands for.

use evidence::{About, FactKind, Incoming, Receipt, keep};
use frame::{Error, Result, Tx};
use kernel::FactId;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

/// Somebody answers what was asked about a record.
#[derive(Debug, Deserialize)]
struct Answered {
    record_id: FactId,
    text: String,
}

pub async fn apply(tx: &Tx, incoming: Incoming, payload: &Json) -> Result<Receipt> {
    match incoming.kind {
        FactKind::ClockIn => attendance::clock_in(tx, incoming).await,
        FactKind::ClockOut => attendance::clock_out(tx, incoming).await,
        FactKind::VisitCheckIn => visits::check_in(tx, incoming, read(payload)?).await,
        FactKind::VisitCheckOut => visits::check_out(tx, incoming, read(payload)?).await,
        FactKind::VisitSkip => visits::skip_visit(tx, incoming, read(payload)?).await,
        FactKind::VisitPlan => visits::keep_plan(tx, incoming, read(payload)?).await,
        FactKind::AccountCreate => visits::meet_client(tx, incoming, read(payload)?).await,
        FactKind::Note => visits::log_note(tx, incoming, read(payload)?).await,
        FactKind::ContactLog => visits::log_contact(tx, incoming, read(payload)?).await,
        FactKind::TaskDone => visits::log_task_done(tx, incoming, read(payload)?).await,
        FactKind::Answer => {
            let answered: Answered = read(payload)?;
            evidence::answer(tx, answered.record_id, &answered.text).await?;
            Ok(keep(tx, incoming, About::default()).await?.receipt)
        }
    }
}

fn read<T: DeserializeOwned>(payload: &Json) -> Result<T> {
    serde_json::from_value(payload.clone()).map_err(|cause| Error::Malformed(cause.to_string()))
}
