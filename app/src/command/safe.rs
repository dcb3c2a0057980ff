//! Backup, restore and the doctor, from the shell.

use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use jembatan::archive::About;
use jembatan::config::Config;
use jembatan::{backup, doctor, restore};
use serde_json::json;

/// Where an archive lies.
#[derive(Args)]
pub struct Archive {
    /// The archive, such as jembatan.tar.gz
    file: PathBuf,
    /// Tell it in one line of JSON
    #[arg(long)]
    json: bool,
}

/// How the doctor is told.
#[derive(Args)]
pub struct Doctor {
    /// Tell it in one line of JSON
    #[arg(long)]
    json: bool,
}

pub async fn back_up(config: &Config, archive: Archive) -> anyhow::Result<()> {
    let about = backup::backup(config, &archive.file).await?;
    tell(&about, &archive)
}

pub async fn restore(config: &Config, archive: Archive) -> anyhow::Result<()> {
    let about = restore::restore(config, &archive.file).await?;
    tell(&about, &archive)
}

fn tell(about: &About, archive: &Archive) -> anyhow::Result<()> {
    if archive.json {
        println!("{}", serde_json::to_string(about)?);
        return Ok(());
    }
    println!("{}: {} of {}", archive.file.display(), about.engine, about.made_at);
    for held in &about.companies {
        println!("  {} with {} events", held.slug, held.events);
    }
    Ok(())
}

/// Prints what was looked at; fails when something is wrong.
pub async fn examine(config: &Config, told: Doctor) -> anyhow::Result<()> {
    let checks = doctor::examine(config).await;
    let wrong = checks.iter().filter(|it| !it.ok).count();
    if told.json {
        println!("{}", json!({ "ok": wrong == 0, "checks": checks }));
    } else {
        for check in &checks {
            let mark = if check.ok { "ok   " } else { "WRONG" };
            println!("{mark} {:<11} {}", check.name, check.said);
        }
    }
    if wrong != 0 {
        bail!("{wrong} of {} checks found something wrong", checks.len());
    }
    Ok(())
}
