//! Files of another system are imported from the shell, and an import is undone.

mod told;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};
use clap::{Args, ValueEnum};
use frame::db::looking;
use importing::brought::{assemble, bring, guessed_for, settled};
use importing::own::Own;
use importing::rules::choice::Choice;
use importing::rules::day::DayOrder;
use importing::rules::draft::TargetKind;
use importing::rules::guess::TARGETS;
use importing::rules::mapping::Mapping;
use importing::rules::number::DecimalMark;
use importing::rules::run_refused::RunRefused;
use importing::source_file::{ErrorFile, Sources, gather, proven};
use importing::{Import as Importing, Imported, LEDGERS, LedgerImport, Progress, RunId, preset};
use jembatan::config::Config;
use jembatan::start;
use kernel::{Lang, Refusal};
use people::company;

use super::in_words;
use super::user::one_company;

/// The files to import, or the import to undo.
///
/// Exit status: 0 when all went well; 1 when nothing was done; 3 when it was done, but rows were
/// rejected or records could not go back.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub struct Import {
    /// The system that the files come from, or `auto` to guess it from each file
    #[arg(required_unless_present_any = ["undo", "mapping"])]
    preset: Option<String>,
    /// Files, or folders with files whose names the preset knows
    #[arg(required_unless_present_any = ["undo", "mapping"])]
    paths: Vec<PathBuf>,
    /// A preset of your own, as docs/importing.md explains it; all other words are files
    #[arg(long, value_name = "FILE", conflicts_with = "undo")]
    mapping: Option<PathBuf>,
    /// The company, when there are several
    #[arg(long)]
    company: Option<String>,
    /// Say what would happen, and change nothing
    #[arg(long, conflicts_with = "undo")]
    dry_run: bool,
    /// Where rejected rows are written, to be mended and imported again
    #[arg(long, value_name = "FILE", conflicts_with = "undo")]
    errors: Option<PathBuf>,
    /// Take back what this import did
    #[arg(long, value_name = "ID", conflicts_with_all = ["preset", "paths"])]
    undo: Option<RunId>,
    /// The mark before decimals, where the cells leave it open
    #[arg(long, value_enum, value_name = "MARK", conflicts_with = "undo")]
    decimal_mark: Option<Mark>,
    /// The order of dates, where the cells leave it open
    #[arg(long, value_enum, value_name = "ORDER", conflicts_with = "undo")]
    day_order: Option<Order>,
    /// What each row of the files is, where `auto` would guess: account, contact, invoice, payment, …
    #[arg(long, value_name = "KIND", conflicts_with_all = ["undo", "mapping"])]
    kind: Option<TargetKind>,
    /// Tell the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mark {
    /// 1.234,50
    Comma,
    /// 1,234.50
    Point,
}

#[derive(Clone, Copy, ValueEnum)]
enum Order {
    /// 31/12/2026
    #[value(name = "day-first")]
    Day,
    /// 12/31/2026
    #[value(name = "month-first")]
    Month,
    /// 2026-12-31
    #[value(name = "year-first")]
    Year,
}

impl From<Mark> for DecimalMark {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Comma => Self::Comma,
            Mark::Point => Self::Point,
        }
    }
}

impl From<Order> for DayOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Day => Self::DayFirst,
            Order::Month => Self::MonthFirst,
            Order::Year => Self::YearFirst,
        }
    }
}

/// Done, but not all of it.
const NOT_ALL: u8 = 3;

pub async fn run(config: &Config, import: Import) -> anyhow::Result<ExitCode> {
    let app = start::start(config).await?;
    let going = Box::pin(async {
        match import.undo {
            Some(run) => undo(&app, &import, run).await,
            None => bring_in(&app, &import).await,
        }
    });
    let went = looking(&app.db, going).await;
    app.db.clone().close().await?;
    match went {
        Ok(true) => Ok(ExitCode::SUCCESS),
        Ok(false) => Ok(ExitCode::from(NOT_ALL)),
        Err(cause) if import.json => {
            println!("{}", told::failure(&cause, &in_words(&cause)));
            Err(cause)
        }
        Err(cause) => Err(cause),
    }
}

/// Whether every row was accepted.
async fn bring_in(app: &frame::App, import: &Import) -> anyhow::Result<bool> {
    let name = import.preset.as_deref().unwrap_or_default();
    if LEDGERS.contains(&name) {
        return bring_in_ledger(app, import, name).await;
    }
    let company = one_company(app, import.company.as_deref()).await?;
    let scratch = tempfile::tempdir()?;
    let ctx = app.company(company.id);
    let own = importing::own::load(&ctx).await?;
    let (name, mapping, sources) = read(import, &company, &own, scratch.path())?;
    let name = name.as_str();
    let importing =
        Importing { preset: name, mapping: &mapping, sources: &sources, lang: company.lang };

    let ctx = ctx.again();
    let imported = if import.dry_run {
        importing::dry_run(&ctx, &importing).await
    } else {
        importing::import(&ctx, &importing, progress("imported")).await
    };
    let imported = imported?;
    let written = write_errors(import, &imported)?;
    if import.json {
        println!("{}", told::json(&imported, &company.slug, name, &written));
    } else {
        print!("{}", told::words(&imported, &company, &written));
    }
    Ok(imported.summary.rejected == 0)
}

/// Whether every day was accepted.
async fn bring_in_ledger(app: &frame::App, import: &Import, name: &str) -> anyhow::Result<bool> {
    let company = one_company(app, import.company.as_deref()).await?;
    let ledger = LedgerImport { paths: import.paths.clone(), lang: company.lang };
    let ctx = app.company(company.id);
    let imported = if import.dry_run {
        importing::dry_run_ledger(&ctx, &ledger).await
    } else {
        importing::import_ledger(&ctx, &ledger, progress("lines imported")).await
    };
    let imported = imported?;
    if import.json {
        println!("{}", told::ledger_json(&imported, &company.slug, name));
    } else {
        print!("{}", told::ledger_words(&imported, &company));
    }
    Ok(imported.summary.rejected == 0)
}

/// What is imported, and how it is read.
fn read(
    import: &Import,
    company: &company::Model,
    own: &Own,
    scratch: &Path,
) -> anyhow::Result<(String, Mapping, Sources)> {
    let name = import.preset.clone().unwrap_or_default();
    if let Some(file) = &import.mapping {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mapping = preset::parse(&stem, &text)?.in_currency(&company.currency);
        let first = import.preset.iter().map(PathBuf::from);
        let paths: Vec<PathBuf> = first.chain(import.paths.iter().cloned()).collect();
        let sources = gather(&paths, &mapping).map_err(refused)?;
        return Ok((stem, with_marks(import, mapping, &sources, own)?, sources));
    }
    if import.kind.is_some() && name != "auto" {
        bail!("--kind is for auto: a preset says itself what its rows are");
    }
    if name == "auto" {
        let mut brought = bring(&import.paths, scratch, own).map_err(refused)?;
        for file in &mut brought {
            if let Some(kind) = import.kind {
                file.choice = guessed_for(target(kind)?, &file.look, own);
            }
            say(&mut file.choice, import);
        }
        settled(&brought, own).map_err(|it| open(&it))?;
        let (mapping, sources) = assemble(&brought, &company.currency).map_err(refused)?;
        return Ok((name, mapping, sources));
    }
    let mapping = preset::named(&name)?.in_currency(&company.currency);
    let sources = gather(&import.paths, &mapping).map_err(refused)?;
    Ok((name, with_marks(import, mapping, &sources, own)?, sources))
}

/// A kind of which files have rows.
fn target(kind: TargetKind) -> anyhow::Result<TargetKind> {
    if !TARGETS.contains(&kind) {
        let known: Vec<&str> = TARGETS.iter().map(|it| it.word()).collect();
        bail!("no file has rows of {}; there are: {}", kind.word(), known.join(", "));
    }
    Ok(kind)
}

/// A preset with what the options say, or else the cells prove.
fn with_marks(
    import: &Import,
    mut mapping: Mapping,
    sources: &Sources,
    own: &Own,
) -> anyhow::Result<Mapping> {
    for file in &mut mapping.files {
        file.decimal_mark = import.decimal_mark.map(DecimalMark::from).or(file.decimal_mark);
        file.day_order = import.day_order.map_or(file.day_order, DayOrder::from);
    }
    proven(sources, mapping, own).map_err(refused)?.map_err(|it| open(&it))
}

/// What the options say of a file that is guessed.
fn say(choice: &mut Choice, import: &Import) {
    if let Some(mark) = import.decimal_mark {
        choice.mark_said = true;
        choice.decimal_mark = mark.into();
    }
    if let Some(order) = import.day_order {
        choice.order_said = true;
        choice.day_order = order.into();
    }
}

/// What a file leaves open, and the option that settles it.
fn open(why: &RunRefused) -> anyhow::Error {
    let option = match why {
        RunRefused::MarkUnsettled { .. } => "--decimal-mark comma or --decimal-mark point",
        _ => "--day-order day-first or --day-order month-first",
    };
    anyhow!("{} Here: {option}.", why.sentence(Lang::En))
}

/// Whether everything is as it was.
async fn undo(app: &frame::App, import: &Import, run: RunId) -> anyhow::Result<bool> {
    let company = company_of(app, import.company.as_deref(), run).await?;
    let ctx = app.company(company.id);
    let undone = importing::undo(&ctx, run, progress("taken back"));
    let undone = undone.await?;
    let stayed = importing::stayed(&ctx.again(), run, told::STAYED_SHOWN).await?;
    if import.json {
        println!("{}", told::undone_json(run, &company.slug, undone, stayed));
    } else {
        print!("{}", told::undone_words(run, &company, undone, &stayed));
    }
    Ok(undone.stayed == 0)
}

/// The company whose import it is; its number is enough to find it.
async fn company_of(
    app: &frame::App,
    slug: Option<&str>,
    run: RunId,
) -> anyhow::Result<company::Model> {
    let companies = match slug {
        Some(slug) => vec![one_company(app, Some(slug)).await?],
        None => company::all(app).await?,
    };
    for company in companies {
        match importing::run::get(&app.company(company.id), run).await {
            Ok(_) => return Ok(company),
            Err(frame::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    bail!("there is no import {run}")
}

/// Counts on one line of a terminal, and says little anywhere else: the beginning, each tenth of
/// what is long, and the end.
fn progress(verb: &'static str) -> impl FnMut(Progress) + Send {
    const LONG: u64 = 100_000;
    let is_terminal = std::io::stderr().is_terminal();
    let mut said = 0;
    move |Progress { done, of }| {
        if is_terminal && 0 < of {
            let end = if done == of { "\n" } else { "" };
            eprint!("\r{done} of {of} {verb}{end}");
        } else if done == of || done == 0 || (LONG < of && said < done * 10 / of) {
            said = done * 10 / of.max(1);
            eprintln!("{done} of {of} {verb}");
        }
    }
}

/// Rejected rows beside each other in the current folder, or where they are wanted.
fn write_errors(import: &Import, imported: &Imported) -> anyhow::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for file in &imported.error_files {
        let path = match &import.errors {
            Some(path) if imported.error_files.len() == 1 => path.clone(),
            Some(path) => beside(path, file),
            None => {
                let run = imported.run.map_or_else(|| "dry-run".to_owned(), |it| it.to_string());
                PathBuf::from(format!("import-{run}-errors-{}", as_errors(file)))
            }
        };
        let bytes = file.form.bytes(&file.content)?;
        std::fs::write(&path, bytes).with_context(|| path.display().to_string())?;
        written.push(path);
    }
    Ok(written)
}

/// `errors.csv` becomes `errors-accounts.csv`.
fn beside(path: &Path, file: &ErrorFile) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{}", as_errors(file)))
}

/// The name of the file, with the ending of what its rejected rows are handed back as.
fn as_errors(file: &ErrorFile) -> String {
    let stem = Path::new(&file.name).file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}.{}", file.form.word())
}

fn refused(refusal: impl Refusal) -> anyhow::Error {
    frame::Error::refused(refusal).into()
}
