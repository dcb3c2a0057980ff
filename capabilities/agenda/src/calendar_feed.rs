//! An address by which calendars read somebody's agenda.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;

ids! {
    /// An address of a calendar.
    CalendarFeedId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CalendarFeedId,
    pub owner_id: PersonId,
    /// The hash of the secret that only the address has.
    pub secret: Vec<u8>,
    pub tasks: bool,
    pub visits: bool,
    pub deals: bool,
    pub created_at: Instant,
    pub withdrawn_at: Option<Instant>,
    /// When a calendar read it last, to the hour.
    pub read_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { CalendarFeedId, Area::Accounts, OwnerId }

/// The actor's own, if they have one. Nobody sees another's.
pub async fn mine(ctx: &Ctx) -> Result<Option<Model>> {
    let feeds = ctx
        .whole_company::<Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::WithdrawnAt.is_null());
    Ok(feeds.one(ctx).await?)
}

/// It as the API shows it; its secret is told once, when it is made.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct CalendarFeedOut {
    pub id: CalendarFeedId,
    pub tasks: bool,
    pub visits: bool,
    pub deals: bool,
    pub created_at: Instant,
    /// When a calendar read it last, to the hour.
    pub read_at: Option<Instant>,
}

impl From<Model> for CalendarFeedOut {
    fn from(feed: Model) -> Self {
        Self {
            id: feed.id,
            tasks: feed.tasks,
            visits: feed.visits,
            deals: feed.deals,
            created_at: feed.created_at,
            read_at: feed.read_at,
        }
    }
}
