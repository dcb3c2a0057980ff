//! Is everything as it should be? One line for each thing that was looked at.

mod database;
mod data;
mod surroundings;

use serde::Serialize;

use crate::config::{Config, KEY};
use crate::start;

/// One thing that was looked at.
#[derive(Debug, Serialize)]
pub struct Check {
    /// Stable, safe to branch on.
    pub name: &'static str,
    pub ok: bool,
    /// What was found, in a sentence.
    pub said: String,
}

impl Check {
    fn of(name: &'static str, ok: bool, said: impl Into<String>) -> Self {
        Self { name, ok, said: said.into() }
    }

    /// Fine when nothing was found wrong.
    fn faults(name: &'static str, faults: &[String], fine: impl Into<String>) -> Self {
        match faults {
            [] => Self::of(name, true, fine),
            faults => Self::of(name, false, faults.join("; ")),
        }
    }
}

/// Looks at everything and changes nothing.
pub async fn examine(config: &Config) -> Vec<Check> {
    let mut checks = vec![surroundings::key(&config.file(KEY)), surroundings::origin(config)];
    let app = match start::look(config).await {
        Ok(app) => app,
        Err(cause) => {
            checks.push(Check::of("database", false, format!("{cause:#}")));
            return checks;
        }
    };
    checks.extend(database::checks(&app).await);
    checks.extend(data::checks(&app).await);
    checks.push(surroundings::jobs(&app).await);
    if let Err(error) = app.db.clone().close().await {
        checks.push(Check::of("database", false, error.to_string()));
    }
    checks
}

/// A look that failed has found something too.
fn looked(name: &'static str, found: anyhow::Result<Check>) -> Check {
    found.unwrap_or_else(|cause| Check::of(name, false, format!("{cause:#}")))
}
