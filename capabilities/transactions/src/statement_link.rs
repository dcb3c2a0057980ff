//! A link by which one client's statement is read without signing in.

use accounts::{AccountId, account};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, Lang, PersonId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::rules::link::good;

ids! {
    /// A link to a statement.
    StatementLinkId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "statement_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StatementLinkId,
    /// The hash of the secret that only the link has.
    pub secret: Vec<u8>,
    pub account_id: AccountId,
    /// Whoever made it.
    pub owner_id: PersonId,
    pub from_day: Day,
    /// None: until the day on which it is read.
    pub to_day: Option<Day>,
    /// Only what had been recorded by then; none: whatever is known when it is read.
    pub frozen_at: Option<Instant>,
    pub lang: Lang,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub withdrawn_at: Option<Instant>,
    pub views: i64,
    pub viewed_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = StatementLinkId;
    const AREA: Area = Area::Transactions;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after the client, whoever made it.
    fn owned_by(whose: frame::Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

impl Model {
    pub fn is_good(&self, now: Instant) -> bool {
        good(self.withdrawn_at, self.expires_at, now)
    }
}

/// A link as the API shows it; its secret is told once, when it is made.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct StatementLinkOut {
    pub id: StatementLinkId,
    pub account_id: AccountId,
    pub person_id: PersonId,
    pub from: Day,
    /// Null: until the day on which it is read.
    pub to: Option<Day>,
    /// It shows what was known when it was made, and nothing later: because it was made so, or
    /// because whoever made it no longer has the client.
    pub frozen: bool,
    pub lang: Lang,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub withdrawn_at: Option<Instant>,
    pub views: i64,
    pub viewed_at: Option<Instant>,
}

impl From<Model> for StatementLinkOut {
    fn from(link: Model) -> Self {
        Self {
            id: link.id,
            account_id: link.account_id,
            person_id: link.owner_id,
            from: link.from_day,
            to: link.to_day,
            frozen: link.frozen_at.is_some(),
            lang: link.lang,
            created_at: link.created_at,
            expires_at: link.expires_at,
            withdrawn_at: link.withdrawn_at,
            views: link.views,
            viewed_at: link.viewed_at,
        }
    }
}
