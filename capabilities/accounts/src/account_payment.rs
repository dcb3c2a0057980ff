//! How a client pays, where it has its own way.

use frame::{Ctx, Result};
use kernel::{CompanyId, Instant, labels};
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};
use crate::payment_term;

labels! {
    /// In which way the money comes.
    pub enum PaymentMethod {
        Transfer = "transfer",
        /// A number at a bank that is made for one client or one invoice.
        VirtualAccount = "virtual_account",
        Qris = "qris",
        Giro = "giro",
        Card = "card",
        Cash = "cash",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// The company's usual term when there is none.
    pub term_code: Option<String>,
    pub method: Option<PaymentMethod>,
    pub updated_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_account! { AccountId, AccountId }

/// What was settled for an account that the caller has loaded in reach.
pub async fn of(ctx: &Ctx, account: AccountId) -> Result<Option<Model>> {
    let own = ctx.whole_company::<Entity>().filter(Column::AccountId.eq(account));
    Ok(own.one(ctx).await?)
}

/// The term that holds for it: its own, or else the company's usual one.
pub async fn term_of(ctx: &Ctx, account: AccountId) -> Result<Option<payment_term::Model>> {
    let own = of(ctx, account).await?.and_then(|it| it.term_code);
    let terms = payment_term::all(ctx).await?;
    let holds = |it: &payment_term::Model| own.as_ref().map_or(it.usual, |own| *own == it.code);
    Ok(terms.into_iter().find(holds))
}
