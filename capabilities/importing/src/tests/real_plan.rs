//! The four files of CRM Sales Opportunities, planned.

use std::collections::BTreeMap;

use kernel::money::Money;

use super::{carried_out, decided, existing, maven, plan_of, testdata};
use crate::rules::draft::{DealKind, Draft, TargetKind};
use crate::rules::existing::Existing;
use crate::rules::planning::{Counts, Plan};
use crate::rules::said::Said;
use crate::source_file::{gather, plan};

fn real_plan(existing: &Existing<u64>) -> Plan<u64> {
    let sources = gather(&[testdata("crm-sales-opportunities")], maven()).unwrap();
    assert_eq!(sources.passed_over, ["SOURCE.md", "data_dictionary.csv"]);
    plan(&sources, maven(), existing).unwrap()
}

fn created(created: u64) -> Counts {
    Counts { created, ..Counts::default() }
}

#[test]
fn the_real_files_arrive_whole() {
    let plan = real_plan(&existing(&[]));

    assert_eq!(plan.faults, []);
    assert_eq!(
        plan.counts(),
        BTreeMap::from([
            (TargetKind::Team, created(3 + 6)),
            (TargetKind::Person, created(35 + 6)),
            (TargetKind::Product, created(7)),
            (TargetKind::Account, created(85)),
            (TargetKind::Opportunity, created(8_800)),
        ])
    );
    let rows: Vec<(&str, u64, u64)> =
        plan.files.iter().map(|file| (file.name.as_str(), file.rows, file.accepted)).collect();
    assert_eq!(
        rows,
        [
            ("sales_teams.csv", 35, 35),
            ("products.csv", 7, 7),
            ("accounts.csv", 85, 85),
            ("sales_pipeline.csv", 8_800, 8_800),
        ]
    );
    assert!(plan.files.iter().all(|file| file.duplicates.is_empty() && file.blank == 0));
    let aliases: Vec<(&str, &str, &str, u64)> = plan
        .files
        .iter()
        .flat_map(|file| &file.aliases)
        .map(|(alias, count)| {
            (alias.column.as_str(), alias.from.as_str(), alias.to.as_str(), *count)
        })
        .collect();
    assert_eq!(
        aliases,
        [
            ("office_location", "Philipines", "Philippines", 1),
            ("product", "GTXPro", "GTX Pro", 1_480),
        ]
    );
}

#[test]
fn the_real_deals_are_those_of_the_source() {
    let plan = real_plan(&existing(&[]));
    let deals: Vec<_> = plan
        .steps
        .iter()
        .filter_map(|step| match &step.draft {
            Draft::Opportunity(deal) => Some(deal),
            _ => None,
        })
        .collect();
    let count = |kind| deals.iter().filter(|deal| deal.kind == kind).count();

    assert_eq!((count(DealKind::Won), count(DealKind::Lost)), (4_238, 2_473));
    assert_eq!(count(DealKind::Open), 500 + 1_589);
    assert_eq!(deals.iter().filter(|deal| deal.account == Said::Nothing).count(), 1_425);
    assert_eq!(deals.iter().filter(|deal| deal.engaged_on == Said::Nothing).count(), 500);
    assert_eq!(deals.iter().filter(|deal| deal.value == Said::Nothing).count(), 500 + 1_589);
    let won: i64 = deals.iter().filter_map(|deal| deal.value.value()).map(|it| it.amount).sum();
    assert_eq!(won, 1_000_553_400);
}

#[test]
fn the_real_accounts_teams_and_people_are_those_of_the_source() {
    let plan = real_plan(&existing(&[]));
    let find = |kind, name: &str| {
        plan.steps.iter().position(|it| it.draft.kind() == kind && it.draft.name() == name).unwrap()
    };
    let accounts = plan.steps.iter().filter_map(|step| match &step.draft {
        Draft::Account(account) => Some(account),
        _ => None,
    });
    assert_eq!(accounts.filter(|it| it.parent.value().is_some()).count(), 15);

    let Draft::Account(acme) = &plan.steps[find(TargetKind::Account, "Acme Corporation")].draft
    else {
        panic!("no account")
    };
    assert_eq!(acme.revenue, Said::Is(Money::new(110_004_000_000, "USD")));
    assert_eq!((&acme.founded_year, &acme.employees), (&Said::Is(1_996), &Said::Is(2_822)));
    assert_eq!(acme.parent, Said::Silent);

    let parent = find(TargetKind::Account, "Bubba Gump");
    assert!(parent < find(TargetKind::Account, "Dalttechnology"), "parents come first");

    let Draft::Team(team) = &plan.steps[find(TargetKind::Team, "Tim Dustin Brinkmann")].draft
    else {
        panic!("no team")
    };
    assert_eq!(team.parent, Said::Is("Central".to_owned()));
    let Draft::Person(manager) = &plan.steps[find(TargetKind::Person, "Dustin Brinkmann")].draft
    else {
        panic!("no person")
    };
    assert_eq!(manager.manages, Said::Is("Tim Dustin Brinkmann".to_owned()));
    assert_eq!(manager.email, Said::Silent);
}

#[test]
fn importing_the_real_files_twice_changes_nothing() {
    let first = real_plan(&existing(&[]));

    let second = real_plan(&existing(&carried_out(&first, Vec::new())));

    assert!(second.changes_nothing());
    assert_eq!(second.steps.len(), first.steps.len());
}

#[test]
fn the_files_of_a_plan_may_come_in_any_order() {
    let names = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];
    let texts: Vec<String> = names
        .iter()
        .map(|name| {
            let path = testdata(&format!("crm-sales-opportunities/{name}"));
            std::fs::read_to_string(path).unwrap()
        })
        .collect();
    let files: Vec<(&str, &str)> =
        names.iter().copied().zip(texts.iter().map(String::as_str)).collect();

    let backwards = plan_of(&files, &existing(&[]));

    assert_eq!(backwards.faults, []);
    assert_eq!(decided(&backwards).len(), decided(&real_plan(&existing(&[]))).len());
}
