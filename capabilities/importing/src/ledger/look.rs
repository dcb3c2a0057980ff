//! The first look: what all days hold, which of them are new, and how things are called.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use frame::{Error, Result, secrets};
use kernel::{Day, Exact, Lang};
use transactions::{Recorded, ledger_batch, source_account, source_product};

use super::foreseen::{Cancelled, cancelled};
use crate::ledger_summary::LedgerSummary;
use crate::rules::day_refused::DayRefused;
use crate::rules::draft::TargetKind;
use crate::rules::heard::Heard;
use crate::rules::online_retail::{CURRENCY, Kind, SaleDocument, read_day};
use crate::rules::planning::Counts;
use crate::summary::Summary;

use super::day_out;
use super::keep_day::Kept;

/// The largest file of a day.
const MOST_BYTES: u64 = 64 << 20;

/// What is stored of a ledger.
pub struct Stored {
    pub days: Vec<ledger_batch::Model>,
    pub accounts: Vec<source_account::Model>,
    pub products: Vec<source_product::Model>,
    /// Days that this import has kept before it was stopped.
    pub kept: HashSet<String>,
}

/// All days, looked at.
pub struct Looked {
    pub days: Vec<DayFile>,
    pub heard: Heard,
    /// What the new days take back.
    pub cancelled: Vec<Cancelled>,
    passed_over: Vec<String>,
    /// Clients and products that no source knows yet.
    new_accounts: u64,
    new_products: u64,
    known_accounts: u64,
    known_products: u64,
    /// What would come of the lines that take something back, where that was asked.
    pub foreseen: BTreeMap<String, u64>,
    made: Option<Made>,
}

/// What was made of them.
#[derive(Default)]
struct Made {
    accounts: u64,
    products: u64,
    ties: BTreeMap<String, u64>,
}

/// One day.
#[derive(Clone)]
pub struct DayFile {
    pub day: Day,
    pub path: PathBuf,
    pub sha256: String,
    pub documents: u64,
    pub lines: u64,
    net: Exact,
    without_customer: u64,
    repeated: u64,
    cancelled: u64,
    standing: Standing,
}

/// What becomes of a day.
#[derive(Clone)]
enum Standing {
    New,
    /// Kept by this import.
    Kept,
    /// Kept by an earlier one.
    Known,
    Refused(DayRefused),
}

/// Looks at all days in their order.
pub fn look(
    days: BTreeMap<Day, PathBuf>,
    passed_over: Vec<String>,
    stored: &Stored,
) -> Result<Looked> {
    let (mut heard, mut taken_back) = (Heard::default(), Vec::new());
    let mut looked = Vec::with_capacity(days.len());
    let mut nameless = false;
    for (day, path) in days {
        let (file, documents) = day_file(day, path, stored)?;
        heard.hear(&documents);
        if matches!(file.standing, Standing::New) {
            nameless |= 0 < file.without_customer;
            taken_back.extend(cancelled(day, &documents));
        }
        looked.push(file);
    }
    let keys: HashSet<&str> = stored.accounts.iter().map(|it| it.key.as_str()).collect();
    let codes: HashSet<&str> = stored.products.iter().map(|it| it.key.as_str()).collect();
    let house = u64::from(nameless && !keys.contains(source_account::HOUSE));
    let count = |known: bool| heard.customers().filter(|it| keys.contains(it) == known).count();
    let [known_accounts, new_accounts] = [count(true), count(false)].map(|it| it as u64);
    let all = heard.products();
    let count = |known: bool| all.keys().filter(|it| codes.contains(it.as_str()) == known).count();
    let [known_products, new_products] = [count(true), count(false)].map(|it| it as u64);
    Ok(Looked {
        days: looked,
        heard,
        cancelled: taken_back,
        passed_over,
        new_accounts: new_accounts + house,
        new_products,
        known_accounts,
        known_products,
        foreseen: BTreeMap::new(),
        made: None,
    })
}

fn day_file(day: Day, path: PathBuf, stored: &Stored) -> Result<(DayFile, Vec<SaleDocument>)> {
    let mut file = DayFile {
        day,
        path,
        sha256: String::new(),
        documents: 0,
        lines: 0,
        net: Exact::ZERO,
        without_customer: 0,
        repeated: 0,
        cancelled: 0,
        standing: Standing::New,
    };
    let bytes = match read(&file.path)? {
        Ok(bytes) => bytes,
        Err(refused) => {
            file.standing = Standing::Refused(refused);
            return Ok((file, Vec::new()));
        }
    };
    file.sha256 = secrets::sha256_hex(&bytes);
    let name = day.to_string();
    match stored.days.iter().find(|it| it.name == name) {
        Some(known) if known.sha256 != file.sha256 => {
            file.standing = Standing::Refused(DayRefused::Changed);
        }
        Some(_) if stored.kept.contains(&name) => file.standing = Standing::Kept,
        Some(_) => file.standing = Standing::Known,
        None => {}
    }
    let documents = match read_day(day, &bytes) {
        Ok(documents) => documents,
        Err(refused) => {
            file.standing = Standing::Refused(refused);
            return Ok((file, Vec::new()));
        }
    };
    if matches!(file.standing, Standing::Refused(_)) {
        return Ok((file, Vec::new()));
    }
    file.documents = documents.len() as u64;
    for document in &documents {
        let lines = document.lines.len() as u64;
        file.lines += lines;
        file.repeated += document.repeated();
        file.without_customer += if document.customer.is_none() { lines } else { 0 };
        file.cancelled += if document.kind == Kind::Cancellation { lines } else { 0 };
        let net = document.net().and_then(|it| file.net.checked_add(it));
        file.net = net.unwrap_or_default();
    }
    Ok((file, documents))
}

/// The documents of a day that was looked at.
pub fn documents(file: &DayFile) -> Result<Vec<SaleDocument>> {
    let bytes = read(&file.path)?.map_err(Error::refused)?;
    if secrets::sha256_hex(&bytes) != file.sha256 {
        return Err(Error::refused(DayRefused::Changed));
    }
    read_day(file.day, &bytes).map_err(Error::refused)
}

/// The bytes of a day.
pub fn read(path: &Path) -> Result<std::result::Result<Vec<u8>, DayRefused>> {
    if MOST_BYTES < fs::metadata(path)?.len() {
        return Ok(Err(DayRefused::TooLarge { limit_mib: MOST_BYTES >> 20 }));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

impl DayFile {
    pub const fn is_new(&self) -> bool {
        matches!(self.standing, Standing::New)
    }

    /// Why it stays out.
    pub const fn refused(&self) -> Option<&DayRefused> {
        match &self.standing {
            Standing::Refused(refused) => Some(refused),
            _ => None,
        }
    }
}

impl Looked {
    /// The day of this place, if it is to be kept.
    pub fn new_day(&self, place: usize) -> Option<&DayFile> {
        self.days.get(place).filter(|it| it.is_new())
    }

    /// The place of the first day that is still to be kept.
    pub fn next(&self) -> Option<usize> {
        self.days.iter().position(DayFile::is_new)
    }

    pub fn new_lines(&self) -> u64 {
        self.days.iter().filter(|it| it.is_new()).map(|it| it.lines).sum()
    }

    pub fn refuse(&mut self, place: usize, refused: DayRefused) {
        if let Some(day) = self.days.get_mut(place) {
            day.standing = Standing::Refused(refused);
        }
    }

    /// A day was kept.
    pub fn kept(&mut self, place: usize, kept: Kept) {
        if let Some(day) = self.days.get_mut(place) {
            day.standing = Standing::Kept;
        }
        let made = self.made.get_or_insert_default();
        made.accounts += kept.accounts;
        made.products += kept.products;
        let Recorded { ties, .. } = kept.recorded;
        for (why, count) in ties {
            *made.ties.entry(why.word().to_owned()).or_default() += count;
        }
    }

    /// The import was stopped after this much: what it made counts as made, not as known.
    pub fn goes_on_after(&mut self, so_far: &Summary) {
        if !self.days.iter().any(|it| matches!(it.standing, Standing::Kept)) {
            return;
        }
        let [accounts, products] =
            [TargetKind::Account, TargetKind::Product].map(|it| so_far.counts(it));
        let ties = so_far.ledger.as_ref().map(|it| it.ties.clone()).unwrap_or_default();
        self.known_accounts = accounts.unchanged;
        self.known_products = products.unchanged;
        let (accounts, products) = (accounts.created, products.created);
        self.made = Some(Made { accounts, products, ties });
    }

    /// In numbers: what would be done, or once days were kept, what was.
    pub fn summary(&self, lang: Lang) -> Summary {
        let days: Vec<&DayFile> = self
            .days
            .iter()
            .filter(|it| match it.standing {
                Standing::New => self.made.is_none(),
                Standing::Kept => true,
                Standing::Known | Standing::Refused(_) => false,
            })
            .collect();
        let known = self.days.iter().filter(|it| matches!(it.standing, Standing::Known)).count();
        let refused = |it: &DayFile| Some(day_out(&it.day.to_string(), it.refused()?, lang));
        let refused: Vec<_> = self.days.iter().filter_map(refused).collect();
        let (accounts, products, ties) = match &self.made {
            Some(made) => (made.accounts, made.products, &made.ties),
            None if days.is_empty() => (0, 0, &self.foreseen),
            None => (self.new_accounts, self.new_products, &self.foreseen),
        };
        let counts = |created, unchanged| Counts { created, updated: 0, unchanged };
        let records = [
            (TargetKind::LedgerDay, counts(days.len() as u64, known as u64)),
            (TargetKind::Account, counts(accounts, self.known_accounts)),
            (TargetKind::Product, counts(products, self.known_products)),
        ];
        let sum = |of: fn(&DayFile) -> u64| days.iter().map(|it| of(it)).sum::<u64>();
        let ledger = LedgerSummary {
            days: days.len() as u64,
            documents: sum(|it| it.documents),
            lines: sum(|it| it.lines),
            net: Exact::sum(days.iter().map(|it| it.net)).unwrap_or_default(),
            currency: CURRENCY.to_owned(),
            lines_without_customer: sum(|it| it.without_customer),
            repeated_lines: sum(|it| it.repeated),
            cancelled_lines: sum(|it| it.cancelled),
            ties: ties.clone(),
            refused,
        };
        Summary {
            passed_over: self.passed_over.clone(),
            records: records.map(|(kind, counts)| (kind.word().to_owned(), counts)).into(),
            rejected: ledger.refused.len() as u64,
            ledger: Some(ledger),
            ..Summary::default()
        }
    }
}
