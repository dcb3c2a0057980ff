//! A move is taken back, as far as nothing has changed since.

use accounts::account;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use frame::jobs::Job;
use frame::web::{Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::book_move::{self, BookMoveId, BookMoveOut, Model, MoveState, permit};
use crate::book_move_row::{self, RowState, next_in};
use crate::handover_pack;
use crate::pass_client::{Why, give_back};
use crate::plan_move::about;
use crate::rules::{DAYS_TO_UNDO, HandoverRefused};
use crate::run_move::turn;
use crate::words::Words;

/// Clients that go back in one transaction.
const AT_ONCE: u64 = 20;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/book-moves/{move}/undo", post(submit)).routes(routes!(create))
}

/// Begins to take a move back.
pub async fn undo_move(tx: &Tx, id: BookMoveId) -> Result<Model> {
    permit(tx)?;
    let before = tx.get::<book_move::Entity>(id).await?;
    if before.state != MoveState::Done {
        return Err(Error::refused(HandoverRefused::NotDone));
    }
    let until = before.finished_at.unwrap_or(before.created_at).plus_days(DAYS_TO_UNDO);
    if until < tx.now {
        return Err(Error::refused(HandoverRefused::TooLate));
    }

    let after = turn(tx, &before, MoveState::Undoing).await?;
    tx.record(about(&after, "handover.undo_begun"));
    tx.later(tx.now, &UndoMove { id })?;
    Ok(after)
}

/// Takes the next clients back.
#[derive(Debug, Serialize, Deserialize)]
pub struct UndoMove {
    id: BookMoveId,
}

impl Job for UndoMove {
    const NAME: &'static str = "handover.undo_move";

    async fn run(self, tx: &Tx) -> Result<()> {
        let this = tx.whole_company::<book_move::Entity>();
        let this = this.filter(book_move::Column::Id.eq(self.id)).one(&**tx).await?;
        let Some(it) = this.filter(|it| it.state == MoveState::Undoing) else { return Ok(()) };

        let rows = next_in(tx, self.id, RowState::Moved, AT_ONCE).await?;
        if rows.is_empty() {
            let after = turn(tx, &it, MoveState::Undone).await?;
            tx.record(about(&after, "handover.move_undone"));
            return Ok(());
        }
        for row in rows {
            let (state, refused) = back(tx, &row).await?;
            let mut kept = row.into_active_model();
            kept.state = Set(state);
            kept.refused = Set(refused.map(|it| serde_json::to_string(&it)).transpose()?);
            tx.update(kept).await?;
        }
        tx.later(tx.now, &self)
    }
}

/// Takes one client back with what went with it and has not changed since, or nothing of it; answers
/// what became of it, and why if it was refused.
async fn back(tx: &Tx, row: &book_move_row::Model) -> Result<(RowState, Option<Why>)> {
    let account = tx.whole_company::<account::Entity>();
    let account = account.filter(account::Column::Id.eq(row.account_id)).one(&**tx).await?;
    let still = account.is_some_and(|it| it.hidden_at.is_none() && it.owner_id == row.to_id);
    let Some(to) = row.to_id.filter(|_| still) else { return Ok((RowState::Left, None)) };
    let giving = async |tx: &Tx| {
        give_back(tx, row.account_id, (to, row.from_id), row.taken()).await?;
        withdraw_packs(tx, row).await
    };
    Ok(match tx.attempt(giving).await? {
        Ok(()) => (RowState::Undone, None),
        Err(why) => (RowState::Left, Some(Why::of(&why))),
    })
}

async fn withdraw_packs(tx: &Tx, row: &book_move_row::Model) -> Result<()> {
    use handover_pack::Column;
    let these = Condition::all()
        .add(Column::MoveId.eq(row.move_id))
        .add(Column::AccountId.eq(row.account_id));
    let values = vec![(Column::WithdrawnAt, SimpleExpr::from(tx.now.0))];
    tx.update_where::<handover_pack::Entity, _>(Column::CompanyId, these, values).await?;
    Ok(())
}

// In the browser.

async fn submit(ctx: Ctx, Path(id): Path<BookMoveId>) -> Result<Response> {
    let tx = ctx.begin().await?;
    undo_move(&tx, id).await?;
    let said = Words::of(tx.lang()).said_undoing();
    tx.commit().await?;
    page::redirect_saying(&format!("/book-moves/{id}"), said)
}

// In the API.

/// Take a move of clients back, as far as nothing has changed since
#[utoipa::path(
    post,
    path = "/api/v1/book-moves/{move}/undo",
    tag = "handover",
    params(("move" = BookMoveId, Path)),
    responses((status = 202, body = BookMoveOut), (status = 422, body = api::Problem)),
)]
async fn create(ctx: Ctx, Path(id): Path<BookMoveId>) -> Result<impl IntoResponse> {
    let tx = ctx.begin().await?;
    let it = undo_move(&tx, id).await?;
    tx.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(BookMoveOut::from(it))))
}
