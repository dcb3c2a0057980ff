//! Somebody whom an import brought in comes in themselves.

use importing::source_file::gather;
use importing::{Import, Imported, preset};
use kernel::Lang;
use kernel::access::{Role, Roles};
use people::person::{self, PersonStatus};
use people::{Hire, hire};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::live::{Live, PASSWORD, get, post};

const TEAMS: &str = "sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\n";
const PRESET: &str = "crm-sales-opportunities";

async fn import(live: &Live) -> Imported {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sales_teams.csv");
    std::fs::write(&path, TEAMS).unwrap();
    let mapping = preset::named(PRESET).unwrap();
    let sources = gather(&[path], &mapping).map_err(|it| it.to_string()).unwrap();
    let import = Import { preset: PRESET, mapping: &mapping, sources: &sources, lang: Lang::Id };
    importing::import(&live.app.company(live.company), &import, |_| {}).await.unwrap()
}

/// An administrator's token and session.
async fn administrator(live: &Live) -> (String, String) {
    let tx = live.app.company(live.company).begin().await.unwrap();
    let new = Hire {
        name: "Sri Wahyuni".to_owned(),
        email: Some("sri@uji.example".to_owned()),
        phone: None,
        roles: Roles::only(Role::Administrator),
        team: None,
        lang: Lang::Id,
    };
    let sri = hire(&tx, new).await.unwrap().id;
    identity::set_password(&tx, sri, PASSWORD.to_owned()).await.unwrap();
    let token = identity::issue_token(&tx, sri, "impor", 30).await.unwrap().text;
    tx.commit().await.unwrap();
    let entered = post("/sign-in", "email=sri%40uji.example&password=jembatan+di+atas+kali");
    let entered = live.ask(entered).await;
    let session = entered.cookie("__Host-jembatan").unwrap();
    (token, session.split(';').next().unwrap().to_owned())
}

#[tokio::test]
async fn an_imported_person_gets_an_address_a_link_and_is_in() {
    let live = Live::begin().await;
    import(&live).await;
    let (token, session) = administrator(&live).await;
    let ctx = live.app.company(live.company);
    let anna = ctx.whole_company::<person::Entity>();
    let anna = anna.filter(person::Column::Name.eq("Anna Snelling")).one(&ctx).await.unwrap();
    let anna = anna.unwrap();
    assert_eq!((anna.status, anna.email), (PersonStatus::Invited, None), "nobody asked her in yet");
    let ask_in = format!("/people/{}/link", anna.id);

    // Without an address there is nobody to ask in.
    let refused = live.ask(post(&ask_in, "").cookie(&session)).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    let address = post(&format!("/api/v1/people/{}", anna.id), r#"{"email": "anna@uji.example"}"#);
    let address = address.by("PATCH").with("content-type", "application/json").bearer(&token);
    let kept = live.ask(address).await;
    assert_eq!(kept.status, 200, "{}", kept.body);

    // No mail goes out from here, so the administrator passes the link on.
    let shown = live.ask(post(&ask_in, "").cookie(&session)).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    let link = shown.body.split("/welcome/").nth(1).unwrap();
    let link = format!("/welcome/{}", link.split(['"', '<', '&', ' ']).next().unwrap());
    let welcome = live.ask(get(&link)).await;
    assert!(welcome.body.contains("Anna Snelling"), "{}", welcome.body);
    let password = "password=lebih+dari+cukup&again=lebih+dari+cukup";
    let entered = live.ask(post(&link, password)).await;
    assert_eq!(entered.status, 303, "{}", entered.body);
    let hers = entered.cookie("__Host-jembatan").unwrap();
    let hers = hers.split(';').next().unwrap();

    // She is at work as what the file says she is, in its team.
    let snapshot = live.ask(get("/api/v1/field/snapshot").cookie(hers)).await;
    let snapshot: serde_json::Value = serde_json::from_str(&snapshot.body).unwrap();
    assert_eq!(snapshot["person"]["name"], "Anna Snelling");
    assert_eq!(snapshot["person"]["team"], "Tim Dustin Brinkmann");
    assert_eq!(snapshot["person"]["visits"], true);
    assert_eq!(live.ask(get(&link)).await.status, 422, "a link is good once");
    let again = post("/sign-in", "email=anna%40uji.example&password=lebih+dari+cukup");
    assert_eq!(live.ask(again).await.status, 303);

    // Importing the same file once more leaves her as she is.
    let again = import(&live).await;
    assert_eq!(again.summary.records["person"].unchanged, 2, "{:?}", again.summary);
    assert_eq!(live.ask(get("/api/v1/field/snapshot").cookie(hers)).await.status, 200);
}
