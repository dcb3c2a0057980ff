//! From settings to a running [`App`].

use anyhow::{Context, ensure};
use frame::App;
use frame::app::{Clock, Made};
use frame::db::Db;
use frame::files::Room;
use frame::limits::Limits;
use frame::mail::Mailer;
use frame::metrics::Metrics;
use frame::secrets::Secrets;
use frame::seen::Seen;
use frame::web::tiles::Tiles;
use tokio::sync::{Notify, broadcast};

use crate::config::{Config, DATABASE, FILES, KEY};
use crate::{
    EVERY, FOLLOWS, GROUPS, JOBS, LISTS, PANELS, PLACES, READERS, SEARCHED, TABS, TELLERS,
};

/// How many wake-ups a slow reader may fall behind before it has to look at everything again.
const WAKE_UPS: usize = 1_024;

/// Opens the data directory and the database, and brings the schema up to date.
pub async fn start(config: &Config) -> anyhow::Result<App> {
    start_at(config, config.reached_at(), Clock::System).await
}

/// As [`start`], reached under this address, by this clock.
pub async fn start_at(config: &Config, origin: String, clock: Clock) -> anyhow::Result<App> {
    std::fs::create_dir_all(&config.data)
        .with_context(|| format!("the data directory {}", config.data.display()))?;
    let secrets = Secrets::open(&config.file(KEY))?;
    made(config, open(config).await?, secrets, origin, clock)
}

/// Opens what is there as it is: nothing is made, and the schema stays. For whoever looks.
pub async fn look(config: &Config) -> anyhow::Result<App> {
    let db = if let Some(url) = &config.database_url {
        Db::postgres(url).await?
    } else {
        let file = config.file(DATABASE);
        ensure!(file.exists(), "there is no database at {}", file.display());
        Db::sqlite(&file).await?
    };
    // Nothing is signed while looking, so a missing key is no reason to make one.
    made(config, db, Secrets::from_key([0; 32]), config.reached_at(), Clock::System)
}

fn made(
    config: &Config,
    db: Db,
    secrets: Secrets,
    origin: String,
    clock: Clock,
) -> anyhow::Result<App> {
    let mailer = config.smtp_url.as_deref().map(|url| Mailer::open(url, &config.mail_from));
    Ok(App::new(Made {
        db,
        clock,
        secrets,
        files: config.file(FILES),
        room: Room::of(config.attachment_mb, config.attachments_gb),
        tiles: Tiles::of(config.tiles_url.as_deref(), &config.tiles_credit)?,
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
        groups: GROUPS,
        tabs: TABS,
        panels: PANELS.to_vec(),
        tellers: TELLERS.to_vec(),
        readers: READERS.to_vec(),
        lists: LISTS.to_vec(),
        follows: FOLLOWS.to_vec(),
        searched: SEARCHED.to_vec(),
        asset: assets::url,
        who: identity::who,
        actor_of: identity::actor_of,
    }))
}

async fn open(config: &Config) -> anyhow::Result<Db> {
    let Some(url) = &config.database_url else {
        let db = Db::sqlite(&config.file(DATABASE)).await?;
        migrations::run(&db.owner()).await?;
        return Ok(db);
    };
    let owner = Db::postgres(config.database_owner_url.as_deref().unwrap_or(url)).await?;
    migrations::run(&owner.owner()).await?;
    if config.database_owner_url.is_some() {
        owner.close().await?;
        return Ok(Db::postgres(url).await?);
    }
    Ok(owner)
}
