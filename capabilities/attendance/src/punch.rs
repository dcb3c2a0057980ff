//! Somebody clocks in or out.

use evidence::{About, FactKind, Incoming, Receipt, keep};
use frame::{Event, Result, Tx};
use kernel::access::{Act, Area};

use crate::judge_days;

/// Begins a working day, or is noted beside the beginning that stands.
pub async fn clock_in(tx: &Tx, incoming: Incoming) -> Result<Receipt> {
    punch(tx, incoming, FactKind::ClockIn, "attendance.clocked_in").await
}

/// Ends a working day, or is noted where nothing was open.
pub async fn clock_out(tx: &Tx, incoming: Incoming) -> Result<Receipt> {
    punch(tx, incoming, FactKind::ClockOut, "attendance.clocked_out").await
}

/// A punch is a fact: it is always kept, and the rules say what it does to the day.
async fn punch(tx: &Tx, incoming: Incoming, kind: FactKind, name: &'static str) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Attendance, person).await?;

    let incoming = Incoming { kind, ..incoming };
    let kept = keep(tx, incoming, About::default()).await?;
    judge_days(tx, person, kept.fact.recorded_at).await?;

    tx.record(
        Event::of(name, "fact", kept.fact.id)
            .owner(person)
            .with("recorded_at", kept.fact.recorded_at.to_string())
            .with("zone", kept.fact.zone.name())
            .with("time", kept.fact.time_grade.word()),
    );
    Ok(kept.receipt)
}
