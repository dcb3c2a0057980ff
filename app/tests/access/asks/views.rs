//! What there is to ask of views.

use super::Ask;

const VIEW: &str = "list=accounts&question=tier%3DA&name=Tier+A&shared=team";

pub const OF_VIEWS: &[Ask] = &[
    ("GET", "/views/new?list=accounts&question=tier%3DA", ""),
    ("POST", "/views/new", VIEW),
    ("GET", "/views/{view}/edit", ""),
    ("POST", "/views/{view}/edit", "name=Tier+satu&shared=own"),
    ("POST", "/views/{view}/hide", ""),
    ("POST", "/views/{view}/restore", ""),
    ("GET", "/api/v1/views?list=accounts", ""),
    (
        "POST",
        "/api/v1/views",
        r#"{"list": "accounts", "name": "Tier A", "question": "tier=A", "shared": "team"}"#,
    ),
    ("PATCH", "/api/v1/views/{view}", r#"{"name": "Tier satu"}"#),
    ("DELETE", "/api/v1/views/{view}", ""),
    ("POST", "/api/v1/views/{view}/restore", ""),
];
