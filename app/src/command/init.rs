//! A company is founded from the shell, with its first administrator.

use clap::Args;
use jembatan::config::Config;
use jembatan::{founding, start};
use serde_json::json;

/// What is asked of a new company.
#[derive(Args)]
pub struct Init {
    /// The name of the company, as on its letters
    #[arg(long)]
    company: String,
    /// The address of mail of the first administrator
    #[arg(long)]
    admin: String,
    /// The name of the first administrator
    #[arg(long, default_value = "Administrator")]
    name: String,
    /// The lists of an industry to begin with: advertising, it-services, finance or fmcg
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(starters::codes()))]
    starter: Option<String>,
    /// Tell it in one line of JSON
    #[arg(long)]
    json: bool,
}

/// Prints the link by which the administrator comes in.
pub async fn run(config: &Config, init: Init) -> anyhow::Result<()> {
    let app = start::start(config).await?;
    let (company, url) =
        founding::init(&app, &init.company, &init.name, &init.admin, init.starter.as_deref())
            .await?;
    app.db.clone().close().await?;
    if init.json {
        println!("{}", json!({ "company": company.slug, "invitation_url": url }));
        return Ok(());
    }
    println!("{} ({})", company.name, company.slug);
    println!("{url}");
    Ok(())
}
