//! Rules say to whom prospects go, and why; nobody gets more than fits, whoever asks at once.

use frame::Ctx;
use serde_json::{Value, json};
use testing::{ANDI, AYU, BUDI, RIZKY, SRI, Someone, WATI, World, id};

use super::{API, api, code, in_turn, is, path, read, rule, world, written};
use crate::fields::ProspectFields;
use crate::owners::Whose;
use crate::write_down::{NewProspect, write_down};

/// A prospect that goes by the rules.
async fn by_rules(world: &World, name: &str, more: Value) -> Value {
    let mut body = json!({ "name": name, "source": "website", "owner_id": "rules" });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    written(&world.browse(SRI), &body).await
}

fn in_team(json: &Value) -> bool {
    is(json, AYU) || is(json, RIZKY)
}

#[tokio::test]
async fn turns_go_round_and_the_result_is_said() {
    let world = world().await;
    rule(&world, &in_turn("&places=Bandung,+DKI+Jakarta")).await;
    let bandung = json!({ "city": "Kota Bandung" });

    let first = by_rules(&world, "Klinik Satu", bandung.clone()).await;
    let second = by_rules(&world, "Warung Dua", bandung.clone()).await;
    let third = by_rules(&world, "Hotel Tiga", bandung).await;
    let other = by_rules(&world, "Apotek Empat", json!({ "city": "Bogor" })).await;

    assert!(in_team(&first) && in_team(&second), "{first} {second}");
    assert_ne!(first["owner_id"], second["owner_id"]);
    assert_eq!(first["owner_id"], third["owner_id"]);
    let why = first["why"].as_str().unwrap();
    assert!(why.starts_with("Rule 1 “Selatan”: in turn, ") && why.contains("’s turn"), "{why}");
    assert_eq!(other["owner_id"], Value::Null);
    assert_eq!(other["why"], "Waits in the inbox: no rule is about it");
}

#[tokio::test]
async fn the_first_rule_decides_and_rules_change_places() {
    let world = world().await;
    rule(&world, &format!("name=Wati&way=person&person_id={}", WATI.person())).await;
    rule(&world, &in_turn("")).await;
    assert!(is(&by_rules(&world, "Klinik Satu", json!({})).await, WATI));
    let page = world.browse(SRI).get("/settings/prospects").await.body;
    let second = last_rule(&page);

    let moved = format!("/settings/prospects/rules/{second}/move");
    assert_eq!(world.browse(SRI).post(&moved, "turn=earlier").await.status, 303);

    assert!(in_team(&by_rules(&world, "Warung Dua", json!({})).await));
}

/// The id of the last rule on the page.
fn last_rule(page: &str) -> String {
    let parts = page.split("/settings/prospects/rules/").map(|it| it.get(..36).unwrap_or(""));
    parts.filter(|it| it.matches('-').count() == 4).last().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_is_full_or_away_is_passed_over_and_it_waits_when_all_are() {
    let world = world().await;
    rule(&world, &in_turn("&most_in_day=1")).await;
    let until = format!("/prospects/people/{}/pause", AYU.person());
    assert_eq!(world.browse(RIZKY).post(&until, "").await.status, 403);
    assert_eq!(world.browse(BUDI).post(&until, "until=2026-03-03").await.status, 303);

    let first = by_rules(&world, "Klinik Satu", json!({})).await;
    let second = by_rules(&world, "Warung Dua", json!({})).await;

    assert!(is(&first, RIZKY), "{first}");
    assert_eq!(second["owner_id"], Value::Null);
    let why = second["why"].as_str().unwrap();
    for part in [
        "nobody whom the rules name can take it",
        "Ayu Lestari passed over: takes nothing until 3 Mar 2026",
        "Rizky Pratama passed over: today’s share 1/1",
    ] {
        assert!(why.contains(part), "{part}: {why}");
    }
    // The day after the pause, and after that day's share.
    world.at("2026-03-04T05:00:00Z");
    let third = by_rules(&world, "Hotel Tiga", json!({})).await;
    assert!(in_team(&third), "{third}");
    let people = world.browse(BUDI).get("/prospects/people").await;
    assert!(people.body.contains("Rizky Pratama"), "{}", people.body);
    assert!(!people.body.contains("Wati"), "not of another team: {}", people.body);
}

#[tokio::test]
async fn a_pause_that_is_refused_is_shown_as_it_was_typed() {
    let world = world().await;
    let stop = format!("/prospects/people/{}/pause", AYU.person());
    let budi = world.browse(BUDI);
    let long = ["Cuti melahirkan"; 30].join(" ");

    let never = budi.post(&stop, "until=9999-12-31&reason=Cuti+tahunan").await;
    let wordy = budi.post(&stop, &format!("until=&reason={}", long.replace(' ', "+"))).await;

    assert_eq!((never.status, wordy.status), (422, 422), "{}", never.body);
    assert!(never.body.contains("value=\"Cuti tahunan\""), "{}", never.body);
    assert!(never.body.contains("Choose a date between 1000 and 2999."), "{}", never.body);
    assert!(wordy.body.contains(&long), "{}", wordy.body);
    assert!(wordy.body.contains("Too long. At most 300 letters."), "{}", wordy.body);
}

#[tokio::test]
async fn the_inbox_is_tried_before_it_is_handed_out() {
    let world = world().await;
    let sri = world.browse(SRI);
    let waits = by_rules(&world, "Klinik Satu", json!({})).await;
    assert_eq!(waits["why"], "Waits in the inbox: the company has no rules of assignment yet");
    rule(&world, &in_turn("")).await;

    let page = world.browse(BUDI).get("/prospects/inbox").await.body;
    for part in ["Klinik Satu", "in turn", "Hand out by the rules"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(read(&sri, &waits).await["owner_id"], Value::Null, "trying changes nothing");
    assert_eq!(world.browse(AYU).get("/prospects/inbox").await.status, 403);
    assert_eq!(world.browse(AYU).post("/prospects/inbox", "").await.status, 403);
    let other = world.browse(ANDI).get(&format!("{API}/inbox")).await;
    assert_eq!(other.status, 403);

    let done = world.browse(BUDI).post("/prospects/inbox", "").await;

    assert_eq!(done.status, 303, "{}", done.body);
    assert!(in_team(&read(&sri, &waits).await));
    let tried = sri.get(&format!("{API}/inbox?of=all")).await.json();
    assert_eq!(tried.as_array().unwrap().len(), 1, "{tried}");
}

#[tokio::test]
async fn by_hand_by_rule_and_back_into_the_inbox() {
    let world = world().await;
    rule(&world, &in_turn("")).await;
    let it = by_rules(&world, "Klinik Satu", json!({})).await;

    world.at("2026-03-02T06:00:00Z");
    let back = json!({ "owner_id": "inbox" });
    let back = world.browse(BUDI).post_json(&api(&it, "/owner"), &back).await;
    assert_eq!(back.json()["why"], "Put into the inbox by Budi Santoso", "{}", back.body);
    world.at("2026-03-02T07:00:00Z");
    let again = json!({ "owner_id": "rules" });
    let again = world.browse(BUDI).post_json(&api(&it, "/owner"), &again).await;

    assert!(in_team(&again.json()), "{}", again.body);
    assert_ne!(again.json()["owner_id"], it["owner_id"], "the turn has gone on");
    let log = read(&world.browse(SRI), &it).await["assignments"].clone();
    let how: Vec<_> = log.as_array().unwrap().iter().map(|it| it["how"].clone()).collect();
    assert_eq!(how, ["rule", "inbox", "rule"]);
}

#[tokio::test]
async fn a_rule_is_settled_whole_and_by_whoever_may() {
    let world = world().await;
    let sri = world.browse(SRI);
    let wrong = "name=&way=turn&places=Bandung&most_open=banyak";
    let wrong = sri.post("/settings/prospects/rules/new", wrong).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("whole number") && wrong.body.contains("value=\"Bandung\""));
    let nobody = sri.post("/settings/prospects/rules/new", "name=&way=turn").await;
    for part in ["Write the rule’s name", "Choose the team or the person"] {
        assert!(nobody.body.contains(part), "{part}: {}", nobody.body);
    }
    for who in [BUDI, AYU] {
        let seen = world.browse(who).post("/settings/prospects/rules/new", &in_turn("")).await;
        assert_eq!(seen.status, 403, "{}", who.name);
    }
    let foreign = format!("name=A&way=turn&team_id={}", id("laut"));
    assert_eq!(sri.post("/settings/prospects/rules/new", &foreign).await.status, 422);

    rule(&world, &in_turn("&sources=situs+web&value_from=5.000.000&most_open=30")).await;
    let page = sri.get("/settings/prospects").await.body;
    for part in
        ["Source Website", "From Rp5.000.000", "in turn in Jakarta Selatan", "30 open prospects"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[tokio::test]
async fn sources_and_reasons_are_the_company_s_own() {
    let world = world().await;
    let sri = world.browse(SRI);
    let new = "list=source&label_id=Titipan&label_en=Passed+on";
    assert_eq!(sri.post("/settings/prospects/choices", new).await.status, 303);
    let it = written(&sri, &json!({ "name": "Klinik Satu", "source": "passed_on" })).await;
    let hide = "list=source&code=passed_on&label_id=Titipan&label_en=Passed+on&hidden=on";
    assert_eq!(sri.post("/settings/prospects/choices/change", hide).await.status, 303);

    let late = sri.post_json(API, &json!({ "name": "Warung Dua", "source": "passed_on" })).await;
    let kept = sri.ask("PATCH", &api(&it, ""), r#"{"city": "Bogor"}"#).await;

    assert_eq!(code(&late), "prospects.unknown_source");
    assert_eq!(kept.status, 200, "what it had may stay: {}", kept.body);
    assert!(sri.get(&path(&it, "")).await.body.contains("Passed on"));
    let denied = world.browse(BUDI).post("/settings/prospects/choices", new).await;
    assert_eq!(denied.status, 403);
}

/// So many prospects at once, each in a transaction of its own.
async fn at_once(world: &World, who: Someone, count: usize) {
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..count {
        let ctx = world.ctx(who);
        writers.spawn(async move {
            let tx = Ctx::begin(ctx).await?;
            let fields = ProspectFields {
                name: format!("Toko {number}"),
                source: "website".to_owned(),
                ..ProspectFields::default()
            };
            let new = NewProspect { fields, whose: Some(Whose::Rules), external_key: None };
            write_down(&tx, new).await?;
            tx.commit().await
        });
    }
    while let Some(written) = writers.join_next().await {
        written.unwrap().unwrap();
    }
}

async fn counts(world: &World, who: &[Someone]) -> Vec<usize> {
    let list = world.browse(SRI).get(&format!("{API}?limit=200")).await.json();
    let items = list["items"].as_array().unwrap();
    who.iter().map(|who| items.iter().filter(|it| is(it, *who)).count()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_turn_is_taken_twice() {
    let world = world().await;
    rule(&world, &in_turn("")).await;

    at_once(&world, SRI, 16).await;

    let counts = counts(&world, &[AYU, RIZKY, BUDI]).await;
    let taken: Vec<_> = counts.iter().filter(|it| 0 < **it).collect();
    let (most, least) = (taken.iter().max().unwrap(), taken.iter().min().unwrap());
    assert_eq!(counts.iter().sum::<usize>(), 16, "{counts:?}");
    assert!(**most - **least <= 1, "{counts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_more_than_fits_however_many_come_at_once() {
    let world = world().await;
    rule(&world, &format!("name=Dua&way=least&team_id={}&most_open=2", id("selatan"))).await;

    at_once(&world, SRI, 14).await;

    let counts = counts(&world, &[AYU, RIZKY, BUDI]).await;
    assert!(counts.iter().all(|it| *it <= 2) && counts[0] == 2 && counts[1] == 2, "{counts:?}");
}
