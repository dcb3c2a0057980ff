//! Files that somebody brought and never imported are taken away after a while.
//!
//! What is known of them goes first, and at the next round the folder of which nothing is known any
//! more: whatever fails in between, no import loses a file that it still names.

use std::path::Path;

use frame::jobs::{Every, Running};
use frame::{Ctx, Event, Result, Tx};
use sea_orm::sea_query::{Expr, ExprTrait, Func, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use crate::import::word;
use crate::import_file;
use crate::run::{self, RunId, RunState};
use crate::upload::remove_folder;

pub const SWEEP: Every = Every { name: "importing.sweep", minutes: 60, run };

/// Nobody has worked on them for so long.
pub const DAYS: i64 = 14;
/// Drafts in one round.
const AT_ONCE: u64 = 100;

fn run(tx: &Tx) -> Running<'_> {
    Box::pin(sweep(tx))
}

async fn sweep(tx: &Tx) -> Result<()> {
    remove_orphans(tx).await?;
    let left = Condition::all().add(run::Column::State.eq(RunState::Draft)).add(
        SimpleExpr::from(Func::coalesce([
            Expr::col(run::Column::TouchedAt),
            Expr::col(run::Column::StartedAt),
        ]))
        .lte(tx.now.plus_days(-DAYS)),
    );
    let drafts = tx.whole_company::<run::Entity>().filter(left.clone());
    let drafts = drafts.order_by_asc(run::Column::Id).limit(AT_ONCE).all(&**tx).await?;
    for draft in drafts {
        // Held until the commit: whoever runs it this very moment was first, or comes too late.
        let this = left.clone().add(run::Column::Id.eq(draft.id));
        let held = vec![(run::Column::State, word(RunState::Draft))];
        if tx.update_where::<run::Entity, _>(run::Column::CompanyId, this.clone(), held).await? == 0
        {
            continue;
        }
        let files = import_file::Column::RunId.eq(draft.id);
        tx.delete_where::<import_file::Entity, _>(import_file::Column::CompanyId, files).await?;
        tx.delete_where::<run::Entity, _>(run::Column::CompanyId, this).await?;
        let event = Event::of("importing.files_swept", "import", draft.id);
        tx.record(event.with("preset", draft.preset));
    }
    Ok(())
}

/// Takes away the folders of imports of which nothing is known.
async fn remove_orphans(ctx: &Ctx) -> Result<()> {
    let folder = crate::brought::all(ctx);
    let found = tokio::task::spawn_blocking(move || folders(&folder)).await??;
    for (id, path) in found {
        let known = ctx.whole_company::<run::Entity>().filter(run::Column::Id.eq(id));
        if known.one(ctx).await?.is_none() {
            remove_folder(&path).await?;
        }
    }
    Ok(())
}

/// The folders of imports, by their ids; whatever else lies there is not ours.
fn folders(folder: &Path) -> std::io::Result<Vec<(RunId, std::path::PathBuf)>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(fault) => return Err(fault),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let id = entry.file_name().to_str().and_then(|it| it.parse::<RunId>().ok());
        if let Some(id) = id.filter(|_| entry.path().is_dir()) {
            found.push((id, entry.path()));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use testing::{SRI, World};

    use super::*;
    use crate::tests::web::{all, api, brought};

    async fn world() -> World {
        World::furnished(crate::routes(), |made| {
            made.jobs = vec![crate::JOBS];
            made.every = vec![SWEEP];
        })
        .await
    }

    fn id(page: &str) -> RunId {
        page.rsplit('/').next().unwrap().parse().unwrap()
    }

    const FILE: &[u8] = b"Nama,Industri\nHotel Fajar,hotel\n";

    #[tokio::test]
    async fn files_that_nobody_imported_go_and_no_others() {
        let world = world().await;
        let sri = world.browse(SRI);
        let left = brought(&world, &[("lama.csv", FILE)]).await;
        let mapped = brought(&world, &[("dipetakan.csv", FILE)]).await;
        let imported = brought(&world, &[("jadi.csv", FILE)]).await;
        sri.post(&format!("{imported}/run"), "").await;
        while world.work().await != 0 {}
        let folder = |page: &str| crate::brought::folder(&world.ctx(SRI), id(page));
        let folders = [&left, &mapped, &imported].map(|it| folder(it));
        // Of an import that was given up while its files came.
        let orphan =
            crate::brought::all(&world.ctx(SRI)).join(RunId(uuid::Uuid::from_u128(7)).to_string());
        std::fs::create_dir_all(&orphan).unwrap();
        std::fs::write(orphan.join("0"), FILE).unwrap();

        world.at("2026-03-10T05:00:00Z");
        let body = "f0-target=account&f0-c0=name&f0-c1=industry&action=keep";
        sri.post(&format!("{mapped}/map"), body).await;
        world.at("2026-03-16T05:00:00Z");
        while world.work().await != 0 {}
        world.at("2026-03-16T06:00:00Z");
        while world.work().await != 0 {}

        assert_eq!(folders.each_ref().map(|it| it.exists()), [false, true, true]);
        assert!(!orphan.exists());
        assert_eq!(sri.get(&left).await.status, 404);
        assert_eq!(sri.get(&format!("{mapped}/map")).await.status, 200);
        assert_eq!(api(&world, &imported).await["state"], "finished");
        let runs = all::<run::Entity>(&world).await;
        assert_eq!(runs.len(), 2);
        world.at("2026-03-24T06:00:00Z");
        while world.work().await != 0 {}
        assert_eq!(all::<run::Entity>(&world).await.len(), 1);
    }

    #[tokio::test]
    async fn an_import_that_stopped_halfway_keeps_its_files() {
        let world = world().await;
        let sri = world.browse(SRI);
        let page = brought(&world, &[("klien.csv", FILE)]).await;
        sri.post(&format!("{page}/run"), "").await;
        sri.post(&format!("{page}/cancel"), "").await;

        world.at("2026-06-01T05:00:00Z");
        while world.work().await != 0 {}
        world.at("2026-06-01T06:00:00Z");
        while world.work().await != 0 {}
        let done = crate::tests::web::run(&world, &page).await;

        assert_eq!(done["state"], "finished", "{done}");
    }
}
