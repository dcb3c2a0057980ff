//! Files are imported from the shell: 0 when all went well, 1 when nothing was done, 3 when it
//! was done but for some rows.

use serde_json::json;

use crate::{Machine, Said};

const ACCOUNTS: &str =
    "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n";
const IMPORT: [&str; 2] = ["import", "crm-sales-opportunities"];

fn import(machine: &Machine, more: &[&str]) -> Said {
    machine.run(&[&IMPORT, more].concat())
}

/// Created, updated, unchanged.
fn accounts(said: &Said) -> [u64; 3] {
    let counts = &said.json()["summary"]["records"]["account"];
    ["created", "updated", "unchanged"].map(|it| counts[it].as_u64().unwrap())
}

fn two() -> String {
    format!("{ACCOUNTS}Toko Maju,retail,1995,1.5,12,Indonesia,\nToko Baru,retail,,,,ID,Toko Maju\n")
}

#[test]
fn what_cannot_begin_ends_with_one_and_says_why_once() {
    let machine = Machine::bare();
    machine.file("accounts.csv", &two());

    let early = import(&machine, &["accounts.csv"]);
    assert_eq!(early.code, Some(1), "{early:?}");
    assert_eq!(early.times("there is no company yet"), 1, "{early:?}");

    let machine = Machine::with_company();
    machine.file("accounts.csv", &two());
    machine.file("empty.csv", "");
    machine.file("photo.csv", "\u{0}\u{1}PNG\u{0}\u{0}");
    for (arguments, words) in [
        (vec!["import", "nosuch", "accounts.csv"], "there is no preset `nosuch`"),
        ([&IMPORT[..], &["gone.csv"]].concat(), "gone.csv"),
        ([&IMPORT[..], &["empty.csv"]].concat(), "empty.csv"),
        ([&IMPORT[..], &["photo.csv"]].concat(), "photo.csv"),
        (
            [&IMPORT[..], &["accounts.csv", "--company", "lain"]].concat(),
            "no company is named lain",
        ),
        (vec!["import", "--undo", "0190b5a0-0000-7000-8000-000000000000"], "there is no import"),
    ] {
        let said = machine.run(&arguments);
        assert_eq!((said.code, said.out.as_str()), (Some(1), ""), "{said:?}");
        assert_eq!(said.times(words), 1, "{said:?}");
        assert_eq!(said.err.lines().count(), 1, "{said:?}");

        let told = machine.run(&[&arguments[..], &["--json"]].concat());
        assert_eq!(told.code, Some(1), "{told:?}");
        let message = told.json()["error"]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(words), "{told:?}");
        assert_eq!(format!("jembatan: {message}\n"), told.err, "the same to both");
    }
    assert_eq!(machine.run(&["import"]).code, Some(2), "not what the command takes");
}

#[test]
fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let machine = Machine::with_company();
    machine.file("accounts.csv", &two());

    let dry = import(&machine, &["accounts.csv", "--dry-run"]);
    assert_eq!(dry.code, Some(0), "{dry:?}");
    assert!(dry.out.contains("Dry run for PT Uji (pt-uji): nothing was changed"), "{dry:?}");
    assert!(!dry.out.contains("--undo"), "there is nothing to take back: {dry:?}");
    let told = import(&machine, &["accounts.csv", "--dry-run", "--json"]);
    assert_eq!((accounts(&told), &told.json()["run"]), ([2, 0, 0], &json!(null)));

    let done = import(&machine, &["accounts.csv", "--json"]);
    assert_eq!(accounts(&done), [2, 0, 0], "as it was said, and not there before");
}

#[test]
fn an_import_is_told_repeated_and_taken_back() {
    let machine = Machine::with_company();
    machine.file("accounts.csv", &two());

    let first = import(&machine, &["accounts.csv"]);
    assert_eq!(first.code, Some(0), "{first:?}");
    assert!(first.out.contains("into PT Uji (pt-uji)"), "{first:?}");
    let line = first.out.lines().find(|it| it.starts_with("accounts ")).unwrap();
    assert_eq!(line.split_whitespace().collect::<Vec<_>>(), ["accounts", "2", "0", "0"]);
    let line = first.out.lines().find(|it| it.starts_with("accounts.csv")).unwrap();
    assert_eq!(line.split_whitespace().skip(1).collect::<Vec<_>>(), ["2", "2", "0", "0"]);
    let undo = first.out.lines().last().unwrap();
    let run = undo.strip_prefix("To take it back: jembatan import --undo ").unwrap();

    let again = import(&machine, &["accounts.csv", "--json"]);
    assert_eq!((again.code, accounts(&again)), (Some(0), [0, 0, 2]), "{again:?}");

    let undone = machine.run(&["import", "--undo", run]);
    assert_eq!(undone.code, Some(0), "{undone:?}");
    assert!(undone.out.contains("is undone\n2 changes were taken back\n"), "{undone:?}");
    let twice = machine.run(&["import", "--undo", run]);
    assert_eq!((twice.code, twice.out.as_str()), (Some(1), ""), "{twice:?}");
    assert_eq!(twice.err.lines().count(), 1, "{twice:?}");
    let words = twice.err.trim_start_matches("jembatan: ").trim();
    assert_eq!(twice.times(words.split('.').next().unwrap()), 1, "said once: {twice:?}");

    let anew = import(&machine, &["accounts.csv", "--json"]);
    assert_eq!(accounts(&anew), [2, 0, 0], "nothing was left");
}

#[test]
fn rejected_rows_end_with_three_and_can_be_mended() {
    let machine = Machine::with_company();
    machine.file("accounts.csv", &format!("{}Toko Salah,retail,,,banyak,Atlantis,\n", two()));

    let some = import(&machine, &["accounts.csv", "--errors", "errors.csv"]);
    assert_eq!(some.code, Some(3), "{some:?}");
    for words in ["line 4, employees: `banyak`:", "line 4, office_location: `Atlantis`:"] {
        assert_eq!(some.times(words), 1, "{words}: {some:?}");
    }
    assert!(some.out.contains("Rejected rows: errors.csv"), "{some:?}");
    let rejected = machine.read("errors.csv");
    assert!(rejected.contains("Toko Salah,retail,,,banyak,Atlantis"), "{rejected}");
    assert!(!rejected.contains("Toko Maju"), "{rejected}");

    // Only the mended file comes again.
    machine.file("errors.csv", &rejected.replace("banyak,Atlantis", "7,Timor Leste"));
    let mended = import(&machine, &["errors.csv", "--json"]);
    assert_eq!((mended.code, accounts(&mended)), (Some(0), [1, 0, 0]), "{mended:?}");
    let told = import(&machine, &["accounts.csv", "--json", "--dry-run"]);
    assert_eq!(told.code, Some(3));
    assert_eq!(told.json()["faults"].as_array().unwrap().len(), 2);
    assert_eq!(told.json()["summary"]["rejected"], 1);
}

#[test]
fn an_amount_that_reads_in_two_ways_is_not_imported_before_the_mark_is_said() {
    let machine = Machine::with_company();
    machine.file("produk.csv", "Nama;Harga\nKursi;150.000\nMeja;75.000\n");
    let auto = ["import", "auto", "produk.csv"];

    let open = machine.run(&auto);
    assert_eq!((open.code, open.out.as_str()), (Some(1), ""), "{open:?}");
    assert_eq!(open.times("produk.csv: a number in Harga reads in two ways"), 1, "{open:?}");
    assert_eq!(open.times("--decimal-mark comma or --decimal-mark point"), 1, "{open:?}");

    let said = machine.run(&[&auto[..], &["--decimal-mark", "comma", "--json"]].concat());
    assert_eq!(said.code, Some(0), "{said:?}");
    assert_eq!(said.json()["summary"]["records"]["product"]["created"], 2, "{said:?}");

    machine.file(
        "deals.csv",
        "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date\n\
        7,Kursi,open,150.000,Ayu,2026-09-30,2026-01-05\n",
    );
    let preset = machine.run(&["import", "hubspot", "deals.csv"]);
    assert_eq!((preset.code, preset.out.as_str()), (Some(1), ""), "{preset:?}");
    assert_eq!(preset.times("--decimal-mark comma or --decimal-mark point"), 1, "{preset:?}");
}

#[test]
fn days_that_read_in_two_ways_are_not_imported_before_their_order_is_said() {
    let machine = Machine::with_company();
    machine.file(
        "deals.csv",
        "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date\n\
        7,Kursi,Won,900,Ayu,01/02/2026\n",
    );

    let open = machine.run(&["import", "auto", "deals.csv"]);
    assert_eq!((open.code, open.out.as_str()), (Some(1), ""), "{open:?}");
    assert_eq!(open.times("a date in Close Date reads in two ways"), 1, "{open:?}");
    assert_eq!(open.times("--day-order day-first or --day-order month-first"), 1, "{open:?}");
}

#[test]
fn what_was_changed_since_stays_and_the_undoing_ends_with_three() {
    let machine = Machine::with_company();
    machine.file("accounts.csv", &two());
    let first = import(&machine, &["accounts.csv", "--json"]).json()["run"].clone();
    machine.file("accounts.csv", &two().replace("1.5,12", "1.5,13"));
    assert_eq!(accounts(&import(&machine, &["accounts.csv", "--json"])), [0, 1, 1]);

    let undone = machine.run(&["import", "--undo", first.as_str().unwrap()]);

    assert_eq!(undone.code, Some(3), "{undone:?}");
    assert!(
        undone.out.contains("account `Toko Maju`: somebody has changed it since"),
        "{undone:?}"
    );
}

#[test]
fn what_the_rows_of_a_file_are_can_be_said() {
    let machine = Machine::with_company();
    machine.file("klien.csv", "Nama;Industri\nToko Uji;ritel\n");
    machine.file("data.csv", "Nomor;Tanggal;Pelanggan;Nilai\nA-1;2026-02-02;Toko Uji;1000\n");
    let clients = machine.run(&["import", "auto", "klien.csv", "--json"]);
    assert_eq!(clients.code, Some(0), "{clients:?}");

    let auto = ["import", "auto", "data.csv", "--json", "--kind"];
    let told = machine.run(&[&auto[..], &["invoice"]].concat());
    assert_eq!(told.code, Some(0), "{told:?}");
    assert_eq!(told.json()["summary"]["records"]["invoice"]["created"], 1, "{told:?}");
    let none = machine.run(&[&auto[..], &["ledger-day"]].concat());
    assert_eq!(none.code, Some(1), "{none:?}");
    let preset = machine.run(&["import", "xero", "data.csv", "--kind", "invoice"]);
    assert_eq!(preset.times("--kind is for auto"), 1, "{preset:?}");
}
