//! What an opposite document takes back, and of which; where that is not certain, why not.

use kernel::{CompanyId, Exact};
use sea_orm::entity::prelude::*;

use crate::invoice::{InvoiceId, owned_through_invoice};
use crate::rules::Why;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "correction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    /// The document that takes something back.
    #[sea_orm(primary_key, auto_increment = false)]
    pub document_id: InvoiceId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Its line; none where the document speaks as a whole.
    pub line: Option<i32>,
    /// What is taken back; none where that is not certain.
    pub target_id: Option<InvoiceId>,
    pub target_line: Option<i32>,
    /// How much, with the sign of what is taken back.
    pub amount: Exact,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

owned_through_invoice! { DocumentId }

/// A correction as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct CorrectionOut {
    pub document_id: InvoiceId,
    pub line: Option<i32>,
    /// None where it is not certain what is taken back.
    pub target_id: Option<InvoiceId>,
    pub target_line: Option<i32>,
    pub amount: Exact,
    pub why: Why,
}

impl From<Model> for CorrectionOut {
    fn from(correction: Model) -> Self {
        Self {
            document_id: correction.document_id,
            line: correction.line,
            target_id: correction.target_id,
            target_line: correction.target_line,
            amount: correction.amount,
            why: correction.why,
        }
    }
}
