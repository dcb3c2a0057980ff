//! Somebody takes the rejected rows of a file before anything is imported, to mend them.
//!
//! An import of which all rows are rejected is never run, so nothing of it is kept: the rows are
//! made out again, as they are now.

use axum::response::Response;
use axum::routing::get;
use frame::web::Path;
use frame::{App, Ctx, Error, Result};
use utoipa_axum::router::OpenApiRouter;

use crate::check_files::checkable;
use crate::error_file::ErrorForm;
use crate::few_at_once::turn_soon;
use crate::import::Import;
use crate::ledger;
use crate::prepare::load;
use crate::run::RunId;
use crate::run_import::assembled;
use crate::show_run::to_mend;
use crate::source_file::ErrorFile;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports/{run}/check/errors/{number}", get(download))
}

/// The rows that an import would reject: of the file at this place, or of the refused day at this
/// place among them.
async fn rejected(ctx: &Ctx, id: RunId, place: usize) -> Result<(ErrorForm, Vec<u8>)> {
    let run = checkable(ctx, id).await?;

    let found = if run.ledger.is_some() {
        let turn = turn_soon().await?;
        let day = ledger::refused_day(ctx, id, place).await?;
        drop(turn);
        day.as_ref().map(written).transpose()?
    } else {
        let (mapping, sources) = assembled(ctx, id).await?;
        let lang = ctx.lang();
        let import = Import { preset: &run.preset, mapping: &mapping, sources: &sources, lang };
        let turn = turn_soon().await?;
        let loaded = load(ctx.again(), &import, turn).await?;
        let look = move || {
            let settled = loaded.settled()?;
            loaded.error_file(&settled, place)?.as_ref().map(written).transpose()
        };
        tokio::task::spawn_blocking(look).await??
    };
    found.ok_or(Error::NotFound)
}

fn written(file: &ErrorFile) -> Result<(ErrorForm, Vec<u8>)> {
    let bytes = file.form.bytes(&file.content).map_err(Error::internal)?;
    Ok((file.form, bytes))
}

// In the browser.

async fn download(ctx: Ctx, Path((id, place)): Path<(RunId, usize)>) -> Result<Response> {
    let (form, bytes) = rejected(&ctx, id, place).await?;
    Ok(to_mend(id, place, form, bytes))
}
