//! From where a client pays, and to where its money goes back.

use frame::{Ctx, Error, Result, line};
use kernel::access::{Act, Area, Reach};
use kernel::{CompanyId, Instant, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::account::{self, AccountId, owned_through_account};
use crate::rules::bank::masked;

ids! {
    /// A client's account at a bank.
    BankAccountId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BankAccountId,
    pub account_id: AccountId,
    pub bank: String,
    /// Digits, or an IBAN; shown whole only to whoever needs it.
    pub number: String,
    pub holder: String,
    pub since: Instant,
    /// In force no more since then.
    pub ended_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_account! { BankAccountId, Id }

impl Model {
    /// The number for this reader.
    pub fn shown(&self, whole: bool) -> String {
        if whole { self.number.clone() } else { masked(&self.number) }
    }

    /// As the stream keeps it, for ever: `BCA ••••4567`.
    pub fn told(&self) -> String {
        format!("{} {}", self.bank, masked(&self.number))
    }
}

/// Those in force at an account that the caller has loaded in reach, the oldest first.
pub async fn of(ctx: &Ctx, account: AccountId) -> Result<Vec<Model>> {
    let rows = ctx
        .whole_company::<Entity>()
        .filter(Column::AccountId.eq(account))
        .filter(Column::EndedAt.is_null())
        .order_by_asc(Column::Since)
        .order_by_asc(Column::Id);
    Ok(rows.all(ctx).await?)
}

/// Whether the actor may do this to the bank accounts of a client: read whole numbers, ask for a
/// change, decide. Being on the client's team is enough to ask; not to decide, nor to read.
pub async fn may(ctx: &Ctx, act: Act, account: &account::Model) -> Result<bool> {
    let actor = &ctx.actor;
    let theirs = Some(actor.person) == account.owner_id;
    Ok(match actor.reach(act, Area::Banking) {
        Reach::Company => true,
        Reach::Nobody => false,
        _ if act == Act::Create => {
            theirs || account::get_to(ctx, Act::Edit, account.id).await.is_ok()
        }
        Reach::Own => theirs,
        Reach::Team => match account.owner_id {
            Some(owner) => theirs || line::answers_for(ctx, owner).await?,
            None => false,
        },
    })
}

/// As [`may`], for whoever must.
pub async fn permit(ctx: &Ctx, act: Act, account: &account::Model) -> Result<()> {
    if may(ctx, act, account).await? { Ok(()) } else { Err(Error::Denied) }
}
