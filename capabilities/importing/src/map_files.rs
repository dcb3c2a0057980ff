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
use utoipa_axum::router::OpenApiRouter;

use crate::brought::{self, Asked, Look, guessed};
use crate::import_file;
use crate::remembered::{self, remember};
use crate::rules::choice::Choice;
use crate::rules::draft::{Field, TargetKind};
use crate::rules::guess;
use crate::rules::run_refused::RunRefused;
use crate::run::{self, RunId, RunState};
use crate::show_run::kind;
use crate::upload::look;
use crate::words::Words;

mod asked_for;
mod form;

use asked_for::{Said, asked, choice};
use form::FileForm;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/settings/imports/{run}/map", get(show).post(submit))
}

/// What a form says about the files of a draft, written down.
async fn map(ctx: Ctx, id: RunId, said: &Said) -> Result<()> {
    draft(&ctx, id).await?;
    let folder = brought::folder(&ctx, id);
    let mut changed = Vec::new();
    for file in import_file::of_run(&ctx, id).await? {
        let (was, before) = (file.asked()?, file.look()?);
        let asks = asked(said, &file, &was);
        let look = if asks == was { before } else { look_again(&folder, &file, &asks).await? };
        let chosen =
            if asks == was { choice(said, &file, &look)? } else { guessed(&file.name, &look) };
        changed.push((file, asks, look, chosen));
    }

    let tx = ctx.again().begin().await?;
    for (file, asks, look, chosen) in &changed {
        import_file::change(&tx, file, asks, look, chosen).await?;
        let name = said.get(&format!("f{}-name", file.number)).map_or("", |it| it.trim());
        learn(&tx, look, name, chosen).await?;
    }
    tx.commit().await
}

/// A mapping that is whole is remembered for the next file with this header.
async fn learn(tx: &Tx, look: &Look, name: &str, chosen: &Choice) -> Result<()> {
    if !chosen.missing(&look.survey.columns).is_empty() {
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

/// Only a draft is mapped.
async fn draft(ctx: &Ctx, id: RunId) -> Result<run::Model> {
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
}

async fn show(ctx: Ctx, Path(id): Path<RunId>) -> Result<Response> {
    let run = draft(&ctx, id).await?;
    page::render(&mapping(&ctx, run, String::new()).await?)
}

async fn mapping(ctx: &Ctx, run: run::Model, refused: String) -> Result<MapPage> {
    let lang = ctx.lang();
    let mut files = Vec::new();
    for file in import_file::of_run(ctx, run.id).await? {
        let look = file.look()?;
        let known = remembered::of_columns(ctx, &look.survey.columns).await?;
        let known = known.map(|it| it.name).unwrap_or_default();
        files.push(FileForm::of(&file, &look, &file.choice()?, known, lang));
    }
    Ok(MapPage {
        shell: ctx.shell("settings"),
        w: Words::of(lang),
        run: run.id,
        title: run.preset,
        is_whole: files.iter().all(|it| it.missing.is_empty()),
        files,
        refused,
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

/// What a field is called.
pub fn field_name(field: Field, lang: Lang) -> String {
    let w = Words::of(lang);
    match field {
        Field::Name => w.field_name(),
        Field::Parent => w.field_parent(),
        Field::Email => w.field_email(),
        Field::Team => w.field_team(),
        Field::Role => w.field_role(),
        Field::Manages => w.field_manages(),
        Field::Series => w.field_series(),
        Field::Price => w.field_price(),
        Field::Industry => w.field_industry(),
        Field::FoundedYear => w.field_founded_year(),
        Field::Revenue => w.field_revenue(),
        Field::Employees => w.field_employees(),
        Field::Country => w.field_country(),
        Field::Status => w.field_status(),
        Field::Phone => w.field_phone(),
        Field::Website => w.field_website(),
        Field::Owner => w.field_owner(),
        Field::Post => w.field_post(),
        Field::Whatsapp => w.field_whatsapp(),
        Field::ExternalId => w.field_external_id(),
        Field::Agent => w.field_agent(),
        Field::Product => w.field_product(),
        Field::Account => w.field_account(),
        Field::Stage => w.field_stage(),
        Field::Kind => w.field_kind(),
        Field::EngagedOn => w.field_engaged_on(),
        Field::ClosedOn => w.field_closed_on(),
        Field::Value => w.field_value(),
    }
    .to_owned()
}

/// What the rows of a file may be.
fn targets(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let word = |it: &TargetKind| (it.word(), kind(*it, Words::of(lang)));
    guess::TARGETS.iter().map(word).collect()
}
