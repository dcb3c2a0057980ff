//! A year of a real wholesaler, from the shell, and a few days of it killed and taken up again.

use serde_json::{Value as Json, json};

use crate::{Machine, Said};

const DAYS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/online-retail/by-day.tar.xz");

fn import(machine: &Machine, more: &[&str]) -> Said {
    machine.run(&[&["import", "online-retail", "--json"], more].concat())
}

/// Created and unchanged records of a kind.
fn counts(told: &Json, kind: &str) -> [u64; 2] {
    let counts = &told["summary"]["records"][kind];
    ["created", "unchanged"].map(|it| counts[it].as_u64().unwrap())
}

/// What the doctor finds of the ledger.
fn doctor(machine: &Machine) -> Json {
    let told = machine.run(&["doctor", "--json"]).json();
    let checks = told["checks"].as_array().unwrap().clone();
    checks.into_iter().find(|it| it["name"] == "ledger").unwrap()
}

#[test]
fn a_real_year_is_read_to_the_last_line() {
    let machine = Machine::with_company();

    let dry = import(&machine, &[DAYS, "--dry-run"]);

    assert_eq!(dry.code, Some(0), "{}", dry.err);
    let dry = dry.json();
    assert_eq!(counts(&dry, "ledger-day"), [305, 0]);
    assert_eq!((counts(&dry, "account"), counts(&dry, "product")), ([4_373, 0], [4_070, 0]));
    // Counted once with another tool, over the files themselves.
    let ledger = &dry["summary"]["ledger"];
    for (what, count) in [
        ("documents", json!(25_900)),
        ("lines", json!(541_909)),
        ("net", json!("9747747.934")),
        ("lines_without_customer", json!(135_080)),
        ("cancelled_lines", json!(9_288)),
        ("repeated_lines", json!(5_269)),
    ] {
        assert_eq!(ledger[what], count, "{what}");
    }
}

/// Days of a made-up shop, each of so many lines.
fn days(machine: &Machine, count: usize, lines: usize) -> Vec<String> {
    let head =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    let day = |number: usize| {
        let day = format!("2010-12-{:02}", number + 1);
        let line = |at: usize| {
            format!("{number}{at:03},C{},BAG,2,{day} 08:26:00,2.555,{at}.0,France\n", at % 7)
        };
        let text: String = (0..lines).map(line).collect();
        machine.file(&format!("{day}.csv"), &format!("{head}{text}")).display().to_string()
    };
    (0..count).map(day).collect()
}

#[test]
fn an_import_that_is_killed_is_taken_up_again_and_goes_whole() {
    let machine = Machine::with_company();
    let days = days(&machine, 20, 300);
    let paths: Vec<&str> = days.iter().map(String::as_str).collect();

    let begun = |line: &str| line.starts_with("0 of 6000 lines");
    machine.kill_at(&[&["import", "online-retail"], &paths[..]].concat(), begun);
    let rest = import(&machine, &paths);
    assert_eq!(rest.code, Some(0), "{}", rest.err);
    let [new, known] = counts(&rest.json(), "ledger-day");
    assert_eq!(new + known, 20);
    let sound = doctor(&machine);
    assert_eq!(sound["ok"], true, "{sound}");
    assert!(sound["said"].as_str().unwrap().starts_with("6000 documents of 6000 lines"));

    let again = import(&machine, &paths).json();
    assert_eq!(counts(&again, "ledger-day"), [0, 20]);
    let run = rest.json()["run"].as_str().unwrap().to_owned();
    let undone = machine.run(&["import", "--undo", &run]);
    assert!(undone.out.contains("is undone"), "{undone:?}");
    let left = format!("{} documents", known * 300);
    assert!(doctor(&machine)["said"].as_str().unwrap().starts_with(&left), "{known}");
}
