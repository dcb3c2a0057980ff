//! Everybody finds their colleagues; whoever keeps people finds everybody.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frame::web::extract::blank;
use frame::web::list::{Cut, Page, address};
use frame::web::shell::{Shell, initials};
use frame::web::take_out::{Files, files};
use frame::web::{Json, Path, Query, api, page};
use frame::{App, Ctx, Error, Result, text};
use kernel::access::{Act, Area, Role};
use kernel::{Lang, PersonId, TeamId};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::person::{self, PersonOut, PersonStatus};
use crate::words::Words;
use crate::{label, team};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/people", get(show)).routes(routes!(list)).routes(routes!(one))
}

/// Whom somebody looks for.
#[derive(Clone, Debug, Default, Deserialize, Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Wanted {
    /// Part of a name or of a phone number; for whoever keeps people also of an address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    #[serde(deserialize_with = "blank", skip_serializing_if = "Option::is_none")]
    pub team: Option<TeamId>,
    #[serde(deserialize_with = "blank", skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(deserialize_with = "blank", skip_serializing_if = "Option::is_none")]
    pub status: Option<PersonStatus>,
    /// Nothing else yet than `name`.
    #[serde(deserialize_with = "blank", skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub sort: Option<Sort>,
}

kernel::labels! {
    /// In which order people are listed.
    #[schema(as = PersonSort)]
    pub enum Sort {
        Name = "name",
    }
}

/// The people who fit, by name.
pub async fn find_people(ctx: &Ctx, wanted: &Wanted, cut: &Cut) -> Result<Page<person::Model>> {
    if !ctx.may(Act::View, Area::People) {
        return Err(Error::Denied);
    }
    let limit = cut.limit()?;
    let mut people = fitting(ctx, wanted);
    if let Some((name, id)) = cut.after::<(String, PersonId)>()? {
        people = people.filter(Condition::any().add(person::Column::NameKey.gt(&name)).add(
            Condition::all().add(person::Column::NameKey.eq(&name)).add(person::Column::Id.gt(id)),
        ));
    }
    let people = people
        .order_by_asc(person::Column::NameKey)
        .order_by_asc(person::Column::Id)
        .limit(limit + 1);
    Page::cut(people.all(ctx).await?, limit, |it| (it.name_key.clone(), it.id))
}

fn fitting(ctx: &Ctx, wanted: &Wanted) -> Select<person::Entity> {
    let mut people = person::found_by(ctx);
    let key = text::key(&wanted.q);
    if !key.is_empty() {
        let pattern = text::like(&key);
        let like = |column: person::Column| {
            Expr::col((person::Entity, column))
                .like(sea_orm::sea_query::LikeExpr::new(pattern.clone()).escape('\\'))
        };
        let mut any = Condition::any().add(like(person::Column::NameKey));
        if person::keeps(ctx) {
            any = any.add(like(person::Column::Email));
        }
        if let Some(phone) = text::phone(&wanted.q) {
            any = any.add(person::Column::Phone.eq(phone));
        }
        people = people.filter(any);
    }
    if let Some(team) = wanted.team {
        people = people.filter(person::Column::TeamId.eq(team));
    }
    if let Some(role) = wanted.role {
        people = people.filter(has_role(role));
    }
    if let Some(status) = wanted.status {
        people = people.filter(person::Column::Status.eq(status));
    }
    people
}

/// Roles are words with commas between.
fn has_role(role: Role) -> Condition {
    let word = role.word();
    Condition::any()
        .add(person::Column::Roles.eq(word))
        .add(person::Column::Roles.starts_with(format!("{word},")))
        .add(person::Column::Roles.ends_with(format!(",{word}")))
        .add(person::Column::Roles.contains(format!(",{word},")))
}

// In the browser.

#[derive(Template)]
#[template(path = "directory.html")]
struct DirectoryPage {
    shell: Shell,
    w: Words,
    wanted: Wanted,
    teams: Vec<(String, String)>,
    roles: Vec<(String, &'static str)>,
    statuses: Vec<(String, &'static str)>,
    people: Vec<Line>,
    said: String,
    first: String,
    next: String,
    keeps: bool,
    filtered: bool,
    files: Option<Files>,
}

/// One person in the list.
struct Line {
    href: String,
    initials: String,
    name: String,
    roles: String,
    team: String,
    phone: String,
    badge: &'static str,
    status: &'static str,
}

impl Line {
    fn of(person: &person::Model, teams: &BTreeMap<TeamId, String>, lang: Lang) -> Self {
        let team = person.team_id.and_then(|it| teams.get(&it));
        Self {
            href: format!("/people/{}", person.id),
            initials: initials(&person.name),
            name: person.name.clone(),
            roles: label::roles(&person.roles.0, lang),
            team: team.cloned().unwrap_or_default(),
            phone: person.phone.clone().unwrap_or_default(),
            badge: label::status_badge(person.status),
            status: label::standing(person, lang),
        }
    }
}

impl DirectoryPage {
    fn chosen(&self, filter: &str) -> String {
        match filter {
            "team" => self.wanted.team.map(|it| it.to_string()),
            "role" => self.wanted.role.map(|it| it.word().to_owned()),
            _ => self.wanted.status.map(|it| it.word().to_owned()),
        }
        .unwrap_or_default()
    }
}

async fn show(ctx: Ctx, Query(wanted): Query<Wanted>, Query(cut): Query<Cut>) -> Result<Response> {
    let lang = ctx.lang();
    let people = find_people(&ctx, &wanted, &cut).await?;
    let count = fitting(&ctx, &wanted).count(&ctx).await?;
    let teams = team::all(&ctx).await?;
    let names: BTreeMap<TeamId, String> = teams.iter().map(|it| (it.id, it.name.clone())).collect();
    let next = people.next_cursor.as_deref();
    let next = next.map(|it| address("/people", &wanted, Some(it))).transpose()?;
    let first = cut.cursor.is_some().then(|| address("/people", &wanted, None)).transpose()?;
    page::render(&DirectoryPage {
        shell: ctx.shell("people"),
        w: Words::of(lang),
        teams: teams.iter().map(|it| (it.id.to_string(), it.name.clone())).collect(),
        roles: Role::ALL.iter().map(|&it| (it.word().to_owned(), label::role(it, lang))).collect(),
        statuses: PersonStatus::ALL
            .iter()
            .map(|&it| (it.word().to_owned(), label::status(it, lang)))
            .collect(),
        people: people.items.iter().map(|it| Line::of(it, &names, lang)).collect(),
        said: Words::of(lang).people_count(i64::try_from(count).unwrap_or(i64::MAX)),
        first: first.unwrap_or_default(),
        next: next.unwrap_or_default(),
        keeps: person::keeps(&ctx),
        files: files(&ctx, Area::People, &address("/people", &wanted, None)?),
        filtered: !address("", &wanted, None)?.is_empty(),
        wanted,
    })
}

// In the API.

/// List people
#[utoipa::path(
    get,
    path = "/api/v1/people",
    tag = "people",
    params(Wanted, Cut),
    responses(
        (status = 200, body = Page<PersonOut>),
        (status = 400, description = "A filter cannot be read", body = api::Problem),
    ),
)]
async fn list(
    ctx: Ctx,
    Query(wanted): Query<Wanted>,
    Query(cut): Query<Cut>,
) -> Result<impl IntoResponse> {
    let people = find_people(&ctx, &wanted, &cut).await?;
    Ok(Json(people.map(|it| PersonOut::seen_by(&ctx, it))))
}

/// Show a person
#[utoipa::path(
    get,
    path = "/api/v1/people/{person}",
    tag = "people",
    params(("person" = PersonId, Path)),
    responses((status = 200, body = PersonOut), (status = 404, body = api::Problem)),
)]
async fn one(ctx: Ctx, Path(id): Path<PersonId>) -> Result<impl IntoResponse> {
    let person = person::found_by(&ctx).filter(person::Column::Id.eq(id)).one(&ctx).await?;
    Ok(Json(PersonOut::seen_by(&ctx, person.ok_or(Error::NotFound)?)))
}

#[cfg(test)]
mod tests {
    use testing::{ANDI, AYU, DEWI, JOKO, LINA, SARI, World};

    fn names(seen: &testing::Seen) -> Vec<String> {
        let json = seen.json();
        let items = json["items"].as_array().unwrap();
        items.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
    }

    #[tokio::test]
    async fn people_are_read_page_by_page() {
        let world = World::with(crate::routes()).await;
        let dewi = world.browse(DEWI);

        let first = dewi.get("/api/v1/people?limit=8").await;
        let cursor = first.json()["next_cursor"].as_str().unwrap().to_owned();
        let rest = dewi.get(&format!("/api/v1/people?limit=8&cursor={cursor}")).await;

        let mut all = names(&first);
        all.extend(names(&rest));
        assert_eq!(all.len(), 13, "{all:?}");
        assert!(all.is_sorted(), "{all:?}");
        assert_eq!(rest.json()["next_cursor"], serde_json::Value::Null);
    }

    #[tokio::test]
    async fn people_are_found_by_name_team_role_and_standing() {
        let world = World::with(crate::routes()).await;
        let dewi = world.browse(DEWI);
        let team = testing::id("selatan");

        assert_eq!(names(&dewi.get("/api/v1/people?q=LESTARI").await), ["Ayu Lestari"]);
        assert_eq!(names(&dewi.get("/api/v1/people?q=ayu@nusantara").await), ["Ayu Lestari"]);
        assert_eq!(names(&dewi.get("/api/v1/people?q=%25").await), [""; 0]);
        assert_eq!(
            names(&dewi.get(&format!("/api/v1/people?team={team}&status=active")).await),
            ["Ayu Lestari", "Rizky Pratama"]
        );
        assert_eq!(names(&dewi.get("/api/v1/people?role=hr").await), ["Dewi Anggraini"]);
        assert_eq!(names(&dewi.get("/api/v1/people?status=left").await), ["Lina Marlina"]);
        assert_eq!(dewi.get("/api/v1/people?role=king").await.status, 400);
        assert_eq!(dewi.get("/api/v1/people?sort=salary").await.status, 400);
    }

    #[tokio::test]
    async fn colleagues_see_names_and_phones_and_not_who_is_out() {
        let world = World::with(crate::routes()).await;
        let ayu = world.browse(AYU);

        let all = ayu.get("/api/v1/people").await;
        let dewi = ayu.get(&format!("/api/v1/people/{}", DEWI.person())).await.json();

        assert_eq!(names(&all).len(), 11, "{}", all.body);
        assert_eq!(dewi["email"], serde_json::Value::Null);
        for out in [LINA, JOKO] {
            assert_eq!(ayu.get(&format!("/api/v1/people/{}", out.person())).await.status, 404);
        }
    }

    #[tokio::test]
    async fn people_of_another_company_do_not_exist() {
        let world = World::with(crate::routes()).await;

        let sari = world.browse(SARI).get(&format!("/api/v1/people/{}", AYU.person())).await;
        let andi = world.browse(ANDI).get("/people").await;

        assert_eq!(sari.status, 404);
        assert!(andi.body.contains("Sari Dewanti") && !andi.body.contains("Ayu"), "{}", andi.body);
        assert_eq!(world.browse(LINA).get("/api/v1/people").await.status, 401);
        assert_eq!(world.browse(None).get("/people").await.status, 303);
    }

    #[tokio::test]
    async fn nobody_found_is_told_so() {
        let world = World::with(crate::routes()).await;

        let seen = world.browse(AYU).get("/people?q=zzz").await;

        assert_eq!(seen.status, 200);
        assert!(seen.body.contains("Nobody fits"), "{}", seen.body);
    }
}
