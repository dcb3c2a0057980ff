//! How a visit may end, as the company says it.

use frame::{Ctx, Result, Tx};
use kernel::access::Area;
use kernel::{CompanyId, Instant, Lang};
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

use crate::rules::Outcome;
use crate::skip_reason;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "visit_outcome")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// Never changes: facts name it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub label_id: String,
    pub label_en: String,
    /// Whether a visit that ends so was worth its way.
    pub effective: bool,
    pub asks_note: bool,
    pub position: i32,
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

    pub fn rule(&self) -> Outcome {
        Outcome { code: self.code.clone(), effective: self.effective, asks_note: self.asks_note }
    }
}

/// Every outcome that the company ever had, in its order; the hidden ones are offered no more.
pub async fn all(ctx: &Ctx) -> Result<Vec<Model>> {
    let outcomes = ctx.whole_company::<Entity>();
    Ok(outcomes.order_by_asc(Column::Position).all(ctx).await?)
}

/// What a company begins with.
const OUTCOMES: &[(&str, &str, &str, bool, bool)] = &[
    ("order", "Pesanan", "Order", true, false),
    ("agreement", "Kesepakatan", "Agreement", true, false),
    ("follow_up", "Perlu tindak lanjut", "Needs follow-up", false, false),
    ("no_sale", "Belum membeli", "No sale", false, true),
    ("not_met", "Tidak bertemu", "Not met", false, true),
];

const REASONS: &[(&str, &str, &str)] = &[
    ("closed", "Tutup", "Closed"),
    ("client_cancelled", "Dibatalkan klien", "Cancelled by the client"),
    ("no_time", "Waktu tidak cukup", "Not enough time"),
    ("weather", "Cuaca atau jalan", "Weather or roads"),
    ("other", "Lainnya", "Other"),
];

/// The lists that a company has before it writes its own.
pub async fn begin_with(tx: &Tx) -> Result<()> {
    let outcomes = (1..).zip(OUTCOMES).map(|(position, it)| ActiveModel {
        company_id: Set(tx.actor.company),
        code: Set(it.0.to_owned()),
        label_id: Set(it.1.to_owned()),
        label_en: Set(it.2.to_owned()),
        effective: Set(it.3),
        asks_note: Set(it.4),
        position: Set(position),
        hidden_at: Set(None),
    });
    tx.insert_all(outcomes.collect()).await?;
    let reasons = (1..).zip(REASONS).map(|(position, it)| skip_reason::ActiveModel {
        company_id: Set(tx.actor.company),
        code: Set(it.0.to_owned()),
        label_id: Set(it.1.to_owned()),
        label_en: Set(it.2.to_owned()),
        position: Set(position),
        hidden_at: Set(None),
    });
    tx.insert_all(reasons.collect()).await
}
