//! A statement as a document that goes to the client.

use documents::{Block, Chart, Column, Document, KeyFigure, Kind, Made, Point, Row, Table};
use kernel::{Instant, Zone};

use crate::client_statement::Told;
use crate::statement_words::{Shown, ShownPurchases};
use crate::words::Words;

/// So many products stand in the picture; the table has them all.
const DRAWN: usize = 10;

/// The statement, then what was bought. `by` is whoever asked, nobody through a link.
pub fn document(told: &Told, by: Option<String>, at: Instant, zone: Zone) -> Document {
    let w = Words::of(told.lang);
    let mut blocks = Vec::new();
    for shown in told.shown(told.lang) {
        statement(&shown, w, &mut blocks);
    }
    if told.statements.is_empty() {
        blocks.push(Block::Text(w.statement_empty().to_owned()));
    }
    let bought = told.bought(told.lang);
    if !bought.is_empty() {
        blocks.push(Block::Heading(w.purchases_title().to_owned()));
    }
    for (shown, sums) in bought.iter().zip(&told.purchases) {
        let points = sums.months.iter().zip(&shown.months);
        let points = points.map(|(sum, (name, said))| Point {
            name: name.clone(),
            value: i128::from(sum.net.0),
            said: said.clone(),
            before: None,
        });
        blocks.push(Block::Chart(Chart {
            title: w.purchases_by_month(shown.currency.as_str()),
            kind: Kind::Columns,
            points: points.collect(),
            before: String::new(),
        }));
        let points = sums.products.iter().zip(&shown.products).take(DRAWN);
        let points = points.map(|(sum, cells)| Point {
            name: sum.name.clone(),
            value: i128::from(sum.net.0),
            said: cells[2].clone(),
            before: None,
        });
        blocks.push(Block::Chart(Chart {
            title: w.purchases_by_product(shown.currency.as_str()),
            kind: Kind::Bars,
            points: points.collect(),
            before: String::new(),
        }));
        blocks.push(Block::Table(products(shown, w)));
    }
    Document {
        lang: told.lang,
        company: told.company.clone(),
        title: w.statement_title().to_owned(),
        period: told.period(told.lang),
        addressee: told.addressee.clone(),
        made: Made { by, at, zone, from: w.statement_source().to_owned() },
        wide: false,
        blocks,
    }
}

fn statement(shown: &Shown, w: Words, blocks: &mut Vec<Block>) {
    let figure = |label: &str, value: &str| KeyFigure {
        label: label.to_owned(),
        value: value.to_owned(),
        note: String::new(),
    };
    blocks.push(Block::Heading(w.statement_in(shown.currency.as_str())));
    blocks.push(Block::Figures(vec![
        figure(w.opening_label(), &shown.opening),
        figure(w.charged_label(), &shown.charged),
        figure(w.paid_label(), &shown.paid),
        figure(w.credited_label(), &shown.credited),
        figure(w.closing_label(), &shown.closing),
    ]));
    let columns = vec![
        Column::words(w.day_label()),
        Column::words(w.entry_label()),
        Column::numbers(w.adds_label()),
        Column::numbers(w.takes_label()),
        Column::numbers(w.balance_label()),
    ];
    let edge = |name: &str, amount: &str| {
        let nothing = String::new;
        let cells = vec![nothing(), name.to_owned(), nothing(), nothing(), amount.to_owned()];
        Row::strong(cells)
    };
    let mut rows = vec![edge(w.opening_label(), &shown.opening)];
    rows.extend(shown.rows.iter().map(|it| {
        Row::of(vec![
            it.day.clone(),
            it.what.clone(),
            it.adds.clone(),
            it.takes.clone(),
            it.balance.clone(),
        ])
    }));
    rows.push(edge(w.closing_label(), &shown.closing));
    blocks.push(Block::Table(Table { caption: String::new(), columns, rows }));
    let ages =
        shown.ages.iter().map(|(name, amount)| Row::of(vec![(*name).to_owned(), amount.clone()]));
    blocks.push(Block::Table(Table {
        caption: w.ageing_title().to_owned(),
        columns: vec![Column::words(w.age_label()), Column::numbers(w.owed_label())],
        rows: ages.collect(),
    }));
}

fn products(shown: &ShownPurchases, w: Words) -> Table {
    Table {
        caption: String::new(),
        columns: vec![
            Column::words(w.text_label()),
            Column::numbers(w.quantity_label()),
            Column::numbers(w.net_label()),
            Column::numbers(w.first_bought_label()),
            Column::numbers(w.last_bought_label()),
        ],
        rows: shown.products.iter().map(|it| Row::of(it.to_vec())).collect(),
    }
}
