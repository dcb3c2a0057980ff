//! A question of a list that somebody keeps under a name.

use frame::{Ctx, Error, Result};
use kernel::access::{Area, Shared};
use kernel::{CompanyId, Instant, PersonId, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

ids! {
    /// A kept question of a list.
    ViewId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_view")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ViewId,
    pub owner_id: PersonId,
    /// The word of the list.
    pub list: String,
    pub name: String,
    /// What is asked, as it stands in the list's address behind the `?`.
    pub question: String,
    pub shared: Shared,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Whose it is decides alone; the list that it is of has an area of its own.
frame::owned! { ViewId, Area::People, OwnerId }

/// The views of this list that the actor keeps and that others share with them: one's own first,
/// each by name.
pub async fn of_list(ctx: &Ctx, list: &str) -> Result<Vec<Model>> {
    let theirs = people::shared_with(ctx, Column::OwnerId, Column::Shared);
    let views = ctx.whole_company::<Entity>().filter(theirs).filter(Column::List.eq(list));
    let views = views.filter(Column::HiddenAt.is_null());
    let mut views = views.order_by_asc(Column::Name).order_by_asc(Column::Id).all(ctx).await?;
    views.sort_by_key(|it| it.owner_id != ctx.actor.person);
    Ok(views)
}

/// One that the actor keeps, deleted or not: of somebody else's, that it is there is all that they
/// may know.
pub async fn mine(ctx: &Ctx, id: ViewId) -> Result<Model> {
    let theirs = people::shared_with(ctx, Column::OwnerId, Column::Shared);
    let view = ctx.whole_company::<Entity>().filter(theirs).filter(Column::Id.eq(id));
    let view = view.one(ctx).await?.ok_or(Error::NotFound)?;
    match view.owner_id == ctx.actor.person {
        true => Ok(view),
        false if view.hidden_at.is_some() => Err(Error::NotFound),
        false => Err(Error::Denied),
    }
}

/// How many of this list the actor keeps, and whether one of them but this has that name.
pub async fn kept(ctx: &Ctx, list: &str, name: &str, but: Option<ViewId>) -> Result<(u64, bool)> {
    let mine = ctx
        .whole_company::<Entity>()
        .filter(Column::OwnerId.eq(ctx.actor.person))
        .filter(Column::List.eq(list))
        .filter(Column::HiddenAt.is_null());
    let mine = mine.all(ctx).await?;
    let same = |it: &&Model| Some(it.id) != but && it.name.to_lowercase() == name.to_lowercase();
    let taken = mine.iter().any(|it| same(&it));
    Ok((mine.len() as u64, taken))
}

/// A kept question of a list, as the API shows it.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ViewOut {
    pub id: ViewId,
    pub owner_id: PersonId,
    /// `accounts`, `opportunities`, …
    pub list: String,
    pub name: String,
    /// As it stands in the list's address behind the `?`.
    pub question: String,
    pub shared: Shared,
    pub updated_at: Instant,
}

impl From<Model> for ViewOut {
    fn from(view: Model) -> Self {
        Self {
            id: view.id,
            owner_id: view.owner_id,
            list: view.list,
            name: view.name,
            question: view.question,
            shared: view.shared,
            updated_at: view.updated_at,
        }
    }
}
