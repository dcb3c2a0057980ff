//! Something that whoever got a client asks whoever had it.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder};

use crate::handover_pack::PackId;

ids! {
    /// Something that is asked about a client.
    QuestionId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handover_question")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: QuestionId,
    pub pack_id: PackId,
    pub asked_by: PersonId,
    /// Whoever had the client, or whoever moved it.
    pub asked_of: PersonId,
    pub text: String,
    pub at: Instant,
    pub answer: Option<String>,
    pub answered_by: Option<PersonId>,
    pub answered_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { QuestionId, Area::Accounts, AskedBy }

/// The questions of a pack that the caller has loaded, oldest first.
pub async fn of(ctx: &Ctx, pack: PackId) -> Result<Vec<Model>> {
    let rows = ctx.whole_company::<Entity>().filter(Column::PackId.eq(pack));
    Ok(rows.order_by_asc(Column::At).order_by_asc(Column::Id).all(ctx).await?)
}
