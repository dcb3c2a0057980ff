//! Those who decide on a bank account hear by mail that a change waits, and whoever asked for it
//! hears what became of it. The mail holds no number: it leads to the page.

use std::collections::BTreeSet;

use frame::jobs::Job;
use frame::mail::Mail;
use frame::{Ctx, Result, Tx};
use kernel::PersonId;
use kernel::access::{Act, Area, Reach, widest};
use people::person::{self, PersonStatus};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::account::{self, AccountId};
use crate::bank_change::{self, BankChangeId, BankChangeState, Model};
use crate::words::Words;

/// Nobody needs more than so many who know.
const MOST: usize = 20;

/// Tells those who must know where a change stands.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellBankChange {
    pub change: BankChangeId,
}

impl Job for TellBankChange {
    const NAME: &'static str = "accounts.tell_bank_change";

    async fn run(self, tx: &Tx) -> Result<()> {
        if tx.app.mailer.is_none() {
            return Ok(());
        }
        let Some(change) = change(tx, self.change).await? else { return Ok(()) };
        let account = account::whoever(tx, change.account_id).await?;
        for person in whom(tx, &change, &account).await? {
            let mail = MailBankChange { change: change.id, state: change.state, to: person.id };
            tx.later(tx.now, &mail)?;
        }
        Ok(())
    }
}

/// One of these mails: that one of them cannot be handed over holds no other up.
#[derive(Debug, Serialize, Deserialize)]
pub struct MailBankChange {
    change: BankChangeId,
    state: BankChangeState,
    to: PersonId,
}

impl Job for MailBankChange {
    const NAME: &'static str = "accounts.mail_bank_change";

    async fn run(self, tx: &Tx) -> Result<()> {
        let Some(mailer) = tx.app.mailer.clone() else { return Ok(()) };
        let Some(change) = change(tx, self.change).await? else { return Ok(()) };
        let person = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(self.to));
        let Some(person) = person.one(&**tx).await? else { return Ok(()) };
        let Some(to) = person.email else { return Ok(()) };
        let account = account::whoever(tx, change.account_id).await?;
        let link = format!("{}/accounts/{}/bank-accounts", tx.app.origin, account.id);
        let w = Words::of(person.lang);
        let text = match self.state {
            BankChangeState::Waiting => w.mail_bank_waits(&account.name, &link),
            BankChangeState::Accepted => w.mail_bank_accepted(&account.name, &link),
            BankChangeState::Refused => w.mail_bank_refused(&account.name, &link),
            BankChangeState::Withdrawn => return Ok(()),
        };
        let subject = w.mail_bank_subject().to_owned();
        mailer.send(Mail::of(&self, to, subject, text)?).await
    }
}

async fn change(tx: &Tx, id: BankChangeId) -> Result<Option<Model>> {
    let change = tx.whole_company::<bank_change::Entity>().filter(bank_change::Column::Id.eq(id));
    Ok(change.one(&**tx).await?)
}

/// Whoever is to hear of it: those who may decide, or the one who asked.
async fn whom(ctx: &Ctx, change: &Model, account: &account::Model) -> Result<Vec<person::Model>> {
    let here = ctx.whole_company::<person::Entity>();
    let here = here.filter(person::Column::Status.eq(PersonStatus::Active));
    if !change.waits() {
        let asked = here.filter(person::Column::Id.eq(change.proposed_by));
        return Ok(asked.all(ctx).await?);
    }
    let above = above(ctx, account.id).await?;
    let decides = |it: &person::Model| match widest(&it.roles.0, Act::Review, Area::Banking) {
        Reach::Company => true,
        Reach::Team => above.contains(&it.id),
        Reach::Own | Reach::Nobody => false,
    };
    let all = here.all(ctx).await?.into_iter();
    Ok(all.filter(|it| it.id != change.proposed_by && decides(it)).take(MOST).collect())
}

/// Those who answer for whoever looks after the account.
async fn above(ctx: &Ctx, account: AccountId) -> Result<BTreeSet<PersonId>> {
    use frame::line::{Column, Entity};
    let owner = Query::select()
        .column(account::Column::OwnerId)
        .from(account::Entity)
        .and_where(account::Column::CompanyId.eq(ctx.actor.company))
        .and_where(account::Column::Id.eq(account))
        .to_owned();
    let select = Query::select()
        .column(Column::ManagerId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(ctx.actor.company))
        .and_where(Expr::col(Column::PersonId).in_subquery(owner))
        .to_owned();
    let rows = ctx.rows(&select).await?;
    let ids = rows.iter().map(|it| it.try_get_by_index::<PersonId>(0));
    Ok(ids.collect::<Result<_, _>>()?)
}
