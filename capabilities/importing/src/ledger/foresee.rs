//! What days would lead to, beyond their own numbers: what their cancellations would take back, and
//! what a document looks like.

use std::collections::{BTreeSet, HashMap};

use accounts::AccountId;
use catalogue::ProductId;
use frame::{Ctx, Result};
use kernel::Day;
use transactions::bought_before;

use super::foreseen::{Foreseen, Outcome, Pair, counted};
use crate::rules::online_retail::{Kind, SaleDocument};

use super::look::{DayFile, Looked, Stored, documents};

/// What was foreseen.
pub struct Foresight {
    pub outcomes: Vec<Outcome>,
    /// One document of each nature.
    pub documents: Vec<(Day, SaleDocument)>,
}

/// Reads the new days once more. How their cancellations come out is counted from then on.
pub async fn foresee(ctx: &Ctx, looked: &mut Looked, stored: &Stored) -> Result<Foresight> {
    let mut foreseen = Foreseen::of(std::mem::take(&mut looked.cancelled));
    know_stored(ctx, &mut foreseen, stored).await?;
    let days: Vec<DayFile> = looked.days.iter().filter(|it| it.is_new()).cloned().collect();

    let read = move || {
        let mut samples: Vec<(Day, SaleDocument)> = Vec::new();
        for file in &days {
            let documents = documents(file)?;
            foreseen.hear(file.day, &documents);
            for document in documents {
                if samples.iter().all(|(_, it)| nature(it) != nature(&document)) {
                    samples.push((file.day, document));
                }
            }
        }
        Ok(Foresight { outcomes: foreseen.outcomes(), documents: samples })
    };
    let foresight: Result<Foresight> = tokio::task::spawn_blocking(read).await?;
    let foresight = foresight?;
    looked.foreseen = counted(&foresight.outcomes);
    Ok(foresight)
}

/// What somebody wants to have seen one of: each kind, with a client and without, and one with lines
/// that stand there twice.
fn nature(document: &SaleDocument) -> (Kind, bool, bool) {
    (document.kind, document.customer.is_some(), 0 < document.repeated())
}

/// What is stored of purchases that the new days may take back.
async fn know_stored(ctx: &Ctx, foreseen: &mut Foreseen, stored: &Stored) -> Result<()> {
    let accounts = stored.accounts.iter().map(|it| (it.key.as_str(), it.account_id));
    let accounts: HashMap<&str, AccountId> = accounts.collect();
    let products = stored.products.iter().map(|it| (it.key.as_str(), it.product_id));
    let products: HashMap<&str, ProductId> = products.collect();
    let mut pairs: HashMap<(u128, u128), Pair> = HashMap::new();
    let (mut whose, mut of_what) = (BTreeSet::new(), BTreeSet::new());
    for (customer, code) in foreseen.pairs() {
        let account = accounts.get(customer.as_str());
        let Some((account, product)) = account.zip(products.get(code.as_str())) else { continue };
        whose.insert(*account);
        of_what.insert(*product);
        let ids = (account.0.as_u128(), product.0.as_u128());
        pairs.insert(ids, (customer.clone(), code.clone()));
    }
    if pairs.is_empty() {
        return Ok(());
    }
    for bought in bought_before(ctx, whose, of_what).await? {
        if let Some(pair) = pairs.get(&(bought.account, bought.product)) {
            foreseen.know(pair, bought);
        }
    }
    Ok(())
}
