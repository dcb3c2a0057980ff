//! Every setting, its default, and why one would change it.
//!
//! Flags win over the environment (`JEMBATAN_…`), that over `jembatan.toml` in the data
//! directory, and that over the defaults.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use serde::Deserialize;

/// What the data directory holds.
pub const DATABASE: &str = "jembatan.db";
pub const KEY: &str = "jembatan.key";
pub const SETTINGS: &str = "jembatan.toml";
pub const FILES: &str = "files";

/// As given on the command line or in the environment.
#[derive(Clone, Debug, Default, Args)]
pub struct Given {
    /// Where the database, photos and keys are kept
    #[arg(long, env = "JEMBATAN_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// The address to answer at
    #[arg(long, env = "JEMBATAN_LISTEN", global = true)]
    pub listen: Option<SocketAddr>,
    /// A PostgreSQL database instead of the file in the data directory
    #[arg(long, env = "JEMBATAN_DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,
    /// The role that owns the PostgreSQL database, for migrations alone
    #[arg(long, env = "JEMBATAN_DATABASE_OWNER_URL", global = true, hide_env_values = true)]
    pub database_owner_url: Option<String>,
    /// The address under which people reach this installation, https://…
    #[arg(long, env = "JEMBATAN_ORIGIN", global = true)]
    pub origin: Option<String>,
    /// Where metrics are shown; nowhere unless told, and never to the public
    #[arg(long, env = "JEMBATAN_METRICS", global = true)]
    pub metrics: Option<SocketAddr>,
    /// How mail goes out, `smtps://user:password@host:465`; without it links are shown instead
    #[arg(long, env = "JEMBATAN_SMTP_URL", global = true, hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// In whose name mail goes out
    #[arg(long, env = "JEMBATAN_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,
    /// How many proxies in front of us tell the truth in X-Forwarded-For
    #[arg(long, env = "JEMBATAN_PROXIES", global = true)]
    pub proxies: Option<u8>,
    /// The largest attachment in megabytes, 25 unless told; more for whoever keeps films or drawings
    #[arg(long, env = "JEMBATAN_ATTACHMENT_MB", global = true, value_parser = clap::value_parser!(u64).range(1..=1_024))]
    pub attachment_mb: Option<u64>,
    /// All attachments of a company in gigabytes, 20 unless told; as much as the disk can spare
    #[arg(long, env = "JEMBATAN_ATTACHMENTS_GB", global = true, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub attachments_gb: Option<u64>,
    /// Where tiles of a map come from, `https://tiles.example/{z}/{x}/{y}.png`; without it lists
    /// are shown by city and distance, and nobody is asked for a map
    #[arg(long, env = "JEMBATAN_TILES_URL", global = true)]
    pub tiles_url: Option<String>,
    /// Who is to be named on the map, as the maker of the tiles asks
    #[arg(long, env = "JEMBATAN_TILES_CREDIT", global = true)]
    pub tiles_credit: Option<String>,
}

/// As written in `jembatan.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    listen: Option<SocketAddr>,
    database_url: Option<String>,
    database_owner_url: Option<String>,
    origin: Option<String>,
    metrics: Option<SocketAddr>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    proxies: Option<u8>,
    attachment_mb: Option<u64>,
    attachments_gb: Option<u64>,
    tiles_url: Option<String>,
    tiles_credit: Option<String>,
}

/// As in force.
#[derive(Clone)]
pub struct Config {
    pub data: PathBuf,
    pub listen: SocketAddr,
    pub database_url: Option<String>,
    pub database_owner_url: Option<String>,
    /// None: this machine alone, at the address that is listened to.
    pub origin: Option<String>,
    pub metrics: Option<SocketAddr>,
    pub smtp_url: Option<String>,
    pub mail_from: String,
    pub proxies: u8,
    pub attachment_mb: u64,
    pub attachments_gb: u64,
    pub tiles_url: Option<String>,
    pub tiles_credit: String,
}

impl Config {
    pub fn settle(given: Given) -> anyhow::Result<Self> {
        let data = given.data.unwrap_or_else(|| PathBuf::from("data"));
        let written = written(&data.join(SETTINGS))?;
        let origin = given.origin.or(written.origin);
        let origin = origin.map(|it| it.trim_end_matches('/').to_owned());
        Ok(Self {
            data,
            listen: given
                .listen
                .or(written.listen)
                .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
            database_url: given.database_url.or(written.database_url),
            database_owner_url: given.database_owner_url.or(written.database_owner_url),
            origin,
            metrics: given.metrics.or(written.metrics),
            smtp_url: given.smtp_url.or(written.smtp_url),
            mail_from: given
                .mail_from
                .or(written.mail_from)
                .unwrap_or_else(|| "Jembatan <jembatan@localhost>".to_owned()),
            proxies: given.proxies.or(written.proxies).unwrap_or_default(),
            attachment_mb: given.attachment_mb.or(written.attachment_mb).unwrap_or(25),
            attachments_gb: given.attachments_gb.or(written.attachments_gb).unwrap_or(20),
            tiles_url: given.tiles_url.or(written.tiles_url),
            tiles_credit: given.tiles_credit.or(written.tiles_credit).unwrap_or_default(),
        })
    }

    /// The address under which people reach it.
    pub fn reached_at(&self) -> String {
        self.origin.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// A file in the data directory.
    pub fn file(&self, name: &str) -> PathBuf {
        self.data.join(name)
    }
}

fn written(file: &Path) -> anyhow::Result<Written> {
    match std::fs::read_to_string(file) {
        Ok(text) => toml::from_str(&text).with_context(|| file.display().to_string()),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(Written::default()),
        Err(cause) => Err(cause).with_context(|| file.display().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_wins_over_the_file() {
        let folder = std::env::temp_dir().join(format!("jembatan-config-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("jembatan.toml"), "listen = \"0.0.0.0:1\"\nproxies = 2")
            .unwrap();
        let listen = Some(SocketAddr::from(([127, 0, 0, 1], 9)));

        let config =
            Config::settle(Given { data: Some(folder), listen, ..Given::default() }).unwrap();

        assert_eq!(config.listen.port(), 9);
        assert_eq!(config.proxies, 2);
    }
}
