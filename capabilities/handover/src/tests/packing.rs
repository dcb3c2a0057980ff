//! Whoever gets a client is told what they must know, reads it, and asks.

use frame::Ctx;
use kernel::Exact;
use serde_json::{Value, json};
use testing::{AYU, BUDI, GILANG, RIZKY, SARI, SRI, WATI, World, id};
use transactions::sales_month;

use super::{MAJU, deal, planned, run, undo, world};

/// The pack of Toko Maju, after it moved to Rizky.
async fn packed(world: &World) -> (Value, String) {
    deal(world).await;
    let plan = planned(&world.browse(BUDI)).await;
    run(world, &plan).await;
    let packs = world.browse(RIZKY).get("/api/v1/handovers").await.json();
    let items = packs["items"].as_array().unwrap();
    let pack = items.iter().find(|it| it["account_id"] == json!(id(MAJU))).unwrap();
    (plan, pack["id"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_pack_says_who_what_and_until_when() {
    let world = world().await;
    let (_, pack) = packed(&world).await;

    let page = world.browse(RIZKY).get(&format!("/handovers/{pack}")).await;

    assert_eq!(page.status, 200, "{}", page.body);
    for part in [
        "Toko Maju",
        "Ayu Lestari",
        "Rizky Pratama",
        "Suka pagi",
        "Kertas 2026",
        "Negotiation",
        "Kirim contoh",
        "Rina Hartati",
        "Pemilik",
        "1 Jun 2026",
    ] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let pdf = world.browse(RIZKY).get(&format!("/handovers/{pack}/pack.pdf")).await;
    assert_eq!((pdf.status, &pdf.bytes[..5]), (200, &b"%PDF-"[..]));
}

#[tokio::test]
async fn only_whoever_got_it_acknowledges_it() {
    let world = world().await;
    let (_, pack) = packed(&world).await;
    let path = format!("/api/v1/handovers/{pack}/acknowledge");

    for (who, status) in
        [(WATI, 404), (GILANG, 404), (SARI, 404), (BUDI, 403), (AYU, 403), (RIZKY, 200)]
    {
        let seen = world.browse(who).ask("POST", &path, "").await;
        assert_eq!(seen.status, status, "{}: {}", who.name, seen.body);
    }
    let page = world.browse(BUDI).get("/handovers").await.body;
    assert!(page.contains("Acknowledged") && page.contains("To be read"), "{page}");
}

#[tokio::test]
async fn whoever_had_the_client_answers_and_reads_no_more_than_its_name() {
    let world = world().await;
    let (_, pack) = packed(&world).await;
    let page = format!("/handovers/{pack}");
    let (ayu, rizky) = (world.browse(AYU), world.browse(RIZKY));

    let empty = rizky.post(&format!("{page}/questions"), "question=").await;
    let asked = rizky.post(&format!("{page}/questions"), "question=Siapa+yang+memutuskan").await;
    assert_eq!((empty.status, asked.status), (422, 303), "{}", asked.body);

    let seen = ayu.get(&page).await.body;
    assert!(seen.contains("Siapa yang memutuskan") && !seen.contains("Rina Hartati"), "{seen}");
    assert!(ayu.get("/notices").await.body.contains("asks about a client that you had"));
    assert!(ayu.get("/handovers").await.body.contains("Asked of you"));
    let at = seen.find("/handover-questions/").unwrap();
    let action: String = seen[at..].chars().take_while(|it| *it != '"').collect();
    assert_eq!(rizky.post(&action, "answer=Saya").await.status, 403);
    assert_eq!(world.browse(WATI).post(&action, "answer=Saya").await.status, 404);
    assert_eq!(ayu.post(&action, "answer=Ibu+Rina").await.status, 303);
    assert!(rizky.get(&page).await.body.contains("Ibu Rina"));
    assert_eq!(ayu.get(&format!("{page}/pack.pdf")).await.status, 404);
}

/// Toko Maju bought something in February.
async fn bought(world: &World) {
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    let sum = sales_month::Model {
        company_id: tx.actor.company,
        account_id: accounts::AccountId(id(MAJU)),
        month: "2026-02".to_owned(),
        currency: "IDR".to_owned(),
        country: "ID".to_owned(),
        net: Exact(77_000 * 10_000),
        quantity: Exact(10_000),
        lines: 1,
        documents: 1,
    };
    tx.add::<sales_month::Model, sales_month::ActiveModel>(sum).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn who_does_not_see_the_client_reads_no_sum_and_no_word_of_others() {
    let world = world().await;
    bought(&world).await;
    let (plan, pack) = packed(&world).await;
    let (page, api) = (format!("/handovers/{pack}"), format!("/api/v1/handovers/{pack}"));
    let baseline = json!([{ "amount": "77000", "currency": "IDR" }]);

    let got = world.browse(RIZKY).get(&api).await.json();
    assert_eq!((&got["baseline"], &got["side_note"]), (&baseline, &json!("Suka pagi")));
    assert!(world.browse(RIZKY).get(&page).await.body.contains("Worth in the 12 months before"));

    world.browse(AYU).post(&format!("{page}/note"), "note=Faktur+tiap+Senin").await;
    for (who, note) in [(AYU, json!("Faktur tiap Senin")), (RIZKY, Value::Null)] {
        if who == RIZKY {
            undo(&world, &plan).await;
        }
        let read = world.browse(who).get(&api).await.json();
        let listed = world.browse(who).get("/api/v1/handovers").await.json();
        let items = listed["items"].as_array().unwrap();
        let listed = items.iter().find(|it| it["id"] == json!(pack)).unwrap();
        for it in [&read, listed] {
            assert_eq!(it["baseline"], json!([]), "{}: {it}", who.name);
            assert_eq!((&it["note"], &it["side_note"]), (&note, &Value::Null), "{}", who.name);
        }
        let seen = world.browse(who).get(&page).await.body;
        assert!(!seen.contains("Worth in the 12 months before"), "{}: {seen}", who.name);
        assert!(!seen.contains("Suka pagi"), "{}: {seen}", who.name);
    }
}

#[tokio::test]
async fn an_answer_that_is_too_long_is_not_lost() {
    let world = world().await;
    let (_, pack) = packed(&world).await;
    let page = format!("/handovers/{pack}");
    let (ayu, rizky) = (world.browse(AYU), world.browse(RIZKY));
    rizky.post(&format!("{page}/questions"), "question=Siapa+yang+memutuskan").await;
    let seen = ayu.get(&page).await.body;
    let at = seen.find("/handover-questions/").unwrap();
    let action: String = seen[at..].chars().take_while(|it| *it != '"').collect();
    let long = "Ibu Rina ".repeat(500);

    let refused = ayu.post(&action, &format!("answer={}", long.replace(' ', "+"))).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains(long.trim_end()), "{}", refused.body);
    assert!(refused.body.contains("aria-invalid"), "{}", refused.body);
}

#[tokio::test]
async fn whoever_had_the_client_writes_what_the_next_one_must_know() {
    let world = world().await;
    let (_, pack) = packed(&world).await;
    let note = format!("/handovers/{pack}/note");

    let by_rizky = world.browse(RIZKY).post(&note, "note=Saya").await;
    let by_wati = world.browse(WATI).post(&note, "note=Saya").await;
    let by_ayu = world.browse(AYU).post(&note, "note=Faktur+tiap+Senin").await;

    assert_eq!((by_rizky.status, by_wati.status, by_ayu.status), (403, 404, 303));
    let page = world.browse(RIZKY).get(&format!("/handovers/{pack}")).await.body;
    assert!(page.contains("Faktur tiap Senin"), "{page}");
    let by_budi = world.browse(BUDI).post(&note, "note=Mulai+dari+gudang").await;
    assert_eq!(by_budi.status, 303, "{}", by_budi.body);
    let page = world.browse(RIZKY).get(&format!("/handovers/{pack}")).await.body;
    assert!(page.contains("Faktur tiap Senin") && page.contains("Mulai dari gudang"), "{page}");
}

#[tokio::test]
async fn a_pack_is_taken_back_with_its_move() {
    let world = world().await;
    let (plan, pack) = packed(&world).await;

    undo(&world, &plan).await;

    let path = format!("/api/v1/handovers/{pack}/acknowledge");
    let late = world.browse(RIZKY).ask("POST", &path, "").await;
    assert_eq!(super::code(&late), "handover.withdrawn");
    let page = world.browse(RIZKY).get(&format!("/handovers/{pack}")).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("Rina Hartati"), "{}", page.body);
}
