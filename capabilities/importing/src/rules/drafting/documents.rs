//! A row becomes a line of a document, or a part of a payment.

use kernel::Exact;

use super::cells::Cells;
use super::{Drafter, values};
use crate::rules::document_refused::DocumentRefused;
use crate::rules::documents::{Besides, KIND_WORDS, LineAmounts, RowAmounts, kind_meant, line};
use crate::rules::draft::{
    Client, DiscountDraft, FeeDraft, Field, InvoiceDraft, LineDraft, PartDraft, PaymentDraft,
    TaxDraft,
};
use crate::rules::mapping::{AccountKey, FieldRule, InvoiceRules, PaymentRules, Rules};
use crate::rules::row_refused::RowRefused;
use crate::rules::said::Said;

pub fn invoice(
    rules: &InvoiceRules,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Option<InvoiceDraft> {
    let number = cells.required(&rules.number, values::book_number);
    let currency = currency(rules.currency.as_ref(), drafter, cells)?;
    let kind = cells.said(rules.document_kind.as_ref(), |_, rule, text| {
        values::word(rule, text, &[KIND_WORDS], kind_meant)
    });
    let draft = InvoiceDraft {
        number: String::new(),
        kind,
        day: cells.said(Some(&rules.day), values::day),
        due_on: cells.said(rules.due_on.as_ref(), values::day),
        client: client(&rules.account, rules.account_by, cells),
        cancels: cells.said(rules.cancels.as_ref(), values::book_number),
        total: cells.said(rules.total.as_ref(), |drafter, rule, text| {
            values::exact_in(drafter, rule, text, &currency)
        }),
        discount: discount(rules, &currency, drafter, cells),
        fee: fee(rules, &currency, drafter, cells),
        currency,
        lines: Vec::new(),
        taxes: Vec::new(),
        credited: Exact::ZERO,
        paid: Exact::ZERO,
    };
    let number = number?;
    let (line, tax) = line_of(rules, &number, &draft, drafter, cells)?;
    Some(InvoiceDraft { number, lines: vec![line], taxes: tax.into_iter().collect(), ..draft })
}

/// What a row says is taken off the whole document.
fn discount(
    rules: &InvoiceRules,
    currency: &str,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Said<DiscountDraft> {
    let [by_amount, by_rate] =
        [&rules.document_discount, &rules.document_discount_rate].map(Option::as_ref);
    let amount = cells
        .said(by_amount, |drafter, rule, text| values::exact_in(drafter, rule, text, currency));
    let rate = cells.said(by_rate, values::rate);
    let [amount, rate] =
        [amount, rate].map(|it| it.value().copied().filter(|it| *it != Exact::ZERO));
    let rule = by_amount.filter(|_| amount.is_some()).or(by_rate);
    if amount.is_none() && rate.is_none() {
        return Said::Silent;
    }
    Said::Is(DiscountDraft { name: column_name(rule, "%", drafter), amount, rate })
}

/// What a row says is added to the whole document.
fn fee(
    rules: &InvoiceRules,
    currency: &str,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Said<FeeDraft> {
    let rule = rules.fee.as_ref();
    let said =
        cells.said(rule, |drafter, rule, text| values::exact_in(drafter, rule, text, currency));
    match said.value() {
        Some(amount) if *amount != Exact::ZERO => {
            Said::Is(FeeDraft { name: column_name(rule, "+", drafter), amount: *amount })
        }
        _ => Said::Silent,
    }
}

/// What stands beside the line of a document that is told in one row.
fn besides(draft: &InvoiceDraft) -> Besides {
    let fee = draft.fee.value().map(|it| it.amount).unwrap_or_default();
    let Some(discount) = draft.discount.value() else {
        return if fee == Exact::ZERO { Besides::Nothing } else { Besides::Is(fee) };
    };
    let Some(amount) = discount.amount else { return Besides::Untold };
    let is_negative = draft.total.value().is_some_and(|it| it.is_negative());
    // It comes off, with or without a minus before it.
    let off = if amount.is_negative() == is_negative { Some(amount) } else { amount.checked_neg() };
    let sum = off.and_then(|it| fee.checked_sub(it));
    sum.map_or(Besides::Untold, Besides::Is)
}

/// The line that a row says, and its tax.
fn line_of(
    rules: &InvoiceRules,
    number: &str,
    draft: &InvoiceDraft,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Option<(LineDraft, Option<TaxDraft>)> {
    let product = cells.said(rules.product.as_ref(), values::text);
    let code = cells.said(rules.code.as_ref(), values::text);
    let text = cells.said(rules.text.as_ref(), values::line);
    let mut amount = |rule: Option<&FieldRule>| {
        let said = cells.said(rule, |drafter, rule, text| {
            values::exact_in(drafter, rule, text, &draft.currency)
        });
        said.value().copied()
    };
    let (net, tax) = (amount(rules.amount.as_ref()), amount(rules.tax.as_ref()));
    let discount = amount(rules.discount.as_ref()).filter(|it| *it != Exact::ZERO);
    let said = RowAmounts {
        quantity: cells.said(rules.quantity.as_ref(), values::exact).value().copied(),
        price: cells.said(rules.price.as_ref(), values::exact).value().copied(),
        amount: net,
        discount,
        discount_rate: cells.said(rules.discount_rate.as_ref(), values::rate).value().copied(),
        rate: cells.said(rules.tax_rate.as_ref(), values::rate).value().copied(),
        tax_base: cells.said(rules.tax_base.as_ref(), values::exact).value().copied(),
        tax,
        is_taxed_as_a_whole: rules.is_discounted(),
        total: draft.total.value().copied(),
        besides: besides(draft),
    };
    // What is wrong in a cell is told there, and not again of what follows from it.
    if !cells.are_sound() {
        return None;
    }
    let LineAmounts { quantity, price, discount, net, tax } = match line(&said, &draft.currency) {
        Ok(line) => line,
        Err((field, why)) => {
            cells.fault(rule_at(rules, field), why);
            return None;
        }
    };
    let products: Vec<String> =
        [&product, &code].into_iter().filter_map(Said::value).cloned().collect();
    let said = text.value().or(products.first()).map_or(number, String::as_str);
    let line = LineDraft { text: said.to_owned(), quantity, price, discount, net, products };
    let rule = rules.tax.as_ref().or(rules.tax_rate.as_ref());
    let tax = tax.map(|it| TaxDraft {
        rate: it.rate,
        amount: it.amount,
        base: it.base,
        name: column_name(rule, "%", drafter),
        is_computed: it.is_computed,
        has_base: it.has_base,
    });
    Some((line, tax))
}

/// The rule whose cell is at fault; where the file has no such column, that of the document.
fn rule_at(rules: &InvoiceRules, field: Field) -> &FieldRule {
    let amounts = [&rules.amount, &rules.total, &rules.price];
    let rule = Rules::Invoice(rules).rule(field);
    rule.or_else(|| amounts.into_iter().find_map(Option::as_ref)).unwrap_or(&rules.number)
}

/// As the file calls its column, or a sign where it has none.
fn column_name(rule: Option<&FieldRule>, sign: &str, drafter: &Drafter<'_>) -> String {
    const LETTERS: usize = 60;

    let column = rule.and_then(|it| drafter.column_of(it)).map(str::trim);
    let column = column.filter(|it| !it.is_empty()).unwrap_or(sign);
    column.chars().take(LETTERS).collect()
}

pub fn payment(
    rules: &PaymentRules,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Option<PaymentDraft> {
    let number = cells.required(&rules.number, values::book_number);
    let currency = currency(rules.currency.as_ref(), drafter, cells)?;
    let amount = cells.required(&rules.amount, |drafter, rule, text| {
        values::exact_in(drafter, rule, text, &currency)
    });
    if amount == Some(Exact::ZERO) {
        cells.fault(&rules.amount, DocumentRefused::NothingPaid.into());
    }
    let day = cells.said(Some(&rules.day), values::day);
    let client = client(&rules.account, rules.account_by, cells);
    let method = cells.said(rules.method.as_ref(), values::book_number);
    let pays = cells.said(rules.pays.as_ref(), values::book_number).value().cloned();
    let parts = vec![PartDraft { pays, amount: amount? }];
    Some(PaymentDraft { number: number?, day, client, currency, method, parts })
}

/// Of all amounts in the row; none if its cell is wrong, for then nobody knows what they are of.
fn currency(
    rule: Option<&FieldRule>,
    drafter: &Drafter<'_>,
    cells: &mut Cells<'_>,
) -> Option<String> {
    match cells.said(rule, values::currency) {
        Said::Is(code) => Some(code),
        _ if rule.is_some_and(|it| cells.raw(it).is_some()) => None,
        _ => Some(drafter.currency().to_owned()),
    }
}

/// Whose it is, in the form in which that is kept.
fn client(rule: &FieldRule, by: AccountKey, cells: &mut Cells<'_>) -> Said<Client> {
    let said = cells.said(Some(rule), |drafter, rule, text| -> Result<String, RowRefused> {
        match by {
            AccountKey::Name | AccountKey::ExternalId => values::text(drafter, rule, text),
            AccountKey::Id => values::id(drafter, rule, text),
            AccountKey::TaxNumber => values::tax_number(text, None),
            AccountKey::Phone => values::phone(drafter, rule, text),
        }
    });
    said.map(|it| Client { by, said: it.clone() })
}
