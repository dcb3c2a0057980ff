//! Accounts that were there before keys were, or were written past them, get theirs: piece by
//! piece, so that it can be killed and goes on.

use frame::jobs::{Job, Running};
use frame::{Result, Tx, search};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::account::{self, AccountId};
use crate::account_key;
use crate::build_contact_keys::{BuildContactKeys, lacks_keys};
use crate::remember::remember_all;

/// Accounts in one transaction.
const AT_ONCE: u64 = 200;

/// Gives the next accounts their keys.
#[derive(Debug, Serialize, Deserialize)]
pub struct BuildKeys {
    after: Option<AccountId>,
    /// Whether the company is looked through for duplicates once all have their keys, the people
    /// at the accounts included.
    #[serde(default)]
    scans: bool,
}

impl Job for BuildKeys {
    const NAME: &'static str = "accounts.build_keys";

    async fn run(self, tx: &Tx) -> Result<()> {
        let mut next = tx.whole_company::<account::Entity>().order_by_asc(account::Column::Id);
        if let Some(after) = self.after {
            next = next.filter(account::Column::Id.gt(after));
        }
        let accounts = next.limit(AT_ONCE).all(&**tx).await?;
        let Some(last) = accounts.last().map(|it| it.id) else {
            return tx.later(tx.now, &BuildContactKeys::begin(self.scans));
        };
        remember_all(tx, &accounts).await?;
        tx.later(tx.now, &Self { after: Some(last), scans: self.scans })
    }
}

/// Begins with those that have none, and then with the people there. Each has at least one for its
/// name.
pub fn build_missing(tx: &Tx) -> Running<'_> {
    Box::pin(async move {
        let of_it = Query::select()
            .expr(Expr::value(1))
            .from_as(account_key::Entity, Alias::new("known"))
            .and_where(
                Expr::col((Alias::new("known"), account_key::Column::CompanyId))
                    .eq(tx.actor.company),
            )
            .and_where(
                Expr::col((Alias::new("known"), account_key::Column::AccountId))
                    .equals((account::Entity, account::Column::Id)),
            )
            .to_owned();
        let without = tx
            .whole_company::<account::Entity>()
            .filter(Expr::exists(of_it).not())
            .order_by_asc(account::Column::Id)
            .one(&**tx)
            .await?;
        if without.is_some() {
            tx.later(tx.now, &BuildKeys { after: None, scans: false })
        } else if lacks_keys(tx).await? {
            tx.later(tx.now, &BuildContactKeys::begin(false))
        } else {
            Ok(())
        }
    })
}

/// Reads every account and contact again, soon, and proposes those that may be one: after many
/// were written at once and past this.
pub async fn remember_later(tx: &Tx) -> Result<()> {
    search::rebuild(tx, &["contact"]).await?;
    tx.later(tx.now, &BuildKeys { after: None, scans: true })
}
