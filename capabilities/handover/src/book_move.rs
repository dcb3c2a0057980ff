//! Clients that pass to others: planned, looked at, done, and perhaps taken back.

use std::collections::BTreeMap;

use accounts::AccountId;
use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area, Reach};
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::rules::Way;

ids! {
    /// Clients that pass to others.
    BookMoveId,
}

labels! {
    /// How far it has come.
    pub enum MoveState {
        /// Somebody looks at it; nothing has moved.
        Planned = "planned",
        Running = "running",
        Done = "done",
        Undoing = "undoing",
        Undone = "undone",
        /// Thrown away before anything moved.
        Discarded = "discarded",
    }
}

/// Which clients go, to whom, and by what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// The clients of this person; of whoever is in reach, unless told.
    pub from_id: Option<PersonId>,
    /// `A`, `B` or `C`.
    pub tier: Option<String>,
    pub industry: Option<String>,
    /// Of the main address.
    pub city: Option<String>,
    /// These and no others, picked by hand.
    pub account_ids: Vec<AccountId>,
    pub way: Way,
    /// Who takes clients, in this order.
    pub takers: Vec<PersonId>,
    /// Nobody gets more clients than this together with their own.
    pub cap: Option<i64>,
    /// Named exceptions: to whom a client goes whatever the rule says.
    pub named: BTreeMap<AccountId, PersonId>,
    /// For so many days the figures of a client are not held against whoever got it.
    pub grace_days: Option<i32>,
    /// What everybody who gets a client of these should know.
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "book_move")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BookMoveId,
    /// Who plans it.
    pub person_id: PersonId,
    pub from_id: Option<PersonId>,
    /// [`Plan`] as JSON.
    pub plan: String,
    pub state: MoveState,
    pub accounts: i64,
    /// How many of them were looked at.
    pub done: i64,
    pub moved: i64,
    /// Changed meanwhile, or not to be moved.
    pub left_behind: i64,
    pub created_at: Instant,
    pub started_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub undone_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { BookMoveId, Area::Accounts, PersonId }

impl Model {
    pub fn plan(&self) -> Plan {
        serde_json::from_str(&self.plan).unwrap_or_default()
    }

    pub fn runs(&self) -> bool {
        matches!(self.state, MoveState::Running | MoveState::Undoing)
    }
}

/// Whether the actor may give clients of one person to another.
pub fn permit(ctx: &Ctx) -> Result<()> {
    if Reach::Own < ctx.actor.reach(Act::Edit, Area::Accounts) {
        Ok(())
    } else {
        Err(Error::Denied)
    }
}

/// A move as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct BookMoveOut {
    pub id: BookMoveId,
    pub person_id: PersonId,
    pub plan: Plan,
    pub state: MoveState,
    pub accounts: i64,
    /// How many of them were looked at.
    pub done: i64,
    pub moved: i64,
    /// Changed meanwhile, or not to be moved.
    pub left_behind: i64,
    pub created_at: Instant,
    pub finished_at: Option<Instant>,
    pub undone_at: Option<Instant>,
}

impl From<Model> for BookMoveOut {
    fn from(it: Model) -> Self {
        Self {
            plan: it.plan(),
            id: it.id,
            person_id: it.person_id,
            state: it.state,
            accounts: it.accounts,
            done: it.done,
            moved: it.moved,
            left_behind: it.left_behind,
            created_at: it.created_at,
            finished_at: it.finished_at,
            undone_at: it.undone_at,
        }
    }
}
