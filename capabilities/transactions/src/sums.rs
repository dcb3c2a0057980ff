//! What lines add up to, by month: written in the transaction that writes or takes them.

use std::collections::BTreeMap;

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Error, Result, Tx};
use kernel::Exact;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, IdenStatic, QueryFilter};

use crate::rules::LedgerRefused;
use crate::rules::year::month_of;
use crate::{invoice, invoice_line, sales_month as by_account, sales_product_month as by_product};

/// Month, currency and country.
pub type When = (String, String, String);

/// A sum of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub net: Exact,
    pub quantity: Exact,
    pub lines: i64,
    pub documents: i64,
}

/// What is less than this comes to too much only half a million times in one month; what is more is
/// held against what is kept before it is written.
const LARGE: u64 = 1 << 43;
/// A sum grows to half of what its column holds, so that the last word is ours and not the
/// database's, of which one stops and the other goes on in fractions.
const MOST: u64 = i64::MAX.unsigned_abs() / 2;

/// Sums by client and by product.
#[derive(Debug, Default)]
pub struct Sums {
    pub accounts: BTreeMap<(AccountId, When), Sum>,
    pub products: BTreeMap<(ProductId, When), Sum>,
}

impl Sum {
    pub fn of_line(line: &invoice_line::Model) -> Self {
        Self { net: line.net, quantity: line.quantity, lines: 1, documents: 0 }
    }

    pub fn add(&mut self, other: Self) -> Result<()> {
        let too_large = || Error::refused(LedgerRefused::TooLarge);
        self.net = self.net.checked_add(other.net).ok_or_else(too_large)?;
        self.quantity = self.quantity.checked_add(other.quantity).ok_or_else(too_large)?;
        self.lines += other.lines;
        self.documents += other.documents;
        Ok(())
    }

    fn is_large(&self) -> bool {
        [self.net, self.quantity].iter().any(|it| LARGE < it.0.unsigned_abs())
    }

    /// Both together are no more than is kept of a month.
    fn fits(&self, net: Exact, quantity: Exact) -> bool {
        let fits = |one: Exact, two: Exact| {
            one.checked_add(two).is_some_and(|it| it.0.unsigned_abs() <= MOST)
        };
        fits(self.net, net) && fits(self.quantity, quantity)
    }

    fn turned(self) -> Option<Self> {
        Some(Self {
            net: self.net.checked_neg()?,
            quantity: self.quantity.checked_neg()?,
            lines: -self.lines,
            documents: -self.documents,
        })
    }
}

impl Sums {
    /// Adds a document with all of its lines.
    pub fn add(&mut self, invoice: &invoice::Model, lines: &[invoice_line::Model]) -> Result<()> {
        let when = (month_of(invoice.day), invoice.currency.clone(), invoice.country.clone());
        let mut products: BTreeMap<ProductId, Sum> = BTreeMap::new();
        let mut whole = Sum { documents: 1, ..Sum::default() };
        for line in lines {
            whole.add(Sum::of_line(line))?;
            if let Some(product) = line.product_id {
                let once = Sum { documents: 1, ..Sum::default() };
                products.entry(product).or_insert(once).add(Sum::of_line(line))?;
            }
        }
        for (product, sum) in products {
            self.products.entry((product, when.clone())).or_default().add(sum)?;
        }
        self.accounts.entry((invoice.account_id, when)).or_default().add(whole)
    }

    /// Refuses what would come to more in a month than is kept of one.
    pub async fn fit(&self, tx: &Tx) -> Result<()> {
        let too_large = || Error::refused(LedgerRefused::TooLarge);
        for ((account, when), sum) in self.accounts.iter().filter(|it| it.1.is_large()) {
            use by_account::Column;
            let (month, currency, country) = when;
            let kept = tx
                .whole_company::<by_account::Entity>()
                .filter(Column::AccountId.eq(*account))
                .filter(Column::Month.eq(month.as_str()))
                .filter(Column::Currency.eq(currency.as_str()))
                .filter(Column::Country.eq(country.as_str()));
            let kept = kept.one(&**tx).await?.map(|it| (it.net, it.quantity));
            let (net, quantity) = kept.unwrap_or_default();
            sum.fits(net, quantity).then_some(()).ok_or_else(too_large)?;
        }
        for ((product, when), sum) in self.products.iter().filter(|it| it.1.is_large()) {
            use by_product::Column;
            let (month, currency, country) = when;
            let kept = tx
                .whole_company::<by_product::Entity>()
                .filter(Column::ProductId.eq(*product))
                .filter(Column::Month.eq(month.as_str()))
                .filter(Column::Currency.eq(currency.as_str()))
                .filter(Column::Country.eq(country.as_str()));
            let kept = kept.one(&**tx).await?.map(|it| (it.net, it.quantity));
            let (net, quantity) = kept.unwrap_or_default();
            sum.fits(net, quantity).then_some(()).ok_or_else(too_large)?;
        }
        Ok(())
    }

    /// What is kept grows by these.
    pub async fn write(self, tx: &Tx) -> Result<()> {
        let company = tx.actor.company;
        let accounts = self.accounts.into_iter().map(|((account, when), sum)| {
            let (month, currency, country) = when;
            by_account::ActiveModel {
                company_id: Set(company),
                account_id: Set(account),
                month: Set(month),
                currency: Set(currency),
                country: Set(country),
                net: Set(sum.net),
                quantity: Set(sum.quantity),
                lines: Set(sum.lines),
                documents: Set(sum.documents),
            }
        });
        let products = self.products.into_iter().map(|((product, when), sum)| {
            let (month, currency, country) = when;
            by_product::ActiveModel {
                company_id: Set(company),
                product_id: Set(product),
                month: Set(month),
                currency: Set(currency),
                country: Set(country),
                net: Set(sum.net),
                quantity: Set(sum.quantity),
                lines: Set(sum.lines),
                documents: Set(sum.documents),
            }
        });
        let account_key = [
            by_account::Column::CompanyId,
            by_account::Column::AccountId,
            by_account::Column::Month,
            by_account::Column::Currency,
            by_account::Column::Country,
        ];
        let account_sums = [
            by_account::Column::Net,
            by_account::Column::Quantity,
            by_account::Column::Lines,
            by_account::Column::Documents,
        ];
        let product_key = [
            by_product::Column::CompanyId,
            by_product::Column::ProductId,
            by_product::Column::Month,
            by_product::Column::Currency,
            by_product::Column::Country,
        ];
        let product_sums = [
            by_product::Column::Net,
            by_product::Column::Quantity,
            by_product::Column::Lines,
            by_product::Column::Documents,
        ];
        let grow = grows::<by_account::Entity>(account_key.to_vec(), &account_sums);
        tx.put_all(accounts.collect(), grow).await?;
        let grow = grows::<by_product::Entity>(product_key.to_vec(), &product_sums);
        tx.put_all(products.collect(), grow).await
    }

    /// What is kept shrinks by these; a sum of no lines goes.
    pub async fn take_back(self, tx: &Tx) -> Result<()> {
        let accounts: Vec<AccountId> = self.accounts.keys().map(|it| it.0).collect();
        let products: Vec<ProductId> = self.products.keys().map(|it| it.0).collect();
        self.turned().ok_or(Error::refused(LedgerRefused::TooLarge))?.write(tx).await?;
        for some in accounts.chunks(500) {
            let empty = Condition::all()
                .add(by_account::Column::Lines.eq(0))
                .add(by_account::Column::AccountId.is_in(some.iter().copied()));
            let company = by_account::Column::CompanyId;
            tx.delete_where::<by_account::Entity, _>(company, empty).await?;
        }
        for some in products.chunks(500) {
            let empty = Condition::all()
                .add(by_product::Column::Lines.eq(0))
                .add(by_product::Column::ProductId.is_in(some.iter().copied()));
            let company = by_product::Column::CompanyId;
            tx.delete_where::<by_product::Entity, _>(company, empty).await?;
        }
        Ok(())
    }

    fn turned(self) -> Option<Self> {
        let accounts = self.accounts.into_iter().map(|(key, sum)| Some((key, sum.turned()?)));
        let products = self.products.into_iter().map(|(key, sum)| Some((key, sum.turned()?)));
        Some(Self {
            accounts: accounts.collect::<Option<_>>()?,
            products: products.collect::<Option<_>>()?,
        })
    }
}

/// A row that is there already grows by what comes.
fn grows<E: EntityTrait>(key: Vec<E::Column>, sums: &[E::Column]) -> OnConflict {
    let mut conflict = OnConflict::columns(key);
    for &column in sums {
        let kept = Expr::col((E::default(), column));
        let more = Expr::col((Alias::new("excluded"), Alias::new(column.as_str())));
        let grown: SimpleExpr = kept.add(more);
        conflict.value(column, grown);
    }
    conflict
}
