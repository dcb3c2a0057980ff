//! People at clients arrive whole, and columns are known by what others and the company call them.

use accounts::FieldKind;

use super::web::{all, brought, run};
use super::whole::{counts, dump, faults, import, undo, world};

#[tokio::test]
async fn people_arrive_with_birthday_channel_and_consent() {
    let world = world().await;
    let before = dump(&world).await;
    let head = "Nama,Perusahaan,No. HP,Email,Cara dihubungi,Tanggal lahir,Persetujuan penawaran,\
        Persetujuan sejak,Persetujuan diketahui dari,Hobi";
    let text = format!(
        "{head}\n\
        Rina Kartika,Toko Maju,0812-9999-0001,,WhatsApp,12/04/1988,Setuju,01/03/2026,formulir,catur\n\
        Andi Baru,Toko Maju,0812-9999-0002,,,12 April,tidak,,,\n\
        Tanpa Jalan,Toko Maju,,,Email,,,,,\n\
        Tanpa Setuju,Toko Maju,,,,,,01/03/2026,,\n\
        Besok,Toko Maju,,,,31/12/2026,ya,31/12/2026,,\n"
    );

    let page = brought(&world, &[("kontak.csv", text.as_bytes())]).await;
    let found = faults(&world, &page).await;
    let done = run(&world, &page).await;
    let with = dump(&world).await;
    let (_, again) = import(&world, "kontak.csv", &text).await;

    let codes: Vec<(u64, &str)> = found.iter().map(|it| (it.0, it.2.as_str())).collect();
    assert_eq!(
        codes,
        [
            (4, "importing.no_way_to_reach"),
            (5, "importing.consent_missing"),
            (6, "importing.day_to_come"),
            (6, "importing.day_to_come"),
        ]
    );
    assert_eq!(counts(&done, "contact"), [2, 0, 0], "{done}");
    let contacts = all::<accounts::contact::Entity>(&world).await;
    let rina = contacts.iter().find(|it| it.name == "Rina Kartika").unwrap();
    assert_eq!(rina.birthday.as_deref(), Some("1988-04-12"));
    assert_eq!(rina.consent_on.map(|it| it.to_string()).as_deref(), Some("2026-03-01"));
    assert_eq!(rina.consent_note.as_deref(), Some("formulir"));
    let andi = contacts.iter().find(|it| it.name == "Andi Baru").unwrap();
    assert_eq!(andi.birthday.as_deref(), Some("--04-12"));
    assert_eq!(andi.consent_on.map(|it| it.to_string()).as_deref(), Some("2026-03-02"));
    assert_eq!(counts(&again, "contact"), [0, 0, 2], "{again}");
    assert_eq!(dump(&world).await, with);

    let undone = undo(&world, &page).await;
    assert_eq!(undone["stayed"], 0, "{undone}");
    assert_eq!(dump(&world).await, before);
}

#[tokio::test]
async fn cards_bring_birthdays() {
    let world = world().await;
    let cards =
        "BEGIN:VCARD\nVERSION:4.0\nFN:Rina Kartika\nORG:Toko Maju\nBDAY:--0412\nEND:VCARD\n";

    let (_, done) = import(&world, "rina.vcf", cards).await;

    assert_eq!(counts(&done, "contact"), [1, 0, 0], "{done}");
    let contacts = all::<accounts::contact::Entity>(&world).await;
    let rina = contacts.iter().find(|it| it.name == "Rina Kartika").unwrap();
    assert_eq!(rina.birthday.as_deref(), Some("--04-12"));
}

#[test]
fn presets_take_addresses_and_birthdays_where_a_file_has_them() {
    use crate::rules::draft::Field;

    for (preset, header, fields) in [
        (
            "salesforce",
            "NAME,TYPE,PHONE,WEBSITE,INDUSTRY,NUMBEROFEMPLOYEES,BILLINGSTREET,BILLINGCITY,\
            BILLINGSTATE,BILLINGPOSTALCODE,BILLINGCOUNTRY",
            &[Field::Street, Field::City, Field::Province, Field::Postcode][..],
        ),
        (
            "salesforce",
            "First Name,Last Name,Account Name,Title,Email,Phone,Birthdate",
            &[Field::Birthday],
        ),
        (
            "hubspot",
            "Record ID,Company name,Domain,Company owner,Industry,Street Address,City",
            &[Field::Street, Field::City, Field::ExternalId],
        ),
        (
            "espocrm",
            "name,website,emailAddress,phoneNumber,industry,billingAddressStreet,\
            billingAddressCountry,assignedUserName",
            &[Field::Street, Field::Country],
        ),
    ] {
        let text = format!("{header}\n{}\n", "x,".repeat(header.matches(',').count()));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("0");
        std::fs::write(&path, text).unwrap();
        let look = crate::brought::look(
            &path,
            &folder.path().join("1"),
            &crate::brought::Asked::default(),
        );

        let choice =
            crate::brought::guessed("berkas.csv", &look.unwrap(), &crate::own::Own::default());

        for field in fields {
            assert!(choice.columns.values().any(|it| it == field), "{preset} {field:?} {choice:?}");
        }
    }
    let pipedrive = crate::preset::named("pipedrive").unwrap();
    assert!(pipedrive.files[0].may_have.contains(&"Person - Birthday".to_owned()));
}

#[test]
fn a_column_is_called_as_the_company_calls_its_field() {
    use crate::own::{Own, tests::field};
    use crate::rules::guess;

    let fields = vec![field("Sektor", FieldKind::Text), field("Status", FieldKind::Text)];
    let own = Own::of(fields, Vec::new());
    let columns = ["Nama klien", "Bidang usaha", "Sektor", "Status", "Status (Status)"];
    let columns = columns.map(str::to_owned);

    let choice = guess::for_target(crate::rules::draft::TargetKind::Account, &columns, &[], &own);

    assert_eq!(choice.custom["Sektor"], "Sektor");
    assert_eq!(choice.custom["Status (Status)"], "Status");
    assert_eq!(choice.columns["Status"].word(), "status");
    assert_eq!(choice.columns["Bidang usaha"].word(), "industry");
}
