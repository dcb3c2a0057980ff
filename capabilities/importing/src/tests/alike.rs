//! Clients that come a second time are told before an import and proposed after it, and so are
//! people after it.

use accounts::duplicate::{self, DuplicateState};
use accounts::{contact, contact_duplicate};
use testing::SRI;

use super::web::{all, brought, run};
use super::whole::{undo, world};

const FIRST: &str = "Nama,Telepon,Situs web\nPT Sejahtera Abadi,021-5550-881,abadi.example\n";
const SECOND: &str = "Nama,Telepon,Situs web\n\
    Sejahterra Abadi,+62 21 5550881,www.abadi.example\n\
    Warung Sendiri,0812-5550-777,\n\
    CV Sumber Rejeki,0812-5550-778,\nSumber Rejeki,0812-5550-778,\n";

#[tokio::test]
async fn who_may_be_known_already_is_told_with_reasons_and_proposed_afterwards() {
    let world = world().await;
    let sri = world.browse(SRI);
    let page = brought(&world, &[("klien.csv", FIRST.as_bytes())]).await;
    run(&world, &page).await;
    let before = all::<duplicate::Entity>(&world).await;

    let page = brought(&world, &[("klien-baru.csv", SECOND.as_bytes())]).await;
    let check = format!("{}/check", page.replace("/settings", "/api/v1"));
    let alike = sri.get(&check).await.json()["alike"].clone();
    let shown = sri.get(&format!("{page}/check")).await.body;
    run(&world, &page).await;
    let after = all::<duplicate::Entity>(&world).await;

    let told: Vec<_> = alike
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["name"].as_str().unwrap(), it["other"].as_str().unwrap(), &it["score"]))
        .collect();
    let score = |it: i32| serde_json::Value::from(it);
    assert_eq!(
        told,
        [
            ("Sejahterra Abadi", "PT Sejahtera Abadi", &score(80)),
            ("Sumber Rejeki", "CV Sumber Rejeki", &score(80)),
        ]
    );
    assert_eq!(alike[0]["is_stored"], true);
    assert!(shown.contains("80 of 100: "), "{shown}");
    let open = |them: &[duplicate::Model]| {
        them.iter().filter(|it| it.state == DuplicateState::Open).count()
    };
    assert_eq!(open(&after), open(&before) + 2, "nobody had to look for them: {after:?}");
}

const PEOPLE: &str = "Nama,Perusahaan,No. HP,Email,Cara dihubungi,Tanggal lahir,Persetujuan penawaran\n\
    Rina Kartika,Toko Maju,0812-9999-0001,,,,\n\
    Ibu Rina,Apotek Sehat,+62 812 9999 0001,,,,\n\
    Andi Wijaya,Apotek Sehat,0812-9999-0002,,,,\n";

#[tokio::test]
async fn people_who_may_be_one_are_proposed_after_an_import_and_go_with_it() {
    let world = world().await;

    let page = brought(&world, &[("kontak.csv", PEOPLE.as_bytes())]).await;
    run(&world, &page).await;
    let found = all::<contact_duplicate::Entity>(&world).await;
    let contacts = all::<contact::Entity>(&world).await;
    let undone = undo(&world, &page).await;

    assert_eq!(found.len(), 1, "nobody had to look for them: {found:?}");
    let name = |id| contacts.iter().find(|it| it.id == id).unwrap().name.as_str();
    let mut both = [name(found[0].first_id), name(found[0].second_id)];
    both.sort_unstable();
    assert_eq!(both, ["Ibu Rina", "Rina Kartika"]);
    assert_eq!(undone["stayed"], 0, "{undone}");
    assert!(all::<contact_duplicate::Entity>(&world).await.is_empty());
}
