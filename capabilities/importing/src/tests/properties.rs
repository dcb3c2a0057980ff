//! What holds for any plan.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{ACCOUNTS, carried_out, decided, existing, plan_of};
use crate::rules::planning::Decision;

/// Rows of accounts with few names, so that they meet: some right, some wrong, some blank.
fn account_rows() -> impl Strategy<Value = Vec<String>> {
    let row = (0..8_u8, 0..2_u8, prop::option::of(0..9_u8), 0..6_u8).prop_map(
        |(name, sector, parent, fault)| {
            let parent = parent.map(|it| format!("A{it}")).unwrap_or_default();
            match fault {
                0 => ",,,,,,".to_owned(),
                1 => format!("A{name},s{sector},,x,,,{parent}"),
                _ => format!("A{name},s{sector},,,,,{parent}"),
            }
        },
    );
    prop::collection::vec(row, 1..14)
}

fn text_of(rows: &[String]) -> String {
    format!("{ACCOUNTS}{}\n", rows.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn counts_add_up_to_rows(rows in account_rows()) {
        let plan = plan_of(&[("accounts.csv", &text_of(&rows))], &existing(&[]));

        let report = &plan.files[0];
        let lines: BTreeSet<u64> = plan.faults.iter().map(|fault| fault.line).collect();
        prop_assert_eq!(report.rows, rows.len() as u64);
        prop_assert_eq!(report.rows, report.accepted + report.rejected + report.blank);
        prop_assert_eq!(report.rejected, lines.len() as u64);
        let new = report.accepted - report.duplicates.len() as u64;
        prop_assert_eq!(new, plan.steps.len() as u64);
    }

    #[test]
    fn importing_twice_changes_nothing(rows in account_rows()) {
        let text = text_of(&rows);
        let first = plan_of(&[("accounts.csv", &text)], &existing(&[]));
        let stored = carried_out(&first, Vec::new());

        let second = plan_of(&[("accounts.csv", &text)], &existing(&stored));

        // What was rejected only because of what was not stored yet may rise; nothing changes.
        let changed = second.steps.iter().filter(|it| matches!(it.decision, Decision::Update { .. }));
        prop_assert_eq!(changed.count(), 0);
        prop_assert!(second.changes_nothing());
        prop_assert_eq!(decided(&first).len(), decided(&second).len());
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in account_rows()
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        stored in account_rows(),
    ) {
        let before = plan_of(&[("accounts.csv", &text_of(&stored))], &existing(&[]));
        let before = existing(&carried_out(&before, Vec::new()));

        let one = plan_of(&[("accounts.csv", &text_of(&rows))], &before);
        let other = plan_of(&[("accounts.csv", &text_of(&shuffled))], &before);

        prop_assert_eq!(decided(&one), decided(&other));
        prop_assert_eq!(one.files[0].rejected, other.files[0].rejected);
    }

    #[test]
    fn what_a_step_refers_to_stands_before_it(rows in account_rows()) {
        let plan = plan_of(&[("accounts.csv", &text_of(&rows))], &existing(&[]));

        let mut known = BTreeSet::new();
        for step in &plan.steps {
            for reference in step.draft.references() {
                prop_assert!(known.contains(reference.name), "{reference:?}");
            }
            known.insert(step.draft.name().to_owned());
        }
    }
}
