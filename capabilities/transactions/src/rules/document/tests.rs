use proptest::prelude::*;

use super::*;

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn line(quantity: &str, price: &str) -> DraftLine {
    DraftLine { quantity: exact(quantity), price: exact(price), discount: Exact::ZERO, net: None }
}

fn tax_of(rate: &str, base: &str, amount: &str) -> DraftTax {
    DraftTax { rate: exact(rate), base: exact(base), amount: exact(amount) }
}

#[test]
fn a_document_is_added_up_to_the_last_decimal() {
    let draft = Draft {
        lines: vec![line("6", "2.55"), line("0.5", "0.0421"), line("-1", "27.5")],
        taxes: vec![tax_of("11", "15.3211", "1.69")],
    };

    let totals = totals(&draft).unwrap();

    assert_eq!(totals.nets, [exact("15.3"), exact("0.0211"), exact("-27.5")]);
    assert_eq!(totals.total, exact("-10.4889"));
}

#[test]
fn a_line_may_be_rounded_and_not_made_up() {
    let said = |net: &str| {
        let line = DraftLine { net: Some(exact(net)), ..line("3", "0.3333") };
        totals(&Draft { lines: vec![line], taxes: Vec::new() }).map(|it| it.net)
    };

    assert_eq!(said("1"), Ok(exact("1")));
    assert_eq!(said("5"), Err(LedgerRefused::LineDiffers { line: 1 }));
    assert_eq!(totals(&Draft::default()), Err(LedgerRefused::NoLines));
}

#[test]
fn a_discount_comes_off_its_line_and_is_no_more_than_that() {
    let less = |quantity: &str, discount: &str| {
        let line = DraftLine { discount: exact(discount), ..line(quantity, "50") };
        totals(&Draft { lines: vec![line], taxes: Vec::new() }).map(|it| it.net)
    };

    assert_eq!(less("2", "10"), Ok(exact("90")));
    assert_eq!(less("-2", "-10"), Ok(exact("-90")));
    assert_eq!(less("2", "100"), Ok(Exact::ZERO));
    for (quantity, discount) in [("2", "101.5"), ("2", "-10"), ("-2", "10")] {
        let refused = Err(LedgerRefused::DiscountTooMuch { line: 1 });
        assert_eq!(less(quantity, discount), refused, "{quantity} {discount}");
    }
}

#[test]
fn a_tax_is_its_rate_of_its_base() {
    let fits = |taxes: Vec<DraftTax>, lines: usize, currency: &str| {
        let draft = Draft { lines: vec![line("1", "1"); lines], taxes };
        taxes_fit(&draft, currency)
    };
    let differs =
        |tax, expected: &str| Err(LedgerRefused::TaxDiffers { tax, expected: expected.to_owned() });

    assert_eq!(fits(vec![tax_of("11", "1005", "110")], 1, "IDR"), Ok(()));
    assert_eq!(fits(vec![tax_of("12", "916667", "110000")], 1, "IDR"), Ok(()));
    assert_eq!(fits(vec![tax_of("0", "1005", "10000")], 1, "IDR"), Ok(()), "a stamp duty");
    assert_eq!(fits(vec![tax_of("11", "1005", "112")], 2, "IDR"), Ok(()), "a line, a rupiah");
    let second = vec![tax_of("11", "100", "11"), tax_of("12", "1000000", "110000")];
    assert_eq!(fits(second, 1, "IDR"), differs(2, "Rp120.000"));
    let pounds = vec![tax_of("20", "120.5", "24.11")];
    assert_eq!(fits(pounds, 1, "GBP"), differs(1, "GBP 24.10"));
}

#[test]
fn a_credit_note_takes_back_and_an_invoice_asks() {
    assert!(sign_fits(InvoiceKind::Invoice, exact("-1")).is_err());
    assert!(sign_fits(InvoiceKind::CreditNote, exact("1")).is_err());
    assert!(sign_fits(InvoiceKind::Adjustment, exact("-1")).is_ok());
    assert!(may_take_back(exact("60"), exact("100"), exact("40")).is_ok());
    let left = exact("60");
    assert_eq!(
        may_take_back(exact("60.0001"), exact("100"), exact("40")),
        Err(LedgerRefused::CreditTooMuch { left })
    );
}

proptest! {
    #[test]
    fn the_total_is_the_sum_of_its_parts(
        lines in prop::collection::vec((-9_999_999_i64..9_999_999, -9_999_999_i64..9_999_999), 1..40),
        taxes in prop::collection::vec(-9_999_999_i64..9_999_999, 0..5),
    ) {
        let line = |&(quantity, price): &(i64, i64)| {
            let (quantity, price) = (Exact(quantity), Exact(price));
            DraftLine { quantity, price, discount: Exact::ZERO, net: None }
        };
        let tax = |&amount: &i64| DraftTax { amount: Exact(amount), ..tax_of("0", "0", "0") };
        let draft = Draft {
            lines: lines.iter().map(line).collect(),
            taxes: taxes.iter().map(tax).collect(),
        };
        let totals = totals(&draft).unwrap();

        prop_assert_eq!(totals.net.0, totals.nets.iter().map(|it| it.0).sum::<i64>());
        prop_assert_eq!(totals.total.0, totals.net.0 + taxes.iter().sum::<i64>());
    }
}
