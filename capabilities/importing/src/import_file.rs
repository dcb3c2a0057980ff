//! A file that somebody brought: how it was found, and how it is to be read.

use frame::{Ctx, Error, Result, Tx};
use kernel::CompanyId;
use kernel::access::Area;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QueryOrder};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::brought::{Asked, Look};
use crate::rules::choice::Choice;
use crate::run::RunId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub run_id: RunId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub name: String,
    pub bytes: i64,
    /// [`Asked`] as JSON, [`Look`] and [`Choice`] too.
    pub asked: String,
    pub look: String,
    pub choice: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { Number: i32, Area::Imports }

impl Model {
    pub fn asked(&self) -> Result<Asked> {
        said(&self.asked)
    }

    pub fn look(&self) -> Result<Look> {
        said(&self.look)
    }

    pub fn choice(&self) -> Result<Choice> {
        said(&self.choice)
    }
}

fn said<T: DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(Error::internal)
}

/// Those of one import.
pub async fn of_run(ctx: &Ctx, run: RunId) -> Result<Vec<Model>> {
    let files = ctx.find::<Entity>().filter(Column::RunId.eq(run));
    Ok(files.order_by_asc(Column::Number).all(ctx).await?)
}

/// Writes how a file is read from now on.
pub async fn change(
    tx: &Tx,
    file: &Model,
    asked: &impl Serialize,
    look: &impl Serialize,
    choice: &impl Serialize,
) -> Result<()> {
    let this =
        Condition::all().add(Column::RunId.eq(file.run_id)).add(Column::Number.eq(file.number));
    let values = vec![
        (Column::Asked, Expr::value(serde_json::to_string(asked)?)),
        (Column::Look, Expr::value(serde_json::to_string(look)?)),
        (Column::Choice, Expr::value(serde_json::to_string(choice)?)),
    ];
    tx.update_where::<Entity, _>(Column::CompanyId, this, values).await?;
    Ok(())
}
