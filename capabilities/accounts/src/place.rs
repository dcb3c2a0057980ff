//! Where a client is found, as far as that is known. No row: nobody knows yet.

use frame::{Ctx, Result};
use kernel::evidence::learning::KnownPlace;
use kernel::geo::{Point, Site};
use kernel::{CompanyId, Instant, ids};
use sea_orm::entity::prelude::*;

use crate::account::{AccountId, owned_through_account};

pub use kernel::evidence::learning::PlaceState;

ids! {
    /// Where a client is found.
    PlaceId,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlaceId,
    pub account_id: AccountId,
    pub lat: f64,
    pub lon: f64,
    pub radius_m: f64,
    pub state: PlaceState,
    /// Where check-ins say that the client is now, until the owner decides.
    pub moved_lat: Option<f64>,
    pub moved_lon: Option<f64>,
    pub updated_at: Instant,
    /// When a person last said where it is; check-ins before that teach nothing any more.
    pub decided_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_account! { PlaceId, Id }

impl Model {
    pub fn point(&self) -> Point {
        Point { lat: self.lat, lon: self.lon }
    }

    /// What a check-in is compared with.
    pub fn site(&self) -> Site {
        Site { point: self.point(), radius_m: self.radius_m }
    }

    pub fn known(&self) -> KnownPlace {
        KnownPlace { site: self.site(), state: self.state }
    }

    /// Where it may have moved.
    pub fn moved_to(&self) -> Option<Point> {
        Some(Point { lat: self.moved_lat?, lon: self.moved_lon? })
    }
}

/// The place of an account that the caller has loaded in reach.
pub async fn of(ctx: &Ctx, account: AccountId) -> Result<Option<Model>> {
    let place = ctx.whole_company::<Entity>().filter(Column::AccountId.eq(account));
    Ok(place.one(ctx).await?)
}

/// A place as the API and the phone show it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct PlaceOut {
    pub id: PlaceId,
    pub lat: f64,
    pub lon: f64,
    pub radius_m: f64,
    pub state: PlaceState,
    /// Where it may have moved.
    pub moved_to: Option<Point>,
}

impl From<Model> for PlaceOut {
    fn from(place: Model) -> Self {
        Self {
            moved_to: place.moved_to(),
            id: place.id,
            lat: place.lat,
            lon: place.lon,
            radius_m: place.radius_m,
            state: place.state,
        }
    }
}
