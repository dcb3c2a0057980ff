//! A client arrives with all that is known of them, and goes again with all of it.

use std::fmt::Write;

use accounts::custom_field::Model as OwnField;
use accounts::{
    Choice, Circle, FieldKind, FieldLimits, FieldRecord, FieldSettings, add_field, change_field,
};
use frame::Owned;
use sea_orm::EntityTrait;
use serde_json::Value as Json;
use testing::{SRI, World};

use super::web::{all, brought, run};

/// A company with fields of its own for clients and for the people there.
pub async fn world() -> World {
    let routes = accounts::routes().merge(crate::routes());
    let world = World::furnished(routes, |made| {
        made.jobs = vec![crate::JOBS, accounts::JOBS];
        made.readers = vec![accounts::READERS];
    })
    .await;
    let tx = world.ctx(SRI).begin().await.unwrap();
    for (label, kind) in [
        ("Jalur", FieldKind::Choice),
        ("Lini", FieldKind::Choices),
        ("Luas", FieldKind::Number),
        ("Anggaran", FieldKind::Money),
        ("Buka sejak", FieldKind::Date),
        ("Aktif", FieldKind::YesNo),
        ("Surel pajak", FieldKind::Email),
        ("Status", FieldKind::Text),
    ] {
        add_field(&tx, FieldRecord::Account, kind, settings(label, kind)).await.unwrap();
    }
    let kind = FieldKind::Text;
    add_field(&tx, FieldRecord::Contact, kind, settings("Hobi", kind)).await.unwrap();
    tx.commit().await.unwrap();
    world
}

pub fn settings(label: &str, kind: FieldKind) -> FieldSettings {
    let choice = |id: &str, en: &str| Choice {
        code: String::new(),
        id: id.to_owned(),
        en: en.to_owned(),
        hidden: false,
    };
    let choices = vec![choice("Ritel", "Retail"), choice("Grosir", "Wholesale")];
    FieldSettings {
        label_id: label.to_owned(),
        label_en: label.to_owned(),
        help_id: String::new(),
        help_en: String::new(),
        choices: if kind.has_choices() { choices } else { Vec::new() },
        limits: FieldLimits::default(),
        required: false,
        in_list: false,
        seen_by: Circle::Everybody,
        kept_by: Circle::Everybody,
        hidden: false,
    }
}

/// One of its fields, settled otherwise from now on.
pub async fn settle(world: &World, label: &str, change: impl FnOnce(&mut FieldSettings)) {
    let fields = all::<accounts::custom_field::Entity>(world).await;
    let field: OwnField = fields.into_iter().find(|it| it.label_id == label).unwrap();
    let mut new = FieldSettings {
        choices: field.choices(),
        required: field.required,
        ..settings(label, FieldKind::Text)
    };
    change(&mut new);
    let tx = world.ctx(SRI).begin().await.unwrap();
    change_field(&tx, field.id, new).await.unwrap();
    tx.commit().await.unwrap();
}

/// Every client and everybody there, with all that hangs on them, to the byte; but for the stamp
/// by which phones hear of a change, and of one that was taken back.
pub async fn dump(world: &World) -> String {
    async fn of<E: Owned + EntityTrait>(world: &World, out: &mut String) {
        let told = |row: &E::Model| {
            let row = format!("{row:?}");
            let (before, after) = row.split_once("updated_at: ").unwrap_or((&row, ""));
            format!("{before}{}", after.split_once(", ").map_or("", |it| it.1))
        };
        let mut rows: Vec<String> = all::<E>(world).await.iter().map(told).collect();
        rows.sort_unstable();
        writeln!(out, "{}", rows.join("\n")).unwrap();
    }
    let mut out = String::new();
    of::<accounts::account::Entity>(world, &mut out).await;
    of::<accounts::address::Entity>(world, &mut out).await;
    of::<accounts::tag::Entity>(world, &mut out).await;
    of::<accounts::account_tag::Entity>(world, &mut out).await;
    of::<accounts::custom_value::Entity>(world, &mut out).await;
    of::<accounts::contact::Entity>(world, &mut out).await;
    of::<accounts::account_contact::Entity>(world, &mut out).await;
    out
}

/// Created, updated and unchanged records of a kind.
pub fn counts(done: &Json, kind: &str) -> [u64; 3] {
    let of = &done["summary"]["records"][kind];
    ["created", "updated", "unchanged"].map(|it| of[it].as_u64().unwrap_or_default())
}

pub async fn import(world: &World, name: &str, text: &str) -> (String, Json) {
    let page = brought(world, &[(name, text.as_bytes())]).await;
    let done = run(world, &page).await;
    (page, done)
}

pub async fn undo(world: &World, page: &str) -> Json {
    let seen = world.browse(SRI).post(&format!("{page}/undo"), "").await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    while world.work().await != 0 {}
    super::web::api(world, page).await
}

/// Line, column and code of what is wrong.
pub async fn faults(world: &World, page: &str) -> Vec<(u64, String, String)> {
    let path = format!("{}/check", page.replace("/settings", "/api/v1"));
    let checked = world.browse(SRI).get(&path).await.json();
    let text = |it: &Json| it.as_str().unwrap_or("-").to_owned();
    let fault = |it: &Json| (it["line"].as_u64().unwrap(), text(&it["column"]), text(&it["code"]));
    let faults = checked["faults"].as_array().unwrap_or_else(|| panic!("{checked}"));
    faults.iter().map(fault).collect()
}

const HEAD: &str = "Nama;Label;Alamat;Kota;Provinsi;Kode pos;Negara;NPWP;Tingkat;Kode klien;\
    Jalur;Lini;Luas;Anggaran;Buka sejak;Aktif;Surel pajak\n";

fn clients() -> String {
    format!(
        "{HEAD}Toko Maju;grosir, VIP;Jl. Melati 1;Depok;Jawa Barat;16411;Indonesia;\
        01.312.166.0-091.000;A;K-1;Ritel;Retail, Grosir;1.250,5;Rp2.500.000;31/12/2020;ya;a@maju.id\n\
        Hotel Senja;VIP;Jl. Pantai 9;Denpasar;Bali;;ID;;;K-2;;;;;;tidak;\n"
    )
}

#[tokio::test]
async fn a_client_arrives_whole_and_goes_again() {
    let world = world().await;
    let before = dump(&world).await;

    let (first, done) = import(&world, "klien.csv", &clients()).await;
    assert_eq!(counts(&done, "account"), [1, 1, 0], "{done}");
    let with = dump(&world).await;
    let (_, again) = import(&world, "klien.csv", &clients()).await;
    assert_eq!(counts(&again, "account"), [0, 0, 2], "{again}");
    assert_eq!(dump(&world).await, with, "importing twice changes nothing");

    let accounts = all::<accounts::account::Entity>(&world).await;
    let maju = accounts.iter().find(|it| it.name == "Toko Maju").unwrap();
    assert_eq!(maju.tax_number.as_deref(), Some("0013121660091000"));
    assert_eq!(maju.external_key.as_deref(), Some("K-1"));
    let sri = world.browse(SRI);
    let api = sri.get(&format!("/api/v1/accounts/{}", maju.id)).await.json();
    assert_eq!(api["tags"], serde_json::json!(["grosir", "VIP"]));
    assert_eq!(api["tier"], "A");
    assert_eq!(
        api["custom"],
        serde_json::json!({
            "jalur": "retail", "lini": ["retail", "wholesale"], "luas": "1250.5",
            "anggaran": { "amount": "2500000", "currency": "IDR" }, "buka_sejak": "2020-12-31",
            "aktif": true, "surel_pajak": "a@maju.id",
        })
    );
    let senja = accounts.iter().find(|it| it.name == "Hotel Senja").unwrap();
    let addresses = all::<accounts::address::Entity>(&world).await;
    let address = addresses.iter().find(|it| it.account_id == senja.id).unwrap();
    assert_eq!(address.line(), "Jl. Pantai 9, Denpasar, Bali, ID");
    // What it is found by is read again.
    let found = sri.get("/api/v1/accounts?q=senja").await.json();
    assert_eq!(found["items"][0]["name"], "Hotel Senja");

    let undone = undo(&world, &first).await;
    assert_eq!((&undone["state"], &undone["stayed"]), (&"undone".into(), &0.into()), "{undone}");
    assert_eq!(dump(&world).await, before);
}

#[tokio::test]
async fn what_an_import_changed_and_emptied_comes_back() {
    let world = world().await;
    let (_, done) = import(&world, "klien.csv", &clients()).await;
    assert_eq!(done["summary"]["rejected"], 0, "{done}");
    let before = dump(&world).await;
    let changed = format!(
        "{HEAD}Toko Maju;Baru;Jl. Mawar 2;;;;;;;;Grosir;;;;;;\n\
        Hotel Senja;;;;;;;;;;;;;;;;\n"
    );
    let page = brought(&world, &[("klien.csv", changed.as_bytes())]).await;
    let columns = [
        "name",
        "tags",
        "street",
        "city",
        "province",
        "postcode",
        "country",
        "tax-number",
        "tier",
        "external-id",
        "custom.jalur",
        "custom.lini",
        "custom.luas",
        "custom.anggaran",
        "custom.buka_sejak",
        "custom.aktif",
        "custom.surel_pajak",
    ];
    let mut form = "f0-target=account&f0-empty=clear&action=check".to_owned();
    for (at, field) in columns.iter().enumerate() {
        write!(form, "&f0-c{at}={field}").unwrap();
    }
    let seen = world.browse(SRI).post(&format!("{page}/map"), &form).await;
    assert_eq!(seen.location(), format!("{page}/check"), "{}", seen.body);
    let check = world.browse(SRI).get(&format!("{page}/check")).await.body;
    assert!(check.contains("Jalur: Retail → Wholesale"), "{check}");

    let done = run(&world, &page).await;
    assert_eq!(counts(&done, "account"), [0, 2, 0], "{done}");
    let senja = all::<accounts::account::Entity>(&world).await;
    let senja = senja.into_iter().find(|it| it.name == "Hotel Senja").unwrap();
    let addresses = all::<accounts::address::Entity>(&world).await;
    assert!(addresses.iter().all(|it| it.account_id != senja.id), "an empty address goes");
    let values = all::<accounts::custom_value::Entity>(&world).await;
    assert!(values.iter().all(|it| it.account_id != Some(senja.id)));

    let undone = undo(&world, &page).await;
    assert_eq!(undone["stayed"], 0, "{undone}");
    assert_eq!(dump(&world).await, before);
}

#[tokio::test]
async fn what_somebody_changed_since_stays() {
    let world = world().await;
    let (page, _) = import(&world, "klien.csv", &clients()).await;
    let accounts = all::<accounts::account::Entity>(&world).await;
    let maju = accounts.iter().find(|it| it.name == "Toko Maju").unwrap().id;
    let path = format!("/api/v1/accounts/{maju}");
    let body = r#"{"tags": ["lain"], "custom": {"luas": 7}}"#;
    let patched = world.browse(SRI).ask("PATCH", &path, body).await;
    assert_eq!(patched.status, 200, "{}", patched.body);

    let undone = undo(&world, &page).await;

    assert_eq!(undone["stayed"], 1, "{undone}");
    let api = world.browse(SRI).get(&path).await.json();
    assert_eq!(
        (&api["tags"], &api["custom"]),
        (&serde_json::json!(["lain"]), &serde_json::json!({ "luas": "7" }))
    );
}

#[tokio::test]
async fn each_wrong_cell_is_refused_with_its_line_column_and_reason() {
    let world = world().await;
    settle(&world, "Luas", |it| it.required = true).await;
    let long = "x".repeat(41);
    let text = format!(
        "{HEAD}A;{long};;;;;;;;;;;1;;;;\n\
        B;;;;;12150;;;;;;;1;;;;\n\
        C;;;;;;Atlantis;123;Z;;Emas;Ritel, Emas;x;-1;31/02/2020;mungkin;surel\n\
        D;;;;;;;;;;;;;;;;\n\
        E;;;;;;;;;K-9;;;1;;;;\n\
        F;;;;;;;;;K-9;;;1;;;;\n"
    );
    let before = dump(&world).await;

    let page = brought(&world, &[("klien.csv", text.as_bytes())]).await;
    let found = faults(&world, &page).await;

    let expected = [
        (2, "Label", "too_long"),
        (3, "Kode pos", "address_nowhere"),
        (4, "Negara", "not_a_country"),
        (4, "NPWP", "not_a_tax_number"),
        (4, "Tingkat", "not_listed"),
        (4, "Anggaran", "below_zero"),
        (4, "Aktif", "not_listed"),
        (4, "Buka sejak", "not_a_day"),
        (4, "Jalur", "not_listed"),
        (4, "Lini", "not_listed"),
        (4, "Luas", "not_a_number"),
        (4, "Surel pajak", "not_an_email"),
        (5, "Luas", "required"),
        (6, "Kode klien", "external_id_shared"),
        (7, "Kode klien", "external_id_shared"),
    ];
    let mut found: Vec<(u64, &str, &str)> = found
        .iter()
        .map(|(line, column, code)| {
            (*line, column.as_str(), code.strip_prefix("importing.").unwrap())
        })
        .collect();
    found.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let done = run(&world, &page).await;
    assert_eq!(done["summary"]["rejected"], 6, "{done}");
    assert_eq!(dump(&world).await, before);
}

#[tokio::test]
async fn a_choice_that_is_offered_no_more_stays_and_is_given_to_nobody() {
    let world = world().await;
    import(&world, "klien.csv", "Nama,Jalur\nToko Maju,Ritel\n").await;
    settle(&world, "Jalur", |it| it.choices[0].hidden = true).await;

    let text = "Nama,Jalur\nToko Maju,Ritel\nWarung Sari,Ritel\n";
    let page = brought(&world, &[("klien.csv", text.as_bytes())]).await;
    let found = faults(&world, &page).await;
    let done = run(&world, &page).await;

    assert_eq!(found, [(3, "Jalur".to_owned(), "importing.choice_retired".to_owned())]);
    assert_eq!(counts(&done, "account"), [0, 0, 1], "{done}");
}

#[tokio::test]
async fn a_field_that_the_company_has_no_more_is_mapped_anew() {
    let world = world().await;
    let text = "Nama,Jalur\nToko Maju,Ritel\n";
    let page = brought(&world, &[("klien.csv", text.as_bytes())]).await;
    let map = world.browse(SRI).get(&format!("{page}/map")).await;
    assert!(map.body.contains(r#"value="custom.jalur" selected"#), "{}", map.body);
    settle(&world, "Jalur", |it| it.hidden = true).await;

    let check = world.browse(SRI).get(&format!("{page}/check")).await;
    let api =
        world.browse(SRI).get(&format!("{}/check", page.replace("/settings", "/api/v1"))).await;

    assert_eq!((check.status, check.location()), (303, format!("{page}/map").as_str()));
    assert_eq!((api.status, &api.json()["code"]), (422, &"importing.own_field_unknown".into()));
    let map = world.browse(SRI).get(&format!("{page}/map")).await;
    assert!(!map.body.contains("custom.jalur"), "{}", map.body);
}
