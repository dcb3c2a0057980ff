use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use tower::ServiceExt;

use super::{FILES, has_module, routes, url};

const CAPABILITIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../capabilities");
const FRAME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../foundation/frame/src");

async fn ask(path: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let request = headers
        .iter()
        .fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
    let router: Router = routes();
    router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

fn said<'a>(response: &'a Response<Body>, header: &str) -> &'a str {
    response.headers().get(header).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn a_hashed_file_is_kept_for_a_year() {
    let response = ask(url("app.css"), &[]).await;

    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(said(&response, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(said(&response, "content-type"), "text/css; charset=utf-8");
    assert_eq!(said(&response, "x-content-type-options"), "nosniff");
    assert_eq!(said(&response, "cross-origin-resource-policy"), "same-origin");
}

#[tokio::test]
async fn a_browser_that_takes_brotli_gets_it() {
    let packed = ask(url("app.css"), &[("accept-encoding", "gzip, br")]).await;
    let plain = ask(url("app.css"), &[]).await;

    assert_eq!(said(&packed, "content-encoding"), "br");
    assert_eq!(said(&packed, "vary"), "Accept-Encoding");
    assert_ne!(said(&packed, "etag"), said(&plain, "etag"));
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let first = ask("/manifest.webmanifest", &[]).await;

    let again = ask("/manifest.webmanifest", &[("if-none-match", said(&first, "etag"))]).await;

    assert_eq!(said(&first, "cache-control"), "no-cache");
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(said(&again, "etag"), said(&first, "etag"));
}

#[tokio::test]
async fn a_browser_that_asks_for_the_old_icon_gets_the_drawing() {
    let answer = ask("/favicon.ico", &[]).await;

    assert_eq!(answer.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(said(&answer, "location"), "/favicon.svg");
}

#[tokio::test]
async fn the_service_worker_may_look_after_every_page() {
    // The field app may be absent while it is being built.
    if !FILES.iter().any(|file| file.name == "field/sw.js") {
        return;
    }
    let response = ask("/field/sw.js", &[]).await;

    assert_eq!(said(&response, "service-worker-allowed"), "/");
    assert_eq!(said(&response, "cache-control"), "no-cache");
}

#[tokio::test]
async fn an_unknown_file_is_not_found() {
    assert_eq!(ask("/assets/app.css", &[]).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(ask("/assets/../Cargo.toml", &[]).await.status(), StatusCode::NOT_FOUND);
}

#[test]
fn every_address_is_served_once_and_every_name_is_in_order() {
    assert!(FILES.windows(2).all(|pair| pair[0].name < pair[1].name));
    let mut addresses: Vec<_> = FILES.iter().map(|file| file.address).collect();
    addresses.sort_unstable();
    assert!(addresses.windows(2).all(|pair| pair[0] != pair[1]), "{addresses:?}");
}

#[test]
fn every_page_module_was_bundled() {
    for path in files(Path::new(CAPABILITIES), "ts") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(has_module(name), "touch web/build.mjs: {} is new", path.display());
    }
}

#[test]
fn every_icon_that_is_named_is_listed() {
    let listed = include_str!("../icons.txt");
    let field = concat!(env!("CARGO_MANIFEST_DIR"), "/field");
    let sources = [
        (
            CAPABILITIES,
            "html",
            ["icon icon-", "icon = \"", "ui::icon(\"", "ui::empty(\""].as_slice(),
        ),
        (FRAME, "html", &["icon icon-", "icon = \""]),
        (CAPABILITIES, "rs", &[" icon: \""]),
        (field, "ts", &["icon(\"", "drawing: \""]),
    ];
    for (home, ending, signs) in sources {
        for path in files(Path::new(home), ending) {
            let text = fs::read_to_string(&path).unwrap();
            for name in signs.iter().flat_map(|sign| words_after(&text, sign)) {
                let known = listed.lines().any(|line| line == name);
                assert!(known, "{} shows {name}, which web/icons.txt lacks", path.display());
            }
        }
    }
}

/// The icon names that follow a sign; one that is computed has no name here.
fn words_after<'a>(text: &'a str, sign: &'a str) -> impl Iterator<Item = &'a str> {
    let after = text.split(sign).skip(1);
    let names = after.map(|rest| {
        let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
        &rest[..end.unwrap_or(rest.len())]
    });
    names.filter(|name| !name.is_empty())
}

#[test]
fn every_class_of_a_template_has_a_style() {
    let styles = FILES.iter().find(|file| file.name == "app.css").unwrap();
    let styles = std::str::from_utf8(styles.plain).unwrap();
    for path in [CAPABILITIES, FRAME].iter().flat_map(|home| files(Path::new(home), "html")) {
        let template = fs::read_to_string(&path).unwrap();
        for class in classes(&template) {
            let known = has_style(styles, class);
            assert!(known, "{}: web/css has no class {class}", path.display());
        }
    }
}

/// The words in `class="…"`, without those that the template computes.
fn classes(template: &str) -> impl Iterator<Item = &str> {
    let after = template.split(" class=\"").skip(1);
    let lists = after.map(|rest| rest.split(['"', '{']).next().unwrap_or_default());
    lists.flat_map(str::split_whitespace).filter(|class| !class.ends_with('-'))
}

fn has_style(styles: &str, class: &str) -> bool {
    styles.match_indices(&format!(".{class}")).any(|(at, found)| {
        let next = styles[at + found.len()..].chars().next();
        next.is_none_or(|sign| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_')
    })
}

fn files(home: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(home) else { return Vec::new() };
    entries
        .map(|entry| entry.unwrap().path())
        .flat_map(|path| if path.is_dir() { files(&path, ending) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect()
}
