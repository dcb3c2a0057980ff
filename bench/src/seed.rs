//! A company as large as a workload needs it, made through the query layer.

mod book;
mod documents;
mod history;

use std::sync::{Arc, Mutex};

use accounts::AccountId;
use anyhow::Result;
use frame::web::Presented;
use frame::{App, Tx, secrets};
use identity::session;
use jembatan::founding::found_company;
use kernel::access::{Role, Roles};
use kernel::{CompanyId, Lang, PersonId, TeamId};
use people::person::{self, PersonStatus};
use people::{Founding, draw_line, team};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

pub use book::point;
pub use documents::documents;
pub use history::{month, story, yesterday};

/// How many work in one team.
const TEAM: usize = 10;

/// What to make.
#[derive(Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub accounts: usize,
}

/// What was made.
pub struct Company {
    pub id: CompanyId,
    /// Holds the keys, and keeps people's time.
    pub administrator: Member,
    /// The executives.
    pub people: Vec<Member>,
}

/// Somebody, signed in on a phone.
#[derive(Clone)]
pub struct Member {
    pub id: PersonId,
    /// The whole cookie, as a browser sends it.
    pub cookie: String,
    pub device: Uuid,
    /// Where the chain of their phone ends.
    pub chain: Arc<Mutex<Link>>,
    pub accounts: Vec<AccountId>,
}

/// The last event of a phone: its number and its hash.
#[derive(Default)]
pub struct Link {
    pub seq: i64,
    pub hash: Option<String>,
}

/// Founds a company of this size.
pub async fn company(app: &App, name: &str, size: Size) -> Result<Company> {
    let id = found_company(app, Founding::usual(name)).await?.id;
    let tx = app.company(id).begin().await?;
    let roles = Roles(vec![Role::Administrator, Role::HumanResources]);
    let administrator = hire(&tx, &[None], &roles).await?.remove(0);

    let count = size.people.div_ceil(TEAM);
    let managers = hire(&tx, &vec![None; count], &Roles::only(Role::Manager)).await?;
    let teams = teams(&tx, &managers).await?;
    let places: Vec<_> = (0..size.people).map(|at| Some(teams[at / TEAM])).collect();
    let mut people = hire(&tx, &places, &Roles::only(Role::AccountExecutive)).await?;
    draw_line(&tx).await?;
    book::fill(&tx, &mut people, size.accounts).await?;
    tx.commit().await?;
    Ok(Company { id, administrator, people })
}

async fn teams(tx: &Tx, managers: &[Member]) -> Result<Vec<TeamId>> {
    let ids: Vec<TeamId> = managers.iter().map(|_| tx.id()).collect();
    let rows = ids.iter().zip(managers).enumerate().map(|(at, (&id, manager))| team::ActiveModel {
        company_id: Set(tx.actor.company),
        id: Set(id),
        name: Set(format!("Tim {at:04}")),
        parent_id: Set(None),
        manager_id: Set(Some(manager.id)),
        created_at: Set(tx.now),
    });
    tx.insert_all(rows.collect()).await?;
    Ok(ids)
}

/// One person for each of these places, with a session.
async fn hire(tx: &Tx, teams: &[Option<TeamId>], roles: &Roles) -> Result<Vec<Member>> {
    let (mut members, mut people, mut sessions) = (Vec::new(), Vec::new(), Vec::new());
    for (at, &team) in teams.iter().enumerate() {
        let (id, secret): (PersonId, _) = (tx.id(), secrets::fresh());
        let name = book::person(at);
        people.push(person::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(id),
            name_key: Set(frame::text::key(&name)),
            name: Set(name),
            email: Set(None),
            phone: Set(Some(format!("+62811{at:07}"))),
            roles: Set(roles.clone()),
            team_id: Set(team),
            status: Set(PersonStatus::Active),
            lang: Set(Lang::Id),
            zone: Set(None),
            created_at: Set(tx.now),
            left_at: Set(None),
        });
        sessions.push(session::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(secrets::hash(&secret)),
            person_id: Set(id),
            created_at: Set(tx.now),
            seen_at: Set(tx.now),
            expires_at: Set(tx.now.plus_days(1)),
            agent: Set("bench".to_owned()),
            address: Set("127.0.0.1".to_owned()),
            stay: Set(identity::Stay::Remembered),
        });
        let value = Presented::cookie(tx.actor.company, &secret);
        let cookie = format!("{}={value}", frame::web::request::SESSION_COOKIE);
        members.push(Member {
            id,
            cookie,
            device: tx.id(),
            chain: Arc::default(),
            accounts: Vec::new(),
        });
    }
    tx.insert_all(people).await?;
    tx.insert_all(sessions).await?;
    Ok(members)
}
