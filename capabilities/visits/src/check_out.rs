//! Somebody leaves a client and says what came of it.

use accounts::{account, place};
use attendance::judge_days;
use evidence::{About, FactKind, Incoming, Receipt, keep};
use frame::{Error, Event, Result, Tx};
use kernel::access::{Act, Area};
use kernel::{Day, Lang};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde::{Deserialize, Serialize};
use tasks::{NewTask, TaskId, add_task};

use crate::rules::{Leaving, VisitId, VisitState, leave};
use crate::{outcome, visit};

/// What somebody says on leaving.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Leave {
    pub visit_id: VisitId,
    /// The code of an outcome of the company.
    pub outcome: String,
    pub note: Option<String>,
    pub next_step: Option<NextStep>,
}

/// What is to be done next, and until when.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NextStep {
    pub text: String,
    pub due_on: Option<Day>,
}

/// Ends a visit with its outcome; a next step becomes a task.
pub async fn check_out(tx: &Tx, incoming: Incoming, said: Leave) -> Result<Receipt> {
    let person = tx.actor.person;
    tx.permit(Act::Create, Area::Visits, person).await?;

    let visit = visit::known(tx, said.visit_id).await?;
    let account = account::get(tx, visit.account_id).await?;
    let site = place::of(tx, account.id).await?.map(|it| it.site());
    let known = outcome::all(tx).await?;
    let outcomes: Vec<_> = known.iter().map(outcome::Model::rule).collect();
    let about = About { account: Some(account.id.into()), visit: Some(visit.id.into()), site };

    let task_id = TaskId(incoming.id.0);
    let incoming = Incoming { kind: FactKind::VisitCheckOut, ..incoming };
    let kept = keep(tx, incoming, about).await?;
    let note = said.note.as_deref().and_then(frame::text::paragraphs);
    let leaving = Leaving {
        outcome: &said.outcome,
        note: note.as_deref(),
        next_step_due_on: said.next_step.as_ref().and_then(|it| it.due_on),
    };
    let at = kept.fact.recorded_at;
    let departure = leave(&visit.rule(), at, leaving, &outcomes, &tx.actor.zone);
    let departure = departure.map_err(Error::refused)?;

    let mut row = visit.into_active_model();
    row.state = Set(VisitState::Done);
    row.left_at = Set(Some(departure.left_at));
    row.dwell_minutes = Set(Some(departure.dwell_minutes));
    row.closed_by = Set(Some(departure.ended_by));
    row.outcome = Set(Some(said.outcome.clone()));
    row.effective = Set(Some(departure.effective));
    row.note = Set(note.clone());
    row.check_out_id = Set(Some(kept.fact.id));
    row.updated_at = Set(tx.now);
    let visit = tx.update(row).await?;
    if let Some(step) = said.next_step {
        let task = NewTask {
            id: Some(task_id),
            owner: Some(person),
            account: Some(account.id),
            text: step.text,
            due_on: step.due_on,
            ..NewTask::default()
        };
        add_task(tx, task).await?;
    }
    judge_days(tx, person, at).await?;

    tx.record(
        Event::of("visits.checked_out", "visit", visit.id)
            .owner(person)
            .about(account.id)
            .with("at", at.to_string())
            .with("outcome_id", label(&known, &said.outcome, Lang::Id))
            .with("outcome_en", label(&known, &said.outcome, Lang::En))
            .with("outcome", said.outcome)
            .with("note", note)
            .with("dwell_minutes", departure.dwell_minutes)
            .with("effective", departure.effective)
            .with("place", kept.fact.place_verdict.map(kernel::evidence::PlaceWord::word)),
    );
    Ok(kept.receipt)
}

/// What the outcome is called today; the stream tells it so for ever.
fn label(known: &[outcome::Model], code: &str, lang: Lang) -> Option<String> {
    known.iter().find(|it| it.code == code).map(|it| it.label(lang).to_owned())
}
