//! What the operator watches: requests, jobs, and what phones send.

use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder,
};

use crate::error::{Error, Result};

pub struct Metrics {
    registry: Registry,
    requests: HistogramVec,
    jobs: IntCounterVec,
    field_events: IntCounterVec,
}

impl Metrics {
    pub fn new() -> Result<Self> {
        let registry = Registry::new();
        let requests = HistogramVec::new(
            HistogramOpts::new("jembatan_request_seconds", "Time to answer, by route and status")
                .buckets(vec![0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0]),
            &["method", "route", "status"],
        );
        let jobs = IntCounterVec::new(
            Opts::new("jembatan_jobs_total", "Jobs run, by name and end"),
            &["name", "end"],
        );
        let field_events = IntCounterVec::new(
            Opts::new("jembatan_field_events_total", "Events from phones, by kind and answer"),
            &["kind", "status"],
        );
        let (requests, jobs, field_events) = (
            requests.map_err(Error::internal)?,
            jobs.map_err(Error::internal)?,
            field_events.map_err(Error::internal)?,
        );
        registry.register(Box::new(requests.clone())).map_err(Error::internal)?;
        registry.register(Box::new(jobs.clone())).map_err(Error::internal)?;
        registry.register(Box::new(field_events.clone())).map_err(Error::internal)?;
        Ok(Self { registry, requests, jobs, field_events })
    }

    pub fn request(&self, method: &str, route: &str, status: u16, seconds: f64) {
        let status = status.to_string();
        self.requests.with_label_values(&[method, route, &status]).observe(seconds);
    }

    pub fn job(&self, name: &str, end: &str) {
        self.jobs.with_label_values(&[name, end]).inc();
    }

    pub fn field_event(&self, kind: &str, status: &str) {
        self.field_events.with_label_values(&[kind, status]).inc();
    }

    /// In the text form of Prometheus.
    pub fn text(&self) -> String {
        let mut out = Vec::new();
        let written = TextEncoder::new().encode(&self.registry.gather(), &mut out);
        written.map(|()| String::from_utf8_lossy(&out).into_owned()).unwrap_or_default()
    }
}
