//! Somebody says whether files are days of a ledger, or are mapped by hand.

use askama::Template;
use axum::response::Response;
use axum::routing::post;
use frame::web::shell::Shell;
use frame::web::{Form, Path, page};
use frame::{App, Ctx, Error, Result};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::brought::{Asked, Look};
use crate::import_file;
use crate::ledger::{self, LEDGERS, Source};
use crate::map_files::draft;
use crate::own;
use crate::rules::file_refused::FileRefused;
use crate::rules::online_retail::COLUMNS;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::source_file::SourceRefused;
use crate::upload::{MOST_TABLES, chosen, look};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports/{run}/ledger", post(submit))
}

/// From now on the files are read as days of this ledger; of none, they are mapped.
async fn choose(ctx: &Ctx, id: RunId, ledger: Option<&str>) -> Result<()> {
    let run = draft(ctx, id).await?;
    if run.state != RunState::Draft {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let (folder, sources) = ledger::brought(ctx, id).await?;
    let known = if let Some(name) = ledger {
        let known = LEDGERS.iter().find(|it| **it == name).ok_or(Error::NotFound)?;
        let fits = ledger::recognise(&folder, sources).await?.is_some_and(|it| it == *known);
        if !fits {
            let columns = COLUMNS.join(", ");
            return Err(Error::refused(FileRefused::ColumnsMissing { columns }));
        }
        Some(*known)
    } else {
        map_by_hand(ctx, &run, &folder, sources).await?;
        None
    };

    let tx = ctx.again().begin().await?;
    let values = vec![
        (run::Column::Ledger, Expr::value(known)),
        (run::Column::TouchedAt, Expr::value(tx.now)),
    ];
    tx.update_where::<run::Entity, _>(run::Column::CompanyId, run::Column::Id.eq(id), values)
        .await?;
    tx.commit().await
}

/// Looks at files that came as days of a ledger, and guesses how each is read.
async fn map_by_hand(
    ctx: &Ctx,
    run: &run::Model,
    folder: &std::path::Path,
    sources: Vec<Source>,
) -> Result<()> {
    if MOST_TABLES < sources.len() || !ledger::is_by_hand(sources).await? {
        return Err(Error::refused(RunRefused::NotByHand));
    }
    let mut looks: Vec<(import_file::Model, Look)> = Vec::new();
    for file in import_file::of_run(ctx, run.id).await? {
        let look = look(folder, file.number, Asked::default()).await?;
        let refuse = |why| Error::refused(SourceRefused { name: file.name.clone(), why });
        let look = look.map_err(refuse)?;
        looks.push((file, look));
    }

    let tx = ctx.again().begin().await?;
    let own = own::load(&tx).await?;
    for (file, look) in &looks {
        let choice = chosen(&tx, &file.name, look, &own).await?;
        import_file::change(&tx, file, &Asked::default(), look, &choice).await?;
    }
    tx.commit().await
}

// In the browser.

#[derive(Template)]
#[template(path = "choose_ledger.html")]
struct ChoosePage {
    shell: Shell,
    w: Words,
    run: RunId,
    title: String,
    ledger: String,
    /// Each column, and what is made of it.
    reads: [(&'static str, &'static str); 8],
    files: String,
    /// They can be mapped by hand instead.
    by_hand: bool,
}

/// The step of mapping, where nothing has to be mapped.
pub async fn show(ctx: &Ctx, run: run::Model) -> Result<Response> {
    let (_, sources) = ledger::brought(ctx, run.id).await?;
    let lang = ctx.lang();
    let w = Words::of(lang);
    let is_draft = run.state == RunState::Draft;
    let files = i64::try_from(sources.len()).unwrap_or(i64::MAX);
    let few = sources.len() <= MOST_TABLES;
    page::render(&ChoosePage {
        shell: ctx.shell("settings"),
        w,
        run: run.id,
        title: run.preset,
        ledger: run.ledger.unwrap_or_default(),
        reads: reads(w),
        files: w.ledger_files(files),
        by_hand: is_draft && few && ledger::is_by_hand(sources).await?,
    })
}

const fn reads(w: Words) -> [(&'static str, &'static str); 8] {
    [
        (COLUMNS[0], w.ledger_reads_number()),
        (COLUMNS[1], w.ledger_reads_code()),
        (COLUMNS[2], w.ledger_reads_text()),
        (COLUMNS[3], w.ledger_reads_quantity()),
        (COLUMNS[4], w.ledger_reads_day()),
        (COLUMNS[5], w.ledger_reads_price()),
        (COLUMNS[6], w.ledger_reads_customer()),
        (COLUMNS[7], w.ledger_reads_country()),
    ]
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    ledger: String,
}

async fn submit(ctx: Ctx, Path(id): Path<RunId>, Form(said): Form<Chosen>) -> Result<Response> {
    let ledger = Some(said.ledger.as_str()).filter(|it| !it.is_empty());
    choose(&ctx, id, ledger).await?;
    let step = if ledger.is_some() { "check" } else { "map" };
    page::redirect(&format!("/settings/imports/{id}/{step}"))
}
