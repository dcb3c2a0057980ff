//! A real year of a wholesaler from the shell, the first time and once more, and from the browser.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use kernel::Exact;
use serde_json::Value as Json;

use super::Measure;
use crate::client::{self, Client};
use crate::engine::Engine;
use crate::figure::Figure;
use crate::ledger;
use crate::seed::{self, Size};
use crate::server::Server;
use crate::shell;

/// The days of a smoke run.
const FEW_DAYS: usize = 5;
/// A few days in an archive, for a smoke run in the browser.
const PACKED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/online-retail/few-days.zip");
/// How often somebody looks how far an import is.
const LOOK: Duration = Duration::from_millis(50);
const BOUNDARY: &str = "bench-days";

/// What days come to: net, lines and months, counted once with another tool over the files
/// themselves.
struct Counted {
    net: &'static str,
    lines: &'static str,
    months: usize,
}

const YEAR: Counted = Counted { net: "9747747.934", lines: "541909", months: 13 };
const PACKED_DAYS: Counted = Counted { net: "15127.08", lines: "1194", months: 2 };

pub async fn run(engine: &Engine, data: &Path, measure: Measure) -> Result<Vec<Figure>> {
    let small = Size { people: 10, accounts: 10 };
    let app = engine.open(data).await?;
    let shell_company = seed::company(&app, "Grosir", small).await?;
    app.db.clone().close().await?;
    let few = measure.quick.then(|| ledger::first_days(data, FEW_DAYS)).transpose()?;
    let days = few.as_deref().and_then(Path::to_str).unwrap_or(ledger::DAYS);

    let mut figures = Vec::new();
    for name in ["import-transactions", "import-transactions, once more"] {
        let took = shell::run(engine, data, &["import", "online-retail", days]).await?;
        let note = format!("the most memory {:.0} MB", took.memory_mb);
        figures.push(figure(name, engine, took.wall, took.cpu_ms, note));
    }

    let app = engine.open(data).await?;
    let web_company = seed::company(&app, "Grosir lewat peramban", small).await?;
    app.db.clone().close().await?;
    let server = Server::start(data, engine).await?;
    let (archive, packed) =
        if measure.quick { (PACKED, PACKED_DAYS) } else { (ledger::DAYS, YEAR) };
    let cookie = &web_company.administrator.cookie;
    figures.push(from_the_browser(&server, engine, cookie, Path::new(archive)).await?);

    // The first days of a smoke run are not counted by another tool; the report must still add up.
    let counted = (!measure.quick).then_some(YEAR);
    prove(&server, &shell_company.administrator.cookie, counted).await?;
    prove(&server, cookie, Some(packed)).await?;
    Ok(figures)
}

fn figure(name: &str, engine: &Engine, wall: Duration, cpu_ms: f64, note: String) -> Figure {
    let ms = wall.as_secs_f64() * 1_000.0;
    Figure {
        workload: name.to_owned(),
        engine: engine.word(),
        requests: 1,
        p50_ms: ms,
        p99_ms: ms,
        cpu_ms,
        note,
        ..Figure::default()
    }
}

/// Uploads an archive, runs the import, and waits until it is through.
async fn from_the_browser(
    server: &Server,
    engine: &Engine,
    cookie: &str,
    archive: &Path,
) -> Result<Figure> {
    let (began, cpu) = (Instant::now(), server.cpu_ms()?);
    let mut client = Client::connect(server.address).await?;
    let sent = client.ask(&upload(cookie, archive)?).await?;
    let run: Json = serde_json::from_slice(&sent.body)?;
    let id = run["id"].as_str().with_context(|| format!("{}: {run}", sent.status))?;
    let path = format!("/api/v1/imports/{id}");
    client.ask(&client::post_json(&format!("{path}/run"), cookie, "{}")).await?;
    loop {
        let seen = client.ask(&client::get(&path, cookie, "identity")).await?;
        let run: Json = serde_json::from_slice(&seen.body)?;
        match run["state"].as_str() {
            Some("running") => tokio::time::sleep(LOOK).await,
            Some("finished") => break,
            _ => bail!("the import did not finish: {run}"),
        }
    }
    let note = format!("the most memory of the server {:.0} MB", server.most_memory_mb()?);
    let (wall, cpu) = (began.elapsed(), server.cpu_ms()? - cpu);
    Ok(figure("import-transactions, from the browser", engine, wall, cpu, note))
}

/// What a browser sends for a file.
fn upload(cookie: &str, archive: &Path) -> Result<Vec<u8>> {
    let name = archive.file_name().context("a file has a name")?.display();
    let mut body = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend(std::fs::read(archive)?);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
    let mut request = format!(
        "POST /api/v1/imports HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\n\
         sec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary={BOUNDARY}\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend(body);
    Ok(request)
}

/// Asks the report for the net by month. How quickly something else was kept is worth no figure.
async fn prove(server: &Server, cookie: &str, counted: Option<Counted>) -> Result<()> {
    let request = client::get("/api/v1/reports/sales?by=month&within=all", cookie, "identity");
    let answer = Client::connect(server.address).await?.ask(&request).await?;
    if answer.status != 200 {
        bail!("the report of sales answered {}", answer.status);
    }
    let report: Json = serde_json::from_slice(&answer.body)?;
    let months = report["lines"].as_array().context("a report has lines")?.len();
    let [net, lines] = [sum(&report, "net")?, sum(&report, "lines")?];
    let total = &report["total"][0];
    let totals = [figure_of(&report, total, "net")?, figure_of(&report, total, "lines")?];
    if [net, lines] != totals {
        bail!("{months} months come to {net} in {lines} lines, and the total says {totals:?}");
    }
    let Some(counted) = counted else { return Ok(()) };
    let expected: [Exact; 2] = [counted.net.parse()?, counted.lines.parse()?];
    if [net, lines] != expected || months != counted.months {
        let Counted { net: right, lines: all, months: count } = counted;
        bail!("{months} months: {net} in {lines} lines instead of {count}: {right} in {all}");
    }
    Ok(())
}

/// All months together.
fn sum(report: &Json, measure: &str) -> Result<Exact> {
    let lines = report["lines"].as_array().context("a report has lines")?;
    let mut sum = Exact::ZERO;
    for line in lines {
        sum = sum.checked_add(figure_of(report, line, measure)?).context("too much to count")?;
    }
    Ok(sum)
}

fn figure_of(report: &Json, line: &Json, measure: &str) -> Result<Exact> {
    let measures = report["measures"].as_array().context("a report has measures")?;
    let place = measures.iter().position(|it| it["name"] == measure);
    let place = place.with_context(|| format!("{measure} is no measure"))?;
    let value = line["figures"][place]["value"].as_str().context("a figure has a value")?;
    Ok(value.parse()?)
}
