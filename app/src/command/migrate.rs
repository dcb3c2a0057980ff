//! The schema is brought up to date.

use clap::Args;
use jembatan::config::Config;
use jembatan::start;
use serde_json::json;

/// How it is told.
#[derive(Args)]
pub struct Migrate {
    /// Tell it in one line of JSON
    #[arg(long)]
    json: bool,
}

pub async fn run(config: &Config, told: &Migrate) -> anyhow::Result<()> {
    let app = start::start(config).await?;
    let schema = migrations::applied(app.db.pool()).await?;
    app.db.clone().close().await?;
    if told.json {
        println!("{}", json!({ "schema": schema }));
    } else {
        println!("{}", schema.last().map_or("", String::as_str));
    }
    Ok(())
}
