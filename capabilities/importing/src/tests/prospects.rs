//! Leads of other systems become prospects, go by the rules, and go again with the undoing.

use prospects::{ProspectStatus, assignment, prospect, prospect_key};
use testing::{AYU, SRI};

use super::web::{all, brought, run, world};

/// As Salesforce reports them; one row is half empty, one has no number, one is hostile.
const LEADS: &str = "Lead ID,First Name,Last Name,Company / Account,Title,Email,Phone,Lead Source\n\
    00Q1,Yuni,Astuti,Klinik Harapan,Pemilik,yuni@harapan.example,0812-5550-991,Web\n\
    00Q2,Gunawan,,\"=cmd|' /C calc'!A0\",,,,Referral\n\
    00Q3,Tanpa,Perusahaan,,,tanpa@x.example,,Web\n\
    00Q4,Budi,Salah,Toko Salah,,bukan alamat,banyak,Web\n";

#[tokio::test]
async fn leads_become_prospects_and_wrong_rows_say_why() {
    let world = world().await;

    let page = brought(&world, &[("leads.csv", LEADS.as_bytes())]).await;
    let map = world.browse(SRI).get(&format!("{page}/map")).await;
    assert!(map.body.contains("Prospects"), "{}", map.body);
    let done = run(&world, &page).await;

    assert_eq!(done["summary"]["records"]["prospect"]["created"], 2, "{done}");
    assert_eq!(done["summary"]["rejected"], 2, "{done}");
    let kept = all::<prospect::Entity>(&world).await;
    let clinic = kept.iter().find(|it| it.name == "Klinik Harapan").unwrap();
    assert_eq!(clinic.contact_name.as_deref(), Some("Yuni Astuti"));
    assert_eq!(clinic.phone.as_deref(), Some("+628125550991"));
    assert_eq!((clinic.status, clinic.value_currency.as_str()), (ProspectStatus::New, "IDR"));
    // `Web` is no source of this company, and `Referral` is.
    assert_eq!((clinic.source.as_str(), clinic.note.as_deref()), ("other", Some("Web")));
    let hostile = kept.iter().find(|it| it.name.starts_with('=')).unwrap();
    assert_eq!((hostile.source.as_str(), &hostile.note), ("referral", &None));
    // There are no rules: they wait, and it is said why.
    let assigned = all::<assignment::Entity>(&world).await;
    assert!(assigned.len() == 2 && assigned.iter().all(|it| it.person_id.is_none()));
    assert!(!all::<prospect_key::Entity>(&world).await.is_empty());
}

#[tokio::test]
async fn importing_twice_changes_nothing_and_undoing_takes_all_of_it() {
    let world = world().await;
    let page = brought(&world, &[("leads.csv", LEADS.as_bytes())]).await;
    run(&world, &page).await;
    let again = brought(&world, &[("leads.csv", LEADS.as_bytes())]).await;
    let again = run(&world, &again).await;
    assert_eq!(again["summary"]["records"]["prospect"]["unchanged"], 2, "{again}");
    let found = world.browse(SRI).get("/settings/imports").await;
    assert_eq!(found.status, 200);

    let undone = world.browse(SRI).post(&format!("{page}/undo"), "").await;
    assert_eq!(undone.status, 303, "{}", undone.body);
    while world.work().await != 0 {}

    assert_eq!(all::<prospect::Entity>(&world).await, []);
    assert_eq!(all::<prospect_key::Entity>(&world).await, []);
    assert_eq!(all::<assignment::Entity>(&world).await, []);
}

#[tokio::test]
async fn whom_a_file_names_gets_them() {
    let world = world().await;
    let file =
        "Nama Prospek;No. HP;Kota;Penanggung jawab\nWarung Baru;0812-5550-992;Bogor;Ayu Lestari\n";

    let page = brought(&world, &[("prospek.csv", file.as_bytes())]).await;
    let done = run(&world, &page).await;

    assert_eq!(done["summary"]["records"]["prospect"]["created"], 1, "{done}");
    let kept = all::<prospect::Entity>(&world).await;
    assert_eq!(kept[0].owner_id, Some(AYU.person()));
}
