//! Accounts are opened, changed, deleted and taken back.

use serde_json::json;
use testing::AYU;

use super::{MAJU, account, kept, tx, world};
use crate::{AccountFields, NewAccount, open_account};

#[tokio::test]
async fn what_was_typed_stays_beside_what_is_wrong_with_it() {
    let world = world().await;
    let typed = "name=&phone=abc&website=javascript:x&revenue=banyak&employees=dua&country=Atlantis&founded_year=x&parent_id=Entah&industry=Ritel";

    let page = world.browse(AYU).post("/accounts/new", typed).await;

    assert_eq!(page.status, 422);
    for sentence in [
        "Write the name.",
        "This is no telephone number.",
        "This is no address of a web site.",
        "Write the amount in digits.",
        "Write the number of people in digits.",
        "Write the year with four digits.",
        "This parent client cannot be found.",
        "This country is not known.",
    ] {
        assert!(page.body.contains(sentence), "{sentence}: {}", page.body);
    }
    for kept in ["abc", "javascript:x", "banyak", "dua", "Entah", "Ritel"] {
        assert!(page.body.contains(&format!(r#"value="{kept}""#)), "{kept}: {}", page.body);
    }
}

#[tokio::test]
async fn an_account_is_opened_with_one_form_of_its_phone() {
    let world = world().await;
    let typed = "name=++PT++Baru+&status=client&tier=B&phone=0811-222-333&website=baru.co.id&revenue=1.500.000&parent_id=toko+MAJU";

    let opened = world.browse(AYU).post("/accounts/new", typed).await;
    let id = opened.location().rsplit('/').next().unwrap().to_owned();
    let read = world.browse(AYU).get(&format!("/api/v1/accounts/{id}")).await.json();
    let edit = world.browse(AYU).get(&format!("/accounts/{id}/edit")).await;

    assert_eq!(opened.status, 303, "{}", opened.body);
    assert_eq!(read["name"], "PT Baru");
    assert_eq!(read["phone"], "+62811222333");
    assert_eq!(read["website"], "https://baru.co.id");
    assert_eq!(read["revenue"], json!({ "amount": "1500000", "currency": "IDR" }));
    assert_eq!(read["parent_id"], account(MAJU).to_string());
    assert!(edit.body.contains(r#"value="Toko Maju""#), "{}", edit.body);
    let same = "name=PT+Baru&status=client&tier=B&phone=%2B62811222333&website=https://baru.co.id&revenue=1500000&currency=IDR&parent_id=Toko+Maju";
    let saved = world.browse(AYU).post(&format!("/accounts/{id}/edit"), same).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

#[tokio::test]
async fn a_program_changes_only_what_it_names() {
    let world = world().await;
    let path = format!("/api/v1/accounts/{}", account(MAJU));
    let browser = world.browse(AYU);

    let changed = browser.ask("PATCH", &path, r#"{"tier":null,"employees":12}"#).await;
    let unknown = browser.ask("PATCH", &path, r#"{"colour":"red"}"#).await;
    let wrong = browser.ask("PATCH", &path, r#"{"phone":"x","name":""}"#).await;

    assert_eq!(changed.status, 200, "{}", changed.body);
    let changed = changed.json();
    assert_eq!((&changed["name"], &changed["employees"]), (&json!("Toko Maju"), &json!(12)));
    assert_eq!(changed["tier"], json!(null));
    assert_eq!(unknown.status, 400, "{}", unknown.body);
    assert_eq!(wrong.status, 422);
    let codes: Vec<_> = wrong.json()["fields"].as_array().unwrap().clone();
    assert_eq!(codes.len(), 2, "{}", wrong.body);
}

#[tokio::test]
async fn a_new_client_is_in_the_companys_country_unless_told() {
    let world = world().await;
    let browser = world.browse(AYU);
    let form = browser.get("/accounts/new").await;
    assert!(form.body.contains(r#"<option value="ID" selected>Indonesia"#), "{}", form.body);

    for (country, code) in [(json!(null), "ID"), (json!("sg"), "SG"), (json!("Jepang"), "JP")] {
        let new = json!({ "name": "PT Baru", "country": country });
        let opened = browser.post_json("/api/v1/accounts?anyway=true", &new).await;
        assert_eq!(opened.json()["country"], code, "{}", opened.body);
        let page =
            browser.get(&format!("/accounts/{}", opened.json()["id"].as_str().unwrap())).await;
        let name = kernel::country::of_code(code).unwrap().name(kernel::Lang::En);
        assert!(page.body.contains(&format!("<dd>{name}</dd>")), "{}", page.body);
    }
}

#[tokio::test]
async fn a_client_is_never_its_own_parent() {
    let world = world().await;
    let child = json!({ "name": "Anak", "parent_id": account(MAJU) });
    let child = world.browse(AYU).post_json("/api/v1/accounts", &child).await.json();
    let path = format!("/api/v1/accounts/{}", account(MAJU));

    let body = json!({ "parent_id": child["id"] }).to_string();
    let round = world.browse(AYU).ask("PATCH", &path, &body).await;

    assert_eq!(round.status, 422, "{}", round.body);
    assert_eq!(round.json()["code"], "accounts.below_itself");
}

#[tokio::test]
async fn what_was_deleted_comes_back_within_thirty_days() {
    let world = world().await;
    let browser = world.browse(AYU);
    let page = format!("/accounts/{}", account(MAJU));

    assert_eq!(browser.post(&format!("{page}/delete"), "").await.status, 303);
    assert!(!browser.get("/accounts").await.body.contains("Toko Maju"));
    assert!(browser.get("/accounts?status=deleted").await.body.contains("Toko Maju"));
    assert!(browser.get(&page).await.body.contains("Restore client"));
    assert_eq!(browser.get(&format!("/api/v1/accounts/{}", account(MAJU))).await.status, 404);
    assert_eq!(browser.get(&format!("{page}/edit")).await.status, 404);

    assert_eq!(browser.post(&format!("{page}/restore"), "").await.status, 303);
    assert!(browser.get("/accounts").await.body.contains("Toko Maju"));

    browser.post(&format!("{page}/delete"), "").await;
    world.at("2026-04-05T05:00:00Z");
    assert_eq!(browser.post(&format!("{page}/restore"), "").await.status, 422);
    assert!(!browser.get("/accounts?status=deleted").await.body.contains("Toko Maju"));
}

#[tokio::test]
async fn an_id_made_on_a_phone_opens_one_account() {
    let world = world().await;
    let new = || NewAccount {
        id: Some(account("dari-telepon")),
        owner: Some(AYU.person()),
        fields: AccountFields::named("Warung Bu Tini"),
    };
    let writing = tx(&world, AYU).await;
    let made = open_account(&writing, new()).await;
    kept(writing, made).await;

    let again = open_account(&tx(&world, AYU).await, new()).await.unwrap_err();

    assert_eq!(again.code(), "accounts.exists");
}
