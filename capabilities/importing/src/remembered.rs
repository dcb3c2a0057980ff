//! How files with these columns are read in this company, as somebody last said.

use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::{CompanyId, Instant};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use crate::rules::choice::Choice;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_mapping")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Of the names of the columns, in their order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub signature: String,
    /// What somebody called it; empty when nobody did.
    pub name: String,
    pub choice: String,
    pub used_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Signature: String, Area::Imports }

/// What tells one header from another. A file of rejected rows has the header of its first round.
pub fn signature(columns: &[String]) -> String {
    let own = columns.strip_suffix(&crate::rules::cell::ERROR_COLUMNS.map(str::to_owned));
    let lower: Vec<String> =
        own.unwrap_or(columns).iter().map(|it| it.trim().to_lowercase()).collect();
    frame::secrets::sha256_hex(lower.join("\u{1f}").as_bytes())
}

/// How files with these columns are read.
pub async fn of_columns(ctx: &Ctx, columns: &[String]) -> Result<Option<Model>> {
    let same = ctx.find::<Entity>().filter(Column::Signature.eq(signature(columns)));
    Ok(same.one(ctx).await?)
}

/// From now on files with these columns are read so.
pub async fn remember(tx: &Tx, columns: &[String], name: &str, choice: &Choice) -> Result<()> {
    let row = ActiveModel {
        company_id: Set(tx.actor.company),
        signature: Set(signature(columns)),
        name: Set(name.to_owned()),
        choice: Set(serde_json::to_string(choice)?),
        used_at: Set(tx.now),
    };
    let same = OnConflict::columns([Column::CompanyId, Column::Signature])
        .update_columns([Column::Name, Column::Choice, Column::UsedAt])
        .to_owned();
    tx.put(row, same).await
}
