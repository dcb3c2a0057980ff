//! One client of a move: from whom, to whom, why, what goes with it, and what became of it.

use accounts::AccountId;
use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, labels};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::book_move::{self, BookMoveId};
use crate::pass_client::Why;
use crate::rules::Reason;

labels! {
    /// What became of a client.
    pub enum RowState {
        Planned = "planned",
        /// Stays, by rule or because somebody said so.
        Stays = "stays",
        Moved = "moved",
        /// Had changed since it was looked at, and was not moved.
        Changed = "changed",
        /// Whoever asked may not move it.
        Refused = "refused",
        /// Is back where it was.
        Undone = "undone",
        /// Has changed since it was moved, and was not taken back.
        Left = "left",
    }
}

/// What went with a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Taken {
    /// Deals, with the versions that they had afterwards.
    pub deals: Vec<(Uuid, i64)>,
    pub tasks: Vec<Uuid>,
    pub visits: Vec<Uuid>,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "book_move_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub move_id: BookMoveId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub position: i64,
    pub from_id: Option<PersonId>,
    pub to_id: Option<PersonId>,
    /// [`Reason`] as JSON.
    pub reason: String,
    /// Words with commas between.
    pub conflicts: String,
    pub deals: i32,
    pub tasks: i32,
    pub visits: i32,
    /// What it brought in twelve months, in the company's currency, in ten-thousandths.
    pub worth: i64,
    /// When it had changed last as somebody looked at it.
    pub seen_at: Instant,
    pub state: RowState,
    /// [`Taken`] as JSON.
    pub taken: String,
    /// [`Why`] as JSON.
    pub refused: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = AccountId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::AccountId
    }

    fn company() -> Column {
        Column::CompanyId
    }

    fn owned_by(whose: frame::Whose) -> Condition {
        let theirs = Query::select()
            .expr(Expr::value(1))
            .from(book_move::Entity)
            .and_where(book_move::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr()))
            .and_where(book_move::Column::Id.into_expr().eq(Column::MoveId.into_expr()))
            .cond_where(whose.holds(book_move::Column::PersonId))
            .to_owned();
        Condition::all().add(Expr::exists(theirs))
    }
}

impl Model {
    pub fn reason(&self) -> Option<Reason> {
        serde_json::from_str(&self.reason).ok()
    }

    /// Why it was refused, if it was.
    pub fn refused(&self) -> Option<Why> {
        self.refused.as_deref().and_then(|it| serde_json::from_str(it).ok())
    }

    pub fn taken(&self) -> Taken {
        serde_json::from_str(&self.taken).unwrap_or_default()
    }
}

/// Some rows of a move that the caller has loaded in reach, after a place.
pub async fn of(ctx: &Ctx, id: BookMoveId, after: i64, limit: u64) -> Result<Vec<Model>> {
    let rows = ctx
        .whole_company::<Entity>()
        .filter(Column::MoveId.eq(id))
        .filter(Column::Position.gt(after));
    Ok(rows.order_by_asc(Column::Position).limit(limit).all(ctx).await?)
}

/// The next rows of a move in this state.
pub async fn next_in(ctx: &Ctx, id: BookMoveId, state: RowState, limit: u64) -> Result<Vec<Model>> {
    let rows =
        ctx.whole_company::<Entity>().filter(Column::MoveId.eq(id)).filter(Column::State.eq(state));
    Ok(rows.order_by_asc(Column::Position).limit(limit).all(ctx).await?)
}
