//! A phone signs what it sends, and chains each event to the one before it.

use frame::secrets;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value as Json, json};
use testing::{AYU, Browser, RIZKY, Seen, World, id};

use super::{EVENTS, by, event, statuses};

/// A browser's key pair, and where its person's chain stands.
struct Phone {
    key: EcdsaKeyPair,
    chance: SystemRandom,
    seq: i64,
    previous: Option<String>,
    passed: Vec<String>,
}

impl Phone {
    fn new() -> Self {
        let chance = SystemRandom::new();
        let way = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let key = EcdsaKeyPair::generate_pkcs8(way, &chance).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(way, key.as_ref(), &chance).unwrap();
        Self { key, chance, seq: 0, previous: None, passed: Vec::new() }
    }

    /// The next event of the chain, as it will be sent.
    fn seal(&mut self, mut event: Json) -> String {
        self.seq += 1;
        event["seq"] = json!(self.seq);
        event["previous"] = json!(self.previous);
        let text = event.to_string();
        self.previous = Some(secrets::sha256_hex(text.as_bytes()));
        text
    }

    fn note(&mut self, number: u128) -> String {
        let payload = json!({"account_id": id("toko-maju"), "text": format!("Catatan {number}")});
        self.seal(event(number, "note", "2026-03-02T05:00:00Z", payload))
    }

    fn sign(&self, events: &[String]) -> Json {
        let hashes = events.iter().map(|it| secrets::sha256_hex(it.as_bytes()) + "\n");
        let message = format!("jembatan field events 1\n{}", hashes.collect::<String>());
        let signature = self.key.sign(&self.chance, message.as_bytes()).unwrap();
        json!({
            "device": id("phone"), "passed": self.passed,
            "key": secrets::to_text(self.key.public_key().as_ref()),
            "signature": secrets::to_text(signature.as_ref()),
        })
    }

    async fn send(&self, browser: &Browser, events: &[String]) -> Seen {
        send(browser, events, Some(self.sign(events))).await
    }
}

async fn send(browser: &Browser, events: &[String], chain: Option<Json>) -> Seen {
    let chain = chain.unwrap_or_default();
    let body = format!(r#"{{"chain": {chain}, "events": [{}]}}"#, events.join(", "));
    browser.post(EVENTS, &body).await
}

/// The codes of what is odd about each event of a batch.
fn odd(seen: &Seen) -> Vec<Vec<String>> {
    let results = seen.json()["results"].as_array().cloned().unwrap_or_default();
    let codes = |result: &Json| {
        let signals = result["receipt"]["signals"].as_array().cloned().unwrap_or_default();
        signals.iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
    };
    results.iter().map(codes).collect()
}

#[tokio::test]
async fn a_signed_unbroken_chain_is_not_odd() {
    let world = World::with(crate::routes()).await;
    let (ayu, mut phone) = (world.browse(AYU), Phone::new());
    let all: Vec<String> = (1..=5).map(|it| phone.note(it)).collect();

    assert_eq!(odd(&phone.send(&ayu, &all[..1]).await), [[""; 0]]);
    let some = phone.send(&ayu, &all[..3]).await;
    assert_eq!(statuses(&some), ["exists", "created", "created"], "{}", some.body);
    assert_eq!(odd(&some), [[""; 0]; 3]);
    // In one batch the order does not matter.
    let rest = [all[4].clone(), all[3].clone()];
    assert_eq!(odd(&phone.send(&ayu, &rest).await), [[""; 0]; 2]);
}

#[tokio::test]
async fn what_is_left_out_or_changed_shows_and_is_kept() {
    let world = World::with(crate::routes()).await;
    let (ayu, mut phone) = (world.browse(AYU), Phone::new());
    let all: Vec<String> = (1..=5).map(|it| phone.note(it)).collect();

    let gap = phone.send(&ayu, &all[2..3]).await;
    assert_eq!(
        (statuses(&gap), odd(&gap)),
        (vec!["created".into()], vec![vec!["missing_before".into()]])
    );
    let signal = gap.json()["results"][0]["receipt"]["signals"][0]["sentence"].clone();
    assert!(
        signal.as_str().unwrap().starts_with("2 records made on this phone before"),
        "{signal}"
    );

    // Somebody opens the store of the phone and writes something else into what waits.
    let changed = all[3].replace("Catatan 4", "Catatan lain");
    let seen = phone.send(&ayu, &[changed]).await;
    assert_eq!(odd(&seen), [[""; 0]], "nothing tells of it yet");
    assert_eq!(odd(&phone.send(&ayu, &all[4..]).await), [["broken_chain"]], "the next one does");

    // Two events claim one place.
    let twice = all[4].replace(&uuid(5), &uuid(55));
    let seen = phone.send(&ayu, &[twice]).await;
    assert_eq!(
        (statuses(&seen), odd(&seen)),
        (vec!["created".into()], vec![vec!["broken_chain".into()]])
    );
    assert_eq!(seen.json()["results"][0]["receipt"]["review"], "pending");
}

fn uuid(number: u128) -> String {
    uuid::Uuid::from_u128(number).to_string()
}

#[tokio::test]
async fn what_the_server_refused_leaves_no_gap() {
    let of_another_phone = "AAAAAAAAAAEgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIA";
    let gap: &[&str] = &["missing_before"];

    for (case, expected) in [("kept", [].as_slice()), ("forged", gap), ("another's", gap)] {
        let world = World::with(crate::routes()).await;
        let (ayu, mut phone) = (world.browse(AYU), Phone::new());
        let unknown = json!({"account_id": id("nobody"), "text": "x"});
        let refused = phone.seal(event(1, "note", "2026-03-02T05:00:00Z", unknown));
        let next = phone.note(2);
        let seen = phone.send(&ayu, &[refused]).await;
        assert_eq!(statuses(&seen), ["rejected"], "{}", seen.body);

        let word = seen.json()["results"][0]["passed"].as_str().unwrap().to_owned();
        phone.passed = vec![match case {
            "kept" => word,
            "forged" => word.replace(&word[60..62], "__"),
            _ => of_another_phone.to_owned(),
        }];
        let after = phone.send(&ayu, &[next]).await;

        assert_eq!(statuses(&after), ["created"]);
        assert_eq!(odd(&after), [expected], "{}", after.body);
    }
}

#[tokio::test]
async fn without_a_signature_it_is_kept_and_said_so() {
    let world = World::with(crate::routes()).await;
    let (ayu, mut phone) = (world.browse(AYU), Phone::new());

    let plain = send(&ayu, &[phone.note(1)], None).await;
    assert_eq!(
        (statuses(&plain), odd(&plain)),
        (vec!["created".to_owned()], vec![vec!["unsigned".to_owned()]])
    );

    // Who has signed before and now does not is worth a look.
    let event = phone.note(2);
    assert_eq!(odd(&phone.send(&ayu, &[event]).await), [[""; 0]]);
    let now = send(&ayu, &[phone.note(3)], None).await;
    assert!(now.body.contains("though this phone has signed before"), "{}", now.body);
}

#[tokio::test]
async fn a_signature_of_something_else_or_by_another_key_shows() {
    let world = World::with(crate::routes()).await;
    let (ayu, mut phone) = (world.browse(AYU), Phone::new());
    let event = phone.note(1);
    assert_eq!(odd(&phone.send(&ayu, &[event]).await), [[""; 0]]);

    let (signed, sent) = (phone.note(2), phone.note(3));
    let wrong = send(&ayu, &[sent], Some(phone.sign(std::slice::from_ref(&signed)))).await;
    assert_eq!(
        (statuses(&wrong), odd(&wrong)),
        (vec!["created".to_owned()], vec![vec!["wrong_signature".to_owned()]])
    );
    assert_eq!(wrong.json()["results"][0]["receipt"]["review"], "pending");
    let mut nonsense = phone.sign(std::slice::from_ref(&signed));
    nonsense["key"] = json!("AAAA");
    assert_eq!(odd(&send(&ayu, &[signed], Some(nonsense)).await), [["wrong_signature"]]);

    // The same device with a new key: said once, then it is known.
    let mut other = Phone { seq: phone.seq, previous: phone.previous.clone(), ..Phone::new() };
    let event = other.note(4);
    assert_eq!(odd(&other.send(&ayu, &[event]).await), [["new_key"]]);
    let event = other.note(5);
    assert_eq!(odd(&other.send(&ayu, &[event]).await), [[""; 0]]);
}

#[tokio::test]
async fn each_person_has_a_chain_of_their_own_on_a_shared_phone() {
    let world = World::with(crate::routes()).await;
    let (mut hers, mut his) = (Phone::new(), Phone::new());
    let clock_in = |number| event(number, "clock_in", "2026-03-02T05:00:00Z", json!({}));
    let (first, second) = (hers.seal(clock_in(1)), hers.seal(clock_in(2)));
    let first_of_his = his.seal(by(RIZKY, clock_in(3)));

    assert_eq!(odd(&hers.send(&world.browse(AYU), &[first]).await), [[""; 0]]);
    let seen = his.send(&world.browse(RIZKY), &[first_of_his]).await;
    assert_eq!(odd(&seen), [["shared_device"]], "his first is no gap in hers: {}", seen.body);
    let seen = hers.send(&world.browse(AYU), &[second]).await;
    assert_eq!(odd(&seen), [["shared_device"]], "{}", seen.body);
}
