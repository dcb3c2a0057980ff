//! A company settles how its new clients are welcomed.

use serde_json::json;
use testing::{AYU, BUDI, SARI, SRI, id};

use super::{begun, maju, of, read, step, world};

const CLINIC: &str = "label_id=Klinik+baru&label_en=New+clinic&industries=Klinik,+Apotek\
    &kind=account&step_id=Akun&step_en=Account&days=0&whose=owner\
    &kind=other&step_id=Izin&step_en=Licence&days=3&whose=role:manager\
    &kind=other&step_id=&step_en=&days=&whose=owner";

#[tokio::test]
async fn a_checklist_of_an_industry_is_for_its_clients() {
    let world = world().await;
    let sri = world.browse(SRI);
    let kept = sri.post("/settings/onboarding/new", CLINIC).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    let page = sri.get("/settings/onboarding").await.body;
    for part in ["New clinic", "Klinik, Apotek", "Licence (3 working days)"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let body = json!({ "name": "Apotek Harapan", "industry": "apotek", "status": "client" });
    let account = world.browse(AYU).post_json("/api/v1/accounts", &body).await.json();
    let account = account["id"].as_str().unwrap();

    let seen = world.browse(AYU).post_json(&of(account), &json!({})).await.json();

    assert_eq!(seen["template"], "new_clinic", "{seen}");
    assert_eq!(seen["steps"].as_array().unwrap().len(), 2);
    let whose = &step(&seen, "other")["owner_id"];
    assert!(["budi", "hendra", "gilang"].iter().any(|it| *whose == json!(id(it))), "{whose}");
    // What is retail goes by the one for all.
    assert_eq!(begun(&world.browse(AYU)).await["template"], "standard");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let world = world().await;
    let sri = world.browse(SRI);
    let wrong = "label_id=&kind=other&step_id=Izin&days=banyak&whose=owner";

    let refused = sri.post("/settings/onboarding/new", wrong).await;
    let empty = sri.post("/settings/onboarding/new", "label_id=Kosong").await;
    let nobody = "label_id=A&kind=other&step_id=Izin&days=1&whose=x";
    let nobody = sri.post("/settings/onboarding/new", nobody).await;

    assert_eq!(refused.status, 422);
    for part in ["whole number from 0", "value=\"Izin\"", "value=\"banyak\""] {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    assert!(empty.body.contains("Write at least one step"), "{}", empty.body);
    assert!(nobody.body.contains("Choose who does this step"), "{}", nobody.body);
    for who in [AYU, BUDI] {
        let seen = world.browse(who).post("/settings/onboarding/new", CLINIC).await;
        assert_eq!(seen.status, 403, "{}", who.name);
    }
    assert_eq!(world.browse(SARI).get("/settings/onboarding/standard").await.status, 404);
}

#[tokio::test]
async fn who_is_being_welcomed_keeps_the_steps_that_they_have() {
    let world = world().await;
    begun(&world.browse(AYU)).await;
    let change = "label_id=Klien+baru&kind=other&step_id=Sapa&step_en=Greet&days=1&whose=owner";

    let kept = world.browse(SRI).post("/settings/onboarding/standard", change).await;

    assert_eq!(kept.status, 303, "{}", kept.body);
    let now = read(&world.browse(AYU), &maju()).await;
    assert_eq!(now["steps"].as_array().unwrap().len(), 4, "{now}");
    let page = world.browse(SRI).get("/settings/onboarding/standard").await.body;
    assert!(page.contains("value=\"Greet\"") && !page.contains("First order\""), "{page}");
}
