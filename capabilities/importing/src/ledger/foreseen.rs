//! What cancellations of a ledger would be tied to, before anything is kept.
//!
//! It is the ledger's own rule (`transactions::rules::cancel`), asked with documents that are still
//! in their files.

use std::collections::{BTreeMap, HashMap};

use kernel::{Day, Exact};
use transactions::rules::{Asked, Bought, Tie, Why, cancel};

use crate::rules::online_retail::{Kind, SaleDocument};

/// A client and a product, by their keys in the source.
pub type Pair = (String, String);

/// A line that takes something back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    /// Of its document.
    pub number: String,
    pub day: Day,
    /// By which the source knows the client; none when they are not named.
    pub customer: Option<String>,
    pub code: String,
    pub text: String,
    pub quantity: Exact,
    price: Exact,
    /// When, so that it sorts.
    at: String,
}

/// How a line that takes something back would come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub cancelled: Cancelled,
    pub why: Why,
    /// The number of the document that it is tied to, or the id of one that is stored.
    pub target: Option<Target>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Brought(String),
    Stored(u128),
}

/// Lines that take something back, and what was bought of these products by these clients.
#[derive(Debug, Default)]
pub struct Foreseen {
    cancelled: Vec<Cancelled>,
    bought: HashMap<Pair, Vec<Bought>>,
    /// Of documents that are brought, by their place; ids of stored ones are far larger.
    numbers: Vec<String>,
}

impl Foreseen {
    pub fn of(mut cancelled: Vec<Cancelled>) -> Self {
        cancelled.sort_by(|one, other| (&one.at, &one.number).cmp(&(&other.at, &other.number)));
        let pair = |it: &Cancelled| Some((it.customer.clone()?, it.code.clone()));
        let bought = cancelled.iter().filter_map(pair).map(|it| (it, Vec::new())).collect();
        Self { cancelled, bought, numbers: Vec::new() }
    }

    /// Whose purchases of what have to be known.
    pub fn pairs(&self) -> impl Iterator<Item = &Pair> {
        self.bought.keys()
    }

    /// What is stored already.
    pub fn know(&mut self, pair: &Pair, bought: Bought) {
        if let Some(known) = self.bought.get_mut(pair) {
            known.push(Bought { account: 0, product: 0, ..bought });
        }
    }

    /// Listens to a day.
    pub fn hear(&mut self, day: Day, documents: &[SaleDocument]) {
        for document in documents.iter().filter(|it| it.kind == Kind::Invoice) {
            let Some(customer) = &document.customer else { continue };
            let (place, mut is_told) = (self.numbers.len() as u128, false);
            for (number, line) in (1..).zip(&document.lines) {
                let pair = (customer.clone(), line.code.clone());
                let Some(known) = self.bought.get_mut(&pair) else { continue };
                is_told = true;
                known.push(Bought {
                    account: 0,
                    document: place,
                    line: number,
                    product: 0,
                    price: line.price,
                    quantity: line.quantity,
                    at: format!("{day} {}", document.time),
                    cancelled: false,
                });
            }
            if is_told {
                self.numbers.push(document.number.clone());
            }
        }
    }

    /// How each line comes out, in the order in which they would be kept.
    pub fn outcomes(mut self) -> Vec<Outcome> {
        let mut outcomes = Vec::with_capacity(self.cancelled.len());
        for cancelled in std::mem::take(&mut self.cancelled) {
            let (why, target) = match self.tied(&cancelled) {
                Ok(document) => (Why::Tied, Some(self.target(document))),
                Err(why) => (why, None),
            };
            outcomes.push(Outcome { cancelled, why, target });
        }
        outcomes
    }

    /// The document that is meant.
    fn tied(&mut self, line: &Cancelled) -> Result<u128, Why> {
        let customer = line.customer.clone().ok_or(Why::NoCustomer)?;
        let bought = self.bought.get_mut(&(customer, line.code.clone()));
        let bought = bought.ok_or(Why::NotBought)?;
        let (price, quantity) = (line.price, line.quantity);
        let asked = Asked { account: 0, product: 0, price, quantity, at: &line.at };
        let Tie(place) = cancel::tie(asked, bought)?;
        let meant = bought.get_mut(place).ok_or(Why::NotBought)?;
        meant.cancelled = true;
        Ok(meant.document)
    }

    fn target(&self, document: u128) -> Target {
        let brought = usize::try_from(document).ok().and_then(|it| self.numbers.get(it));
        brought.map_or(Target::Stored(document), |it| Target::Brought(it.clone()))
    }
}

/// The lines of a day that take something back.
pub fn cancelled(day: Day, documents: &[SaleDocument]) -> impl Iterator<Item = Cancelled> {
    let documents = documents.iter().filter(|it| it.kind == Kind::Cancellation);
    documents.flat_map(move |document| {
        document.lines.iter().map(move |line| Cancelled {
            number: document.number.clone(),
            day,
            customer: document.customer.clone(),
            code: line.code.clone(),
            text: line.text.clone(),
            quantity: line.quantity,
            price: line.price,
            at: format!("{day} {}", document.time),
        })
    })
}

/// How many came out how.
pub fn counted(outcomes: &[Outcome]) -> BTreeMap<String, u64> {
    let mut counted = BTreeMap::new();
    for outcome in outcomes {
        *counted.entry(outcome.why.word().to_owned()).or_default() += 1;
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::online_retail::{COLUMNS, read_day};

    fn documents(day: &str, lines: &[&str]) -> (Day, Vec<SaleDocument>) {
        let rows: Vec<String> = lines
            .iter()
            .map(|it| {
                let cells: Vec<&str> = it.split(' ').collect();
                let [number, code, quantity, customer] = cells[..] else { panic!("{it}") };
                format!("{number},{code},BAG,{quantity},{day} 10:00:00,2.5,{customer},France\n")
            })
            .collect();
        let file = format!("{}\n{}", COLUMNS.join(","), rows.concat());
        let day = day.parse().unwrap();
        (day, read_day(day, file.as_bytes()).unwrap())
    }

    #[test]
    fn what_is_brought_and_what_is_stored_is_tied_once() {
        let days = [
            documents("2010-12-01", &["1 A 6 7", "2 B 2 ", "C0 A -6 7"]),
            documents("2010-12-02", &["C3 A -6 7", "C4 A -6 7", "C5 B -2 ", "C6 D -1 7"]),
        ];
        let lines = days.iter().flat_map(|(day, documents)| cancelled(*day, documents));
        let mut foreseen = Foreseen::of(lines.collect());
        for (day, documents) in &days {
            foreseen.hear(*day, documents);
        }
        let stored = Bought {
            account: 9,
            document: 1 << 100,
            line: 4,
            product: 9,
            price: "2.5".parse().unwrap(),
            quantity: "1".parse().unwrap(),
            at: "2010-11-30 10:00:00".to_owned(),
            cancelled: false,
        };
        foreseen.know(&("7".to_owned(), "D".to_owned()), stored);

        let outcomes = foreseen.outcomes();

        let told: Vec<_> = outcomes
            .iter()
            .map(|it| (it.cancelled.number.as_str(), it.why, it.target.clone()))
            .collect();
        assert_eq!(
            told,
            [
                ("C0", Why::NotBought, None),
                ("C3", Why::Tied, Some(Target::Brought("1".to_owned()))),
                ("C4", Why::CancelledAlready, None),
                ("C5", Why::NoCustomer, None),
                ("C6", Why::Tied, Some(Target::Stored(1 << 100))),
            ]
        );
        assert_eq!(counted(&outcomes)["tied"], 2);
    }
}
