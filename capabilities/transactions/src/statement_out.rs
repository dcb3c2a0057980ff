//! A client's statement, as the API tells it.

use accounts::AccountId;
use kernel::{Day, Exact};
use serde::Serialize;

use crate::client_statement::Told;
use crate::rules::statement::What;

/// The statement of a client.
#[derive(Serialize, utoipa::ToSchema)]
pub struct StatementOut {
    account_id: AccountId,
    from: Day,
    to: Day,
    statements: Vec<InCurrency>,
    purchases: Vec<BoughtOut>,
}

/// The statement in one currency.
#[derive(Serialize, utoipa::ToSchema)]
struct InCurrency {
    currency: String,
    opening: Exact,
    charged: Exact,
    credited: Exact,
    paid: Exact,
    closing: Exact,
    entries: Vec<EntryOut>,
    ageing: AgeingOut,
}

#[derive(Serialize, utoipa::ToSchema)]
struct EntryOut {
    day: Day,
    /// `invoice`, `credit-note`, `cancellation`, `adjustment` or `payment`.
    kind: &'static str,
    number: String,
    due_on: Option<Day>,
    /// What it adds to what is owed.
    amount: Exact,
    balance: Exact,
}

/// What is owed on the last day, by how long it has been due.
#[derive(Serialize, utoipa::ToSchema)]
struct AgeingOut {
    not_due: Exact,
    days_1_to_30: Exact,
    days_31_to_60: Exact,
    days_61_to_90: Exact,
    over_90_days: Exact,
    /// Payments and credits that are set against no document yet; below zero.
    unallocated: Exact,
}

#[derive(Serialize, utoipa::ToSchema)]
struct BoughtOut {
    currency: String,
    net: Exact,
    products: Vec<SumOut>,
    months: Vec<MonthOut>,
}

#[derive(Serialize, utoipa::ToSchema)]
struct MonthOut {
    /// `2026-03`.
    month: String,
    quantity: Exact,
    net: Exact,
}

#[derive(Serialize, utoipa::ToSchema)]
struct SumOut {
    /// A product as the documents call it.
    name: String,
    quantity: Exact,
    net: Exact,
    first: Day,
    last: Day,
}

impl StatementOut {
    pub fn of(id: AccountId, told: Told) -> Self {
        let sum = |it: crate::rules::purchases::Sum| SumOut {
            name: it.name,
            quantity: it.quantity,
            net: it.net,
            first: it.first,
            last: it.last,
        };
        let month = |it: crate::rules::purchases::Month| MonthOut {
            month: it.month,
            quantity: it.quantity,
            net: it.net,
        };
        let statement = |it: crate::rules::statement::Statement| {
            let [not_due, days_1_to_30, days_31_to_60, days_61_to_90, over_90_days] =
                it.ageing.buckets;
            InCurrency {
                currency: it.currency,
                opening: it.opening,
                charged: it.charged,
                credited: it.credited,
                paid: it.paid,
                closing: it.closing,
                entries: it.entries.into_iter().map(entry).collect(),
                ageing: AgeingOut {
                    not_due,
                    days_1_to_30,
                    days_31_to_60,
                    days_61_to_90,
                    over_90_days,
                    unallocated: it.ageing.unallocated,
                },
            }
        };
        Self {
            account_id: id,
            from: told.period.from,
            to: told.period.to,
            statements: told.statements.into_iter().map(statement).collect(),
            purchases: told
                .purchases
                .into_iter()
                .map(|it| BoughtOut {
                    currency: it.currency,
                    net: it.net,
                    products: it.products.into_iter().map(sum).collect(),
                    months: it.months.into_iter().map(month).collect(),
                })
                .collect(),
        }
    }
}

fn entry(it: crate::rules::statement::Entry) -> EntryOut {
    let (kind, number, due_on) = match it.what {
        What::Document { kind, number, due_on, .. } => (kind.word(), number, due_on),
        What::Payment { key, .. } => ("payment", key, None),
    };
    EntryOut { day: it.day, kind, number, due_on, amount: it.amount, balance: it.balance }
}
