use kernel::Refusal;
use proptest::prelude::*;

use super::*;
use crate::rules::draft::Client;
use crate::rules::mapping::AccountKey;

mod discounts;

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn row(net: &str) -> InvoiceDraft {
    let client = Client { by: AccountKey::Name, said: "Toko Maju".to_owned() };
    let price = exact(net);
    let line = LineDraft {
        text: "Kertas".to_owned(),
        quantity: exact("1"),
        price,
        discount: Exact::ZERO,
        net: price,
        products: Vec::new(),
    };
    InvoiceDraft {
        number: "FK-1".to_owned(),
        kind: Said::Silent,
        day: Said::Is("2026-02-02".parse().unwrap()),
        due_on: Said::Silent,
        client: Said::Is(client),
        currency: "IDR".to_owned(),
        cancels: Said::Silent,
        total: Said::Silent,
        lines: vec![line],
        taxes: Vec::new(),
        discount: Said::Silent,
        fee: Said::Silent,
        credited: Exact::ZERO,
        paid: Exact::ZERO,
    }
}

fn taxed(net: &str, rate: &str, amount: &str) -> InvoiceDraft {
    let (rate, amount, base) = (exact(rate), exact(amount), exact(net));
    let (is_computed, has_base) = (false, false);
    let tax = TaxDraft { rate, amount, base, name: "PPN".to_owned(), is_computed, has_base };
    InvoiceDraft { taxes: vec![tax], ..row(net) }
}

fn whole(rows: &[InvoiceDraft]) -> Result<InvoiceDraft, (Field, &'static str)> {
    let rows: Vec<&InvoiceDraft> = rows.iter().collect();
    invoice(&rows).map_err(|(field, why)| (field, why.code()))
}

#[test]
fn rows_of_one_number_are_one_document_with_the_sums_of_all() {
    let total = Said::Is(exact("177600"));
    let first = InvoiceDraft { total: total.clone(), ..taxed("110000", "11", "12100") };

    let document = whole(&[first.clone(), taxed("50000", "11", "5500")]).unwrap();

    assert_eq!((document.lines.len(), document.taxes.len()), (2, 1));
    assert_eq!(document.taxes[0].base, exact("160000"));
    assert_eq!((&document.kind, document.total), (&Said::Is(DocumentKind::Invoice), total));
    let short = whole(&[first, taxed("50000", "11", "5499")]);
    assert_eq!(short, Err((Field::Total, "importing.total_differs")));
}

#[test]
fn the_head_may_stand_in_the_first_row_alone_and_never_twice_otherwise() {
    let silent = InvoiceDraft { day: Said::Silent, client: Said::Silent, ..row("5") };
    let other = InvoiceDraft { day: Said::Is("2026-02-03".parse().unwrap()), ..row("5") };
    let pounds = InvoiceDraft { currency: "GBP".to_owned(), ..row("5") };

    assert!(whole(&[row("5"), silent.clone()]).is_ok());
    assert_eq!(whole(&[silent]), Err((Field::Account, "importing.required")));
    let contradicts = "importing.document_contradicts";
    assert_eq!(whole(&[row("5"), other]), Err((Field::Day, contradicts)));
    assert_eq!(whole(&[row("5"), pounds]), Err((Field::AmountCurrency, contradicts)));
}

#[test]
fn what_comes_to_less_than_nothing_is_a_credit_note_with_or_without_its_minus() {
    let credit = |net: &str| InvoiceDraft {
        kind: Said::Is(DocumentKind::CreditNote),
        cancels: Said::Is("FK-0".to_owned()),
        ..row(net)
    };
    let told = InvoiceDraft { kind: Said::Is(DocumentKind::Invoice), ..row("-5") };
    let takes = InvoiceDraft { cancels: Said::Is("FK-0".to_owned()), ..row("5") };

    let [guessed, plain, signed] = [row("-5"), credit("5"), credit("-5")].map(|it| whole(&[it]));
    for document in [guessed.unwrap(), plain.unwrap(), signed.unwrap()] {
        assert_eq!(document.kind, Said::Is(DocumentKind::CreditNote));
        assert_eq!(document.total, Said::Is(exact("-5")));
    }
    assert_eq!(whole(&[told]), Err((Field::DocumentKind, "importing.invoice_below_zero")));
    assert_eq!(whole(&[takes]), Err((Field::Cancels, "importing.takes_nothing_back")));
}

#[test]
fn nothing_is_due_before_its_day() {
    let due = InvoiceDraft { due_on: Said::Is("2026-02-01".parse().unwrap()), ..row("5") };

    assert_eq!(whole(&[due]), Err((Field::DueOn, "importing.due_before_day")));
}

#[test]
fn the_same_document_told_again_is_the_same_in_whatever_order() {
    let recorded = whole(&[row("5"), row("7")]).unwrap();
    let again = whole(&[row("7"), row("5")]).unwrap();
    let other = whole(&[row("5"), row("8")]).unwrap();
    let moved = whole(&[row("6"), row("6")]).unwrap();

    assert_eq!(differs(&again, &recorded), None);
    assert_eq!(differs(&other, &recorded), Some(Field::Total));
    assert_eq!(differs(&moved, &recorded), Some(Field::Amount));
}

fn amounts(cells: [&str; 6], currency: &str) -> Result<LineAmounts, (Field, &'static str)> {
    let said = |it: &str| (!it.is_empty()).then(|| exact(it));
    let [quantity, price, amount, rate, tax, total] = cells.map(said);
    let none = RowAmounts::default();
    let said = RowAmounts { quantity, price, amount, rate, tax, total, ..none };
    line(&said, currency).map_err(|(field, why)| (field, why.code()))
}

#[test]
fn a_row_comes_to_its_amount_or_to_quantity_times_price() {
    let net = |cells| amounts(cells, "GBP").map(|it| (it.quantity, it.price, it.net));
    let comes =
        |quantity: &str, price: &str, net: &str| Ok((exact(quantity), exact(price), exact(net)));

    assert_eq!(net(["2", "5.5", "", "", "", ""]), comes("2", "5.5", "11"));
    assert_eq!(net(["", "5.5", "", "", "", ""]), comes("1", "5.5", "5.5"));
    assert_eq!(net(["4", "", "10", "", "", ""]), comes("4", "2.5", "10"));
    assert_eq!(net(["3", "33.33", "100", "", "", ""]), comes("3", "33.33", "100"));
    assert_eq!(net(["", "", "", "", "2", "12"]), comes("1", "10", "10"));
    assert_eq!(net(["-1", "4", "-4", "", "", ""]), comes("-1", "4", "-4"));
    let wrong = |field, code: &'static str| Err((field, code));
    assert_eq!(net(["2", "5", "11", "", "", ""]), wrong(Field::Amount, "importing.line_differs"));
    assert_eq!(net(["3", "0.333", "", "", "", ""]), wrong(Field::Price, "importing.line_unwhole"));
    assert_eq!(net(["1", "", "", "", "", ""]), wrong(Field::Amount, "importing.required"));
    assert_eq!(net(["", "", "", "20", "", "12"]), wrong(Field::Amount, "importing.required"));
}

#[test]
fn an_amount_is_whole_in_its_currency() {
    for (currency, price, is_whole) in [
        ("IDR", "0.5", false),
        ("JPY", "0.5", false),
        ("GBP", "0.05", true),
        ("GBP", "0.005", false),
    ] {
        let line = amounts(["1", price, "", "", "", ""], currency);
        assert_eq!(line.is_ok(), is_whole, "{currency} {price}");
    }
    assert!(amounts(["2", "0.5", "", "", "", ""], "IDR").is_ok(), "half a rupiah twice is one");
}

#[test]
fn a_tax_is_its_rate_to_less_than_a_minor_unit() {
    let tax = |cells, currency| {
        amounts(cells, currency).map(|it| it.tax.map(|tax| (tax.rate, tax.amount)))
    };
    let some = |rate: &str, amount: &str| Ok(Some((exact(rate), exact(amount))));

    assert_eq!(tax(["", "", "120.5", "20", "", ""], "GBP"), some("20", "24.1"));
    assert_eq!(tax(["", "", "1005", "11", "", ""], "IDR"), some("11", "111"));
    assert_eq!(tax(["", "", "1005", "11", "110", ""], "IDR"), some("11", "110"));
    assert_eq!(tax(["", "", "1005", "", "110", ""], "IDR"), some("0", "110"));
    assert_eq!(tax(["", "", "1005", "0", "0", ""], "IDR"), Ok(None));
    let wrong = Err((Field::Tax, "importing.tax_differs"));
    assert_eq!(tax(["", "", "1005", "11", "112", ""], "IDR"), wrong);
}

#[test]
fn a_kind_is_understood_in_either_language_and_never_guessed() {
    for (word, kind) in [
        ("Invoice", Some(DocumentKind::Invoice)),
        ("Faktur Penjualan", Some(DocumentKind::Invoice)),
        ("Sales credit note", Some(DocumentKind::CreditNote)),
        ("Retur Penjualan", Some(DocumentKind::CreditNote)),
        ("credit-note", Some(DocumentKind::CreditNote)),
        ("Pembatalan", Some(DocumentKind::Cancellation)),
        ("Quotation", None),
    ] {
        assert_eq!(kind_meant(word), kind, "{word}");
    }
}

#[test]
fn a_payment_pays_each_document_once() {
    let part = |pays: Option<&str>, amount: &str| {
        let client = Client { by: AccountKey::Name, said: "Toko Maju".to_owned() };
        PaymentDraft {
            number: "B-1".to_owned(),
            day: Said::Is("2026-02-02".parse().unwrap()),
            client: Said::Is(client),
            currency: "IDR".to_owned(),
            method: Said::Silent,
            parts: vec![PartDraft { pays: pays.map(str::to_owned), amount: exact(amount) }],
        }
    };
    let whole = |rows: &[&PaymentDraft]| payment(rows).map_err(|(field, why)| (field, why.code()));
    let (one, two, rest) = (part(Some("A"), "5"), part(Some("B"), "7"), part(None, "3"));

    assert_eq!(whole(&[&one, &two, &rest]).unwrap().amount(), Some(exact("15")));
    assert_eq!(whole(&[&one, &one]), Err((Field::Pays, "importing.paid_twice")));
    let back = part(Some("B"), "-7");
    assert_eq!(whole(&[&one, &back]), Err((Field::Amount, "importing.other_sign")));
    let recorded = whole(&[&one, &two, &rest]).unwrap();
    let again = whole(&[&rest, &two, &one]).unwrap();
    assert_eq!(payment_differs(&again, &recorded), None);
    assert_eq!(payment_differs(&whole(&[&one, &two]).unwrap(), &recorded), Some(Field::Amount));
}

proptest! {
    #[test]
    fn a_document_is_the_sum_of_its_rows(
        nets in prop::collection::vec(-9_999_999_i64..9_999_999, 1..40),
    ) {
        let rows: Vec<InvoiceDraft> =
            nets.iter().map(|it| row(&Exact(*it).to_string())).collect();
        let document = whole(&rows).unwrap();

        prop_assert_eq!(document.sum().unwrap().0, nets.iter().sum::<i64>());
        prop_assert_eq!(document.lines.len(), nets.len());
    }

    #[test]
    fn quantity_times_price_is_the_amount_or_is_refused(
        quantity in -99_999_i64..99_999, price in 0_i64..9_999_999,
    ) {
        let said = RowAmounts {
            quantity: Some(Exact(quantity)),
            price: Some(Exact(price)),
            ..RowAmounts::default()
        };
        if let Ok(line) = line(&said, "GBP") {
            let product = i128::from(quantity) * i128::from(price);
            prop_assert_eq!(i128::from(line.net.0) * 10_000, product);
            prop_assert_eq!(line.net.0 % 100, 0);
        }
    }
}
