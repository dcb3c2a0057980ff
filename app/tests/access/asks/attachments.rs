//! What there is to ask of files that are kept with clients, deals and activities.

use super::Ask;

/// A text of one line, as a form sends it.
pub const SENT: &[u8] = b"--part\r\n\
    Content-Disposition: form-data; name=\"files\"; filename=\"catatan.txt\"\r\n\r\n\
    Rak ketiga\r\n--part--\r\n";

pub const OF_ATTACHMENTS: &[Ask] = &[
    ("GET", "/accounts/{account}/attachments", ""),
    ("POST", "/accounts/{account}/attachments", "file"),
    ("GET", "/opportunities/{opportunity}/attachments", ""),
    ("POST", "/opportunities/{opportunity}/attachments", "file"),
    ("GET", "/notes/{note}/attachments", ""),
    ("POST", "/notes/{note}/attachments", "file"),
    ("GET", "/attachments/{attachment}", ""),
    ("POST", "/attachments/{attachment}", "name=Rak&description=Depan&internal=on"),
    ("GET", "/attachments/{attachment}/download", ""),
    ("GET", "/attachments/{attachment}/picture", ""),
    ("POST", "/attachments/{attachment}/hide", ""),
    ("POST", "/attachments/{attachment}/restore", ""),
    ("GET", "/api/v1/accounts/{account}/attachments", ""),
    ("POST", "/api/v1/accounts/{account}/attachments", "file"),
    ("GET", "/api/v1/opportunities/{opportunity}/attachments", ""),
    ("POST", "/api/v1/opportunities/{opportunity}/attachments", "file"),
    ("GET", "/api/v1/activities/{note}/attachments", ""),
    ("POST", "/api/v1/activities/{note}/attachments", "file"),
    ("GET", "/api/v1/attachments/{attachment}", ""),
    (
        "PATCH",
        "/api/v1/attachments/{attachment}",
        r#"{"name": "Rak", "description": "Depan", "internal": true}"#,
    ),
    ("DELETE", "/api/v1/attachments/{attachment}", ""),
    ("POST", "/api/v1/attachments/{attachment}/restore", ""),
    ("GET", "/api/v1/attachments/{attachment}/content", ""),
];
