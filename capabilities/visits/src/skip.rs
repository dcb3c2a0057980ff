//! A visit is not made, for a reason, and perhaps on another day.

use evidence::{About, FactKind, Incoming, Receipt, keep};
use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, Lang};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::{Deserialize, Serialize};

use crate::plan::{NewVisit, plan_visit};
use crate::rules::{Skipping, VisitId, VisitState, skip};
use crate::{skip_reason, visit};

/// What somebody says who does not make a visit.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NotMade {
    pub visit_id: VisitId,
    /// The code of a reason of the company.
    pub reason: String,
    pub note: Option<String>,
    pub reschedule_to: Option<Day>,
}

/// Writes down that a visit is not made; moved to another day it becomes a new visit.
pub async fn skip_visit(tx: &Tx, incoming: Incoming, said: NotMade) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Visits, person).await?;

    let visit = visit::known(tx, said.visit_id).await?;
    let known = skip_reason::all(tx).await?;
    let reasons: Vec<&str> = known.iter().map(|it| it.code.as_str()).collect();
    let about =
        About { account: Some(visit.account_id.into()), visit: Some(visit.id.into()), site: None };

    let incoming = Incoming { kind: FactKind::VisitSkip, ..incoming };
    let moved_id = VisitId(incoming.id.0);
    let kept = keep(tx, incoming, about).await?;
    let said_on = kept.fact.recorded_at.day(&tx.actor.zone);
    let skipping = Skipping { reason: &said.reason, reschedule_to: said.reschedule_to };
    let skipped = skip(&visit.rule(), said_on, skipping, &reasons).map_err(Error::refused)?;

    let (id, account, time) = (visit.id, visit.account_id, visit.planned_time.clone());
    let mut row = visit.into_active_model();
    row.state = Set(VisitState::Skipped);
    row.skip_reason = Set(Some(said.reason.clone()));
    row.note = Set(said.note.as_deref().and_then(frame::text::paragraphs));
    row.updated_at = Set(tx.now);
    tx.update(row).await?;
    if let Some(day) = skipped.new_visit_on {
        let new = NewVisit {
            id: Some(moved_id),
            owner: person,
            account,
            day,
            time,
            said_on,
            rescheduled_from: Some(id),
        };
        plan_visit(tx, new).await?;
    }
    tx.record(
        Event::of("visits.skipped", "visit", id)
            .owner(person)
            .about(account)
            .with("reason_id", label(&known, &said.reason, Lang::Id))
            .with("reason_en", label(&known, &said.reason, Lang::En))
            .with("reason", said.reason)
            .with("note", said.note)
            .with("moved_to", skipped.new_visit_on.map(|it| it.to_string())),
    );
    Ok(kept.receipt)
}

/// What the reason is called today; the stream tells it so for ever.
fn label(known: &[skip_reason::Model], code: &str, lang: Lang) -> Option<String> {
    known.iter().find(|it| it.code == code).map(|it| it.label(lang).to_owned())
}
