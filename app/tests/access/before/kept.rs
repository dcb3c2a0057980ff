//! What is kept of reports and lists before anybody asks.

use sea_orm::sea_query::Expr;
use testing::id;

use super::Row;

/// What is kept of capabilities whose rows stand in files of their own.
pub fn all(now: i64) -> impl Iterator<Item = (&'static str, Row)> {
    let agenda = super::agenda::agenda(now);
    let prospects = super::prospects::rows(now);
    let forecast = super::forecast::rows(now);
    let attachments = super::attachments::rows(now);
    reports(now)
        .into_iter()
        .chain(twins(now))
        .chain(agenda)
        .chain(prospects)
        .chain(forecast)
        .chain(attachments)
        .chain(super::ledger::rows(now))
}

/// A contact of Ayu's who became part of another, and two who may be one.
fn twins(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let contact = vec![
        ("id", uuid("rina-lama")),
        ("name", text("Ibu Rina")),
        ("name_key", text("ibu rina")),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
        ("hidden_at", Expr::value(now)),
    ];
    let post = vec![("account_id", uuid("toko-maju")), ("contact_id", uuid("rina-lama"))];
    let joined = vec![
        ("id", uuid("joined")),
        ("survivor_id", uuid("rina")),
        ("merged_id", uuid("rina-lama")),
        ("at", Expr::value(now)),
    ];
    let mut both = [id("rina"), id("dedi")];
    both.sort();
    let pair = vec![
        ("first_id", Expr::value(both[0])),
        ("second_id", Expr::value(both[1])),
        ("score", Expr::value(60)),
        ("parts", text("[]")),
        ("state", text("open")),
        ("found_at", Expr::value(now)),
    ];
    vec![
        ("contact", contact),
        ("account_contact", post),
        ("contact_merge", joined),
        ("contact_duplicate", pair),
    ]
}

/// A field of the company's own.
pub fn region_field(now: i64) -> Row {
    let text = |it: &str| Expr::value(it.to_owned());
    vec![
        ("id", Expr::value(id("region-field"))),
        ("record", text("account")),
        ("code", text("region")),
        ("kind", text("text")),
        ("label_id", text("Wilayah")),
        ("label_en", text("Region")),
        ("help_id", text("")),
        ("help_en", text("")),
        ("choices", text("[]")),
        ("required", Expr::value(false)),
        ("in_list", Expr::value(false)),
        ("seen_by", text("everybody")),
        ("kept_by", text("everybody")),
        ("position", Expr::value(1)),
        ("created_at", Expr::value(now)),
    ]
}

/// A question of Sri's that goes out by mail, and a copy of its answer; a view that she shares, and
/// a change of many clients that Ayu made.
fn reports(now: i64) -> Vec<(&'static str, Row)> {
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
    let view = vec![
        ("id", uuid("sri-view")),
        ("owner_id", uuid("sri")),
        ("list", text("accounts")),
        ("name", text("Tier B")),
        ("question", text("tier=B")),
        ("shared", text("company")),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
    ];
    let bulk = vec![
        ("id", uuid("ayu-bulk")),
        ("owner_id", uuid("ayu")),
        ("field", text("tier")),
        ("value", text("A")),
        ("made_at", Expr::value(now)),
    ];
    let used = vec![
        ("id", uuid("sri-use")),
        ("starter", text("advertising")),
        ("person_id", uuid("sri")),
        ("used_at", Expr::value(now)),
    ];
    let item = vec![
        ("use_id", uuid("sri-use")),
        ("number", Expr::value(1)),
        ("kind", text("industry")),
        ("item", text("automotive")),
        ("label_id", text("Otomotif")),
        ("label_en", text("Automotive")),
    ];
    vec![
        ("starter_use", used),
        ("starter_item", item),
        ("bulk_change", bulk),
        ("kept_report", kept("sri-kept")),
        ("kept_report", copy),
        ("report_mail", mail),
        ("saved_view", view),
    ]
}

const COPY: &str = r#"{"measures": ["won"], "question": {"within": "all", "span": null,
    "compare": null, "by": "person", "split": null, "show": 0, "order": "most", "days": 0,
    "without_houses": false, "currency": null, "narrow": []}, "lines": [], "split": [],
    "total": [], "before": null, "today": "2026-03-02", "labels": []}"#;
