//! The tree of teams: who answers for whom, at a glance.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::list::{Cut, Page};
use frame::web::shell::Shell;
use frame::web::{Json, Query, api, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{PersonId, TeamId};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::team::TeamOut;
use crate::words::Words;
use crate::{person, rules, team};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/teams", get(show)).routes(routes!(list))
}

// In the browser.

#[derive(Template)]
#[template(path = "teams.html")]
struct TeamsPage {
    shell: Shell,
    w: Words,
    teams: Vec<Line>,
    keeps: bool,
}

/// One team in the tree.
struct Line {
    id: TeamId,
    depth: usize,
    name: String,
    manager: Option<(PersonId, String)>,
    people: String,
}

async fn show(ctx: Ctx) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let people = person::found_by(&ctx).all(&ctx).await?;
    let names: BTreeMap<PersonId, &str> =
        people.iter().map(|it| (it.id, it.name.as_str())).collect();
    let mut members: BTreeMap<TeamId, i64> = BTreeMap::new();
    for team in people.iter().filter(|it| it.works_here()).filter_map(|it| it.team_id) {
        *members.entry(team).or_default() += 1;
    }
    let teams = team::all(&ctx).await?;
    let branches: Vec<_> = teams.iter().map(team::Model::branch).collect();
    let by_id: BTreeMap<TeamId, &team::Model> = teams.iter().map(|it| (it.id, it)).collect();
    let lines = rules::tree(&branches).into_iter().filter_map(|(id, depth)| {
        let team = by_id.get(&id)?;
        let manager = team.manager_id.and_then(|it| Some((it, (*names.get(&it)?).to_owned())));
        let people = w.team_people(members.get(&id).copied().unwrap_or_default());
        Some(Line { id, depth, name: team.name.clone(), manager, people })
    });
    page::render(&TeamsPage {
        shell: ctx.shell("people"),
        w,
        teams: lines.collect(),
        keeps: person::keeps(&ctx),
    })
}

// In the API.

/// List teams
#[utoipa::path(
    get,
    path = "/api/v1/teams",
    tag = "people",
    params(Cut),
    responses((status = 200, body = Page<TeamOut>), (status = 400, body = api::Problem)),
)]
async fn list(ctx: Ctx, Query(cut): Query<Cut>) -> Result<impl IntoResponse> {
    if !ctx.may(Act::View, Area::People) {
        return Err(Error::Denied);
    }
    let limit = cut.limit()?;
    let mut teams = ctx.find::<team::Entity>();
    if let Some((name, id)) = cut.after::<(String, TeamId)>()? {
        let same = Condition::all().add(team::Column::Name.eq(&name)).add(team::Column::Id.gt(id));
        teams = teams.filter(Condition::any().add(team::Column::Name.gt(&name)).add(same));
    }
    let teams = teams
        .order_by_asc(team::Column::Name)
        .order_by_asc(team::Column::Id)
        .limit(limit + 1)
        .all(&ctx)
        .await?;
    Ok(Json(Page::cut(teams, limit, |it| (it.name.clone(), it.id))?.map(TeamOut::from)))
}

#[cfg(test)]
mod tests {
    use testing::{AYU, DEWI, SARI, World};

    #[tokio::test]
    async fn the_tree_shows_who_answers_for_whom() {
        let world = World::with(crate::routes()).await;

        let seen = world.browse(AYU).get("/teams").await;

        let place = |text: &str| seen.body.find(text).unwrap_or_else(|| panic!("{text}"));
        assert!(place("Jabodetabek") < place("Jakarta Selatan"), "a team stands under its parent");
        assert!(seen.body.contains("Budi Santoso") && !seen.body.contains("/teams/new"));
        assert!(!seen.body.contains("Laut"), "another company's team");
    }

    #[tokio::test]
    async fn teams_are_read_page_by_page() {
        let world = World::with(crate::routes()).await;
        let dewi = world.browse(DEWI);

        let first = dewi.get("/api/v1/teams?limit=3").await.json();
        let cursor = first["next_cursor"].as_str().unwrap().to_owned();
        let rest = dewi.get(&format!("/api/v1/teams?limit=3&cursor={cursor}")).await.json();

        assert_eq!(first["items"].as_array().unwrap().len(), 3);
        assert_eq!(rest["items"].as_array().unwrap().len(), 1);
        assert_eq!(
            world.browse(SARI).get("/api/v1/teams").await.json()["items"][0]["name"],
            "Laut"
        );
    }
}
