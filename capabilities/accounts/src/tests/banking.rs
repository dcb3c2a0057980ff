//! A bank account of a client changes when a second person says so.

use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, FAJAR, GILANG, RIZKY, SRI, Someone, World};

use super::{MAJU, account, told, world};

fn path(rest: &str) -> String {
    format!("/api/v1/accounts/{}/{rest}", account(MAJU))
}

async fn ask(world: &World, who: Someone, body: &Value) -> testing::Seen {
    world.browse(who).post_json(&path("bank-changes"), body).await
}

async fn decide(world: &World, who: Someone, change: &Value, decision: &str) -> testing::Seen {
    let path = format!("/api/v1/bank-changes/{}/decision", change["id"].as_str().unwrap());
    world.browse(who).post_json(&path, &json!({ "decision": decision, "why": "Tidak cocok" })).await
}

async fn banks(world: &World, who: Someone) -> Value {
    world.browse(who).get(&path("bank-accounts")).await.json()
}

fn bca() -> Value {
    json!({ "bank": "014", "number": "0123 456-789", "holder": "PT Toko Maju",
        "reason": "Surat 3 Maret" })
}

#[tokio::test]
async fn what_one_asks_for_another_accepts() {
    let world = world().await;

    let asked = ask(&world, AYU, &bca()).await;
    assert_eq!(asked.status, 201, "{}", asked.body);
    let asked = asked.json();
    assert_eq!((asked["bank"].as_str(), asked["state"].as_str()), (Some("BCA"), Some("waiting")));
    assert_eq!(asked["number"], "••••6789", "she wrote it, and need not read it");
    assert_eq!(banks(&world, AYU).await["items"].as_array().unwrap().len(), 0);

    let accepted = decide(&world, BUDI, &asked, "accept").await;
    assert_eq!(accepted.status, 200, "{}", accepted.body);
    assert_eq!(banks(&world, BUDI).await["items"][0]["number"], "0123456789");
    assert_eq!(banks(&world, FAJAR).await["items"][0]["number"], "0123456789");
    assert_eq!(banks(&world, AYU).await["items"][0]["number"], "••••6789");
    let again = decide(&world, FAJAR, &asked, "refuse").await;
    assert_eq!(again.json()["code"], "accounts.bank_decided");
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_does() {
    let world = world().await;
    let asked = ask(&world, AYU, &bca()).await.json();

    let (one, other) = tokio::join!(
        decide(&world, BUDI, &asked, "accept"),
        decide(&world, FAJAR, &asked, "refuse")
    );

    let refused = match (one.status, other.status) {
        (200, 422) => other,
        (422, 200) => one,
        both => panic!("{both:?}: {} {}", one.body, other.body),
    };
    assert_eq!(refused.json()["code"], "accounts.bank_decided", "{}", refused.body);
}

#[tokio::test]
async fn nobody_decides_what_they_asked_for() {
    let world = world().await;

    for who in [BUDI, FAJAR, SRI] {
        let number = format!("99900{}", who.name.len());
        let asked = json!({ "bank": "BNI", "number": number, "holder": "X", "reason": "Telepon" });
        let asked = ask(&world, who, &asked).await.json();
        for decision in ["accept", "refuse"] {
            let seen = decide(&world, who, &asked, decision).await;
            assert_eq!(seen.json()["code"], "accounts.own_proposal", "{}: {}", who.name, seen.body);
        }
        let page = format!("/bank-changes/{}/decide", asked["id"].as_str().unwrap());
        let seen = world.browse(who).post(&page, "decision=accept").await;
        assert_eq!(seen.status, 422, "{}", seen.body);
        assert!(seen.body.contains("Somebody else decides"), "{}", seen.body);
    }
    assert_eq!(banks(&world, SRI).await["items"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn the_old_one_is_in_force_until_somebody_decides() {
    let world = world().await;
    let first = ask(&world, AYU, &bca()).await.json();
    decide(&world, FAJAR, &first, "accept").await;
    let old = banks(&world, FAJAR).await["items"][0]["id"].clone();
    let new = json!({ "bank_account_id": old, "bank": "Bank Mandiri", "number": "1370001234567",
        "holder": "PT Toko Maju", "reason": "Email direktur" });

    let asked = ask(&world, AYU, &new).await.json();
    let second = ask(&world, RIZKY, &new).await;
    let twice = ask(&world, BUDI, &new).await;

    assert_eq!(second.status, 404, "who does not see the client asks for nothing");
    assert_eq!(twice.json()["code"], "accounts.bank_change_waits");
    assert_eq!(banks(&world, FAJAR).await["items"][0]["bank"], "BCA");
    let page = world.browse(FAJAR).get(&format!("/accounts/{}/bank-accounts", account(MAJU))).await;
    for side in ["0123456789", "1370001234567", "Email direktur"] {
        assert!(page.body.contains(side), "{side}: {}", page.body);
    }
    decide(&world, BUDI, &asked, "refuse").await;
    assert_eq!(banks(&world, FAJAR).await["items"][0]["bank"], "BCA");
    let asked = ask(&world, AYU, &new).await.json();
    decide(&world, BUDI, &asked, "accept").await;
    let now = banks(&world, FAJAR).await;
    assert_eq!(now["items"][0]["bank"], "Mandiri");
    assert_eq!(now["items"].as_array().unwrap().len(), 1);
    let away = json!({ "bank_account_id": now["items"][0]["id"], "reason": "Ditutup" });
    let asked = ask(&world, AYU, &away).await.json();
    decide(&world, SRI, &asked, "accept").await;
    assert_eq!(banks(&world, FAJAR).await["items"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn only_those_with_the_right_decide_and_only_they_read_the_number() {
    let world = world().await;
    let asked = ask(&world, AYU, &bca()).await.json();

    for (who, status) in [(RIZKY, 404), (GILANG, 404), (ANDI, 404), (AYU, 403)] {
        assert_eq!(decide(&world, who, &asked, "accept").await.status, status, "{}", who.name);
    }
    assert_eq!(world.browse(AYU).get("/bank-changes").await.status, 403);
    assert!(!world.browse(GILANG).get("/bank-changes").await.body.contains("Toko Maju"));
    for who in [BUDI, FAJAR, SRI] {
        let list = world.browse(who).get("/bank-changes").await;
        assert!(
            list.body.contains("Toko Maju") && list.body.contains("0123456789"),
            "{}",
            list.body
        );
        assert!(world.browse(who).get("/accounts").await.body.contains("waits for you"));
    }
    let page = format!("/accounts/{}", account(MAJU));
    for address in [page.clone(), format!("{page}/bank-accounts"), path("bank-accounts")] {
        let seen = world.browse(AYU).get(&address).await;
        assert_eq!(seen.status, 200, "{address}");
        assert!(!seen.body.contains("0123456789"), "{address}: {}", seen.body);
    }
}

#[tokio::test]
async fn being_on_the_team_is_enough_to_ask_and_not_to_decide() {
    let world = world().await;
    let team = path(&format!("team/{}", GILANG.person()));
    let part = json!({ "role": "sponsor", "kind": "overlay" }).to_string();
    assert_eq!(world.browse(AYU).ask("PUT", &team, &part).await.status, 200);

    let asked = ask(&world, AYU, &bca()).await.json();

    assert_eq!(decide(&world, GILANG, &asked, "accept").await.status, 403);
    assert!(!world.browse(GILANG).get("/bank-changes").await.body.contains("Toko Maju"));
    let seen = world.browse(GILANG).get(&path("bank-accounts")).await.body;
    assert!(seen.contains("••••6789") && !seen.contains("0123456789"), "{seen}");
}

#[tokio::test]
async fn whoever_asked_takes_it_back() {
    let world = world().await;
    let asked = ask(&world, AYU, &bca()).await.json();

    assert_eq!(decide(&world, BUDI, &asked, "withdraw").await.status, 403);
    let withdrawn = decide(&world, AYU, &asked, "withdraw").await;
    assert_eq!(withdrawn.json()["state"], "withdrawn", "{}", withdrawn.body);
    assert_eq!(
        decide(&world, BUDI, &asked, "accept").await.json()["code"],
        "accounts.bank_decided"
    );
}

#[tokio::test]
async fn what_cannot_be_meant_stands_beside_its_input() {
    let world = world().await;
    let page = format!("/accounts/{}/bank-accounts", account(MAJU));

    let seen = world.browse(AYU).post(&page, "bank=BCA&number=12&holder=&reason=").await;

    assert_eq!(seen.status, 422);
    for said in ["This is no account number", "Write the name of the account holder", "BCA"] {
        assert!(seen.body.contains(said), "{said}: {}", seen.body);
    }
    assert_eq!(banks(&world, AYU).await["waiting"].as_array().unwrap().len(), 0);
    let sent = "bank=<script>alert(1)</script>&number=12345678&holder=%22%3E&reason=x";
    assert_eq!(world.browse(AYU).post(&page, sent).await.status, 303);
    let seen = world.browse(BUDI).get("/bank-changes").await.body;
    assert!(!seen.contains("<script>alert"), "{seen}");
    // The stream keeps no whole number.
    let told = told(&world, BUDI, MAJU).await;
    assert!(told.contains("••••5678") && !told.contains("12345678"), "{told}");
}
