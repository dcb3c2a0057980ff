//! Somebody says that something about a document is wrong, and somebody answers.

use accounts::{AccountId, account};
use kernel::access::Area;
use kernel::{CompanyId, Instant, PersonId, ids, labels};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use crate::invoice::InvoiceId;

ids! {
    /// Something that is wrong about a document.
    ProblemId,
}

labels! {
    /// What is wrong.
    pub enum ProblemKind {
        WrongPrice = "wrong-price",
        WrongQuantity = "wrong-quantity",
        NotDelivered = "not-delivered",
        NotPaid = "not-paid",
        PaidUnseen = "paid-unseen",
        Other = "other",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice_problem")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProblemId,
    /// Who raised it.
    pub owner_id: PersonId,
    pub account_id: AccountId,
    pub invoice_id: InvoiceId,
    pub kind: ProblemKind,
    pub text: String,
    /// Who is to answer; whoever keeps the books, when nobody is named.
    pub assignee_id: Option<PersonId>,
    pub raised_at: Instant,
    pub answer: Option<String>,
    pub solved_by: Option<PersonId>,
    pub solved_at: Option<Instant>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = ProblemId;
    const AREA: Area = Area::Transactions;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after the client, as with the document itself.
    fn owned_by(whose: frame::Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

/// A problem as the API shows it.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ProblemOut {
    pub id: ProblemId,
    pub invoice_id: InvoiceId,
    pub account_id: AccountId,
    pub kind: ProblemKind,
    pub text: String,
    pub raised_by: PersonId,
    pub raised_at: Instant,
    pub assignee_id: Option<PersonId>,
    pub answer: Option<String>,
    pub solved_by: Option<PersonId>,
    pub solved_at: Option<Instant>,
}

impl From<Model> for ProblemOut {
    fn from(problem: Model) -> Self {
        Self {
            id: problem.id,
            invoice_id: problem.invoice_id,
            account_id: problem.account_id,
            kind: problem.kind,
            text: problem.text,
            raised_by: problem.owner_id,
            raised_at: problem.raised_at,
            assignee_id: problem.assignee_id,
            answer: problem.answer,
            solved_by: problem.solved_by,
            solved_at: problem.solved_at,
        }
    }
}
