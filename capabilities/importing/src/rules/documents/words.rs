//! What other systems call kinds of documents.

use crate::rules::draft::DocumentKind;

/// What is told to whoever writes another word.
pub const KIND_WORDS: &str = "invoice, faktur, credit-note, nota kredit, retur, cancellation, \
    pembatalan, adjustment, penyesuaian";

const INVOICE: &[&str] = &[
    "invoice",
    "inv",
    "salesinvoice",
    "taxinvoice",
    "faktur",
    "fakturpenjualan",
    "fakturpajak",
    "tagihan",
    "penjualan",
    "sales",
    "accrec",
    "outinvoice",
];

const CREDIT_NOTE: &[&str] = &[
    "creditnote",
    "creditmemo",
    "credit",
    "cn",
    "salescreditnote",
    "salesreturn",
    "return",
    "refund",
    "notakredit",
    "retur",
    "returpenjualan",
    "accreccredit",
    "outrefund",
];

const CANCELLATION: &[&str] = &["cancellation", "cancelled", "void", "pembatalan", "batal"];

const ADJUSTMENT: &[&str] = &["adjustment", "writeoff", "penyesuaian", "hapusbuku"];

/// The kind that a word means, in either language; letters and digits alone are compared.
pub fn kind_meant(word: &str) -> Option<DocumentKind> {
    let plain: String =
        word.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let is = |known: &[&str]| known.contains(&plain.as_str());
    if is(INVOICE) {
        Some(DocumentKind::Invoice)
    } else if is(CREDIT_NOTE) {
        Some(DocumentKind::CreditNote)
    } else if is(CANCELLATION) {
        Some(DocumentKind::Cancellation)
    } else if is(ADJUSTMENT) {
        Some(DocumentKind::Adjustment)
    } else {
        None
    }
}
