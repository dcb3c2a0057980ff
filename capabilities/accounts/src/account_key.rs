//! What an account has in common with those that may be the same.

use std::collections::BTreeSet;

use frame::{Ctx, Result};
use kernel::CompanyId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};
use crate::duplicate;
use crate::keys::Keys;
use crate::pairs::Proposal;
use crate::remember::traits_of;
use crate::rules::likeness::likeness;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// A row has no id of its own; it is known by its account and its key together.
owned_through_account! { AccountId, AccountId }

impl Keys for Entity {
    type Of = duplicate::Entity;

    const KEY: Column = Column::Key;
    const RECORD: Column = Column::AccountId;

    fn read(row: Model) -> (String, AccountId) {
        (row.key, row.account_id)
    }

    fn row(company_id: CompanyId, key: String, account_id: AccountId) -> ActiveModel {
        ActiveModel { company_id: Set(company_id), key: Set(key), account_id: Set(account_id) }
    }

    async fn likely(
        ctx: &Ctx,
        pairs: BTreeSet<(AccountId, AccountId)>,
    ) -> Result<Vec<Proposal<AccountId>>> {
        let ids = pairs.iter().flat_map(|it| [it.0, it.1]).collect();
        let traits = traits_of(ctx, &ids).await?;
        let mut likely = Vec::new();
        for (one, other) in pairs {
            let Some((a, b)) = traits.get(&one).zip(traits.get(&other)) else { continue };
            let found = likeness(a, b);
            if found.is_likely() {
                likely.push(Proposal::of(one, other, found.score(), &found.parts)?);
            }
        }
        Ok(likely)
    }
}
