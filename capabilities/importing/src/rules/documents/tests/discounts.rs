//! What is taken off lines and documents, and what is added to them.

use super::*;
use crate::rules::draft::{DiscountDraft, FeeDraft};

/// Quantity, price, amount, discount, its rate.
fn discounted(cells: [&str; 5]) -> Result<[String; 3], (Field, &'static str)> {
    let said = |it: &str| (!it.is_empty()).then(|| exact(it));
    let [quantity, price, amount, discount, discount_rate] = cells.map(said);
    let none = RowAmounts::default();
    let said = RowAmounts { quantity, price, amount, discount, discount_rate, ..none };
    let line = line(&said, "IDR").map_err(|(field, why)| (field, why.code()))?;
    Ok([line.price, line.discount, line.net].map(|it| it.to_string()))
}

#[test]
fn a_discount_comes_off_its_line_to_the_last_unit() {
    let comes =
        |price: &str, discount: &str, net: &str| Ok([price, discount, net].map(str::to_owned));
    let wrong = |field, code: &'static str| Err((field, code));

    assert_eq!(discounted(["2", "55000", "", "10000", ""]), comes("55000", "10000", "100000"));
    assert_eq!(discounted(["2", "55000", "", "-10000", ""]), comes("55000", "10000", "100000"));
    let amount = discounted(["2", "55000", "100000", "10000", ""]);
    assert_eq!(amount, comes("55000", "10000", "100000"));
    assert_eq!(discounted(["2", "", "100000", "10000", ""]), comes("55000", "10000", "100000"));
    assert_eq!(discounted(["-2", "55000", "", "10000", ""]), comes("55000", "-10000", "-100000"));
    assert_eq!(discounted(["2", "55000", "", "", "10"]), comes("55000", "11000", "99000"));
    assert_eq!(discounted(["2", "55000", "99000", "", "10"]), comes("55000", "11000", "99000"));
    let both = discounted(["2", "55000", "99000", "11000", "10"]);
    assert_eq!(both, comes("55000", "11000", "99000"));
    assert_eq!(discounted(["1", "1005", "", "", "2.5"]), comes("1005", "25", "980"));
    assert_eq!(discounted(["1", "1005", "979", "", "2.5"]), comes("1005", "26", "979"));
    assert_eq!(discounted(["2", "55000", "", "", "0"]), comes("55000", "0", "110000"));
    assert_eq!(discounted(["2", "55000", "0", "110000", "100"]), comes("55000", "110000", "0"));

    let differs = wrong(Field::Amount, "importing.line_differs");
    assert_eq!(discounted(["2", "55000", "110000", "10000", ""]), differs, "not less already");
    assert_eq!(discounted(["2", "55000", "98000", "", "10"]), differs);
    let rate = wrong(Field::Discount, "importing.discount_differs");
    assert_eq!(discounted(["2", "55000", "", "10000", "10"]), rate);
    let much = wrong(Field::Discount, "importing.discount_too_much");
    assert_eq!(discounted(["1", "500", "", "501", ""]), much);
    let much = wrong(Field::DiscountRate, "importing.discount_too_much");
    assert_eq!(discounted(["1", "500", "", "", "101"]), much);
    let price = wrong(Field::Price, "importing.required");
    assert_eq!(discounted(["1", "", "500", "", "10"]), price, "so many percent of what?");
}

#[test]
fn twelve_percent_in_rupiah_may_be_of_eleven_twelfths() {
    type Based = Result<String, (Field, &'static str)>;

    let base = |tax_base: &str, amount: &str, currency: &str| -> Based {
        let said = RowAmounts {
            amount: Some(exact("1000000")),
            rate: Some(exact("12")),
            tax_base: (!tax_base.is_empty()).then(|| exact(tax_base)),
            tax: Some(exact(amount)),
            ..RowAmounts::default()
        };
        let line = line(&said, currency).map_err(|(field, why)| (field, why.code()))?;
        Ok(line.tax.map(|it| it.base.to_string()).unwrap_or_default())
    };
    let wrong: Based = Err((Field::Tax, "importing.tax_differs"));

    assert_eq!(base("", "120000", "IDR"), Ok("1000000".to_owned()));
    assert_eq!(base("", "110000", "IDR"), Ok("916666.6667".to_owned()));
    assert_eq!(base("916667", "110000", "IDR"), Ok("916667".to_owned()));
    assert_eq!(base("", "115000", "IDR"), wrong);
    assert_eq!(base("", "110000", "GBP"), wrong, "elsewhere there is no such base");
    assert_eq!(base("500000", "110000", "IDR"), wrong, "a base that is told is the base");
}

fn off(amount: &str, rate: &str) -> Said<DiscountDraft> {
    let said = |it: &str| (!it.is_empty()).then(|| exact(it));
    Said::Is(DiscountDraft { name: "Diskon".to_owned(), amount: said(amount), rate: said(rate) })
}

#[test]
fn what_is_taken_off_all_of_a_document_is_a_line_and_less_is_taxed() {
    let less = |discount, row: InvoiceDraft| whole(&[InvoiceDraft { discount, ..row }]);
    let base = |it: &InvoiceDraft| (it.taxes[0].base, it.taxes[0].amount);

    let whole_one = less(off("10000", ""), taxed("110000", "11", "11000")).unwrap();
    assert_eq!(whole_one.lines.len(), 2);
    assert_eq!(whole_one.lines[1].net, exact("-10000"));
    assert_eq!(whole_one.lines[1].text, "Diskon");
    assert_eq!(base(&whole_one), (exact("100000"), exact("11000")));
    assert_eq!(whole_one.total, Said::Is(exact("111000")));

    // After the tax, in percent, and on a credit note that is written without a minus.
    let after = less(off("10000", ""), taxed("110000", "11", "12100")).unwrap();
    assert_eq!(base(&after), (exact("110000"), exact("12100")));
    let percent = less(off("", "10"), row("110000")).unwrap();
    assert_eq!(percent.total, Said::Is(exact("99000")));
    let credit = InvoiceDraft { kind: Said::Is(DocumentKind::CreditNote), ..row("110000") };
    assert_eq!(less(off("-10000", ""), credit).unwrap().total, Said::Is(exact("-100000")));

    let computed = InvoiceDraft {
        taxes: taxed("110000", "11", "12100")
            .taxes
            .into_iter()
            .map(|it| TaxDraft { is_computed: true, ..it })
            .collect(),
        ..row("110000")
    };
    assert_eq!(base(&less(off("10000", ""), computed).unwrap()), (exact("100000"), exact("11000")));

    let tax = less(off("10000", ""), taxed("110000", "11", "11500"));
    assert_eq!(tax, Err((Field::Tax, "importing.tax_differs")));
    let much = less(off("110001", ""), row("110000"));
    assert_eq!(much, Err((Field::DocumentDiscount, "importing.discount_too_much")));
    let rate = less(off("10000", "10"), row("110000"));
    assert_eq!(rate, Err((Field::DocumentDiscount, "importing.discount_differs")));
}

#[test]
fn a_fee_is_a_line_of_its_own() {
    let fee = FeeDraft { name: "Ongkos kirim".to_owned(), amount: exact("15000") };
    let total = Said::Is(exact("125000"));

    let document = whole(&[InvoiceDraft { fee: Said::Is(fee), total, ..row("110000") }]).unwrap();

    assert_eq!((document.lines.len(), document.lines[1].text.as_str()), (2, "Ongkos kirim"));
}

proptest! {
    #[test]
    fn what_a_discount_leaves_is_the_amount_or_is_refused(
        numbers in prop::array::uniform3(0_i64..99_999), rate in 0_i64..=1_000_000,
    ) {
        let [quantity, price, discount] = numbers.map(Exact::whole);
        let said = RowAmounts {
            quantity,
            price,
            discount: discount.filter(|it| *it != Exact::ZERO),
            ..RowAmounts::default()
        };
        for said in [said, RowAmounts { discount: None, discount_rate: Some(Exact(rate)), ..said }] {
            if let Ok(line) = line(&said, "IDR") {
                let gross = i128::from(line.price.0) * i128::from(line.quantity.0) / 10_000;
                prop_assert_eq!(i128::from(line.net.0) + i128::from(line.discount.0), gross);
                prop_assert!(0 <= line.net.0 && line.net.0 % 10_000 == 0);
            }
        }
    }
}
