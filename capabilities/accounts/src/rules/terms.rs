//! When something is to be paid.

use kernel::Day;

use crate::payment_term::TermKind;

/// The longest that a client may take.
pub const MOST_DAYS: i32 = 365;

/// The day by which what was invoiced on this day is to be paid; none for what was paid before
/// there was an invoice.
pub fn due_on(kind: TermKind, days: i32, invoiced: Day) -> Option<Day> {
    match kind {
        TermKind::Prepaid => None,
        TermKind::OnDelivery => Some(invoiced),
        TermKind::Net => Some(invoiced.plus(i64::from(days))),
        // So many days later, and then to the end of that month.
        TermKind::MonthEnd => Some(Day(invoiced.plus(i64::from(days)).0.last_of_month())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn each_kind_has_its_day() {
        let invoiced = day("2026-01-31");

        assert_eq!(due_on(TermKind::Prepaid, 0, invoiced), None);
        assert_eq!(due_on(TermKind::OnDelivery, 0, invoiced), Some(invoiced));
        assert_eq!(due_on(TermKind::Net, 30, invoiced), Some(day("2026-03-02")));
        assert_eq!(due_on(TermKind::MonthEnd, 0, invoiced), Some(invoiced));
        assert_eq!(due_on(TermKind::MonthEnd, 30, invoiced), Some(day("2026-03-31")));
    }

    proptest! {
        #[test]
        fn nobody_pays_before_the_invoice(days in 0..=MOST_DAYS, after in 0i64..4_000) {
            let invoiced = day("2024-01-01").plus(after);

            for &kind in TermKind::ALL {
                let due = due_on(kind, days, invoiced);
                prop_assert!(due.is_none_or(|it| invoiced <= it), "{kind:?}");
            }
            let net = due_on(TermKind::Net, days, invoiced);
            prop_assert!(net <= due_on(TermKind::MonthEnd, days, invoiced));
        }
    }
}
