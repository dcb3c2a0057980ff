//! What is kept of reports before anybody asks.

use sea_orm::sea_query::Expr;
use testing::id;

use super::Row;

/// A question of Sri's that goes out by mail, and a copy of its answer.
pub fn reports(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let kept = |name: &str| {
        vec![
            ("id", uuid(name)),
            ("owner_id", uuid("sri")),
            ("name", text("Angka")),
            ("report", text("sales-progress")),
            ("asked", text("{}")),
            ("shared", text("own")),
            ("created_at", Expr::value(now)),
            ("updated_at", Expr::value(now)),
        ]
    };
    let mut copy = kept("sri-copy");
    copy.extend([
        ("taken_at", Expr::value(now)),
        ("reach", text("company")),
        ("stream_seq", Expr::value(1_i64)),
        ("stream_hash", text("ab")),
        ("answer", text(COPY)),
        ("sha256", text(&frame::secrets::sha256_hex(COPY.as_bytes()))),
    ]);
    let mail = vec![
        ("kept_id", uuid("sri-kept")),
        ("every", text("weekly")),
        ("on_day", Expr::value(1)),
        ("hour", Expr::value(7)),
        ("next_at", Expr::value(now)),
    ];
    vec![("kept_report", kept("sri-kept")), ("kept_report", copy), ("report_mail", mail)]
}

const COPY: &str = r#"{"measures": ["won"], "question": {"within": "all", "span": null,
    "compare": null, "by": "person", "split": null, "show": 0, "order": "most", "days": 0,
    "without_houses": false, "currency": null, "narrow": []}, "lines": [], "split": [],
    "total": [], "before": null, "today": "2026-03-02", "labels": []}"#;
