//! Whoever keeps people takes the directory out, as it is narrowed.

use std::collections::HashMap;

use axum::response::Response;
use axum::routing::get;
use frame::web::Query;
use frame::web::list::{Chosen, Page};
use frame::web::take_out::{Cell, Form, Head, List, Paging, Rows, heads, take_out};
use frame::{App, Ctx, Result};
use kernel::TeamId;
use kernel::access::Area;
use utoipa_axum::router::OpenApiRouter;

use crate::directory::{Wanted, find_people};
use crate::words::Words;
use crate::{label, person, team};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/people.csv", get(export)).route("/people.xlsx", get(export))
}

async fn export(ctx: Ctx, form: Form, Query(wanted): Query<Wanted>) -> Result<Response> {
    let w = Words::of(ctx.lang());
    let asked = wanted.clone();
    let list = List {
        area: Area::People,
        event: "people.exported",
        name: w.export_name(),
        looked: &asked,
        columns: Chosen::default(),
    };
    let teams = team::all(&ctx).await?.into_iter().map(|it| (it.id, it.name));
    let teams: HashMap<TeamId, String> = teams.collect();
    let rows = |ctx| People { ctx, w, wanted, teams, paging: Paging::default() };
    take_out(ctx, form, list, rows).await
}

struct People {
    ctx: Ctx,
    w: Words,
    wanted: Wanted,
    teams: HashMap<TeamId, String>,
    paging: Paging,
}

impl Rows for People {
    fn head(&self) -> Vec<Head> {
        let w = self.w;
        // What the page shows to whoever keeps people, and nobody else takes it out.
        heads([
            w.person_name(),
            w.person_roles(),
            w.person_team(),
            w.person_phone(),
            w.person_status(),
            w.export_id(),
        ])
    }

    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let Some(cut) = self.paging.cut() else { return Ok(Vec::new()) };
        let Page { items, next_cursor } = find_people(&self.ctx, &self.wanted, &cut).await?;
        self.paging.ended_at(next_cursor);
        Ok(items.iter().map(|it| self.row(it)).collect())
    }
}

impl People {
    fn row(&self, it: &person::Model) -> Vec<Cell> {
        let lang = self.ctx.lang();
        let team = it.team_id.and_then(|it| self.teams.get(&it));
        vec![
            Cell::text(it.name.as_str()),
            Cell::text(label::roles(&it.roles.0, lang)),
            Cell::perhaps(team, Cell::text),
            Cell::perhaps(it.phone.as_deref(), Cell::text),
            Cell::text(label::standing(it, lang)),
            Cell::text(it.id.to_string()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use frame::Ctx;
    use frame::stream::{Sought, audit};
    use kernel::Lang;
    use kernel::access::{Role, Roles};
    use testing::{AYU, BUDI, DEWI, FAJAR, HENDRA, SARI, SRI, World, id};

    use crate::{Hire, hire};

    #[tokio::test]
    async fn the_directory_is_taken_out_by_whoever_keeps_people() {
        let world = World::with(crate::routes()).await;

        for (who, people) in [(DEWI, 13), (SRI, 13), (SARI, 2)] {
            let text = world.browse(who).get("/people.csv").await;
            assert_eq!(text.status, 200, "{}", text.body);
            assert_eq!(text.body.lines().count(), 1 + people, "{}", who.name);
            let sheet = world.browse(who).get("/people.xlsx").await.sheet();
            assert_eq!(sheet.len(), 1 + people, "{}", who.name);
            let page = world.browse(who).get("/people").await.body;
            assert!(page.contains("/people.csv"), "{page}");
        }
        for who in [AYU, BUDI, FAJAR, HENDRA] {
            for path in ["/people.csv", "/people.xlsx"] {
                assert_eq!(world.browse(who).get(path).await.status, 403, "{} {path}", who.name);
            }
            assert!(!world.browse(who).get("/people").await.body.contains("/people.csv"));
        }
        let theirs = world.browse(SARI).get("/people.csv").await.body;
        assert!(!theirs.contains("Ayu"), "{theirs}");
    }

    #[tokio::test]
    async fn a_file_of_people_is_narrowed_and_executes_nothing() {
        let world = World::with(crate::routes()).await;
        let tx = Ctx::begin(world.ctx(DEWI)).await.unwrap();
        let new = Hire {
            name: "=1+1".to_owned(),
            email: Some("satu@nusantara.example".to_owned()),
            phone: None,
            roles: Roles::only(Role::Support),
            team: None,
            lang: Lang::Id,
        };
        hire(&tx, new).await.unwrap();
        tx.commit().await.unwrap();
        let dewi = world.browse(DEWI);

        let text = dewi.get("/people.csv?status=invited").await.body;
        assert!(text.lines().nth(1).unwrap().starts_with("'=1+1,Support,,,"), "{text}");
        let sheet = dewi.get("/people.xlsx?status=invited").await.sheet();
        assert_eq!(sheet[1][0], "=1+1", "a text, and no formula");
        let team = format!("/people.csv?team={}&status=active", id("selatan"));
        let team = dewi.get(&team).await.body;
        assert_eq!(team.lines().count(), 3, "{team}");
        assert!(team.contains("Ayu Lestari") && team.contains("Rizky Pratama"), "{team}");
        assert_eq!(dewi.get("/people.csv?role=king").await.status, 400);

        let sought = Sought { name: "people.exported".to_owned(), ..Sought::default() };
        let events = audit(&world.ctx(SRI), &sought, 9).await.unwrap();
        assert_eq!(events.len(), 3);
    }
}
