//! To whom a client goes when a sales representative has won it.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, labels};
use sea_orm::entity::prelude::*;

labels! {
    /// To whom a client goes that a sales representative won.
    #[derive(Default)]
    pub enum WonWay {
        /// It stays.
        #[default]
        Nobody = "nobody",
        /// To the executive who has fewest clients.
        LeastLoaded = "least-loaded",
        /// To the executive who has most clients in the same city.
        Territory = "territory",
        /// To somebody who is named.
        Named = "named",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handover_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    pub way: WonWay,
    pub person_id: Option<PersonId>,
    pub grace_days: i32,
    pub updated_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { CompanyId: CompanyId, Area::Settings }

/// What the company has settled, if it has.
pub async fn settled(ctx: &Ctx) -> Result<Option<Model>> {
    Ok(ctx.whole_company::<Entity>().one(ctx).await?)
}
