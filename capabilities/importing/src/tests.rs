//! What holds for real files, for hostile ones and for any.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::preset;
use crate::reading::{Rows, look};
use crate::rules::draft::Draft;
use crate::rules::existing::Existing;
use crate::rules::file_refused::FileRefused;
use crate::rules::mapping::Mapping;
use crate::rules::planning::{Decision, Plan, Planner, Step};
use crate::rules::row::Row;
use crate::rules::survey::{Limits, Survey, Told};

mod reading;
mod real_plan;
mod small_plans;
mod properties;
mod shop;
mod importing;
mod undoing;
mod pages;
mod ledger;
mod ledger_web;
pub mod web;
mod prospects;
mod searching;
mod workbooks;
mod whole;
mod limits;
mod preview;
mod people;
mod keys;
mod round;
mod settling;
mod deals;
mod documents;
mod exports;
mod other_crms;
mod alike;
mod fuzz;

type Table = (Survey, Vec<(u64, Vec<String>)>);

pub fn testdata(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata").join(path)
}

fn read(bytes: &[u8]) -> Result<Table, FileRefused> {
    let survey = look(|| Ok(bytes), Told::default(), Limits::default())?;
    let mut rows = Rows::open(bytes, &survey)?;
    let mut row = Row::default();
    let mut found = Vec::new();
    while rows.read(&mut row)? {
        found.push((row.line, row.cells().map(str::to_owned).collect()));
    }
    assert_eq!(found.len() as u64, survey.rows);
    Ok((survey, found))
}

fn maven() -> &'static Mapping {
    static MAVEN: LazyLock<Mapping> =
        LazyLock::new(|| preset::named("crm-sales-opportunities").unwrap());
    &MAVEN
}

/// What is stored after a plan was carried out.
fn carried_out(plan: &Plan<u64>, mut stored: Vec<(u64, Draft)>) -> Vec<(u64, Draft)> {
    for step in &plan.steps {
        match &step.decision {
            Decision::Create => stored.push((stored.len() as u64, step.draft.clone())),
            Decision::Update { id, .. } => {
                let index = usize::try_from(*id).unwrap();
                stored[index].1 = step.draft.clone();
            }
            Decision::Unchanged { .. } => {}
        }
    }
    stored
}

fn existing(stored: &[(u64, Draft)]) -> Existing<u64> {
    let mut existing = Existing::new(maven().keys);
    for (id, draft) in stored {
        existing.insert(*id, draft.clone());
    }
    existing
}

/// A plan for files that exist only here.
fn plan_of(files: &[(&str, &str)], existing: &Existing<u64>) -> Plan<u64> {
    let mapping = maven();
    let mut planner = Planner::new(mapping, existing);
    for (name, text) in files {
        let survey = look(|| Ok(text.as_bytes()), Told::default(), Limits::default()).unwrap();
        let kind = mapping.file_for(name, &survey.columns).unwrap();
        planner.begin(name, kind, &survey).unwrap();
        let mut rows = Rows::open(text.as_bytes(), &survey).unwrap();
        let mut row = Row::default();
        while rows.read(&mut row).unwrap() {
            planner.add(&row);
        }
    }
    planner.finish()
}

const ACCOUNTS: &str =
    "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n";

/// The decisions without the lines, which depend on the order.
fn decided(plan: &Plan<u64>) -> BTreeMap<String, String> {
    let word = |step: &Step<u64>| {
        (step.draft.name().to_owned(), format!("{:?} {:?}", step.draft, step.decision))
    };
    plan.steps.iter().map(word).collect()
}
