//! The one search finds documents and payments by their number, as far as somebody reaches.

use accounts::AccountId;
use frame::Ctx;
use frame::search::posting;
use frame::web::page::address;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use testing::{
    ANDI, AYU, BUDI, DEWI, FAJAR, HENDRA, MAYA, RIZKY, SARI, SRI, Someone, TONO, WATI, World, id,
};

use super::batches::{batch, document, keep, of_number, take_back, two_days};
use super::{invoice, pay, record};
use crate::rules::InvoiceKind;
use crate::{BatchDocument, InvoiceId};

async fn world() -> World {
    let routes = crate::routes().merge(accounts::routes());
    World::furnished(routes, |made| {
        made.jobs = vec![frame::JOBS];
        made.searched = vec![accounts::SEARCHED, crate::SEARCHED];
    })
    .await
}

/// What of the ledger the API finds, as `kind: number`.
async fn found(world: &World, who: Someone, words: &str) -> Vec<String> {
    let seen = world.browse(who).get(&address("/api/v1/search", [("q", words)])).await.json();
    let mut found = Vec::new();
    for group in seen.as_array().unwrap() {
        let kind = group["kind"].as_str().unwrap();
        for hit in group["hits"].as_array().unwrap() {
            if ["invoice", "payment"].contains(&kind) {
                found.push(format!("{kind}: {}", hit["title"].as_str().unwrap()));
            }
        }
    }
    found
}

#[tokio::test]
async fn a_document_is_found_by_its_number_however_it_is_typed() {
    let world = world().await;
    two_days(&world).await;
    for number in ["INV-2026-00123", "INV-2026-00124", "00125/INV/III/2026"] {
        let seen = record(&world, &invoice(number)).await;
        assert_eq!(seen.status, 201, "{}", seen.body);
    }

    for (words, expected) in [
        ("INV-2026-00123", "invoice: INV-2026-00123"),
        ("inv 2026 00123", "invoice: INV-2026-00123"),
        ("inv/2026/00123", "invoice: INV-2026-00123"),
        ("INV202600123", "invoice: INV-2026-00123"),
        ("00123", "invoice: INV-2026-00123"),
        ("123", "invoice: INV-2026-00123"),
        ("00125/inv/iii/2026", "invoice: 00125/INV/III/2026"),
        ("00125", "invoice: 00125/INV/III/2026"),
        ("536365", "invoice: 536365"),
        ("c536379", "invoice: C536379"),
        ("536379", "invoice: C536379"),
    ] {
        assert_eq!(found(&world, AYU, words).await, [expected], "{words}");
    }
    let mut begun = found(&world, AYU, "inv-2026-0").await;
    begun.sort();
    assert_eq!(begun, ["invoice: INV-2026-00123", "invoice: INV-2026-00124"]);
    for words in ["INV-2026-00129", "INV", "23", "99999", "-", ""] {
        assert_eq!(found(&world, AYU, words).await, Vec::<String>::new(), "{words}");
    }
}

#[tokio::test]
async fn what_is_called_so_stands_before_what_ends_so() {
    let world = world().await;
    for number in ["9536365", "536365", "5363651"] {
        record(&world, &invoice(number)).await;
    }

    let found = found(&world, AYU, "536365").await;

    assert_eq!(found, ["invoice: 536365", "invoice: 5363651", "invoice: 9536365"]);
}

#[tokio::test]
async fn a_payment_is_found_and_leads_to_its_line() {
    let world = world().await;
    let made = record(&world, &invoice("INV-2026-00123")).await.json();
    for key in ["BYR/2026/00045", "BYR/2026/00046"] {
        assert_eq!(pay(&world, key, &made, "5000").await.status, 201);
    }
    let ayu = world.browse(AYU);

    assert_eq!(found(&world, AYU, "00045").await, ["payment: BYR/2026/00045"]);

    let hits = ayu.get("/api/v1/search?q=byr+2026+00045").await.json();
    let href = hits[0]["hits"][0]["href"].as_str().unwrap().to_owned();
    assert_eq!(ayu.get(&href).await.status, 200);
    let listed = ayu.get(&format!("/api/v1{href}")).await.json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "{listed}");
    assert_eq!(listed["items"][0]["key"], "BYR/2026/00045");
}

#[tokio::test]
async fn a_hit_says_what_it_is_and_whose() {
    let world = world().await;
    let made = record(&world, &invoice("INV-2026-00123")).await.json();

    let hits = world.browse(AYU).get("/api/v1/search?q=00123").await.json();

    assert_eq!(hits[0]["hits"][0]["id"], made["id"]);
    let href = format!("/transactions/{}", made["id"].as_str().unwrap());
    assert_eq!(hits[0]["hits"][0]["href"], href);
    let detail = hits[0]["hits"][0]["detail"].as_str().unwrap();
    assert!(detail.starts_with("Invoice · Toko Maju · "), "{detail}");
    assert!(detail.ends_with(" · Overdue"), "{detail}");
    let page = world.browse(AYU).get("/search?q=inv-2026-00123").await.body;
    assert!(page.contains("<mark>INV</mark>-<mark>2026</mark>-<mark>00123</mark>"), "{page}");
}

#[tokio::test]
async fn nobody_finds_a_number_out_of_reach() {
    let world = world().await;
    let made = record(&world, &invoice("INV-2026-00123")).await.json();
    assert_eq!(pay(&world, "BYR-2026-00123", &made, "5000").await.status, 201);
    let both = ["INV-2026-00123", "BYR-2026-00123"];

    for (who, finds) in [
        (AYU, true),
        (BUDI, true),
        (HENDRA, true),
        (SRI, true),
        (FAJAR, true),
        (RIZKY, false),
        (WATI, false),
        (MAYA, false),
        (DEWI, false),
        (TONO, false),
        (SARI, false),
        (ANDI, false),
    ] {
        let browser = world.browse(who);
        for path in ["/search?q=00123", "/search/offers?q=00123", "/api/v1/search?q=00123"] {
            let body = browser.get(path).await.body;
            // What matches stands in a mark of its own.
            let body = body.replace("<mark>", "").replace("</mark>", "");
            for number in both {
                assert_eq!(body.contains(number), finds, "{} {path} {number}", who.name);
            }
        }
    }
    assert_eq!(world.browse(None).get("/api/v1/search?q=00123").await.status, 401);
}

#[tokio::test]
async fn one_s_own_is_found_among_many_that_begin_alike() {
    let world = world().await;
    let of_rizky = AccountId(id("warung-sari"));
    let theirs = (10_001..10_251).map(|it| {
        let number = format!("INV-2026-{it}");
        let sold = document(&number, InvoiceKind::Invoice, "2026-01-05", &[("1", "2.55")]);
        BatchDocument { account: of_rizky, ..sold }
    });
    let mut documents: Vec<BatchDocument> = theirs.collect();
    let mine = "INV-2026-00007";
    documents.push(document(mine, InvoiceKind::Invoice, "2026-01-05", &[("1", "2.55")]));
    keep(&world, batch("2026-01-05", documents)).await.unwrap();

    let own = [format!("invoice: {mine}")];
    for words in [mine, "inv 2026 00007", "inv-2026-0", "00007", "0007"] {
        assert_eq!(found(&world, AYU, words).await, own, "{words}");
    }
    assert_eq!(found(&world, SRI, "inv-2026").await.len(), 20);
    assert_eq!(found(&world, RIZKY, "inv-2026").await.len(), 20);
    assert_eq!(found(&world, RIZKY, "00007").await, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_taken_back_is_found_no_more() {
    let world = world().await;
    let (_, second) = two_days(&world).await;

    assert_eq!(found(&world, AYU, "C536379").await, ["invoice: C536379"]);
    assert!(take_back(&world, second.batch).await);

    assert_eq!(found(&world, AYU, "C536379").await, Vec::<String>::new());
    assert_eq!(kept(&world).await, ["#536365", "~563635"], "nothing of it is left in the index");
}

/// Under what documents are kept.
#[expect(clippy::disallowed_methods, reason = "the index is nobody's record")]
async fn kept(world: &World) -> Vec<String> {
    let of_documents = posting::Entity::find().filter(posting::Column::Kind.eq("invoice"));
    let postings = of_documents.all(&world.ctx(SRI)).await.unwrap();
    let mut words: Vec<String> = postings.into_iter().map(|it| it.word).collect();
    words.sort();
    words
}

#[tokio::test]
async fn what_was_there_before_the_index_is_found() {
    let world = world().await;
    two_days(&world).await;
    let made = record(&world, &invoice("INV-2026-00123")).await.json();
    assert_eq!(pay(&world, "BYR-2026-00045", &made, "5000").await.status, 201);
    let payments = world.browse(AYU).get("/api/v1/payments").await.json();
    let payment = payments["items"][0]["id"].as_str().unwrap().parse().unwrap();
    let sale: InvoiceId = of_number(&world, "536365").await.id;
    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    frame::search::forget(&tx, "invoice", [sale.0]).await.unwrap();
    frame::search::forget(&tx, "payment", [payment]).await.unwrap();
    tx.commit().await.unwrap();
    for words in ["536365", "BYR-2026-00045"] {
        assert_eq!(found(&world, AYU, words).await, Vec::<String>::new(), "{words}");
    }

    let tx = Ctx::begin(world.ctx(SRI)).await.unwrap();
    frame::search::rebuild(&tx, &["invoice", "payment"]).await.unwrap();
    tx.commit().await.unwrap();
    world.work().await;

    assert_eq!(found(&world, AYU, "536365").await, ["invoice: 536365"]);
    assert_eq!(found(&world, AYU, "BYR-2026-00045").await, ["payment: BYR-2026-00045"]);
    assert_eq!(found(&world, AYU, "00123").await, ["invoice: INV-2026-00123"]);
}

/// What was found is looked up by its key or along one's own clients, and not read out of everything.
#[tokio::test]
async fn what_was_found_is_not_sought_among_everything() {
    let world = world().await;
    let ids: Vec<InvoiceId> = (0..200).map(|it| InvoiceId(id(&format!("sale {it}")))).collect();
    for who in [AYU, HENDRA, SRI] {
        let ctx = world.ctx(who);
        let these = crate::invoice::Column::Id.is_in(ids.iter().copied());
        let found = ctx.find::<crate::invoice::Entity>().filter(these);

        // PostgreSQL decides by how much there is.
        let Some(plan) = testing::plan(&ctx, &found).await else { return };

        let whole = |it: &&str| it.starts_with("SCAN") || it.ends_with("(company_id=?)");
        assert_eq!(plan.lines().find(whole), None, "{} reads a whole company:\n{plan}", who.name);
    }
}
