//! From settings to a running [`App`].

use anyhow::Context;
use frame::App;
use frame::app::{Clock, Made};
use frame::db::Db;
use frame::limits::Limits;
use frame::mail::Mailer;
use frame::metrics::Metrics;
use frame::secrets::Secrets;
use frame::seen::Seen;
use tokio::sync::{Notify, broadcast};

use crate::config::Config;
use crate::{EVERY, JOBS, PANELS, PLACES, TELLERS};

/// How many wake-ups a slow reader may fall behind before it has to look at everything again.
const WAKE_UPS: usize = 1_024;

/// Opens the data directory and the database, and brings the schema up to date.
pub async fn start(config: &Config) -> anyhow::Result<App> {
    let origin = config.origin.clone();
    let origin = origin.unwrap_or_else(|| format!("http://{}", config.listen));
    start_at(config, origin, Clock::System).await
}

/// As [`start`], reached under this address, by this clock.
pub async fn start_at(config: &Config, origin: String, clock: Clock) -> anyhow::Result<App> {
    std::fs::create_dir_all(&config.data)
        .with_context(|| format!("the data directory {}", config.data.display()))?;
    let db = open(config).await?;
    let mailer = config.smtp_url.as_deref().map(|url| Mailer::open(url, &config.mail_from));
    Ok(App::new(Made {
        db,
        clock,
        secrets: Secrets::open(&config.file("jembatan.key"))?,
        files: config.file("files"),
        origin,
        proxies: config.proxies,
        mailer: mailer.transpose()?,
        limits: Limits::usual(),
        seen: Seen::default(),
        metrics: Metrics::new()?,
        wake: broadcast::channel(WAKE_UPS).0,
        jobs_due: Notify::new(),
        jobs: JOBS.to_vec(),
        every: EVERY.concat(),
        places: PLACES,
        panels: PANELS.to_vec(),
        tellers: TELLERS.to_vec(),
        asset: assets::url,
        who: identity::who,
        actor_of: identity::actor_of,
    }))
}

async fn open(config: &Config) -> anyhow::Result<Db> {
    let Some(url) = &config.database_url else {
        let db = Db::sqlite(&config.file("jembatan.db")).await?;
        migrations::run(db.owner()).await?;
        return Ok(db);
    };
    let owner = Db::postgres(config.database_owner_url.as_deref().unwrap_or(url)).await?;
    migrations::run(owner.owner()).await?;
    if config.database_owner_url.is_some() {
        owner.close().await?;
        return Ok(Db::postgres(url).await?);
    }
    Ok(owner)
}
