//! What the books of other systems call invoices, payments and what stands in them.

use super::names::Names;
use super::plain;
use crate::rules::choice::Choice;
use crate::rules::draft::Field;
use crate::rules::mapping::AccountKey;

/// In the name of a file.
pub const INVOICES: &[&str] = &["invoice", "faktur", "tagihan", "creditnote", "credit-note"];
pub const PAYMENTS: &[&str] = &["payment", "pembayaran", "receipt", "penerimaan", "pelunasan"];

/// Columns that only documents have.
const INVOICE_NUMBERS: &[&str] = &[
    "nofaktur",
    "nomorfaktur",
    "nofakturpenjualan",
    "nomorfakturpenjualan",
    "noinvoice",
    "nomorinvoice",
    "notagihan",
    "nomortagihan",
    "invoicenumber",
    "invoiceno",
    "invoicenum",
    "invoiceid",
    "invoice",
    "faktur",
];

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

const CLIENT_CODES: &[&str] = &[
    "kodepelanggan",
    "idpelanggan",
    "nopelanggan",
    "kodeklien",
    "customercode",
    "customerid",
    "customerno",
    "customernumber",
    "accountnumber",
    "contactid",
    "clientid",
    "clientcode",
];

const CLIENT_TAX_NUMBERS: &[&str] =
    &["npwp", "npwppelanggan", "nonpwp", "taxid", "taxnumber", "customertaxid", "vatnumber"];

const CLIENT_IDS: &[&str] = &["idjembatan", "jembatanid"];

const CLIENT_NAMES: &[&str] = &[
    "namaklien",
    "clientname",
    "pelanggan",
    "namapelanggan",
    "klien",
    "client",
    "customer",
    "customername",
    "customerfullname",
    "contactname",
    "contact",
    "kontak",
    "namakontak",
    "billto",
    "account",
    "accountname",
    "company",
    "companyname",
    "namaperusahaan",
    "perusahaan",
    "namatoko",
    "toko",
    "partner",
    "invoicepartnerdisplayname",
    "kodepelanggan",
    "idpelanggan",
    "nopelanggan",
    "kodeklien",
    "customercode",
    "customerid",
    "customerno",
    "customernumber",
    "accountnumber",
    "contactid",
    "clientid",
    "clientcode",
    "npwppelanggan",
    "npwp",
    "nonpwp",
    "customertaxid",
    "taxid",
    "taxnumber",
    "vatnumber",
];

/// What says the currency of the amounts in a row.
const CURRENCIES: &[&str] =
    &["matauang", "currency", "currencycode", "kodematauang", "invoicecurrency"];

pub const INVOICE: Names = &[
    (
        Field::Number,
        &[],
        &[
            "nofaktur",
            "nomorfaktur",
            "nofakturpenjualan",
            "nomorfakturpenjualan",
            "noinvoice",
            "nomorinvoice",
            "notagihan",
            "nomortagihan",
            "invoicenumber",
            "invoiceno",
            "invoicenum",
            "invoiceid",
            "invoice",
            "faktur",
            "creditnotenumber",
            "nonotakredit",
            "nomor",
            "nomordokumen",
            "nodokumen",
            "notransaksi",
            "transactionnumber",
            "documentnumber",
            "docnumber",
            "number",
            "num",
            "no",
        ],
    ),
    (
        Field::Day,
        &[],
        &[
            "tglfaktur",
            "tanggalfaktur",
            "tglinvoice",
            "tanggalinvoice",
            "tgltagihan",
            "invoicedate",
            "tgltransaksi",
            "tanggaltransaksi",
            "transactiondate",
            "txndate",
            "documentdate",
            "issuedate",
            "dateissued",
            "tanggal",
            "tgl",
            "date",
        ],
    ),
    (
        Field::DueOn,
        &[],
        &["tgljatuhtempo", "tanggaljatuhtempo", "jatuhtempo", "duedate", "invoiceduedate", "dueon"],
    ),
    (Field::Account, &["idjembatan", "jembatanid"], CLIENT_NAMES),
    (
        Field::DocumentKind,
        &[],
        &[
            "jenisdokumen",
            "jenistransaksi",
            "tipetransaksi",
            "jenis",
            "tipe",
            "documenttype",
            "transactiontype",
            "invoicetype",
            "type",
        ],
    ),
    (
        Field::Cancels,
        &[],
        &[
            "fakturasal",
            "nofakturasal",
            "untukfaktur",
            "originalinvoice",
            "originalinvoicenumber",
            "appliestoinvoice",
            "creditfor",
            "reversalof",
        ],
    ),
    (Field::AmountCurrency, &[], CURRENCIES),
    (
        Field::Product,
        &[],
        &[
            "namabarang",
            "namaproduk",
            "barang",
            "produk",
            "product",
            "productname",
            "productservice",
            "item",
            "itemname",
        ],
    ),
    (
        Field::Code,
        &[],
        &[
            "kodebarang",
            "kodeproduk",
            "sku",
            "itemcode",
            "productcode",
            "inventoryitemcode",
            "stockcode",
        ],
    ),
    (
        Field::Text,
        &[],
        &[
            "keterangan",
            "deskripsi",
            "uraian",
            "description",
            "memo",
            "memodescription",
            "itemdescription",
        ],
    ),
    (
        Field::Quantity,
        &[],
        &["kuantitas", "kts", "qty", "jumlahbarang", "banyaknya", "quantity", "invoicequantity"],
    ),
    (
        Field::Price,
        &[],
        &[
            "hargasatuan",
            "harga",
            "unitprice",
            "unitamount",
            "price",
            "rate",
            "itemrate",
            "salesprice",
        ],
    ),
    (
        Field::Amount,
        &[],
        &[
            "jumlahharga",
            "totalharga",
            "subtotal",
            "nilaibarang",
            "dpp",
            "lineamount",
            "linetotal",
            "netamount",
            "amountexcludingtax",
            "itemamount",
            "jumlah",
            "nilai",
            "amount",
        ],
    ),
    (
        Field::TaxRate,
        &[],
        &["tarifpajak", "persenpajak", "tarifppn", "taxrate", "taxpercent", "vatrate"],
    ),
    (
        Field::Tax,
        &[],
        &[
            "ppn",
            "nilaippn",
            "jumlahppn",
            "pajak",
            "nilaipajak",
            "taxamount",
            "tax",
            "vat",
            "vatamount",
        ],
    ),
    (
        Field::Total,
        &[],
        &[
            "nilaifaktur",
            "totalfaktur",
            "totalinvoice",
            "totaltagihan",
            "nilaitagihan",
            "grandtotal",
            "invoicetotal",
            "invoiceamount",
            "totalamount",
            "total",
        ],
    ),
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
pub fn names_invoices(columns: &[String]) -> bool {
    columns.iter().any(|it| INVOICE_NUMBERS.contains(&plain(it).as_str()))
}

/// A column says so.
pub fn names_payments(columns: &[String]) -> bool {
    columns.iter().any(|it| PAYMENT_NUMBERS.contains(&plain(it).as_str()))
}

/// By what of theirs a client is named, as the column is called that names them.
pub fn client_key(choice: &Choice) -> AccountKey {
    let column = choice.columns.iter().find(|(_, field)| **field == Field::Account);
    let column = column.map(|(column, _)| plain(column)).unwrap_or_default();
    let is = |known: &[&str]| known.contains(&column.as_str());
    if is(CLIENT_CODES) {
        AccountKey::ExternalId
    } else if is(CLIENT_TAX_NUMBERS) {
        AccountKey::TaxNumber
    } else if is(CLIENT_IDS) {
        AccountKey::Id
    } else {
        AccountKey::Name
    }
}
