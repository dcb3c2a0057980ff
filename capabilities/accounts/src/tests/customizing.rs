//! A company's own fields: settled once, asked for in forms, shown, found, and kept to those whom
//! they are for.

use serde_json::{Value, json};
use testing::{AYU, BUDI, FAJAR, SARI, SRI, Seen, World};

use super::{MAJU, account, told, world};

const NEW: &str = "/settings/clients/fields/new";
const OPEN: &str = "seen_by=everybody&kept_by=everybody";

async fn add(world: &World, form: &str) -> Seen {
    world.browse(SRI).post(NEW, &format!("record=account&{OPEN}&{form}")).await
}

/// The address of the settings of this field.
async fn settings_of(world: &World, label: &str) -> String {
    let page = world.browse(SRI).get("/settings/clients").await.body;
    let at = page.find(&format!("\">{label}</a>")).unwrap_or_else(|| panic!("{label}: {page}"));
    let begin = page[..at].rfind("/settings/clients/fields/").unwrap();
    page[begin..at].to_owned()
}

async fn maju(world: &World, who: testing::Someone) -> Value {
    let path = format!("/api/v1/accounts/{}", account(MAJU));
    world.browse(who).get(&path).await.json()["custom"].clone()
}

async fn patch(world: &World, who: testing::Someone, custom: Value) -> Seen {
    let path = format!("/api/v1/accounts/{}", account(MAJU));
    world.browse(who).ask("PATCH", &path, &json!({ "custom": custom }).to_string()).await
}

#[tokio::test]
async fn a_field_is_asked_for_shown_listed_and_found() {
    let world = world().await;
    let form = "label_id=Wilayah&label_en=Region&kind=choice&in_list=on&more=Jawa|Java%0ABali";
    let added = add(&world, form).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let ayu = world.browse(AYU);

    let edit = format!("/accounts/{}/edit", account(MAJU));
    assert!(ayu.get(&edit).await.body.contains("name=\"custom.region\""));
    let kept = ayu.post(&edit, "name=Toko+Maju&status=client&custom.region=java").await;
    assert_eq!(kept.status, 303, "{}", kept.body);

    let told = told(&world, AYU, MAJU).await;
    assert!(
        told.contains("Region: empty → Java") || told.contains("Region: empty → Jawa"),
        "{told}"
    );
    let page = ayu.get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("<dt>Region</dt><dd>Java</dd>"), "{page}");
    let list = ayu.get("/accounts?custom.region=java").await.body;
    assert!(list.contains("Toko Maju") && !list.contains("Apotek Sehat"), "{list}");
    let api = ayu.get("/api/v1/accounts?custom.region=bali").await.json();
    assert_eq!(api["items"], json!([]));
    assert_eq!(maju(&world, AYU).await, json!({ "region": "java" }));
    assert_eq!(ayu.get("/api/v1/accounts?custom.secret=x").await.status, 400);
    // Another company has fields of its own.
    assert!(!world.browse(SARI).get("/accounts/new").await.body.contains("custom.region"));
}

#[tokio::test]
async fn each_kind_says_what_is_wrong_beside_its_input() {
    let world = world().await;
    for kind in ["number", "money", "date", "yes_no", "link", "phone", "email", "text"] {
        assert_eq!(add(&world, &format!("label_id={kind}&kind={kind}")).await.status, 303);
    }

    let wrong = json!({ "number": "1,2,3", "money": "x", "date": "2026-02-30", "yes_no": "maybe",
        "link": "javascript:1", "phone": "1", "email": "a", "text": "x".repeat(301), "none": "x" });
    let refused = patch(&world, AYU, wrong).await;
    let fine = json!({ "number": 1500.25, "money": {"amount": "5000", "currency": "IDR"},
        "date": "2026-03-02", "yes_no": true, "link": "maju.id", "phone": "0812 3456 7890",
        "email": "a@maju.id", "text": "=cmd|' /C calc'!A0 <b>" });
    let kept = patch(&world, AYU, fine).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(refused.json()["fields"].as_array().unwrap().len(), 9, "{}", refused.body);
    assert_eq!(kept.status, 200, "{}", kept.body);
    let custom = maju(&world, AYU).await;
    assert_eq!(custom["number"], "1500.25");
    assert_eq!(custom["money"], json!({ "amount": "5000", "currency": "IDR" }));
    assert_eq!((&custom["yes_no"], &custom["phone"]), (&json!(true), &json!("+6281234567890")));
    let page = world.browse(AYU).get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("1,500.25") && page.contains("Rp5.000"), "{page}");
    assert!(!page.contains("A0 <b>"), "{page}");
    let emptied = patch(&world, AYU, json!({ "number": null })).await;
    assert_eq!(emptied.status, 200, "{}", emptied.body);
    assert_eq!(maju(&world, AYU).await.get("number"), None);
    assert_eq!(maju(&world, AYU).await["date"], "2026-03-02", "what is not named stays");
}

#[tokio::test]
async fn what_is_required_is_asked_for_by_forms_and_of_new_records() {
    let world = world().await;
    add(&world, "label_id=Nomor+PO&kind=text&required=on").await;
    let ayu = world.browse(AYU);

    let form = ayu.post("/accounts/new", "name=Baru&status=client&custom.nomor_po=").await;
    let api = ayu.post_json("/api/v1/accounts", &json!({ "name": "Baru" })).await;
    let whole = json!({ "name": "Baru", "custom": { "nomor_po": "PO-1" } });
    let whole = ayu.post_json("/api/v1/accounts", &whole).await;
    let other = ayu
        .ask("PATCH", &format!("/api/v1/accounts/{}", account(MAJU)), r#"{"employees": 3}"#)
        .await;

    assert_eq!(form.status, 422);
    assert!(form.body.contains("This has to be filled in"), "{}", form.body);
    assert_eq!(api.json()["fields"][0]["name"], "custom.nomor_po", "{}", api.body);
    assert_eq!(whole.status, 201, "{}", whole.body);
    assert_eq!(whole.json()["custom"]["nomor_po"], "PO-1");
    assert_eq!(other.status, 200, "what was there before is not held up");
    assert_eq!(
        ayu.get("/api/v1/accounts?q=baru").await.json()["items"].as_array().unwrap().len(),
        1
    );
}

#[tokio::test]
async fn a_field_is_seen_and_changed_only_by_those_whom_it_is_for() {
    let world = world().await;
    let form =
        "record=account&label_id=Limit&kind=money&in_list=on&seen_by=managers&kept_by=managers";
    assert_eq!(world.browse(SRI).post(NEW, form).await.status, 303);

    let kept = patch(&world, BUDI, json!({ "limit": "7000000" })).await;
    let denied = patch(&world, AYU, json!({ "limit": "1" })).await;

    assert_eq!(kept.status, 200, "{}", kept.body);
    assert_eq!(denied.json()["fields"][0]["code"], "accounts.custom_unknown", "{}", denied.body);
    assert_eq!(maju(&world, BUDI).await["limit"]["amount"], "7000000");
    let page = format!("/accounts/{}", account(MAJU));
    for who in [AYU, FAJAR] {
        assert_eq!(maju(&world, who).await, json!({}), "{}", who.name);
        for path in [page.as_str(), "/accounts", "/accounts/new"] {
            let seen = world.browse(who).get(path).await.body;
            assert!(!seen.contains("7.000.000") && !seen.contains("7000000"), "{path}: {seen}");
        }
        let asked = world.browse(who).get("/api/v1/accounts?custom.limit=7").await;
        assert_eq!(asked.status, 400, "what is not seen is not asked for");
    }
    assert!(world.browse(BUDI).get(&page).await.body.contains("Rp7.000.000"));
    let unseen = "record=account&label_id=X&kind=text&seen_by=finance&kept_by=everybody";
    assert_eq!(world.browse(SRI).post(NEW, unseen).await.status, 422);
}

#[tokio::test]
async fn renamed_it_keeps_its_values_and_removed_it_comes_back_with_them() {
    let world = world().await;
    add(&world, "label_id=Jenis&kind=choices&more=Satu%0ADua%0ATiga").await;
    patch(&world, AYU, json!({ "jenis": ["tiga", "satu"] })).await;
    assert_eq!(maju(&world, AYU).await["jenis"], json!(["satu", "tiga"]));
    let settings = settings_of(&world, "Jenis").await;
    let sri = world.browse(SRI);
    let form = |rest: &str| {
        format!("{OPEN}&choice.satu.id=Uno&choice.dua.id=Dua&choice.tiga.id=Tiga{rest}")
    };

    let renamed = sri.post(&settings, &form("&label_id=Macam&choice.tiga.hidden=on")).await;
    assert_eq!(renamed.status, 303, "{}", renamed.body);
    let page = world.browse(AYU).get(&format!("/accounts/{}", account(MAJU))).await.body;
    assert!(page.contains("<dt>Macam</dt><dd>Uno, Tiga</dd>"), "{page}");
    let still = patch(&world, AYU, json!({ "jenis": ["tiga", "dua"] })).await;
    assert_eq!(still.status, 200, "whoever has it keeps it: {}", still.body);
    let gone = patch(&world, AYU, json!({ "jenis": ["satu"] })).await;
    assert_eq!(gone.status, 200);
    assert_eq!(patch(&world, AYU, json!({ "jenis": ["tiga"] })).await.status, 422);

    sri.post(&settings, &form("&label_id=Macam&hidden=on")).await;
    assert_eq!(maju(&world, AYU).await, json!({}));
    assert_eq!(patch(&world, AYU, json!({ "jenis": ["dua"] })).await.status, 422);
    sri.post(&settings, &form("&label_id=Macam")).await;
    assert_eq!(maju(&world, AYU).await["jenis"], json!(["satu"]));
}

#[tokio::test]
async fn only_whoever_sets_the_company_up_settles_fields() {
    let world = world().await;
    let form = format!("record=account&label_id=X&kind=text&{OPEN}");
    add(&world, "label_id=Satu&kind=text").await;
    add(&world, "label_id=Dua&kind=text").await;
    let settings = settings_of(&world, "Dua").await;

    for who in [AYU, BUDI, FAJAR] {
        let browser = world.browse(who);
        for path in [NEW, settings.as_str()] {
            assert_eq!(browser.get(path).await.status, 403, "{} {path}", who.name);
            assert_eq!(browser.post(path, &form).await.status, 403, "{} {path}", who.name);
        }
        assert_eq!(browser.post(&format!("{settings}/move"), "turn=earlier").await.status, 403);
    }
    assert_eq!(world.browse(SARI).get(&settings).await.status, 404);
    assert_eq!(world.browse(SARI).post(&settings, &form).await.status, 404);
    world.browse(SRI).post(&format!("{settings}/move"), "turn=earlier").await;
    let page = world.browse(SRI).get("/settings/clients").await.body;
    assert!(page.find(">Dua<").unwrap() < page.find(">Satu<").unwrap(), "{page}");
}

#[tokio::test]
async fn hostile_names_stay_names() {
    let world = world().await;
    let name = "%3Cscript%3Ealert(1)%3C/script%3E";

    let added = add(&world, &format!("label_id={name}&kind=choice&more={name}&in_list=on")).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let many = (0..51).map(|it| format!("Pilihan {it}")).collect::<Vec<_>>().join("%0A");
    let many = add(&world, &format!("label_id=Banyak&kind=choice&more={many}")).await;
    let none = add(&world, "label_id=Kosong&kind=choice").await;
    let long = add(&world, &format!("label_id={}&kind=text", "x".repeat(61))).await;

    assert_eq!((many.status, none.status, long.status), (422, 422, 422));
    for path in ["/settings/clients", "/accounts", "/accounts/new", "/api/v1/accounts"] {
        let seen = world.browse(SRI).get(path).await;
        assert_eq!(seen.status, 200, "{path}");
        assert!(!seen.body.contains("<script>alert"), "{path}");
    }
}

#[tokio::test]
async fn a_contact_has_fields_too() {
    let world = world().await;
    let form = format!("record=contact&label_id=Hobi&kind=text&{OPEN}");
    assert_eq!(world.browse(SRI).post(NEW, &form).await.status, 303);
    let ayu = world.browse(AYU);
    let rina = testing::id("rina");
    let edit = format!("/accounts/{}/contacts/{rina}/edit", account(MAJU));

    assert!(ayu.get(&edit).await.body.contains("custom.hobi"));
    let kept = ayu.post(&edit, "name=Rina+Hartati&role=Pemilik&custom.hobi=Catur").await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    assert!(ayu.get(&edit).await.body.contains("value=\"Catur\""));

    let api = format!("/api/v1/contacts/{rina}");
    let api = ayu.ask("PATCH", &api, r#"{"custom": {"hobi": "Go"}}"#).await;
    let new = json!({ "account_id": account(MAJU), "name": "Dedi", "custom": { "hobi": "Lari" } });
    let new = ayu.post_json("/api/v1/contacts", &new).await;

    assert_eq!(api.json()["custom"]["hobi"], "Go", "{}", api.body);
    assert_eq!(new.json()["custom"]["hobi"], "Lari", "{}", new.body);
}

#[tokio::test]
async fn values_follow_a_client_that_becomes_part_of_another_and_come_back() {
    let world = world().await;
    add(&world, "label_id=Kode&kind=text").await;
    let sehat = format!("/api/v1/accounts/{}", account("apotek-sehat"));
    let ayu = world.browse(AYU);
    ayu.ask("PATCH", &sehat, r#"{"custom": {"kode": "S-1"}}"#).await;

    let merge = json!({ "merged_id": account("apotek-sehat") });
    let merge_path = format!("/api/v1/accounts/{}/merge", account(MAJU));
    assert_eq!(ayu.post_json(&merge_path, &merge).await.status, 200);

    assert_eq!(maju(&world, AYU).await["kode"], "S-1");
    let page = ayu.get(&format!("/accounts/{}", account(MAJU))).await.body;
    let from = page.find("/merges/").unwrap() + 8;
    ayu.ask("POST", &format!("/api/v1/merges/{}/undo", &page[from..from + 36]), "").await;
    assert_eq!(maju(&world, AYU).await, json!({}));
    assert_eq!(ayu.get(&sehat).await.json()["custom"]["kode"], "S-1");
}
