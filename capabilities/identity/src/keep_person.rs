//! Whoever keeps people changes somebody's details, suspends them, lets them back, or notes that
//! they have left. Who may not come in any more is out at once.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use frame::web::extract::given;
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Result, Tx};
use kernel::access::{Act, Area, Role, Roles};
use kernel::{PersonId, TeamId};
use people::person::{self, PersonOut, PersonStatus};
use people::{PersonChange, change_person};
use sea_orm::{ColumnTrait, QueryFilter};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::credential;
use crate::end_session::shut_out;
use crate::person_form::{PersonForm, Typed};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/people/{person}/edit", get(show).post(submit))
        .route("/people/{person}/standing", post(stand))
        .routes(routes!(change))
}

/// Changes a person, and shuts out whoever may not come in any more.
pub async fn keep_person(tx: &Tx, id: PersonId, change: PersonChange) -> Result<person::Model> {
    tx.permit_company(Act::Edit, Area::People)?;

    let before = tx.get::<person::Entity>(id).await?;
    let status = standing(tx, &before, change.status).await?;

    let after = change_person(tx, id, PersonChange { status, ..change }).await?;
    if before.works_here() && !after.works_here() {
        shut_out(tx, id).await?;
    }
    Ok(after)
}

/// Whoever is let in without ever having set a password is asked in again first.
async fn standing(tx: &Tx, before: &person::Model, wanted: PersonStatus) -> Result<PersonStatus> {
    if wanted == before.status || matches!(wanted, PersonStatus::Suspended | PersonStatus::Left) {
        return Ok(wanted);
    }
    let credentials =
        tx.whole_company::<credential::Entity>().filter(credential::Column::PersonId.eq(before.id));
    let came = credentials.one(&**tx).await?.is_some();
    Ok(if came { PersonStatus::Active } else { PersonStatus::Invited })
}

/// What changes of a person; what is left out stays.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::option_option, reason = "left out, nothing, or something: three things")]
pub struct PersonPatch {
    name: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    email: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    phone: Option<Option<String>>,
    /// An administrator's to give.
    roles: Option<Vec<Role>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<TeamId>)]
    team_id: Option<Option<TeamId>>,
    status: Option<PersonStatus>,
}

impl PersonPatch {
    fn of(self, person: &person::Model) -> PersonChange {
        let stays = PersonChange::of(person);
        PersonChange {
            name: self.name.unwrap_or(stays.name),
            email: self.email.unwrap_or(stays.email),
            phone: self.phone.unwrap_or(stays.phone),
            roles: self.roles.map_or(stays.roles, Roles),
            team: self.team_id.unwrap_or(stays.team),
            status: self.status.unwrap_or(stays.status),
        }
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "keep_person.html")]
struct EditPage {
    shell: Shell,
    w: Words,
    id: PersonId,
    form: PersonForm,
    faults: Faults,
}

async fn show(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    ctx.permit_company(Act::Edit, Area::People)?;
    let person = ctx.get::<person::Entity>(id).await?;
    edit_page(&ctx, &person, Typed::of(&person), Faults::default()).await
}

async fn submit(ctx: Ctx, Path(id): Path<PersonId>, Form(typed): Form<Typed>) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::People)?;
    let before = tx.get::<person::Entity>(id).await?;
    match keep_person(&tx, id, typed.change(&tx, &before)).await {
        Ok(person) => {
            let said = Words::of(tx.lang()).person_saved(&person.name);
            tx.commit().await?;
            page::redirect_saying(&format!("/people/{id}"), &said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            edit_page(&tx, &before, typed, faults).await
        }
    }
}

async fn edit_page(
    ctx: &Ctx,
    person: &person::Model,
    typed: Typed,
    faults: Faults,
) -> Result<Response> {
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page::render_as(
        status,
        &EditPage {
            shell: ctx.shell("people"),
            w: Words::of(ctx.lang()),
            id: person.id,
            form: PersonForm::of(ctx, typed, Some(person)).await?,
            faults,
        },
    )
}

#[derive(Debug, Deserialize)]
struct Standing {
    status: PersonStatus,
}

async fn stand(ctx: Ctx, Path(id): Path<PersonId>, Form(new): Form<Standing>) -> Result<Response> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::People)?;
    let before = tx.get::<person::Entity>(id).await?;
    let change = PersonChange { status: new.status, ..PersonChange::of(&before) };
    let person = keep_person(&tx, id, change).await?;
    let w = Words::of(tx.lang());
    let said = match person.status {
        PersonStatus::Suspended => w.person_suspended(&person.name),
        PersonStatus::Left => w.person_left(&person.name),
        PersonStatus::Active | PersonStatus::Invited => w.person_let_back(&person.name),
    };
    tx.commit().await?;
    page::redirect_saying(&format!("/people/{id}"), &said)
}

// In the API.

/// Change a person
#[utoipa::path(
    patch,
    path = "/api/v1/people/{person}",
    tag = "people",
    params(("person" = PersonId, Path)),
    responses(
        (status = 200, body = PersonOut),
        (status = 403, description = "Not the actor's to change", body = api::Problem),
        (status = 404, body = api::Problem),
        (status = 422, description = "A rule refused it", body = api::Problem),
    ),
)]
async fn change(
    ctx: Ctx,
    Path(id): Path<PersonId>,
    Json(patch): Json<PersonPatch>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    tx.permit_company(Act::Edit, Area::People)?;
    let before = tx.get::<person::Entity>(id).await?;
    let person = keep_person(&tx, id, patch.of(&before)).await?;
    let out = PersonOut::seen_by(&tx, person);
    tx.commit().await?;
    Ok(Json(out))
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use testing::{AYU, BUDI, DEWI, HENDRA, JOKO, LINA, RIZKY, SARI, SRI, Someone, World};

    use crate::real::{again, knock, sign_in, world};

    fn path(someone: Someone) -> String {
        format!("/api/v1/people/{}", someone.person())
    }

    async fn patch(world: &World, who: Someone, whom: Someone, patch: serde_json::Value) -> u16 {
        let browser = sign_in(world, who).await;
        browser.ask("PATCH", &path(whom), &patch.to_string()).await.status
    }

    #[tokio::test]
    async fn a_suspended_person_is_out_at_once_and_may_be_let_back() {
        let world = world().await;
        let ayu = sign_in(&world, AYU).await;
        let tx = world.ctx(AYU).begin().await.unwrap();
        let token = crate::issue_token(&tx, AYU.person(), "recap", 30).await.unwrap();
        tx.commit().await.unwrap();
        let program = world.program(&token.text);
        assert_eq!(ayu.get("/me").await.status, 200);
        assert_eq!(program.get("/api/v1/people").await.status, 200);

        let dewi = sign_in(&world, DEWI).await;
        let standing = format!("/people/{}/standing", AYU.person());
        let suspended = dewi.post(&standing, "status=suspended").await;

        assert_eq!(suspended.status, 303, "{}", suspended.body);
        assert_eq!(ayu.get("/me").await.status, 303, "back to signing in");
        assert_eq!(program.get("/api/v1/people").await.status, 401);
        assert_eq!(knock(&world, AYU, crate::real::PASSWORD).await.status, 422);

        dewi.post(&standing, "status=active").await;

        assert_eq!(ayu.get("/me").await.status, 303, "an ended session stays ended");
        assert_eq!(program.get("/api/v1/people").await.status, 401, "a revoked token too");
        assert_eq!(again(&world, AYU).await.get("/me").await.status, 200);
    }

    #[tokio::test]
    async fn whoever_never_came_is_asked_in_rather_than_let_back() {
        let world = world().await;
        let dewi = sign_in(&world, DEWI).await;

        let back = json!({ "status": "active" }).to_string();
        let joko = dewi.ask("PATCH", &path(JOKO), &back).await.json();

        assert_eq!(joko["status"], "invited");
    }

    #[tokio::test]
    async fn the_last_administrator_stays() {
        let world = world().await;
        let sri = sign_in(&world, SRI).await;

        let demoted = json!({ "roles": ["manager"] }).to_string();
        let refused = sri.ask("PATCH", &path(SRI), &demoted).await;
        let out = json!({ "status": "left" }).to_string();
        let own = sri.ask("PATCH", &path(SRI), &out).await;

        assert_eq!(refused.json()["code"], "people.last_administrator");
        assert_eq!(own.json()["code"], "people.own_standing");
    }

    #[tokio::test]
    async fn an_administrator_steps_down_once_there_is_another() {
        let world = world().await;
        let sri = sign_in(&world, SRI).await;

        let raised = json!({ "roles": ["hr", "administrator"] }).to_string();
        assert_eq!(sri.ask("PATCH", &path(DEWI), &raised).await.status, 200);
        let demoted = json!({ "roles": ["manager"] }).to_string();
        assert_eq!(sri.ask("PATCH", &path(SRI), &demoted).await.status, 200);

        assert_eq!(sri.get("/settings").await.status, 403, "the keys are gone at once");
        assert_eq!(sign_in(&world, DEWI).await.get("/settings").await.status, 200);
    }

    #[tokio::test]
    async fn hr_keeps_people_and_not_keys() {
        let world = world().await;
        let dewi = sign_in(&world, DEWI).await;
        let ask = async |whom: Someone, patch: serde_json::Value| {
            dewi.ask("PATCH", &path(whom), &patch.to_string()).await.status
        };

        assert_eq!(ask(AYU, json!({ "phone": "0812 3456 7890" })).await, 200);
        assert_eq!(ask(AYU, json!({ "email": "ayu.lestari@nusantara.example" })).await, 200);
        assert_eq!(ask(HENDRA, json!({ "status": "suspended" })).await, 200);

        assert_eq!(ask(AYU, json!({ "roles": ["manager"] })).await, 403);
        assert_eq!(ask(DEWI, json!({ "roles": ["administrator"] })).await, 403);
        assert_eq!(ask(SRI, json!({ "email": "dewi2@nusantara.example" })).await, 403);
        assert_eq!(ask(BUDI, json!({ "email": "dewi2@nusantara.example" })).await, 403);
        assert_eq!(ask(SRI, json!({ "status": "suspended" })).await, 403);
        for whom in [SRI, BUDI] {
            let link = dewi.post(&format!("/people/{}/link", whom.person()), "").await;
            assert_eq!(link.status, 403, "{}", whom.name);
        }
        // The form of HR has no boxes for roles; one that is sent all the same changes nothing.
        let form = "name=Ayu+Lestari&email=ayu@nusantara.example&role-administrator=on";
        let edit = format!("/people/{}/edit", AYU.person());
        assert_eq!(dewi.post(&edit, form).await.status, 303);
        assert_eq!(dewi.get(&path(AYU)).await.json()["roles"], json!(["account-executive"]));
    }

    #[tokio::test]
    async fn nobody_else_keeps_people() {
        let world = world().await;
        let name = json!({ "name": "X" });

        assert_eq!(patch(&world, AYU, RIZKY, name.clone()).await, 403);
        assert_eq!(patch(&world, AYU, AYU, name.clone()).await, 403);
        assert_eq!(patch(&world, BUDI, AYU, name.clone()).await, 403);
        assert_eq!(patch(&world, SARI, AYU, name.clone()).await, 404);
        let nobody = world.browse(None).ask("PATCH", &path(AYU), &name.to_string()).await;
        assert_eq!(nobody.status, 401);
        let sari = sign_in(&world, SARI).await;
        let standing = format!("/people/{}/standing", AYU.person());
        assert_eq!(sari.post(&standing, "status=left").await.status, 404);
        assert_eq!(sari.get(&format!("/people/{}", AYU.person())).await.status, 404);
    }

    #[tokio::test]
    async fn what_is_typed_wrong_stays_in_the_form() {
        let world = world().await;
        let dewi = sign_in(&world, DEWI).await;

        let edit = format!("/people/{}/edit", AYU.person());
        let refused = dewi.post(&edit, "name=&email=nobody&phone=&team_id=").await;

        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("Write the full name"), "{}", refused.body);
        assert!(refused.body.contains("value=\"nobody\""), "{}", refused.body);
    }

    #[tokio::test]
    async fn the_page_of_a_colleague_shows_no_way_to_change_them() {
        let world = world().await;
        let page = format!("/people/{}", RIZKY.person());

        let ayu = sign_in(&world, AYU).await.get(&page).await;
        let dewi = sign_in(&world, DEWI).await.get(&page).await;

        assert_eq!(ayu.status, 200);
        assert!(!ayu.body.contains("rizky@") && !ayu.body.contains("/standing"), "{}", ayu.body);
        assert!(dewi.body.contains("rizky@") && dewi.body.contains("/standing"), "{}", dewi.body);
        let gone = format!("/people/{}", LINA.person());
        assert_eq!(sign_in(&world, AYU).await.get(&gone).await.status, 404);
    }
}
