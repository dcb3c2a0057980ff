//! Somebody decides of some clients of a plan to whom they go, or that they stay.

use accounts::AccountId;
use axum::response::Response;
use axum::routing::post;
use frame::web::list::Picked;
use frame::web::{Form, Json, Path, api, page};
use frame::{App, Ctx, Error, Result, Tx};
use kernel::PersonId;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::book_move::{self, BookMoveId, MoveState, permit};
use crate::book_move_row::{self, Model, RowState};
use crate::plan_move::{about, known_takers};
use crate::rules::{HandoverRefused, MOST_ACCOUNTS, Reason};
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().route("/book-moves/{move}/accounts", post(submit)).routes(routes!(create))
}

/// Names who gets these clients, whatever the rule said; with nobody named they stay.
pub async fn name_takers(
    tx: &Tx,
    id: BookMoveId,
    accounts: &[AccountId],
    to: Option<PersonId>,
) -> Result<Vec<Model>> {
    use book_move_row::Column;
    permit(tx)?;
    let planned = tx.get::<book_move::Entity>(id).await?;
    if planned.state != MoveState::Planned {
        return Err(Error::refused(HandoverRefused::NotPlanned));
    }
    if MOST_ACCOUNTS < accounts.len() {
        return Err(Error::refused(HandoverRefused::TooMany));
    }
    let rows = tx
        .whole_company::<book_move_row::Entity>()
        .filter(Column::MoveId.eq(id))
        .filter(Column::AccountId.is_in(accounts.iter().copied()));
    let rows = rows.order_by_asc(Column::Position).all(&**tx).await?;
    if !accounts.iter().all(|it| rows.iter().any(|row| row.account_id == *it)) {
        return Err(Error::NotFound);
    }
    known_takers(tx, to).await?;

    let mut named = Vec::with_capacity(rows.len());
    for before in rows {
        named.push(name_taker(tx, &planned, before, to).await?);
    }
    Ok(named)
}

async fn name_taker(
    tx: &Tx,
    planned: &book_move::Model,
    before: Model,
    to: Option<PersonId>,
) -> Result<Model> {
    let goes = to.is_some() && to != before.from_id;
    let reason = if goes { Reason::Named } else { Reason::Kept };
    let mut row = before.into_active_model();
    row.to_id = Set(to.filter(|_| goes));
    row.reason = Set(serde_json::to_string(&reason)?);
    row.state = Set(if goes { RowState::Planned } else { RowState::Stays });
    let after = tx.update(row).await?;
    tx.record(
        about(planned, "handover.taker_named")
            .with("account", after.account_id.to_string())
            .with("to", to.map(|it| it.to_string())),
    );
    Ok(after)
}

// In the browser.

async fn submit(
    ctx: Ctx,
    Path(id): Path<BookMoveId>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let of = |name: &str| typed.iter().find(|it| it.0 == name).map_or("", |it| it.1.trim());
    let w = Words::of(ctx.lang());
    let path = format!("/book-moves/{id}");
    let back = format!("{}#rows", page::address(&path, [("after", of("after"))]));
    let accounts: Vec<AccountId> = Picked::read(&typed).ids()?;
    let to = match of("to_id") {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::refused(HandoverRefused::UnknownTaker))?),
    };
    let tx = ctx.begin().await?;
    let named = name_takers(&tx, id, &accounts, to).await?;
    tx.commit().await?;
    if named.is_empty() {
        return page::redirect_saying(&back, w.none_chosen());
    }
    let count = i64::try_from(named.len()).unwrap_or(i64::MAX);
    page::redirect_saying(&back, &w.takers_named(count))
}

// In the API.

/// Which clients of a plan go to whom.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TakersIn)]
struct NamingIn {
    accounts: Vec<AccountId>,
    /// Nobody: they stay.
    #[serde(default)]
    to_id: Option<PersonId>,
}

/// How many clients of a plan were changed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = TakersNamed)]
struct NamingOut {
    changed: usize,
}

/// Say of some clients of a planned move who gets them, or that they stay
#[utoipa::path(
    post,
    path = "/api/v1/book-moves/{move}/accounts",
    tag = "handover",
    params(("move" = BookMoveId, Path)),
    request_body = NamingIn,
    responses((status = 200, body = NamingOut), (status = 422, body = api::Problem)),
)]
async fn create(
    ctx: Ctx,
    Path(id): Path<BookMoveId>,
    Json(asked): Json<NamingIn>,
) -> Result<Json<NamingOut>> {
    let tx = ctx.begin().await?;
    let named = name_takers(&tx, id, &asked.accounts, asked.to_id).await?;
    tx.commit().await?;
    Ok(Json(NamingOut { changed: named.len() }))
}
