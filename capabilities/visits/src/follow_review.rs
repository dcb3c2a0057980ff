//! Facts were reviewed, and the visits that stand on them count otherwise.

use std::collections::BTreeSet;

use accounts::{AccountId, correct_last_visit};
use evidence::{FactKind, fact};
use frame::stream::Reader;
use frame::{Event, Result, Tx};
use kernel::evidence::ReviewState;
use kernel::{Day, FactId, Instant};
use people::company;
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, DerivePartialModel, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::rules::{Footing, Rejected, Said, VisitId, dwell_minutes, footing, is_made};
use crate::visit;

pub const FOLLOW_REVIEW: Reader = Reader {
    names: &["evidence.reviewed"],
    read: |tx, events| Box::pin(follow_review(tx, events)),
};

async fn follow_review(tx: &Tx, events: &[Event]) -> Result<()> {
    let reviewed = events.iter().map(|it| FactId(it.subject_id));
    let touched: Vec<Option<Uuid>> = tx
        .whole_company::<fact::Entity>()
        .select_only()
        .column(fact::Column::VisitId)
        .filter(fact::Column::Id.is_in(reviewed))
        .into_tuple()
        .all(&**tx)
        .await?;
    let touched: BTreeSet<VisitId> = touched.into_iter().flatten().map(VisitId).collect();
    let visits = tx.whole_company::<visit::Entity>().filter(visit::Column::Id.is_in(touched));
    for visit in visits.all(&**tx).await? {
        judge_again(tx, visit).await?;
    }
    Ok(())
}

/// Computes what a visit stands on, and keeps it if that is something else than before.
async fn judge_again(tx: &Tx, visit: visit::Model) -> Result<()> {
    let said = said(tx, visit.id).await?;
    let check_ins = said.iter().filter(|it| it.kind == FactKind::VisitCheckIn);
    let check_ins: Vec<Said> = check_ins.map(Heard::rule).collect();
    let check_out = said.iter().find(|it| Some(it.id) == visit.check_out_id).map(Heard::rule);
    let Some(stands) = footing(&check_ins, check_out) else { return Ok(()) };
    let why = said.iter().find(|it| Some(it.id) == stands.because_of);
    let why = why.and_then(|it| it.question.clone());

    let before = visit.clone();
    let same = before.rejected == stands.rejected
        && before.rejected_why == why
        && before.check_in_id == Some(stands.check_in);
    if same {
        return Ok(());
    }
    write(tx, visit, stands, why).await?;
    if is_made(before.rejected) != is_made(stands.rejected) {
        correct_last_visit(tx, before.account_id, last_visit(tx, before.account_id).await?).await?;
    }
    let word = |it: Option<Rejected>| it.map(Rejected::word);
    tx.record(
        Event::of("visits.judged_again", "visit", before.id)
            .owner(before.owner_id)
            .about(before.account_id)
            .change("rejected", word(before.rejected), word(stands.rejected)),
    );
    Ok(())
}

/// As much of a fact as its visit is judged by.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "fact::Entity")]
struct Heard {
    id: FactId,
    kind: FactKind,
    recorded_at: Instant,
    review: ReviewState,
    question: Option<String>,
}

impl Heard {
    fn rule(&self) -> Said {
        Said { fact: self.id, at: self.recorded_at, review: self.review }
    }
}

/// The check-ins and check-outs of a visit, of whoever went.
async fn said(tx: &Tx, visit: VisitId) -> Result<Vec<Heard>> {
    let said = tx
        .whole_company::<fact::Entity>()
        .filter(fact::Column::VisitId.eq(Uuid::from(visit)))
        .filter(fact::Column::Kind.is_in([FactKind::VisitCheckIn, FactKind::VisitCheckOut]))
        .into_partial_model::<Heard>();
    Ok(said.all(&**tx).await?)
}

/// Nothing that was said is lost: what does not count now may count again.
async fn write(tx: &Tx, visit: visit::Model, stands: Footing, why: Option<String>) -> Result<()> {
    let dwell = visit.left_at.map(|it| dwell_minutes(stands.arrived_at, it));
    let mut row = visit.into_active_model();
    row.check_in_id = Set(Some(stands.check_in));
    row.arrived_at = Set(Some(stands.arrived_at));
    row.dwell_minutes = Set(dwell);
    row.rejected = Set(stands.rejected);
    row.rejected_why = Set(why);
    row.updated_at = Set(tx.now);
    tx.update(row).await?;
    Ok(())
}

/// The day of the last visit to a client that counts, whoever made it.
async fn last_visit(tx: &Tx, account: AccountId) -> Result<Option<Day>> {
    let last = tx
        .whole_company::<visit::Entity>()
        .filter(visit::Column::AccountId.eq(account))
        .filter(visit::made())
        .order_by_desc(visit::Column::ArrivedAt)
        .one(&**tx)
        .await?;
    let zone = &company::known(tx).await?.zone;
    Ok(last.and_then(|it| it.arrived_at).map(|it| it.day(zone)))
}
