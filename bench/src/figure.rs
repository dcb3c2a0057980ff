//! What is told of a workload.

use serde::Serialize;

use crate::load::Seen;

/// One line of the table.
#[derive(Debug, Default, Serialize)]
pub struct Figure {
    pub workload: String,
    pub engine: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clients: Option<usize>,
    pub requests: usize,
    pub errors: usize,
    pub per_second: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    /// What the program used of the processors for one request, without the load generator and,
    /// on PostgreSQL, without the server.
    pub cpu_ms: f64,
    /// What the engine alone commits in a second, on this machine, just before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bare_per_second: Option<f64>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Figure {
    pub fn of(workload: &str, engine: &'static str, seen: &Seen, cpu_ms: f64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let requests = seen.took.len() as f64;
        Self {
            workload: workload.to_owned(),
            engine,
            requests: seen.took.len(),
            errors: seen.errors,
            per_second: seen.per_second(),
            p50_ms: seen.percentile_ms(50),
            p99_ms: seen.percentile_ms(99),
            cpu_ms: cpu_ms / requests.max(1.0),
            note: seen.first_error.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Named, and not measured.
    pub fn not_measured(workload: &str, engine: &'static str, why: String) -> Self {
        Self { workload: workload.to_owned(), engine, note: why, ..Self::default() }
    }

    pub fn clients(self, clients: usize) -> Self {
        Self { clients: Some(clients), ..self }
    }

    /// As a row of a Markdown table.
    pub fn row(&self) -> String {
        if self.requests == 0 {
            return format!("| {} | | | | | | | {} |", self.workload, self.note);
        }
        let clients = self.clients.map(|it| it.to_string()).unwrap_or_default();
        let mut notes = Vec::new();
        if let Some(bare) = self.bare_per_second {
            notes.push(format!("bare {bare:.0}/s, {:.2} of it", self.per_second / bare));
        }
        if 0 < self.errors {
            notes.push(format!("{} errors", self.errors));
        }
        if !self.note.is_empty() {
            notes.push(self.note.clone());
        }
        format!(
            "| {} | {clients} | {} | {:.0} | {:.1} | {:.1} | {:.3} | {} |",
            self.workload,
            self.requests,
            self.per_second,
            self.p50_ms,
            self.p99_ms,
            self.cpu_ms,
            notes.join("; ")
        )
    }
}

pub const HEAD: &str = "| workload | clients | requests | per second | p50 ms | p99 ms | CPU ms | \
                        |\n|---|---|---|---|---|---|---|---|";
