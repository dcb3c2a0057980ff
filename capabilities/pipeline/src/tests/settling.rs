//! A company settles its pipelines, their stages, and why deals are lost.

use serde_json::json;
use testing::{AYU, BUDI, SARI, SRI};

use super::{api, code, opened, world};

const PAGE: &str = "/settings/pipelines";

#[tokio::test]
async fn an_administrator_settles_pipelines_and_stages() {
    let world = world().await;
    let sri = world.browse(SRI);
    let new = "label_id=Tender+pemerintah&label_en=Public+tender";
    assert_eq!(sri.post(PAGE, new).await.status, 303);
    let stage = "pipeline=Public+tender&kind=open&label_id=Ambil+dokumen&label_en=Documents\
        &probability=15&expected_days=7";
    assert_eq!(sri.post("/settings/pipelines/stages", stage).await.status, 303);
    let change = "pipeline=new_business&code=Engaging&label_id=Pendekatan&label_en=In+talks\
        &probability=35&expected_days=";
    assert_eq!(sri.post("/settings/pipelines/stages/change", change).await.status, 303);
    let order = "pipeline=new_business&code=Negotiation&turn=earlier";
    assert_eq!(sri.post("/settings/pipelines/stages/change", order).await.status, 303);
    let reason = "label_id=Lokasi+terlalu+jauh&label_en=Too+far";
    assert_eq!(sri.post("/settings/pipelines/reasons", reason).await.status, 303);

    let page = sri.get(PAGE).await.body;
    for part in ["Public tender", "Documents", "In talks", "Too far", "Beginning"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let all = world.browse(AYU).get("/api/v1/pipelines").await.json();
    let stages = all["items"][0]["stages"].as_array().unwrap().clone();
    let codes: Vec<_> = stages.iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["Prospecting", "Engaging", "Negotiation", "Proposal", "Won", "Lost"]);
    assert_eq!(
        (&stages[1]["label_en"], &stages[1]["probability"]),
        (&json!("In talks"), &json!(35))
    );
    assert_eq!(stages[1]["expected_days"], json!(null));
    assert_eq!(all["items"][2]["stages"][0]["label_en"], "Beginning");
    assert_eq!(all["lost_reasons"][2]["label_en"], "Too far");
}

#[tokio::test]
async fn what_deals_use_is_retired_and_never_gone() {
    let world = world().await;
    let (sri, ayu) = (world.browse(SRI), world.browse(AYU));
    let deal = opened(&ayu, "Kertas", 1_000).await;
    let retire = "pipeline=new_business&code=Prospecting&label_id=Penjajakan&label_en=Prospecting\
        &probability=10&retired=on";
    assert_eq!(sri.post("/settings/pipelines/stages/change", retire).await.status, 303);

    let board = ayu.get("/opportunities/board").await.body;
    assert!(board.contains("Kertas"), "what is in it stays: {board}");
    let away = ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Engaging"}"#).await;
    assert_eq!(away.status, 200, "{}", away.body);
    let back = ayu.ask("POST", &api(&deal, "/stage"), r#"{"stage": "Prospecting"}"#).await;
    assert_eq!(code(&back), "pipeline.unknown_stage", "nothing moves into it any more");
    let new = opened(&ayu, "Tinta", 1).await;
    assert_eq!(new["stage"], "Engaging", "the first that is in use");

    let last = "pipeline=new_business&code=Won&label_id=Menang&label_en=Won&retired=on";
    let last = sri.post("/settings/pipelines/stages/change", last).await;
    assert!(last.status == 422 && last.body.contains("last of its kind"), "{}", last.body);
    let one = "pipeline=new_business&label_id=Baru&label_en=New&retired=on";
    assert_eq!(sri.post("/settings/pipelines/change", one).await.status, 303);
    let other = "pipeline=renewal&label_id=Panjang&label_en=Renewal&retired=on";
    let other = sri.post("/settings/pipelines/change", other).await;
    assert!(other.status == 422 && other.body.contains("last pipeline"), "{}", other.body);
}

#[tokio::test]
async fn what_cannot_be_settled_is_told() {
    let world = world().await;
    let sri = world.browse(SRI);
    for (address, body, said) in [
        ("", "label_id=", "Write its name"),
        ("", "label_id=New+business", "This name is taken"),
        ("/stages", "pipeline=new_business&kind=open&label_id=A&probability=101", "from 0 to 100"),
        ("/stages", "pipeline=new_business&kind=half&label_id=A", "what kind"),
        ("/stages", "pipeline=new_business&kind=open&label_id=A&expected_days=0", "from 1 to"),
        ("/stages", "pipeline=new_business&kind=open&label_id=Proposal", "This name is taken"),
    ] {
        let refused = sri.post(&format!("{PAGE}{address}"), body).await;
        assert_eq!(refused.status, 422, "{body}");
        assert!(refused.body.contains(said), "{said}: {}", refused.body);
    }
    let gone = "pipeline=none&code=x&label_id=A";
    assert_eq!(sri.post("/settings/pipelines/stages/change", gone).await.status, 404);
}

/// The form of a page that goes to this address and names these codes.
fn form<'a>(page: &'a str, address: &str, codes: &[(&str, &str)]) -> &'a str {
    let mut parts = vec![format!("action=\"{PAGE}{address}\"")];
    parts.extend(codes.iter().map(|(name, code)| format!("name=\"{name}\" value=\"{code}\"")));
    let mut forms = page.split("<form").filter_map(|it| it.split("</form>").next());
    let form = forms.find(|it| parts.iter().all(|part| it.contains(part)));
    form.unwrap_or_else(|| panic!("{address} {codes:?}: {page}"))
}

#[tokio::test]
async fn what_was_typed_stays_in_the_form_that_is_refused() {
    let world = world().await;
    let sri = world.browse(SRI);
    let change = "pipeline=new_business&code=Proposal&label_id=Tawaran+kami&label_en=Our+offer\
        &probability=half&expected_days=9&category=omitted&retired=on";
    let new = "pipeline=renewal&kind=won&label_id=Selesai&label_en=Done&probability=70\
        &expected_days=0";

    let refused = sri.post("/settings/pipelines/stages/change", change).await;
    let added = sri.post("/settings/pipelines/stages", new).await;

    assert_eq!((refused.status, added.status), (422, 422), "{}", refused.body);
    let codes = |code| [("pipeline", "new_business"), ("code", code)];
    let stage = form(&refused.body, "/stages/change", &codes("Proposal"));
    for part in [
        "value=\"Tawaran kami\"",
        "value=\"Our offer\"",
        "value=\"half\"",
        "value=\"9\"",
        "value=\"omitted\" selected",
        "name=\"retired\" value=\"on\" checked",
        "id=\"probability-4-error\"",
        "from 0 to 100",
    ] {
        assert!(stage.contains(part), "{part}: {stage}");
    }
    assert_eq!(refused.body.matches("from 0 to 100").count(), 1, "said once: {}", refused.body);
    let other = form(&refused.body, "/stages/change", &codes("Engaging"));
    assert!(other.contains("value=\"25\"") && !other.contains("checked"), "as kept: {other}");
    let own = form(&added.body, "/stages", &[("pipeline", "renewal")]);
    for part in ["value=\"won\" selected", "value=\"Done\"", "value=\"70\"", "from 1 to"] {
        assert!(own.contains(part), "{part}: {own}");
    }
    let other = form(&added.body, "/stages", &[("pipeline", "new_business")]);
    assert!(other.contains("value=\"50\"") && !other.contains("from 1 to"), "{other}");
}

#[tokio::test]
async fn what_no_input_is_to_blame_for_stands_above_its_form() {
    let world = world().await;
    let sri = world.browse(SRI);
    let last = "pipeline=renewal&code=Won&label_id=Lanjut&label_en=Goes+on&retired=on";
    let taken = "pipeline=renewal&label_id=Baru&label_en=New+business";

    let refused = sri.post("/settings/pipelines/stages/change", last).await;
    let named = sri.post("/settings/pipelines/change", taken).await;
    let nameless = sri.post("/settings/pipelines/reasons", "label_id=+&asks_note=on").await;

    assert_eq!((refused.status, named.status, nameless.status), (422, 422, 422));
    let won = |way| form(&refused.body, "/stages/change", &[("pipeline", way), ("code", "Won")]);
    let (above, inputs) = won("renewal").split_once("name=\"label_id\"").unwrap();
    assert!(above.contains("last of its kind"), "{above}");
    assert!(inputs.contains("value=\"Goes on\"") && inputs.contains("checked"), "{inputs}");
    assert!(!won("new_business").contains("last of its kind"), "{}", refused.body);
    let renewal = form(&named.body, "/change", &[("pipeline", "renewal")]);
    assert!(renewal.contains("This name is taken") && renewal.contains("value=\"Baru\""));
    assert_eq!(named.body.matches("This name is taken").count(), 1, "{}", named.body);
    let reason = form(&nameless.body, "/reasons", &[]);
    assert!(reason.contains("Write its name") && reason.contains("checked"), "{reason}");
    let odd = "pipeline=none&code=x&label_id=A&probability=half";
    let gone = sri.post("/settings/pipelines/stages/change", odd).await;
    assert_eq!(gone.status, 404, "there is no form for it");
}

#[tokio::test]
async fn nobody_else_settles_them() {
    let world = world().await;
    for who in [AYU, BUDI] {
        let browser = world.browse(who);
        assert_eq!(browser.get(PAGE).await.status, 403);
        for (address, body) in [
            ("", "label_id=A"),
            ("/change", "pipeline=renewal&label_id=A"),
            ("/stages", "pipeline=renewal&kind=open&label_id=A"),
            ("/stages/change", "pipeline=renewal&code=Upcoming&label_id=A"),
            ("/reasons", "label_id=A"),
            ("/reasons/change", "code=price&label_id=A"),
        ] {
            let seen = browser.post(&format!("{PAGE}{address}"), body).await;
            assert_eq!(seen.status, 403, "{} {address}", who.name);
        }
    }
    let theirs = "pipeline=renewal&label_id=A";
    let stranger = world.browse(SARI).post("/settings/pipelines/change", theirs).await;
    assert_eq!(stranger.status, 404, "another company has no such pipeline");
}
