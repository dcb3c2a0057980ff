//! Somebody at a client, or at several.

use std::collections::BTreeMap;

use frame::Owned;
use kernel::access::Area;
use kernel::{CompanyId, Instant, ids};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, JoinType, RelationTrait};

use crate::{account, account_contact};

ids! {
    /// Somebody at a client.
    ContactId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactId,
    pub name: String,
    pub name_key: String,
    /// E.164, as is the next one.
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Owned for Entity {
    type Id = ContactId;
    const AREA: Area = Area::Accounts;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after any account where they are, or were, or works on it.
    fn owned_by(whose: frame::Whose) -> Condition {
        let theirs = Query::select()
            .expr(Expr::value(1))
            .from(account_contact::Entity)
            .join(JoinType::InnerJoin, account::Entity, account_contact::Relation::Account.def())
            .and_where(
                account_contact::Column::CompanyId.into_expr().eq(Column::CompanyId.into_expr()),
            )
            .and_where(account_contact::Column::ContactId.into_expr().eq(Column::Id.into_expr()))
            .cond_where(account::Entity::owned_by(whose))
            .to_owned();
        Condition::all().add(Expr::exists(theirs))
    }
}

/// A contact as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ContactOut {
    pub id: ContactId,
    pub name: String,
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    /// The company's own fields that the reader may see, by their codes.
    #[schema(value_type = std::collections::HashMap<String, serde_json::Value>)]
    pub custom: BTreeMap<String, serde_json::Value>,
    /// Where they are, or were: only accounts that the reader may see.
    pub accounts: Vec<account_contact::PostOut>,
}

impl ContactOut {
    pub fn of(
        contact: Model,
        posts: Vec<account_contact::Model>,
        custom: BTreeMap<String, serde_json::Value>,
    ) -> Self {
        Self {
            id: contact.id,
            name: contact.name,
            phone: contact.phone,
            whatsapp: contact.whatsapp,
            email: contact.email,
            custom,
            accounts: posts.into_iter().map(Into::into).collect(),
        }
    }
}
