//! Somebody asks that a client's bank account changes; somebody else decides.

use frame::{Ctx, Result};
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};
use crate::bank_account::BankAccountId;
use crate::rules::bank::masked;

ids! {
    /// A change of a client's bank account.
    BankChangeId,
}

labels! {
    /// What is to become of a bank account.
    pub enum BankChangeKind {
        Add = "add",
        Replace = "replace",
        Remove = "remove",
    }
}

labels! {
    /// What became of the wish.
    pub enum BankChangeState {
        Waiting = "waiting",
        Accepted = "accepted",
        Refused = "refused",
        /// By whoever asked.
        Withdrawn = "withdrawn",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BankChangeId,
    pub account_id: AccountId,
    /// The one that is in force until somebody decides; none for a new one.
    pub bank_account_id: Option<BankAccountId>,
    pub kind: BankChangeKind,
    pub bank: Option<String>,
    pub number: Option<String>,
    pub holder: Option<String>,
    /// How whoever asks knows of it.
    pub reason: String,
    pub state: BankChangeState,
    pub proposed_by: PersonId,
    pub proposed_at: Instant,
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<Instant>,
    /// What whoever decided said to it.
    pub why: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_account! { BankChangeId, Id }

impl Model {
    /// As the stream keeps it, for ever: `BCA ••••4567`.
    pub fn told(&self) -> Option<String> {
        Some(format!("{} {}", self.bank.as_ref()?, masked(self.number.as_ref()?)))
    }

    pub fn waits(&self) -> bool {
        self.state == BankChangeState::Waiting
    }
}

/// Those that wait at an account that the caller has loaded in reach, the oldest first.
pub async fn waiting(ctx: &Ctx, account: AccountId) -> Result<Vec<Model>> {
    let rows = ctx
        .whole_company::<Entity>()
        .filter(Column::AccountId.eq(account))
        .filter(Column::State.eq(BankChangeState::Waiting))
        .order_by_asc(Column::ProposedAt)
        .order_by_asc(Column::Id);
    Ok(rows.all(ctx).await?)
}
