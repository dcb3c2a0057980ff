//! What a company lets its own fields hold: settled on a page or by a program, obeyed by forms and
//! by programs, and never held against what was there before.

use serde_json::{Value, json};
use testing::{AYU, SARI, SRI, Seen, Someone, World, id};

use super::{MAJU, account, world};

const NEW: &str = "/settings/clients/fields/new";
const OPEN: &str = "record=account&seen_by=everybody&kept_by=everybody";
const FIELDS: &str = "/api/v1/custom-fields";

async fn add(world: &World, form: &str) -> Seen {
    world.browse(SRI).post(NEW, &format!("{OPEN}&{form}")).await
}

async fn added(world: &World, form: &str) {
    let seen = add(world, form).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

async fn patch(world: &World, custom: Value) -> Seen {
    let path = format!("/api/v1/accounts/{}", account(MAJU));
    world.browse(AYU).ask("PATCH", &path, &json!({ "custom": custom }).to_string()).await
}

/// The code with which the first input is refused.
async fn refused(world: &World, custom: Value) -> String {
    let seen = patch(world, custom).await;
    assert_eq!(seen.status, 422, "{}", seen.body);
    seen.json()["fields"][0]["code"].as_str().unwrap().to_owned()
}

async fn edit(world: &World, who: Someone, form: &str) -> Seen {
    let path = format!("/accounts/{}/edit", account(MAJU));
    world.browse(who).post(&path, &format!("name=Toko+Maju&status=client&{form}")).await
}

async fn form_of_maju(world: &World) -> String {
    world.browse(AYU).get(&format!("/accounts/{}/edit", account(MAJU))).await.body
}

/// As programs know the first field.
async fn first_field(world: &World) -> Value {
    world.browse(SRI).get(FIELDS).await.json()["items"][0].clone()
}

#[tokio::test]
async fn a_form_says_what_is_allowed_and_keeps_what_was_typed() {
    let world = world().await;
    added(&world, "label_id=Luas&kind=number&smallest=0.1&largest=1,000").await;

    let asked = form_of_maju(&world).await;
    let beyond = edit(&world, AYU, "custom.luas=1000.5").await;
    let upper = edit(&world, AYU, "custom.luas=1,000").await;
    let lower = edit(&world, AYU, "custom.luas=0.1").await;

    assert!(asked.contains("Allowed: 0.1 to 1,000."), "{asked}");
    assert_eq!(beyond.status, 422, "{}", beyond.body);
    assert!(beyond.body.contains("This is too large. Allowed: 0.1 to 1,000."), "{}", beyond.body);
    assert!(beyond.body.contains(r#"value="1000.5""#), "{}", beyond.body);
    assert_eq!((upper.status, lower.status), (303, 303), "{} {}", upper.body, lower.body);
}

#[tokio::test]
async fn a_number_may_have_to_be_whole() {
    let world = world().await;
    added(&world, "label_id=Gerai&kind=number&smallest=0&decimals=0").await;
    added(&world, "label_id=Luas&kind=number&decimals=2").await;

    let asked = form_of_maju(&world).await;
    let typed = edit(&world, AYU, "custom.gerai=2.5").await;
    let program = refused(&world, json!({ "luas": "1.255" })).await;
    let kept = patch(&world, json!({ "gerai": "1500", "luas": "1.25" })).await;
    let shown = world
        .browse(SRI)
        .get(&format!(
            "/settings/clients/fields/{}",
            first_field(&world).await["id"].as_str().unwrap()
        ))
        .await;
    let four = add(&world, "label_id=Lain&kind=number&decimals=4").await;

    assert!(asked.contains("Allowed: at least 0. Whole numbers only."), "{asked}");
    assert!(asked.contains("At most 2 decimals."), "{asked}");
    assert!(asked.contains(r#"name="custom.gerai" type="text""#), "{asked}");
    assert_eq!(typed.status, 422, "{}", typed.body);
    assert!(
        typed.body.contains("This number has too many decimals. Whole numbers only."),
        "{}",
        typed.body
    );
    assert_eq!(program, "accounts.custom_decimals");
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert!(shown.body.contains(r#"<option value="0" selected>"#), "{}", shown.body);
    assert_eq!(four.status, 422);
    assert!(four.body.contains("id=\"decimals-error\""), "{}", four.body);
    assert_eq!(first_field(&world).await["limits"], json!({ "smallest": "0", "decimals": 0 }));
}

#[tokio::test]
async fn a_program_is_told_which_limit_its_value_is_beyond() {
    let world = world().await;
    let today = world.ctx(AYU).now.day(&world.ctx(AYU).actor.zone);
    added(&world, "label_id=Luas&kind=number&smallest=0.1").await;
    added(&world, "label_id=Uang&kind=money&largest_amount=5.000").await;
    added(&world, "label_id=Kode&kind=text&shortest=2&longest=3").await;
    added(&world, "label_id=Pelat&kind=text&pattern=A[A]+9[999]&hint_en=As+on+the+car").await;
    added(&world, "label_id=Mulai&kind=date&earliest_in=0&latest=2099-12-31").await;

    for (custom, code) in [
        (json!({ "luas": "0.0999" }), "accounts.custom_too_small"),
        (json!({ "uang": { "amount": "5001", "currency": "IDR" } }), "accounts.custom_too_large"),
        (json!({ "uang": { "amount": "1", "currency": "USD" } }), "accounts.custom_currency"),
        (json!({ "kode": "😀" }), "accounts.custom_too_short"),
        (json!({ "kode": "abcd" }), "accounts.custom_too_long"),
        (json!({ "pelat": "1234" }), "accounts.custom_pattern"),
        (json!({ "mulai": today.plus(-1) }), "accounts.custom_too_early"),
        (json!({ "mulai": "2100-01-01" }), "accounts.custom_too_late"),
    ] {
        assert_eq!(refused(&world, custom.clone()).await, code, "{custom}");
    }
    let within = json!({ "luas": "0.1", "uang": { "amount": "5000", "currency": "IDR" },
        "kode": "😀😀😀", "pelat": "B 1", "mulai": today });
    let kept = patch(&world, within).await;
    assert_eq!(kept.status, 200, "{}", kept.body);

    let form = form_of_maju(&world).await;
    assert!(form.contains(&format!(r#"min="{today}" max="2099-12-31""#)), "{form}");
    assert!(form.contains(r#"minlength="2""#) && !form.contains("maxlength"), "{form}");
    assert!(form.contains("As on the car"), "{form}");
    let seen = patch(&world, json!({ "pelat": "x" })).await;
    assert!(seen.body.contains("As on the car"), "{}", seen.body);
}

#[tokio::test]
async fn what_was_there_before_stays_until_somebody_changes_it() {
    let world = world().await;
    added(&world, "label_id=Kode&kind=text").await;
    added(&world, "label_id=Lain&kind=text").await;
    assert_eq!(patch(&world, json!({ "kode": "lama" })).await.status, 200);
    let path = format!("{FIELDS}/{}", first_field(&world).await["id"].as_str().unwrap());
    let limits = json!({ "limits": { "shortest": 5 } }).to_string();
    let limited = world.browse(SRI).ask("PATCH", &path, &limits).await;
    assert_eq!(limited.status, 200, "{}", limited.body);

    let form = form_of_maju(&world).await;
    let other = edit(&world, AYU, "custom.kode=lama&custom.lain=baru").await;
    let api = patch(&world, json!({ "kode": "lama", "lain": "lagi" })).await;
    let changed = refused(&world, json!({ "kode": "baru" })).await;

    assert!(!form.contains("minlength"), "a browser would hold up the form: {form}");
    assert_eq!(other.status, 303, "{}", other.body);
    assert_eq!(api.status, 200, "{}", api.body);
    assert_eq!(changed, "accounts.custom_too_short");
    assert_eq!(patch(&world, json!({ "kode": "lebih" })).await.status, 200);
    assert_eq!(refused(&world, json!({ "kode": "lama" })).await, "accounts.custom_too_short");
}

#[tokio::test]
async fn a_contact_has_limits_too() {
    let world = world().await;
    let form = "record=contact&seen_by=everybody&kept_by=everybody&label_id=NIK&kind=text";
    let seen = world.browse(SRI).post(NEW, &format!("{form}&pattern=9999")).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let edit = format!("/accounts/{}/contacts/{}/edit", account(MAJU), id("rina"));
    let ayu = world.browse(AYU);

    let asked = ayu.get(&edit).await.body;
    let wrong = ayu.post(&edit, "name=Rina+Hartati&role=Pemilik&custom.nik=12a4").await;
    let right = ayu.post(&edit, "name=Rina+Hartati&role=Pemilik&custom.nik=1234").await;

    assert!(
        asked.contains(r#"inputmode="numeric" maxlength="4" pattern="\s*[0-9]{4}\s*""#),
        "{asked}"
    );
    assert!(asked.contains(r#"title="Write it like 1234.""#), "{asked}");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Write it like 1234."), "{}", wrong.body);
    assert!(wrong.body.contains(r#"value="12a4""#), "{}", wrong.body);
    assert_eq!(right.status, 303, "{}", right.body);
}

#[tokio::test]
async fn limits_are_settled_where_the_field_is() {
    let world = world().await;
    let sri = world.browse(SRI);
    for (form, input, sentence) in [
        ("kind=number&smallest=2&largest=1.5", "largest", "Nothing lies between"),
        ("kind=number&smallest=dua", "smallest", "Write a number"),
        ("kind=money&smallest_amount=1&largest_amount=2.50+USD", "largest_amount", "one currency"),
        ("kind=text&longest=301", "longest", "between 1 and 300"),
        ("kind=text&pattern=A[9", "pattern", "Close every ["),
        ("kind=date&earliest=2026-03-02&earliest_in=0", "earliest_in", "Choose one"),
        ("kind=date&latest_in=99999", "latest_in", "36,500"),
    ] {
        let seen = add(&world, &format!("label_id=Batas&{form}")).await;
        assert_eq!(seen.status, 422, "{form}");
        assert!(seen.body.contains(&format!("id=\"{input}-error\"")), "{form}: {}", seen.body);
        assert!(seen.body.contains(sentence), "{form}: {}", seen.body);
    }
    let new = sri.get(NEW).await.body;
    for input in ["smallest", "decimals", "smallest_amount", "pattern", "earliest_in", "more"] {
        assert!(new.contains(&format!("name=\"{input}\"")), "{input}: {new}");
    }

    // What belongs to another kind is not read.
    added(&world, "label_id=Batas&kind=text&pattern=AA&longest=2&smallest=x&latest=x").await;
    let page =
        format!("/settings/clients/fields/{}", first_field(&world).await["id"].as_str().unwrap());
    let shown = sri.get(&page).await.body;
    assert!(shown.contains(r#"name="pattern" type="text" value="AA""#), "{shown}");
    for input in ["smallest", "decimals", "smallest_amount", "earliest_in", "more"] {
        assert!(!shown.contains(&format!("name=\"{input}\"")), "{input}: {shown}");
    }
    let changed = sri.post(&page, &format!("{OPEN}&label_id=Batas&longest=4")).await;
    assert_eq!(changed.status, 303, "{}", changed.body);
    assert_eq!(first_field(&world).await["limits"], json!({ "longest": 4 }));
}

#[tokio::test]
async fn a_program_settles_limits_and_reads_them() {
    let world = world().await;
    let sri = world.browse(SRI);
    let limits = json!({ "smallest": "0.1", "largest": "9" });
    let new =
        json!({ "record": "account", "kind": "number", "label_id": "Luas", "limits": limits });

    let made = sri.post_json(FIELDS, &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let path = format!("{FIELDS}/{}", made.json()["id"].as_str().unwrap());
    let change = async |patch: Value| sri.ask("PATCH", &path, &patch.to_string()).await;
    let renamed = change(json!({ "label_en": "Area" })).await;
    let unsuitable = change(json!({ "limits": { "pattern": "99" } })).await;
    let other_kind = change(json!({ "kind": "text" })).await;
    let unread = change(json!({ "limits": { "smallest": "x" } })).await;
    let bare = change(json!({ "limits": {} })).await;

    assert_eq!((&made.json()["limits"], &made.json()["code"]), (&limits, &json!("luas")));
    assert_eq!((&renamed.json()["limits"], &renamed.json()["label"]), (&limits, &json!("Area")));
    let field = unsuitable.json()["fields"][0].clone();
    assert_eq!(
        (&field["name"], &field["code"]),
        (&json!("pattern"), &json!("accounts.limit_unsuitable"))
    );
    assert_eq!((other_kind.status, unread.status), (422, 400), "{}", unread.body);
    assert_eq!(bare.json()["limits"], json!({}), "{}", bare.body);
    for someone in [AYU, SARI] {
        let status =
            world.browse(someone).ask("PATCH", &path, r#"{"required": true}"#).await.status;
        assert_eq!(status, if someone == SARI { 404 } else { 403 }, "{}", someone.name);
    }
    assert_eq!(world.browse(AYU).post_json(FIELDS, &new).await.status, 403);
}
