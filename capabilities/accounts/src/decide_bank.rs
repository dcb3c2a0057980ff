//! A second person accepts or refuses a change of a client's bank account; whoever asked may take
//! the wish back.

use frame::{Error, Event, Result, Tx, text};
use kernel::PersonId;
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};

use crate::account::{self};
use crate::bank_account::{self, BankAccountId};
use crate::bank_change::{BankChangeId, BankChangeState, Column, Entity, Model};
use crate::change_account::touch;
use crate::open_account::about;
use crate::propose_bank::get_change;
use crate::rules::client_refused::{ClientRefused, LONGEST_REASON};
use crate::tell_bank_change::TellBankChange;

/// Accepts the change: from now on it is in force.
pub async fn accept_bank(tx: &Tx, id: BankChangeId) -> Result<Model> {
    let (change, account) = to_decide(tx, id).await?;
    let known = bank_account::of(tx, account.id).await?;
    let before = change.bank_account_id.and_then(|id| known.iter().find(|it| it.id == id));
    let same = |it: &&bank_account::Model| {
        Some(it.id) != change.bank_account_id
            && (Some(&it.bank), Some(&it.number)) == (change.bank.as_ref(), change.number.as_ref())
    };
    if known.iter().any(|it| same(&it)) {
        return Err(Error::refused(ClientRefused::BankKnown));
    }

    let change = decided(tx, change, BankChangeState::Accepted, None).await?;
    // What was in force is kept with its end: a payment of last year still names it.
    if let Some(before) = before {
        let mut row = before.clone().into_active_model();
        row.ended_at = Set(Some(tx.now));
        tx.update(row).await?;
    }
    if let (Some(bank), Some(number), Some(holder)) =
        (change.bank.clone(), change.number.clone(), change.holder.clone())
    {
        let new = bank_account::Model {
            company_id: tx.actor.company,
            id: tx.id::<BankAccountId>(),
            account_id: account.id,
            bank,
            number,
            holder,
            since: tx.now,
            ended_at: None,
        };
        tx.add::<_, bank_account::ActiveModel>(new).await?;
    }
    let was = before.map(bank_account::Model::told);
    touch(tx, account.id).await?;

    tx.record(said(&account, "accounts.bank_accepted", was, &change));
    Ok(change)
}

/// Refuses the change, with a reason; what is in force stays.
pub async fn refuse_bank(tx: &Tx, id: BankChangeId, why: &str) -> Result<Model> {
    let (change, account) = to_decide(tx, id).await?;
    let why = text::line(why).filter(|it| it.chars().count() <= LONGEST_REASON);
    let why = why.ok_or_else(|| Error::refused(ClientRefused::NoReason))?;

    let change = decided(tx, change, BankChangeState::Refused, Some(why)).await?;

    tx.record(said(&account, "accounts.bank_refused", None, &change));
    Ok(change)
}

/// Takes the wish back; only whoever asked does that.
pub async fn withdraw_bank(tx: &Tx, id: BankChangeId) -> Result<Model> {
    let (change, account) = get_change(tx, id).await?;
    if tx.actor.somebody() != Some(change.proposed_by) {
        return Err(Error::Denied);
    }
    still_waits(&change)?;

    let change = end(tx, change, BankChangeState::Withdrawn, None, None).await?;

    tx.record(said(&account, "accounts.bank_withdrawn", None, &change));
    Ok(change)
}

/// A change that the actor may decide: never one that they asked for.
async fn to_decide(tx: &Tx, id: BankChangeId) -> Result<(Model, account::Model)> {
    let (change, account) = get_change(tx, id).await?;
    bank_account::permit(tx, Act::Review, &account).await?;
    let decider = tx.actor.somebody().ok_or(Error::Denied)?;
    if decider == change.proposed_by {
        return Err(Error::refused(ClientRefused::OwnProposal));
    }
    still_waits(&change)?;
    Ok((change, account))
}

fn still_waits(change: &Model) -> Result<()> {
    if change.waits() { Ok(()) } else { Err(Error::refused(ClientRefused::BankDecided)) }
}

async fn decided(
    tx: &Tx,
    change: Model,
    state: BankChangeState,
    why: Option<String>,
) -> Result<Model> {
    let change = end(tx, change, state, tx.actor.somebody(), why).await?;
    tx.later(tx.now, &TellBankChange { change: change.id })?;
    Ok(change)
}

/// Takes a change out of those that wait. The row is held until the commit: whoever comes second is
/// told that it is decided.
async fn end(
    tx: &Tx,
    change: Model,
    state: BankChangeState,
    by: Option<PersonId>,
    why: Option<String>,
) -> Result<Model> {
    let still_waits = Condition::all()
        .add(Column::Id.eq(change.id))
        .add(Column::State.eq(BankChangeState::Waiting));
    let values = vec![
        (Column::State, SimpleExpr::from(state.word())),
        (Column::DecidedBy, SimpleExpr::from(by.map(|it| it.0))),
        (Column::DecidedAt, SimpleExpr::from(tx.now.0)),
        (Column::Why, SimpleExpr::from(why.clone())),
    ];
    let ended = tx.update_where::<Entity, _>(Column::CompanyId, still_waits, values).await?;
    if ended != 1 {
        return Err(Error::refused(ClientRefused::BankDecided));
    }
    Ok(Model { state, decided_by: by, decided_at: Some(tx.now), why, ..change })
}

fn said(
    account: &account::Model,
    name: &'static str,
    was: Option<String>,
    change: &Model,
) -> Event {
    about(account, name).change("bank_account", was, change.told()).why(change.why.as_deref())
}
