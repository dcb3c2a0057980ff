//! Prospects of Ayu's and of nobody's, a rule, and a client of hers who is being welcomed.

use sea_orm::sea_query::Expr;
use testing::id;

use super::Row;

pub fn rows(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let rule = vec![
        ("id", uuid("rule")),
        ("name", text("Selatan")),
        ("position", Expr::value(1)),
        ("places", text("Bandung")),
        ("industries", text("")),
        ("sources", text("")),
        ("way", text("turn")),
        ("team_id", uuid("selatan")),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
    ];
    let mut waiting = prospect("waiting-prospect", "Hotel Baru", "new", now);
    waiting.push(("city", text("Bandung")));
    let mut own = prospect("ayu-prospect", "Klinik Rahasia", "contacted", now);
    own.push(("owner_id", uuid("ayu")));
    let mut converted = prospect("ayu-converted", "Maju", "converted", now);
    converted.extend([
        ("owner_id", uuid("ayu")),
        ("account_id", uuid("toko-maju")),
        ("converted_at", Expr::value(now)),
    ]);
    let mut gone = prospect("ayu-gone", "Warung Lama", "new", now);
    gone.extend([("owner_id", uuid("ayu")), ("hidden_at", Expr::value(now))]);
    let begun = vec![
        ("id", uuid("ayu-onboarding")),
        ("account_id", uuid("toko-maju")),
        ("template", text("standard")),
        ("label_id", text("Klien baru")),
        ("label_en", text("New client")),
        ("why", text("hand")),
        ("begun_at", Expr::value(now)),
    ];
    let task = vec![
        ("id", uuid("ayu-step-task")),
        ("owner_id", uuid("ayu")),
        ("account_id", uuid("toko-maju")),
        ("text", text("Jelaskan produk")),
        ("due_on", text("2026-03-09")),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
    ];
    let step = vec![
        ("id", uuid("ayu-step")),
        ("onboarding_id", uuid("ayu-onboarding")),
        ("task_id", uuid("ayu-step-task")),
        ("position", Expr::value(1)),
        ("kind", text("explain")),
        ("label_id", text("Jelaskan produk")),
        ("label_en", text("Explain the products")),
    ];
    vec![
        ("assignment_rule", rule),
        ("prospect", waiting),
        ("prospect", own),
        ("prospect", converted),
        ("prospect", gone),
        ("onboarding", begun),
        ("task", task),
        ("onboarding_step", step),
    ]
}

fn prospect(name: &str, called: &str, status: &str, now: i64) -> Row {
    vec![
        ("id", Expr::value(id(name))),
        ("name", Expr::value(called)),
        ("name_key", Expr::value(called.to_lowercase())),
        ("source", Expr::value("website")),
        ("status", Expr::value(status)),
        ("value_currency", Expr::value("IDR")),
        ("made_account", Expr::value(false)),
        ("made_contact", Expr::value(false)),
        ("created_at", Expr::value(now)),
        ("updated_at", Expr::value(now)),
        ("version", Expr::value(1_i64)),
    ]
}
