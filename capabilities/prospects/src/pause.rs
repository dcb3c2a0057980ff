//! Somebody gets no new prospects by the rules for a while: they are away, or have enough.

use axum::response::Response;
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Path};
use frame::{App, Ctx, Error, Event, Result, Tx, text};
use kernel::access::{Act, Area};
use kernel::{Day, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::OnConflict;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;

use crate::assignment_pause::{ActiveModel, Column, Entity};
use crate::list_people::people_page;
use crate::owners::{known_owner, may_hand_out};
use crate::rules::{LONGEST_LINE, ProspectRefused};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/prospects/people/{person}/pause", post(stop))
        .route("/prospects/people/{person}/resume", post(go_on))
}

/// From now on the rules pass somebody over, until a day has ended or somebody takes it back.
pub async fn pause(
    tx: &Tx,
    person: PersonId,
    until: Option<Day>,
    reason: Option<&str>,
) -> Result<()> {
    permitted(tx, person).await?;
    let name = known_owner(tx, person).await?.name;
    let reason = reason.and_then(text::line);
    if reason.as_ref().is_some_and(|it| LONGEST_LINE < it.chars().count()) {
        return Err(Error::refused(ProspectRefused::TooLong("reason")));
    }

    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        person_id: Set(person),
        until: Set(until),
        reason: Set(reason.clone()),
        created_at: Set(tx.now),
    };
    let mut same = OnConflict::columns([Column::CompanyId, Column::PersonId]);
    same.update_columns([Column::Until, Column::Reason, Column::CreatedAt]);
    tx.put(row, same).await?;

    let event = Event::of("prospects.paused", "person", person).owner(person).with("name", name);
    let until = until.map(|it| it.to_string());
    tx.record(event.with("until", until).why(reason.as_deref()));
    Ok(())
}

/// The rules give somebody prospects again.
pub async fn resume(tx: &Tx, person: PersonId) -> Result<()> {
    permitted(tx, person).await?;
    let name = known_owner(tx, person).await?.name;

    let theirs = Column::PersonId.eq(person);
    if tx.delete_where::<Entity, _>(Column::CompanyId, theirs).await? == 0 {
        return Ok(());
    }
    tx.record(Event::of("prospects.resumed", "person", person).owner(person).with("name", name));
    Ok(())
}

/// Whoever hands prospects out to this person.
async fn permitted(tx: &Tx, person: PersonId) -> Result<()> {
    if !may_hand_out(tx) {
        return Err(Error::Denied);
    }
    tx.permit(Act::Edit, Area::Prospects, person).await
}

// In the browser.

/// Until when somebody gets nothing new, and why.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PauseForm {
    pub until: String,
    pub reason: String,
}

async fn stop(
    ctx: Ctx,
    Path(person): Path<PersonId>,
    Form(form): Form<PauseForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let until = match form.until.trim() {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| Error::refused(ProspectRefused::NoDay)),
    };
    let paused = match until {
        Ok(until) => pause(&tx, person, until, Some(&form.reason)).await,
        Err(error) => permitted(&tx, person).await.and(Err(error)),
    };
    match paused {
        Ok(()) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            let undo = format!("/prospects/people/{person}/resume");
            page::redirect_undoable("/prospects/people", said, &undo)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            people_page(&tx, Some((person, form)), faults).await
        }
    }
}

async fn go_on(ctx: Ctx, Path(person): Path<PersonId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    resume(&tx, person).await?;
    let said = Words::of(tx.lang()).saved();
    tx.commit().await?;
    page::redirect_saying("/prospects/people", said)
}
