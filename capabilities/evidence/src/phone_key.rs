//! The keys by which somebody signs what they record on a phone.

use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::evidence::chain::KeyStanding;
use kernel::{CompanyId, Instant, PersonId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use crate::fact::DeviceId;

/// Keys that are remembered for one person on one phone; whoever needs more is asked about each.
const MOST_KEYS: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phone_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner_id: PersonId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub device_id: DeviceId,
    /// A point of P-256, uncompressed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: Vec<u8>,
    pub registered_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { DeviceId: DeviceId, Area::Attendance, OwnerId }

/// The keys by which the actor has signed on this phone.
pub async fn of_mine(ctx: &Ctx, device: DeviceId) -> Result<Vec<Vec<u8>>> {
    let mine = ctx
        .whole_company::<Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::DeviceId.eq(device));
    Ok(mine.all(ctx).await?.into_iter().map(|it| it.key).collect())
}

/// What is known of a key; none was shown by whoever does not sign.
pub fn standing(known: &[Vec<u8>], key: Option<&[u8]>) -> KeyStanding {
    if known.is_empty() {
        return KeyStanding::First;
    }
    let is_known = key.is_none_or(|key| known.iter().any(|it| it == key));
    if is_known { KeyStanding::Known } else { KeyStanding::Another }
}

/// Remembers a key by which the actor has signed on this phone.
pub async fn register(tx: &Tx, device: DeviceId, key: Vec<u8>) -> Result<()> {
    if MOST_KEYS <= of_mine(tx, device).await?.len() {
        return Ok(());
    }
    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        owner_id: Set(tx.actor.person),
        device_id: Set(device),
        key: Set(key),
        registered_at: Set(tx.now),
    };
    let primary = [Column::CompanyId, Column::OwnerId, Column::DeviceId, Column::Key];
    tx.put(row, OnConflict::columns(primary).do_nothing().to_owned()).await
}
