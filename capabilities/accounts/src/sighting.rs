//! Where somebody stood when they said that they were at the client.

use kernel::evidence::learning::Sighting;
use kernel::geo::Fix;
use kernel::{CompanyId, FactId, Instant, PersonId};
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sighting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The fact that says so; one fact is one sighting.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FactId,
    pub account_id: AccountId,
    pub person_id: PersonId,
    pub at: Instant,
    pub lat: f64,
    pub lon: f64,
    pub accuracy_m: f64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_account! { FactId, Id }

impl Model {
    /// As the rule of learning reads it.
    pub fn seen(&self) -> Sighting {
        let fix = Fix {
            lat: self.lat,
            lon: self.lon,
            accuracy_m: self.accuracy_m,
            altitude_m: None,
            age_ms: None,
        };
        Sighting { person: self.person_id, at: self.at, fix }
    }
}
