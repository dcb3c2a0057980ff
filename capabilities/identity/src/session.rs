//! A browser in which somebody is signed in.

use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::Stay;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The hash of the secret that only the browser has.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Vec<u8>,
    pub person_id: PersonId,
    pub created_at: Instant,
    pub seen_at: Instant,
    pub expires_at: Instant,
    pub stay: Stay,
    pub agent: String,
    pub address: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "people::person::Entity",
        from = "(Column::CompanyId, Column::PersonId)",
        to = "(people::person::Column::CompanyId, people::person::Column::Id)"
    )]
    Person,
}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Vec<u8>, Area::Settings, PersonId }

/// The sessions of the actor that still open the door, the latest used first.
pub async fn mine(ctx: &frame::Ctx) -> frame::Result<Vec<Model>> {
    let sessions = ctx
        .whole_company::<Entity>()
        .filter(Column::PersonId.eq(ctx.actor.person))
        .filter(Column::ExpiresAt.gt(ctx.now))
        .order_by_desc(Column::SeenAt);
    let mut sessions = sessions.all(ctx).await?;
    sessions.retain(|it| it.stay.is_awake(it.seen_at, ctx.now));
    Ok(sessions)
}
