//! An import, told to a person or to a machine.

use std::fmt::Write;
use std::path::PathBuf;

use importing::change::{self, Undoing};
use importing::rules::draft::TargetKind;
use importing::summary::Summary;
use importing::{Imported, LedgerImported, RunId, StayedOut, Undone};
use kernel::Lang;
use kernel::money::grouped;
use people::company;
use serde_json::{Value as Json, json};

/// What a kind of record is called: teams, people, …
const KINDS: &[(TargetKind, &str)] = &[
    (TargetKind::Team, "teams"),
    (TargetKind::Person, "people"),
    (TargetKind::Product, "products"),
    (TargetKind::Account, "accounts"),
    (TargetKind::Contact, "contacts"),
    (TargetKind::Opportunity, "opportunities"),
    (TargetKind::Prospect, "prospects"),
    (TargetKind::Invoice, "documents"),
    (TargetKind::Payment, "payments"),
    (TargetKind::LedgerDay, "ledger days"),
];

/// Faults that are told one by one; the rest stand in the files of rejected rows.
const FAULTS_SHOWN: usize = 10;

/// Records that stay are told one by one up to here.
pub const STAYED_SHOWN: u64 = 1_000;

pub fn words(imported: &Imported, company: &company::Model, errors: &[PathBuf]) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = tell(&mut out, imported, company, errors);
    out
}

fn tell(
    out: &mut String,
    imported: &Imported,
    company: &company::Model,
    errors: &[PathBuf],
) -> std::fmt::Result {
    let summary = &imported.summary;
    begin(out, imported.run, summary, company)?;
    writeln!(out, "\n{:24}{:>10}{:>10}{:>10}{:>10}", "", "rows", "accepted", "rejected", "blank")?;
    for file in &summary.files {
        let [rows, accepted, rejected, blank] =
            [file.rows, file.accepted, file.rejected, file.blank].map(number);
        writeln!(out, "{:24}{rows:>10}{accepted:>10}{rejected:>10}{blank:>10}", file.name)?;
    }
    writeln!(out)?;
    for file in &summary.files {
        for alias in &file.aliases {
            let (from, to, count) = (&alias.from, &alias.to, number(alias.count));
            writeln!(
                out,
                "{}: {} `{from}` read as `{to}`, {count} times",
                file.name, alias.column
            )?;
        }
        if 0 < file.duplicates {
            let count = number(file.duplicates);
            writeln!(out, "{}: {count} rows repeat an earlier one", file.name)?;
        }
    }
    if 0 < summary.opportunities_without_account {
        let count = number(summary.opportunities_without_account);
        writeln!(out, "{count} opportunities belong to no account")?;
    }
    if 0 < summary.owners_given {
        let count = number(summary.owners_given);
        writeln!(out, "{count} accounts go to the agent with the most of their opportunities")?;
    }
    for name in &summary.passed_over {
        writeln!(out, "{name} was passed over: the preset does not know it")?;
    }
    for fault in imported.faults.iter().take(FAULTS_SHOWN) {
        let fault = fault.out(Lang::En);
        let column = fault.column.map(|it| format!(", {it}")).unwrap_or_default();
        let value = fault.value.map(|it| format!(" `{it}`:")).unwrap_or_default();
        writeln!(out, "{} line {}{column}:{value} {}", fault.file, fault.line, fault.sentence)?;
    }
    if FAULTS_SHOWN < imported.faults.len() {
        writeln!(out, "… and {} more", imported.faults.len() - FAULTS_SHOWN)?;
    }
    for path in errors {
        writeln!(out, "Rejected rows: {}", path.display())?;
    }
    if let Some(run) = imported.run {
        writeln!(out, "To take it back: jembatan import --undo {run}")?;
    }
    Ok(())
}

/// Whose import it is, and what became of records of each kind.
fn begin(
    out: &mut String,
    run: Option<RunId>,
    summary: &Summary,
    company: &company::Model,
) -> std::fmt::Result {
    let (name, slug) = (&company.name, &company.slug);
    match run {
        Some(run) => writeln!(out, "Import {run} into {name} ({slug})")?,
        None => writeln!(out, "Dry run for {name} ({slug}): nothing was changed")?,
    }
    writeln!(out, "\n{:16}{:>10}{:>10}{:>10}", "", "created", "updated", "unchanged")?;
    for (kind, word) in KINDS {
        let Some(it) = summary.records.get(kind.word()) else { continue };
        let [created, updated, unchanged] = [it.created, it.updated, it.unchanged].map(number);
        writeln!(out, "{word:16}{created:>10}{updated:>10}{unchanged:>10}")?;
    }
    Ok(())
}

/// An import of days, told to a person.
pub fn ledger_words(imported: &LedgerImported, company: &company::Model) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = tell_ledger(&mut out, imported, company);
    out
}

fn tell_ledger(
    out: &mut String,
    imported: &LedgerImported,
    company: &company::Model,
) -> std::fmt::Result {
    let summary = &imported.summary;
    begin(out, imported.run, summary, company)?;
    let Some(ledger) = &summary.ledger else { return Ok(()) };
    writeln!(out)?;
    let [documents, lines] = [ledger.documents, ledger.lines].map(number);
    let net = ledger.net.money(&ledger.currency);
    writeln!(out, "{documents} documents of {lines} lines, {net} net")?;
    if 0 < ledger.lines_without_customer {
        let count = number(ledger.lines_without_customer);
        writeln!(out, "{count} lines name no customer; they go to the house account")?;
    }
    if 0 < ledger.repeated_lines {
        let count = number(ledger.repeated_lines);
        writeln!(out, "{count} lines repeat an earlier one of their document; they are kept")?;
    }
    if 0 < ledger.cancelled_lines {
        writeln!(out, "{} lines cancel something:", number(ledger.cancelled_lines))?;
        for (why, count) in &ledger.ties {
            writeln!(out, "  {:20}{:>10}", why, number(*count))?;
        }
    }
    for name in &summary.passed_over {
        writeln!(out, "{name} was passed over: it is not called after a day")?;
    }
    for day in ledger.refused.iter().take(FAULTS_SHOWN) {
        writeln!(out, "{}: {}", day.day, day.sentence)?;
    }
    if FAULTS_SHOWN < ledger.refused.len() {
        writeln!(out, "… and {} more days", ledger.refused.len() - FAULTS_SHOWN)?;
    }
    if let Some(run) = imported.run {
        writeln!(out, "To take it back: jembatan import --undo {run}")?;
    }
    Ok(())
}

pub fn ledger_json(imported: &LedgerImported, company: &str, preset: &str) -> Json {
    json!({
        "run": imported.run,
        "dry_run": imported.run.is_none(),
        "company": company,
        "preset": preset,
        "summary": imported.summary,
    })
}

pub fn json(imported: &Imported, company: &str, preset: &str, errors: &[PathBuf]) -> Json {
    let faults: Vec<_> = imported.faults.iter().map(|fault| fault.out(Lang::En)).collect();
    json!({
        "run": imported.run,
        "dry_run": imported.run.is_none(),
        "company": company,
        "preset": preset,
        "summary": imported.summary,
        "faults": faults,
        "error_files": errors,
    })
}

pub fn undone_words(
    run: RunId,
    company: &company::Model,
    undone: Undone,
    stayed: &[change::Model],
) -> String {
    let mut out = String::new();
    let count = number(undone.undone);
    let _ = writeln!(out, "Import {run} into {} ({}) is undone", company.name, company.slug);
    let _ = writeln!(out, "{count} changes were taken back");
    if 0 < undone.stayed {
        let _ = writeln!(out, "{} stay:", number(undone.stayed));
    }
    for change in stayed {
        let why = match change.undoing {
            Some(Undoing::ChangedSince) => "somebody has changed it since",
            _ => "something else needs it",
        };
        let _ = writeln!(out, "  {} `{}`: {why}", change.kind.word(), change.name);
    }
    if (stayed.len() as u64) < undone.stayed {
        let _ = writeln!(out, "  …");
    }
    out
}

pub fn undone_json(run: RunId, company: &str, undone: Undone, stayed: Vec<change::Model>) -> Json {
    let records: Vec<StayedOut> = stayed.into_iter().map(StayedOut::from).collect();
    json!({
        "run": run,
        "company": company,
        "undone": undone.undone,
        "stayed": undone.stayed,
        "records": records,
    })
}

/// A failure with the code by which a machine knows it.
pub fn failure(cause: &anyhow::Error, message: &str) -> Json {
    let code = cause.downcast_ref::<frame::Error>().map_or("failed", |it| it.code());
    json!({ "error": { "code": code, "message": message } })
}

fn number(count: u64) -> String {
    grouped(count, ',')
}
