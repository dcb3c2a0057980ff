//! Every file of other systems arrives with these counts, or is refused with this code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use testing::SRI;

use super::testdata;
use super::web::{all, form, world};

/// What becomes of a file.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// New records by kind, and rows that are rejected.
    Arrives(Vec<(String, u64)>, u64),
    /// Its bytes are no table.
    Refused(String),
    /// Somebody has to say something first.
    Asked(String),
}

fn arrives(created: &[(&str, u64)], rejected: u64) -> Fate {
    let created = created.iter().map(|(kind, count)| ((*kind).to_owned(), *count));
    Fate::Arrives(created.collect(), rejected)
}

fn expected() -> BTreeMap<&'static str, Fate> {
    let asked = |code: &str| Fate::Asked(code.to_owned());
    BTreeMap::from([
        ("espocrm/Opportunity.csv", arrives(&[("opportunity", 2)], 0)),
        ("hubspot/companies.csv", arrives(&[("account", 2)], 0)),
        // Nobody knows the second one's client.
        ("hubspot/contacts.csv", arrives(&[("contact", 1)], 1)),
        ("hubspot/deals.csv", arrives(&[("opportunity", 3)], 0)),
        ("hubspot/deals-by-us-dates.csv", asked("importing.days_unsettled")),
        ("hubspot/deals-in-rupiah.csv", asked("importing.mark_unsettled")),
        // One row is neither a company nor a person.
        ("odoo/contacts_import_template.xlsx", arrives(&[("account", 3), ("contact", 1)], 1)),
        ("odoo/crm_lead.xls", arrives(&[("prospect", 7)], 0)),
        ("odoo/crm_lead_DAMAGED.xls", Fate::Refused("importing.file_is_damaged".to_owned())),
        ("odoo/customers_contacts.csv", arrives(&[("account", 4), ("contact", 4)], 0)),
        ("pipedrive/people.csv", arrives(&[("account", 1), ("contact", 2)], 0)),
        ("salesforce/accountData.csv", arrives(&[("account", 421)], 2)),
        ("salesforce/csvEscapedQuotes.csv", asked("importing.not_mapped")),
        ("salesforce/csvtext_BOM_UTF16LE.csv", asked("importing.not_mapped")),
        // It names its owners by ids of its own.
        ("salesforce/opportunityData.csv", asked("importing.not_mapped")),
    ])
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.extension().and_then(|it| it.to_str()) {
            None => found.extend(files(&path)),
            Some("md" | "txt") => {}
            Some(_) => found.push(path),
        }
    }
    found
}

fn fate(checked: &Value) -> Fate {
    if let Some(code) = checked["code"].as_str() {
        return Fate::Asked(code.to_owned());
    }
    let records = checked["summary"]["records"].as_object().unwrap().iter();
    let created = records.map(|(kind, it)| (kind.clone(), it["created"].as_u64().unwrap()));
    Fate::Arrives(
        created.filter(|it| it.1 != 0).collect(),
        checked["summary"]["rejected"].as_u64().unwrap(),
    )
}

#[tokio::test]
async fn every_file_of_another_system_arrives_or_says_why_not() {
    let world = world().await;
    let sri = world.browse(SRI);
    let folder = testdata("other-crms");
    let runs = all::<crate::run::Entity>(&world).await.len();
    let mut found = BTreeMap::new();
    for path in files(&folder) {
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        let file = path.file_name().unwrap().to_str().unwrap();
        let body = form(&[(file, &std::fs::read(&path).unwrap())]);
        let kind = "multipart/form-data; boundary=X-import-X";
        let sent = sri.send("POST", "/api/v1/imports", kind, body).await;
        let fate = if sent.status == 201 {
            let run = sent.json()["id"].as_str().unwrap().to_owned();
            fate(&sri.get(&format!("/api/v1/imports/{run}/check")).await.json())
        } else {
            assert_eq!(sent.status, 422, "{name}: {}", sent.body);
            Fate::Refused(sent.json()["fields"][0]["code"].as_str().unwrap_or_default().to_owned())
        };
        found.insert(name, fate);
    }

    let expected: BTreeMap<String, Fate> =
        expected().into_iter().map(|(name, fate)| (name.to_owned(), fate)).collect();
    assert_eq!(found, expected);
    let refused = found.values().filter(|it| matches!(it, Fate::Refused(_))).count();
    assert_eq!(all::<crate::run::Entity>(&world).await.len(), runs + found.len() - refused);
}
