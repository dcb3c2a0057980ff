//! When clients pay, as the company says it.

use frame::{Ctx, Result};
use kernel::access::Area;
use kernel::{CompanyId, Day, Instant, Lang, labels};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::terms;

labels! {
    /// From when the days are counted, if they are.
    pub enum TermKind {
        /// So many days after the invoice.
        Net = "net",
        /// So many days after the invoice, and then to the end of that month.
        MonthEnd = "month_end",
        /// Before anything is delivered.
        Prepaid = "prepaid",
        /// To whoever brings it.
        OnDelivery = "on_delivery",
    }
}

impl TermKind {
    /// Whether its days mean anything.
    pub const fn counts_days(self) -> bool {
        matches!(self, Self::Net | Self::MonthEnd)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_term")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Never changes: clients name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    pub kind: TermKind,
    pub days: i32,
    /// For whoever has none of their own.
    pub usual: bool,
    pub position: i32,
    /// Offered no more since then.
    pub hidden_at: Option<Instant>,
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

    /// Whether it is of the kind that this word stands for.
    pub fn is_kind(&self, word: &str) -> bool {
        self.kind.word() == word
    }

    /// The day by which what was invoiced on this day is to be paid.
    pub fn due_on(&self, invoiced: Day) -> Option<Day> {
        terms::due_on(self.kind, self.days, invoiced)
    }
}

/// Every term that the company ever had, in its order.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let terms = ctx.whole_company::<Entity>();
    Ok(terms.order_by_asc(Column::Position).order_by_asc(Column::Code).all(ctx).await?)
}

/// A term as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct TermOut {
    pub code: String,
    pub label: String,
    pub kind: TermKind,
    pub days: i32,
    /// For whoever has none of their own.
    pub usual: bool,
    /// Offered no more.
    pub hidden: bool,
}

impl TermOut {
    pub fn of(term: &Model, lang: Lang) -> Self {
        Self {
            code: term.code.clone(),
            label: term.label(lang).to_owned(),
            kind: term.kind,
            days: term.days,
            usual: term.usual,
            hidden: term.hidden_at.is_some(),
        }
    }
}
