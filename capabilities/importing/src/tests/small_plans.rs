//! Plans of a few rows, each about one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;

use kernel::{Lang, Refusal};

use super::{ACCOUNTS, carried_out, existing, maven, plan_of, testdata};
use crate::rules::draft::{Draft, TargetKind};
use crate::rules::planning::{Decision, Plan};
use crate::rules::said::Said;
use crate::source_file::{gather, plan, rejected_rows};

fn accounts(rows: &str) -> Plan<u64> {
    plan_of(&[("accounts.csv", &format!("{ACCOUNTS}{rows}"))], &existing(&[]))
}

/// Line, column, value and code of every fault.
fn faults(plan: &Plan<u64>) -> Vec<(u64, &str, &str, &str)> {
    fn or_dash(said: Option<&String>) -> &str {
        said.map_or("-", String::as_str)
    }

    plan.faults
        .iter()
        .map(|it| (it.line, or_dash(it.column.as_ref()), or_dash(it.value.as_ref()), it.why.code()))
        .collect()
}

#[test]
fn every_wrong_cell_is_named() {
    let plan = accounts(
        "A,retail,95,x,-3,Atlantis,\n,retail,,,,,\nB,retail\nC,r,1990,1.005,1,KE,,\nD,r,1990,1,1,KE,,E\n\n,,,,,,\n",
    );

    assert_eq!(
        faults(&plan),
        [
            (2, "year_established", "95", "importing.not_a_year"),
            (2, "revenue", "x", "importing.not_a_number"),
            (2, "employees", "-3", "importing.below_zero"),
            (2, "office_location", "Atlantis", "importing.not_a_country"),
            (3, "account", "-", "importing.required"),
            (4, "-", "-", "importing.ragged"),
            (6, "-", "-", "importing.ragged"),
        ]
    );
    let report = &plan.files[0];
    assert_eq!((report.rows, report.accepted, report.rejected, report.blank), (6, 1, 4, 1));
}

#[test]
fn rows_that_contradict_each_other_are_all_rejected() {
    let plan = accounts("A,retail,,,,,\nA,finance,,,,,\nB,retail,,,,,\nB,retail,,,,,\nC,r,,,,,A\n");

    assert_eq!(
        faults(&plan),
        [
            (2, "account", "A", "importing.contradiction"),
            (3, "account", "A", "importing.contradiction"),
            (6, "subsidiary_of", "A", "importing.relation_rejected"),
        ]
    );
    assert!(plan.faults[0].why.sentence(Lang::En).contains("Lines 2, 3"));
    let duplicates: Vec<(u64, u64)> =
        plan.files[0].duplicates.iter().map(|it| (it.line, it.of_line)).collect();
    assert_eq!(duplicates, [(5, 4)]);
}

#[test]
fn nobody_stands_above_themselves() {
    let plan = accounts("A,r,,,,,B\nB,r,,,,,C\nC,r,,,,,A\nD,r,,,,,A\nE,r,,,,,E\nF,r,,,,,\n");

    let codes: BTreeMap<u64, &str> =
        plan.faults.iter().map(|fault| (fault.line, fault.why.code())).collect();
    let circle = "importing.above_itself";
    assert_eq!(
        codes,
        BTreeMap::from([
            (2, circle),
            (3, circle),
            (4, circle),
            (5, "importing.relation_rejected"),
            (6, circle),
        ])
    );
    assert_eq!(plan.steps.len(), 1);
}

#[test]
fn a_circle_through_what_is_stored_is_found() {
    let stored = carried_out(&accounts("A,r,,,,,B\nB,r,,,,,\n"), Vec::new());

    let plan = plan_of(&[("accounts.csv", &format!("{ACCOUNTS}B,r,,,,,A\n"))], &existing(&stored));

    assert_eq!(faults(&plan), [(2, "subsidiary_of", "A", "importing.above_itself")]);
}

#[test]
fn an_update_says_what_changes() {
    let stored = carried_out(&accounts("A,retail,1990,1.5,10,Kenya,\n"), Vec::new());

    let plan = plan_of(
        &[("accounts.csv", &format!("{ACCOUNTS}A,finance,,2,10,Kenya,\n"))],
        &existing(&stored),
    );

    let Decision::Update { changes, .. } = &plan.steps[0].decision else { panic!("no update") };
    let changes: Vec<String> = changes
        .iter()
        .map(|it| format!("{}: {:?} → {:?}", it.field.word(), it.before, it.after))
        .collect();
    assert_eq!(
        changes,
        [
            "industry: Some(\"retail\") → Some(\"finance\")",
            "revenue: Some(\"USD 1,500,000.00\") → Some(\"USD 2,000,000.00\")",
        ]
    );
}

#[test]
fn what_was_rejected_can_be_mended_and_imported_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("accounts.csv");
    std::fs::write(&path, format!("{ACCOUNTS}A,=1+1,,,x,KE,\nB,r,,,5,KE,\n")).unwrap();
    let mapping = maven();
    let sources = gather(&[path], mapping).unwrap();
    let first = plan(&sources, mapping, &existing(&[])).unwrap();
    assert_eq!((first.files[0].accepted, first.files[0].rejected), (1, 1));

    let errors = folder.path().join("accounts-errors.csv");
    let rejected = rejected_rows(&sources.files[0], &first.faults, Lang::Id).unwrap().unwrap();
    let text = rejected.content;
    assert_eq!(rejected.rejected, 1);
    assert!(
        text.ends_with(
            "A,'=1+1,,,x,KE,,2,employees,Ini bukan angka yang bisa dibaca dengan pasti.\r\n"
        ),
        "{text}"
    );
    std::fs::write(&errors, text.replace(",x,", ",7,")).unwrap();
    let again = gather(&[errors], mapping).unwrap();
    let second = plan(&again, mapping, &existing(&carried_out(&first, Vec::new()))).unwrap();

    assert_eq!(second.faults, []);
    let Draft::Account(account) = &second.steps[0].draft else { panic!("no account") };
    assert_eq!(account.industry, Said::Is("=1+1".to_owned()));
    assert_eq!(account.employees, Said::Is(7));
}

#[test]
fn a_folder_or_file_that_no_mapping_knows_is_refused() {
    let refused = |path: PathBuf| gather(&[path], maven()).unwrap_err().why.code();
    let folder = tempfile::tempdir().unwrap();
    let half = folder.path().join("products.csv");
    std::fs::write(&half, "product,series\nA,B\n").unwrap();

    assert_eq!(refused(testdata("hostile-input")), "importing.file_is_directory");
    assert_eq!(
        refused(testdata("crm-sales-opportunities/data_dictionary.csv")),
        "importing.nothing_fits"
    );
    assert_eq!(refused(half), "importing.columns_missing");
}

#[test]
fn every_refusal_of_a_row_speaks_both_languages() {
    use crate::rules::row_refused::RowRefused as R;
    let kind = TargetKind::Account;
    let known = "a, b".to_owned();
    let all = [
        R::Ragged { expected: 2, found: 1 },
        R::Required,
        R::NotANumber,
        R::TooManyDecimals,
        R::TooLarge,
        R::BelowZero,
        R::NotAYear,
        R::NotADay,
        R::NotAnEmail,
        R::TooLong { limit: 200 },
        R::NotListed { known },
        R::ClosedWithoutDay,
        R::ClosedBeforeEngaged,
        R::Contradiction { lines: "1, 2".to_owned() },
        R::KeyOfSeveral,
        R::NoSuch { kind },
        R::RelationRejected { kind },
        R::SeveralSuch { kind },
        R::AboveItself { kind },
    ];
    let codes: BTreeSet<&str> = all.iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), all.len());
    for refusal in all {
        let (id, en) = (refusal.sentence(Lang::Id), refusal.sentence(Lang::En));
        // A list of words may end a sentence.
        assert!(id != en && !id.is_empty() && !en.is_empty(), "{refusal:?}");
    }
}

#[test]
fn a_plan_of_a_hundred_thousand_rows_is_a_plan_like_any_other() {
    let mut text = ACCOUNTS.to_owned();
    for number in 0..100_000 {
        // A chain: each stands below the one before it, and the first below nobody known.
        let parent = if number == 0 { "Nobody".to_owned() } else { format!("A{}", number - 1) };
        writeln!(text, "A{number},retail,1996,1.5,10,Kenya,{parent}").unwrap();
    }

    let plan = plan_of(&[("accounts.csv", &text)], &existing(&[]));

    assert_eq!((plan.files[0].rejected, plan.steps.len()), (100_000, 0));
    assert_eq!(plan.faults[0].why.code(), "importing.no_such");
    assert_eq!(plan.faults[1].why.code(), "importing.relation_rejected");
}
