//! Whoever may not come in any more is out at the next request, and their programs with them.

use std::time::Duration;

use axum::body::BodyDataStream;
use axum::response::Response;
use axum::routing::get as answers;
use frame::web::{Presented, live};
use frame::{App, Ctx};
use futures_util::StreamExt;
use kernel::access::Area;
use people::person::PersonStatus;
use utoipa_axum::router::OpenApiRouter;

use crate::live::{Live, get, post};

const SNAPSHOT: &str = "/api/v1/field/snapshot";

#[tokio::test]
async fn whoever_is_suspended_or_left_is_out_at_once() {
    for status in [PersonStatus::Suspended, PersonStatus::Left] {
        let live = Live::begin().await;
        let (session, token) = (live.sign_in().await, live.token().await);
        assert_eq!(live.ask(get("/accounts").cookie(&session)).await.status, 200);
        assert_eq!(live.ask(get(SNAPSHOT).cookie(&session)).await.status, 200);
        assert_eq!(live.ask(get(SNAPSHOT).bearer(&token)).await.status, 200);

        live.ayu_is(status).await;

        let page = live.ask(get("/accounts").cookie(&session)).await;
        assert_eq!((page.status, page.header("location")), (303, "/sign-in?next=%2Faccounts"));
        assert_eq!(live.ask(get(SNAPSHOT).cookie(&session)).await.status, 401);
        assert_eq!(live.ask(get(SNAPSHOT).bearer(&token)).await.status, 401);
        let batch = post("/api/v1/field/events", "{\"events\": []}").bearer(&token);
        assert_eq!(live.ask(batch.with("content-type", "application/json")).await.status, 401);
        let again = post("/sign-in", "email=ayu%40uji.example&password=jembatan+di+atas+kali");
        assert_eq!(live.ask(again).await.status, 422);
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_and_no_other() {
    let live = Live::begin().await;
    let (here, there) = (live.sign_in().await, live.sign_in().await);

    let seen = live.ask(post("/sign-out", "").cookie(&here)).await;

    assert_eq!((seen.status, seen.header("location")), (303, "/sign-in"));
    assert!(seen.cookie("__Host-jembatan").unwrap().contains("Max-Age=0"));
    assert_eq!(live.ask(get(SNAPSHOT).cookie(&here)).await.status, 401);
    assert_eq!(live.ask(get(SNAPSHOT).cookie(&there)).await.status, 200);
}

#[tokio::test]
async fn a_token_taken_back_or_run_out_is_worth_nothing() {
    let live = Live::begin().await;
    let token = live.token().await;
    live.app.clock.turn(live.app.now().plus_days(31));
    assert_eq!(live.ask(get(SNAPSHOT).bearer(&token)).await.status, 401);

    let token = live.token().await;
    assert_eq!(live.ask(get(SNAPSHOT).bearer(&token)).await.status, 200);
    let session = live.sign_in().await;
    let page = live.ask(get("/settings/tokens").cookie(&session)).await.body;
    let path = page.split("action=\"").find(|it| it.contains("/revoke\"")).unwrap();
    let path = path.split('"').next().unwrap();
    assert_eq!(live.ask(post(path, "").cookie(&session)).await.status, 303);
    assert_eq!(live.ask(get(SNAPSHOT).bearer(&token)).await.status, 401);
}

#[tokio::test]
async fn a_stream_ends_with_the_right_to_read() {
    async fn watch(ctx: Ctx, presented: Presented) -> Response {
        live::watch(ctx, presented, Area::Visits)
    }
    let route: OpenApiRouter<App> = OpenApiRouter::new().route("/watch", answers(watch));
    let live = Live::with(route).await;
    let session = live.sign_in().await;
    let answer = live.answer(get("/watch").cookie(&session)).await;
    assert_eq!(answer.status(), 200);
    let mut stream = answer.into_body().into_data_stream();
    assert!(heard(&mut stream).await.unwrap().contains("hello"));

    live.token().await;
    assert!(heard(&mut stream).await.unwrap().contains("changed"), "something of Ayu's happened");
    live.ayu_is(PersonStatus::Suspended).await;

    assert_eq!(heard(&mut stream).await, None, "the stream is over");
    assert_eq!(live.ask(get("/watch").cookie(&session)).await.status, 303);
}

/// What comes next, or nothing when the stream is over.
async fn heard(stream: &mut BodyDataStream) -> Option<String> {
    let next = tokio::time::timeout(Duration::from_secs(10), stream.next()).await;
    let bytes = next.expect("it neither speaks nor ends")?.unwrap();
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
