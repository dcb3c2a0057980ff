//! What the books of other systems call invoices and what stands in them.

use super::names::Names;
use super::plain;
use crate::rules::choice::Choice;
use crate::rules::draft::Field;
use crate::rules::mapping::AccountKey;

/// In the name of a file.
pub const INVOICES: &[&str] = &["invoice", "faktur", "tagihan", "creditnote", "credit-note"];

/// Columns that only documents have.
pub const INVOICE_NUMBERS: &[&str] = &[
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

pub const CLIENT_NAMES: &[&str] = &[
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
pub const CURRENCIES: &[&str] =
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
        Field::DiscountRate,
        &[],
        &[
            "diskonbarangpersen",
            "diskonpersen",
            "persendiskon",
            "discountpersen",
            "discountrate",
            "discountpercent",
            "discountpercentage",
            "linediscountrate",
            "productdiscountrate",
        ],
    ),
    (
        Field::Discount,
        &[],
        &[
            "diskonbarangrp",
            "diskonrp",
            "nilaidiskon",
            "jumlahdiskon",
            "potonganharga",
            "discountamount",
            "linediscountamount",
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
    (Field::TaxBase, &[], &["dppnilailain", "dpplain", "taxbase", "taxableamount"]),
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
        Field::DocumentDiscountRate,
        &[],
        &["diskonfakturpersen", "persendiskonfaktur", "invoicediscountrate"],
    ),
    (
        Field::DocumentDiscount,
        &[],
        &["diskonfakturrp", "nilaidiskonfaktur", "invoicediscountamount"],
    ),
    (
        Field::Fee,
        &[],
        &["ongkoskirim", "ongkir", "biayakirim", "shippingfee", "shippingamount", "freight"],
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

/// A column says so.
pub fn names_invoices(columns: &[String]) -> bool {
    columns.iter().any(|it| INVOICE_NUMBERS.contains(&plain(it).as_str()))
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
