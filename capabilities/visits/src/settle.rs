//! What time alone makes of visits: the planned ones that nobody made, and those never left.

use frame::jobs::Every;
use frame::{Event, Result, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use crate::rules::{Settled, VisitState, settle};
use crate::visit;

/// Few at a time: others wait for the writer meanwhile.
const AT_ONCE: u64 = 300;

pub const SETTLE_VISITS: Every =
    Every { name: "visits.settle", minutes: 15, run: |tx| Box::pin(settle_visits(tx)) };

async fn settle_visits(tx: &Tx) -> Result<()> {
    let zone = people::company::mine(tx).await?.zone;
    let today = tx.now.day(&zone);
    let waiting = Condition::any()
        .add(visit::Column::State.eq(VisitState::Planned))
        .add(visit::Column::State.eq(VisitState::Open));
    let visits = tx
        .whole_company::<visit::Entity>()
        .filter(waiting)
        .filter(visit::Column::Day.lt(today))
        .order_by_asc(visit::Column::Day)
        .limit(AT_ONCE)
        .all(&**tx)
        .await?;
    for visit in visits {
        let Some(settled) = settle(&visit.rule(), tx.now, &zone) else { continue };
        let (id, owner, account) = (visit.id, visit.owner_id, visit.account_id);
        let mut row = visit.into_active_model();
        row.updated_at = Set(tx.now);
        let name = match settled {
            Settled::Missed => {
                row.state = Set(VisitState::Missed);
                "visits.missed"
            }
            Settled::Ended { by } => {
                row.state = Set(VisitState::Done);
                row.closed_by = Set(Some(by));
                "visits.ended_by_rule"
            }
        };
        tx.update(row).await?;
        tx.record(Event::of(name, "visit", id).owner(owner).about(account));
    }
    Ok(())
}
