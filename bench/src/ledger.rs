//! A wholesaler's real year, and as much again: the ledger of the workloads.

use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A real year: 541,909 lines. `testdata/online-retail/SOURCE.md` says where they come from.
pub const DAYS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/online-retail/by-day.tar.xz");
/// Real deals: 8,800 of them.
pub const DEALS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/crm-sales-opportunities");

/// Writes the first of those days into a folder, each moved on by two years and under other
/// numbers, so that they stand beside the real ones.
pub fn two_years_later(folder: &Path, most: usize) -> Result<PathBuf> {
    let later = folder.join("later");
    std::fs::create_dir(&later)?;
    let packed = lzma_rust2::XzReader::new(BufReader::new(File::open(DAYS)?), true);
    let mut archive = tar::Archive::new(packed);
    let mut written = 0;
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        let Some(name) = path.file_name().and_then(|it| it.to_str()) else { continue };
        if path.extension().is_none_or(|it| it != "csv") || written == most {
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text)?;
        let mut file = File::create(later.join(moved(name)))?;
        for (at, line) in text.lines().enumerate() {
            let line = if at == 0 { line.to_owned() } else { renumbered(&moved(line)) };
            writeln!(file, "{line}")?;
        }
        written += 1;
    }
    Ok(later)
}

/// The first days as they are, for a smoke run.
pub fn first_days(folder: &Path, most: usize) -> Result<PathBuf> {
    let first = folder.join("first");
    std::fs::create_dir(&first)?;
    let packed = lzma_rust2::XzReader::new(BufReader::new(File::open(DAYS)?), true);
    let mut archive = tar::Archive::new(packed);
    let mut days = archive.entries()?;
    let mut written = 0;
    while written < most {
        let mut day = days.next().context("so many days are not there")??;
        let path = day.path()?.into_owned();
        if path.extension().is_some_and(|it| it == "csv") {
            let name = path.file_name().context("a day has a name")?;
            std::io::copy(&mut day, &mut File::create(first.join(name))?)?;
            written += 1;
        }
    }
    Ok(first)
}

fn moved(text: &str) -> String {
    text.replace("2010-", "2012-").replace("2011-", "2013-")
}

/// `536365` becomes `7536365`, and `C536379` becomes `C7536379`.
fn renumbered(line: &str) -> String {
    match line.chars().next().filter(char::is_ascii_alphabetic) {
        Some(letter) => format!("{letter}7{}", &line[1..]),
        None => format!("7{line}"),
    }
}
