//! A link that lets one person in once: an invitation, or a forgotten password.

use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::entity::prelude::*;

use crate::rules::LinkPurpose;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The hash of the secret that only the link has.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Vec<u8>,
    pub person_id: PersonId,
    pub purpose: LinkPurpose,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Nobody reads links: not by any role.
frame::owned! { Vec<u8>, Area::Settings }
