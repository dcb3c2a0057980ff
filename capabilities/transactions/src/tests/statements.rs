//! A client's statement: read, given away by a link, and taken back.

use accounts::AccountId;
use calamine::{Data, Reader, Xlsx};
use frame::Ctx;
use serde_json::{Value as Json, json};
use testing::{ANDI, AYU, BUDI, FAJAR, RIZKY, SRI, Seen, World, id};

use super::{MAJU, invoice, pay, record};

const SEHAT: &str = "apotek-sehat";
const QUARTER: &str = "from=2026-01-01&to=2026-03-31";

async fn world() -> World {
    let routes = crate::routes().merge(accounts::routes());
    World::furnished(routes, |made| {
        made.tellers = vec![accounts::TELLER, crate::TELLER];
        made.follows = vec![accounts::FOLLOWS, crate::FOLLOWS];
        made.readers = vec![accounts::READERS, crate::READERS];
    })
    .await
}

/// An invoice of 138,750.415, of which 100,000 are paid.
async fn bought(world: &World) {
    let invoice = record(world, &invoice("INV-1")).await.json();
    assert_eq!(pay(world, "BCA-1", &invoice, "100000").await.status, 201);
}

fn path(rest: &str) -> String {
    format!("/accounts/{}/statement{rest}", id(MAJU))
}

async fn share(world: &World, new: &Json) -> Seen {
    let path = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
    world.browse(AYU).post_json(&path, new).await
}

/// The part of a link that a browser asks this server for.
fn followed(shared: &Json) -> String {
    let url = shared["url"].as_str().unwrap();
    url[url.find("/s/").unwrap()..].to_owned()
}

#[tokio::test]
async fn a_statement_says_what_was_owed_paid_and_bought() {
    let world = world().await;
    bought(&world).await;
    let ayu = world.browse(AYU);

    let told = ayu.get(&format!("/api/v1{}?{QUARTER}", path(""))).await.json();

    let one = &told["statements"][0];
    assert_eq!((&one["opening"], &one["closing"]), (&json!("0"), &json!("38750.415")));
    assert_eq!(one["entries"][0]["number"], "INV-1");
    assert_eq!(one["entries"][1]["kind"], "payment");
    assert_eq!(one["ageing"]["days_1_to_30"], "38750.415");
    assert_eq!(told["purchases"][0]["products"][0]["name"], "Kertas A4");
    assert_eq!(told["purchases"][0]["net"], "125000.375");
    let page = ayu.get(&format!("{}?{QUARTER}", path(""))).await;
    assert!(page.body.contains("Rp38.750,415"), "{}", page.body);
    assert!(page.body.contains("Invoice INV-1, due 1 Mar 2026"));
    let later = ayu.get(&format!("/api/v1{}?from=2026-03-10&to=2026-03-31", path(""))).await.json();
    assert_eq!(later["statements"][0]["opening"], "38750.415");
}

#[tokio::test]
async fn who_may_not_see_the_client_finds_no_statement() {
    let world = world().await;
    bought(&world).await;

    for (who, page, pdf, csv) in [
        (AYU, 200, 200, 403),
        (BUDI, 200, 200, 200),
        (FAJAR, 200, 200, 200),
        (SRI, 200, 200, 200),
        (RIZKY, 404, 404, 404),
        (ANDI, 404, 404, 404),
    ] {
        let browser = world.browse(who);
        assert_eq!(browser.get(&path("")).await.status, page, "{}", who.name);
        for ending in [".csv", ".xlsx"] {
            let seen = browser.get(&path(ending)).await;
            assert_eq!(seen.status, csv, "{} {ending}", who.name);
        }
        let seen = browser.get(&path(".pdf")).await;
        assert_eq!(seen.status, pdf, "{}", who.name);
        assert_eq!(seen.body.starts_with("%PDF-"), pdf == 200, "{}", who.name);
        let api = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
        let made = browser.post_json(&api, &json!({})).await;
        assert_eq!(made.status, if page == 200 { 201 } else { 404 }, "{}: {}", who.name, made.body);
    }
}

#[tokio::test]
async fn a_link_shows_the_statement_to_whoever_holds_it() {
    let world = world().await;
    bought(&world).await;
    let new = json!({"from": "2026-01-01", "lang": "en", "days": 30});
    let made = share(&world, &new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let link = followed(&made.json());

    let nobody = world.browse(None);
    let seen = nobody.get(&link).await;

    assert_eq!(seen.status, 200, "{}", seen.body);
    assert!(seen.body.contains("Closing balance") && seen.body.contains("Rp38.750,415"));
    assert!(!seen.body.contains("<script"), "nothing runs, and nobody is followed");
    assert_eq!(seen.headers["referrer-policy"], "no-referrer");
    assert_eq!(seen.headers["cache-control"], "no-store");
    assert!(seen.headers["x-robots-tag"].to_str().unwrap().contains("noindex"));
    let pdf = nobody.get(&format!("{link}/statement.pdf")).await;
    assert!(pdf.body.starts_with("%PDF-"), "{}", pdf.status);
    let api = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
    let listed = world.browse(AYU).get(&api).await.json();
    assert_eq!(listed["items"][0]["views"], 2);
    assert!(listed["items"][0].get("url").is_none() && listed["items"][0].get("secret").is_none());
}

/// A cell of a sheet, from its upper left.
fn cell(book: &mut Xlsx<std::io::Cursor<Vec<u8>>>, sheet: &str, at: (usize, usize)) -> Data {
    let cells = book.worksheet_range(sheet).unwrap();
    cells.get(at).cloned().unwrap_or(Data::Empty)
}

#[tokio::test]
async fn a_workbook_holds_the_statement_and_what_was_bought() {
    let world = world().await;
    bought(&world).await;
    let text = |it: &str| Data::String(it.to_owned());

    let seen = world.browse(BUDI).get(&format!("{}?{QUARTER}", path(".xlsx"))).await;

    assert_eq!(seen.status, 200);
    assert_eq!(
        seen.headers["content-disposition"],
        "attachment; filename=\"statement-2026-03-31.xlsx\""
    );
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(seen.bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Statement", "Ageing", "Products", "Months"]);
    assert_eq!(cell(&mut book, "Statement", (2, 1)), text("Invoice INV-1, due 1 Mar 2026"));
    assert_eq!(cell(&mut book, "Statement", (2, 3)), Data::Float(138_750.415));
    assert_eq!(cell(&mut book, "Statement", (4, 1)), text("Closing balance"));
    assert_eq!(cell(&mut book, "Statement", (4, 4)), Data::Float(38_750.415));
    assert_eq!(cell(&mut book, "Ageing", (2, 2)), Data::Float(38_750.415));
    assert_eq!(cell(&mut book, "Products", (1, 0)), text("Kertas A4"));
    assert_eq!(cell(&mut book, "Products", (1, 3)), Data::Float(110_000.0));
    assert_eq!(cell(&mut book, "Months", (1, 0)), text("2026-02"));
    assert_eq!(cell(&mut book, "Months", (1, 3)), Data::Float(125_000.375));
}

#[tokio::test]
async fn a_link_offers_the_same_files_in_its_own_language() {
    let world = world().await;
    bought(&world).await;
    let new = json!({"from": "2026-01-01", "to": "2026-03-31", "lang": "id"});
    let link = followed(&share(&world, &new).await.json());
    let nobody = world.browse(None);

    let page = nobody.get(&link).await.body;
    let csv = nobody.get(&format!("{link}/statement.csv")).await;
    let xlsx = nobody.get(&format!("{link}/statement.xlsx")).await;

    for ending in ["pdf", "csv", "xlsx"] {
        assert!(page.contains(&format!("href=\"{link}/statement.{ending}\"")), "{ending}: {page}");
    }
    assert!(csv.body.contains(";IDR;\"138750,415\";"), "{}", csv.body);
    assert_eq!(csv.headers["referrer-policy"], "no-referrer");
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(xlsx.bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Rekening", "Umur piutang", "Produk", "Bulan"]);
    assert_eq!(cell(&mut book, "Rekening", (4, 4)), Data::Float(38_750.415));
    let api = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
    let listed = world.browse(AYU).get(&api).await.json();
    assert_eq!(listed["items"][0]["views"], 3);
}

#[tokio::test]
async fn whatever_is_wrong_with_a_link_it_answers_alike() {
    let world = world().await;
    bought(&world).await;
    let nobody = world.browse(None);
    let over = followed(&share(&world, &json!({"days": 1})).await.json());
    let long = share(&world, &json!({"days": 90})).await.json();
    let api = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
    let withdraw = format!("{api}/{}", long["id"].as_str().unwrap());

    assert_eq!(world.browse(RIZKY).ask("DELETE", &withdraw, "").await.status, 404);
    assert_eq!(nobody.get(&followed(&long)).await.status, 200, "nothing was withdrawn");
    assert_eq!(world.browse(AYU).ask("DELETE", &withdraw, "").await.status, 204);
    world.at("2026-03-03T05:00:00Z");

    let unknown = format!("{}AA", over.get(..over.len() - 2).unwrap());
    let other = over.replacen(
        &id("nusantara").simple().to_string(),
        &id("samudra").simple().to_string(),
        1,
    );
    let mut answers = Vec::new();
    for link in [over, followed(&long), unknown, other, "/s/x".to_owned(), "/s/a.b".to_owned()] {
        let files = ["pdf", "csv", "xlsx"].map(|it| format!("{link}/statement.{it}"));
        for path in [link].into_iter().chain(files) {
            let seen = nobody.get(&path).await;
            assert_eq!(seen.status, 404, "{path}");
            let nonce = seen.body.find("nonce=\"").unwrap() + 7;
            let end = nonce + seen.body[nonce..].find('"').unwrap();
            answers.push(seen.body.replace(&seen.body[nonce..end], ""));
        }
    }
    assert!(answers.iter().all(|it| *it == answers[0]), "no answer tells more than another");
}

#[tokio::test]
async fn a_frozen_link_shows_what_was_known_and_a_live_one_what_is() {
    let world = world().await;
    bought(&world).await;
    let frozen = followed(&share(&world, &json!({"frozen": true})).await.json());
    let live = followed(&share(&world, &json!({})).await.json());
    world.at("2026-03-05T05:00:00Z");
    assert_eq!(record(&world, &invoice("INV-2")).await.status, 201);

    let nobody = world.browse(None);

    assert!(!nobody.get(&frozen).await.body.contains("INV-2"));
    assert!(nobody.get(&live).await.body.contains("INV-2"));
}

#[tokio::test]
async fn a_link_says_nothing_new_once_its_maker_has_lost_the_client() {
    let world = world().await;
    bought(&world).await;
    let live = followed(&share(&world, &json!({"lang": "en"})).await.json());
    world.at("2026-03-05T05:00:00Z");
    assert_eq!(record(&world, &invoice("INV-2")).await.status, 201);
    let nobody = world.browse(None);
    assert!(nobody.get(&live).await.body.contains("INV-2"));

    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    accounts::change_owner(&tx, AccountId(id(MAJU)), Some(RIZKY.person())).await.unwrap();
    tx.commit().await.unwrap();

    let seen = nobody.get(&live).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert!(seen.body.contains("INV-1") && !seen.body.contains("INV-2"), "{}", seen.body);
    assert!(seen.body.contains("By the records until 2 Mar 2026"), "{}", seen.body);
    let rizky = world.browse(RIZKY);
    let page = rizky.get(&path("")).await.body;
    assert!(page.contains("no longer looks after the client"), "{page}");
    let api = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
    assert_eq!(rizky.get(&api).await.json()["items"][0]["frozen"], true);

    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    accounts::change_owner(&tx, AccountId(id(MAJU)), Some(AYU.person())).await.unwrap();
    tx.commit().await.unwrap();
    assert!(nobody.get(&live).await.body.contains("INV-2"), "hers again");
}

#[tokio::test]
async fn a_link_is_good_for_ninety_days_at_most() {
    let world = world().await;
    bought(&world).await;

    for not_yes_or_no in [json!("AAA"), json!(1)] {
        let refused = share(&world, &json!({"frozen": not_yes_or_no})).await;
        assert_eq!(refused.status, 400, "{}", refused.body);
    }
    let refused = share(&world, &json!({"lang": "nl"})).await;
    assert_eq!(refused.json()["code"], "transactions.no_language", "{}", refused.body);
    for days in [0, 91] {
        let refused = share(&world, &json!({"days": days})).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.json()["code"], "transactions.link_days");
    }
    let form = world.browse(AYU).post(&path("/links"), "days=abc").await;
    assert_eq!(form.status, 422);
    assert!(form.body.contains("A link is good for 1 to 90 days."), "{}", form.body);
    let form = world.browse(AYU).post(&path("/links"), "to=9999-12-31&days=14").await;
    assert_eq!(form.status, 422);
    assert!(form.body.contains("Write a date between 1000 and 2999"), "{}", form.body);
    let api = format!("/api/v1/accounts/{}/statement-links", id(MAJU));
    assert_eq!(world.browse(AYU).get(&api).await.json()["items"], json!([]));
}

#[tokio::test]
async fn a_period_that_is_none_is_told_beside_its_day() {
    let world = world().await;
    bought(&world).await;
    let ayu = world.browse(AYU);

    for (asked, field, code) in [
        ("from=0026-03-01&to=2026-03-31", "from", "transactions.no_day"),
        ("from=2026-01-01&to=soon", "to", "transactions.no_day"),
        ("from=2026-03-31&to=2026-01-01", "to", "transactions.days_turned"),
        ("from=2026-01-01&lang=nl", "lang", "transactions.no_language"),
    ] {
        let page = ayu.get(&format!("{}?{asked}", path(""))).await;
        assert_eq!(page.status, 422, "{asked}");
        assert!(page.body.contains(&format!("id=\"period-{field}-error\"")), "{asked}");
        assert!(page.body.contains("INV-1"), "the usual time is shown meanwhile");
        for (name, typed) in asked.split('&').filter_map(|it| it.split_once('=')) {
            let input = format!("type=\"date\" name=\"{name}\" value=\"{typed}\"");
            assert!(name == "lang" || page.body.contains(&input), "{asked}");
        }
        assert!(
            page.body.contains("type=\"hidden\" name=\"from\" value=\"2"),
            "a link is of a day"
        );

        let api = ayu.get(&format!("/api/v1{}?{asked}", path(""))).await;
        assert_eq!((api.status, api.json()["code"].as_str()), (422, Some(code)));
    }
}

#[tokio::test]
async fn what_was_typed_for_a_link_that_is_refused_stays() {
    let world = world().await;
    bought(&world).await;

    let form = "from=2026-03-01&to=2026-02-01&lang=en&days=30&frozen=on";
    let refused = world.browse(AYU).post(&path("/links"), form).await;

    assert_eq!(refused.status, 422);
    for kept in [
        "name=\"from\" value=\"2026-03-01\"",
        "value=\"2026-02-01\"",
        "value=\"30\"",
        "name=\"frozen\" value=\"on\" checked",
        "value=\"en\" selected",
        "id=\"to-error\"",
    ] {
        assert!(refused.body.contains(kept), "{kept}");
    }
    assert!(!refused.body.contains("period-to-error"), "it is the link's day that is wrong");
}

#[tokio::test]
async fn a_browser_is_shown_the_link_once() {
    let world = world().await;
    bought(&world).await;
    let ayu = world.browse(AYU);

    let made = ayu.post(&path("/links"), "from=2026-01-01&to=&lang=id&days=14&frozen=on").await;

    assert_eq!(made.status, 200, "{}", made.body);
    let from = made.body.find("/s/").unwrap();
    let link = &made.body[from..from + made.body[from..].find('<').unwrap()];
    assert_eq!(world.browse(None).get(link).await.status, 200);
    assert!(!ayu.get(&path("")).await.body.contains("/s/"), "only its hash is kept");
}

#[tokio::test]
async fn a_link_ends_with_its_client_and_comes_back_with_it() {
    let world = world().await;
    bought(&world).await;
    let link = followed(&share(&world, &json!({})).await.json());
    let (ayu, nobody) = (world.browse(AYU), world.browse(None));

    let merge = format!("/api/v1/accounts/{}/merge", id(SEHAT));
    let merged = ayu.post_json(&merge, &json!({"merged_id": id(MAJU), "take": []})).await;

    assert_eq!(merged.status, 200, "{}", merged.body);
    assert_eq!(nobody.get(&link).await.status, 404, "it leads to nobody else's papers");
    let page = ayu.get(&format!("/accounts/{}", id(SEHAT))).await.body;
    let from = page.find("/merges/").unwrap() + "/merges/".len();
    let undone = ayu.post(&format!("/api/v1/merges/{}/undo", &page[from..from + 36]), "").await;
    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(nobody.get(&link).await.status, 200);
}

#[tokio::test]
async fn documents_speak_the_clients_language() {
    let world = world().await;
    bought(&world).await;
    let (ayu, account) = (world.browse(AYU), format!("/api/v1/accounts/{}", id(MAJU)));
    let changed = ayu.ask("PATCH", &account, r#"{"document_language": "en"}"#).await;
    assert_eq!(changed.json()["document_language"], "en", "{}", changed.body);

    let link = followed(&share(&world, &json!({})).await.json());

    assert!(world.browse(None).get(&link).await.body.contains("<html lang=\"en\""));
}
