//! When clients bought first and last, for reports about who came, who left and who is silent.

use std::collections::BTreeMap;

use accounts::{AccountId, account};
use frame::{Ctx, Result};
use kernel::{Day, PersonId};
use sea_orm::sea_query::{Alias, SelectStatement};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, QueryTrait};
use transactions::invoice;
use transactions::rules::InvoiceKind;

use crate::asked::Question;
use crate::known::IDS_AT_ONCE;
use crate::ledger::documents;
use crate::narrowing::of_time;
use crate::report::Counting;
use crate::rules::{Axis, Base, Keys, Span};

/// A client that bought at least once.
#[derive(Clone, Debug)]
pub struct Buyer {
    pub account: AccountId,
    /// Whoever looks after it, for whoever asked by people or lists them: see [`owned`].
    pub owner: Option<PersonId>,
    pub first: Day,
    pub last: Day,
}

impl Buyer {
    /// Its keys of these bases, on this day.
    pub fn keys(&self, bases: &[Base], day: Day) -> Keys {
        let key = |base: &Base| match base {
            Base::Owner => self.owner.map(|it| it.to_string()),
            Base::Account => Some(self.account.to_string()),
            Base::Month => Some(day.0.strftime("%Y-%m").to_string()),
            Base::Product | Base::Stage | Base::InvoiceCountry => None,
        };
        bases.iter().map(key).collect()
    }
}

/// Clients with an invoice, whenever it was; the houses of the ledger are no clients. What the
/// question narrows in time is left to the caller, who knows which day it means.
pub async fn buyers(ctx: &Ctx, counting: Counting<'_>) -> Result<Vec<Buyer>> {
    let question = timeless(counting.question);
    let counting = Counting { question: &question, ..counting };
    let found = documents(ctx, counting, None)?;
    let found = found.filter(invoice::Column::Kind.eq(InvoiceKind::Invoice));
    let mut select: SelectStatement = found.select_only().into_query();
    let columns = [
        invoice::Column::AccountId.into_expr(),
        invoice::Column::Day.min(),
        invoice::Column::Day.max(),
    ];
    for (place, column) in columns.iter().enumerate() {
        select.expr_as(column.clone(), Alias::new(format!("column{place}")));
    }
    select.add_group_by(columns.iter().take(1).cloned());
    let rows = ctx.rows(&select).await?;
    let buyer = |row: &sea_orm::QueryResult| {
        Ok(Buyer {
            account: row.try_get_by_index(0)?,
            owner: None,
            first: row.try_get_by_index(1)?,
            last: row.try_get_by_index(2)?,
        })
    };
    let mut buyers = rows.iter().map(buyer).collect::<Result<Vec<_>>>()?;
    if counting.bases.contains(&Base::Owner) {
        owned(ctx, buyers.iter_mut()).await?;
    }
    Ok(buyers)
}

/// Writes beside buyers who looks after them.
pub async fn owned(ctx: &Ctx, buyers: impl IntoIterator<Item = &mut Buyer>) -> Result<()> {
    let mut buyers: Vec<&mut Buyer> = buyers.into_iter().collect();
    for some in buyers.chunks_mut(IDS_AT_ONCE) {
        let owners: Vec<(AccountId, Option<PersonId>)> = ctx
            .whole_company::<account::Entity>()
            .select_only()
            .columns([account::Column::Id, account::Column::OwnerId])
            .filter(account::Column::Id.is_in(some.iter().map(|it| it.account)))
            .into_tuple()
            .all(ctx)
            .await?;
        let owners: BTreeMap<AccountId, Option<PersonId>> = owners.into_iter().collect();
        for buyer in some {
            buyer.owner = owners.get(&buyer.account).copied().flatten();
        }
    }
    Ok(())
}

fn timeless(question: &Question) -> Question {
    let narrow = question.narrow.iter().filter(|it| !it.0.is_time()).cloned().collect();
    Question { narrow, currency: None, without_houses: true, ..question.clone() }
}

/// Whether a day is one that the question is about.
pub fn is_asked(counting: Counting<'_>, day: Day) -> Result<bool> {
    let mut spans: Vec<Span> = counting.span.into_iter().collect();
    for (axis, key) in counting.question.narrow.iter().filter(|it| it.0.is_time()) {
        spans.push(of_time(*axis, key.as_deref())?);
    }
    Ok(spans.iter().all(|it| it.holds(day)))
}

/// By what clients that buy can be broken down.
pub const AXES: &[Axis] = &[
    Axis::Account,
    Axis::Month,
    Axis::Quarter,
    Axis::Year,
    Axis::Person,
    Axis::Team,
    Axis::Office,
    Axis::Manager,
    Axis::Industry,
    Axis::Country,
    Axis::Tier,
];

/// The names of clients, and of those who look after them.
pub async fn named(ctx: &Ctx, buyers: &[Buyer]) -> Result<BTreeMap<AccountId, String>> {
    let names = account::names(ctx, buyers.iter().map(|it| it.account)).await?;
    Ok(names.into_iter().collect())
}
