//! Pages say everything in words, in both languages, and teach the first step.

use kernel::{Lang, Refusal};
use testing::{AYU, GILANG, SRI};

use super::{MAJU, account, world};
use crate::rules::AccountRefused;

#[tokio::test]
async fn an_empty_list_teaches_the_first_step() {
    let world = world().await;

    let seen = world.browse(GILANG).get("/accounts").await;
    let none = world.browse(AYU).get("/accounts?q=qqqq").await;

    assert!(seen.body.contains("No clients yet") && seen.body.contains("/accounts/new"));
    assert!(none.body.contains("Nothing fits"), "{}", none.body);
}

#[tokio::test]
async fn a_page_says_who_where_and_whom_to_call() {
    let world = world().await;

    let seen = world.browse(AYU).get(&format!("/accounts/{}", account(MAJU))).await.body;

    for part in
        ["Ayu Lestari", "Jl. Fatmawati 12", "Rina Hartati", "Pemilik", "https://wa.me/628111234567"]
    {
        assert!(seen.contains(part), "{part}: {seen}");
    }
}

#[tokio::test]
async fn every_address_with_a_form_opens() {
    let world = world().await;
    let browser = world.browse(SRI);
    let id = account(MAJU);
    let address = testing::id("toko-maju-address");
    let rina = testing::id("rina");

    for path in [
        "/accounts".to_owned(),
        "/accounts/new".to_owned(),
        "/accounts/owners?tier=A".to_owned(),
        format!("/accounts/{id}"),
        format!("/accounts/{id}/edit"),
        format!("/accounts/{id}/owner"),
        format!("/accounts/{id}/place"),
        format!("/accounts/{id}/contacts/new"),
        format!("/accounts/{id}/contacts/{rina}/edit"),
        format!("/accounts/{id}/addresses/new"),
        format!("/addresses/{address}/edit"),
        "/search?q=toko".to_owned(),
    ] {
        assert_eq!(browser.get(&path).await.status, 200, "{path}");
    }
    assert_eq!(browser.get("/accounts/nonsense").await.status, 404);
}

#[tokio::test]
async fn addresses_are_kept() {
    let world = world().await;
    let id = account(MAJU);
    let browser = world.browse(AYU);
    let new = format!("/accounts/{id}/addresses/new");
    let edit = format!("/addresses/{}", testing::id("toko-maju-address"));

    let empty = browser.post(&new, "street=&label=billing").await;
    let added = browser.post(&new, "street=Jl.+Sudirman+1&city=Jakarta&label=billing").await;
    let changed = browser.post(&format!("{edit}/edit"), "street=Jl.+Fatmawati+14&label=main").await;
    let foreign = world.browse(GILANG).post(&format!("{edit}/remove"), "").await;

    assert_eq!((empty.status, added.status, changed.status, foreign.status), (422, 303, 303, 404));
    let read = browser.get(&format!("/api/v1/accounts/{id}")).await.json();
    assert_eq!(read["addresses"][0]["street"], "Jl. Fatmawati 14");
    assert_eq!(read["addresses"].as_array().unwrap().len(), 2);
    assert_eq!(browser.post(&format!("{edit}/remove"), "").await.status, 303);
    let read = browser.get(&format!("/api/v1/accounts/{id}")).await.json();
    assert_eq!(read["addresses"].as_array().unwrap().len(), 1);
}

#[test]
fn every_refusal_speaks_both_languages() {
    use AccountRefused as No;

    for refusal in [
        No::NoName,
        No::NameTooLong,
        No::TooLong("text"),
        No::TooLong("city"),
        No::NoPhone("phone"),
        No::NoChoice("tier"),
        No::UnknownOwner,
        No::ManyParents,
        No::BelowItself,
        No::TooLate,
        No::NoMove,
        No::NoLeavingDay,
    ] {
        let (id, en) = (refusal.sentence(Lang::Id), refusal.sentence(Lang::En));
        assert!(!id.is_empty() && id != en, "{refusal:?}");
        assert!(refusal.code().starts_with("accounts."));
    }
}
