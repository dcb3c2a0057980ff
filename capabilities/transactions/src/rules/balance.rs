//! What is still owed on a document, and in which state that leaves it.

use kernel::{Day, Exact, labels};

labels! {
    /// How far a document is settled. It says the same of what a client owes us and, with the sign
    /// turned, of a credit that they have with us.
    pub enum InvoiceState {
        /// Nothing was paid and nothing taken back.
        Open = "open",
        /// Something, but not all.
        PartPaid = "part-paid",
        /// All of it; also a document over nothing.
        Paid = "paid",
        /// Taken back as a whole by opposite documents.
        Credited = "credited",
    }
}

/// A document's total, and what has been set against it. All carry the sign of the total: an
/// invoice is taken back by what is positive here, a credit note is used up by what is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub total: Exact,
    pub credited: Exact,
    pub paid: Exact,
}

impl Balance {
    /// What is still owed; below zero when we owe it. None if the amounts are out of all bounds.
    pub fn open(self) -> Option<Exact> {
        self.total.checked_sub(self.credited)?.checked_sub(self.paid)
    }

    pub fn state(self) -> InvoiceState {
        let settled = self.credited.checked_add(self.paid);
        if self.total != Exact::ZERO && self.credited == self.total {
            InvoiceState::Credited
        } else if self.open() == Some(Exact::ZERO) {
            InvoiceState::Paid
        } else if self.total != Exact::ZERO && settled == Some(Exact::ZERO) {
            InvoiceState::Open
        } else {
            InvoiceState::PartPaid
        }
    }

    /// Something is owed since before this day.
    pub fn is_overdue(self, due_on: Option<Day>, today: Day) -> bool {
        let owed = self.open().is_some_and(|it| Exact::ZERO < it);
        owed && due_on.is_some_and(|due| due < today)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(total: i64, credited: i64, paid: i64) -> Balance {
        Balance { total: Exact(total), credited: Exact(credited), paid: Exact(paid) }
    }

    #[test]
    fn a_document_is_open_until_something_is_set_against_it() {
        for (balance, state) in [
            (of(100, 0, 0), InvoiceState::Open),
            (of(100, 0, 40), InvoiceState::PartPaid),
            (of(100, 40, 0), InvoiceState::PartPaid),
            (of(100, 40, 60), InvoiceState::Paid),
            (of(100, 0, 100), InvoiceState::Paid),
            (of(100, 100, 0), InvoiceState::Credited),
            (of(0, 0, 0), InvoiceState::Paid),
            (of(-100, 0, 0), InvoiceState::Open),
            (of(-100, -30, 0), InvoiceState::PartPaid),
            (of(-100, -100, 0), InvoiceState::Credited),
            (of(-100, 0, -100), InvoiceState::Paid),
        ] {
            assert_eq!(balance.state(), state, "{balance:?}");
        }
    }

    #[test]
    fn it_is_overdue_the_day_after_it_was_due() {
        let due: Day = "2026-03-02".parse().unwrap();

        assert!(!of(100, 0, 0).is_overdue(Some(due), due));
        assert!(of(100, 0, 99).is_overdue(Some(due), due.plus(1)));
        assert!(!of(100, 40, 60).is_overdue(Some(due), due.plus(1)), "nothing is owed");
        assert!(!of(-100, 0, 0).is_overdue(Some(due), due.plus(1)), "we owe it");
        assert!(!of(100, 0, 0).is_overdue(None, due), "nobody said when");
    }

    proptest! {
        #[test]
        fn what_is_open_and_what_was_settled_make_the_total(
            total in -1_000_000_i64..1_000_000,
            credited in 0.0_f64..1.0,
            paid in 0.0_f64..1.0,
        ) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss,
                reason = "any part of the total will do")]
            let part = |of: i64, share: f64| (of as f64 * share) as i64;
            let credited = part(total, credited);
            let balance = of(total, credited, part(total - credited, paid));
            let open = balance.open().unwrap();

            prop_assert_eq!(open.0 + balance.credited.0 + balance.paid.0, total);
            prop_assert!(open.0.signum() * total.signum() >= 0, "never turned round");
            let settled = matches!(balance.state(), InvoiceState::Paid | InvoiceState::Credited);
            prop_assert_eq!(settled, open == Exact::ZERO);
        }

        #[test]
        fn turning_every_sign_round_changes_no_state(
            total in -1_000_i64..1_000,
            credited in -1_000_i64..1_000,
            paid in -1_000_i64..1_000,
        ) {
            let there = of(total, credited, paid).state();

            prop_assert_eq!(there, of(-total, -credited, -paid).state());
        }
    }
}
