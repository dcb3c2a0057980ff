//! The shell: exit status 0 only when all went well.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the shell")]

mod init;
mod import;
mod token;
mod user;
mod safe;
mod migrate;

use clap::{Parser, Subcommand};
use jembatan::config::{Config, Given};
use jembatan::{demo, serve, start};
use kernel::Lang;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// The workspace of account executives and of the company that employs them.
#[derive(Parser)]
#[command(version, about)]
struct Shell {
    #[command(flatten)]
    given: Given,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the program
    Serve,
    /// Serve a made-up company from a throw-away directory
    Demo(demo::Demo),
    /// Found a company with its first administrator
    Init(init::Init),
    /// Import the files of another system, or undo an import
    Import(import::Import),
    /// Keep tokens of the API
    #[command(subcommand)]
    Token(token::Token),
    /// Keep people
    #[command(subcommand)]
    User(user::User),
    /// Bring the database up to date
    Migrate(migrate::Migrate),
    /// Write everything into one archive, while the program serves
    Backup(safe::Archive),
    /// Bring everything back from an archive, into an empty data directory
    Restore(safe::Archive),
    /// Look at everything and say what is wrong
    Doctor(safe::Doctor),
    /// Print the description of the API
    Openapi,
}

pub fn run() -> ExitCode {
    let shell = Shell::parse();
    log(matches!(shell.command, Command::Serve));
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(cause) => {
            eprintln!("jembatan: {cause}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(obey(shell)) {
        Ok(status) => status,
        Err(cause) => {
            eprintln!("jembatan: {}", in_words(&cause));
            ExitCode::FAILURE
        }
    }
}

/// What went wrong: a refusal in the sentences that are meant for people, anything else with its
/// causes.
fn in_words(cause: &anyhow::Error) -> String {
    let Some(error) = cause.downcast_ref::<frame::Error>().filter(|it| it.is_refusal()) else {
        return format!("{cause:#}");
    };
    let faults = error.fields(Lang::En);
    match faults.as_slice() {
        [] | [_] => error.sentence(Lang::En),
        faults => faults.iter().map(|it| it.message.as_str()).collect::<Vec<_>>().join(" "),
    }
}

async fn obey(shell: Shell) -> anyhow::Result<ExitCode> {
    match shell.command {
        Command::Demo(demo) => demo::run(shell.given, demo).await?,
        Command::Openapi => println!("{}", jembatan::routes::openapi().to_pretty_json()?),
        Command::Import(import) => {
            return Box::pin(import::run(&Config::settle(shell.given)?, import)).await;
        }
        command => obey_settled(&Config::settle(shell.given)?, command).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn obey_settled(config: &Config, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve => {
            let listener = serve::listen(config).await?;
            let app = start::start(config).await?;
            tracing::info!(address = %listener.local_addr()?, origin = app.origin, "serving");
            serve::serve(app, listener, config).await
        }
        Command::Init(init) => init::run(config, init).await,
        Command::Token(command) => token::run(config, command).await,
        Command::User(command) => user::run(config, command).await,
        Command::Migrate(told) => migrate::run(config, &told).await,
        Command::Backup(archive) => safe::back_up(config, archive).await,
        Command::Restore(archive) => safe::restore(config, archive).await,
        Command::Doctor(told) => safe::examine(config, told).await,
        Command::Demo(_) | Command::Openapi | Command::Import(_) => Ok(()),
    }
}

/// Lines for people on a terminal, JSON for machines when serving.
fn log(json: bool) {
    let filter = EnvFilter::try_from_default_env();
    let usual = if json { "info,sqlx=warn" } else { "warn" };
    let filter = filter.unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { log.json().init() } else { log.init() }
}
