//! Every address, asked as whoever owns the record would ask.

mod agenda;
mod attachments;
mod clients;
mod deals;
mod forecast;
mod ledger;
mod prospects;
mod reports;
mod starters;
mod views;

use serde_json::{Value as Json, json};
use testing::{AYU, Browser, Seen, Someone, id};

use crate::forms::{ACCOUNT, ACCOUNT_FORM, NEW_PERSON, PARTS, SETTINGS, SHIFT, SHIFT_FORM, STREET};

/// Method, address as the program knows it, and a body: JSON or a form, in which `<name>` is the
/// id of what the world calls so. What stands in the address's braces is in [`PARTS`].
pub type Ask = (&'static str, &'static str, &'static str);

/// The secret of a link that was given to Tono.
pub const LINK_SECRET: [u8; 32] = [9; 32];
/// By which another session of Ayu's is known.
pub const SESSION: [u8; 32] = [8; 32];
/// What Ayu said far from where she should have been.
pub const FAR_FACT: &str = "ayu-far-fact";
/// What she was asked about.
pub const ASKED_FACT: &str = "ayu-asked-fact";
/// Ayu's photo.
pub const PHOTO: &[u8] = include_bytes!("../../../capabilities/field/src/tests/one_pixel.png");

pub fn name_of_photo() -> String {
    frame::secrets::sha256_hex(PHOTO)
}

/// Every ask.
pub fn asks() -> impl Iterator<Item = &'static Ask> {
    let of_others = [
        clients::OF_CLIENTS,
        deals::OF_DEALS,
        attachments::OF_ATTACHMENTS,
        starters::OF_STARTERS,
        ledger::LEDGER,
        reports::ASKS,
        views::OF_VIEWS,
        agenda::OF_AGENDA,
        prospects::ASKS,
        forecast::ASKS,
    ];
    ASKS.iter().chain(of_others.into_iter().flatten())
}

const ASKS: &[Ask] = &[
    // Coming in.
    ("GET", "/", ""),
    ("GET", "/sign-in", ""),
    ("POST", "/sign-in", "email=ayu%40nusantara.example&password=not+her+password"),
    ("POST", "/sign-out", ""),
    ("GET", "/forgot", ""),
    ("POST", "/forgot", "email=ayu%40nusantara.example"),
    ("GET", "/welcome/{link}", ""),
    ("POST", "/welcome/{link}", "password=sebuah+jembatan+kayu&again=sebuah+jembatan+kayu"),
    ("POST", "/language", "lang=en"),
    // People.
    ("GET", "/people", ""),
    ("GET", "/people.csv", ""),
    ("GET", "/people.xlsx", ""),
    ("GET", "/teams", ""),
    ("GET", "/teams/new", ""),
    ("POST", "/teams/new", "name=Barat&parent=<jabodetabek>&manager=<budi>"),
    ("GET", "/teams/{team}", ""),
    ("POST", "/teams/{team}", "name=Barat&parent=<jabodetabek>&manager=<budi>"),
    ("GET", "/api/v1/people", ""),
    ("GET", "/api/v1/people/{person}", ""),
    ("GET", "/api/v1/teams", ""),
    ("POST", "/api/v1/teams", r#"{"name": "Barat"}"#),
    ("PATCH", "/api/v1/teams/{team}", r#"{"name": "Barat"}"#),
    ("GET", "/people/new", ""),
    ("POST", "/people/new", NEW_PERSON),
    ("GET", "/people/{person}", ""),
    ("GET", "/people/{person}/edit", ""),
    ("POST", "/people/{person}/edit", NEW_PERSON),
    ("POST", "/people/{person}/standing", "status=suspended"),
    ("POST", "/people/{person}/link", ""),
    (
        "POST",
        "/api/v1/people",
        r#"{"name": "Dedi", "email": "dedi@nusantara.example", "roles": ["support"]}"#,
    ),
    ("PATCH", "/api/v1/people/{person}", r#"{"phone": "081234567890"}"#),
    // Oneself.
    ("GET", "/me", ""),
    ("GET", "/notices", ""),
    ("POST", "/notices/read", ""),
    ("POST", "/notices/{notice}/open", ""),
    ("GET", "/api/v1/notices", ""),
    ("POST", "/api/v1/notices/{notice}/read", ""),
    ("POST", "/me/language", "lang=en"),
    ("GET", "/me/password", ""),
    ("POST", "/me/password", "old=not+it&password=sebuah+jembatan&again=sebuah+jembatan"),
    ("POST", "/me/sessions/{session}/end", ""),
    ("POST", "/me/sessions/end-others", ""),
    // Settings.
    ("GET", "/settings", ""),
    ("POST", "/settings", SETTINGS),
    ("GET", "/settings/audit", ""),
    ("GET", "/settings/tokens", ""),
    ("POST", "/settings/tokens", "name=kasir&days=30"),
    ("POST", "/settings/tokens/{token}/revoke", ""),
    // Clients.
    ("GET", "/accounts", ""),
    ("GET", "/accounts.csv", ""),
    ("GET", "/accounts.xlsx", ""),
    ("GET", "/contacts.csv", ""),
    ("GET", "/contacts.xlsx", ""),
    ("GET", "/accounts/owners", ""),
    ("GET", "/accounts/map?near=-6.2,106.8", ""),
    ("GET", "/api/v1/account-places?near=-6.2,106.8", ""),
    ("GET", "/accounts/new", ""),
    ("POST", "/accounts/new", ACCOUNT_FORM),
    ("GET", "/accounts/{account}", ""),
    ("POST", "/accounts/{account}/notes", "text=Menunggu+penawaran"),
    ("POST", "/accounts/{account}/tasks", "step=Kirim+faktur&due_on=2026-03-05"),
    ("GET", "/tasks?whose=all", ""),
    ("POST", "/tasks", "text=Kirim+faktur"),
    ("GET", "/tasks/{task}/edit", ""),
    ("POST", "/tasks/{task}/edit", "text=Kirim+dua+faktur"),
    ("POST", "/tasks/{task}/postpone", "days=1"),
    ("POST", "/tasks/{task}/done", ""),
    ("POST", "/tasks/{task}/reopen", ""),
    ("POST", "/tasks/{task}/hide", ""),
    ("POST", "/tasks/{task}/restore", ""),
    ("GET", "/log?line=tel+toko+maju:+harga", ""),
    ("POST", "/log", "account_id=<toko-maju>&kind=call&text=Minta+harga"),
    ("GET", "/notes/{note}", ""),
    ("GET", "/notes/{note}/edit", ""),
    ("POST", "/notes/{note}/edit", "kind=call&text=Minta+harga+baru"),
    ("POST", "/notes/{note}/pin", ""),
    ("POST", "/notes/{note}/unpin", ""),
    ("POST", "/notes/{note}/hide", ""),
    ("POST", "/notes/{note}/restore", ""),
    ("GET", "/accounts/{account}/colleagues/offers?q=bu", ""),
    ("GET", "/accounts/{account}/edit", ""),
    ("POST", "/accounts/{account}/edit", ACCOUNT_FORM),
    ("GET", "/accounts/owners?q=a", ""),
    ("GET", "/accounts/{account}/owner", ""),
    ("POST", "/accounts/{account}/owner", "owner_id=<rizky>"),
    ("POST", "/accounts/{account}/delete", ""),
    ("POST", "/accounts/{account}/restore", ""),
    ("GET", "/addresses/{address}/edit", ""),
    ("POST", "/addresses/{address}/edit", STREET),
    ("POST", "/addresses/{address}/remove", ""),
    ("GET", "/accounts/{account}/place", ""),
    ("POST", "/accounts/{account}/place", "point=-6.21,106.81&radius_m=100"),
    ("POST", "/accounts/{account}/place/move", "decision=agree"),
    ("GET", "/search?q=fatmawati", ""),
    ("GET", "/search/offers?q=fatmawati", ""),
    ("GET", "/api/v1/accounts", ""),
    ("POST", "/api/v1/accounts", ACCOUNT),
    ("GET", "/api/v1/accounts/like?name=Toko%20Maju", ""),
    (
        "POST",
        "/api/v1/accounts/{account}/merge",
        r#"{"merged_id": "<apotek-sehat>", "take": ["phone"]}"#,
    ),
    ("POST", "/api/v1/merges/{merge}/undo", ""),
    ("GET", "/api/v1/duplicates", ""),
    ("POST", "/api/v1/duplicates/scans", ""),
    (
        "POST",
        "/api/v1/duplicates/dismiss",
        r#"{"first_id": "<toko-maju>", "second_id": "<apotek-sehat>"}"#,
    ),
    ("GET", "/api/v1/search?q=fatmawati", ""),
    ("GET", "/api/v1/accounts/{account}/activities", ""),
    ("POST", "/api/v1/accounts/{account}/activities", r#"{"kind": "call", "text": "Harga"}"#),
    ("GET", "/api/v1/activities/{note}", ""),
    ("PATCH", "/api/v1/activities/{note}", r#"{"text": "Harga baru"}"#),
    ("DELETE", "/api/v1/activities/{note}", ""),
    ("GET", "/api/v1/tasks", ""),
    ("POST", "/api/v1/tasks", r#"{"text": "Kirim faktur", "account_id": "<toko-maju>"}"#),
    ("PATCH", "/api/v1/tasks/{task}", r#"{"done": true}"#),
    ("DELETE", "/api/v1/tasks/{task}", ""),
    ("GET", "/api/v1/accounts/{account}", ""),
    ("PATCH", "/api/v1/accounts/{account}", r#"{"phone": "0215550199"}"#),
    ("DELETE", "/api/v1/accounts/{account}", ""),
    ("GET", "/api/v1/contacts", ""),
    ("POST", "/api/v1/contacts", r#"{"account_id": "<toko-maju>", "name": "Dedi"}"#),
    ("GET", "/api/v1/contacts/{contact}", ""),
    ("PATCH", "/api/v1/contacts/{contact}", r#"{"name": "Dedi"}"#),
    ("GET", "/products", ""),
    ("GET", "/products.csv", ""),
    ("GET", "/products.xlsx", ""),
    ("GET", "/api/v1/products", ""),
    // Visits.
    ("GET", "/visits", ""),
    ("GET", "/visits.csv", ""),
    ("GET", "/visits.xlsx", ""),
    ("GET", "/visits/new", ""),
    ("POST", "/visits/new", "account_id=<toko-maju>&day=2026-03-05"),
    ("GET", "/visits/{visit}", ""),
    ("POST", "/visits/{visit}/move", "step=later"),
    ("POST", "/visits/{visit}/remove", ""),
    ("POST", "/visits/{visit}/restore", ""),
    ("GET", "/api/v1/visits", ""),
    (
        "POST",
        "/api/v1/visits",
        r#"{"person_id": "<ayu>", "account_id": "<toko-maju>", "day": "2026-03-05"}"#,
    ),
    ("GET", "/api/v1/visits/{id}", ""),
    ("POST", "/api/v1/visits/{id}/move", r#"{"step": "later"}"#),
    ("DELETE", "/api/v1/visits/{id}", ""),
    ("POST", "/api/v1/visits/{id}/restore", ""),
    ("GET", "/settings/visits", ""),
    ("POST", "/settings/visits/outcomes", "label_id=Contoh&label_en=Sample&effective=on"),
    ("POST", "/settings/visits/outcomes/{code}", "label_id=Contoh&label_en=Sample"),
    ("POST", "/settings/visits/reasons", "label_id=Libur&label_en=Holiday"),
    ("POST", "/settings/visits/reasons/{code}", "label_id=Libur&label_en=Holiday"),
    // Attendance.
    ("GET", "/attendance", ""),
    ("GET", "/attendance.csv", ""),
    ("GET", "/attendance/{person}", ""),
    ("GET", "/attendance/{person}/{day}", ""),
    ("GET", "/api/v1/attendance/days", ""),
    ("GET", "/api/v1/attendance/punches", ""),
    ("GET", "/team/review", ""),
    ("POST", "/team/review", "facts=<ayu-far-fact>&verdict=accept&text="),
    ("GET", "/settings/shifts", ""),
    ("POST", "/settings/shifts", SHIFT_FORM),
    ("GET", "/api/v1/attendance/shifts", ""),
    ("POST", "/api/v1/attendance/shifts", SHIFT),
    // The manager's view.
    ("GET", "/team/board", ""),
    ("GET", "/team/board/cards", ""),
    ("GET", "/team/board/live", ""),
    ("GET", "/api/v1/team/board", ""),
    // Imports.
    ("GET", "/settings/imports", ""),
    ("GET", "/settings/imports/new", ""),
    ("POST", "/settings/imports/new", ""),
    ("GET", "/settings/imports/{run}/map", ""),
    ("POST", "/settings/imports/{run}/map", ""),
    ("POST", "/settings/imports/{run}/ledger", "ledger=online-retail"),
    ("GET", "/settings/imports/{run}/check", ""),
    ("GET", "/settings/imports/{run}/check/errors/{number}", ""),
    ("POST", "/settings/imports/{run}/run", ""),
    ("POST", "/settings/imports/{run}/cancel", ""),
    ("POST", "/settings/imports/{run}/discard", ""),
    ("GET", "/settings/imports/{run}", ""),
    ("GET", "/settings/imports/{run}/errors/{number}", ""),
    ("POST", "/settings/imports/{run}/undo", ""),
    ("GET", "/api/v1/imports", ""),
    ("POST", "/api/v1/imports", ""),
    ("GET", "/api/v1/imports/{run}/check", ""),
    ("POST", "/api/v1/imports/{run}/run", ""),
    ("POST", "/api/v1/imports/{run}/cancel", ""),
    ("GET", "/api/v1/imports/{run}", ""),
    ("POST", "/api/v1/imports/{run}/undo", ""),
    // The field.
    ("GET", "/field", ""),
    ("GET", "/field/{*path}", ""),
    ("GET", "/api/v1/field/snapshot", ""),
    ("GET", "/api/v1/field/record", ""),
    ("POST", "/api/v1/field/events", "clock_in {}"),
    ("POST", "/api/v1/field/events", CHECK_IN),
    ("POST", "/api/v1/field/events", NOTE),
    ("POST", "/api/v1/field/events", r#"task_done {"task_id": "<ayu-task>"}"#),
    ("POST", "/api/v1/field/events", ANSWER),
    ("PUT", "/api/v1/files/sha256/{sha256}", "photo"),
    ("GET", "/files/sha256/{sha256}", ""),
    (
        "POST",
        "/api/v1/evidence/reviews",
        r#"{"facts": ["<ayu-far-fact>"], "verdict": "accept", "text": null}"#,
    ),
];

const CHECK_IN: &str =
    r#"visit_check_in {"visit_id": "<plan-apotek>", "account_id": "<apotek-sehat>"}"#;
const NOTE: &str = r#"note {"account_id": "<toko-maju>", "text": "Tutup lebih awal"}"#;
const ANSWER: &str = r#"answer {"record_id": "<ayu-asked-fact>", "text": "Toko pindah"}"#;

/// Asks. A batch of one event is written as its kind and its payload.
pub async fn send(
    browser: &Browser,
    someone: Option<Someone>,
    (method, address, body): &Ask,
) -> Seen {
    tell(browser, someone, method, address, &named(body)).await
}

/// Asks with this very body.
pub async fn tell(
    browser: &Browser,
    someone: Option<Someone>,
    method: &str,
    address: &str,
    body: &str,
) -> Seen {
    let path = path(address);
    if body == "photo" {
        return browser.send(method, &path, "image/png", PHOTO.to_vec()).await;
    }
    if body == "file" {
        let kind = "multipart/form-data; boundary=part";
        return browser.send(method, &path, kind, attachments::SENT.to_vec()).await;
    }
    if path.ends_with("/field/events") {
        let (kind, payload) = body.split_once(' ').unwrap();
        let mut event = event(kind, "asked", serde_json::from_str(payload).unwrap());
        // Whoever asks says it themselves; whoever is nobody says that they are Ayu.
        event["person"] = json!(someone.unwrap_or(AYU).person());
        return browser.post_json(&path, &json!({ "events": [event] })).await;
    }
    browser.ask(method, &path, body).await
}

/// An event of Ayu's phone, or of a phone that pretends to be.
#[expect(clippy::needless_pass_by_value, reason = "calls read better with the value in them")]
pub fn event(kind: &str, name: &str, payload: Json) -> Json {
    json!({
        "id": id(name), "person": AYU.person(), "device": id("phone"), "seq": 1, "kind": kind,
        "claimed_at": testing::NOON, "zone": "Asia/Jakarta",
        "fix": {"lat": -6.2001, "lon": 106.8001, "accuracy_m": 12.0}, "payload": payload,
    })
}

fn path(address: &str) -> String {
    // Two lists have codes: how a visit ends, and why it is not made.
    let code = if address.contains("/reasons/") { "closed" } else { "order" };
    let session = frame::secrets::to_text(&SESSION);
    let link = format!("{}.{}", id("nusantara").simple(), frame::secrets::to_text(&LINK_SECRET));
    let mut path = address
        .replace("{link}", &link)
        .replace("{secret}", &link)
        .replace("{calendar}", &format!("{link}.ics"))
        .replace("{sha256}", &name_of_photo());
    path = path.replace("{session}", &session).replace("{code}", code);
    if path.starts_with("/visits") || path.starts_with("/api/v1/visits") {
        // What is put back has been taken out before.
        let name = if path.ends_with("/restore") { "plan-lama" } else { "plan-apotek" };
        path =
            path.replace("{visit}", &id(name).to_string()).replace("{id}", &id(name).to_string());
    }
    // What is opened again has ended before.
    let deal = if path.ends_with("/reopen") { "ayu-deal" } else { "ayu-open-deal" };
    path = path.replace("{opportunity}", &id(deal).to_string());
    // What is taken back has been done before.
    let moved = if path.ends_with("/undo") { "budi-done" } else { "budi-move" };
    path = path.replace("{move}", &id(moved).to_string());
    let said = if path.ends_with("/reopen") { "ayu-approved" } else { "ayu-forecast" };
    path = path.replace("{forecast}", &id(said).to_string());
    for (part, meaning) in PARTS {
        let meaning = match meaning.strip_prefix('=') {
            Some(text) => text.to_owned(),
            None => id(meaning).to_string(),
        };
        path = path.replace(part, &meaning);
    }
    assert!(!path.contains('{'), "say in PARTS what {address} stands for");
    path
}

/// Names in angle brackets become ids.
pub fn named(body: &str) -> String {
    let mut parts = body.split('<');
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('>').unwrap();
        text.push_str(&id(name).to_string());
        text.push_str(rest);
    }
    text
}
