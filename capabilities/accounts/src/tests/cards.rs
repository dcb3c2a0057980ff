//! People at clients as cards.

use testing::{AYU, GILANG, RIZKY, SARI};

use super::{MAJU, account, world};

#[tokio::test]
async fn people_go_into_an_address_book() {
    let world = world().await;
    let id = account(MAJU);
    let all = format!("/accounts/{id}/contacts.vcf");
    let one = format!("/accounts/{id}/contacts/{}/card.vcf", testing::id("rina"));
    world.browse(AYU).post(&format!("/accounts/{id}/contacts/new"), "name=D%C3%A9di,+Jr.").await;

    let seen = world.browse(AYU).get(&all).await;
    let rina = world.browse(AYU).get(&one).await;

    assert_eq!(seen.status, 200);
    assert_eq!(seen.body.matches("BEGIN:VCARD").count(), 2, "{}", seen.body);
    assert!(seen.body.contains("FN:Dédi\\, Jr.\r\n"), "{}", seen.body);
    for line in ["VERSION:3.0", "FN:Rina Hartati", "ORG:Toko Maju", "TITLE:Pemilik"] {
        assert!(rina.body.contains(&format!("{line}\r\n")), "{line}: {}", rina.body);
    }
    let page = world.browse(AYU).get(&format!("/accounts/{id}")).await.body;
    assert!(page.contains(&all), "{page}");
    for who in [RIZKY, GILANG, SARI] {
        for path in [&all, &one] {
            assert_eq!(world.browse(who).get(path).await.status, 404, "{} {path}", who.name);
        }
    }
    let elsewhere =
        format!("/accounts/{}/contacts/{}/card.vcf", account("apotek-sehat"), testing::id("rina"));
    assert_eq!(world.browse(AYU).get(&elsewhere).await.status, 404);
}
