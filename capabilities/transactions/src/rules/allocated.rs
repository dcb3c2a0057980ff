//! How much of a payment has found the documents that it pays.

use kernel::{Exact, labels};

labels! {
    /// How far a payment is allocated. It says the same of money that went back.
    pub enum Allocated {
        /// It waits for documents as a whole.
        Nothing = "none",
        /// A part of it waits.
        Part = "part",
        /// Nothing of it waits.
        Whole = "all",
    }
}

impl Allocated {
    /// Of what came, so much is allocated; both carry the same sign.
    pub fn of(amount: Exact, allocated: Exact) -> Self {
        if allocated == Exact::ZERO {
            Self::Nothing
        } else if allocated == amount {
            Self::Whole
        } else {
            Self::Part
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_payment_waits_until_documents_take_all_of_it() {
        for (amount, allocated, expected) in [
            (100, 0, Allocated::Nothing),
            (100, 40, Allocated::Part),
            (100, 100, Allocated::Whole),
            (-100, 0, Allocated::Nothing),
            (-100, -40, Allocated::Part),
            (-100, -100, Allocated::Whole),
        ] {
            assert_eq!(Allocated::of(Exact(amount), Exact(allocated)), expected, "{allocated}");
        }
    }

    proptest! {
        #[test]
        fn what_went_back_is_judged_as_what_came(
            amount in 1..1_000_i64,
            part in 0..1_000_i64,
        ) {
            let part = part.min(amount);

            prop_assert_eq!(
                Allocated::of(Exact(amount), Exact(part)),
                Allocated::of(Exact(-amount), Exact(-part))
            );
        }
    }
}
