//! What can be asked of the list of payments, in words: its filters and columns.

use accounts::account;
use frame::web::list::{Asked, Column, Filter, Question};
use frame::{Ctx, Result};

use crate::rules::Allocated;
use crate::words::Words;

/// What can be asked of the list, and what is.
pub async fn ask_payments(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let client = account::name_of(ctx, question.get("account_id")).await?;
    let allocated = Allocated::ALL.iter().map(|it| (it.word(), w.allocated(*it)));
    let allocation = (w.allocation_label(), w.any_allocation());
    let filters = vec![
        Filter::search(question, w.payments_filter()),
        Filter::menu(question, "allocated", allocation, allocated),
        Filter::day(question, "from", w.first_day_label(), lang),
        Filter::day(question, "to", w.to_label(), lang),
        Filter::words(question, "currency", w.currency_label()),
        Filter::words(question, "method", w.method_label()),
        Filter::link(question, "account_id", w.client_label(), client),
    ];
    let columns = vec![
        Column::of("client", w.client_label()),
        Column::of("day", w.day_label()),
        Column::of("allocated", w.allocation_label()),
        Column::of("amount", w.amount_label()).number(),
        Column::of("left", w.left_label()).number(),
        Column::of("documents", w.pays_label()),
        Column::of("method", w.method_label()).hidden(),
        Column::of("note", w.note_label()).hidden(),
        Column::of("source", w.source_label()).hidden(),
        Column::of("recorded", w.recorded_label()).hidden(),
    ];
    Ok(Asked { filters, columns, ..Asked::default() })
}
