//! What is measured, one file each.

mod check_in;
mod account_list;
mod account_page;
mod attendance_month;
mod burst;
mod search;
mod import_transactions;
mod sales_report;
mod export;
mod preview;
mod start;

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use clap::ValueEnum;

use crate::engine::Engine;
use crate::figure::Figure;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Workload {
    /// Phones check in at clients, by 8 and by 32 at a time
    CheckIn,
    /// The first page of a book of 5,000 and of 100,000 clients
    AccountList,
    /// What is typed into the search field, in a book of 5,000 and of 100,000 clients
    Search,
    /// One client whole
    AccountPage,
    /// A month of 200 people
    AttendanceMonth,
    /// 10,000 phones clock in within a minute
    #[value(name = "burst-0800")]
    Burst,
    /// A real year of a wholesaler, brought in from the shell
    ImportTransactions,
    /// 100,000 rows of clients, looked through before they are brought in
    Preview,
    /// Reports over 8,800 deals and a million lines
    SalesReport,
    /// A million lines as a file
    #[value(name = "export-1m")]
    Export,
    /// From nothing to the first answer, and what idling holds
    Start,
}

/// How large and how long.
#[derive(Clone, Copy)]
pub struct Measure {
    pub lasting: Duration,
    /// A smoke run: small companies, so that seeding takes no time.
    pub quick: bool,
}

impl Measure {
    /// The full size, or a small one for a smoke run.
    pub fn size(self, full: usize, quick: usize) -> usize {
        if self.quick { quick } else { full }
    }
}

impl Workload {
    pub async fn run(self, engine: &Engine, measure: Measure) -> Result<Vec<Figure>> {
        let folder = tempfile::tempdir()?;
        let data: &Path = folder.path();
        match self {
            Self::CheckIn => check_in::run(engine, data, measure).await,
            Self::AccountList => account_list::run(engine, data, measure).await,
            Self::Search => search::run(engine, data, measure).await,
            Self::AccountPage => account_page::run(engine, data, measure).await,
            Self::AttendanceMonth => attendance_month::run(engine, data, measure).await,
            Self::Burst => burst::run(engine, data, measure).await,
            Self::ImportTransactions => import_transactions::run(engine, data, measure).await,
            Self::Preview => preview::run(engine, data, measure).await,
            Self::SalesReport => sales_report::run(engine, data, measure).await,
            Self::Export => export::run(engine, data, measure).await,
            Self::Start => start::run(engine, data, measure).await,
        }
    }
}
