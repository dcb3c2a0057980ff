//! Somebody at the company: how to reach them, and for whoever keeps people what can be done.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::stream;
use frame::web::shell::{Shell, initials};
use frame::web::{Path, page};
use frame::{App, Ctx, Error, Result};
use kernel::access::{Act, Area, Role};
use kernel::{Instant, PersonId};
use people::person::{self, PersonStatus};
use people::{label, may_open, team};
use sea_orm::{ColumnTrait, QueryFilter};
use utoipa_axum::router::OpenApiRouter;

use crate::words::Words;

/// How much of what happened is told at once.
const TOLD: u64 = 20;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/people/{person}", get(show))
}

#[derive(Template)]
#[template(path = "person_page.html")]
struct PersonPage {
    shell: Shell,
    w: Words,
    id: PersonId,
    name: String,
    initials: String,
    badge: &'static str,
    status: &'static str,
    roles: String,
    team: Option<team::Model>,
    manager: Option<(PersonId, String)>,
    phone: Option<String>,
    email: Option<String>,
    since: String,
    left: Option<String>,
    keeps: bool,
    may: May,
    link: Option<String>,
    events: Vec<Told>,
}

/// What the actor may do here.
#[derive(Default)]
struct May {
    open: Option<Open>,
    suspend: bool,
    let_back: bool,
    leave: bool,
}

/// How somebody is let in.
enum Open {
    /// By a link, for the first time or again; the text of its button.
    Link(&'static str),
    /// Nobody can be asked in without an address; it is to be written first.
    Email,
}

struct Told {
    iso: String,
    at: String,
    what: String,
    who: String,
}

impl May {
    fn of(ctx: &Ctx, person: &person::Model) -> Self {
        if !person::keeps(ctx) {
            return Self::default();
        }
        let w = Words::of(ctx.lang());
        let administrator = ctx.permit_company(Act::Edit, Area::Settings).is_ok();
        let stands = ctx.actor.person != person.id
            && (administrator || !person.roles.has(Role::Administrator));
        let opens = may_open(ctx, &person.roles);
        let link = match person.status {
            PersonStatus::Invited => Some(w.link_invite()),
            PersonStatus::Active => Some(w.link_reset()),
            PersonStatus::Suspended | PersonStatus::Left => None,
        };
        Self {
            open: link.filter(|_| opens).map(|text| match person.email {
                Some(_) => Open::Link(text),
                None => Open::Email,
            }),
            suspend: stands && person.works_here(),
            let_back: stands && !person.works_here(),
            leave: stands && person.status != PersonStatus::Left,
        }
    }
}

async fn show(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    person_page(&ctx, id, None).await
}

/// The page of a person; with a link that is shown this once.
pub async fn person_page(ctx: &Ctx, id: PersonId, link: Option<String>) -> Result<Response> {
    let found = person::found_by(ctx).filter(person::Column::Id.eq(id)).one(ctx).await?;
    let person = found.ok_or(Error::NotFound)?;
    let (lang, keeps) = (ctx.lang(), person::keeps(ctx));
    let day = |at: Instant| lang.day(at.day(&ctx.actor.zone));
    let team = match person.team_id {
        Some(team) => ctx.find::<team::Entity>().filter(team::Column::Id.eq(team)).one(ctx).await?,
        None => None,
    };
    let manager = match team.as_ref().and_then(|it| it.manager_id).filter(|it| *it != id) {
        Some(manager) => {
            let found = person::found_by(ctx).filter(person::Column::Id.eq(manager));
            found.one(ctx).await?.map(|it| (it.id, it.name))
        }
        None => None,
    };
    page::render(&PersonPage {
        shell: ctx.shell("people"),
        w: Words::of(lang),
        id,
        initials: initials(&person.name),
        badge: label::status_badge(person.status),
        status: label::standing(&person, lang),
        roles: label::roles(&person.roles.0, lang),
        team,
        manager,
        phone: person.phone.clone(),
        email: person.email.clone().filter(|_| keeps || ctx.actor.person == id),
        since: day(person.created_at),
        left: person.left_at.map(day),
        keeps,
        may: May::of(ctx, &person),
        link,
        events: if keeps { told(ctx, id).await? } else { Vec::new() },
        name: person.name,
    })
}

/// What happened to them, in words.
async fn told(ctx: &Ctx, id: PersonId) -> Result<Vec<Told>> {
    let events = stream::about(ctx, id.0, None, TOLD).await?;
    let names = person::names(ctx).await?;
    let zone = &ctx.actor.zone;
    let told = |event: &stream::Model| {
        Some(Told {
            iso: event.at.to_string(),
            at: format!("{} {}", ctx.lang().moment(event.at, zone), zone.label()),
            what: ctx.tell(event)?,
            who: event.actor_id.and_then(|it| names.get(&it).cloned()).unwrap_or_default(),
        })
    };
    Ok(events.iter().filter_map(told).collect())
}
