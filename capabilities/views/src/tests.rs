//! Views are kept, shared, changed and deleted; nobody sees more by them.

use frame::Ctx;
use frame::app::Asking;
use frame::web::list::{Asked, Column, Filter, Listed, Question};
use kernel::access::Area;
use serde_json::{Value as Json, json};
use testing::{ANDI, AYU, BUDI, DEWI, MAYA, RIZKY, Someone, WATI, World};

const LISTS: &[Listed] = &[
    Listed { word: "accounts", path: "/accounts", section: "accounts", area: Area::Accounts, ask },
    Listed { word: "imports", path: "/imports", section: "imports", area: Area::Imports, ask },
];

/// A list with one filter, two orders and two columns.
fn ask<'a>(_: &'a Ctx, question: &'a Question) -> Asking<'a, Asked> {
    let tiers = [("A", "Tier A"), ("B", "Tier B")];
    let asked = Asked {
        filters: vec![Filter::menu(question, "tier", ("Tier", "Any"), tiers)],
        sorts: vec![("name", "By name"), ("-updated", "Last changed")],
        columns: vec![Column::of("tier", "Tier"), Column::of("owner", "Owner").hidden()],
    };
    Box::pin(async { Ok(asked) })
}

async fn world() -> World {
    World::furnished(crate::routes(), |made| made.lists = LISTS.to_vec()).await
}

async fn save(world: &World, who: Someone, more: Json) -> Json {
    let mut new = json!({"list": "accounts", "name": "Tier A", "question": "tier=A"});
    new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let seen = world.browse(who).post_json("/api/v1/views", &new).await;
    assert_eq!(seen.status, 201, "{}", seen.body);
    seen.json()
}

async fn found(world: &World, who: Someone) -> Vec<String> {
    let seen = world.browse(who).get("/api/v1/views?list=accounts").await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    let views = seen.json();
    let items = views["items"].as_array().unwrap();
    items.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

fn path(view: &Json) -> String {
    format!("/api/v1/views/{}", view["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_view_is_found_by_those_with_whom_it_is_shared() {
    let world = world().await;
    save(&world, AYU, json!({"name": "Sendiri"})).await;
    save(&world, AYU, json!({"name": "Setim", "shared": "team"})).await;
    save(&world, BUDI, json!({"name": "Untuk tim", "shared": "team"})).await;
    save(&world, MAYA, json!({"name": "Semua orang", "shared": "company"})).await;

    assert_eq!(found(&world, AYU).await, ["Sendiri", "Setim", "Semua orang", "Untuk tim"]);
    assert_eq!(found(&world, RIZKY).await, ["Semua orang", "Setim", "Untuk tim"]);
    assert_eq!(found(&world, WATI).await, ["Semua orang"]);
    assert_eq!(found(&world, ANDI).await, [""; 0], "another company");
}

#[tokio::test]
async fn a_question_is_kept_in_one_order_and_without_where_one_stood() {
    let world = world().await;

    let view =
        save(&world, AYU, json!({"question": "tier=A&q=&cursor=x&industry=Ritel+A%26B"})).await;

    assert_eq!(view["question"], "industry=Ritel+A%26B&tier=A");
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_in_words() {
    let world = world().await;
    save(&world, AYU, json!({})).await;
    for (more, code) in [
        (json!({"name": " "}), "views.no_name"),
        (json!({"name": "x".repeat(61)}), "views.name_too_long"),
        (json!({"name": "TIER a"}), "views.name_taken"),
        (json!({"name": "Kosong", "question": "q=&cursor=x"}), "views.no_question"),
        (
            json!({"name": "Panjang", "question": format!("q={}", "x".repeat(3000))}),
            "views.question_too_long",
        ),
    ] {
        let mut new = json!({"list": "accounts", "name": "Lain", "question": "tier=A"});
        new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let seen = world.browse(AYU).post_json("/api/v1/views", &new).await;
        assert_eq!((seen.status, seen.json()["code"].as_str()), (422, Some(code)), "{more}");
    }
    let typed = "list=accounts&question=tier%3DA&name=&shared=team";
    let page = world.browse(AYU).post("/views/new", typed).await;
    assert_eq!(page.status, 422);
    assert!(page.body.contains("Write the name."), "{}", page.body);
    assert!(
        page.body.contains(r#"value="tier=A""#) && page.body.contains(r#"value="team" selected"#)
    );
}

#[tokio::test]
async fn only_its_keeper_changes_it() {
    let world = world().await;
    let shared = save(&world, AYU, json!({"shared": "team"})).await;
    let own = save(&world, AYU, json!({"name": "Sendiri"})).await;
    let change = json!({"name": "Direbut"}).to_string();

    for (who, view, status) in [
        (RIZKY, &shared, 403),
        (RIZKY, &own, 404),
        (WATI, &shared, 404),
        (ANDI, &shared, 404),
        (BUDI, &shared, 404),
    ] {
        let seen = world.browse(who).ask("PATCH", &path(view), &change).await;
        assert_eq!(seen.status, status, "{} {}", who.name, seen.body);
        assert_eq!(world.browse(who).ask("DELETE", &path(view), "").await.status, status);
    }
    let seen = world.browse(AYU).ask("PATCH", &path(&shared), &change).await;
    assert_eq!(seen.json()["name"], "Direbut");
    assert_eq!(seen.json()["shared"], "team", "what is not said stays");
}

#[tokio::test]
async fn a_deleted_view_comes_back_from_the_button_beside_the_word() {
    let world = world().await;
    let view = save(&world, AYU, json!({"shared": "team"})).await;
    let id = view["id"].as_str().unwrap();

    let hidden = world.browse(AYU).post(&format!("/views/{id}/hide"), "").await;
    assert_eq!((hidden.status, hidden.location()), (303, "/accounts"));
    assert_eq!(found(&world, RIZKY).await, [""; 0]);
    assert_eq!(world.browse(AYU).get(&format!("/views/{id}/edit")).await.status, 404);
    assert_eq!(world.browse(RIZKY).post(&format!("/views/{id}/restore"), "").await.status, 404);

    let back = world.browse(AYU).post(&format!("/views/{id}/restore"), "").await;
    assert_eq!((back.status, back.location()), (303, "/accounts?tier=A"));
    assert_eq!(found(&world, AYU).await, ["Tier A"]);
}

#[tokio::test]
async fn a_list_that_one_may_not_see_has_no_views_for_one() {
    let world = world().await;
    let new = json!({"list": "imports", "name": "Gagal", "question": "state=failed"});

    assert_eq!(world.browse(AYU).post_json("/api/v1/views", &new).await.status, 403);
    assert_eq!(world.browse(AYU).get("/api/v1/views?list=imports").await.status, 403);
    assert_eq!(world.browse(AYU).get("/api/v1/views?list=nothing").await.status, 404);
    assert_eq!(world.browse(DEWI).get("/views/new?list=nothing").await.status, 404);
}

#[tokio::test]
async fn the_bar_marks_what_is_in_force_and_offers_to_keep_what_is_not() {
    let world = world().await;
    let bar =
        async |who: Someone, at: &str| crate::bar(&world.ctx(who), &LISTS[0], at).await.unwrap();
    assert_eq!(bar(AYU, "/accounts").await, "", "nothing to offer");
    let offered = bar(AYU, "/accounts?tier=A").await;
    assert!(offered.contains("/views/new?list=accounts&#38;question=tier%3DA"), "{offered}");

    save(&world, AYU, json!({"shared": "team"})).await;

    let in_force = bar(AYU, "/accounts?tier=A&q=").await;
    assert!(
        in_force.contains(r#"aria-current="page""#) && in_force.contains("/edit"),
        "{in_force}"
    );
    assert!(!in_force.contains("/views/new"), "{in_force}");
    let of_others = bar(RIZKY, "/accounts?tier=A").await;
    assert!(of_others.contains("Tier A") && !of_others.contains("/edit"), "{of_others}");
}

#[tokio::test]
async fn a_page_says_in_words_what_a_view_keeps() {
    let world = world().await;
    let page = async |question: &str| {
        let at =
            frame::web::page::address("/views/new", [("list", "accounts"), ("question", question)]);
        world.browse(AYU).get(&at).await.body
    };

    let whole = page("tier=A&sort=-updated&columns=owner,tier").await;
    for part in ["Tier A", "Last changed", "Owner, Tier"] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
    assert!(!whole.contains("no longer there"), "{whole}");
    let usual = page("sort=name").await;
    for part in ["No filters", "By name", "As usual: Tier"] {
        assert!(usual.contains(part), "{part}: {usual}");
    }
}

#[tokio::test]
async fn what_a_view_names_that_is_no_more_is_told() {
    let world = world().await;
    let question = "tier=Gold&columns=tier,city";
    let view = save(&world, AYU, json!({ "question": question })).await;

    let at = format!("/views/{}/edit", view["id"].as_str().unwrap());
    let page = world.browse(AYU).get(&at).await.body;

    assert_eq!(page.matches("no longer there").count(), 3, "above, and beside each: {page}");
    assert!(page.contains("Gold") && page.contains("city"), "{page}");
}
