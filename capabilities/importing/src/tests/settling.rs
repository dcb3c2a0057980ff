//! What a file leaves open about its numbers and days is asked, and nothing runs before it is said.

use testing::{SRI, World};

use super::web::{all, brought, run, world};

const PRICES: &str = "Nama;Harga\nKursi;15.000\nMeja;75.000\nLemari;150.000\n";

/// The status and the code of the check and of the run, over the API.
async fn refusals(world: &World, page: &str) -> [(u16, String); 2] {
    let sri = world.browse(SRI);
    let api = page.replace("/settings", "/api/v1");
    let told = |it: testing::Seen| {
        let code = it.json()["code"].as_str().unwrap_or_default().to_owned();
        (it.status, code)
    };
    [
        told(sri.get(&format!("{api}/check")).await),
        told(sri.send("POST", &format!("{api}/run"), "application/json", Vec::new()).await),
    ]
}

async fn price_of(world: &World, name: &str) -> i64 {
    let all = all::<catalogue::product::Entity>(world).await;
    all.iter().find(|it| it.name == name).unwrap().price_amount
}

#[tokio::test]
async fn a_price_in_rupiah_is_never_read_as_a_thousandth() {
    let world = world().await;
    let sri = world.browse(SRI);
    let page = brought(&world, &[("produk.csv", PRICES.as_bytes())]).await;

    let map = sri.get(&format!("{page}/map")).await.body;
    let refused = refusals(&world, &page).await;
    let check = sri.get(&format!("{page}/check")).await;
    let said = "f0-target=product&f0-c0=name&f0-c1=price&f0-mark=comma&action=check";
    let mapped = sri.post(&format!("{page}/map"), said).await;
    let done = run(&world, &page).await;

    let asks = "Every number in Harga reads in two ways, as in row 2: 15.000.";
    assert!(map.contains(asks), "{map}");
    assert!(map.contains("<option value=\"comma\" selected>"), "{map}");
    let unsettled = (422, "importing.mark_unsettled".to_owned());
    assert_eq!(refused, [unsettled.clone(), unsettled]);
    assert_eq!(check.location(), format!("{page}/map"));
    assert_eq!(mapped.location(), format!("{page}/check"), "{}", mapped.body);
    assert_eq!(done["summary"]["records"]["product"]["created"], 3, "{done}");
    assert_eq!(price_of(&world, "Kursi").await, 15_000);
    assert_eq!(price_of(&world, "Lemari").await, 150_000);
}

#[tokio::test]
async fn an_answer_counts_for_the_next_file_unless_that_one_proves_otherwise() {
    let world = world().await;
    let sri = world.browse(SRI);
    let said = "f0-target=product&f0-c0=name&f0-c1=price&f0-mark=comma";
    let page = brought(&world, &[("produk.csv", PRICES.as_bytes())]).await;
    sri.post(&format!("{page}/map"), said).await;

    let next = brought(&world, &[("baru.csv", b"Nama;Harga\nRak;250.000\n")]).await;
    run(&world, &next).await;
    let other = brought(&world, &[("lain.csv", b"Nama;Harga\nPapan;1,250.00\nCat;90,000\n")]).await;
    run(&world, &other).await;

    assert_eq!(price_of(&world, "Rak").await, 250_000);
    assert_eq!(price_of(&world, "Papan").await, 1_250);
    assert_eq!(price_of(&world, "Cat").await, 90_000);
}

#[tokio::test]
async fn a_mark_that_stood_there_before_a_column_was_mapped_is_no_answer() {
    let world = world().await;
    let sri = world.browse(SRI);
    let file = "Nama;Grosir\nKursi;150.000\n";
    let page = brought(&world, &[("produk.csv", file.as_bytes())]).await;
    let said = "f0-target=product&f0-c0=name&f0-c1=price&action=check&f0-mark=";

    let first = sri.post(&format!("{page}/map"), &format!("{said}point")).await;
    let second = sri.post(&format!("{page}/map"), &format!("{said}comma")).await;

    assert_eq!(first.location(), format!("{page}/map"));
    assert_eq!(second.location(), format!("{page}/check"));
}

#[tokio::test]
async fn days_that_all_read_both_ways_are_asked_about() {
    let world = world().await;
    let sri = world.browse(SRI);
    let file = "Deal,Pemilik,Tahap,Tanggal tutup\nA,Ayu Lestari,Menang,01/02/2026\n";
    let page = brought(&world, &[("deal.csv", file.as_bytes())]).await;
    let columns = "f0-target=opportunity&f0-c0=external-id&f0-c1=agent&f0-c2=stage\
        &f0-c3=closed-on";

    sri.post(&format!("{page}/map"), columns).await;
    let refused = refusals(&world, &page).await;
    let said = format!("{columns}&f0-days=month-first&action=check");
    let mapped = sri.post(&format!("{page}/map"), &said).await;
    run(&world, &page).await;

    let unsettled = (422, "importing.days_unsettled".to_owned());
    assert_eq!(refused, [unsettled.clone(), unsettled]);
    assert_eq!(mapped.location(), format!("{page}/check"), "{}", mapped.body);
    let deals = all::<pipeline::opportunity::Entity>(&world).await;
    let deal = deals.iter().find(|it| it.external_key.as_deref() == Some("A")).unwrap();
    assert_eq!(deal.closed_on.map(|it| it.to_string()).as_deref(), Some("2026-01-02"));
}
