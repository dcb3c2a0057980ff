//! Programs tell of documents and payments.

use serde_json::json;
use testing::{ANDI, AYU, FAJAR, id};

use super::{MAJU, invoice, is_proven, pay, read, record, world};

#[tokio::test]
async fn an_invoice_is_kept_to_the_last_decimal() {
    let world = world().await;

    let seen = record(&world, &invoice("INV-1")).await;

    assert_eq!(seen.status, 201, "{}", seen.body);
    let made = seen.json();
    assert_eq!((&made["net"], &made["tax"]), (&json!("125000.375"), &json!("13750.04")));
    assert_eq!((&made["total"], &made["open"]), (&json!("138750.415"), &json!("138750.415")));
    let whole = read(&world, &made).await;
    assert_eq!(whole["line_items"][1]["net"], "15000.375");
    assert_eq!(whole["taxes"][0]["name"], "PPN");
    assert_eq!(whole["country"], "ID");
    let listed = world.browse(AYU).get("/api/v1/invoices?state=overdue&q=inv-1").await.json();
    assert_eq!(listed["items"][0]["id"], made["id"]);
    assert_eq!(listed["totals"][0]["open"], "138750.415");
    assert_eq!(is_proven(&world).await.lines, 2);
}

#[tokio::test]
async fn what_is_told_again_is_kept_once_and_never_changed() {
    let world = world().await;
    let first = record(&world, &invoice("INV-1")).await.json();

    let again = record(&world, &invoice("INV-1")).await;
    let mut other = invoice("INV-1");
    other["lines"][0]["price"] = json!("54000");
    let other = record(&world, &other).await;

    assert_eq!((again.status, &again.json()["id"]), (200, &first["id"]));
    assert_eq!((other.status, &other.json()["code"]), (422, &json!("transactions.number_taken")));
    let path = format!("/api/v1/invoices/{}", first["id"].as_str().unwrap());
    for method in ["PUT", "PATCH", "DELETE"] {
        assert_eq!(world.browse(FAJAR).ask(method, &path, "{}").await.status, 405, "{method}");
    }
    is_proven(&world).await;
}

#[tokio::test]
async fn payments_settle_what_they_are_allocated_to() {
    let world = world().await;
    let invoice = record(&world, &invoice("INV-1")).await.json();

    let part = pay(&world, "BCA-1", &invoice, "100000").await;
    assert_eq!(part.status, 201, "{}", part.body);
    assert_eq!(pay(&world, "BCA-1", &invoice, "100000").await.status, 200, "told again");
    let taken = pay(&world, "BCA-1", &invoice, "100").await.json();
    assert_eq!(taken["code"], "transactions.key_taken");
    let whole = read(&world, &invoice).await;
    assert_eq!((&whole["state"], &whole["open"]), (&json!("part-paid"), &json!("38750.415")));

    let much = pay(&world, "BCA-2", &invoice, "38750.42").await.json();
    assert_eq!(much["fields"][0]["code"], "transactions.paid_too_much");
    assert_eq!(pay(&world, "BCA-2", &invoice, "38750.415").await.status, 201);
    assert_eq!(read(&world, &invoice).await["state"], "paid");

    // The bank took the first one back.
    assert_eq!(pay(&world, "BCA-3", &invoice, "-100000").await.status, 201);
    let whole = read(&world, &invoice).await;
    assert_eq!((&whole["state"], &whole["open"]), (&json!("part-paid"), &json!("100000")));
    assert_eq!(whole["allocations"].as_array().unwrap().len(), 3, "nothing was taken away");
    is_proven(&world).await;
}

#[tokio::test]
async fn a_credit_note_takes_back_as_much_as_is_left() {
    let world = world().await;
    let sold = record(&world, &invoice("INV-1")).await.json();
    let credit = |number: &str, quantity: &str| {
        let mut credit = invoice(number);
        credit["kind"] = json!("credit-note");
        credit["taxes"] = json!([]);
        credit["lines"] = json!([
            {"product_id": id("kertas"), "text": "Retur", "quantity": quantity, "price": "55000"},
        ]);
        credit["cancels"] = sold["id"].clone();
        credit
    };

    let note = record(&world, &credit("CN-1", "-1")).await;
    assert_eq!(note.status, 201, "{}", note.body);
    assert_eq!((&note.json()["state"], &note.json()["open"]), (&json!("credited"), &json!("0")));
    let whole = read(&world, &sold).await;
    assert_eq!((&whole["credited"], &whole["open"]), (&json!("55000"), &json!("83750.415")));
    assert_eq!(whole["corrections"][0]["document_id"], note.json()["id"]);

    let much = record(&world, &credit("CN-2", "-2")).await;
    assert_eq!(much.status, 422);
    assert_eq!(much.json()["fields"][0]["name"], "cancels");
    assert_eq!(much.json()["fields"][0]["code"], "transactions.credit_too_much");
    is_proven(&world).await;
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field() {
    let world = world().await;
    for (field, value, name, code) in [
        ("number", json!("  "), "number", "transactions.missing"),
        ("currency", json!("rupiah"), "currency", "transactions.no_currency"),
        ("country", json!("Atlantis"), "country", "transactions.no_country"),
        ("due_on", json!("2026-02-19"), "due_on", "transactions.due_before_day"),
        ("lines", json!([]), "lines", "transactions.no_lines"),
        ("account_id", json!(id("kapal-bali")), "account_id", "transactions.unknown_account"),
        ("kind", json!("credit-note"), "kind", "transactions.credit_above_zero"),
        ("cancels", json!(id("nothing")), "cancels", "transactions.cancels_nothing"),
        (
            "lines",
            json!([{"text": "x", "quantity": "1", "price": "2", "net": "2000000"}]),
            "lines",
            "transactions.line_differs",
        ),
        (
            "lines",
            json!([{"text": "x", "quantity": "1", "price": "2000000", "discount": "2000002"}]),
            "lines",
            "transactions.discount_too_much",
        ),
        (
            "taxes",
            json!([{"name": "PPN", "rate": "12", "base": "1000000", "amount": "110000"}]),
            "taxes",
            "transactions.tax_differs",
        ),
        (
            "lines",
            json!([{"product_id": id("nothing"), "text": "x", "quantity": "1", "price": "2"}]),
            "lines",
            "transactions.unknown_product",
        ),
    ] {
        let mut wrong = invoice("INV-9");
        wrong[field] = value;
        let seen = record(&world, &wrong).await;

        assert_eq!(seen.status, 422, "{field}: {}", seen.body);
        let fault = &seen.json()["fields"][0];
        assert_eq!((&fault["name"], &fault["code"]), (&json!(name), &json!(code)));
    }
    let mut fine = invoice("INV-9");
    fine["lines"][0]["price"] = json!("0.00001");
    assert_eq!(record(&world, &fine).await.status, 400, "more decimals than are kept");
}

#[tokio::test]
async fn a_tax_is_its_rate_of_its_base_and_the_refusal_says_how_much() {
    let world = world().await;
    let taxed = |number: &str, tax: serde_json::Value| {
        let mut told = invoice(number);
        told["lines"] = json!([{"text": "Jasa", "quantity": "1", "price": "1000000"}]);
        told["taxes"] = json!([tax]);
        told
    };
    let ppn = |rate: &str, base: &str, amount: &str| {
        let name = "PPN";
        json!({"name": name, "rate": rate, "base": base, "amount": amount})
    };

    let wrong = record(&world, &taxed("P-1", ppn("12", "1000000", "110000"))).await;
    let other_base = record(&world, &taxed("P-1", ppn("12", "916666.6667", "110000"))).await;
    let rounded = record(&world, &taxed("P-2", ppn("11", "1000005", "110000"))).await;
    let bare = record(&world, &taxed("P-3", ppn("0", "1000000", "10000"))).await;

    let fault = &wrong.json()["fields"][0];
    assert_eq!((wrong.status, &fault["name"]), (422, &json!("taxes")), "{}", wrong.body);
    assert!(wrong.body.contains("Rp120.000"), "{}", wrong.body);
    assert_eq!(other_base.status, 201, "DPP nilai lain: {}", other_base.body);
    assert_eq!(rounded.status, 201, "rounded down: {}", rounded.body);
    assert_eq!(bare.status, 201, "a stamp duty has no rate: {}", bare.body);
    is_proven(&world).await;
}

#[tokio::test]
async fn a_discount_is_kept_with_its_line() {
    let world = world().await;
    let mut told = invoice("D-1");
    told["taxes"] = json!([]);
    told["lines"] = json!([
        {"text": "Kertas A4", "quantity": "2", "price": "55000", "discount": "10000"},
        {"text": "Ongkos kirim", "quantity": "1", "price": "15000"},
    ]);

    let made = record(&world, &told).await;
    let again = record(&world, &told).await;
    let mut other = told.clone();
    other["lines"][0]["discount"] = json!("9000");
    let other = record(&world, &other).await.json();

    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.json()["total"], "115000");
    let whole = read(&world, &made.json()).await;
    assert_eq!(whole["line_items"][0]["discount"], "10000");
    assert_eq!(whole["line_items"][0]["net"], "100000");
    assert_eq!(whole["line_items"][1]["discount"], "0");
    assert_eq!(again.status, 200, "{}", again.body);
    assert_eq!(other["code"], "transactions.number_taken");
    let path = format!("/transactions/{}", made.json()["id"].as_str().unwrap());
    let page = world.browse(FAJAR).get(&path).await.body;
    assert!(page.contains("less Rp10.000"), "{page}");
    is_proven(&world).await;
}

#[tokio::test]
async fn what_was_paid_too_much_waits_and_other_clients_are_not_paid_for() {
    let world = world().await;
    let invoice = record(&world, &invoice("INV-1")).await.json();
    let payment = |allocated: &str, account: &str| {
        json!({
            "key": "K", "account_id": id(account), "day": "2026-03-01", "currency": "IDR",
            "amount": "200000",
            "allocations": [{"invoice_id": invoice["id"], "amount": allocated}],
        })
    };
    let finance = world.browse(FAJAR);
    for (payment, code) in [
        (payment("200001", MAJU), "transactions.allocated_too_much"),
        (payment("-1", MAJU), "transactions.other_sign"),
        (payment("1", "warung-sari"), "transactions.unknown_invoice"),
    ] {
        let seen = finance.post_json("/api/v1/payments", &payment).await;
        assert_eq!((seen.status, &seen.json()["code"]), (422, &json!(code)), "{}", seen.body);
    }

    let seen = finance.post_json("/api/v1/payments", &payment("138750.415", MAJU)).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    assert_eq!(read(&world, &invoice).await["state"], "paid");
    assert_eq!(
        world.browse(ANDI).post_json("/api/v1/payments", &payment("1", MAJU)).await.status,
        403
    );
}

#[tokio::test]
async fn what_no_sum_of_a_month_holds_is_refused_and_what_it_holds_is_listed() {
    let world = world().await;
    let greatest = |number: &str, day: &str| {
        let mut greatest = invoice(number);
        greatest["day"] = json!(day);
        greatest["due_on"] = json!("2026-03-31");
        let line = json!({ "text": "Mesin", "quantity": "1", "price": "400000000000000" });
        greatest["lines"] = json!([line]);
        greatest["taxes"] = json!([]);
        greatest
    };

    for (number, day) in [("INV-1", "2025-12-20"), ("INV-2", "2026-01-20"), ("INV-3", "2026-02-20")]
    {
        let seen = record(&world, &greatest(number, day)).await;
        assert_eq!(seen.status, 201, "{}", seen.body);
    }
    let refused = record(&world, &greatest("INV-4", "2026-02-21")).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(refused.json()["code"], "transactions.too_large", "{}", refused.body);
    // Together they are more than a number of eight bytes.
    let fajar = world.browse(FAJAR);
    for list in ["/transactions", "/api/v1/invoices"] {
        let seen = fajar.get(list).await;
        assert_eq!(seen.status, 200, "{list}: {}", seen.body);
    }
    is_proven(&world).await;
}
