//! What is taken out comes in again and changes nothing; rows that were rejected come back as the
//! file that they came in.

use std::io::Cursor;

use accounts::{
    AccountFields, AddressFields, NewAccount, Said, add_address, open_account, set_custom, set_tags,
};
use calamine::{Data, Reader, Xlsx};
use kernel::Lang;
use kernel::money::Money;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::json;
use testing::{SRI, World};

use super::web::{all, brought, run};
use super::whole::{counts, dump, import, world};

/// Clients and people of every kind: names like formulas, two of one name, other currencies.
async fn furnished() -> World {
    let world = world().await;
    let tx = world.ctx(SRI).begin().await.unwrap();
    let open = async |fields: AccountFields| {
        open_account(&tx, NewAccount { fields, owner: None, id: None }).await.unwrap()
    };
    let odd = open(AccountFields {
        revenue: Some(Money::new(125_050, "USD")),
        employees: Some(1_234_567),
        founded_year: Some(1990),
        country: Some("SG".to_owned()),
        tax_number: Some("201912345K".to_owned()),
        website: Some("maju.id/a;b".to_owned()),
        ..AccountFields::named("=1+1; \"Toko\", 'a")
    })
    .await;
    let values = json!({
        "jalur": "retail", "lini": ["retail", "wholesale"], "luas": "1.125",
        "anggaran": { "amount": "1250", "currency": "USD" }, "buka_sejak": "2020-12-31",
        "aktif": false, "surel_pajak": "a@maju.id", "status": "-5; 'x",
    });
    let values = serde_json::from_value(values).unwrap();
    set_custom(&tx, &odd, &Said::by_program(&values, false).unwrap()).await.unwrap();
    set_tags(&tx, odd.id, &["VIP".to_owned(), "=grosir".to_owned()]).await.unwrap();
    let address = AddressFields {
        city: Some("Bogor".to_owned()),
        postcode: Some("00123".to_owned()),
        country: Some("Indonesia".to_owned()),
        ..AddressFields::line("Jl. Melati 1, RT 2; RW 3")
    };
    add_address(&tx, odd.id, address).await.unwrap();
    for _ in 0..2 {
        let twin = open(AccountFields {
            revenue: Some(Money::new(1_500, "IDR")),
            ..AccountFields::named("Toko Kembar")
        });
        let twin = twin.await;
        let values = serde_json::from_value(
            json!({ "anggaran": { "amount": "1500", "currency": "IDR" }, "luas": "1500" }),
        );
        set_custom(&tx, &twin, &Said::by_program(&values.unwrap(), false).unwrap()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let people = "Nama,Klien,Surel,Telepon,Cara dihubungi,Ulang tahun,Persetujuan penawaran,Hobi\n\
        +Rina,Toko Maju,rina@maju.id,0812-9999-0001,Email,12 April,Setuju,=catur\n\
        Budi,Warung Sari,,,Kunjungan,1988-04-12,Tidak setuju,\n";
    let (_, done) = import(&world, "kontak.csv", people).await;
    assert_eq!(counts(&done, "contact"), [2, 0, 0], "{done}");
    world
}

#[tokio::test]
async fn what_is_taken_out_comes_in_again_and_changes_nothing() {
    let world = furnished().await;
    let before = dump(&world).await;
    let clients = all::<accounts::account::Entity>(&world).await;
    let clients = clients.iter().filter(|it| it.company_id == SRI.company()).count() as u64;

    for lang in [Lang::Id, Lang::En] {
        for form in ["csv", "xlsx"] {
            for (list, kind) in [("accounts", "account"), ("contacts", "contact")] {
                let browser = world.browse(SRI).speaking(lang);
                let file = browser.get(&format!("/{list}.{form}")).await;
                assert_eq!(file.status, 200, "{}", file.body);
                let name = format!("{list}.{form}");

                let page = brought(&world, &[(&name, &file.bytes)]).await;
                let done = run(&world, &page).await;

                let [created, updated, unchanged] = counts(&done, kind);
                assert_eq!((created, updated), (0, 0), "{name} {lang:?} {done}");
                assert_eq!(done["summary"]["rejected"], 0, "{name} {lang:?} {done}");
                assert!(kind != "account" || unchanged == clients, "{name} {lang:?} {done}");
                assert!(dump(&world).await == before, "{name} {lang:?}");
            }
        }
    }
}

#[tokio::test]
async fn what_was_changed_in_the_file_is_changed_and_no_more() {
    let world = furnished().await;
    let file = world.browse(SRI).get("/accounts.csv?q=kembar").await;
    let text = file.body.replacen("Toko Kembar", "Toko Kembar Satu", 1);

    let (_, done) = import(&world, "klien.csv", &text).await;

    assert_eq!(counts(&done, "account"), [0, 1, 1], "{done}");
    let accounts = all::<accounts::account::Entity>(&world).await;
    assert!(accounts.iter().any(|it| it.name == "Toko Kembar Satu"));
}

/// What the first sheet of a workbook says.
fn cells(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[tokio::test]
async fn rejected_rows_of_a_workbook_come_back_as_one() {
    let world = world().await;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["Nama", "Telepon", "Buka sejak", "Luas", "NPWP"]) {
        sheet.write(0, column, name).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (row, name) in [(1, "Hotel Baik"), (2, "=Hotel Rusak")] {
        sheet.write_string(row, 0, name).unwrap();
        sheet.write_string(row, 1, if row == 1 { "0812 3456 7890" } else { "telepon" }).unwrap();
        let date = ExcelDateTime::from_ymd(2020, 12, 5).unwrap();
        sheet.write_with_format(row, 2, &date, &day).unwrap();
        sheet.write_number(row, 3, 1_250.5).unwrap();
        sheet.write_string(row, 4, "0013121660091000").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let page = brought(&world, &[("klien.xlsx", &bytes)]).await;
    let done = run(&world, &page).await;
    assert_eq!(counts(&done, "account"), [1, 0, 0], "{done}");

    let errors = world.browse(SRI).get(&format!("{page}/errors/0")).await;

    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(errors.headers["content-type"], kind);
    assert!(errors.headers["content-disposition"].to_str().unwrap().ends_with(".xlsx\""));
    let rows = cells(&errors.bytes);
    let head: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    assert_eq!(head, ["Nama", "Telepon", "Buka sejak", "Luas", "NPWP", "line", "column", "reason"]);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1][0], Data::String("'=Hotel Rusak".to_owned()));
    assert!(matches!(rows[1][2], Data::DateTime(_)), "{:?}", rows[1]);
    assert_eq!(rows[1][3], Data::Float(1_250.5));
    assert_eq!(rows[1][4], Data::String("0013121660091000".to_owned()));
    assert_eq!(rows[1][6], Data::String("Telepon".to_owned()));

    // Somebody mends the cell in their spreadsheet.
    let mut mended = Workbook::new();
    let sheet = mended.add_worksheet();
    for (y, row) in (0..).zip(&rows) {
        for (x, cell) in (0..).zip(row) {
            match cell {
                Data::Float(number) => sheet.write_number(y, x, *number).unwrap(),
                Data::DateTime(at) => {
                    sheet.write_number_with_format(y, x, at.as_f64(), &day).unwrap()
                }
                Data::String(text) if text == "telepon" => {
                    sheet.write_string(y, x, "0813 1111 1111").unwrap()
                }
                other => sheet.write_string(y, x, other.to_string()).unwrap(),
            };
        }
    }
    let bytes = mended.save_to_buffer().unwrap();
    let page = brought(&world, &[("klien-errors.xlsx", &bytes)]).await;
    let done = run(&world, &page).await;

    assert_eq!(done["summary"]["rejected"], 0, "{done}");
    assert_eq!(counts(&done, "account"), [1, 0, 0], "{done}");
    let accounts = all::<accounts::account::Entity>(&world).await;
    let mended = accounts.iter().find(|it| it.name == "=Hotel Rusak").unwrap();
    assert_eq!(mended.phone.as_deref(), Some("+6281311111111"));
    assert_eq!(mended.tax_number.as_deref(), Some("0013121660091000"));
    let values = all::<accounts::custom_value::Entity>(&world).await;
    let mut values: Vec<&str> = values
        .iter()
        .filter(|it| it.account_id == Some(mended.id))
        .map(|it| it.value.as_str())
        .collect();
    values.sort_unstable();
    assert_eq!(values, ["1250.5", "2020-12-05"]);
}
