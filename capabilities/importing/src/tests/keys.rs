//! What tells one client from another: a key that somebody chose, and never a guess.

use accounts::{AccountFields, NewAccount, open_account};
use testing::{SRI, World};

use super::web::{all, brought, run};
use super::whole::{counts, dump, faults, import, world};

async fn client(world: &World, name: &str, phone: Option<&str>, tax: Option<&str>) {
    let tx = world.ctx(SRI).begin().await.unwrap();
    let fields = AccountFields {
        phone: phone.map(str::to_owned),
        tax_number: tax.map(str::to_owned),
        ..AccountFields::named(name)
    };
    open_account(&tx, NewAccount { fields, owner: None, id: None }).await.unwrap();
    tx.commit().await.unwrap();
}

/// A file that is mapped by hand: these columns fill these fields.
async fn mapped(world: &World, text: &str, target: &str, key: &str, fields: &[&str]) -> String {
    let page = brought(world, &[("berkas.csv", text.as_bytes())]).await;
    let columns = fields.iter().enumerate().map(|(at, field)| format!("&f0-c{at}={field}"));
    let say = |target: &str| {
        format!(
            "f0-target={target}&f0-key={key}&action=check{}",
            columns.clone().collect::<String>()
        )
    };
    // Another target begins with a guess of its own.
    for _ in 0..2 {
        world.browse(SRI).post(&format!("{page}/map"), &say(target)).await;
    }
    page
}

async fn named(world: &World, name: &str) -> Option<accounts::account::Model> {
    let accounts = all::<accounts::account::Entity>(world).await;
    accounts.into_iter().find(|it| it.name == name)
}

#[tokio::test]
async fn a_tax_number_is_one_however_it_is_written() {
    let world = world().await;
    client(&world, "PT Lama", None, Some("01.312.166.0-091.000")).await;
    let id = named(&world, "PT Lama").await.unwrap().id;
    let text =
        "Nama,NPWP,Industri\nPT Baru,013121660091000,ritel\nPT Lain,3171011708450001,ritel\n";

    let page =
        mapped(&world, text, "account", "tax-number", &["name", "tax-number", "industry"]).await;
    let done = run(&world, &page).await;

    assert_eq!(counts(&done, "account"), [1, 1, 0], "{done}");
    assert_eq!(named(&world, "PT Baru").await.unwrap().id, id, "it is called otherwise now");
    assert!(named(&world, "PT Lama").await.is_none());
    let long = text.replace("013121660091000", "0013 1216 6009 1000 000000");
    let page = mapped(&world, &long, "account", "tax-number", &["name", "", "industry"]).await;
    let check = world.browse(SRI).get(&format!("{page}/check")).await;
    assert_eq!(check.location(), format!("{page}/map"), "its column must be mapped");
}

#[tokio::test]
async fn a_telephone_number_is_one_however_it_is_written() {
    let world = world().await;
    client(&world, "Warung Satu", Some("0812 3456 7890"), None).await;
    let text = "Nama,Telepon,Industri\nWarung Satu,+62 812-3456-7890,ritel\n";

    let page = mapped(&world, text, "account", "phone", &["name", "phone", "industry"]).await;
    let done = run(&world, &page).await;

    assert_eq!(counts(&done, "account"), [0, 1, 0], "{done}");
}

#[tokio::test]
async fn a_key_that_several_have_is_never_guessed() {
    let world = world().await;
    for name in ["Cabang Satu", "Cabang Dua"] {
        client(&world, name, Some("0812 3456 7890"), None).await;
    }
    let before = dump(&world).await;
    let text = "Nama,Telepon\nCabang Satu,0812-3456-7890\nTanpa Nomor,\nCabang A,0813-1111-1111\n\
        Cabang B,+62 813 1111 1111\n";

    let page = mapped(&world, text, "account", "phone", &["name", "phone"]).await;
    let found = faults(&world, &page).await;
    let done = run(&world, &page).await;

    let expected = [
        (2, "importing.key_of_several"),
        (3, "importing.required"),
        (4, "importing.contradiction"),
        (5, "importing.contradiction"),
    ];
    let found: Vec<(u64, &str)> = found
        .iter()
        .map(|(line, column, code)| {
            assert_eq!(column, "Telepon", "{line}");
            (*line, code.as_str())
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(done["summary"]["rejected"], 4, "{done}");
    assert_eq!(dump(&world).await, before);
}

#[tokio::test]
async fn the_key_of_another_system_tells_who_is_meant() {
    let world = world().await;
    let text = "Kode,Nama\nK-1,PT Satu\nK-2,PT Dua\n";
    let page = mapped(&world, text, "account", "external-id", &["external-id", "name"]).await;
    run(&world, &page).await;
    let id = named(&world, "PT Satu").await.unwrap().id;

    let text = "Kode,Nama\nK-1,PT Satu Jaya\nK-2,PT Dua\nK-3,PT Tiga\n";
    let page = mapped(&world, text, "account", "external-id", &["external-id", "name"]).await;
    let done = run(&world, &page).await;

    assert_eq!(counts(&done, "account"), [1, 1, 1], "{done}");
    assert_eq!(named(&world, "PT Satu Jaya").await.unwrap().id, id);
}

#[tokio::test]
async fn people_are_known_by_email_or_the_key_of_another_system() {
    let world = world().await;
    let fields = ["name", "account", "email", "external-id"];
    let text = "Nama,Klien,Surel,Kode\nRina,Toko Maju,RINA@maju.id,P-1\n\
        Rina,Warung Sari,rina@maju.id,P-1\n";
    let page = mapped(&world, text, "contact", "email", &fields).await;
    let done = run(&world, &page).await;
    assert_eq!(counts(&done, "contact"), [1, 0, 0], "one person at two clients: {done}");
    let contacts = all::<accounts::contact::Entity>(&world).await;
    let rina = contacts.iter().find(|it| it.email.as_deref() == Some("rina@maju.id")).unwrap();
    let posts = all::<accounts::account_contact::Entity>(&world).await;
    assert_eq!(posts.iter().filter(|it| it.contact_id == rina.id).count(), 2);

    let text = "Nama,Klien,Surel,Kode\nRina Kartika,Toko Maju,lain@maju.id,P-1\n";
    let page = mapped(&world, text, "contact", "external-id", &fields).await;
    let done = run(&world, &page).await;

    assert_eq!(counts(&done, "contact"), [0, 1, 0], "{done}");
    let contacts = all::<accounts::contact::Entity>(&world).await;
    let kartika = contacts.iter().find(|it| it.name == "Rina Kartika").unwrap();
    assert_eq!((kartika.id, kartika.email.as_deref()), (rina.id, Some("lain@maju.id")));
}

#[tokio::test]
async fn an_id_of_ours_that_nobody_has_is_refused_and_none_is_new() {
    let world = world().await;
    let maju = named(&world, "Toko Maju").await.unwrap();
    let text = format!(
        "ID Jembatan,Nama klien\n{},Toko Maju Jaya\n,Toko Anyar\n,Toko Lain\n{},Toko Entah\nabc,X\n",
        maju.id,
        uuid::Uuid::nil(),
    );

    let page = brought(&world, &[("klien.csv", text.as_bytes())]).await;
    let found = faults(&world, &page).await;
    let done = run(&world, &page).await;

    let column = "ID Jembatan".to_owned();
    assert_eq!(
        found,
        [
            (5, column.clone(), "importing.no_such_id".to_owned()),
            (6, column, "importing.not_an_id".to_owned()),
        ]
    );
    assert_eq!(counts(&done, "account"), [2, 1, 0], "{done}");
    assert_eq!(named(&world, "Toko Maju Jaya").await.unwrap().id, maju.id);
}

#[tokio::test]
async fn whoever_was_deleted_is_told_by_a_key_of_their_own_and_not_written_anew() {
    let world = world().await;
    let fields = ["name", "account", "external-id"];
    let text = "Nama,Klien,Kode\nRina Kartika,Toko Maju,P-1\n";
    let page = mapped(&world, text, "contact", "external-id", &fields).await;
    run(&world, &page).await;
    let contacts = all::<accounts::contact::Entity>(&world).await;
    let rina = contacts.iter().find(|it| it.name == "Rina Kartika").unwrap().id;
    let tx = world.ctx(SRI).begin().await.unwrap();
    accounts::hide_contact(&tx, rina).await.unwrap();
    tx.commit().await.unwrap();

    let gone = |column: &str| vec![(2, column.to_owned(), "importing.contact_gone".to_owned())];
    let text = "Nama,Klien,Kode\nRina K.,Toko Maju,P-1\n";
    let page = mapped(&world, text, "contact", "external-id", &fields).await;
    assert_eq!(faults(&world, &page).await, gone("Kode"));
    let text = format!("Nama,Klien,ID\nRina K.,Toko Maju,{rina}\n");
    let page = mapped(&world, &text, "contact", "id", &["name", "account", "id"]).await;
    assert_eq!(faults(&world, &page).await, gone("ID"));
    // By name it may be somebody new.
    let text = "Nama,Klien\nRina Kartika,Toko Maju\n";
    let page = mapped(&world, text, "contact", "name", &["name", "account"]).await;
    let done = run(&world, &page).await;
    assert_eq!(counts(&done, "contact"), [1, 0, 0], "{done}");
}

#[tokio::test]
async fn a_client_that_is_called_otherwise_is_found_by_its_people() {
    let world = world().await;
    client(&world, "PT Lama", None, Some("01.312.166.0-091.000")).await;
    let accounts = "Nama,NPWP,Induk\nPT Baru,013121660091000,\nPT Anak,3171011708450001,PT Baru\n";
    let fields = ["name", "tax-number", "parent"];
    let page = mapped(&world, accounts, "account", "tax-number", &fields).await;

    let done = run(&world, &page).await;

    assert_eq!(counts(&done, "account"), [1, 1, 0], "{done}");
    let (parent, child) = (named(&world, "PT Baru").await, named(&world, "PT Anak").await);
    assert_eq!(child.unwrap().parent_id, Some(parent.unwrap().id));
    let (_, done) = import(&world, "kontak.csv", "Nama,Klien\nRina,PT Lama\nBudi,PT Baru\n").await;
    assert_eq!(counts(&done, "contact"), [1, 0, 0], "{done}");
}
