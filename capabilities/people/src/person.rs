//! Somebody who works at a company.

use kernel::access::{Area, Roles};
use kernel::{CompanyId, Instant, Lang, PersonId, TeamId, Zone, labels};
use sea_orm::entity::prelude::*;

labels! {
    /// Whether somebody may come in.
    pub enum PersonStatus {
        /// Works here and may sign in.
        Active = "active",
        /// Was asked in and has not come yet.
        Invited = "invited",
        /// Kept out for a while.
        Suspended = "suspended",
        /// Works here no more.
        Left = "left",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    /// Whole, as the person writes it; many Indonesians have one word.
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub roles: Roles,
    pub team_id: Option<TeamId>,
    pub status: PersonStatus,
    pub lang: Lang,
    /// Where they work, when it is not the company's zone.
    pub zone: Option<Zone>,
    pub created_at: Instant,
    pub left_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::company::Entity",
        from = "Column::CompanyId",
        to = "super::company::Column::Id"
    )]
    Company,
}

impl Related<super::company::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Company.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { PersonId, Area::People, Id }

/// A person as the API shows them to colleagues.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PersonOut {
    pub id: PersonId,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub roles: Vec<kernel::access::Role>,
    pub team_id: Option<TeamId>,
    pub status: PersonStatus,
}

impl From<Model> for PersonOut {
    fn from(person: Model) -> Self {
        Self {
            id: person.id,
            name: person.name,
            email: person.email,
            phone: person.phone,
            roles: person.roles.0,
            team_id: person.team_id,
            status: person.status,
        }
    }
}
