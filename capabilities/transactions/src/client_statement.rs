//! All that the statement of one client is made of.

use accounts::{AccountId, account, address};
use frame::web::list::address as address_of;
use frame::{Ctx, Error, Result};
use kernel::access::{Act, Area};
use kernel::{Day, Instant, Lang};
use people::company;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};

use crate::rules::LedgerRefused;
use crate::rules::purchases::{Bought, Purchases, purchases};
use crate::rules::statement::{Document, Ledger, Paid, Statement, statements};
use crate::rules::year::twelve_months;
use crate::{allocation, correction, invoice, invoice_line, payment, source_account};

/// Of which time, and in which language. What is empty is as it usually is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, utoipa::IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// From this day on; twelve months, unless told.
    #[param(value_type = Option<Day>)]
    pub from: String,
    /// Until this day; today, unless told.
    #[param(value_type = Option<Day>)]
    pub to: String,
    /// `id` or `en`; the client's own, unless told.
    #[param(pattern = "^(id|en)?$")]
    pub lang: String,
}

impl Asked {
    pub fn address(&self, path: &str) -> Result<String> {
        address_of(path, self, None)
    }

    /// The language that was chosen, if one was.
    pub fn language(&self) -> Result<Option<Lang>> {
        let chosen = Lang::from_word(&self.lang);
        if chosen.is_none() && !self.lang.is_empty() {
            return Err(Error::refused(LedgerRefused::NoLanguage));
        }
        Ok(chosen)
    }

    /// The last day that was typed, if one was.
    pub fn last_day(&self) -> Result<Option<Day>> {
        day(&self.to, "to")
    }

    /// Of which time, for somebody to whom it is this day. What is no period is refused, beside
    /// the day that makes it none.
    pub fn period(&self, today: Day) -> Result<Period> {
        let from = day(&self.from, "from")?;
        let to = self.last_day()?.unwrap_or(today);
        let from = from.unwrap_or_else(|| usual_from(to));
        if to < from {
            return Err(Error::refused(LedgerRefused::DaysTurned));
        }
        Ok(Period { from, to })
    }
}

fn day(typed: &str, field: &'static str) -> Result<Option<Day>> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| Error::refused(LedgerRefused::NoDay { field }))
}

/// The first day and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Day,
    pub to: Day,
}

/// A statement with whom it is for.
pub struct Told {
    pub account: account::Model,
    pub company: String,
    /// On one line each.
    pub addressee: Vec<String>,
    pub lang: Lang,
    pub period: Period,
    pub statements: Vec<Statement>,
    pub purchases: Vec<Purchases>,
}

/// The account, if its documents may be seen; what nobody bought under has no statement.
pub async fn seen(ctx: &Ctx, id: AccountId) -> Result<account::Model> {
    if !ctx.may(Act::View, Area::Transactions) {
        return Err(Error::NotFound);
    }
    let account = account::get(ctx, id).await?;
    if source_account::is_house(ctx, id).await? {
        return Err(Error::NotFound);
    }
    // Whoever sees a client's name need not see what the client owes.
    if ctx.permit_company(Act::View, Area::Transactions).is_err() {
        let owner = account.owner_id.ok_or(Error::NotFound)?;
        let seen = ctx.permit(Act::View, Area::Transactions, owner).await;
        seen.map_err(|_| Error::NotFound)?;
    }
    Ok(account)
}

/// May this person give the statement to the client? Whoever keeps the books, or looks after the
/// client.
pub async fn may_give(ctx: &Ctx, account: &account::Model) -> Result<bool> {
    if ctx.permit_company(Act::Create, Area::Transactions).is_ok() {
        return Ok(true);
    }
    match account::permit(ctx, Act::Edit, account.owner_id).await {
        Ok(()) => Ok(true),
        Err(Error::Denied) => Ok(false),
        Err(error) => Err(error),
    }
}

/// What was asked of this client's ledger.
pub async fn told(ctx: &Ctx, account: account::Model, asked: &Asked) -> Result<Told> {
    let period = asked.period(ctx.now.day(&ctx.actor.zone))?;
    known(ctx, account, period, asked.language()?, None).await
}

/// The first of the month, eleven months before.
fn usual_from(to: Day) -> Day {
    let months = twelve_months(to);
    months.first().and_then(|it| format!("{it}-01").parse().ok()).unwrap_or(to)
}

/// What was known by a moment, or is known now.
pub async fn known(
    ctx: &Ctx,
    account: account::Model,
    period: Period,
    lang: Option<Lang>,
    by: Option<Instant>,
) -> Result<Told> {
    let company = company::mine(ctx).await?;
    let ledger = ledger(ctx, account.id, by).await?;
    let too_large = || Error::refused(LedgerRefused::TooLarge);
    let statements = statements(&ledger, period.from, period.to).ok_or_else(too_large)?;
    let bought = bought(ctx, account.id, period, by).await?;
    Ok(Told {
        company: company.name.clone(),
        addressee: addressee(ctx, &account).await?,
        lang: lang.or(account.document_language).unwrap_or(company.lang),
        period,
        statements,
        purchases: purchases(&bought).ok_or_else(too_large)?,
        account,
    })
}

async fn addressee(ctx: &Ctx, account: &account::Model) -> Result<Vec<String>> {
    let addresses = ctx
        .find::<address::Entity>()
        .filter(address::Column::AccountId.eq(account.id))
        .all(ctx)
        .await?;
    let best = addresses.iter().min_by_key(|it| match it.label {
        address::AddressLabel::Billing => 0,
        address::AddressLabel::Main => 1,
        _ => 2,
    });
    let mut lines = vec![account.name.clone()];
    lines.extend(best.map(address::Model::line));
    Ok(lines)
}

async fn ledger(ctx: &Ctx, account: AccountId, by: Option<Instant>) -> Result<Ledger> {
    let mut documents =
        ctx.find::<invoice::Entity>().filter(invoice::Column::AccountId.eq(account));
    let mut payments = ctx.find::<payment::Entity>().filter(payment::Column::AccountId.eq(account));
    if let Some(by) = by {
        documents = documents.filter(invoice::Column::RecordedAt.lte(by));
        payments = payments.filter(payment::Column::RecordedAt.lte(by));
    }
    let of_it = documents.clone().select_only().column(invoice::Column::Id).into_query();
    let ties = ctx
        .find::<correction::Entity>()
        .filter(correction::Column::DocumentId.in_subquery(of_it.clone()))
        .all(ctx)
        .await?;
    let allocations = ctx
        .find::<allocation::Entity>()
        .filter(allocation::Column::InvoiceId.in_subquery(of_it))
        .all(ctx)
        .await?;
    let documents = documents.order_by_asc(invoice::Column::Day).all(ctx).await?;
    let payments = payments.order_by_asc(payment::Column::Day).all(ctx).await?;
    Ok(Ledger {
        documents: documents
            .into_iter()
            .map(|it| Document {
                id: it.id,
                kind: it.kind,
                number: it.number,
                day: it.day,
                due_on: it.due_on,
                currency: it.currency,
                total: it.total,
            })
            .collect(),
        payments: payments
            .into_iter()
            .map(|it| Paid {
                id: it.id,
                key: it.key,
                method: it.method,
                day: it.day,
                currency: it.currency,
                amount: it.amount,
            })
            .collect(),
        ties: ties
            .into_iter()
            .filter_map(|it| Some((it.document_id, it.target_id?, it.amount)))
            .collect(),
        allocations: allocations
            .into_iter()
            .map(|it| (it.payment_id, it.invoice_id, it.amount))
            .collect(),
    })
}

/// The lines of what was bought in a period.
async fn bought(
    ctx: &Ctx,
    account: AccountId,
    period: Period,
    by: Option<Instant>,
) -> Result<Vec<Bought>> {
    let mut documents = ctx
        .find::<invoice::Entity>()
        .filter(invoice::Column::AccountId.eq(account))
        .filter(invoice::Column::Day.gte(period.from))
        .filter(invoice::Column::Day.lte(period.to));
    if let Some(by) = by {
        documents = documents.filter(invoice::Column::RecordedAt.lte(by));
    }
    let of_it = documents.clone().select_only().column(invoice::Column::Id).into_query();
    let lines = ctx
        .find::<invoice_line::Entity>()
        .filter(invoice_line::Column::InvoiceId.in_subquery(of_it))
        .all(ctx)
        .await?;
    let documents = documents
        .select_only()
        .columns([invoice::Column::Id, invoice::Column::Day])
        .column(invoice::Column::Currency)
        .into_tuple::<(crate::InvoiceId, Day, String)>()
        .all(ctx)
        .await?;
    let of: std::collections::HashMap<_, _> =
        documents.into_iter().map(|(id, day, currency)| (id, (day, currency))).collect();
    let line = |it: invoice_line::Model| {
        let (day, currency) = of.get(&it.invoice_id)?.clone();
        Some(Bought { product: it.text, day, currency, quantity: it.quantity, net: it.net })
    };
    Ok(lines.into_iter().filter_map(line).collect())
}
