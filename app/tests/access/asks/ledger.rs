//! What is asked of the ledger, and of statements of it.

use super::Ask;

const INVOICE: &str = r#"{"number": "INV-2", "kind": "invoice", "account_id": "<toko-maju>",
    "day": "2026-03-02", "currency": "IDR",
    "lines": [{"text": "Kertas A4", "quantity": "1", "price": "55000"}]}"#;
const PAYMENT: &str = r#"{"key": "BCA-1", "account_id": "<toko-maju>", "day": "2026-03-02",
    "currency": "IDR", "amount": "1000"}"#;

pub const LEDGER: &[Ask] = &[
    // The ledger.
    ("GET", "/transactions", ""),
    ("GET", "/transactions.csv", ""),
    ("GET", "/transactions.xlsx", ""),
    ("GET", "/transactions/lines.csv", ""),
    ("GET", "/transactions/lines.xlsx", ""),
    ("GET", "/transactions/problems", ""),
    ("GET", "/transactions/problems.csv", ""),
    ("GET", "/transactions/problems.xlsx", ""),
    ("GET", "/transactions/{invoice}", ""),
    ("POST", "/transactions/{invoice}/problems", "kind=other&text=Siapa"),
    ("GET", "/transactions/problems/{problem}", ""),
    ("POST", "/transactions/problems/{problem}", "answer=Sudah"),
    ("GET", "/api/v1/invoices", ""),
    ("POST", "/api/v1/invoices", INVOICE),
    ("GET", "/api/v1/invoices/{invoice}", ""),
    ("POST", "/api/v1/invoices/{invoice}/problems", r#"{"kind": "other", "text": "Siapa"}"#),
    ("GET", "/payments", ""),
    ("GET", "/payments.csv", ""),
    ("GET", "/payments.xlsx", ""),
    ("GET", "/api/v1/payments", ""),
    ("POST", "/api/v1/payments", PAYMENT),
    ("GET", "/api/v1/invoice-problems", ""),
    ("POST", "/api/v1/invoice-problems/{problem}/solve", r#"{"answer": "Sudah"}"#),
    // The statement of a client, and links to it.
    ("GET", "/accounts/{account}/statement", ""),
    ("GET", "/accounts/{account}/statement.pdf", ""),
    ("GET", "/accounts/{account}/statement.csv", ""),
    ("GET", "/accounts/{account}/statement.xlsx", ""),
    ("GET", "/api/v1/accounts/{account}/statement", ""),
    ("POST", "/accounts/{account}/statement/links", "days=14"),
    ("POST", "/accounts/{account}/statement/links/{shared}/withdraw", ""),
    ("GET", "/api/v1/accounts/{account}/statement-links", ""),
    ("POST", "/api/v1/accounts/{account}/statement-links", "{}"),
    ("DELETE", "/api/v1/accounts/{account}/statement-links/{shared}", ""),
    ("GET", "/s/{secret}", ""),
    ("GET", "/s/{secret}/statement.pdf", ""),
    ("GET", "/s/{secret}/statement.csv", ""),
    ("GET", "/s/{secret}/statement.xlsx", ""),
];
