//! What a company writes down of its clients or contacts beside what everybody does.

use frame::{Ctx, Error, Result, Via};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang, ids, labels};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::custom::{Choice, Circle, FieldKind, FieldLimits};

ids! {
    /// A field of a company's own.
    CustomFieldId,
}

labels! {
    /// Of what a field says something.
    pub enum FieldRecord {
        Account = "account",
        Contact = "contact",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "custom_field")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomFieldId,
    pub record: FieldRecord,
    /// Never changes: programs name it.
    pub code: String,
    /// Never changes: values are of it.
    pub kind: FieldKind,
    pub label_id: String,
    pub label_en: String,
    pub help_id: String,
    pub help_en: String,
    /// JSON: what there is to choose from.
    pub choices: String,
    /// JSON: what it may hold beside what its kind says.
    pub limits: String,
    pub required: bool,
    /// It has a column and a filter in the list.
    pub in_list: bool,
    pub seen_by: Circle,
    pub kept_by: Circle,
    pub position: i32,
    pub created_at: Instant,
    /// Removed since then, with its values, until it comes back.
    pub hidden_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

frame::owned! { CustomFieldId, Area::Settings }

impl Model {
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.label_id,
            Lang::En => &self.label_en,
        }
    }

    pub fn help(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.help_id,
            Lang::En => &self.help_en,
        }
    }

    pub fn choices(&self) -> Vec<Choice> {
        serde_json::from_str(&self.choices).unwrap_or_default()
    }

    pub fn limits(&self) -> FieldLimits {
        serde_json::from_str(&self.limits).unwrap_or_default()
    }

    pub fn may_see(&self, ctx: &Ctx) -> bool {
        is_of(ctx, self.seen_by)
    }

    /// Whoever may change it sees it, too.
    pub fn may_keep(&self, ctx: &Ctx) -> bool {
        self.may_see(ctx) && is_of(ctx, self.kept_by)
    }
}

fn is_of(ctx: &Ctx, circle: Circle) -> bool {
    ctx.actor.via == Via::Company || circle.holds(&ctx.actor.roles)
}

/// Every field that the company ever had for this kind of record, in its order.
pub async fn all(ctx: &Ctx, record: FieldRecord) -> Result<Vec<Model>> {
    let fields = ctx.whole_company::<Entity>().filter(Column::Record.eq(record));
    Ok(fields.order_by_asc(Column::Position).order_by_asc(Column::Id).all(ctx).await?)
}

/// Those in force that the actor may see.
pub async fn seen(ctx: &Ctx, record: FieldRecord) -> Result<Vec<Model>> {
    let mut fields = all(ctx, record).await?;
    fields.retain(|it| it.hidden_at.is_none() && it.may_see(ctx));
    Ok(fields)
}

/// One of them, for whoever settles them.
pub async fn get(ctx: &Ctx, id: CustomFieldId) -> Result<Model> {
    let field = ctx.whole_company::<Entity>().filter(Column::Id.eq(id));
    field.one(ctx).await?.ok_or(Error::NotFound)
}
