//! A document of the ledger: an invoice, or what sets one right.

use accounts::{AccountId, account};
use frame::{Ctx, Result, Whose};
use kernel::access::Area;
use kernel::{CompanyId, Day, Exact, Instant, Lang, PersonId, ids};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{Condition, QuerySelect};

use crate::ledger_batch::BatchId;
use crate::rules::{Balance, InvoiceKind, InvoiceState};

ids! {
    /// A document of the ledger.
    InvoiceId,
}

/// What was recorded through the API, and not brought by an import.
pub const API: &str = "api";
/// What came in a file of the company's own books.
pub const FILE: &str = "file";
/// Both tell of the same books: a number is one document, whichever way it came.
pub const BOOKS: [&str; 2] = [API, FILE];

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvoiceId,
    pub account_id: AccountId,
    /// With what it arrived.
    pub batch_id: Option<BatchId>,
    /// The system that knows it; numbers are unique within one.
    pub source: String,
    pub number: String,
    pub kind: InvoiceKind,
    pub day: Day,
    /// `08:26:00`, where the other system's clock hangs.
    pub time: Option<String>,
    pub due_on: Option<Day>,
    /// Two letters of ISO 3166, or the other system's own words where there are none.
    pub country: String,
    pub currency: String,
    pub net: Exact,
    pub tax: Exact,
    pub total: Exact,
    pub lines: i64,
    pub note: Option<String>,
    /// Judged: what opposite documents took back of it, or how much of itself it took back.
    pub credited: Exact,
    /// Judged: what payments were allocated to it.
    pub paid: Exact,
    /// Judged from these.
    pub state: InvoiceState,
    /// Whoever recorded it; nobody when it was imported in the shell.
    pub person_id: Option<PersonId>,
    pub recorded_at: Instant,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl frame::Owned for Entity {
    type Id = InvoiceId;
    const AREA: Area = Area::Transactions;

    fn id() -> Column {
        Column::Id
    }

    fn company() -> Column {
        Column::CompanyId
    }

    /// Whoever looks after the client.
    fn owned_by(whose: Whose) -> Condition {
        account::is_theirs(Column::AccountId, whose)
    }
}

impl Model {
    pub const fn balance(&self) -> Balance {
        Balance { total: self.total, credited: self.credited, paid: self.paid }
    }

    /// What is still owed.
    pub fn open(&self) -> Exact {
        self.balance().open().unwrap_or_default()
    }

    pub fn money(&self, amount: Exact) -> String {
        amount.money(&self.currency)
    }
}

/// The country in the reader's language, or what the other system called it.
pub fn country(said: &str, lang: Lang) -> String {
    kernel::country::of_code(said).map_or_else(|| said.to_owned(), |it| it.name(lang).to_owned())
}

/// The rows of another table whose document is theirs.
pub fn is_of_theirs(
    company: impl ColumnTrait,
    invoice: impl ColumnTrait,
    whose: Whose,
) -> Condition {
    let theirs = Query::select()
        .expr(Expr::value(1))
        .from(Entity)
        .and_where(Column::CompanyId.into_expr().eq(company.into_expr()))
        .and_where(Column::Id.into_expr().eq(invoice.into_expr()))
        .cond_where(account::is_theirs(Column::AccountId, whose))
        .to_owned();
    Condition::all().add(Expr::exists(theirs))
}

/// Declares that a row belongs to whoever its document belongs to.
macro_rules! owned_through_invoice {
    ($column:ident) => {
        impl frame::Owned for Entity {
            type Id = $crate::invoice::InvoiceId;
            const AREA: kernel::access::Area = kernel::access::Area::Transactions;

            fn id() -> Column {
                Column::$column
            }

            fn company() -> Column {
                Column::CompanyId
            }

            fn owned_by(whose: frame::Whose) -> sea_orm::Condition {
                $crate::invoice::is_of_theirs(Column::CompanyId, Column::$column, whose)
            }
        }
    };
}
pub(crate) use owned_through_invoice;

/// The document that another system, or the API, knows by this number; whoever asks.
pub async fn of_number(ctx: &Ctx, source: &str, number: &str) -> Result<Option<Model>> {
    let found = ctx.whole_company::<Entity>().filter(Column::Source.eq(source));
    Ok(found.filter(Column::Number.eq(number)).one(ctx).await?)
}

/// The document of the company's own books with this number, whichever way it came.
pub async fn in_books(ctx: &Ctx, number: &str) -> Result<Option<Model>> {
    let found = ctx.whole_company::<Entity>().filter(Column::Source.is_in(BOOKS));
    Ok(found.filter(Column::Number.eq(number)).one(ctx).await?)
}

/// The documents of the company's own books with these numbers.
pub async fn all_in_books(ctx: &Ctx, numbers: &[String]) -> Result<Vec<Model>> {
    let mut found = Vec::new();
    for some in numbers.chunks(500) {
        let known = ctx.whole_company::<Entity>().filter(Column::Source.is_in(BOOKS));
        found.extend(known.filter(Column::Number.is_in(some)).all(ctx).await?);
    }
    Ok(found)
}

/// Which of these numbers a source has used already.
pub async fn known_numbers(ctx: &Ctx, source: &str, numbers: Vec<String>) -> Result<Vec<String>> {
    let mut known = Vec::new();
    for some in numbers.chunks(500) {
        let found = ctx
            .whole_company::<Entity>()
            .select_only()
            .column(Column::Number)
            .filter(Column::Source.eq(source))
            .filter(Column::Number.is_in(some));
        known.extend(found.into_tuple::<String>().all(ctx).await?);
    }
    Ok(known)
}

/// A document as the API shows it, without its lines.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct InvoiceOut {
    pub id: InvoiceId,
    pub account_id: AccountId,
    pub source: String,
    pub number: String,
    pub kind: InvoiceKind,
    pub day: Day,
    pub time: Option<String>,
    pub due_on: Option<Day>,
    /// Two letters of ISO 3166, or the other system's own words.
    pub country: String,
    pub currency: String,
    pub net: Exact,
    pub tax: Exact,
    pub total: Exact,
    pub lines: i64,
    pub note: Option<String>,
    pub credited: Exact,
    pub paid: Exact,
    /// What is still owed; below zero when the company owes it.
    pub open: Exact,
    pub state: InvoiceState,
    pub recorded_at: Instant,
}

impl From<Model> for InvoiceOut {
    fn from(invoice: Model) -> Self {
        Self {
            open: invoice.open(),
            id: invoice.id,
            account_id: invoice.account_id,
            source: invoice.source,
            number: invoice.number,
            kind: invoice.kind,
            day: invoice.day,
            time: invoice.time,
            due_on: invoice.due_on,
            country: invoice.country,
            currency: invoice.currency,
            net: invoice.net,
            tax: invoice.tax,
            total: invoice.total,
            lines: invoice.lines,
            note: invoice.note,
            credited: invoice.credited,
            paid: invoice.paid,
            state: invoice.state,
            recorded_at: invoice.recorded_at,
        }
    }
}
