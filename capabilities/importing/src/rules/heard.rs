//! What days of a ledger say of products and clients, all together.

use std::collections::{BTreeMap, HashMap};

use kernel::Exact;

use crate::rules::online_retail::SaleDocument;

/// What all days together say of products and clients.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    products: BTreeMap<String, Called>,
    customers: BTreeMap<String, BTreeMap<String, u64>>,
}

#[derive(Clone, Debug, Default)]
struct Called {
    names: BTreeMap<String, u64>,
    price: Exact,
}

impl Heard {
    /// Listens to a day; days come in their order.
    pub fn hear(&mut self, documents: &[SaleDocument]) {
        for document in documents {
            if let Some(customer) = &document.customer {
                let countries = self.customers.entry(customer.clone()).or_default();
                *countries.entry(document.country.clone()).or_default() += 1;
            }
            for line in &document.lines {
                let called = self.products.entry(line.code.clone()).or_default();
                if !line.text.is_empty() {
                    *called.names.entry(line.text.clone()).or_default() += 1;
                }
                if Exact::ZERO < line.price {
                    called.price = line.price;
                }
            }
        }
    }

    /// Each product by its code: its name and its last price.
    pub fn products(&self) -> BTreeMap<String, (String, Exact)> {
        let usual = |(code, called): (&String, &Called)| {
            // Of two that are as frequent, the first in the alphabet.
            let name = called.names.iter().max_by_key(|it| (it.1, std::cmp::Reverse(it.0)));
            name.map_or_else(|| code.clone(), |it| it.0.clone())
        };
        let names: Vec<String> = self.products.iter().map(usual).collect();
        let mut times: HashMap<&str, usize> = HashMap::new();
        for name in &names {
            *times.entry(name).or_default() += 1;
        }
        let named = self.products.iter().zip(&names).map(|((code, called), name)| {
            let is_shared = times.get(name.as_str()).is_some_and(|it| 1 < *it);
            let name = if is_shared { format!("{name} ({code})") } else { name.clone() };
            (code.clone(), (name, called.price))
        });
        named.collect()
    }

    /// The country to which most of a client's documents went.
    pub fn country(&self, customer: &str) -> Option<&str> {
        let countries = self.customers.get(customer)?.iter();
        countries.max_by_key(|it| (it.1, std::cmp::Reverse(it.0))).map(|it| it.0.as_str())
    }

    pub fn customers(&self) -> impl Iterator<Item = &str> {
        self.customers.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::online_retail::{COLUMNS, read_day};

    #[test]
    fn the_most_frequent_description_names_a_product_and_a_shared_one_carries_its_code() {
        let line = |code: &str, text: &str| {
            format!("5,{code},{text},1,2010-12-01 08:26:00,1.25,7,France\n")
        };
        let rows = [
            line("1", "wrong"),
            line("1", "RED BAG"),
            line("1", "RED BAG"),
            line("2", "BLUE BAG"),
            line("2a", "BLUE BAG"),
            line("3", ""),
        ];
        let mut heard = Heard::default();
        let day = "2010-12-01".parse().unwrap();
        let file = format!("{}\n{}", COLUMNS.join(","), rows.concat());
        heard.hear(&read_day(day, file.as_bytes()).unwrap());

        let products = heard.products();
        let names: Vec<_> = products.values().map(|it| it.0.as_str()).collect();
        assert_eq!(names, ["RED BAG", "BLUE BAG (2)", "BLUE BAG (2a)", "3"]);
        assert_eq!(products["1"].1.to_string(), "1.25");
        assert_eq!(heard.country("7"), Some("FR"));
    }
}
