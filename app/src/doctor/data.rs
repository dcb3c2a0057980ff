//! What each company has recorded, and whether it is still what it was.

use frame::{App, files, stream};
use people::{company, line_faults};

use super::{Check, looked};

/// A clock that is off by less is an ordinary clock.
const CLOCK_MINUTES: i64 = 5;

pub async fn checks(app: &App) -> Vec<Check> {
    let companies = match company::all(app).await {
        Ok(companies) => companies,
        Err(error) => return vec![Check::of("companies", false, error.to_string())],
    };
    vec![
        Check::of("companies", true, format!("{} found", companies.len())),
        looked("stream", streams(app, &companies).await),
        looked("line", lines(app, &companies).await),
        looked("ledger", ledgers(app, &companies).await),
        looked("files", kept(app, &companies).await),
        looked("clock", clock(app, &companies).await),
    ]
}

/// The chain of hashes: no event was changed, taken away or put in between.
async fn streams(app: &App, companies: &[company::Model]) -> anyhow::Result<Check> {
    let (mut events, mut faults) = (0, Vec::new());
    for company in companies {
        let ctx = app.company(company.id);
        if let Some(seq) = stream::first_broken(&ctx).await? {
            faults
                .push(format!("{}: event {seq} does not follow from the one before", company.slug));
        }
        events += stream::end(&ctx).await?;
    }
    Ok(Check::faults(
        "stream",
        &faults,
        format!("{events} events, each follows from the one before"),
    ))
}

/// The reporting line decides who sees what: it must be what teams and people make it.
async fn lines(app: &App, companies: &[company::Model]) -> anyhow::Result<Check> {
    let mut faults = Vec::new();
    for company in companies {
        let wrong = line_faults(&app.company(company.id)).await?;
        if wrong != 0 {
            faults.push(format!("{}: {wrong} rows differ from the tree of teams", company.slug));
        }
    }
    Ok(Check::faults("line", &faults, "who answers for whom follows from the teams"))
}

/// Sums answer reports, and states lists: both must be what the documents make them.
async fn ledgers(app: &App, companies: &[company::Model]) -> anyhow::Result<Check> {
    let (mut documents, mut lines, mut faults) = (0, 0, Vec::new());
    for company in companies {
        let proof = transactions::prove(&app.company(company.id)).await?;
        documents += proof.documents;
        lines += proof.lines;
        faults.extend(proof.faults.iter().map(|it| format!("{}: {it}", company.slug)));
    }
    let fine = format!("{documents} documents of {lines} lines, and the sums are theirs");
    Ok(Check::faults("ledger", &faults, fine))
}

async fn kept(app: &App, companies: &[company::Model]) -> anyhow::Result<Check> {
    let (mut count, mut faults) = (0, Vec::new());
    for company in companies {
        let proof = files::prove(&app.company(company.id)).await?;
        count += proof.files;
        let wrong =
            proof.wrong.iter().map(|it| format!("{}: {it} is gone or changed", company.slug));
        faults.extend(wrong);
    }
    Ok(Check::faults("files", &faults, format!("{count} files, each there and whole")))
}

/// Time that has been recorded lies in the past.
async fn clock(app: &App, companies: &[company::Model]) -> anyhow::Result<Check> {
    let now = app.now();
    let mut faults = Vec::new();
    for company in companies {
        let last = stream::last_at(&app.company(company.id)).await?;
        if let Some(last) = last.filter(|it| now.plus_minutes(CLOCK_MINUTES) < *it) {
            faults.push(format!("{}: the last event is of {last}; it is {now} here", company.slug));
        }
    }
    Ok(Check::faults("clock", &faults, format!("{now}")))
}
