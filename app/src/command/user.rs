//! People, from the shell.

use anyhow::{Context, bail};
use clap::Subcommand;
use jembatan::config::Config;
use jembatan::start;
use kernel::Lang;
use kernel::access::Roles;
use people::{Hire, company};
use serde_json::json;

/// What can be done with people.
#[derive(Subcommand)]
pub enum User {
    /// Add somebody and print the link by which they come in
    Add {
        /// Their address of mail
        #[arg(long)]
        email: String,
        /// Their whole name
        #[arg(long)]
        name: String,
        /// What they are, with commas between: administrator, hr, finance, manager, team-lead,
        /// account-executive, sales-representative, support
        #[arg(long, default_value = "account-executive")]
        roles: String,
        /// The company, when there are several
        #[arg(long)]
        company: Option<String>,
        /// Tell it in one line of JSON
        #[arg(long)]
        json: bool,
    },
}

pub async fn run(config: &Config, command: User) -> anyhow::Result<()> {
    let User::Add { email, name, roles, company, json } = command;
    let roles: Roles = roles.parse()?;
    let app = start::start(config).await?;
    let company = one_company(&app, company.as_deref()).await?;
    let tx = app.company(company.id).begin().await?;
    let new = Hire { name, email: Some(email), phone: None, roles, team: None, lang: Lang::Id };
    let (person, invitation) = identity::admit(&tx, new).await?;
    tx.commit().await?;
    app.db.clone().close().await?;
    let url = invitation.context("an address is needed to ask somebody in")?.url;
    if json {
        let told = json!({ "company": company.slug, "id": person.id, "invitation_url": url });
        println!("{told}");
    } else {
        println!("{url}");
    }
    Ok(())
}

/// The company that is meant: the named one, or the only one.
pub async fn one_company(app: &frame::App, slug: Option<&str>) -> anyhow::Result<company::Model> {
    if let Some(slug) = slug {
        let company = company::named(app, slug).await?;
        return company.with_context(|| format!("no company is named {slug}"));
    }
    let mut companies = company::all(app).await?;
    let slugs: Vec<String> = companies.iter().map(|it| it.slug.clone()).collect();
    match (companies.pop(), companies.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => bail!("there is no company yet; found one with `jembatan init`"),
        (Some(_), false) => {
            bail!("there are several companies; name one with --company: {}", slugs.join(", "))
        }
    }
}
