//! What the installation stands in: its key, its address, the work that waits.

use std::path::Path;

use frame::App;
use frame::jobs;

use super::{Check, looked};
use crate::config::Config;

/// Work that is due for so long waits for a worker that is not there.
const LATE_MINUTES: i64 = 10;

/// Whoever has the key can sign; whoever lost it has lost all time tokens.
pub fn key(file: &Path) -> Check {
    let Ok(found) = std::fs::metadata(file) else {
        return Check::of("key", false, format!("there is no key at {}", file.display()));
    };
    if found.len() != 32 {
        return Check::of("key", false, format!("{} is not a key of 32 bytes", file.display()));
    }
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o077 != 0 {
        return Check::of("key", false, format!("{} can be read by others", file.display()));
    }
    Check::of("key", true, "there, and for its owner alone")
}

/// Browsers keep a session only over HTTPS, or on this machine.
pub fn origin(config: &Config) -> Check {
    let origin = config.reached_at();
    let host = origin.split_once("://").map_or("", |it| it.1);
    let here = ["localhost", "127.", "[::1]"].iter().any(|it| host.starts_with(it));
    if origin.starts_with("https://") || (here && origin.starts_with("http://")) {
        return Check::of("origin", true, origin);
    }
    let said = format!("people cannot stay signed in at {origin}; set origin to an https address");
    Check::of("origin", false, said)
}

pub async fn jobs(app: &App) -> Check {
    looked("jobs", waiting(app).await)
}

async fn waiting(app: &App) -> anyhow::Result<Check> {
    let failed = jobs::failed(app).await?;
    let mut faults: Vec<String> =
        failed.into_iter().map(|(name, why)| format!("{name} failed: {why}")).collect();
    let late = |it: &kernel::Instant| it.plus_minutes(LATE_MINUTES) < app.now();
    if let Some(since) = jobs::oldest_due(app).await?.filter(late) {
        faults.push(format!("work waits since {since}; does the program serve?"));
    }
    Ok(Check::faults("jobs", &faults, "nothing failed, nothing is late"))
}
