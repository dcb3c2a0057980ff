//! What there is of tasks, templates and calendars before anybody asks.

use sea_orm::sea_query::Expr;
use testing::id;

use super::Row;
use crate::asks::LINK_SECRET;

/// A template, what was made of one at Toko Maju, and the address of Ayu's calendar.
pub fn agenda(now: i64) -> Vec<(&'static str, Row)> {
    let (uuid, text) = (|name: &str| Expr::value(id(name)), |it: &str| Expr::value(it.to_owned()));
    let yes = || Expr::value(true);
    vec![
        (
            "task_template",
            vec![
                ("id", uuid("template")),
                ("name", text("Klien baru")),
                ("created_at", Expr::value(now)),
                ("updated_at", Expr::value(now)),
            ],
        ),
        (
            "task_template_step",
            vec![
                ("template_id", uuid("template")),
                ("position", Expr::value(1)),
                ("text", text("Perkenalan")),
                ("days", Expr::value(2)),
                ("counted", text("working")),
            ],
        ),
        (
            "task",
            vec![
                ("id", uuid("made-task")),
                ("owner_id", uuid("ayu")),
                ("account_id", uuid("toko-maju")),
                ("text", text("Perkenalan")),
                ("due_on", text("2026-03-04")),
                ("template_use_id", uuid("ayu-use")),
                ("created_at", Expr::value(now)),
                ("updated_at", Expr::value(now)),
            ],
        ),
        (
            "calendar_feed",
            vec![
                ("id", uuid("ayu-calendar")),
                ("owner_id", uuid("ayu")),
                ("secret", Expr::value(frame::secrets::hash(&LINK_SECRET))),
                ("tasks", yes()),
                ("visits", yes()),
                ("deals", yes()),
                ("created_at", Expr::value(now)),
            ],
        ),
    ]
}
