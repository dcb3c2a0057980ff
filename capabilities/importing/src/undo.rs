//! An import is taken back: what is new goes, what changed goes back to what it was.
//!
//! The last change goes first, some in each transaction, so that it can be killed and done again.
//! What somebody has changed since, or what something else needs, stays and is told.

use std::collections::{BTreeMap, HashMap};

use accounts::tag;
use frame::jobs::Job;
use frame::{Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use transactions::{
    BatchId, InvoiceId, PaymentId, take_back_batch, take_back_invoices, take_back_payments,
};
use uuid::Uuid;

use crate::change::{self, ChangeAction, Undoing, image};
use crate::import::{Progress, change_run, word};
use crate::kept::{self, Hung, Kept};
use crate::rules::draft::TargetKind;
use crate::rules::run_refused::RunRefused;
use crate::rules::undoing::{Back, Image, back};
use crate::run::{self, RunId, RunState};
use crate::write::{changed, load};

/// Changes taken back in one transaction.
const CHANGES_AT_ONCE: u64 = 200;
/// Days of a ledger among them.
const DAYS_AT_ONCE: usize = 4;

/// What became of an import that was undone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Undone {
    /// Changes that are as if they had never been.
    pub undone: u64,
    /// Those that stay.
    pub stayed: u64,
}

/// Undoes an import.
pub async fn undo(
    ctx: &Ctx,
    run: RunId,
    mut progress: impl FnMut(Progress) + Send,
) -> Result<Undone> {
    let tx = ctx.again().begin().await?;
    begin_undo(&tx, run).await?;
    let of = waiting(&tx, run).await?;
    tx.commit().await?;

    progress(Progress { done: 0, of });
    loop {
        let tx = ctx.again().begin().await?;
        let left = undo_some(&tx, run).await?;
        if left == 0 {
            end_undo(&tx, run).await?;
        }
        tx.commit().await?;
        progress(Progress { done: of.saturating_sub(left), of });
        if left == 0 {
            return outcome(&ctx.again(), run).await;
        }
    }
}

/// Undoes an import piece by piece, so that nobody waits for it.
#[derive(Serialize, Deserialize)]
pub struct UndoImport {
    run: RunId,
}

impl Job for UndoImport {
    const NAME: &'static str = "importing.undo";

    async fn run(self, tx: &Tx) -> Result<()> {
        // Somebody in the shell may have been quicker.
        if run::get(tx, self.run).await?.state != RunState::Undoing {
            return Ok(());
        }
        if undo_some(tx, self.run).await? == 0 {
            return end_undo(tx, self.run).await;
        }
        tx.later(tx.now, &self)
    }
}

/// Undoes an import soon.
pub async fn undo_later(tx: &Tx, run: RunId) -> Result<()> {
    begin_undo(tx, run).await?;
    tx.later(tx.now, &UndoImport { run })
}

/// From now on the import is being undone. Done again, it takes up what stayed the last time.
async fn begin_undo(tx: &Tx, id: RunId) -> Result<()> {
    tx.permit_company(Act::Edit, Area::Imports)?;

    let run = run::get(tx, id).await?;
    if run.state == RunState::Draft {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let stayed = Condition::all()
        .add(change::Column::RunId.eq(id))
        .add(change::Column::Undoing.ne(Undoing::Done));
    let again = vec![(change::Column::Undoing, Expr::value(None::<String>))];
    let taken_up =
        tx.update_where::<change::Entity, _>(change::Column::CompanyId, stayed, again).await?;
    if run.state == RunState::Undone && taken_up == 0 {
        return Err(Error::refused(RunRefused::AlreadyUndone));
    }

    // An import that is still writing finds this at its next transaction, and ends.
    change_run(tx, id, run.state, vec![(run::Column::State, word(RunState::Undoing))]).await?;
    tx.record(Event::of("importing.undo_begun", "import", id).with("preset", run.preset));
    Ok(())
}

/// Takes the last changes back; how many wait after that.
async fn undo_some(tx: &Tx, run: RunId) -> Result<u64> {
    // Held until the commit, so that two do not undo the same.
    change_run(tx, run, RunState::Undoing, vec![(run::Column::State, word(RunState::Undoing))])
        .await?;
    let changes = of_run(tx, run)
        .filter(change::Column::Undoing.is_null())
        .order_by_desc(change::Column::Number)
        .limit(CHANGES_AT_ONCE)
        .all(&**tx)
        .await?;
    let mut drawn = false;
    let changes = few_days(&changes);
    for some in changes.chunk_by(|one, next| (one.kind, one.action) == (next.kind, next.action)) {
        let Some(first) = some.first() else { continue };
        let became = match first.kind {
            TargetKind::Team => take_back::<people::team::Entity>(tx, some).await?,
            TargetKind::Person => take_back::<people::person::Entity>(tx, some).await?,
            TargetKind::Product => take_back::<catalogue::product::Entity>(tx, some).await?,
            TargetKind::Account => take_back::<accounts::account::Entity>(tx, some).await?,
            TargetKind::Contact => take_back::<accounts::contact::Entity>(tx, some).await?,
            TargetKind::Opportunity => take_back::<pipeline::opportunity::Entity>(tx, some).await?,
            TargetKind::Prospect => take_back::<prospects::prospect::Entity>(tx, some).await?,
            TargetKind::Invoice => take_back_documents(tx, some).await?,
            TargetKind::Payment => take_back_paid(tx, some).await?,
            TargetKind::LedgerDay => take_back_days(tx, some).await?,
            TargetKind::Tag => take_back_tags(tx, some).await?,
        };
        drawn |= matches!(first.kind, TargetKind::Team | TargetKind::Person);
        write_down(tx, run, became).await?;
    }
    if drawn {
        people::draw_line(tx).await?;
    }
    waiting(tx, run).await
}

/// Up to some days: each of them is thousands of lines.
fn few_days(changes: &[change::Model]) -> &[change::Model] {
    let days = changes.iter().enumerate().filter(|it| it.1.kind == TargetKind::LedgerDay);
    let end = days.map(|it| it.0).nth(DAYS_AT_ONCE);
    end.and_then(|end| changes.get(..end)).unwrap_or(changes)
}

/// Days of a ledger go, those that nothing has been built upon.
async fn take_back_days(tx: &Tx, days: &[change::Model]) -> Result<BTreeMap<i64, Undoing>> {
    let mut became = BTreeMap::new();
    for day in days {
        let gone = take_back_batch(tx, BatchId(day.record_id)).await?;
        became.insert(day.number, if gone { Undoing::Done } else { Undoing::Needed });
    }
    Ok(became)
}

/// Documents go, those that nothing has been built upon.
async fn take_back_documents(tx: &Tx, some: &[change::Model]) -> Result<BTreeMap<i64, Undoing>> {
    let ids: Vec<InvoiceId> = some.iter().map(|it| InvoiceId(it.record_id)).collect();
    let gone = take_back_invoices(tx, &ids).await?;
    let became = |it: &change::Model| {
        let is_gone = gone.contains(&InvoiceId(it.record_id));
        (it.number, if is_gone { Undoing::Done } else { Undoing::Needed })
    };
    Ok(some.iter().map(became).collect())
}

/// Payments go.
async fn take_back_paid(tx: &Tx, some: &[change::Model]) -> Result<BTreeMap<i64, Undoing>> {
    let ids: Vec<PaymentId> = some.iter().map(|it| PaymentId(it.record_id)).collect();
    take_back_payments(tx, &ids).await?;
    Ok(some.iter().map(|it| (it.number, Undoing::Done)).collect())
}

/// Tags go that hang nowhere.
async fn take_back_tags(tx: &Tx, tags: &[change::Model]) -> Result<BTreeMap<i64, Undoing>> {
    let mut became = BTreeMap::new();
    for tag in tags {
        let this = tag::Column::Id.eq(tag.record_id);
        let gone = tx.unless_needed(async |tx| {
            tx.delete_where::<tag::Entity, _>(tag::Column::CompanyId, this.clone()).await?;
            Ok(())
        });
        let gone = gone.await?;
        became.insert(tag.number, if gone { Undoing::Done } else { Undoing::Needed });
    }
    Ok(became)
}

async fn end_undo(tx: &Tx, id: RunId) -> Result<()> {
    let values = vec![
        (run::Column::State, word(RunState::Undone)),
        (run::Column::UndoneAt, Expr::value(tx.now)),
    ];
    change_run(tx, id, RunState::Undoing, values).await?;
    let Undone { undone, stayed } = outcome(tx, id).await?;
    tx.record(
        Event::of("importing.run_undone", "import", id)
            .with("undone", undone)
            .with("stayed", stayed),
    );
    Ok(())
}

/// Changes of one kind and action go back; what became of each, by its number.
async fn take_back<E: Kept>(tx: &Tx, changes: &[change::Model]) -> Result<BTreeMap<i64, Undoing>>
where
    E::Model: Clone + Send + Sync,
{
    let ids: Vec<Uuid> = changes.iter().map(|it| it.record_id).collect();
    let mut records = load::<E>(tx, ids.iter().copied()).await?;
    let mut hung = E::hung(tx, &ids).await?;
    let mut became = BTreeMap::new();
    let mut new = Vec::new();
    for change in changes {
        let Some(record) = records.get(&change.record_id) else {
            became.insert(change.number, Undoing::Done);
            continue;
        };
        let hangs = hung.get(&change.record_id).cloned().unwrap_or_default();
        match change.action {
            ChangeAction::Updated => {
                let (after, hangs) =
                    put_back::<E>(tx, (record, hangs), change, &mut became).await?;
                records.insert(change.record_id, after);
                hung.insert(change.record_id, hangs);
            }
            ChangeAction::Created => {
                let written = image(&change.after);
                let mut current = kept::both(kept::image::<E>(record), &hangs);
                kept::completed(&mut current, &written);
                if kept::still_says(&current, &written) {
                    new.push(change);
                } else {
                    became.insert(change.number, Undoing::ChangedSince);
                }
            }
        }
    }
    remove::<E>(tx, &new, &records, &mut became).await?;
    Ok(became)
}

/// The fields that still hold what the import wrote go back, and what hangs on the record too.
async fn put_back<E: Kept>(
    tx: &Tx,
    (record, hangs): (&E::Model, Image),
    change: &change::Model,
    became: &mut BTreeMap<i64, Undoing>,
) -> Result<(E::Model, Image)>
where
    E::Model: Clone + Send + Sync,
{
    let (before, after) = (image(&change.before), image(&change.after));
    let mut current = kept::both(kept::image::<E>(record), &hangs);
    kept::completed(&mut current, &before);
    let Back { restored, changed_since } = back(&before, &after, &current);
    let stays = !changed_since.is_empty();
    became.insert(change.number, if stays { Undoing::ChangedSince } else { Undoing::Done });
    if restored.is_empty() {
        return Ok((record.clone(), hangs));
    }

    let this = E::id().eq(change.record_id);
    let values = kept::values::<E>(record, &restored, tx.now)?;
    tx.update_where::<E, _>(E::company(), this, values).await?;
    let hung = Hung { id: change.record_id, was: current.clone(), is: restored.clone() };
    E::write_hung(tx, &[hung]).await?;
    let ids = [change.record_id];
    let after = load::<E>(tx, ids.into_iter()).await?;
    let after = after.get(&change.record_id).ok_or(Error::NotFound)?.clone();
    let hangs = E::hung(tx, &ids).await?.remove(&change.record_id).unwrap_or_default();
    E::written(tx, std::slice::from_ref(&after)).await?;
    if let Some(name) = E::CHANGED {
        let why = change.run_id.to_string();
        tx.record(changed::<E>(name, &after, &current, &restored).with("undone_import", why));
    }
    if E::owner(record) != E::owner(&after) {
        E::lost(tx, record);
    }
    Ok((after, hangs))
}

/// New records go: together if nothing needs any of them, otherwise each that nothing needs.
async fn remove<E: Kept>(
    tx: &Tx,
    new: &[&change::Model],
    records: &HashMap<Uuid, E::Model>,
    became: &mut BTreeMap<i64, Undoing>,
) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let all: Vec<Hung> =
        new.iter().map(|it| kept::taken_off(it.record_id, &image(&it.after))).collect();
    let together = tx.unless_needed(async |tx| take_away::<E>(tx, &all).await).await?;
    for (change, one) in std::iter::zip(new, &all) {
        let one = std::slice::from_ref(one);
        let gone = together || tx.unless_needed(async |tx| take_away::<E>(tx, one).await).await?;
        became.insert(change.number, if gone { Undoing::Done } else { Undoing::Needed });
        if gone && let Some(record) = records.get(&change.record_id) {
            E::lost(tx, record);
        }
    }
    Ok(())
}

/// Takes records away with what the import hung on them.
async fn take_away<E: Kept>(tx: &Tx, all: &[Hung]) -> Result<()> {
    E::write_hung(tx, all).await?;
    E::remove(tx, all.iter().map(|it| it.id).collect()).await
}

/// Remembers what became of changes.
async fn write_down(tx: &Tx, run: RunId, became: BTreeMap<i64, Undoing>) -> Result<()> {
    let mut numbers: HashMap<Undoing, Vec<i64>> = HashMap::new();
    for (number, undoing) in became {
        numbers.entry(undoing).or_default().push(number);
    }
    for (undoing, numbers) in numbers {
        let these = Condition::all()
            .add(change::Column::RunId.eq(run))
            .add(change::Column::Number.is_in(numbers));
        let values = vec![(change::Column::Undoing, Expr::value(undoing.word()))];
        tx.update_where::<change::Entity, _>(change::Column::CompanyId, these, values).await?;
    }
    Ok(())
}

fn of_run(ctx: &Ctx, run: RunId) -> sea_orm::Select<change::Entity> {
    ctx.find::<change::Entity>().filter(change::Column::RunId.eq(run))
}

async fn waiting(ctx: &Ctx, run: RunId) -> Result<u64> {
    Ok(of_run(ctx, run).filter(change::Column::Undoing.is_null()).count(ctx).await?)
}

/// How much was undone, and how much stayed.
pub async fn outcome(ctx: &Ctx, run: RunId) -> Result<Undone> {
    let count =
        async |fits: sea_orm::sea_query::SimpleExpr| of_run(ctx, run).filter(fits).count(ctx).await;
    Ok(Undone {
        undone: count(change::Column::Undoing.eq(Undoing::Done)).await?,
        stayed: count(change::Column::Undoing.ne(Undoing::Done)).await?,
    })
}

/// What stayed when the import was undone, as it was written.
pub async fn stayed(ctx: &Ctx, run: RunId, limit: u64) -> Result<Vec<change::Model>> {
    let stayed = of_run(ctx, run).filter(change::Column::Undoing.ne(Undoing::Done));
    Ok(stayed.order_by_asc(change::Column::Number).limit(limit).all(ctx).await?)
}

/// What stays, as faces show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct StayedOut {
    pub kind: TargetKind,
    pub id: Uuid,
    pub name: String,
    pub why: Undoing,
}

impl From<change::Model> for StayedOut {
    fn from(change: change::Model) -> Self {
        let why = change.undoing.unwrap_or(Undoing::Needed);
        Self { kind: change.kind, id: change.record_id, name: change.name, why }
    }
}
