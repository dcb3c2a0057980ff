//! Whoever got a client says that they have read of it, asks whoever had it, and gets an answer.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::web::page::{self, Faults};
use frame::web::{Form, Json, Path, api};
use frame::{App, Ctx, Error, Event, Result, Tx, notices, text};
use kernel::PersonId;
use kernel::access::{Act, Area};
use people::person::{self, PersonStatus};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter};
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::book_move;
use crate::handover_pack::{self, Model, PackId};
use crate::handover_question::{self, QuestionId};
use crate::list_packs::PackOut;
use crate::rules::{HandoverRefused, LONGEST_TEXT};
use crate::show_pack::{Typed, pack_page};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/handovers/{pack}/acknowledge", post(submit_acknowledgement))
        .route("/handovers/{pack}/note", post(submit_note))
        .route("/handovers/{pack}/questions", post(submit_question))
        .route("/handover-questions/{question}/answer", post(submit_answer))
        .routes(routes!(acknowledge_it))
        .routes(routes!(ask_it))
}

fn about(pack: &Model, name: &'static str) -> Event {
    Event::of(name, "handover_pack", pack.id).owner(pack.to_id).about(pack.account_id)
}

/// Whoever got the client, and nobody else, while it is theirs.
async fn got(tx: &Tx, id: PackId) -> Result<Model> {
    let pack = handover_pack::get(tx, id).await?;
    if tx.actor.somebody() != Some(pack.to_id) {
        return Err(Error::Denied);
    }
    if pack.withdrawn_at.is_some() {
        return Err(Error::refused(HandoverRefused::Withdrawn));
    }
    Ok(pack)
}

/// Says that one has read what one must know; once is enough.
pub async fn acknowledge(tx: &Tx, id: PackId) -> Result<Model> {
    let pack = got(tx, id).await?;
    if pack.acknowledged_at.is_some() {
        return Ok(pack);
    }

    let mut row = pack.into_active_model();
    row.acknowledged_at = Set(Some(tx.now));
    let pack = tx.update(row).await?;
    tx.record(about(&pack, "handover.acknowledged"));
    Ok(pack)
}

/// May the actor write down what the next one must know: whoever had the client, and those who
/// answer for whoever has it now?
pub async fn may_write(ctx: &Ctx, pack: &Model) -> Result<bool> {
    if pack.withdrawn_at.is_some() {
        return Ok(false);
    }
    if pack.was_of(ctx) {
        return Ok(true);
    }
    if ctx.actor.somebody() == Some(pack.to_id) {
        return Ok(false);
    }
    match ctx.permit(Act::Edit, Area::Accounts, pack.to_id).await {
        // The client may have passed on since.
        Ok(()) => Ok(!handover_pack::seen(ctx, [pack.account_id]).await?.is_empty()),
        Err(Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Writes down what the next one must know: whoever had the client in one note, the others in
/// another.
pub async fn write_pack(tx: &Tx, id: PackId, note: &str) -> Result<Model> {
    let pack = handover_pack::get(tx, id).await?;
    if !may_write(tx, &pack).await? {
        return Err(Error::Denied);
    }
    let note = text::paragraphs(note);
    if note.as_ref().is_some_and(|it| LONGEST_TEXT < it.chars().count()) {
        return Err(Error::refused(HandoverRefused::TooLong { field: "note" }));
    }
    let was_theirs = pack.was_of(tx);
    let written = if was_theirs { &pack.note } else { &pack.side_note };
    if note == *written {
        return Ok(pack);
    }

    let mut row = pack.into_active_model();
    if was_theirs {
        row.note = Set(note);
    } else {
        row.side_note = Set(note);
    }
    let pack = tx.update(row).await?;
    tx.record(about(&pack, "handover.note_written"));
    notices::tell(
        tx,
        pack.to_id,
        notices::Notice::of(
            "handover.note_written",
            "handover_pack",
            pack.id,
            format!("/handovers/{}", pack.id),
        ),
    )
    .await?;
    Ok(pack)
}

/// Asks whoever had the client; whoever moved it, when they work here no more.
pub async fn ask(tx: &Tx, id: PackId, typed: &str) -> Result<handover_question::Model> {
    let pack = got(tx, id).await?;
    let text = checked(typed, "question")?;
    let asked_of = who_answers(tx, &pack).await?;

    let question = tx
        .add::<handover_question::Model, handover_question::ActiveModel>(handover_question::Model {
            company_id: tx.actor.company,
            id: tx.id(),
            pack_id: id,
            asked_by: tx.actor.person,
            asked_of,
            text,
            at: tx.now,
            answer: None,
            answered_by: None,
            answered_at: None,
        })
        .await?;
    let notice =
        notices::Notice::of("handover.asked", "handover_pack", id, format!("/handovers/{id}"));
    notices::tell(tx, asked_of, notice.with("who", tx.actor.name.clone())).await?;
    tx.record(about(&pack, "handover.asked"));
    Ok(question)
}

fn checked(typed: &str, field: &'static str) -> Result<String> {
    let text = text::paragraphs(typed);
    let text = text.ok_or_else(|| Error::refused(HandoverRefused::NoText { field }))?;
    if LONGEST_TEXT < text.chars().count() {
        return Err(Error::refused(HandoverRefused::TooLong { field }));
    }
    Ok(text)
}

async fn who_answers(tx: &Tx, pack: &Model) -> Result<PersonId> {
    let mut candidates: Vec<PersonId> = pack.from_id.into_iter().collect();
    if let Some(id) = pack.move_id {
        let it = tx.whole_company::<book_move::Entity>();
        let it = it.filter(book_move::Column::Id.eq(id)).one(&**tx).await?;
        candidates.extend(it.map(|it| it.person_id));
    }
    candidates.extend(frame::line::managers_of(tx, pack.to_id).await?);
    for person in candidates.into_iter().filter(|it| *it != pack.to_id) {
        let known = tx.whole_company::<person::Entity>();
        let known = known.filter(person::Column::Id.eq(person)).one(&**tx).await?;
        if known.is_some_and(|it| it.status == PersonStatus::Active) {
            return Ok(person);
        }
    }
    Err(Error::refused(HandoverRefused::NobodyAnswers))
}

async fn question_of(tx: &Tx, id: QuestionId) -> Result<handover_question::Model> {
    tx.whole_company::<handover_question::Entity>()
        .filter(handover_question::Column::Id.eq(id))
        .one(&**tx)
        .await?
        .ok_or(Error::NotFound)
}

/// Answers a question; whoever it was asked of, and nobody else.
pub async fn answer(tx: &Tx, id: QuestionId, typed: &str) -> Result<handover_question::Model> {
    let question = question_of(tx, id).await?;
    let pack = tx
        .whole_company::<handover_pack::Entity>()
        .filter(handover_pack::Column::Id.eq(question.pack_id))
        .one(&**tx)
        .await?
        .ok_or(Error::NotFound)?;
    if tx.actor.somebody() != Some(question.asked_of) {
        // Whoever sees the pack sees the question, and may not answer it.
        handover_pack::get(tx, question.pack_id).await?;
        return Err(Error::Denied);
    }
    if question.answer.is_some() {
        return Err(Error::refused(HandoverRefused::Answered));
    }
    let said = checked(typed, "answer")?;

    let mut row = question.into_active_model();
    row.answer = Set(Some(said));
    row.answered_by = Set(tx.actor.somebody());
    row.answered_at = Set(Some(tx.now));
    let question = tx.update(row).await?;
    let notice = notices::Notice::of(
        "handover.answered",
        "handover_pack",
        pack.id,
        format!("/handovers/{}", pack.id),
    );
    notices::tell(tx, question.asked_by, notice.with("who", tx.actor.name.clone())).await?;
    tx.record(about(&pack, "handover.answered"));
    Ok(question)
}

// In the browser.

async fn submit_acknowledgement(ctx: Ctx, Path(id): Path<PackId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    acknowledge(&tx, id).await?;
    let said = Words::of(tx.lang()).said_acknowledged();
    tx.commit().await?;
    page::redirect_saying(&format!("/handovers/{id}"), said)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NoteForm {
    note: String,
}

async fn submit_note(
    ctx: Ctx,
    Path(id): Path<PackId>,
    Form(form): Form<NoteForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    let typed = Typed { note: Some(form.note), ..Typed::default() };
    match write_pack(&tx, id, typed.note.as_deref().unwrap_or_default()).await {
        Ok(_) => {
            let said = Words::of(tx.lang()).saved();
            tx.commit().await?;
            page::redirect_saying(&format!("/handovers/{id}"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            pack_page(&tx, id, typed, faults).await
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct QuestionForm {
    question: String,
}

async fn submit_question(
    ctx: Ctx,
    Path(id): Path<PackId>,
    Form(form): Form<QuestionForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    match ask(&tx, id, &form.question).await {
        Ok(_) => {
            let said = Words::of(tx.lang()).said_asked();
            tx.commit().await?;
            page::redirect_saying(&format!("/handovers/{id}"), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let typed = Typed { question: form.question, ..Typed::default() };
            pack_page(&tx, id, typed, faults).await
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    answer: String,
}

async fn submit_answer(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(form): Form<AnswerForm>,
) -> Result<Response> {
    let tx = ctx.begin().await?;
    match answer(&tx, id, &form.answer).await {
        Ok(question) => {
            let said = Words::of(tx.lang()).said_answered();
            tx.commit().await?;
            page::redirect_saying(&format!("/handovers/{}", question.pack_id), said)
        }
        Err(error) => {
            let faults = Faults::of(error, tx.lang())?;
            let question = question_of(&tx, id).await?;
            let typed = Typed { answer: Some((id, form.answer)), ..Typed::default() };
            pack_page(&tx, question.pack_id, typed, faults).await
        }
    }
}

// In the API.

/// Say that one has read what one must know of a client
#[utoipa::path(
    post,
    path = "/api/v1/handovers/{pack}/acknowledge",
    tag = "handover",
    params(("pack" = PackId, Path)),
    responses((status = 200, body = PackOut)),
)]
async fn acknowledge_it(ctx: Ctx, Path(id): Path<PackId>) -> Result<Json<PackOut>> {
    let tx = ctx.begin().await?;
    let pack = acknowledge(&tx, id).await?;
    let out = PackOut::of(&tx, pack).await?;
    tx.commit().await?;
    Ok(Json(out))
}

/// Something that is asked.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
struct QuestionIn {
    text: String,
}

/// A question, and of whom it is asked.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
struct QuestionOut {
    id: QuestionId,
    asked_of: PersonId,
    text: String,
}

/// Ask whoever had a client
#[utoipa::path(
    post,
    path = "/api/v1/handovers/{pack}/questions",
    tag = "handover",
    params(("pack" = PackId, Path)),
    responses((status = 201, body = QuestionOut), (status = 422, body = api::Problem)),
)]
async fn ask_it(
    ctx: Ctx,
    Path(id): Path<PackId>,
    Json(new): Json<QuestionIn>,
) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let it = ask(&tx, id, &new.text).await?;
    tx.commit().await?;
    let out = QuestionOut { id: it.id, asked_of: it.asked_of, text: it.text };
    Ok((StatusCode::CREATED, Json(out)))
}
