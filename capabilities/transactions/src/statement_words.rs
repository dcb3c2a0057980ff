//! A statement in words, the same on the page, on paper and for whoever follows a link.

use kernel::{Exact, Lang};

use crate::client_statement::Told;
use crate::rules::purchases::{Purchases, Sum};
use crate::rules::statement::{Ageing, Entry, Statement, What};
use crate::words::Words;

/// A statement in one currency, in words.
pub struct Shown {
    pub currency: String,
    pub opening: String,
    pub charged: String,
    pub credited: String,
    pub paid: String,
    pub closing: String,
    pub rows: Vec<ShownRow>,
    /// How long it has been due, and how much.
    pub ages: Vec<(&'static str, String)>,
}

pub struct ShownRow {
    pub day: String,
    /// `Faktur F-001, jatuh tempo 3 Mar 2026`.
    pub what: String,
    /// What it adds, or what it takes away; one of them is empty.
    pub adds: String,
    pub takes: String,
    pub balance: String,
}

/// What was bought, in words.
pub struct ShownPurchases {
    pub currency: String,
    pub net: String,
    /// Name, quantity, amount, first and last day.
    pub products: Vec<[String; 5]>,
    /// Month and amount.
    pub months: Vec<(String, String)>,
}

impl Told {
    /// `1 Jan 2026–31 Mar 2026`.
    pub fn period(&self, lang: Lang) -> String {
        format!("{}–{}", lang.day(self.period.from), lang.day(self.period.to))
    }

    pub fn shown(&self, lang: Lang) -> Vec<Shown> {
        self.statements.iter().map(|it| shown(it, lang)).collect()
    }

    pub fn bought(&self, lang: Lang) -> Vec<ShownPurchases> {
        self.purchases.iter().map(|it| bought(it, lang)).collect()
    }
}

fn shown(it: &Statement, lang: Lang) -> Shown {
    let w = Words::of(lang);
    let money = |amount: Exact| amount.money(&it.currency);
    let ages = ages(&it.ageing, w).into_iter().map(|(age, owed)| (age, money(owed)));
    Shown {
        currency: it.currency.clone(),
        opening: money(it.opening),
        charged: money(it.charged),
        credited: money(it.credited),
        paid: money(it.paid),
        closing: money(it.closing),
        rows: it.entries.iter().map(|entry| row(entry, it, lang)).collect(),
        ages: ages.collect(),
    }
}

/// How long something has been due, and how much of it; what is set against nothing stands last.
pub fn ages(ageing: &Ageing, w: Words) -> Vec<(&'static str, Exact)> {
    let names = [w.age_not_due(), w.age_30(), w.age_60(), w.age_90(), w.age_more()];
    let mut ages: Vec<(&'static str, Exact)> = names.into_iter().zip(ageing.buckets).collect();
    if ageing.unallocated != Exact::ZERO {
        ages.push((w.age_unallocated(), ageing.unallocated));
    }
    ages
}

fn row(entry: &Entry, of: &Statement, lang: Lang) -> ShownRow {
    let money = |amount: Exact| amount.money(&of.currency);
    let (adds, takes) = if entry.amount.is_negative() {
        (String::new(), money(entry.amount.checked_neg().unwrap_or_default()))
    } else {
        (money(entry.amount), String::new())
    };
    ShownRow {
        day: lang.day(entry.day),
        what: what(&entry.what, lang),
        adds,
        takes,
        balance: money(entry.balance),
    }
}

/// What happened, in a few words.
pub fn what(what: &What, lang: Lang) -> String {
    let w = Words::of(lang);
    match what {
        What::Document { kind, number, due_on, .. } => {
            let named = format!("{} {number}", w.kind(*kind));
            match due_on {
                Some(due) => w.entry_due(named, lang.day(*due)),
                None => named,
            }
        }
        What::Payment { key, method: Some(method) } => w.entry_paid_by(key.as_str(), method),
        What::Payment { key, method: None } => w.entry_paid(key.as_str()),
    }
}

fn bought(it: &Purchases, lang: Lang) -> ShownPurchases {
    let money = |sum: &Sum| sum.net.money(&it.currency);
    let product = |sum: &Sum| {
        let quantity = sum.quantity.shown(lang, 0);
        [sum.name.clone(), quantity, money(sum), lang.day(sum.first), lang.day(sum.last)]
    };
    ShownPurchases {
        currency: it.currency.clone(),
        net: it.net.money(&it.currency),
        products: it.products.iter().map(product).collect(),
        months: it
            .months
            .iter()
            .map(|sum| (lang.month(&sum.month), sum.net.money(&it.currency)))
            .collect(),
    }
}
