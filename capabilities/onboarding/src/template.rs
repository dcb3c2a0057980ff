//! A checklist of a company: what is done with a new client, by whom, and until when.

use frame::{Ctx, Error, Result};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "onboarding_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    /// For which industries, one a line; for all that no other is for when there is none.
    pub industries: String,
    pub position: i32,
    pub retired_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Code: String, Area::Settings }

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }

    pub fn industries(&self) -> Vec<String> {
        self.industries.lines().map(str::to_owned).collect()
    }
}

/// Every checklist that the company ever had, in its order.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let templates = ctx.whole_company::<Entity>();
    Ok(templates.order_by_asc(Column::Position).order_by_asc(Column::Code).all(ctx).await?)
}

/// Those in force, in their order.
pub async fn in_force(ctx: &Ctx) -> Result<Vec<Model>> {
    Ok(all(ctx).await?.into_iter().filter(|it| it.retired_at.is_none()).collect())
}

pub async fn get(ctx: &Ctx, code: &str) -> Result<Model> {
    let template = ctx.whole_company::<Entity>().filter(Column::Code.eq(code));
    template.one(ctx).await?.ok_or(Error::NotFound)
}
