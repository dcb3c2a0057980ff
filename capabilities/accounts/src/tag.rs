//! A word that a company hangs on its clients.

use frame::{Ctx, Result, text};
use kernel::access::Area;
use kernel::{CompanyId, Instant, ids};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

ids! {
    /// A word that a company hangs on its clients.
    TagId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tag")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TagId,
    pub name: String,
    /// However it is spelt, it is one.
    pub name_key: String,
    pub created_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { TagId, Area::Accounts }

/// The company's words, by name. A word tells nothing of whom it hangs on, so whoever may see
/// clients is offered all of them.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(ctx.whole_company::<Entity>().order_by_asc(Column::NameKey).all(ctx).await?)
}

/// What somebody typed: words with commas between, each once however it is spelt.
pub fn typed(line: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in line.split([',', ';']).filter_map(text::line) {
        if names.iter().all(|it| text::key(it) != text::key(&name)) {
            names.push(name);
        }
    }
    names
}
