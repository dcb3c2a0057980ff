//! What the books of other systems call payments and what stands in them.

use super::documents::{CLIENT_NAMES, CURRENCIES, INVOICE_NUMBERS};
use super::names::Names;
use super::plain;
use crate::rules::draft::Field;

/// In the name of a file.
pub const PAYMENTS: &[&str] = &["payment", "pembayaran", "receipt", "penerimaan", "pelunasan"];

/// Columns that only payments have.
const PAYMENT_NUMBERS: &[&str] = &[
    "nopembayaran",
    "nomorpembayaran",
    "nopenerimaan",
    "nomorpenerimaan",
    "nokuitansi",
    "nokwitansi",
    "paymentnumber",
    "paymentno",
    "paymentid",
    "paymentref",
    "paymentreference",
    "receiptnumber",
    "receiptno",
];

pub const PAYMENT: Names = &[
    (
        Field::Number,
        &[],
        &[
            "nopembayaran",
            "nomorpembayaran",
            "nopenerimaan",
            "nomorpenerimaan",
            "nokuitansi",
            "nokwitansi",
            "nobukti",
            "paymentnumber",
            "paymentno",
            "paymentid",
            "paymentref",
            "paymentreference",
            "receiptnumber",
            "receiptno",
            "notransaksi",
            "transactionnumber",
            "referensi",
            "reference",
            "nomor",
            "number",
            "num",
            "no",
        ],
    ),
    (
        Field::Day,
        &[],
        &[
            "tglpembayaran",
            "tanggalpembayaran",
            "tglbayar",
            "tanggalbayar",
            "tglpenerimaan",
            "paymentdate",
            "datepaid",
            "receiptdate",
            "tanggaltransaksi",
            "transactiondate",
            "tanggal",
            "tgl",
            "date",
        ],
    ),
    (Field::Account, &["idjembatan", "jembatanid"], CLIENT_NAMES),
    (
        Field::Amount,
        &[],
        &[
            "jumlahpembayaran",
            "nilaipembayaran",
            "jumlahbayar",
            "nilaibayar",
            "jumlahditerima",
            "paymentamount",
            "amountpaid",
            "amountreceived",
            "jumlah",
            "nilai",
            "amount",
            "total",
        ],
    ),
    (Field::AmountCurrency, &[], CURRENCIES),
    (
        Field::Method,
        &[],
        &[
            "metodepembayaran",
            "carabayar",
            "carapembayaran",
            "metode",
            "paymentmethod",
            "paymenttype",
            "method",
            "bank",
        ],
    ),
    (Field::Pays, &[], INVOICE_NUMBERS),
];

/// A column says so.
pub fn names_payments(columns: &[String]) -> bool {
    columns.iter().any(|it| PAYMENT_NUMBERS.contains(&plain(it).as_str()))
}
