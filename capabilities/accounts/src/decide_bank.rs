//! A second person accepts or refuses a change of a client's bank account; whoever asked may take
//! the wish back.

use frame::{Error, Event, Result, Tx, text};
use kernel::access::Act;
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

use crate::account::{self};
use crate::bank_account::{self, BankAccountId};
use crate::bank_change::{BankChangeId, BankChangeState, Model};
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
    let change = decided(tx, change, BankChangeState::Accepted, None).await?;
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

    let mut row = change.into_active_model();
    row.state = Set(BankChangeState::Withdrawn);
    row.decided_at = Set(Some(tx.now));
    let change = tx.update(row).await?;

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
    let mut row = change.into_active_model();
    row.state = Set(state);
    row.decided_by = Set(tx.actor.somebody());
    row.decided_at = Set(Some(tx.now));
    row.why = Set(why);
    let change = tx.update(row).await?;
    tx.later(tx.now, &TellBankChange { change: change.id })?;
    Ok(change)
}

fn said(
    account: &account::Model,
    name: &'static str,
    was: Option<String>,
    change: &Model,
) -> Event {
    about(account, name).change("bank_account", was, change.told()).why(change.why.as_deref())
}
