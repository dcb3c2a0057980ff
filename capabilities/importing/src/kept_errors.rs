//! The rejected rows of a file, kept with the import that rejected them.

use frame::{Ctx, Result};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::error_file::ErrorForm;
use crate::run::RunId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_error_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub run_id: RunId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The file from which they were rejected.
    pub name: String,
    pub rejected: i64,
    /// A file that can be mended and imported again, as a text; empty where it was too long to keep.
    pub content: String,
    /// As what it is handed back.
    pub form: ErrorForm,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Number: i32, Area::Imports }

/// Those of one import.
pub async fn of_run(ctx: &Ctx, run: RunId) -> Result<Vec<Model>> {
    let files = ctx.find::<Entity>().filter(Column::RunId.eq(run));
    Ok(files.order_by_asc(Column::Number).all(ctx).await?)
}
