//! A statement as what a spreadsheet opens: its lines as a table, and with what is owed by age and
//! what was bought as a workbook.

use axum::response::Response;
use frame::Result;
use frame::web::take_out::{Cell, Form, Sheet, table, workbook};
use kernel::{Day, Exact, Lang};

use crate::client_statement::Told;
use crate::statement_words::{ages, what};
use crate::words::Words;

/// The statement as a download; whoever calls has permitted and recorded.
pub fn answer(form: Form, told: &Told, lang: Lang, name: &str) -> Result<Response> {
    let lines = lines(told, lang);
    match form {
        Form::Csv => table(form, lang, name, lines.head, lines.rows),
        Form::Xlsx => workbook(
            name,
            vec![lines, by_age(told, lang), products(told, lang), months(told, lang)],
        ),
    }
}

fn sheet<const N: usize>(name: &str, heads: [&str; N], rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet { name: name.to_owned(), head: heads.map(str::to_owned).to_vec(), rows }
}

/// Every document and payment, between what was owed before and what is owed at the end.
fn lines(told: &Told, lang: Lang) -> Sheet {
    let w = Words::of(lang);
    let mut rows = Vec::new();
    for one in &told.statements {
        let row = |day: Day, said: String, amount: Option<Exact>, balance: Exact| {
            let amount = Cell::perhaps(amount, Cell::exact);
            let currency = Cell::text(&one.currency);
            vec![Cell::Day(day), Cell::Text(said), currency, amount, Cell::exact(balance)]
        };
        rows.push(row(told.period.from, w.opening_label().to_owned(), None, one.opening));
        for it in &one.entries {
            rows.push(row(it.day, what(&it.what, lang), Some(it.amount), it.balance));
        }
        rows.push(row(told.period.to, w.closing_label().to_owned(), None, one.closing));
    }
    let heads =
        [w.day_label(), w.entry_label(), w.currency_label(), w.amount_label(), w.balance_label()];
    sheet(w.sheet_statement(), heads, rows)
}

/// What is owed on the last day, by how long it has been due.
fn by_age(told: &Told, lang: Lang) -> Sheet {
    let w = Words::of(lang);
    let mut rows = Vec::new();
    for one in &told.statements {
        rows.extend(ages(&one.ageing, w).into_iter().map(|(age, owed)| {
            vec![Cell::text(age), Cell::text(&one.currency), Cell::exact(owed)]
        }));
    }
    sheet(w.sheet_ages(), [w.age_label(), w.currency_label(), w.owed_label()], rows)
}

/// What was bought, the most expensive first.
fn products(told: &Told, lang: Lang) -> Sheet {
    let w = Words::of(lang);
    let mut rows = Vec::new();
    for bought in &told.purchases {
        rows.extend(bought.products.iter().map(|it| {
            vec![
                Cell::text(&it.name),
                Cell::text(&bought.currency),
                Cell::exact(it.quantity),
                Cell::exact(it.net),
                Cell::Day(it.first),
                Cell::Day(it.last),
            ]
        }));
    }
    let heads = [
        w.text_label(),
        w.currency_label(),
        w.quantity_label(),
        w.net_label(),
        w.first_bought_label(),
        w.last_bought_label(),
    ];
    sheet(w.sheet_products(), heads, rows)
}

fn months(told: &Told, lang: Lang) -> Sheet {
    let w = Words::of(lang);
    let mut rows = Vec::new();
    for bought in &told.purchases {
        rows.extend(bought.months.iter().map(|it| {
            vec![
                Cell::text(&it.month),
                Cell::text(&bought.currency),
                Cell::exact(it.quantity),
                Cell::exact(it.net),
            ]
        }));
    }
    let heads = [w.month_label(), w.currency_label(), w.quantity_label(), w.net_label()];
    sheet(w.sheet_months(), heads, rows)
}
