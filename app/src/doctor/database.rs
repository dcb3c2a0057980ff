//! The engine, its file, and the schema.

use frame::App;
use sea_orm::DbBackend;

use super::{Check, looked};

pub async fn checks(app: &App) -> Vec<Check> {
    vec![
        looked("engine", engine(app).await),
        looked("integrity", integrity(app).await),
        looked("references", references(app).await),
        looked("schema", schema(app).await),
    ]
}

/// SQLite before 3.51.3 can lose a commit in WAL mode; the program does not even start on it.
async fn engine(app: &App) -> anyhow::Result<Check> {
    let version = app.db.version().await?;
    Ok(match app.db.backend() {
        DbBackend::Postgres => {
            let major = version.split('.').next().and_then(|it| it.parse::<u32>().ok());
            let ok = major.is_some_and(|it| 15 <= it);
            Check::of("engine", ok, format!("PostgreSQL {version}, 15 or newer is needed"))
        }
        _ => Check::of("engine", true, format!("SQLite {version}")),
    })
}

async fn integrity(app: &App) -> anyhow::Result<Check> {
    let faults = app.db.faults().await?;
    let fine = match app.db.backend() {
        DbBackend::Postgres => "PostgreSQL looks after its files itself",
        _ => "the file is sound",
    };
    Ok(Check::faults("integrity", &faults, fine))
}

async fn references(app: &App) -> anyhow::Result<Check> {
    let mut faults = app.db.dangling().await?;
    if app.db.backend() == DbBackend::Postgres {
        let unfenced = migrations::unfenced_tables(app.db.pool()).await?;
        faults.extend(unfenced.into_iter().map(|it| format!("{it} is not behind the fence")));
    }
    Ok(Check::faults("references", &faults, "every reference leads somewhere"))
}

async fn schema(app: &App) -> anyhow::Result<Check> {
    let (known, applied) = (migrations::known(), migrations::applied(app.db.pool()).await?);
    let waiting = known.iter().filter(|it| !applied.contains(it));
    let waiting = waiting.map(|it| format!("{it} waits; run `jembatan migrate`"));
    let newer = applied.iter().filter(|it| !known.contains(it));
    let newer = newer.map(|it| format!("{it} is newer than this program"));
    let faults: Vec<String> = waiting.chain(newer).collect();
    Ok(Check::faults("schema", &faults, format!("{} steps, none waits", applied.len())))
}
