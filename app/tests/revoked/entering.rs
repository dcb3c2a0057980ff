//! Coming in: by password, by link, and not too often.

use kernel::Lang;
use kernel::access::{Role, Roles};
use people::{Hire, hire};

use crate::live::{Live, get, post};

const RIGHT: &str = "email=ayu%40uji.example&password=jembatan+di+atas+kali";
const WRONG: &str = "email=ayu%40uji.example&password=jembatan+di+bawah+kali";

#[tokio::test]
async fn a_session_is_kept_where_only_this_site_reaches_it() {
    let live = Live::begin().await;

    let seen = live.ask(post("/sign-in", RIGHT)).await;

    let cookie = seen.cookie("__Host-jembatan").unwrap();
    let mut flags: Vec<&str> = cookie.split("; ").skip(1).collect();
    flags.retain(|it| !it.starts_with("Max-Age"));
    flags.sort_unstable();
    assert_eq!(flags, ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
    assert!(!cookie.contains("Domain"));
}

#[tokio::test]
async fn whether_an_address_is_known_is_not_told() {
    let live = Live::begin().await;
    let wrong = live.ask(post("/sign-in", WRONG)).await;
    let unknown = live.ask(post("/sign-in", "email=a%40b.example&password=jembatan")).await;
    let forgot = live.ask(post("/forgot", "email=ayu%40uji.example")).await;
    let nobody = live.ask(post("/forgot", "email=a%40b.example")).await;

    assert_eq!((wrong.status, unknown.status), (422, 422));
    let said = |seen: &crate::live::Seen| seen.body.lines().count();
    assert_eq!(said(&wrong), said(&unknown));
    assert_eq!((forgot.status, said(&forgot)), (nobody.status, said(&nobody)));
}

#[tokio::test]
async fn an_invitation_is_good_once() {
    let live = Live::begin().await;
    let tx = live.app.company(live.company).begin().await.unwrap();
    let new = Hire {
        name: "Rizky".to_owned(),
        email: Some("rizky@uji.example".to_owned()),
        phone: None,
        roles: Roles(vec![Role::AccountExecutive]),
        team: None,
        lang: Lang::Id,
    };
    let rizky = hire(&tx, new).await.unwrap();
    let url = identity::invite(&tx, rizky.id).await.unwrap().url;
    tx.commit().await.unwrap();
    let path = url.strip_prefix(crate::live::ORIGIN).unwrap();
    let (weak, good) = ("password=a&again=a", "password=kuda+lari+pagi&again=kuda+lari+pagi");

    assert_eq!(live.ask(get(path)).await.status, 200);
    assert_eq!(live.ask(post(path, weak)).await.status, 422);
    let seen = live.ask(post(path, good)).await;
    assert_eq!(seen.status, 303);
    let session = seen.cookie("__Host-jembatan").unwrap();
    let session = session.split(';').next().unwrap();
    assert_eq!(live.ask(get("/accounts").cookie(session)).await.status, 200);

    let again = live.ask(post(path, "password=kuda+lari+sore&again=kuda+lari+sore")).await;
    assert_eq!(again.status, 422);
    assert!(again.cookie("__Host-jembatan").is_none());
    let changed = post("/sign-in", "email=rizky%40uji.example&password=kuda+lari+sore");
    assert_eq!(live.ask(changed).await.status, 422);
    assert!(!live.ask(get(path)).await.body.contains("Rizky"), "a used link tells no name");
}

#[tokio::test]
async fn nobody_guesses_a_password_for_long() {
    let live = Live::begin().await;
    let mut last = 0;
    for attempt in 0..11 {
        // From everywhere: what counts is whose door it is.
        let seen = live.ask(post("/sign-in", WRONG).from([198, 51, 100, attempt])).await;
        last = seen.status;
        assert_eq!(last == 429, attempt == 10, "attempt {attempt}: {last}");
    }
    assert_eq!(last, 429);

    let right = live.ask(post("/sign-in", RIGHT).from([198, 51, 100, 99])).await;
    assert_eq!(right.status, 429, "not even who knows it");
    assert!(right.header("retry-after").parse::<u64>().unwrap() <= 60);
    let other = live.ask(post("/sign-in", "email=rizky%40uji.example&password=jembatan"));
    assert_eq!(other.await.status, 422, "the others are not kept waiting");
}

#[tokio::test]
async fn an_address_that_tries_many_names_is_kept_out_whatever_it_claims() {
    let live = Live::begin().await;
    let mut refused = 0;
    for attempt in 0..40 {
        // Nobody's name costs nobody a bucket of theirs.
        let body = "email=&password=jembatan";
        let forged = format!("203.0.113.{attempt}, 198.51.100.{attempt}");
        let seen = live.ask(post("/sign-in", body).with("x-forwarded-for", forged)).await;
        refused += u32::from(seen.status == 429);
    }
    assert!((9..=30).contains(&refused), "{refused} of 40");

    let right = live.ask(post("/sign-in", RIGHT)).await;
    assert_eq!(right.status, 429);
    let elsewhere = live.ask(post("/sign-in", RIGHT).from([192, 0, 2, 77])).await;
    assert_eq!(elsewhere.status, 303, "another address goes on");
}
