//! Contacts who were there before keys were, or were written past them, get theirs: piece by piece,
//! so that it can be killed and goes on.

use frame::jobs::Job;
use frame::{Ctx, Result, Tx};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::contact::{self, ContactId};
use crate::remember_contacts::remember_keys;
use crate::scan_duplicates::look_through;
use crate::{account_contact, contact_key};

/// Contacts in one transaction.
const AT_ONCE: u64 = 200;

/// Gives the next contacts their keys.
#[derive(Debug, Serialize, Deserialize)]
pub struct BuildContactKeys {
    after: Option<ContactId>,
    /// Whether the company is looked through for duplicates once all have their keys.
    scans: bool,
}

impl BuildContactKeys {
    /// From the first on.
    pub const fn begin(scans: bool) -> Self {
        Self { after: None, scans }
    }
}

impl Job for BuildContactKeys {
    const NAME: &'static str = "accounts.build_contact_keys";

    async fn run(self, tx: &Tx) -> Result<()> {
        let mut next = tx.whole_company::<contact::Entity>().order_by_asc(contact::Column::Id);
        if let Some(after) = self.after {
            next = next.filter(contact::Column::Id.gt(after));
        }
        let contacts = next.limit(AT_ONCE).all(&**tx).await?;
        let Some(last) = contacts.last().map(|it| it.id) else {
            return if self.scans { look_through(tx).await } else { Ok(()) };
        };
        remember_keys(tx, &contacts).await?;
        tx.later(tx.now, &Self { after: Some(last), scans: self.scans })
    }
}

/// Whether anybody has no key. Whoever is or was at a client has at least one for their name there.
pub async fn lacks_keys(ctx: &Ctx) -> Result<bool> {
    let same = |alias: &'static str, column: &'static str| {
        Expr::col((Alias::new(alias), Alias::new(column)))
            .equals((contact::Entity, contact::Column::Id))
    };
    let mine = |alias: &'static str| {
        Expr::col((Alias::new(alias), Alias::new("company_id"))).eq(ctx.actor.company)
    };
    let keys = Query::select()
        .expr(Expr::value(1))
        .from_as(contact_key::Entity, Alias::new("known"))
        .and_where(mine("known"))
        .and_where(same("known", "contact_id"))
        .to_owned();
    let posts = Query::select()
        .expr(Expr::value(1))
        .from_as(account_contact::Entity, Alias::new("post"))
        .and_where(mine("post"))
        .and_where(same("post", "contact_id"))
        .to_owned();
    let without = ctx
        .whole_company::<contact::Entity>()
        .filter(contact::Column::HiddenAt.is_null())
        .filter(Expr::exists(posts))
        .filter(Expr::exists(keys).not())
        .order_by_asc(contact::Column::Id);
    Ok(without.one(ctx).await?.is_some())
}
