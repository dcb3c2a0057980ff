//! Tags, payment terms, and the page on which the company settles them.

use serde_json::json;
use testing::{AYU, BUDI, FAJAR, GILANG, RIZKY, SARI, SRI};

use super::{MAJU, account, told, world};

#[tokio::test]
async fn tags_are_typed_freely_and_lead_to_those_that_have_them() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let path = format!("/accounts/{}/edit", account(MAJU));

    let kept = ayu.post(&path, "name=Toko+Maju&status=client&tags=VIP,+Ekspor+,vip,,").await;
    assert_eq!(kept.status, 303, "{}", kept.body);

    let page = ayu.get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("/accounts?tag=VIP") && page.contains("/accounts?tag=Ekspor"), "{page}");
    let list = ayu.get("/accounts?tag=vIp").await.body;
    assert!(list.contains("Toko Maju") && !list.contains("Apotek Sehat"), "{list}");
    assert!(ayu.get("/accounts/new").await.body.contains("Ekspor, VIP"));
    let api = ayu.get("/api/v1/accounts?tag=ekspor").await.json();
    assert_eq!(api["items"][0]["tags"], json!(["Ekspor", "VIP"]));
    assert_eq!(api["items"].as_array().unwrap().len(), 1);
    // Another company has its own words.
    assert!(!world.browse(SARI).get("/accounts/new").await.body.contains("Ekspor"));
    assert!(!world.browse(GILANG).get("/accounts?tag=VIP").await.body.contains("Toko Maju"));
}

#[tokio::test]
async fn a_program_sets_tags_and_leaves_those_that_it_does_not_name() {
    let world = world().await;
    let ayu = world.browse(AYU);
    let path = format!("/api/v1/accounts/{}", account(MAJU));

    let set = ayu.ask("PATCH", &path, r#"{"tags": ["Grosir", "VIP"]}"#).await;
    let other = ayu.ask("PATCH", &path, r#"{"employees": 12}"#).await;
    let long = json!({ "tags": ["x".repeat(41)] }).to_string();
    let long = ayu.ask("PATCH", &path, &long).await;
    let made =
        ayu.post_json("/api/v1/accounts", &json!({ "name": "Baru", "tags": ["grosir"] })).await;

    assert_eq!(set.json()["tags"], json!(["Grosir", "VIP"]), "{}", set.body);
    assert_eq!(other.json()["tags"], json!(["Grosir", "VIP"]), "{}", other.body);
    assert_eq!(long.status, 422, "{}", long.body);
    assert_eq!(made.json()["tags"], json!(["Grosir"]), "one word, however it is spelt");
    let told = told(&world, AYU, MAJU).await;
    assert!(told.contains("Tags: empty → Grosir, VIP"), "{told}");
}

#[tokio::test]
async fn a_client_pays_as_most_do_unless_it_has_its_own_way() {
    let world = world().await;
    let path = format!("/api/v1/accounts/{}/payment", account(MAJU));
    let ayu = world.browse(AYU);

    assert_eq!(ayu.get(&path).await.json()["in_force"]["code"], "net_30");
    let own = json!({ "term": "prepaid", "method": "qris" }).to_string();
    let own = ayu.ask("PUT", &path, &own).await;
    let unknown = ayu.ask("PUT", &path, r#"{"term": "never"}"#).await;

    assert_eq!(own.json()["in_force"]["code"], "prepaid", "{}", own.body);
    assert_eq!(unknown.json()["code"], "accounts.unknown_term");
    let page = ayu.get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("Prepaid · QRIS"), "{page}");
    for (who, status) in [(RIZKY, 404), (GILANG, 404), (FAJAR, 403)] {
        let seen = world.browse(who).ask("PUT", &path, "{}").await;
        assert_eq!(seen.status, status, "{}", who.name);
    }
    let form = format!("/accounts/{}/payment", account(MAJU));
    assert_eq!(ayu.post(&form, "term=&method=").await.status, 303);
    assert_eq!(ayu.get(&path).await.json()["in_force"]["code"], "net_30");
}

#[tokio::test]
async fn the_company_settles_its_terms_and_one_is_always_usual() {
    let world = world().await;
    let sri = world.browse(SRI);
    let change = "/settings/clients/terms/change";
    let new = "label_id=45+hari&label_en=45+days&kind=net&days=45&usual=on";

    assert_eq!(sri.post("/settings/clients/terms", new).await.status, 303);

    let terms = world.browse(AYU).get("/api/v1/payment-terms").await.json();
    let usual: Vec<_> =
        terms["items"].as_array().unwrap().iter().filter(|it| it["usual"] == true).collect();
    assert_eq!(usual.len(), 1);
    assert_eq!(usual[0]["code"], "45_days");
    let away = sri.post(change, "code=45_days&label_id=45+hari&kind=net&days=45&hidden=on").await;
    assert_eq!(away.status, 422);
    assert!(away.body.contains("usual terms are always on offer"), "{}", away.body);
    let days = sri.post(change, "code=prepaid&label_id=X&kind=net&days=366").await;
    assert_eq!(days.status, 422);
    for who in [AYU, BUDI, FAJAR] {
        assert_eq!(world.browse(who).get("/settings/clients").await.status, 403, "{}", who.name);
        assert_eq!(world.browse(who).post("/settings/clients/terms", new).await.status, 403);
    }
    assert_eq!(sri.get("/settings/clients").await.status, 200);
    // Samudra keeps its own.
    assert!(!world.browse(SARI).get("/settings/clients").await.body.contains("45 hari"));
}

#[tokio::test]
async fn what_is_offered_no_more_is_kept_by_whoever_has_it() {
    let world = world().await;
    let path = format!("/api/v1/accounts/{}/payment", account(MAJU));
    let ayu = world.browse(AYU);
    ayu.ask("PUT", &path, r#"{"term": "prepaid"}"#).await;

    let hide = "code=prepaid&label_id=Di+muka&label_en=Prepaid&kind=prepaid&hidden=on";
    world.browse(SRI).post("/settings/clients/terms/change", hide).await;

    assert_eq!(ayu.get(&path).await.json()["in_force"]["code"], "prepaid");
    assert_eq!(ayu.ask("PUT", &path, r#"{"term": "prepaid", "method": "cash"}"#).await.status, 200);
    let sehat = format!("/api/v1/accounts/{}/payment", account("apotek-sehat"));
    assert_eq!(ayu.ask("PUT", &sehat, r#"{"term": "prepaid"}"#).await.status, 422);
}
