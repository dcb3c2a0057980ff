//! Runs one command at a time, and takes it along when this one is told to stop.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

static STOPPED: AtomicBool = AtomicBool::new(false);
/// The child at work; its process group is its own unless the person talks to it.
static CHILD: AtomicI32 = AtomicI32::new(0);
static TALKING: AtomicBool = AtomicBool::new(false);

/// From now on a signal stops the child, and what the child leaves is cleaned up by unwinding.
pub fn listen_for_signals() -> Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::spawn(move || {
        for signal in &mut signals {
            // Whoever talks to the child means the child: the terminal has told it already.
            if signal == SIGINT && TALKING.load(Ordering::SeqCst) {
                continue;
            }
            if STOPPED.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
            stop_child();
        }
    });
    Ok(())
}

/// Whether a signal has asked this program to stop.
pub fn stopped() -> bool {
    STOPPED.load(Ordering::SeqCst)
}

/// Stops here if a signal has asked for it.
pub fn go_on() -> Result<()> {
    if stopped() {
        bail!("stopped");
    }
    Ok(())
}

/// Runs a command that shows its output itself.
pub fn run(command: &mut Command) -> Result<ExitStatus> {
    let child = spawn(command.stdin(Stdio::null()).process_group(0))?;
    wait(child)
}

/// Runs a command that the person may talk to.
pub fn converse(command: &mut Command) -> Result<ExitStatus> {
    TALKING.store(true, Ordering::SeqCst);
    let status = spawn(command).and_then(wait);
    TALKING.store(false, Ordering::SeqCst);
    status
}

/// Runs a command, shows its output, and shows every line of it to `read` as well.
pub fn run_and_read(command: &mut Command, mut read: impl FnMut(&str)) -> Result<ExitStatus> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
    let mut child = spawn(command)?;
    let output = child.stdout.take().context("no output")?;
    let errors = child.stderr.take().context("no errors")?;
    let (send, lines) = std::sync::mpsc::channel();
    let also = send.clone();
    let out = thread::spawn(move || copy(output, std::io::stdout(), &send));
    let err = thread::spawn(move || copy(errors, std::io::stderr(), &also));
    for line in lines {
        read(&line);
    }
    out.join().and(err.join()).ok();
    wait(child)
}

/// What a command prints, if it goes well.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

fn copy(from: impl Read, mut to: impl Write, lines: &std::sync::mpsc::Sender<String>) {
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        // A closed pipe behind us must not stop the tests.
        writeln!(to, "{line}").ok();
        lines.send(line).ok();
    }
}

fn spawn(command: &mut Command) -> Result<Child> {
    go_on()?;
    forget_who_runs_us(command);
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command.spawn().with_context(|| format!("cannot start `{name}`"))?;
    CHILD.store(i32::try_from(child.id())?, Ordering::SeqCst);
    if stopped() {
        stop_child();
    }
    Ok(child)
}

/// Takes away what cargo told us about ourselves: a cargo below us shall build as one that a person
/// starts does. Handed on, our package's name would count as changed for the build of `ring`, our
/// flags for that of SQLite, and all that stands on them would be built anew each time.
fn forget_who_runs_us(command: &mut Command) {
    command.env_remove("LIBSQLITE3_FLAGS");
    for (name, _) in std::env::vars_os() {
        let known = name.to_string_lossy();
        if known.starts_with("CARGO_PKG_") || known.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}

fn wait(mut child: Child) -> Result<ExitStatus> {
    let status = child.wait();
    CHILD.store(0, Ordering::SeqCst);
    go_on()?;
    Ok(status?)
}

fn stop_child() {
    if let Some(child) = Pid::from_raw(CHILD.load(Ordering::SeqCst)) {
        // It may have ended by itself, which is as good.
        let told = if TALKING.load(Ordering::SeqCst) {
            kill_process(child, Signal::TERM)
        } else {
            kill_process_group(child, Signal::TERM)
        };
        told.ok();
    }
}
