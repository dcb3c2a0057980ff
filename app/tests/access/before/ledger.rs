//! What there is of payments before anybody asks.

use sea_orm::sea_query::Expr;
use testing::id;

use super::Row;

/// A payment of Toko Maju's that waits for the documents that it pays.
pub fn rows(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    vec![(
        "payment",
        vec![
            ("id", uuid("ayu-payment")),
            ("account_id", uuid("toko-maju")),
            ("source", text("api")),
            ("key", text("BCA-0")),
            ("day", text("2026-02-21")),
            ("currency", text("IDR")),
            ("amount", Expr::value(10_000_000_i64)),
            ("recorded_at", Expr::value(now)),
        ],
    )]
}
