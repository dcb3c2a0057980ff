//! Somebody arrives at a client and checks in.

use accounts::{AccountId, get_standing, learn_place, mark_visited, place};
use attendance::judge_days;
use evidence::{About, FactKind, Incoming, Kept, Receipt, keep, policy_of};
use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::evidence::learning::Sighting;
use people::company;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use serde::{Deserialize, Serialize};

use crate::rules::{
    Arrival, ArrivalEffect, Closing, Visit, VisitEnd, VisitId, VisitRefused, VisitState, arrive,
    dwell_minutes,
};
use crate::visit;

/// At which client, on which visit: a planned one, or a new id for one that was not planned.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Arriving {
    pub visit_id: VisitId,
    pub account_id: AccountId,
}

/// Begins a visit; whatever its evidence says, it is kept.
pub async fn check_in(tx: &Tx, incoming: Incoming, arriving: Arriving) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Visits, person).await?;

    let account = get_standing(tx, arriving.account_id).await?;
    let arriving = Arriving { account_id: account.id, ..arriving };
    let planned = visit::mine(tx, arriving.visit_id).await?;
    if planned.as_ref().is_some_and(|it| it.account_id != account.id) {
        return Err(Error::refused(VisitRefused::OtherAccount));
    }
    let place = place::of(tx, account.id).await?;
    let about = About {
        account: Some(account.id.into()),
        visit: Some(arriving.visit_id.into()),
        site: place.as_ref().map(place::Model::site),
    };

    let fix = incoming.fix;
    let incoming = Incoming { kind: FactKind::VisitCheckIn, ..incoming };
    let kept = keep(tx, incoming, about).await?;
    let at = kept.fact.recorded_at;
    let day = at.day(&tx.actor.zone);
    let begun = visit::begun_around(tx, day).await?;
    let others: Vec<_> = begun.iter().filter_map(visit::other).collect();
    let before = planned.as_ref().map_or(
        Visit {
            id: arriving.visit_id,
            state: VisitState::Planned,
            day,
            arrived_at: None,
            left_at: None,
            ended_by: None,
            is_rejected: false,
        },
        visit::Model::rule,
    );
    let arrival = arrive(&before, at, &others).map_err(Error::refused)?;

    close_others(tx, &arrival, &begun, arriving.visit_id).await?;
    write(tx, planned, arriving, &arrival, &kept).await?;
    if let Some(fix) = fix {
        let policy = policy_of(&company::known(tx).await?.settings);
        let seen = Sighting { person, at, fix };
        learn_place(tx, &account, place, seen, kept.fact.id, &policy.learning).await?;
    }
    mark_visited(tx, account.id, day).await?;
    judge_days(tx, person, at).await?;

    tx.record(
        Event::of("visits.checked_in", "visit", arriving.visit_id)
            .owner(person)
            .about(account.id)
            .with("at", at.to_string())
            .with("time", kept.fact.time_grade.word())
            .with("place", kept.fact.place_verdict.map(kernel::evidence::PlaceWord::word)),
    );
    Ok(kept.receipt)
}

/// Nobody is in two places: what was left open ends here, and says so.
async fn close_others(
    tx: &Tx,
    arrival: &Arrival,
    begun: &[visit::Model],
    this: VisitId,
) -> Result<()> {
    for closing in arrival.closes.iter().filter(|it| it.visit != this) {
        let Some(open) = begun.iter().find(|it| it.id == closing.visit) else { continue };
        let dwell = open.arrived_at.map(|it| dwell_minutes(it, closing.left_at));
        let fits = Condition::all().add(visit::Column::Id.eq(open.id));
        let values = vec![
            (visit::Column::State, VisitState::Done.into()),
            (visit::Column::LeftAt, closing.left_at.into()),
            (visit::Column::ClosedBy, VisitEnd::Next.into()),
            (visit::Column::DwellMinutes, dwell.into()),
            (visit::Column::UpdatedAt, tx.now.into()),
        ];
        tx.update_where::<visit::Entity, _>(visit::Column::CompanyId, fits, values).await?;
        tx.record(
            Event::of("visits.closed_by_next", "visit", open.id)
                .owner(open.owner_id)
                .about(open.account_id),
        );
    }
    Ok(())
}

async fn write(
    tx: &Tx,
    planned: Option<visit::Model>,
    arriving: Arriving,
    arrival: &Arrival,
    kept: &Kept,
) -> Result<()> {
    let ends: Option<&Closing> = arrival.closes.iter().find(|it| it.visit == arriving.visit_id);
    let is_new = planned.is_none();
    let still = arrival.effect == ArrivalEffect::AlreadyThere;
    let anew = arrival.effect == ArrivalEffect::BeginsAgain;
    let mut row = match planned {
        Some(planned) => planned.into_active_model(),
        None => visit::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(arriving.visit_id),
            owner_id: Set(tx.actor.person),
            account_id: Set(arriving.account_id),
            day: Set(arrival.arrived_at.day(&tx.actor.zone)),
            sequence: Set(0),
            planned: Set(false),
            planned_time: Set(None),
            outcome: Set(None),
            effective: Set(None),
            note: Set(None),
            rescheduled_from: Set(None),
            check_out_id: Set(None),
            created_at: Set(tx.now),
            ..Default::default()
        },
    };
    row.arrived_at = Set(Some(arrival.arrived_at));
    row.state = Set(if ends.is_some() { VisitState::Done } else { VisitState::Open });
    row.left_at = Set(ends.map(|it| it.left_at));
    row.closed_by = Set(ends.map(|it| it.by));
    row.dwell_minutes = Set(ends.map(|it| dwell_minutes(arrival.arrived_at, it.left_at)));
    row.skip_reason = Set(None);
    if !still {
        row.check_in_id = Set(Some(kept.fact.id));
    }
    if anew {
        // What was said of a visit that nobody believes goes with it; its facts stay.
        row.check_out_id = Set(None);
        row.outcome = Set(None);
        row.effective = Set(None);
        row.note = Set(None);
    }
    if !still {
        row.rejected = Set(None);
        row.rejected_why = Set(None);
    }
    row.updated_at = Set(tx.now);
    if is_new {
        return tx.insert_all(vec![row]).await;
    }
    tx.update(row).await?;
    Ok(())
}
