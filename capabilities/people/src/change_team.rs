//! A team is opened, renamed, moved or given a manager.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::extract::{blank, given};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{PersonId, TeamId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::draw_line;
use crate::hire::known_team;
use crate::person::PersonStatus;
use crate::rules::{PersonRefused, closes};
use crate::team::TeamOut;
use crate::words::Words;
use crate::{person, team};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/teams/new", get(show_new).post(submit_new))
        .route("/teams/{team}", get(show).post(submit))
        .routes(routes!(create))
        .routes(routes!(change))
}

/// What a team is, whole.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewTeam {
    pub name: String,
    /// The team above it.
    #[serde(rename = "parent_id", deserialize_with = "blank")]
    pub parent: Option<TeamId>,
    /// Who answers for its people and for the teams below.
    #[serde(rename = "manager_id", deserialize_with = "blank")]
    pub manager: Option<PersonId>,
}

/// What changes of a team; what is left out stays.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
#[expect(clippy::option_option, reason = "left out, nothing, or something: three things")]
pub struct TeamPatch {
    name: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<TeamId>)]
    parent_id: Option<Option<TeamId>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<PersonId>)]
    manager_id: Option<Option<PersonId>>,
}

/// Opens a team.
pub async fn open_team(tx: &Tx, new: NewTeam) -> Result<team::Model> {
    tx.permit_company(Act::Create, Area::People)?;

    let name = checked(tx, None, &new).await?;

    let team = tx
        .insert(team::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(tx.id()),
            name: Set(name),
            parent_id: Set(new.parent),
            manager_id: Set(new.manager),
            created_at: Set(tx.now),
        })
        .await?;
    draw_line(tx).await?;
    tx.record(Event::of("people.team_opened", "team", team.id).with("name", team.name.clone()));
    Ok(team)
}

/// Changes a team, and with it who answers for whom.
pub async fn change_team(tx: &Tx, id: TeamId, new: NewTeam) -> Result<team::Model> {
    tx.permit_company(Act::Edit, Area::People)?;

    let before = tx.get::<team::Entity>(id).await?;
    let name = checked(tx, Some(id), &new).await?;

    let mut row = before.clone().into_active_model();
    row.name = Set(name);
    row.parent_id = Set(new.parent);
    row.manager_id = Set(new.manager);
    let after = tx.update(row).await?;
    draw_line(tx).await?;
    let text = |it: Option<PersonId>| it.map(|it| it.to_string());
    tx.record(
        Event::of("people.team_changed", "team", id)
            .change("name", before.name, after.name.clone())
            .change(
                "parent",
                before.parent_id.map(|it| it.to_string()),
                after.parent_id.map(|it| it.to_string()),
            )
            .change("manager", text(before.manager_id), text(after.manager_id)),
    );
    Ok(after)
}

async fn checked(tx: &Tx, mine: Option<TeamId>, new: &NewTeam) -> Result<String> {
    let name = frame::text::line(&new.name).ok_or(Error::refused(PersonRefused::NoTeamName))?;
    let teams = tx.whole_company::<team::Entity>().all(&**tx).await?;
    if teams.iter().any(|it| it.name == name && Some(it.id) != mine) {
        return Err(Error::refused(PersonRefused::TeamNameTaken));
    }
    known_team(tx, new.parent).await?;
    if let (Some(team), Some(parent)) = (mine, new.parent) {
        let branches: Vec<_> = teams.iter().map(team::Model::branch).collect();
        if closes(&branches, team, parent) {
            return Err(Error::refused(PersonRefused::TeamBelowItself));
        }
    }
    if let Some(manager) = new.manager {
        let known = tx.whole_company::<person::Entity>().filter(person::Column::Id.eq(manager));
        if known.one(&**tx).await?.is_none() {
            return Err(Error::refused(PersonRefused::UnknownManager));
        }
    }
    Ok(name)
}

// In the browser.

#[derive(Template)]
#[template(path = "change_team.html")]
struct TeamPage {
    shell: Shell,
    w: Words,
    /// The name it has; none while it is opened.
    known: Option<String>,
    name: String,
    parent: String,
    parents: Vec<(String, String)>,
    manager: String,
    managers: Vec<(String, String)>,
    faults: Faults,
}

async fn show_new(ctx: Ctx) -> Result<Response> {
    ctx.permit_company(Act::Create, Area::People)?;
    team_page(&ctx, None, NewTeam::default(), Faults::default()).await
}

async fn submit_new(ctx: Ctx, Form(new): Form<NewTeam>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match open_team(&tx, new.clone()).await {
        Ok(team) => {
            let said = Words::of(tx.lang()).team_opened(&team.name);
            tx.commit().await?;
            page::redirect_saying("/teams", &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            team_page(&tx, None, new, faults).await
        }
    }
}

async fn show(ctx: Ctx, Path(id): Path<TeamId>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::People)?;
    let team = ctx.get::<team::Entity>(id).await?;
    let new = NewTeam { name: team.name.clone(), parent: team.parent_id, manager: team.manager_id };
    team_page(&ctx, Some(&team), new, Faults::default()).await
}

async fn submit(ctx: Ctx, Path(id): Path<TeamId>, Form(new): Form<NewTeam>) -> Result<Response> {
    let tx = ctx.begin().await?;
    match change_team(&tx, id, new.clone()).await {
        Ok(team) => {
            let said = Words::of(tx.lang()).team_changed(&team.name);
            tx.commit().await?;
            page::redirect_saying("/teams", &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let team = tx.get::<team::Entity>(id).await?;
            team_page(&tx, Some(&team), new, faults).await
        }
    }
}

async fn team_page(
    ctx: &Ctx,
    known: Option<&team::Model>,
    given: NewTeam,
    faults: Faults,
) -> Result<Response> {
    let mut parents = team::all(ctx).await?;
    parents.retain(|it| known.is_none_or(|known| known.id != it.id));
    let managers = ctx
        .find::<person::Entity>()
        .filter(person::Column::Status.is_in([PersonStatus::Active, PersonStatus::Invited]))
        .order_by_asc(person::Column::NameKey);
    let managers = managers.all(ctx).await?;
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &TeamPage {
            shell: ctx.shell("people"),
            w: Words::of(ctx.lang()),
            known: known.map(|it| it.name.clone()),
            name: given.name,
            parent: given.parent.map(|it| it.to_string()).unwrap_or_default(),
            parents: parents.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            manager: given.manager.map(|it| it.to_string()).unwrap_or_default(),
            managers: managers.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
            faults,
        },
    )
}

// In the API.

/// Open a team
#[utoipa::path(
    post,
    path = "/api/v1/teams",
    tag = "people",
    responses(
        (status = 201, body = TeamOut),
        (status = 422, description = "A rule refused it", body = api::Problem),
    ),
)]
async fn create(ctx: Ctx, Json(new): Json<NewTeam>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let team = open_team(&tx, new).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(TeamOut::from(team))))
}

/// Change a team
#[utoipa::path(
    patch,
    path = "/api/v1/teams/{team}",
    tag = "people",
    params(("team" = TeamId, Path)),
    responses(
        (status = 200, body = TeamOut),
        (status = 404, body = api::Problem),
        (status = 422, description = "A rule refused it", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<TeamId>,
    Json(patch): Json<TeamPatch>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let before = tx.get::<team::Entity>(id).await?;
    let new = NewTeam {
        name: patch.name.unwrap_or(before.name),
        parent: patch.parent_id.unwrap_or(before.parent_id),
        manager: patch.manager_id.unwrap_or(before.manager_id),
    };
    let team = change_team(&tx, id, new).await?;
    tx.commit().await?;
    Ok(Json(TeamOut::from(team)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use testing::{AYU, BUDI, DEWI, GILANG, RIZKY, SARI, SRI, World};

    #[tokio::test]
    async fn a_new_manager_answers_for_the_team_at_once() {
        let world = World::with(crate::routes()).await;
        let path = format!("/api/v1/teams/{}", testing::id("selatan"));
        assert!(!frame::line::answers_for(&world.ctx(GILANG), AYU.person()).await.unwrap());

        let patch = json!({ "manager_id": GILANG.person() });
        let changed = world.browse(DEWI).ask("PATCH", &path, &patch.to_string()).await;

        assert_eq!(changed.status, 200, "{}", changed.body);
        assert_eq!(changed.json()["name"], "Jakarta Selatan");
        assert!(frame::line::answers_for(&world.ctx(GILANG), AYU.person()).await.unwrap());
        assert!(!frame::line::answers_for(&world.ctx(BUDI), AYU.person()).await.unwrap());
    }

    #[tokio::test]
    async fn a_team_without_a_manager_is_told_apart_from_one_left_out() {
        let world = World::with(crate::routes()).await;
        let path = format!("/api/v1/teams/{}", testing::id("selatan"));

        let patch = json!({ "manager_id": null });
        let changed = world.browse(SRI).ask("PATCH", &path, &patch.to_string()).await.json();

        assert_eq!(changed["manager_id"], json!(null));
        assert_eq!(changed["parent_id"], json!(testing::id("jabodetabek")));
    }

    #[tokio::test]
    async fn a_team_never_stands_below_itself() {
        let world = World::with(crate::routes()).await;
        let path = format!("/teams/{}", testing::id("jabodetabek"));
        let form = format!("name=Jabodetabek&parent_id={}&manager_id=", testing::id("selatan"));

        let refused = world.browse(SRI).post(&path, &form).await;

        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(refused.body.contains("cannot stand below itself"), "{}", refused.body);
    }

    #[tokio::test]
    async fn a_name_is_taken_once() {
        let world = World::with(crate::routes()).await;

        let refused = world.browse(SRI).post("/teams/new", "name=Bali").await;
        let nameless = world.browse(SRI).post_json("/api/v1/teams", &json!({ "name": " " })).await;

        assert!(refused.body.contains("exists already"), "{}", refused.body);
        assert_eq!(nameless.json()["fields"][0]["code"], "people.no_team_name");
    }

    #[tokio::test]
    async fn only_whoever_keeps_people_changes_teams() {
        let world = World::with(crate::routes()).await;
        let bali = format!("/teams/{}", testing::id("bali"));

        for someone in [AYU, RIZKY, BUDI, GILANG] {
            let browser = world.browse(someone);
            assert_eq!(browser.get(&bali).await.status, 403, "{}", someone.name);
            assert_eq!(browser.post("/teams/new", "name=Baru").await.status, 403);
            assert_eq!(browser.post(&bali, "name=Baru").await.status, 403);
        }
        assert_eq!(world.browse(SARI).get(&bali).await.status, 404);
        assert_eq!(world.browse(SARI).post(&bali, "name=Baru").await.status, 404);
        let opened =
            world.browse(DEWI).post("/teams/new", "name=Baru&parent_id=&manager_id=").await;
        assert_eq!(opened.location(), "/teams");
    }
}
