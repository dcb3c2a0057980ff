//! What the made-up company asks of its people, and what some of them have said.

use std::collections::{BTreeMap, HashMap};

use forecast::{
    Asked, Deciding, Holder, Period, Saying, Scope, TargetMeasure, Verdict, decide, set_target,
    submit,
};
use frame::{App, Ctx};
use kernel::{CompanyId, PersonId, TeamId};

/// In rupiah for a quarter.
const ASKED: &[(&str, i64)] = &[
    ("ayu", 300_000_000),
    ("rizky", 240_000_000),
    ("putri", 210_000_000),
    ("dimas", 180_000_000),
    ("nuraini", 150_000_000),
];

/// Who said what will come, in rupiah, and why; none where the deals say it.
const SAID: &[(&str, Option<i64>, &str)] = &[
    ("rizky", Some(95_000_000), "Hotel Puri Kuningan menunggu jadwal pengiriman; sisanya aman."),
    ("putri", None, "Semua sudah sesuai dengan peluang yang ada."),
];

pub async fn make(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
    team: Option<TeamId>,
) -> anyhow::Result<()> {
    let tx = app.company(company).begin().await?;
    let today = tx.now.day(&tx.actor.zone);
    let (year, quarter) = (Period::year_of(today), Period::quarter_of(today));
    let quarters = (1..=4).map(|quarter| Period::Quarter { year: year.year(), quarter });
    for period in quarters {
        for (who, amount) in ASKED {
            let Some(&person) = people.get(who) else { continue };
            set_target(&tx, &asked(Holder::Person(person), period, *amount)).await?;
        }
        // A team is asked for a little less than its people together.
        if let Some(team) = team {
            set_target(&tx, &asked(Holder::Team(team), period, 1_000_000_000)).await?;
        }
        set_target(&tx, &asked(Holder::Company(company), period, 1_000_000_000)).await?;
    }
    tx.commit().await?;

    for (who, called, comment) in SAID {
        let Some(&person) = people.get(who) else { continue };
        let ctx = app.company(company);
        let actor = identity::actor_of(&ctx, person).await?;
        let tx = Ctx::new(app.clone(), actor, ctx.now.plus_days(-2)).begin().await?;
        let called: BTreeMap<String, i64> =
            called.iter().map(|it| ("IDR".to_owned(), *it)).collect();
        let comment = Some((*comment).to_owned());
        let said = submit(&tx, quarter, &Saying { scope: Scope::Own, comment, called }).await?;
        tx.commit().await?;
        if *who != "putri" {
            continue;
        }
        let Some(&budi) = people.get("budi") else { continue };
        let actor = identity::actor_of(&app.company(company), budi).await?;
        let tx = Ctx::new(app.clone(), actor, ctx.now.plus_days(-1)).begin().await?;
        let how = Deciding {
            verdict: Verdict::Approve,
            why: None,
            adjusted: BTreeMap::new(),
            seen: None,
        };
        decide(&tx, said.id, &how).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn asked(holder: Holder, period: Period, amount: i64) -> Asked {
    Asked {
        holder,
        measure: TargetMeasure::WonValue,
        currency: "IDR".to_owned(),
        period,
        amount: Some(amount),
        seen: None,
    }
}
