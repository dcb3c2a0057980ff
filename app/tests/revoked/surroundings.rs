//! What surrounds every address: where requests may come from, what browsers are told to forbid,
//! and how a failure is told.

use axum::routing::get as answers;
use frame::{App, Error, Result};
use utoipa_axum::router::OpenApiRouter;

use crate::live::{Live, ORIGIN, get, post};

/// Routes that fail in every way that is our own fault.
fn failing() -> OpenApiRouter<App> {
    async fn fails() -> Result<()> {
        Err(Error::internal(std::io::Error::other("the secret cause")))
    }
    async fn panics() -> Result<()> {
        panic!("the secret cause")
    }
    OpenApiRouter::new()
        .route("/fails", answers(fails))
        .route("/api/v1/fails", answers(fails))
        .route("/panics", answers(panics))
        .route("/api/v1/panics", answers(panics))
}

#[tokio::test]
async fn a_failure_shows_no_cause() {
    let live = Live::with(failing()).await;
    for path in ["/fails", "/panics", "/api/v1/fails", "/api/v1/panics"] {
        let seen = live.ask(get(path)).await;

        assert_eq!(seen.status, 500, "{path}");
        for cause in ["secret cause", "panicked", "surroundings.rs", "backtrace"] {
            assert!(!seen.body.contains(cause), "{path} tells of {cause}: {}", seen.body);
        }
        let kind = seen.header("content-type");
        if path.starts_with("/api") {
            assert_eq!(kind, "application/problem+json");
            let problem: serde_json::Value = serde_json::from_str(&seen.body).unwrap();
            assert_eq!(problem["code"], "internal");
            assert!(problem["request"].as_str().is_some_and(|it| it.len() == 16), "{problem}");
        } else {
            assert!(kind.starts_with("text/html"), "{kind}");
        }
    }
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let live = Live::begin().await;
    let session = live.sign_in().await;

    let page = live.ask(get("/nowhere").cookie(&session)).await;
    let api = live.ask(get("/api/v1/nowhere").cookie(&session)).await;

    assert_eq!((page.status, api.status), (404, 404));
    assert!(page.header("content-type").starts_with("text/html"));
    assert_eq!(api.header("content-type"), "application/problem+json");
    assert_eq!(live.ask(get("/debug/pprof")).await.status, 404);
    assert_eq!(live.ask(get("/metrics")).await.status, 404, "shown on a listener of its own");
}

#[tokio::test]
async fn nothing_changes_from_another_site() {
    let live = Live::begin().await;
    let session = live.sign_in().await;
    let sign_out = || post("/sign-out", "").cookie(&session);
    let bare = || sign_out().without("sec-fetch-site");

    for ask in [
        sign_out().with("sec-fetch-site", "cross-site"),
        sign_out().with("sec-fetch-site", "same-site"),
        sign_out().with("sec-fetch-site", "none"),
        sign_out().with("sec-fetch-site", "cross-site").with("origin", ORIGIN),
        bare(),
        bare().with("origin", "https://evil.example"),
        bare().with("origin", "null"),
        bare().with("origin", format!("{ORIGIN}.evil.example")),
    ] {
        assert_eq!(live.ask(ask).await.status, 403);
    }
    let entering = post("/sign-in", "email=ayu%40uji.example&password=jembatan+di+atas+kali");
    assert_eq!(live.ask(entering.with("sec-fetch-site", "cross-site")).await.status, 403);

    assert_eq!(live.ask(get("/accounts").cookie(&session)).await.status, 200, "still in");
    assert_eq!(live.ask(bare().with("origin", ORIGIN)).await.status, 303);
}

#[tokio::test]
async fn every_answer_tells_browsers_what_to_forbid() {
    let live = Live::with(failing()).await;
    let session = live.sign_in().await;
    let style = live.ask(get("/sign-in")).await.body;
    let style = style.split('"').find(|it| it.starts_with("/assets/")).unwrap().to_owned();
    let paths = [
        "/sign-in",
        "/accounts",
        "/field",
        "/nowhere",
        "/fails",
        "/panics",
        "/api/v1/field/snapshot",
        "/api/v1/nowhere",
        "/api/v1/openapi.json",
        "/field/sw.js",
        "/manifest.webmanifest",
        "/assets/nowhere.css",
        "/livez",
        "/readyz",
        &style,
    ];
    for ask in paths.map(get) {
        for ask in [ask.clone(), ask.cookie(&session)] {
            let path = ask.path.clone();
            let seen = live.ask(ask).await;
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "same-origin"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
                ("permissions-policy", "geolocation=(self), camera=(self)"),
                ("strict-transport-security", "max-age=31536000"),
            ] {
                assert_eq!(seen.header(name), value, "{name} of {path}");
            }
            let policy = seen.header("content-security-policy");
            for rule in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"] {
                assert!(policy.contains(rule), "{path}: {policy}");
            }
            assert!(!policy.contains("unsafe"), "{path}: {policy}");
            assert!(seen.headers.get("access-control-allow-origin").is_none(), "{path}");
            assert!(seen.headers.get("server").is_none(), "{path}");
            if !path.contains("/assets/") && !path.contains("sw.js") && !path.contains("manifest") {
                assert_eq!(seen.header("cache-control"), "no-store", "{path}");
            }
        }
    }
}

#[tokio::test]
async fn a_nonce_is_good_for_one_page() {
    let live = Live::begin().await;
    let mut nonces = Vec::new();
    for _ in 0..2 {
        let seen = live.ask(get("/sign-in")).await;
        let policy = seen.header("content-security-policy");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
        assert!(seen.body.contains(&format!("nonce=\"{nonce}\"")), "{policy}");
        nonces.push(nonce.to_owned());
    }
    assert_ne!(nonces[0], nonces[1]);
}
