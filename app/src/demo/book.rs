//! Clients of the made-up company that pass to others.

use std::collections::HashMap;

use frame::{App, Ctx};
use handover::{Plan, WonWay, plan_move, run_move, settle};
use kernel::{CompanyId, PersonId};

const NOTE: &str = "Faktur dikirim lewat WhatsApp setiap Senin. Pemilik lebih suka dihubungi \
    sebelum pukul 10.";

pub async fn pass(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let tx = app.company(company).begin().await?;
    settle(&tx, WonWay::LeastLoaded, None, 90).await?;
    tx.commit().await?;
    let of = |who: &str| people.get(who).copied();
    let (Some(budi), Some(ayu), Some(rizky)) = (of("budi"), of("ayu"), of("rizky")) else {
        return Ok(());
    };
    // One that is done by the time somebody looks, and one that waits for a decision.
    let done = Plan {
        from_id: of("nuraini"),
        tier: Some("C".to_owned()),
        way: handover::Way::Territory,
        takers: vec![ayu, rizky],
        note: Some(NOTE.to_owned()),
        ..Plan::default()
    };
    let waits = Plan {
        from_id: of("dimas"),
        way: handover::Way::EqualWorth,
        takers: vec![ayu, rizky],
        cap: Some(60),
        ..Plan::default()
    };
    for (plan, runs) in [(done, true), (waits, false)] {
        let ctx = app.company(company);
        let actor = identity::actor_of(&ctx, budi).await?;
        let tx = Ctx::new(app.clone(), actor, ctx.now).begin().await?;
        let planned = match plan_move(&tx, plan).await {
            Ok(planned) => planned,
            Err(error) if error.is_refusal() => continue,
            Err(error) => return Err(error.into()),
        };
        if runs {
            run_move(&tx, planned.id).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
