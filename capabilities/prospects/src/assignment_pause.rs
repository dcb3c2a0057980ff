//! Somebody who gets no new prospects for a while.

use std::collections::HashMap;

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, PersonId};
use sea_orm::entity::prelude::*;

use crate::rules::assign::Away;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment_pause")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The last day of it; none until it is taken back.
    pub until: Option<Day>,
    pub reason: Option<String>,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { PersonId: PersonId, Area::Prospects, PersonId }

/// Who is away today, and until when.
pub async fn away(ctx: &Ctx) -> Result<HashMap<PersonId, Away>> {
    let today = ctx.now.day(&ctx.actor.zone);
    let pauses = ctx.whole_company::<Entity>().all(ctx).await?;
    let away = pauses.into_iter().filter(|it| it.until.is_none_or(|until| today <= until));
    Ok(away.map(|it| (it.person_id, Away { until: it.until })).collect())
}
