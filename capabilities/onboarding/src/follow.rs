//! What follows for new clients from what happened elsewhere: one begins to be welcomed, and steps
//! tick themselves.

use std::collections::BTreeSet;

use accounts::{AccountId, AccountStatus, account};
use frame::stream::Reader;
use frame::{Event, Result, Tx};
use pipeline::{OpportunityId, opportunity};
use prospects::{ProspectId, prospect};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use tasks::TaskId;
use transactions::invoice;

use crate::onboarding;
use crate::rules::{Began, StepKind};
use crate::start::start;
use crate::stop::stop_without_asking;
use crate::tick::{of_tasks, settle, tick};

/// In the order in which they are read.
pub const ALL: &[Reader] = &[
    Reader {
        names: &["prospects.converted"],
        read: |tx, events| Box::pin(follow_conversion(tx, events)),
    },
    Reader {
        names: &["prospects.conversion_undone"],
        read: |tx, events| Box::pin(follow_undoing(tx, events)),
    },
    Reader { names: &["accounts.changed"], read: |tx, events| Box::pin(follow_change(tx, events)) },
    Reader { names: &["pipeline.won"], read: |tx, events| Box::pin(follow_win(tx, events)) },
    Reader {
        names: &["accounts.payment_set"],
        read: |tx, events| Box::pin(follow_payment(tx, events)),
    },
    Reader {
        names: &["transactions.invoice_recorded", "transactions.batch_recorded"],
        read: |tx, events| Box::pin(follow_invoice(tx, events)),
    },
    Reader {
        names: &[
            "accounts.task_done",
            "accounts.task_reopened",
            "accounts.task_hidden",
            "accounts.task_restored",
        ],
        read: |tx, events| Box::pin(follow_task(tx, events)),
    },
];

/// Begins for one that is a client and is not being welcomed yet.
async fn begin(tx: &Tx, id: AccountId, why: Began) -> Result<()> {
    let account = account::whoever(tx, id).await?;
    if account.hidden_at.is_none() {
        // That it has begun, or that no checklist is for it, is no reason to refuse the cause.
        let _ = start(tx, &account, why, None).await?;
    }
    Ok(())
}

/// A prospect became a client: a new one of ours, or one that was there.
async fn follow_conversion(tx: &Tx, events: &[Event]) -> Result<()> {
    let ids = events.iter().map(|it| ProspectId(it.subject_id));
    let converted = tx.whole_company::<prospect::Entity>().filter(prospect::Column::Id.is_in(ids));
    for it in converted.all(&**tx).await? {
        if let Some(account) = it.account_id.filter(|_| it.made_account) {
            begin(tx, account, Began::Converted).await?;
        }
    }
    Ok(())
}

/// A conversion was taken back, and with it what it began.
async fn follow_undoing(tx: &Tx, events: &[Event]) -> Result<()> {
    for event in events.iter().filter(|it| it.said("made_account") == Some(&true.into())) {
        let id = event.said("account_id").and_then(|it| it.as_str()?.parse::<AccountId>().ok());
        let Some(id) = id else { continue };
        if let Some(of) = onboarding::of_account(tx, id).await? {
            stop_without_asking(tx, of).await?;
        }
    }
    Ok(())
}

/// An account became a client.
async fn follow_change(tx: &Tx, events: &[Event]) -> Result<()> {
    for event in events.iter().filter(|it| it.changed("status")) {
        let id = AccountId(event.subject_id);
        if account::whoever(tx, id).await?.status == AccountStatus::Client {
            begin(tx, id, Began::Client).await?;
        }
    }
    Ok(())
}

/// A deal was won.
async fn follow_win(tx: &Tx, events: &[Event]) -> Result<()> {
    let ids = events.iter().map(|it| OpportunityId(it.subject_id));
    let won = tx.whole_company::<opportunity::Entity>().filter(opportunity::Column::Id.is_in(ids));
    let clients: BTreeSet<AccountId> =
        won.all(&**tx).await?.into_iter().filter_map(|it| it.account_id).collect();
    for id in clients {
        // Whoever has bought before knows us.
        let bought = tx
            .whole_company::<invoice::Entity>()
            .filter(invoice::Column::AccountId.eq(id))
            .limit(1);
        if bought.one(&**tx).await?.is_none() {
            begin(tx, id, Began::Won).await?;
        }
    }
    Ok(())
}

/// How a client pays was settled.
async fn follow_payment(tx: &Tx, events: &[Event]) -> Result<()> {
    let ids: Vec<AccountId> = events.iter().map(|it| AccountId(it.subject_id)).collect();
    tick(tx, &ids, StepKind::Payment).await
}

/// Something was sold. A day of another system says nothing of whom; so those are asked who wait
/// for a first order, and they are few.
async fn follow_invoice(tx: &Tx, events: &[Event]) -> Result<()> {
    let mut ids: BTreeSet<AccountId> = events
        .iter()
        .filter(|it| it.subject_kind == "invoice")
        .filter_map(|it| it.about)
        .map(AccountId)
        .collect();
    if events.iter().any(|it| it.subject_kind != "invoice") {
        let waiting = tx
            .whole_company::<onboarding::Entity>()
            .filter(onboarding::Column::StoppedAt.is_null())
            .filter(onboarding::Column::EndedAt.is_null())
            .all(&**tx)
            .await?;
        let bought: Vec<AccountId> = tx
            .whole_company::<invoice::Entity>()
            .select_only()
            .column(invoice::Column::AccountId)
            .filter(invoice::Column::AccountId.is_in(waiting.iter().map(|it| it.account_id)))
            .distinct()
            .into_tuple()
            .all(&**tx)
            .await?;
        ids.extend(bought);
    }
    let ids: Vec<AccountId> = ids.into_iter().collect();
    tick(tx, &ids, StepKind::Order).await
}

/// A step was done, or taken away, where tasks are.
async fn follow_task(tx: &Tx, events: &[Event]) -> Result<()> {
    let tasks = events.iter().map(|it| TaskId(it.subject_id)).collect();
    let ids = of_tasks(tx, tasks).await?;
    settle(tx, &ids).await
}
