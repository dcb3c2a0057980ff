//! A made-up company in a throw-away directory.
#![expect(clippy::print_stdout, reason = "the demo prints how to come in")]

mod clients;
mod depth;
mod tasks;
mod deals;
mod phone;
mod days;
mod ledger;
mod prospects;
mod promises;
mod book;
mod twins;

use std::collections::HashMap;

use clap::Args;
use frame::{App, Ctx, Tx};
use kernel::access::{Role, Roles};
use kernel::{CompanyId, Lang, PersonId, TeamId};
use people::{Founding, Hire, NewTeam, hire, open_team};
use serde::Serialize;

use crate::config::{Config, Given};
use crate::founding::found_company;
use crate::{serve, start};

/// Everybody's password in the demo, and nowhere else.
const PASSWORD: &str = "jembatan-demo";

/// How the demo is told.
#[derive(Args)]
pub struct Demo {
    /// Tell it in one line of JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Told {
    address: String,
    password: &'static str,
    people: Vec<Told1>,
}

#[derive(Serialize)]
struct Told1 {
    name: &'static str,
    email: &'static str,
    role: &'static str,
}

/// Somebody in the demo.
struct Somebody {
    name: &'static str,
    email: &'static str,
    roles: &'static [Role],
    team: Option<&'static str>,
}

const PEOPLE: &[Somebody] = &[
    Somebody {
        name: "Sri Wahyuni",
        email: "sri@cahaya.example",
        roles: &[Role::Administrator],
        team: None,
    },
    Somebody {
        name: "Budi Santoso",
        email: "budi@cahaya.example",
        roles: &[Role::Manager],
        team: None,
    },
    Somebody {
        name: "Ayu Lestari",
        email: "ayu@cahaya.example",
        roles: &[Role::AccountExecutive],
        team: Some("Jakarta Selatan"),
    },
    Somebody {
        name: "Rizky Pratama",
        email: "rizky@cahaya.example",
        roles: &[Role::AccountExecutive],
        team: Some("Jakarta Selatan"),
    },
    Somebody {
        name: "Putri Maharani",
        email: "putri@cahaya.example",
        roles: &[Role::AccountExecutive],
        team: Some("Jakarta Selatan"),
    },
    Somebody {
        name: "Dimas Saputro",
        email: "dimas@cahaya.example",
        roles: &[Role::AccountExecutive],
        team: Some("Jakarta Selatan"),
    },
    Somebody {
        name: "Nuraini",
        email: "nuraini@cahaya.example",
        roles: &[Role::SalesRepresentative],
        team: Some("Jakarta Selatan"),
    },
    Somebody {
        name: "Dewi Anggraini",
        email: "dewi@cahaya.example",
        roles: &[Role::HumanResources],
        team: None,
    },
];

/// Founds, fills and serves the demo until told to stop; the directory goes with it.
pub async fn run(given: Given, demo: Demo) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let data = given.data.clone().or_else(|| Some(folder.path().to_owned()));
    let config = Config::settle(Given { data, ..given })?;
    let listener = serve::listen(&config).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let app = start::start_at(&config, address.clone(), frame::app::Clock::System).await?;
    fill(&app).await?;
    tell(&demo, address)?;
    serve::serve(app, listener, &config).await
}

/// The company on its first day.
struct Begun {
    company: CompanyId,
    /// By what stands before the `@` of their address of mail.
    people: HashMap<&'static str, PersonId>,
    team: Option<TeamId>,
}

async fn fill(app: &App) -> anyhow::Result<()> {
    let Begun { company, people, team } = begin(app).await?;
    days::walk(app, company, &people).await?;
    if let Some(&ayu) = people.get("ayu") {
        ledger::fill(app, company, ayu).await?;
    }
    clients::hear(app, company, &people).await?;
    depth::fill(app, company, &people).await?;
    tasks::fill(app, company, &people).await?;
    deals::sell(app, company, &people).await?;
    prospects::fill(app, company, &people).await?;
    promises::make(app, company, &people, team).await?;
    book::pass(app, company, &people).await?;
    twins::write_down(app, company, &people).await?;
    // What was left for later is done by the time somebody looks.
    frame::jobs::run_due(app).await?;
    Ok(())
}

/// Founds it, hires everybody, and opens their clients.
async fn begin(app: &App) -> anyhow::Result<Begun> {
    let company = found_company(app, Founding::usual("PT Cahaya Nusantara")).await?.id;
    let tx = app.company(company).begin().await?;
    let mut team: Option<TeamId> = None;
    let mut manager = None;
    let mut people: HashMap<&'static str, PersonId> = HashMap::new();
    for it in PEOPLE {
        if it.team.is_some() && team.is_none() {
            let new = NewTeam { name: "Jakarta Selatan".to_owned(), parent: None, manager };
            team = Some(open_team(&tx, new).await?.id);
        }
        let person = hire(
            &tx,
            Hire {
                name: it.name.to_owned(),
                email: Some(it.email.to_owned()),
                phone: None,
                roles: Roles(it.roles.to_vec()),
                team: it.team.and(team),
                lang: Lang::Id,
            },
        )
        .await?;
        if it.roles.contains(&Role::Manager) {
            manager = Some(person.id);
        }
        identity::set_password(&tx, person.id, PASSWORD.to_owned()).await?;
        people.insert(it.email.split('@').next().unwrap_or_default(), person.id);
    }
    clients::open(&tx, &people).await?;
    tx.commit().await?;
    Ok(Begun { company, people, team })
}

/// The right to write of somebody, now.
async fn acting(app: &App, company: CompanyId, person: PersonId) -> anyhow::Result<Tx> {
    let ctx = app.company(company);
    let actor = identity::actor_of(&ctx, person).await?;
    Ok(Ctx::new(app.clone(), actor, ctx.now).begin().await?)
}

fn tell(demo: &Demo, address: String) -> anyhow::Result<()> {
    let people = PEOPLE.iter().map(|it| Told1 {
        name: it.name,
        email: it.email,
        role: it.roles.first().map_or("", |it| it.word()),
    });
    let told = Told { address, password: PASSWORD, people: people.collect() };
    if demo.json {
        println!("{}", serde_json::to_string(&told)?);
        return Ok(());
    }
    println!("Jembatan: {}", told.address);
    println!("Kata sandi / password: {}", told.password);
    for it in &told.people {
        println!("  {:<24} {:<16} {}", it.email, it.name, it.role);
    }
    Ok(())
}
