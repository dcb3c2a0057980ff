//! Which line a cancelled line takes back, where that is certain.
//!
//! It is certain when exactly one earlier document of the same client has a line of the same
//! product at the same price with the opposite quantity that nothing has cancelled yet. In any
//! other case the reason is kept, and nobody guesses.

use kernel::{Exact, labels};

labels! {
    /// What is known about what a correction takes back.
    pub enum Why {
        /// Exactly one line fits.
        Tied = "tied",
        /// Somebody said which document as a whole, or how much of it.
        Said = "said",
        /// The client is not named, so earlier documents are not known to be theirs.
        NoCustomer = "no-customer",
        /// The client is not known to have bought this before.
        NotBought = "not-bought",
        /// They bought it, but never at this price.
        OtherPrice = "other-price",
        /// They bought it at this price, but never as many.
        OtherQuantity = "other-quantity",
        /// Every line that fits has been cancelled before.
        CancelledAlready = "cancelled-already",
        /// Lines of several documents fit.
        Several = "several",
    }
}

/// A line that takes something back. Clients, products and documents are told apart by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    pub account: u128,
    pub product: u128,
    pub price: Exact,
    /// Below zero.
    pub quantity: Exact,
    /// When, so that it sorts: the day and the time.
    pub at: &'a str,
}

/// A line that was bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    pub account: u128,
    pub document: u128,
    pub line: i32,
    pub product: u128,
    pub price: Exact,
    pub quantity: Exact,
    pub at: String,
    /// Something has taken it back already.
    pub cancelled: bool,
}

/// A certain tie: the place of the bought line among those that were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie(pub usize);

/// The line that is meant, or why that is not certain.
pub type Found = Result<Tie, Why>;

/// Looks for the one line that fits.
pub fn tie(asked: Asked<'_>, bought: &[Bought]) -> Found {
    let earlier = |it: &&(usize, &Bought)| {
        it.1.account == asked.account
            && it.1.product == asked.product
            && it.1.at.as_str() < asked.at
    };
    let all: Vec<(usize, &Bought)> = bought.iter().enumerate().collect();
    let earlier: Vec<_> = all.iter().filter(earlier).collect();
    if earlier.is_empty() {
        return Err(Why::NotBought);
    }
    let at_price: Vec<_> = earlier.iter().filter(|it| it.1.price == asked.price).collect();
    if at_price.is_empty() {
        return Err(Why::OtherPrice);
    }
    let opposite = asked.quantity.checked_neg();
    let as_many: Vec<_> = at_price.iter().filter(|it| Some(it.1.quantity) == opposite).collect();
    if as_many.is_empty() {
        return Err(Why::OtherQuantity);
    }
    let free: Vec<_> = as_many.iter().filter(|it| !it.1.cancelled).collect();
    let Some(first) = free.iter().min_by_key(|it| (it.1.document, it.1.line)) else {
        return Err(Why::CancelledAlready);
    };
    if free.iter().any(|it| it.1.document != first.1.document) {
        return Err(Why::Several);
    }
    Ok(Tie(first.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AT: &str = "2011-03-02 10:00:00";

    fn asked(quantity: i64) -> Asked<'static> {
        let (price, quantity) = (Exact(25_500), Exact(quantity));
        Asked { account: 1, product: 2, price, quantity, at: AT }
    }

    fn bought(document: u128, line: i32, quantity: i64) -> Bought {
        Bought {
            account: 1,
            document,
            line,
            product: 2,
            price: Exact(25_500),
            quantity: Exact(quantity),
            at: "2011-03-01 10:00:00".to_owned(),
            cancelled: false,
        }
    }

    #[test]
    fn one_line_that_fits_is_meant() {
        let lines = [bought(7, 1, 12), bought(8, 4, 6)];

        assert_eq!(tie(asked(-6), &lines), Ok(Tie(1)));
        assert_eq!(tie(asked(-12), &lines), Ok(Tie(0)));
    }

    #[test]
    fn of_two_like_lines_in_one_document_the_first_is_taken_and_then_the_second() {
        let mut lines = [bought(7, 2, 6), bought(7, 1, 6)];

        assert_eq!(tie(asked(-6), &lines), Ok(Tie(1)));
        lines[1].cancelled = true;
        assert_eq!(tie(asked(-6), &lines), Ok(Tie(0)));
        lines[0].cancelled = true;
        assert_eq!(tie(asked(-6), &lines), Err(Why::CancelledAlready));
    }

    #[test]
    fn where_it_is_not_certain_the_reason_is_said() {
        let changed = |change: fn(&mut Bought)| {
            let mut line = bought(7, 1, 6);
            change(&mut line);
            tie(asked(-6), &[line])
        };

        assert_eq!(tie(asked(-6), &[]), Err(Why::NotBought));
        assert_eq!(changed(|it| it.account = 9), Err(Why::NotBought));
        assert_eq!(changed(|it| it.product = 9), Err(Why::NotBought));
        assert_eq!(changed(|it| it.at = AT.to_owned()), Err(Why::NotBought), "not earlier");
        assert_eq!(changed(|it| it.price = Exact(1)), Err(Why::OtherPrice));
        assert_eq!(changed(|it| it.quantity = Exact(7)), Err(Why::OtherQuantity));
        assert_eq!(tie(asked(-6), &[bought(7, 1, 6), bought(8, 1, 6)]), Err(Why::Several));
    }

    proptest! {
        #[test]
        fn a_tied_line_always_fits_and_is_never_tied_twice(
            lines in prop::collection::vec((1_u128..4, 1_i64..4, any::<bool>()), 0..12),
            cancels in prop::collection::vec(1_i64..4, 0..12),
        ) {
            let mut lines: Vec<Bought> = (0..).zip(lines).map(|(line, (document, quantity, gone))| {
                Bought { cancelled: gone, ..bought(document, line, quantity) }
            }).collect();
            for quantity in cancels {
                let free = lines.iter().filter(|it| !it.cancelled && it.quantity.0 == quantity);
                let mut documents: Vec<_> = free.map(|it| it.document).collect();
                documents.sort_unstable();
                documents.dedup();
                if let Ok(Tie(place)) = tie(asked(-quantity), &lines) {
                    prop_assert!(!lines[place].cancelled);
                    prop_assert_eq!(lines[place].quantity.0, quantity);
                    prop_assert_eq!(documents.len(), 1);
                    lines[place].cancelled = true;
                } else {
                    prop_assert_ne!(documents.len(), 1);
                }
            }
        }
    }
}
