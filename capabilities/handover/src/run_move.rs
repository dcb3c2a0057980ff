//! A plan is carried out, some clients at a time: each goes with its deals, steps and plans, or not
//! at all.

use std::collections::BTreeMap;

use accounts::account;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::jobs::Job;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx, notices};
use kernel::PersonId;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::book_move::{self, BookMoveId, BookMoveOut, Model, MoveState, permit};
use crate::book_move_row::{self, RowState, Taken, next_in};
use crate::pass_client::{By, Told, Why, pass_client};
use crate::plan_move::about;
use crate::rules::{HandoverRefused, USUAL_GRACE_DAYS};
use crate::words::Words;

/// Clients that pass in one transaction: others write meanwhile.
const AT_ONCE: u64 = 20;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/book-moves/{move}/run", post(submit))
        .route("/book-moves/{move}/discard", post(submit_discard))
        .routes(routes!(create))
}

/// Begins to carry a plan out.
pub async fn run_move(tx: &Tx, id: BookMoveId) -> Result<Model> {
    permit(tx)?;
    let before = tx.get::<book_move::Entity>(id).await?;
    // It is carried out with the rights of whoever begins it, who is whoever planned it.
    if before.state != MoveState::Planned {
        return Err(Error::refused(HandoverRefused::NotPlanned));
    }
    if next_in(tx, id, RowState::Planned, 1).await?.is_empty() {
        return Err(Error::refused(HandoverRefused::NothingMoves));
    }

    let after = turn(tx, &before, MoveState::Running).await?;
    tx.record(about(&after, "handover.move_begun"));
    tx.later(tx.now, &RunMove { id })?;
    Ok(after)
}

/// Throws a plan away; nothing has moved.
pub async fn discard_move(tx: &Tx, id: BookMoveId) -> Result<Model> {
    permit(tx)?;
    let before = tx.get::<book_move::Entity>(id).await?;
    if before.state != MoveState::Planned {
        return Err(Error::refused(HandoverRefused::NotPlanned));
    }

    let after = turn(tx, &before, MoveState::Discarded).await?;
    tx.record(about(&after, "handover.move_discarded"));
    Ok(after)
}

/// Gives a move its next state, if it is still in the one that was seen: of two who press at once
/// one is told.
pub async fn turn(tx: &Tx, before: &Model, to: MoveState) -> Result<Model> {
    use book_move::Column;
    let same = Condition::all().add(Column::Id.eq(before.id)).add(Column::State.eq(before.state));
    let mut values = vec![(Column::State, SimpleExpr::from(to.word()))];
    match to {
        MoveState::Running => values.push((Column::StartedAt, SimpleExpr::from(tx.now.0))),
        MoveState::Done => values.push((Column::FinishedAt, SimpleExpr::from(tx.now.0))),
        MoveState::Undone => values.push((Column::UndoneAt, SimpleExpr::from(tx.now.0))),
        MoveState::Planned | MoveState::Undoing | MoveState::Discarded => {}
    }
    if tx.update_where::<book_move::Entity, _>(Column::CompanyId, same, values).await? != 1 {
        return Err(Error::refused(HandoverRefused::NotPlanned));
    }
    tx.get::<book_move::Entity>(before.id).await
}

/// Moves the next clients of a plan.
#[derive(Debug, Serialize, Deserialize)]
pub struct RunMove {
    id: BookMoveId,
}

impl Job for RunMove {
    const NAME: &'static str = "handover.run_move";

    async fn run(self, tx: &Tx) -> Result<()> {
        let this = tx.whole_company::<book_move::Entity>();
        let this = this.filter(book_move::Column::Id.eq(self.id)).one(&**tx).await?;
        let Some(it) = this.filter(|it| it.state == MoveState::Running) else { return Ok(()) };

        let rows = next_in(tx, self.id, RowState::Planned, AT_ONCE).await?;
        if rows.is_empty() {
            return finish(tx, &it).await;
        }
        let (mut moved, mut left) = (0, 0);
        for row in &rows {
            match pass(tx, &it, row).await? {
                RowState::Moved => moved += 1,
                _ => left += 1,
            }
        }

        let mut row = it.clone().into_active_model();
        row.done = Set(it.done + i64::try_from(rows.len()).unwrap_or_default());
        row.moved = Set(it.moved + moved);
        row.left_behind = Set(it.left_behind + left);
        tx.update(row).await?;
        tx.later(tx.now, &self)
    }
}

/// Passes one client on with all that goes with it, or nothing of it; answers what became of it.
async fn pass(tx: &Tx, it: &Model, row: &book_move_row::Model) -> Result<RowState> {
    let (state, taken, refused) = try_pass(tx, it, row).await?;
    let mut kept = row.clone().into_active_model();
    kept.state = Set(state);
    kept.taken = Set(serde_json::to_string(&taken)?);
    kept.refused = Set(refused.map(|it| serde_json::to_string(&it)).transpose()?);
    tx.update(kept).await?;
    Ok(state)
}

async fn try_pass(
    tx: &Tx,
    it: &Model,
    row: &book_move_row::Model,
) -> Result<(RowState, Taken, Option<Why>)> {
    let Some(to) = row.to_id else { return Ok((RowState::Stays, Taken::default(), None)) };
    let account = tx.whole_company::<account::Entity>();
    let account = account.filter(account::Column::Id.eq(row.account_id)).one(&**tx).await?;
    let as_seen = account.filter(|it| {
        it.hidden_at.is_none() && it.owner_id == row.from_id && it.updated_at == row.seen_at
    });
    let Some(client) = as_seen else {
        return Ok((RowState::Changed, Taken::default(), None));
    };

    let plan = it.plan();
    let grace_days = plan.grace_days.unwrap_or(USUAL_GRACE_DAYS);
    let told = Told { part_of: it.id, note: plan.note, grace_days };
    let passing = async |tx: &Tx| pass_client(tx, client, to, By::Hand, told).await;
    Ok(match tx.attempt(passing).await? {
        Ok((taken, _)) => (RowState::Moved, taken, None),
        Err(why) => (RowState::Refused, Taken::default(), Some(Why::of(&why))),
    })
}

/// Says that it is done, and tells everybody who got clients, once.
async fn finish(tx: &Tx, it: &Model) -> Result<()> {
    let after = turn(tx, it, MoveState::Done).await?;
    tx.record(
        about(&after, "handover.move_done")
            .with("moved", after.moved)
            .with("left", after.left_behind),
    );
    let rows = book_move_row::of(tx, it.id, 0, u64::MAX >> 1).await?;
    let mut got: BTreeMap<PersonId, i64> = BTreeMap::new();
    for row in rows.iter().filter(|it| it.state == RowState::Moved) {
        if let Some(to) = row.to_id {
            *got.entry(to).or_default() += 1;
        }
    }
    for (person, count) in got {
        let link = "/handovers".to_owned();
        let notice = notices::Notice::of("handover.received", "book_move", it.id, link);
        notices::remind(tx, person, notice.with("count", count)).await?;
    }
    Ok(())
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<BookMoveId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    run_move(&tx, id).await?;
    let said = Words::of(tx.lang()).said_begun();
    tx.commit().await?;
    page::redirect_saying(&format!("/book-moves/{id}"), said)
}

async fn submit_discard(ctx: Ctx, Path(id): Path<BookMoveId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    discard_move(&tx, id).await?;
    let said = Words::of(tx.lang()).said_discarded();
    tx.commit().await?;
    page::redirect_saying("/book-moves", said)
}

// In the API.

/// Carry a planned move of clients out
#[utoipa::path(
    post,
    path = "/api/v1/book-moves/{move}/run",
    tag = "handover",
    params(("move" = BookMoveId, Path)),
    responses((status = 202, body = BookMoveOut), (status = 422, body = api::Problem)),
)]
async fn create(ctx: Ctx, Path(id): Path<BookMoveId>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let it = run_move(&tx, id).await?;
    tx.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(BookMoveOut::from(it))))
}
