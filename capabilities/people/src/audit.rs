//! Whoever answers for the company looks up who did what, when, and from where.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::stream::{self, Sought};
use frame::web::extract::blank;
use frame::web::list::{Cut, Page, address};
use frame::web::shell::Shell;
use frame::web::{Query, page};
use frame::{App, Ctx, Result};
use kernel::{Day, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa_axum::router::OpenApiRouter;

use crate::person;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/audit", get(show))
}

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Wanted {
    #[serde(deserialize_with = "blank", skip_serializing_if = "Option::is_none")]
    person: Option<PersonId>,
    /// How the event's name begins.
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(deserialize_with = "blank", skip_serializing_if = "Option::is_none")]
    day: Option<Day>,
}

impl Wanted {
    /// A day is the company's own.
    fn sought(&self, ctx: &Ctx, cut: &Cut) -> Result<Sought> {
        let zone = &ctx.actor.zone;
        Ok(Sought {
            actor: self.person,
            name: self.name.trim().to_owned(),
            from: self.day.map(|it| it.start(zone)),
            until: self.day.map(|it| it.plus(1).start(zone)),
            before: cut.after::<i64>()?,
        })
    }
}

// In the browser.

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    shell: Shell,
    w: Words,
    people: Vec<(String, String)>,
    person: String,
    name: String,
    day: String,
    events: Vec<Line>,
    first: String,
    next: String,
}

/// One thing that happened.
struct Line {
    iso: String,
    at: String,
    who: String,
    /// In words, where a capability has words for it.
    what: String,
    name: String,
    /// Whose record it is, when that is somebody else.
    whose: String,
    changes: Vec<Change>,
    why: String,
    origin: String,
}

struct Change {
    field: String,
    before: String,
    after: String,
}

impl Line {
    fn of(ctx: &Ctx, event: &stream::Model, names: &BTreeMap<PersonId, String>) -> Self {
        let w = Words::of(ctx.lang());
        let zone = &ctx.actor.zone;
        let named = |it: PersonId| names.get(&it).cloned();
        let actor = event.actor_id.and_then(named);
        let whose = event.owner_id.filter(|it| Some(*it) != event.actor_id).and_then(named);
        let says = event.says();
        let changes = says["changes"].as_object().into_iter().flatten();
        let changes = changes.map(|(field, change)| Change {
            field: field.clone(),
            before: shown(&change["before"], names),
            after: shown(&change["after"], names),
        });
        Self {
            iso: event.at.to_string(),
            at: format!("{} {}", ctx.lang().moment(event.at, zone), zone.label()),
            who: match (actor, event.via.as_str()) {
                (Some(name), "token") => w.audit_by_token(name),
                (Some(name), _) => name,
                (None, "company") => w.audit_by_system().to_owned(),
                (None, _) => w.audit_by_nobody().to_owned(),
            },
            what: ctx.tell(event).unwrap_or_default(),
            name: event.name.clone(),
            whose: whose.unwrap_or_default(),
            changes: changes.collect(),
            why: says["why"].as_str().unwrap_or_default().to_owned(),
            origin: event.origin.clone(),
        }
    }
}

/// A value as a person reads it; a person's number is their name.
fn shown(value: &Json, names: &BTreeMap<PersonId, String>) -> String {
    match value {
        Json::Null => "–".to_owned(),
        Json::String(text) => {
            let person = text.parse::<PersonId>().ok();
            person.and_then(|it| names.get(&it).cloned()).unwrap_or_else(|| text.clone())
        }
        other => other.to_string(),
    }
}

async fn show(ctx: Ctx, Query(wanted): Query<Wanted>, Query(cut): Query<Cut>) -> Result<Response> {
    let limit = cut.limit()?;
    let events = stream::audit(&ctx, &wanted.sought(&ctx, &cut)?, limit + 1).await?;
    let events = Page::cut(events, limit, |it| it.seq)?;
    let names = person::names(&ctx).await?;
    let next = events.next_cursor.as_deref();
    let next = next.map(|it| address("/settings/audit", &wanted, Some(it))).transpose()?;
    let first = cut.cursor.is_some().then(|| address("/settings/audit", &wanted, None));
    let mut people: Vec<(String, String)> =
        names.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    people.sort_by_cached_key(|it| it.1.to_lowercase());
    page::render(&AuditPage {
        shell: ctx.shell("settings"),
        w: Words::of(ctx.lang()),
        people,
        person: wanted.person.map(|it| it.to_string()).unwrap_or_default(),
        day: wanted.day.map(|it| it.to_string()).unwrap_or_default(),
        name: wanted.name,
        events: events.items.iter().map(|it| Line::of(&ctx, it, &names)).collect(),
        first: first.transpose()?.unwrap_or_default(),
        next: next.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use testing::{AYU, DEWI, SARI, SRI, World};

    /// Dewi opens a team, and Sri renames it a day later.
    async fn two_things_happened() -> World {
        let world = World::with(crate::routes()).await;
        let opened = world.browse(DEWI).post("/teams/new", "name=Medan").await;
        assert_eq!(opened.status, 303, "{}", opened.body);
        world.at("2026-03-03T05:00:00Z");
        let path = format!("/teams/{}", testing::id("bali"));
        let form = format!("name=Bali+Timur&manager_id={}", testing::id("gilang"));
        let renamed = world.browse(SRI).post(&path, &form).await;
        assert_eq!(renamed.status, 303, "{}", renamed.body);
        world
    }

    #[tokio::test]
    async fn who_did_what_is_looked_up() {
        let world = two_things_happened().await;
        let sri = world.browse(SRI);

        let all = sri.get("/settings/audit").await.body;
        let dewi = sri.get(&format!("/settings/audit?person={}", DEWI.person())).await.body;
        let named = sri.get("/settings/audit?name=people.team_changed").await.body;
        let day = sri.get("/settings/audit?day=2026-03-02").await.body;

        assert!(all.contains("people.team_opened") && all.contains("people.team_changed"));
        assert!(all.contains("Bali Timur"), "what it became");
        assert!(dewi.contains("people.team_opened") && !dewi.contains("people.team_changed<"));
        assert!(!named.contains("people.team_opened<"), "{named}");
        assert!(day.contains("people.team_opened") && !day.contains("Bali Timur"), "{day}");
    }

    #[tokio::test]
    async fn nobody_else_reads_the_audit() {
        let world = two_things_happened().await;

        for someone in [DEWI, AYU] {
            assert_eq!(world.browse(someone).get("/settings/audit").await.status, 403);
        }
        let sari = world.browse(SARI).get("/settings/audit").await;
        assert_eq!(sari.status, 200);
        assert!(!sari.body.contains("people.team_opened"), "another company's stream");
        assert_eq!(world.browse(None).get("/settings/audit").await.status, 303);
    }
}
