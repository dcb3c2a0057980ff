//! Somebody asks that a bank account of a client is added, replaced or taken away.

use frame::{Error, Result, Tx, text};
use kernel::access::Act;
use sea_orm::{ColumnTrait, QueryFilter};

use crate::account::{self, AccountId};
use crate::bank_account::{self, BankAccountId};
use crate::bank_change::{self, BankChangeId, BankChangeKind, BankChangeState, Model};
use crate::fields::Faults;
use crate::open_account::about;
use crate::rules::LONGEST_NAME;
use crate::rules::bank;
use crate::rules::client_refused::{ClientRefused, LONGEST_REASON};
use crate::tell_bank_change::TellBankChange;

/// A bank account as somebody wrote it.
#[derive(Clone, Debug, Default)]
pub struct BankFields {
    pub bank: String,
    pub number: String,
    pub holder: String,
}

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct NewBankChange {
    /// The one that is to change; none for a new one.
    pub of: Option<BankAccountId>,
    /// What it is to become; none when it is to be taken away.
    pub to: Option<BankFields>,
    /// How they know of it.
    pub reason: String,
}

/// Asks for a change. What is in force stays in force until somebody else decides.
pub async fn propose_bank(tx: &Tx, account: AccountId, new: NewBankChange) -> Result<Model> {
    let account = account::get(tx, account).await?;
    bank_account::permit(tx, Act::Create, &account).await?;
    // The company itself has no second pair of eyes.
    let proposer = tx.actor.somebody().ok_or(Error::Denied)?;

    let known = bank_account::of(tx, account.id).await?;
    let before = match new.of {
        Some(id) => Some(known.iter().find(|it| it.id == id).ok_or(Error::NotFound)?),
        None => None,
    };
    let (to, reason) = checked(new.to, &new.reason)?;
    let kind = match (before, &to) {
        (None, Some(_)) => BankChangeKind::Add,
        (Some(_), Some(_)) => BankChangeKind::Replace,
        (Some(_), None) => BankChangeKind::Remove,
        (None, None) => return Err(Error::NotFound),
    };
    if let Some(to) = &to {
        if before.is_some_and(|it| {
            (&it.bank, &it.number, &it.holder) == (&to.bank, &to.number, &to.holder)
        }) {
            return Err(Error::refused(ClientRefused::SameBank));
        }
        let others = known.iter().filter(|it| Some(it.id) != new.of);
        if others.clone().any(|it| (&it.bank, &it.number) == (&to.bank, &to.number)) {
            return Err(Error::refused(ClientRefused::BankKnown));
        }
    }
    no_other(tx, account.id, new.of, to.as_ref()).await?;

    let change = Model {
        company_id: tx.actor.company,
        id: tx.id::<BankChangeId>(),
        account_id: account.id,
        bank_account_id: new.of,
        kind,
        bank: to.as_ref().map(|it| it.bank.clone()),
        number: to.as_ref().map(|it| it.number.clone()),
        holder: to.map(|it| it.holder),
        reason,
        state: BankChangeState::Waiting,
        proposed_by: proposer,
        proposed_at: tx.now,
        decided_by: None,
        decided_at: None,
        why: None,
    };
    let change = tx.add::<_, bank_change::ActiveModel>(change).await?;

    // Whole numbers stay where they can be erased; the stream is for ever.
    let was = before.map(bank_account::Model::told);
    tx.record(about(&account, "accounts.bank_proposed").change("bank_account", was, change.told()));
    tx.later(tx.now, &TellBankChange { change: change.id })?;
    Ok(change)
}

/// One wish at a time: for one bank account, or for one that is not there yet.
async fn no_other(
    tx: &Tx,
    account: AccountId,
    of: Option<BankAccountId>,
    to: Option<&BankFields>,
) -> Result<()> {
    let waiting = bank_change::waiting(tx, account).await?;
    let same = |it: &Model| match of {
        Some(_) => it.bank_account_id == of,
        None => it.bank_account_id.is_none() && it.number.as_ref() == to.map(|to| &to.number),
    };
    if waiting.iter().any(same) {
        return Err(Error::refused(ClientRefused::BankChangeWaits));
    }
    Ok(())
}

fn checked(to: Option<BankFields>, reason: &str) -> Result<(Option<BankFields>, String)> {
    let mut faults = Faults::default();
    let to = to.map(|typed| {
        let (bank, number) = (bank::bank(&typed.bank), bank::number(&typed.number));
        faults.unless(bank.is_some(), ClientRefused::NoBank);
        faults.unless(number.is_some(), ClientRefused::NoBankNumber);
        let holder = text::line(&typed.holder).filter(|it| it.chars().count() <= LONGEST_NAME);
        faults.unless(holder.is_some(), ClientRefused::NoHolder);
        BankFields {
            bank: bank.unwrap_or_default(),
            number: number.unwrap_or_default(),
            holder: holder.unwrap_or_default(),
        }
    });
    let reason = text::line(reason).filter(|it| it.chars().count() <= LONGEST_REASON);
    faults.unless(reason.is_some(), ClientRefused::NoReason);
    faults.none()?;
    Ok((to, reason.unwrap_or_default()))
}

/// A change that the actor may see.
pub async fn get_change(tx: &frame::Ctx, id: BankChangeId) -> Result<(Model, account::Model)> {
    let change = tx.find::<bank_change::Entity>().filter(bank_change::Column::Id.eq(id));
    let change = change.one(tx).await?.ok_or(Error::NotFound)?;
    let account = account::get(tx, change.account_id).await?;
    Ok((change, account))
}
