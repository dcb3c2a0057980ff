//! A visit is planned.

use accounts::{AccountId, account, get_standing};
use evidence::{About, FactKind, Incoming, Receipt, keep};
use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};

use crate::rules::{VisitId, VisitRefused, VisitState, plan};
use crate::visit;

/// A visit to plan.
#[derive(Clone, Debug)]
pub struct NewVisit {
    pub id: Option<VisitId>,
    pub owner: PersonId,
    pub account: AccountId,
    pub day: Day,
    /// `HH:MM` on the company's clock.
    pub time: Option<String>,
    /// On which it is said; without signal that is earlier than the server hears of it.
    pub said_on: Day,
    pub rescheduled_from: Option<VisitId>,
}

/// Plans a visit, behind those that are planned for the day already.
pub async fn plan_visit(tx: &Tx, new: NewVisit) -> Result<visit::Model> {
    tx.permit(Act::Create, Area::Visits, new.owner).await?;

    let account = account::get(tx, new.account).await?;
    plan(new.day, new.said_on).map_err(Error::refused)?;
    if let Some(id) = new.id
        && visit::mine(tx, id).await?.is_some()
    {
        return Err(Error::refused(VisitRefused::UnknownVisit));
    }
    let last = tx
        .whole_company::<visit::Entity>()
        .filter(visit::Column::OwnerId.eq(new.owner))
        .filter(visit::Column::Day.eq(new.day))
        .order_by_desc(visit::Column::Sequence)
        .one(&**tx)
        .await?;

    let visit = tx
        .insert(visit::ActiveModel {
            company_id: Set(tx.actor.company),
            id: Set(new.id.unwrap_or_else(|| tx.id())),
            owner_id: Set(new.owner),
            account_id: Set(account.id),
            day: Set(new.day),
            sequence: Set(last.map_or(0, |it| it.sequence) + 1),
            planned: Set(true),
            planned_time: Set(new.time.as_deref().and_then(time)),
            state: Set(VisitState::Planned),
            arrived_at: Set(None),
            left_at: Set(None),
            dwell_minutes: Set(None),
            outcome: Set(None),
            effective: Set(None),
            note: Set(None),
            skip_reason: Set(None),
            rescheduled_from: Set(new.rescheduled_from),
            closed_by: Set(None),
            rejected: Set(None),
            rejected_why: Set(None),
            check_in_id: Set(None),
            check_out_id: Set(None),
            created_at: Set(tx.now),
            updated_at: Set(tx.now),
        })
        .await?;
    tx.record(
        Event::of("visits.planned", "visit", visit.id)
            .owner(new.owner)
            .about(account.id)
            .with("day", new.day.to_string()),
    );
    Ok(visit)
}

/// A time of day in the one form in which it is kept.
pub fn time(typed: &str) -> Option<String> {
    let (hour, minute) = typed.trim().split_once([':', '.'])?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// As a phone says it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Planned {
    pub visit_id: VisitId,
    pub account_id: AccountId,
    pub day: Day,
    pub time: Option<String>,
}

/// Plans a visit from the phone.
pub async fn keep_plan(tx: &Tx, incoming: Incoming, said: Planned) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Visits, person).await?;

    let account = get_standing(tx, said.account_id).await?.id;
    let incoming = Incoming { kind: FactKind::VisitPlan, ..incoming };
    let about =
        About { account: Some(account.into()), visit: Some(said.visit_id.into()), site: None };
    let kept = keep(tx, incoming, about).await?;
    let new = NewVisit {
        id: Some(said.visit_id),
        owner: person,
        account,
        day: said.day,
        time: said.time,
        said_on: kept.fact.recorded_at.day(&tx.actor.zone),
        rescheduled_from: None,
    };
    plan_visit(tx, new).await?;
    Ok(kept.receipt)
}
