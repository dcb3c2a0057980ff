//! What a field of the company's own is for one client or one contact.

use std::collections::{BTreeMap, HashMap};

use frame::{Ctx, Result, text};
use kernel::access::Area;
use kernel::{CompanyId, ids};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use serde_json::Value as Json;

use crate::account::AccountId;
use crate::contact::ContactId;
use crate::custom_field::{self, CustomFieldId, FieldRecord};
use crate::find_accounts::anywhere;
use crate::rules::custom::{FieldKind, json_of};

ids! {
    /// A value of a field.
    CustomValueId,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "custom_value")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomValueId,
    pub field_id: CustomFieldId,
    pub account_id: Option<AccountId>,
    pub contact_id: Option<ContactId>,
    pub value: String,
    pub number: Option<i64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

// Read beside the record that it is of, which was loaded in reach.
frame::owned! { CustomValueId, Area::Accounts }

/// Of what a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Account(AccountId),
    Contact(ContactId),
}

impl Of {
    pub const fn record(self) -> FieldRecord {
        match self {
            Self::Account(_) => FieldRecord::Account,
            Self::Contact(_) => FieldRecord::Contact,
        }
    }

    pub fn holds(self) -> Condition {
        Condition::all().add(match self {
            Self::Account(id) => Column::AccountId.eq(id),
            Self::Contact(id) => Column::ContactId.eq(id),
        })
    }
}

/// Everything that is kept of one record, which was loaded in reach, by field.
pub async fn of(ctx: &Ctx, of: Of) -> Result<HashMap<CustomFieldId, Model>> {
    let values = ctx.whole_company::<Entity>().filter(of.holds()).all(ctx).await?;
    Ok(values.into_iter().map(|it| (it.field_id, it)).collect())
}

/// Of these accounts, what the actor may see, by the codes of fields.
pub async fn of_accounts(
    ctx: &Ctx,
    fields: &[custom_field::Model],
    ids: &[AccountId],
) -> Result<HashMap<AccountId, Vec<Model>>> {
    let mut found: HashMap<AccountId, Vec<Model>> = HashMap::new();
    if fields.is_empty() || ids.is_empty() {
        return Ok(found);
    }
    let values = ctx
        .whole_company::<Entity>()
        .filter(Column::AccountId.is_in(ids.iter().copied()))
        .filter(Column::FieldId.is_in(fields.iter().map(|it| it.id)));
    for value in values.all(ctx).await? {
        if let Some(account) = value.account_id {
            found.entry(account).or_default().push(value);
        }
    }
    Ok(found)
}

/// The same of these contacts.
pub async fn of_contacts(
    ctx: &Ctx,
    fields: &[custom_field::Model],
    ids: &[ContactId],
) -> Result<HashMap<ContactId, Vec<Model>>> {
    let mut found: HashMap<ContactId, Vec<Model>> = HashMap::new();
    if fields.is_empty() || ids.is_empty() {
        return Ok(found);
    }
    let values = ctx
        .whole_company::<Entity>()
        .filter(Column::ContactId.is_in(ids.iter().copied()))
        .filter(Column::FieldId.is_in(fields.iter().map(|it| it.id)));
    for value in values.all(ctx).await? {
        if let Some(contact) = value.contact_id {
            found.entry(contact).or_default().push(value);
        }
    }
    Ok(found)
}

/// As programs read it.
pub fn json(fields: &[custom_field::Model], values: &[Model]) -> BTreeMap<String, Json> {
    let of = |field: &custom_field::Model| {
        let value = values.iter().find(|it| it.field_id == field.id)?;
        Some((field.code.clone(), json_of(field.kind, &value.value)))
    };
    fields.iter().filter_map(of).collect()
}

/// The accounts of which a field says this, as a sub-query: the same for what is chosen, dated or
/// counted, and anywhere in what is written.
pub fn accounts_with(ctx: &Ctx, field: &custom_field::Model, sought: &str) -> SelectStatement {
    let says = match field.kind {
        FieldKind::Choices => {
            let quoted = serde_json::json!(sought).to_string();
            Column::Value.like(anywhere(&quoted))
        }
        FieldKind::Choice | FieldKind::YesNo | FieldKind::Date | FieldKind::Number => {
            Column::Value.eq(sought)
        }
        FieldKind::Money => Column::Value.like(anywhere(sought)),
        FieldKind::Text | FieldKind::Link | FieldKind::Phone | FieldKind::Email => {
            let lower = sea_orm::sea_query::Func::lower(Expr::col(Column::Value));
            let sought = anywhere(&text::key(sought));
            sea_orm::sea_query::ExprTrait::like(Expr::from(lower), sought)
        }
    };
    Query::select()
        .column(Column::AccountId)
        .from(Entity)
        .and_where(Column::CompanyId.eq(ctx.actor.company))
        .and_where(Column::FieldId.eq(field.id))
        .and_where(Column::AccountId.is_not_null())
        .and_where(says)
        .to_owned()
}
