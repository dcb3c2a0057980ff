//! What days of a ledger hold, as the pages of an import show it.

use kernel::{Day, Lang};
use transactions::rules::Why;
use transactions::why_said;

use crate::kept_errors;
use crate::ledger::{CancellationSample, DocumentSample, LedgerCheck};
use crate::ledger_summary::{DayOut, LedgerSummary};
use crate::rules::day_refused::is_mended_by_cells;
use crate::run::RunId;
use crate::show_run::{count, whole};
use crate::words::Words;

/// What all days hold together.
pub struct LedgerPart {
    pub documents: String,
    pub lines: i64,
    pub net: String,
    pub nameless: String,
    pub repeated: String,
    pub cancelled: String,
    pub tied: String,
    /// Why the other lines of cancellations are tied to nothing, and how many.
    pub untied: Vec<(&'static str, String)>,
    pub refused: Vec<RefusedDay>,
}

/// A day that stays out.
pub struct RefusedDay {
    pub day: String,
    pub sentence: String,
    /// Where its file to be mended is; empty when there is none.
    pub errors: String,
}

impl LedgerPart {
    /// Of an import that was run, with the days that it kept to be mended.
    pub fn of_run(
        ledger: &LedgerSummary,
        kept: &[kept_errors::Model],
        run: RunId,
        lang: Lang,
    ) -> Self {
        let errors = |(_, it): (usize, &DayOut)| {
            let name = format!("{}.csv", it.day);
            let kept = kept.iter().find(|kept| kept.name == name && !kept.content.is_empty())?;
            Some(format!("/settings/imports/{run}/errors/{}", kept.number))
        };
        Self::of(ledger, lang, errors)
    }

    /// Of an import that is only looked at; the days to be mended are made out when somebody asks.
    pub fn of_check(ledger: &LedgerSummary, run: RunId, lang: Lang) -> Self {
        Self::of(ledger, lang, |(place, it): (usize, &DayOut)| {
            let address = || format!("/settings/imports/{run}/check/errors/{place}");
            is_mended_by_cells(&it.code).then(address)
        })
    }

    fn of(
        ledger: &LedgerSummary,
        lang: Lang,
        errors: impl Fn((usize, &DayOut)) -> Option<String>,
    ) -> Self {
        let of_why = |why: Why| ledger.ties.get(why.word()).copied().unwrap_or_default();
        let untied = Why::ALL.iter().filter(|it| **it != Why::Tied && 0 < of_why(**it));
        let refused = ledger.refused.iter().enumerate().map(|it| RefusedDay {
            day: day(&it.1.day, lang),
            sentence: it.1.sentence.clone(),
            errors: errors(it).unwrap_or_default(),
        });
        Self {
            documents: count(lang, ledger.documents),
            lines: whole(ledger.lines),
            net: ledger.net.money(&ledger.currency),
            nameless: count(lang, ledger.lines_without_customer),
            repeated: count(lang, ledger.repeated_lines),
            cancelled: count(lang, ledger.cancelled_lines),
            tied: count(lang, of_why(Why::Tied)),
            untied: untied.map(|it| (why_said(*it, lang), count(lang, of_why(*it)))).collect(),
            refused: refused.collect(),
        }
    }
}

fn day(said: &str, lang: Lang) -> String {
    said.parse().map_or_else(|_| said.to_owned(), |it: Day| lang.day(it))
}

/// Documents as they will stand: each in a line, and what is known of it.
pub fn documents(check: &LedgerCheck, lang: Lang) -> Vec<(String, String)> {
    let w = Words::of(lang);
    let document = |it: &DocumentSample| {
        let kind = match it.kind {
            "cancellation" => w.ledger_cancellation(),
            "adjustment" => w.ledger_adjustment(),
            _ => w.ledger_invoice(),
        };
        let mut parts = vec![day(&it.day, lang), it.client.clone()];
        parts.push(w.ledger_document_lines(whole(it.lines)));
        if 0 < it.repeated_lines {
            parts.push(w.ledger_document_repeated(count(lang, it.repeated_lines)));
        }
        parts.push(it.net.money(it.currency));
        (format!("{kind} {}", it.number), parts.join(" · "))
    };
    check.documents.iter().map(document).collect()
}

/// What lines of cancellations take back, or why that is not certain.
pub fn cancellations(check: &LedgerCheck, lang: Lang) -> Vec<(String, String)> {
    let w = Words::of(lang);
    let line = |it: &CancellationSample| {
        let said = match &it.target {
            Some(number) => w.ledger_takes_back(number.clone()),
            None => it.sentence.to_owned(),
        };
        let head = format!("{} · {} × {}", it.number, it.quantity, it.product);
        (head, format!("{} · {said}", day(&it.day, lang)))
    };
    check.cancellations.iter().map(line).collect()
}
