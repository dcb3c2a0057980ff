//! Reports: asked, kept, frozen, and sent.

use super::Ask;

const MAILING: &str = r#"{"every": "weekly", "on_day": 1, "hour": 7, "readers": ["<sri>"]}"#;

pub const ASKS: &[Ask] = &[
    ("GET", "/team/productivity", ""),
    ("GET", "/team/productivity/why?rate=pjp", ""),
    ("GET", "/team/productivity.csv", ""),
    ("GET", "/team/productivity.xlsx", ""),
    ("GET", "/api/v1/reports/productivity", ""),
    ("GET", "/reports", ""),
    ("GET", "/reports/{report}", ""),
    ("GET", "/reports/{report}/rows", ""),
    ("GET", "/reports/{report}/table.csv", ""),
    ("GET", "/reports/{report}/table.xlsx", ""),
    ("GET", "/api/v1/reports/{report}", ""),
    ("GET", "/reports/{report}/keep", ""),
    ("POST", "/reports/{report}/keep", "name=Angka&shared=own&what=question"),
    ("GET", "/reports/kept/{kept}", ""),
    ("GET", "/reports/kept/{kept}/edit", ""),
    ("POST", "/reports/kept/{kept}/edit", "name=Angka&shared=own"),
    ("POST", "/reports/kept/{kept}/delete", ""),
    ("POST", "/reports/kept/{kept}/restore", ""),
    ("GET", "/reports/kept/{kept}/mail", ""),
    ("POST", "/reports/kept/{kept}/mail", "every=weekly&day_weekly=1&hour=7&readers=<sri>"),
    ("POST", "/reports/kept/{kept}/mail/pause", ""),
    ("POST", "/reports/kept/{kept}/mail/stop", ""),
    ("GET", "/reports/copies/{copy}", ""),
    ("GET", "/reports/copies/{copy}/table.csv", ""),
    ("GET", "/reports/copies/{copy}/table.xlsx", ""),
    ("GET", "/api/v1/kept-reports", ""),
    ("POST", "/api/v1/kept-reports", r#"{"report": "sales-progress", "name": "Angka"}"#),
    ("GET", "/api/v1/kept-reports/{kept}", ""),
    ("PATCH", "/api/v1/kept-reports/{kept}", r#"{"name": "Angka"}"#),
    ("DELETE", "/api/v1/kept-reports/{kept}", ""),
    ("POST", "/api/v1/kept-reports/{kept}/restore", ""),
    ("GET", "/api/v1/kept-reports/{kept}/mail", ""),
    ("PUT", "/api/v1/kept-reports/{kept}/mail", MAILING),
    ("DELETE", "/api/v1/kept-reports/{kept}/mail", ""),
];
