//! Whatever somebody brings: it is refused in a sentence, or its rows add up; nothing breaks, and
//! what was refused has changed nothing.

use std::collections::BTreeSet;
use std::path::Path;

use kernel::{Lang, Refusal};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use rust_xlsxwriter::Workbook;
use testing::{SRI, World};

use super::testdata;
use super::web::{all, form};
use super::whole::{dump, world};
use crate::brought::{Asked, Brought, Look, assemble, guessed, guessed_for, look};
use crate::own::{Own, tests::field};
use crate::rules::choice::Choice;
use crate::rules::existing::Existing;
use crate::rules::guess::TARGETS;
use crate::source_file::{plan, rejected_rows};

/// The same cases each time, few enough for every run of the tests.
fn some(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_261_129),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn own() -> Own {
    use accounts::FieldKind;

    let kinds = FieldKind::ALL.iter().map(|it| field(&format!("k-{}", it.word()), *it));
    Own::of(kinds.clone().collect(), kinds.collect())
}

/// Looks at a file, guesses how it is read, and plans it as every kind of record.
fn through(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let (path, beside) = (folder.path().join("0"), folder.path().join("1"));
    std::fs::write(&path, bytes).unwrap();
    let found = match look(&path, &beside, &Asked::default()) {
        Ok(found) => found,
        Err(why) => {
            let sentences = Lang::ALL.iter().map(|lang| why.sentence(*lang));
            assert!(sentences.into_iter().all(|it| it.ends_with('.')), "{why:?}");
            return;
        }
    };
    let own = own();
    let rows = if found.is_beside { &beside } else { &path };
    let mut choices = vec![guessed(name, &found, &own)];
    choices.extend(TARGETS.iter().map(|it| guessed_for(*it, &found, &own)));
    for choice in choices {
        planned(name, rows, &found, &choice, &own);
    }
}

fn planned(name: &str, rows: &Path, found: &Look, choice: &Choice, own: &Own) {
    let brought = Brought {
        name: name.to_owned(),
        path: rows.to_owned(),
        look: found.clone(),
        choice: choice.clone(),
    };
    let Ok((mapping, sources)) = assemble(&[brought], "IDR") else { return };
    let mapping = mapping.owned(own.clone());
    let existing: Existing<u64> = Existing::new(mapping.keys);
    let Ok(plan) = plan(&sources, &mapping, &existing) else { return };

    let report = &plan.files[0];
    assert_eq!(report.rows, report.accepted + report.rejected + report.blank, "{choice:?}");
    assert_eq!(report.rows, found.survey.rows, "{choice:?}");
    let lines: BTreeSet<u64> = plan.faults.iter().map(|it| it.line).collect();
    assert_eq!(report.rejected, lines.len() as u64, "{choice:?}");
    for lang in Lang::ALL {
        assert!(plan.faults.iter().all(|it| !it.why.sentence(*lang).is_empty()));
    }
    let Some(errors) = rejected_rows(&sources.files[0], &plan.faults, Lang::Id).unwrap() else {
        assert_eq!(report.rejected, 0, "{choice:?}");
        return;
    };
    assert_eq!(errors.rejected, report.rejected, "{choice:?}");
    let again = rows.with_file_name("again");
    std::fs::write(&again, errors.form.bytes(&errors.content).unwrap()).unwrap();
    match look(&again, &rows.with_file_name("beside"), &Asked::default()) {
        Ok(again) => {
            assert!(again.survey.is_error_file, "{:?}", again.survey);
            assert_eq!(again.survey.rows, errors.rejected, "{choice:?}");
        }
        // Three columns more may be too many.
        Err(why) => assert_eq!(why.code(), "importing.too_many_columns", "{choice:?}"),
    }
}

/// Headers of other systems, of ours, and one that says nothing.
const HEADS: &[&str] = &[
    "Nama,Telepon,Label,Kota,NPWP,k-choice,k-money,k-date\n",
    "Nama klien;Status;Omzet setahun;Mata uang;ID Jembatan;k-number;k-choices\n",
    "Nama,Perusahaan,No. HP,Email,Tanggal lahir,Persetujuan penawaran,Cara dihubungi\n",
    "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date\n",
    "product\tseries\tsales_price\n",
    "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n",
    "a,b,c\n",
    "",
];

/// Something like a table.
fn table() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        4 => "[A-Za-z0-9 .,@+/=-]{0,12}",
        1 => "\\PC{0,20}",
        1 => Just("\"".to_owned()),
        1 => Just("\"a\nb\"".to_owned()),
        1 => Just("\0".to_owned()),
        1 => Just("31/12/2026".to_owned()),
        1 => Just("Toko Maju".to_owned()),
    ];
    let row = prop::collection::vec(cell, 0..9);
    (prop::sample::select(HEADS), prop::collection::vec(row, 0..8), "[,;\t|]").prop_map(
        |(head, rows, mark)| {
            let rows: Vec<String> = rows.iter().map(|it| it.join(&mark)).collect();
            format!("{head}{}", rows.join("\n")).into_bytes()
        },
    )
}

/// Files of other systems, the beginning of long ones.
fn real_files() -> Vec<(String, Vec<u8>)> {
    const LONGEST: usize = 6_000;
    let read = |path: &str| {
        let mut bytes = std::fs::read(testdata(path)).unwrap();
        if !path.ends_with("LE.csv") {
            bytes.truncate(LONGEST);
        }
        (path.rsplit('/').next().unwrap().to_owned(), bytes)
    };
    let mut files: Vec<(String, Vec<u8>)> = [
        "crm-sales-opportunities/accounts.csv",
        "crm-sales-opportunities/sales_pipeline.csv",
        "other-crms/salesforce/accountData.csv",
        "other-crms/salesforce/csvtext_BOM_UTF16LE.csv",
        "hostile-input/csv-spectrum/csvs/quotes_and_newlines.csv",
    ]
    .map(read)
    .to_vec();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (x, name) in (0..).zip(["Nama", "Telepon", "k-number", "Label"]) {
        sheet.write(0, x, name).unwrap();
        sheet.write(1, x, "0812 3456 7890").unwrap();
        sheet.write(2, x, 1_250.5).unwrap();
    }
    files.push(("klien.xlsx".to_owned(), book.save_to_buffer().unwrap()));
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(1_536, 0);
    files.push(("klien.xls".to_owned(), old));
    let cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rina\r\nORG:Toko Maju\r\nBDAY:19880412\r\n\
        TEL:0812-3456-7890\r\nEND:VCARD\r\n";
    files.push(("kontak.vcf".to_owned(), cards.repeat(3).into_bytes()));
    let wide: Vec<u8> =
        "\u{feff}Nama,Label\nToko é,a;b\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    files.push(("lebar.csv".to_owned(), wide));
    files
}

/// What happens to files on their way.
#[derive(Clone, Debug)]
enum Damage {
    Cut(prop::sample::Index),
    Put(prop::sample::Index, Vec<u8>),
    Change(prop::sample::Index, u8),
    Twice(prop::sample::Index, usize),
    Lose(prop::sample::Index, usize),
}

impl Damage {
    fn to(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        match self {
            Self::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Self::Put(at, new) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, new.iter().copied());
            }
            Self::Change(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Self::Twice(at, length) => {
                let at = at.index(bytes.len());
                let part = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, part);
            }
            Self::Lose(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
        }
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<prop::sample::Index>;
    let pieces: Vec<Vec<u8>> = vec![
        b"\"".to_vec(),
        b"\0".to_vec(),
        b"\xff\xfe".to_vec(),
        b"\n\n".to_vec(),
        b",,,,".to_vec(),
    ];
    prop_oneof![
        at().prop_map(Damage::Cut),
        (at(), prop::sample::select(pieces)).prop_map(|(at, it)| Damage::Put(at, it)),
        (at(), any::<u8>()).prop_map(|(at, it)| Damage::Change(at, it)),
        (at(), 1_usize..200).prop_map(|(at, it)| Damage::Twice(at, it)),
        (at(), 1_usize..200).prop_map(|(at, it)| Damage::Lose(at, it)),
    ]
}

/// A real file after some damage.
fn damaged() -> impl Strategy<Value = (String, Vec<u8>)> {
    (prop::sample::select(real_files()), prop::collection::vec(damage(), 0..4)).prop_map(
        |((name, mut bytes), damage)| {
            for one in damage {
                one.to(&mut bytes);
            }
            (name, bytes)
        },
    )
}

proptest! {
    #![proptest_config(some(96))]

    #[test]
    fn no_bytes_break_an_import(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        through("berkas.csv", &bytes);
    }

    #[test]
    fn no_table_breaks_an_import(bytes in table()) {
        through("klien.csv", &bytes);
    }

    #[test]
    fn no_damage_breaks_an_import((name, bytes) in damaged()) {
        through(&name, &bytes);
    }
}

#[test]
fn no_shape_of_a_table_breaks_an_import() {
    let columns = |count: usize| {
        let names: Vec<String> = (0..count).map(|it| format!("k{it}")).collect();
        format!("Nama,{}\nToko,{}\n", names.join(","), ",".repeat(count - 1))
    };
    for (name, text) in [
        ("batas", columns(999)),
        ("hampir", columns(997)),
        ("terlalu lebar", columns(2_500)),
        ("sel panjang", format!("Nama,Label\n{},x\n", "x".repeat(900_000))),
        ("baris panjang", format!("Nama,Label\n{},x\n", "x".repeat(1_200_000))),
        ("kutip terbuka", format!("Nama,Label\n\"Toko,{}\n", "x\n".repeat(2_000))),
        ("banyak kosong", format!("Nama,Label\n{}Toko,x\n", ",\n".repeat(5_000))),
        ("satu nama", format!("Nama,Label\n{}", "Toko,x\nToko,y\n".repeat(500))),
        ("judul saja", "Nama,Label\n".to_owned()),
        ("judul kembar", "Nama,Nama,nama,\nToko,Toko,Toko,x\n".to_owned()),
        ("tanpa judul", "Toko Maju,021-555-0107\nToko Jaya,021-555-0108\n".to_owned()),
        ("sep", "sep=;\nNama;Label\nToko;x\n".to_owned()),
    ] {
        through(&format!("{name}.csv"), text.as_bytes());
    }
}

async fn bring(world: &World, name: &str, bytes: &[u8]) -> testing::Seen {
    let kind = "multipart/form-data; boundary=X-import-X";
    let body = form(&[(name, bytes)]);
    world.browse(SRI).send("POST", "/settings/imports/new", kind, body).await
}

/// As somebody does it: upload, look at the mapping, check, run.
async fn in_the_browser(world: &World, name: &str, bytes: &[u8]) {
    let before = dump(world).await;
    let sri = world.browse(SRI);
    let brought = bring(world, name, bytes).await;
    assert!([303, 413, 422].contains(&brought.status), "{name}: {}", brought.status);
    if brought.status != 303 {
        assert_eq!(dump(world).await, before, "{name}");
        return;
    }
    let page = brought.location().strip_suffix("/map").unwrap().to_owned();
    let map = sri.get(&format!("{page}/map")).await;
    assert_eq!(map.status, 200, "{name}: {}", map.body);
    let check = sri.get(&format!("{page}/check")).await;
    assert!([200, 303, 422].contains(&check.status), "{name}: {}", check.status);
    assert_eq!(dump(world).await, before, "{name}: nothing happens before it is run");

    let ran = sri.post(&format!("{page}/run"), "").await;
    assert!([303, 422].contains(&ran.status), "{name}: {}", ran.status);
    if ran.status != 303 {
        assert_eq!(dump(world).await, before, "{name}");
        return;
    }
    while world.work().await != 0 {}
    let done = super::web::api(world, &page).await;
    if done["state"] != "finished" {
        assert_eq!(done["state"], "interrupted", "{name}: {done}");
        assert_eq!(dump(world).await, before, "{name}");
        return;
    }
    let file = &done["summary"]["files"][0];
    let count = |of: &str| file[of].as_u64().unwrap();
    assert_eq!(count("rows"), count("accepted") + count("rejected") + count("blank"), "{done}");
    let errors = sri.get(&format!("{page}/errors/0")).await;
    assert_eq!(errors.status, if count("rejected") == 0 { 404 } else { 200 }, "{name}");
    assert_eq!(sri.get(&page).await.status, 200, "{name}");

    let undone = super::whole::undo(world, &page).await;
    assert_eq!(undone["stayed"], 0, "{name}: {undone}");
    assert_eq!(dump(world).await, before, "{name}");
}

#[tokio::test]
async fn nothing_that_is_brought_breaks_the_pages() {
    let world = world().await;
    let mut runner = TestRunner::new(some(1));
    for _ in 0..12 {
        let bytes = table().new_tree(&mut runner).unwrap().current();
        in_the_browser(&world, "klien.csv", &bytes).await;
        let (name, bytes) = damaged().new_tree(&mut runner).unwrap().current();
        in_the_browser(&world, &name, &bytes).await;
    }
    for (name, bytes) in real_files() {
        in_the_browser(&world, &name, &bytes).await;
    }
    let runs = all::<crate::run::Entity>(&world).await;
    assert!(runs.iter().all(|it| it.state != crate::RunState::Running));
}
