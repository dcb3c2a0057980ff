//! What was asked for and said before anybody asks, and clients that are about to pass on.

use sea_orm::sea_query::{Expr, SimpleExpr};
use testing::id;

use super::Row;

fn uuid(name: &str) -> SimpleExpr {
    Expr::value(id(name))
}

fn text(it: &str) -> SimpleExpr {
    Expr::value(it.to_owned())
}

/// Ayu's target and what she said, a move of Budi's, and what she must know of a client.
pub fn rows(now: i64) -> Vec<(&'static str, Row)> {
    let mut rows = vec![
        ("target", target("ayu", "2025-02", now)),
        ("target", target("ayu", "2026-01", now)),
        ("target", target("ayu", "2026-03", now)),
        (
            "target_lock",
            vec![("holder_id", uuid("ayu")), ("month", text("2026-01")), ("at", Expr::value(now))],
        ),
        ("forecast", forecast("ayu-forecast", "2026-q1", "submitted", now)),
        ("forecast", forecast("ayu-approved", "2025-q4", "approved", now)),
        ("forecast_figure", figure("ayu-forecast")),
        (
            "forecast_deal",
            vec![
                ("forecast_id", uuid("ayu-forecast")),
                ("opportunity_id", uuid("ayu-open-deal")),
                ("person_id", uuid("ayu")),
                ("name", text("Kertas untuk Toko Maju")),
                ("client", text("Toko Maju")),
                ("stage", text("Engaging")),
                ("category", text("commit")),
                ("probability", Expr::value(25)),
                ("amount", Expr::value(1_054_i64)),
                ("currency", text("USD")),
                ("close_on", text("2026-03-31")),
            ],
        ),
        ("book_move", a_move("budi-move", "planned", now)),
        ("book_move_row", moving("budi-move", "toko-maju", "planned")),
        ("book_move", a_move("budi-done", "done", now)),
        ("book_move_row", moving("budi-done", "apotek-sehat", "moved")),
    ];
    rows.extend(pack(now));
    rows
}

fn target(holder: &str, month: &str, now: i64) -> Row {
    vec![
        ("holder_id", uuid(holder)),
        ("person_id", uuid(holder)),
        ("measure", text("won-value")),
        ("currency", text("IDR")),
        ("month", text(month)),
        ("amount", Expr::value(5_000_000_i64)),
        ("updated_at", Expr::value(now)),
        ("version", Expr::value(1_i64)),
    ]
}

fn forecast(name: &str, period: &str, state: &str, now: i64) -> Row {
    vec![
        ("id", uuid(name)),
        ("person_id", uuid("ayu")),
        ("scope", text("own")),
        ("period", text(period)),
        ("state", text(state)),
        ("week", text("2026-03-02")),
        ("taken_at", Expr::value(now)),
        ("version", Expr::value(1_i64)),
    ]
}

fn figure(forecast: &str) -> Row {
    let mut row = vec![
        ("forecast_id", uuid(forecast)),
        ("person_id", uuid("ayu")),
        ("currency", text("USD")),
        ("deals", Expr::value(1)),
    ];
    for column in ["won", "committed", "best_case", "pipeline", "weighted"] {
        row.push((column, Expr::value(1_054_i64)));
    }
    row
}

fn a_move(name: &str, state: &str, now: i64) -> Row {
    let mut row = vec![
        ("id", uuid(name)),
        ("person_id", uuid("budi")),
        ("from_id", uuid("ayu")),
        ("plan", text("{}")),
        ("state", text(state)),
        ("created_at", Expr::value(now)),
    ];
    for column in ["accounts", "done", "moved", "left_behind"] {
        row.push((column, Expr::value(1_i64)));
    }
    if state == "done" {
        row.push(("finished_at", Expr::value(now)));
    }
    row
}

fn moving(name: &str, account: &str, state: &str) -> Row {
    let mut row = vec![
        ("move_id", uuid(name)),
        ("account_id", uuid(account)),
        ("position", Expr::value(1_i64)),
        ("from_id", uuid("ayu")),
        ("to_id", uuid("rizky")),
        ("reason", text(r#"{"why":"named"}"#)),
        ("conflicts", text("")),
        ("worth", Expr::value(0_i64)),
        ("seen_at", Expr::value(0_i64)),
        ("state", text(state)),
        ("taken", text("{}")),
    ];
    for column in ["deals", "tasks", "visits"] {
        row.push((column, Expr::value(1)));
    }
    row
}

fn pack(now: i64) -> Vec<(&'static str, Row)> {
    let pack = vec![
        ("id", uuid("ayu-pack")),
        ("account_id", uuid("toko-maju")),
        ("from_id", uuid("rizky")),
        ("to_id", uuid("ayu")),
        ("moved_on", text("2026-02-20")),
        ("moved_at", Expr::value(now)),
        ("baseline", text("[]")),
        ("grace_until", text("2026-05-20")),
    ];
    let question = vec![
        ("id", uuid("ayu-question")),
        ("pack_id", uuid("ayu-pack")),
        ("asked_by", uuid("ayu")),
        ("asked_of", uuid("rizky")),
        ("text", text("Siapa yang memutuskan?")),
        ("at", Expr::value(now)),
    ];
    vec![("handover_pack", pack), ("handover_question", question)]
}
