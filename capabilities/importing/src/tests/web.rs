//! Files are uploaded, mapped, checked and run in the browser and over the API.

use std::fmt::Write;

use frame::Owned;
use kernel::access::Role;
use sea_orm::EntityTrait;
use testing::{AYU, HENDRA, SARI, SRI, Seen, Someone, World};

use super::testdata;

const BOUNDARY: &str = "X-import-X";

pub async fn world() -> World {
    World::with_jobs(crate::routes(), vec![crate::JOBS]).await
}

/// A form with files, as a browser sends it.
pub fn form(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let mut head = String::new();
        write!(head, "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; ").unwrap();
        write!(head, "filename=\"{name}\"\r\ncontent-type: text/csv\r\n\r\n").unwrap();
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

async fn upload(world: &World, someone: Someone, files: &[(&str, &[u8])]) -> Seen {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let browser = world.browse(someone);
    browser.send("POST", "/settings/imports/new", &kind, form(files)).await
}

/// The page of an import that was uploaded, without its last part.
pub async fn brought(world: &World, files: &[(&str, &[u8])]) -> String {
    let seen = upload(world, SRI, files).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    seen.location().strip_suffix("/map").unwrap().to_owned()
}

pub async fn run(world: &World, page: &str) -> serde_json::Value {
    let seen = world.browse(SRI).post(&format!("{page}/run"), "").await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    while world.work().await != 0 {}
    api(world, page).await
}

pub async fn api(world: &World, page: &str) -> serde_json::Value {
    let path = page.replace("/settings/imports", "/api/v1/imports");
    world.browse(SRI).get(&path).await.json()
}

pub async fn all<E: Owned + EntityTrait>(world: &World) -> Vec<E::Model> {
    let ctx = world.ctx(SRI);
    ctx.whole_company::<E>().all(&ctx).await.unwrap()
}

const CLIENTS: &str = "Nama;Telepon;Situs web;Industri;Penanggung jawab\n\
    Hotel Senja;021-555-0107;hotelsenja.example;hotel;Ayu Lestari\n\
    Hotel Rusak;telepon;hotelrusak.example;hotel;\n";

#[tokio::test]
async fn a_file_is_uploaded_mapped_checked_and_run() {
    let world = world().await;
    let sri = world.browse(SRI);

    let page = brought(&world, &[("klien.csv", CLIENTS.as_bytes())]).await;
    let map = sri.get(&format!("{page}/map")).await;
    let check = sri.get(&format!("{page}/check")).await;
    let before = all::<accounts::account::Entity>(&world).await.len();
    let done = run(&world, &page).await;
    let seen = sri.get(&page).await;

    assert!(map.body.contains("Hotel Senja · Hotel Rusak"), "{}", map.body);
    assert!(map.body.contains("parted by semicolon"), "{}", map.body);
    assert!(check.body.contains("klien.csv, row 3"), "{}", check.body);
    assert!(check.body.contains("This is not a telephone number"));
    assert_eq!((&done["state"], &done["done"]), (&"finished".into(), &1.into()), "{done}");
    let accounts = all::<accounts::account::Entity>(&world).await;
    assert_eq!(accounts.len(), before + 1);
    let senja = accounts.iter().find(|it| it.name == "Hotel Senja").unwrap();
    assert_eq!(senja.phone.as_deref(), Some("+62215550107"));
    assert_eq!(senja.website.as_deref(), Some("https://hotelsenja.example"));
    assert_eq!(senja.owner_id, Some(AYU.person()));
    assert!(seen.body.contains("Undo the import") && seen.body.contains("errors/0"));
}

#[tokio::test]
async fn rejected_rows_come_back_in_the_form_of_the_file_and_are_mended() {
    let world = world().await;
    let page = brought(&world, &[("klien.csv", CLIENTS.as_bytes())]).await;
    run(&world, &page).await;

    let errors = world.browse(SRI).get(&format!("{page}/errors/0")).await.body;
    let mended = errors.replace("Hotel Rusak;telepon;", "Hotel Rusak;0812 3456 7890;");
    let again = brought(&world, &[("klien-errors.csv", mended.as_bytes())]).await;
    let done = run(&world, &again).await;

    assert!(errors.starts_with("\u{feff}Nama;Telepon;"), "{errors}");
    assert_eq!(done["summary"]["records"]["account"]["created"], 1, "{done}");
    assert_eq!(done["summary"]["rejected"], 0);
}

#[tokio::test]
async fn the_real_files_give_the_counts_of_the_shell() {
    let world = world().await;
    let names = ["accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"];
    let bytes: Vec<Vec<u8>> = names
        .iter()
        .map(|it| std::fs::read(testdata(&format!("crm-sales-opportunities/{it}"))).unwrap())
        .collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().zip(&bytes).map(|(name, bytes)| (*name, bytes.as_slice())).collect();

    let page = brought(&world, &files).await;
    let done = run(&world, &page).await;

    let created = |kind: &str| done["summary"]["records"][kind]["created"].as_u64().unwrap();
    assert_eq!(done["state"], "finished", "{done}");
    assert_eq!([created("account"), created("product")], [85, 7]);
    assert_eq!([created("person"), created("opportunity")], [41, 8_800]);
    assert_eq!(done["done"], done["steps"]);
    let people = all::<people::person::Entity>(&world).await;
    let new = people.iter().filter(|it| it.email.is_none());
    let (managers, agents): (Vec<_>, Vec<_>) = new.partition(|it| it.roles.has(Role::Manager));
    assert_eq!((managers.len(), agents.len()), (6, 35));
}

#[tokio::test]
async fn contacts_come_to_their_clients_and_go_again() {
    let world = world().await;
    let file = "First Name,Last Name,Company Name,Email,Phone Number,Job Title\n\
        Rina,Kartika,Toko Maju,rina.k@toko.example,0812-9999-0001,Pembelian\n\
        Tak,Ada,Toko Entah,x@y.example,0812-9999-0002,\n";
    let before = all::<accounts::contact::Entity>(&world).await;

    let page = brought(&world, &[("contacts.csv", file.as_bytes())]).await;
    let done = run(&world, &page).await;
    let with = all::<accounts::contact::Entity>(&world).await;
    let posts = all::<accounts::account_contact::Entity>(&world).await;
    world.browse(SRI).post(&format!("{page}/undo"), "").await;
    while world.work().await != 0 {}
    let after = all::<accounts::contact::Entity>(&world).await;

    assert_eq!(done["summary"]["records"]["contact"]["created"], 1, "{done}");
    assert_eq!(done["summary"]["rejected"], 1);
    let rina = with.iter().find(|it| it.name == "Rina Kartika").unwrap();
    assert_eq!(rina.phone.as_deref(), Some("+6281299990001"));
    let post = posts.iter().find(|it| it.contact_id == rina.id).unwrap();
    assert_eq!(post.role.as_deref(), Some("Pembelian"));
    assert_eq!(after.len(), before.len());
}

#[tokio::test]
async fn a_column_is_mapped_by_hand_and_remembered() {
    let world = world().await;
    let sri = world.browse(SRI);
    let file = "Sebutan,Kota\nHotel Fajar,Bandung\n";
    let page = brought(&world, &[("daftar.csv", file.as_bytes())]).await;

    let unmapped = sri.post(&format!("{page}/run"), "").await;
    let body = "f0-target=account&f0-c0=name&f0-c1=&f0-fixed-status=client&f0-name=Daftar\
        &action=check";
    let mapped = sri.post(&format!("{page}/map"), body).await;
    let done = run(&world, &page).await;
    let second = brought(&world, &[("lain.csv", file.as_bytes())]).await;
    let map = sri.get(&format!("{second}/map")).await;

    assert_eq!(unmapped.status, 422);
    assert_eq!(mapped.location(), format!("{page}/check"), "{}", mapped.body);
    assert_eq!(done["summary"]["records"]["account"]["created"], 1, "{done}");
    assert!(map.body.contains("value=\"Daftar\""), "{}", map.body);
}

#[tokio::test]
async fn an_import_may_only_add_or_only_update() {
    let world = world().await;
    let sri = world.browse(SRI);
    let file = "Nama,Industri\nToko Maju,hotel\nHotel Baru,hotel\n";
    let say = |does: &str| format!("f0-target=account&f0-c0=name&f0-c1=industry&f0-does={does}");

    let page = brought(&world, &[("klien.csv", file.as_bytes())]).await;
    sri.post(&format!("{page}/map"), &say("update")).await;
    let check = format!("{}/check", page.replace("/settings", "/api/v1"));
    let updates = sri.get(&check).await.json();
    sri.post(&format!("{page}/map"), &say("create")).await;
    let creates = sri.get(&check).await.json();

    let counts = |it: &serde_json::Value| {
        let counts = &it["summary"]["records"]["account"];
        ["created", "updated", "unchanged"].map(|it| counts[it].as_u64().unwrap())
    };
    assert_eq!(counts(&updates), [0, 1, 0]);
    assert_eq!(updates["faults"][0]["code"], "importing.not_stored");
    assert_eq!(counts(&creates), [1, 0, 1]);
}

#[tokio::test]
async fn an_import_that_was_stopped_goes_on() {
    let world = world().await;
    let mut file = "Nama,Industri\n".to_owned();
    for number in 0..450 {
        writeln!(file, "Hotel {number},hotel").unwrap();
    }
    let page = brought(&world, &[("klien.csv", file.as_bytes())]).await;
    let sri = world.browse(SRI);

    sri.post(&format!("{page}/run"), "").await;
    let second = brought(&world, &[("lain.csv", CLIENTS.as_bytes())]).await;
    let other = sri.post(&format!("{second}/run"), "").await;
    let running = sri.get(&page).await;
    let stopped = sri.post(&format!("{page}/cancel"), "").await;
    while world.work().await != 0 {}
    let cancelled = api(&world, &page).await;
    let seen = sri.get(&page).await;
    let done = run(&world, &page).await;

    assert_eq!((other.status, running.headers["refresh"].to_str().unwrap()), (422, "2"));
    assert_eq!((stopped.status, &cancelled["state"]), (303, &"cancelled".into()));
    assert!(seen.body.contains("Go on importing"));
    assert_eq!((&done["state"], &done["done"]), (&"finished".into(), &450.into()));
}

#[tokio::test]
async fn hostile_files_are_refused_and_change_nothing() {
    let world = world().await;
    let before = all::<crate::run::Entity>(&world).await.len();
    for (name, bytes) in [
        ("a.csv", &b""[..]),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("a.zip", b"PK\x03\x04\x14\0\0\0\x08\0bomb.txt"),
        ("a.xlsx", b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0"),
        ("a.csv", b"name,city\n\"Toko,Jakarta\n"),
        ("a.csv", b"\xef\xbb\xbfname,city\nToko\xff,Jakarta\n"),
        ("a.vcf", b"BEGIN:VCARD\nEND:VCAR"),
    ] {
        let seen = upload(&world, SRI, &[(name, bytes)]).await;

        assert_eq!(seen.status, 422, "{name} {bytes:?}");
        assert!(seen.body.contains(&format!("{name}: ")), "{}", seen.body);
    }
    let none = upload(&world, SRI, &[]).await;

    assert_eq!(none.status, 422);
    assert_eq!(all::<crate::run::Entity>(&world).await.len(), before);
}

#[tokio::test]
async fn every_hostile_file_of_the_collection_is_read_or_refused() {
    let world = world().await;
    let injections = std::fs::read(testdata("hostile-input/csv-injection.txt")).unwrap();
    let naughty = std::fs::read(testdata("hostile-input/naughty-strings.json")).unwrap();
    let mut files = vec![("injection.csv".to_owned(), injections), ("n.csv".to_owned(), naughty)];
    for entry in std::fs::read_dir(testdata("hostile-input/csv-spectrum/csvs")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.push((name, std::fs::read(path).unwrap()));
    }
    let before = all::<accounts::account::Entity>(&world).await.len();
    for (name, bytes) in &files {
        let seen = upload(&world, SRI, &[(name, bytes)]).await;

        assert!([303, 422].contains(&seen.status), "{name}: {}", seen.status);
        if seen.status == 303 {
            let page = seen.location().to_owned();
            let seen = world.browse(SRI).get(&page).await;
            assert_eq!(seen.status, 200, "{name}");
            assert!(!seen.body.contains("<script>alert"), "{name}");
        }
    }
    assert_eq!(all::<accounts::account::Entity>(&world).await.len(), before);
}

#[tokio::test]
async fn nobody_else_brings_files_or_sees_them() {
    let world = world().await;
    let page = brought(&world, &[("klien.csv", CLIENTS.as_bytes())]).await;

    for someone in [AYU, HENDRA] {
        assert_eq!(upload(&world, someone, &[("a.csv", b"a,b\nc,d\n")]).await.status, 403);
        assert_eq!(world.browse(someone).get(&format!("{page}/map")).await.status, 403);
    }
    let sari = world.browse(SARI);
    for step in ["map", "check"] {
        assert_eq!(sari.get(&format!("{page}/{step}")).await.status, 404, "{step}");
    }
    for step in ["run", "cancel", "discard"] {
        assert_eq!(sari.post(&format!("{page}/{step}"), "").await.status, 404, "{step}");
    }
}

#[tokio::test]
async fn a_draft_is_thrown_away_with_its_files() {
    let world = world().await;
    let page = brought(&world, &[("klien.csv", CLIENTS.as_bytes())]).await;
    let run = page.rsplit('/').next().unwrap().parse().unwrap();
    let folder = crate::brought::folder(&world.ctx(SRI), run);

    let there = folder.exists();
    let gone = world.browse(SRI).post(&format!("{page}/discard"), "").await;

    assert!(there && !folder.exists());
    assert_eq!(gone.location(), "/settings/imports");
    assert_eq!(world.browse(SRI).get(&page).await.status, 404);
}
