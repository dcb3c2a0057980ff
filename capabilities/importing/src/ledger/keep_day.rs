//! One day is kept: the clients and products that it is the first to name, and its documents.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use accounts::{AccountId, account};
use catalogue::{ProductId, product};
use frame::{Error, Result, Tx};
use kernel::exact::Rounding;
use kernel::{Exact, Lang, country};
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use transactions::rules::InvoiceKind;
use transactions::source_account::HOUSE;
use transactions::{
    Batch, BatchDocument, BatchLine, Recorded, record_batch, source_account, source_product,
};

use crate::kept::{Beginning, Kept as _};
use crate::rules::online_retail::{CURRENCY, Kind, PRESET, SaleDocument};
use crate::words::Words;
use crate::write::{Writing, create, remember_day};

use super::look::{DayFile, Looked, Stored, documents};

/// Names in one question.
const AT_ONCE: usize = 500;

/// What an import of days under way knows.
pub struct Keeping {
    /// How each product is called, and its last price.
    products: BTreeMap<String, (String, Exact)>,
    /// Where each client's documents went.
    countries: HashMap<String, String>,
    accounts_known: HashMap<String, AccountId>,
    products_known: HashMap<String, ProductId>,
    /// Learnt in a transaction that has not been committed.
    new_accounts: Vec<String>,
    new_products: Vec<String>,
}

/// What became of a day.
pub struct Kept {
    pub recorded: Recorded,
    pub accounts: u64,
    pub products: u64,
}

impl Keeping {
    pub fn of(looked: &Looked, stored: &Stored) -> Self {
        let heard = &looked.heard;
        let country = |key: &str| Some((key.to_owned(), heard.country(key)?.to_owned()));
        let (accounts, products) = (stored.accounts.iter(), stored.products.iter());
        Self {
            products: heard.products(),
            countries: heard.customers().filter_map(country).collect(),
            accounts_known: accounts.map(|it| (it.key.clone(), it.account_id)).collect(),
            products_known: products.map(|it| (it.key.clone(), it.product_id)).collect(),
            new_accounts: Vec::new(),
            new_products: Vec::new(),
        }
    }

    /// The day is kept.
    pub fn settle(&mut self) {
        self.new_accounts.clear();
        self.new_products.clear();
    }

    /// The day was given up, and with it what it made.
    pub fn forget(&mut self) {
        for key in self.new_accounts.drain(..) {
            self.accounts_known.remove(&key);
        }
        for code in self.new_products.drain(..) {
            self.products_known.remove(&code);
        }
    }
}

/// Keeps a day.
pub async fn keep_day(
    tx: &Tx,
    keeping: &mut Keeping,
    writing: &mut Writing<'_>,
    file: &DayFile,
) -> Result<Kept> {
    let documents = documents(file)?;
    let accounts = know_accounts(tx, keeping, writing, &documents).await?;
    let products = know_products(tx, keeping, writing, &documents).await?;
    let batch = Batch {
        source: PRESET,
        name: file.day.to_string(),
        sha256: file.sha256.clone(),
        currency: CURRENCY,
        house: keeping.accounts_known.get(HOUSE).copied(),
        documents: documents
            .into_iter()
            .map(|it| document(keeping, file, it))
            .collect::<Result<_>>()?,
    };

    let recorded = record_batch(tx, batch).await?;
    remember_day(tx, writing, recorded.batch, &file.day.to_string()).await?;
    Ok(Kept { recorded, accounts, products })
}

fn document(keeping: &Keeping, file: &DayFile, it: SaleDocument) -> Result<BatchDocument> {
    let lost = || Error::internal(anyhow::anyhow!("a client or product was not made"));
    let key = it.customer.as_deref().unwrap_or(HOUSE);
    let mut lines = Vec::with_capacity(it.lines.len());
    for line in it.lines {
        let product = keeping.products_known.get(&line.code).copied().ok_or_else(lost)?;
        let (text, quantity, price) = (line.text, line.quantity, line.price);
        lines.push(BatchLine { product, text, quantity, price });
    }
    Ok(BatchDocument {
        account: keeping.accounts_known.get(key).copied().ok_or_else(lost)?,
        number: it.number,
        kind: match it.kind {
            Kind::Invoice => InvoiceKind::Invoice,
            Kind::Cancellation => InvoiceKind::Cancellation,
            Kind::Adjustment => InvoiceKind::Adjustment,
        },
        day: file.day,
        time: Some(it.time),
        country: it.country,
        lines,
    })
}

/// Clients that are named for the first time: found by their name, or made. How many were made.
async fn know_accounts(
    tx: &Tx,
    keeping: &mut Keeping,
    writing: &mut Writing<'_>,
    documents: &[SaleDocument],
) -> Result<u64> {
    let keys: BTreeSet<&str> =
        documents.iter().map(|it| it.customer.as_deref().unwrap_or(HOUSE)).collect();
    let new: Vec<&str> =
        keys.into_iter().filter(|it| !keeping.accounts_known.contains_key(*it)).collect();
    let w = Words::of(writing.lang);
    let name = |key: &str| match key {
        HOUSE => w.ledger_house().to_owned(),
        key => w.ledger_customer(key),
    };
    let names: Vec<String> = new.iter().map(|it| name(it)).collect();
    let found = named::<account::Entity, _>(tx, &names, account::Column::Name).await?;
    let found: HashMap<String, AccountId> =
        found.into_iter().filter(|it| it.hidden_at.is_none()).map(|it| (it.name, it.id)).collect();

    let (mut made, mut rows) = (Vec::new(), Vec::new());
    for (key, name) in new.into_iter().zip(names) {
        let id = if let Some(id) = found.get(&name).filter(|_| key != HOUSE) {
            *id
        } else {
            let mut account = account::Entity::blank(beginning(tx, writing.lang));
            account.name_key = frame::text::key(&name);
            account.name = name;
            let said = keeping.countries.get(key).and_then(|it| country::of_code(it));
            account.country = said.map(|it| it.code.to_owned());
            let id = account.id;
            made.push(account);
            id
        };
        keeping.accounts_known.insert(key.to_owned(), id);
        keeping.new_accounts.push(key.to_owned());
        rows.push(source_account::Model {
            company_id: tx.actor.company,
            source: PRESET.to_owned(),
            key: key.to_owned(),
            account_id: id,
            house: key == HOUSE,
        });
    }
    let count = made.len() as u64;
    create::<account::Entity>(tx, writing, made).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    tx.insert_all::<source_account::ActiveModel>(rows).await?;
    Ok(count)
}

/// As with clients, by the code of each product.
async fn know_products(
    tx: &Tx,
    keeping: &mut Keeping,
    writing: &mut Writing<'_>,
    documents: &[SaleDocument],
) -> Result<u64> {
    let codes: BTreeSet<&str> =
        documents.iter().flat_map(|it| &it.lines).map(|it| it.code.as_str()).collect();
    let new: Vec<&str> =
        codes.into_iter().filter(|it| !keeping.products_known.contains_key(*it)).collect();
    let called = |code: &str| {
        let (name, price) = keeping.products.get(code).cloned().unwrap_or_default();
        if name.is_empty() { (code.to_owned(), price) } else { (name, price) }
    };
    let named_so: Vec<(String, Exact)> = new.iter().map(|it| called(it)).collect();
    let names: Vec<String> = named_so.iter().map(|it| it.0.clone()).collect();
    let found = named::<product::Entity, _>(tx, &names, product::Column::Name).await?;
    let found: HashMap<String, ProductId> = found.into_iter().map(|it| (it.name, it.id)).collect();

    let (mut made, mut rows) = (Vec::new(), Vec::new());
    for (code, (name, price)) in new.into_iter().zip(named_so) {
        let id = if let Some(id) = found.get(&name) {
            *id
        } else {
            let mut product = product::Entity::blank(beginning(tx, writing.lang));
            product.name = name;
            let price = price.to_money(CURRENCY, Rounding::HalfAwayFromZero);
            product.price_amount = price.amount;
            product.price_currency = price.currency;
            let id = product.id;
            made.push(product);
            id
        };
        keeping.products_known.insert(code.to_owned(), id);
        keeping.new_products.push(code.to_owned());
        rows.push(source_product::Model {
            company_id: tx.actor.company,
            source: PRESET.to_owned(),
            key: code.to_owned(),
            product_id: id,
        });
    }
    let count = made.len() as u64;
    create::<product::Entity>(tx, writing, made).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    tx.insert_all::<source_product::ActiveModel>(rows).await?;
    Ok(count)
}

fn beginning(tx: &Tx, lang: Lang) -> Beginning {
    Beginning { company: tx.actor.company, id: tx.id(), lang, now: tx.now }
}

/// Records that are called so.
async fn named<E, C>(tx: &Tx, names: &[String], column: C) -> Result<Vec<E::Model>>
where
    E: crate::kept::Kept,
    C: ColumnTrait,
{
    let mut found = Vec::new();
    for some in names.chunks(AT_ONCE) {
        let these = tx.whole_company::<E>().filter(column.is_in(some));
        found.extend(these.all(&**tx).await?);
    }
    Ok(found)
}
