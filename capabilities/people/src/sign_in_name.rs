//! Which companies know an address: the one question asked before a company is known.

use frame::{App, Result};
use kernel::{CompanyId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_name")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub email: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    pub person_id: PersonId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Everyone, in any company, who signs in with this address.
#[expect(clippy::disallowed_methods, reason = "asked before a company is known")]
pub async fn known(app: &App, email: &str) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Email.eq(email)).all(app.db.pool()).await?)
}
