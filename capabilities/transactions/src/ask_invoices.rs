//! What can be asked of the list of transactions, in words: its filters and columns.

use accounts::account;
use frame::web::list::{Asked, Column, Filter, Question};
use frame::{Ctx, Result};

use crate::find_invoices::OVERDUE;
use crate::rules::{InvoiceKind, InvoiceState};
use crate::words::Words;

/// What can be asked of the list, and what is.
pub async fn ask_invoices(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let client = account::name_of(ctx, question.get("account_id")).await?;
    let kinds = InvoiceKind::ALL.iter().map(|it| (it.word(), w.kind(*it)));
    let states = InvoiceState::ALL.iter().map(|it| (it.word(), w.state(*it)));
    let states = states.chain([(OVERDUE, w.state_overdue())]);
    let houses = [("without", w.house_without()), ("only", w.house_only())];
    let filters = vec![
        Filter::search(question, w.filter_words()),
        Filter::menu(question, "kind", (w.kind_label(), w.any_kind()), kinds),
        Filter::menu(question, "state", (w.state_label(), w.any_state()), states),
        Filter::day(question, "from", w.first_day_label(), lang),
        Filter::day(question, "to", w.to_label(), lang),
        Filter::menu(question, "house", (w.house_label(), w.house_any()), houses),
        Filter::link(question, "account_id", w.client_label(), client),
    ];
    let columns = vec![
        Column::of("client", w.client_label()),
        Column::of("day", w.day_label()),
        Column::of("state", w.state_label()),
        Column::of("total", w.total_label()).number(),
        Column::of("open", w.open_label()).number(),
        Column::of("kind", w.kind_label()).hidden(),
        Column::of("due", w.due_label()).hidden(),
        Column::of("net", w.export_net()).number().hidden(),
        Column::of("tax", w.export_tax()).number().hidden(),
        Column::of("country", w.country_label()).hidden(),
        Column::of("source", w.source_label()).hidden(),
    ];
    Ok(Asked { filters, columns, ..Asked::default() })
}
