//! What one client bought: of which product, in which month, first and last.

use std::collections::BTreeMap;

use kernel::{Day, Exact};

/// A line of a document of this client.
#[derive(Clone, Debug)]
pub struct Bought {
    pub product: String,
    pub day: Day,
    pub currency: String,
    pub quantity: Exact,
    pub net: Exact,
}

/// What was bought of one product, or in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub name: String,
    pub quantity: Exact,
    pub net: Exact,
    pub first: Day,
    pub last: Day,
}

/// What was bought in a month; nothing, perhaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// `2026-03`.
    pub month: String,
    pub quantity: Exact,
    pub net: Exact,
}

/// What was bought in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchases {
    pub currency: String,
    /// The most expensive first.
    pub products: Vec<Sum>,
    /// From the first to the last in which something was bought, none left out.
    pub months: Vec<Month>,
    pub net: Exact,
}

/// None if the amounts are out of all bounds.
pub fn purchases(lines: &[Bought]) -> Option<Vec<Purchases>> {
    let mut by: BTreeMap<&str, Vec<&Bought>> = BTreeMap::new();
    for line in lines {
        by.entry(&line.currency).or_default().push(line);
    }
    by.into_iter()
        .map(|(currency, lines)| {
            let mut products = summed(&lines, |it| it.product.clone())?;
            products.sort_by(|one, other| {
                other.net.cmp(&one.net).then_with(|| one.name.cmp(&other.name))
            });
            let months = without_gaps(summed(&lines, |it| month(it.day))?);
            let net = Exact::sum(lines.iter().map(|it| it.net))?;
            Some(Purchases { currency: currency.to_owned(), products, months, net })
        })
        .collect()
}

fn without_gaps(sums: Vec<Sum>) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for sum in sums {
        while let Some(next) = months.last().map(|it| after(&it.month)) {
            if sum.name <= next {
                break;
            }
            months.push(Month { month: next, quantity: Exact::ZERO, net: Exact::ZERO });
        }
        months.push(Month { month: sum.name, quantity: sum.quantity, net: sum.net });
    }
    months
}

/// The month after this one; what is none comes last.
fn after(of: &str) -> String {
    let first = Day::kept(&format!("{of}-01"));
    first.map_or_else(|_| "~".to_owned(), |first| month(first.plus(31)))
}

fn month(day: Day) -> String {
    day.to_string().chars().take(7).collect()
}

fn summed(lines: &[&Bought], name: fn(&Bought) -> String) -> Option<Vec<Sum>> {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for line in lines {
        let name = name(line);
        let sum = sums.entry(name.clone()).or_insert_with(|| Sum {
            name,
            quantity: Exact::ZERO,
            net: Exact::ZERO,
            first: line.day,
            last: line.day,
        });
        sum.quantity = sum.quantity.checked_add(line.quantity)?;
        sum.net = sum.net.checked_add(line.net)?;
        sum.first = sum.first.min(line.day);
        sum.last = sum.last.max(line.day);
    }
    Some(sums.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(product: &str, day: &str, net: i64) -> Bought {
        Bought {
            product: product.to_owned(),
            day: day.parse().unwrap(),
            currency: "IDR".to_owned(),
            quantity: Exact(10_000),
            net: Exact(net),
        }
    }

    #[test]
    fn products_and_months_come_to_the_same() {
        let lines = [
            line("Kertas", "2026-01-05", 500),
            line("Tinta", "2026-01-20", 900),
            line("Kertas", "2026-03-01", -100),
        ];

        let all = purchases(&lines).unwrap();

        let one = &all[0];
        assert_eq!(one.net, Exact(1_300));
        let named = |sums: &[Sum]| -> Vec<(String, i64)> {
            sums.iter().map(|it| (it.name.clone(), it.net.0)).collect()
        };
        assert_eq!(named(&one.products), [("Tinta".to_owned(), 900), ("Kertas".to_owned(), 400)]);
        let months: Vec<(&str, i64)> =
            one.months.iter().map(|it| (it.month.as_str(), it.net.0)).collect();
        assert_eq!(months, [("2026-01", 1_400), ("2026-02", 0), ("2026-03", -100)]);
        assert_eq!(one.products[1].first.to_string(), "2026-01-05");
        assert_eq!(one.products[1].last.to_string(), "2026-03-01");
    }
}
