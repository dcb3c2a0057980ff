//! A token by which a program acts for a person.

use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;

ids! {
    /// A token, without its secret.
    TokenId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TokenId,
    /// The secret is shown once and never kept.
    pub secret_hash: Vec<u8>,
    pub person_id: PersonId,
    pub name: String,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
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

frame::owned! { TokenId, Area::Settings, PersonId }

/// The tokens of the actor: one's own, whatever one's role.
pub fn mine(ctx: &frame::Ctx) -> sea_orm::Select<Entity> {
    ctx.whole_company::<Entity>().filter(Column::PersonId.eq(ctx.actor.person))
}
