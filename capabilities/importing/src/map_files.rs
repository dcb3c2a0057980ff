//! Somebody says how files are read: what each row is, and which column fills which field.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use frame::web::shell::Shell;
use frame::web::{Form, Path, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::Lang;
use kernel::access::{Act, Area};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;
use utoipa_axum::router::OpenApiRouter;

use crate::brought::{self, Asked, Look, guessed};
use crate::choose_ledger;
use crate::import_file;
use crate::own::{self, Own};
use crate::remembered::{self, remember};
use crate::rules::choice::Choice;
use crate::rules::draft::TargetKind;
use crate::rules::evidence::questions;
use crate::rules::guess;
use crate::rules::online_retail;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::show_run::kind;
use crate::upload::look;
use crate::words::Words;

mod asked_for;
mod field_names;
mod form;

use asked_for::{Said, asked, choice};
pub use field_names::field_name;
use form::FileForm;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports/{run}/map", get(show).post(submit))
}

/// What a form says about the files of a draft, written down.
async fn map(ctx: Ctx, id: RunId, said: &Said) -> Result<()> {
    if draft(&ctx, id).await?.ledger.is_some() {
        return Err(Error::refused(RunRefused::NotNow));
    }
    let folder = brought::folder(&ctx, id);
    let own = own::load(&ctx).await?;
    let mut changed = Vec::new();
    for file in import_file::of_run(&ctx, id).await? {
        let (was, before) = (file.asked()?, file.look()?);
        let asks = asked(said, &file, &was);
        let look = if asks == was { before } else { look_again(&folder, &file, &asks).await? };
        let chosen = if asks == was {
            choice(said, &file, &look, &own)?
        } else {
            guessed(&file.name, &look, &own)
        };
        changed.push((file, asks, look, chosen));
    }

    let tx = ctx.again().begin().await?;
    touch(&tx, id).await?;
    for (file, asks, look, chosen) in &changed {
        import_file::change(&tx, file, asks, look, chosen).await?;
        let name = said.get(&format!("f{}-name", file.number)).map_or("", |it| it.trim());
        learn(&tx, look, name, chosen, &own).await?;
    }
    tx.commit().await
}

/// A mapping that is whole is remembered for the next file with this header.
async fn learn(tx: &Tx, look: &Look, name: &str, chosen: &Choice, own: &Own) -> Result<()> {
    let columns = &look.survey.columns;
    let is_open = !questions(chosen, columns, &look.profiles, own).is_empty();
    if is_open || !chosen.missing(columns).is_empty() {
        return Ok(());
    }
    remember(tx, &look.survey.columns, name, chosen).await
}

async fn look_again(
    folder: &std::path::Path,
    file: &import_file::Model,
    asks: &Asked,
) -> Result<Look> {
    look(folder, file.number, asks.clone()).await?.map_err(Error::refused)
}

/// Somebody works on it: it is not swept away soon.
async fn touch(tx: &Tx, id: RunId) -> Result<()> {
    let values = vec![(run::Column::TouchedAt, Expr::value(tx.now))];
    tx.update_where::<run::Entity, _>(run::Column::CompanyId, run::Column::Id.eq(id), values)
        .await?;
    Ok(())
}

/// Only a draft is mapped.
pub async fn draft(ctx: &Ctx, id: RunId) -> Result<run::Model> {
    ctx.permit_company(Act::Create, Area::Imports)?;
    let run = run::get(ctx, id).await?;
    let is_open =
        matches!(run.state, RunState::Draft | RunState::Interrupted | RunState::Cancelled);
    if is_open { Ok(run) } else { Err(Error::refused(RunRefused::NotNow)) }
}

// In the browser.

#[derive(Template)]
#[template(path = "map_files.html")]
struct MapPage {
    shell: Shell,
    w: Words,
    run: RunId,
    title: String,
    files: Vec<FileForm>,
    /// Every file can be read as it is said.
    is_whole: bool,
    refused: String,
    /// The ledger as whose days they can be read; empty when their columns are others.
    ledger: &'static str,
}

async fn show(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    let run = draft(&ctx, id).await?;
    if run.ledger.is_some() {
        return choose_ledger::show(&ctx, run).await;
    }
    page::render(&mapping(&ctx, run, String::new()).await?)
}

async fn mapping(ctx: &Ctx, run: run::Model, refused: String) -> Result<MapPage> {
    let lang = ctx.lang();
    let own = own::load(ctx).await?;
    let (mut files, mut is_ledger) = (Vec::new(), run.state == RunState::Draft);
    for file in import_file::of_run(ctx, run.id).await? {
        let look = file.look()?;
        is_ledger &= online_retail::are_columns(&look.survey.columns);
        let known = remembered::of_columns(ctx, &look.survey.columns).await?;
        let known = known.map(|it| it.name).unwrap_or_default();
        files.push(FileForm::of(&file, &look, &file.choice()?, known, &own, lang));
    }
    Ok(MapPage {
        shell: ctx.shell("settings"),
        w: Words::of(lang),
        run: run.id,
        title: run.preset,
        is_whole: files.iter().all(FileForm::is_whole),
        files,
        refused,
        ledger: if is_ledger { online_retail::PRESET } else { "" },
    })
}

async fn submit(
    ctx: Ctx,
    Path(id): Path<RunId>,
    Form(said): Form<BTreeMap<String, String>>,
) -> Result<Response> {
    let again = ctx.again();
    match map(ctx, id, &said).await {
        Ok(()) => {}
        Err(error) if error.is_refusal() => {
            let run = draft(&again, id).await?;
            let refused = error.sentence(again.lang());
            return page::render_as(error.status(), &mapping(&again, run, refused).await?);
        }
        Err(error) => return Err(error),
    }
    let here = format!("/settings/imports/{id}");
    let goes_on = said.get("action").is_some_and(|it| it == "check");
    let now = again.again();
    let run = draft(&now, id).await?;
    if goes_on && mapping(&now, run, String::new()).await?.is_whole {
        return page::redirect(&format!("{here}/check"));
    }
    page::redirect(&format!("{here}/map"))
}

/// What the rows of a file may be.
fn targets(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let word = |it: &TargetKind| (it.word(), kind(*it, Words::of(lang)));
    guess::TARGETS.iter().map(word).collect()
}
