//! A day whose clock-out never came is closed by rule, and says so.

use frame::jobs::Every;
use frame::{Event, Result, Tx};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::rules::DayState;
use crate::{judge_days, work_day};

/// Few at a time: others wait for the writer meanwhile, and the next quarter of an hour comes.
const AT_ONCE: u64 = 200;

pub const CLOSE_DAYS: Every =
    Every { name: "attendance.close_days", minutes: 15, run: |tx| Box::pin(close_days(tx)) };

/// Judges again whatever is still open from a day before today; the rule decides what is over.
async fn close_days(tx: &Tx) -> Result<()> {
    let company = people::company::mine(tx).await?;
    let today = tx.now.day(&company.zone);
    let open = tx
        .whole_company::<work_day::Entity>()
        .filter(work_day::Column::State.eq(DayState::Open))
        .filter(work_day::Column::Day.lt(today))
        .order_by_asc(work_day::Column::Day)
        .limit(AT_ONCE)
        .all(&**tx)
        .await?;
    for day in open {
        let Some(opened_at) = day.opened_at else { continue };
        judge_days(tx, day.owner_id, opened_at).await?;
        let now = tx
            .whole_company::<work_day::Entity>()
            .filter(work_day::Column::OwnerId.eq(day.owner_id))
            .filter(work_day::Column::Day.eq(day.day))
            .one(&**tx)
            .await?;
        if now.is_some_and(|it| it.state == DayState::Closed) {
            let subject: uuid::Uuid = day.owner_id.into();
            tx.record(
                Event::of("attendance.closed_by_rule", "person", subject)
                    .owner(day.owner_id)
                    .with("day", day.day.to_string()),
            );
        }
    }
    Ok(())
}
