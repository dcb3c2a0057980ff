//! An address or a form that cannot be read: a person is told so in a sentence and shown a way on,
//! a program is told where.

use axum::routing::get;
use frame::web::{Form, Query};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::{AYU, World};

#[derive(Deserialize)]
struct Asked {
    #[serde(rename = "from")]
    _from: Option<kernel::Day>,
}

async fn show(Query(_): Query<Asked>) -> &'static str {
    "shown"
}

async fn submit(Form(_): Form<Asked>) -> &'static str {
    "sent"
}

async fn world() -> World {
    let routes = OpenApiRouter::new()
        .route("/days", get(show).post(submit))
        .route("/api/v1/days", get(show));
    World::with(routes).await
}

#[tokio::test]
async fn a_person_reads_a_sentence_and_may_open_the_page_without_it() {
    let world = world().await;
    let ayu = world.browse(AYU);

    let page = ayu.get("/days?from=0026-03-01").await;
    assert_eq!(page.status, 400);
    assert!(page.body.contains("href=\"/days\""), "{}", page.body);
    assert!(!page.body.contains("eserialize") && !page.body.contains("0026"), "{}", page.body);

    let form = ayu.post("/days", "from=yesterday").await;
    assert_eq!(form.status, 400, "{}", form.body);
    assert!(!form.body.contains("eserialize"), "{}", form.body);
    assert!(!form.body.contains("href=\"/days\""), "what was posted is not an address to open");
}

#[tokio::test]
async fn a_program_is_told_what_is_wrong() {
    let world = world().await;

    let problem = world.browse(AYU).get("/api/v1/days?from=0026-03-01").await;

    assert_eq!((problem.status, problem.json()["code"].as_str()), (400, Some("malformed")));
    assert!(problem.body.contains("from"), "{}", problem.body);
}
